"""Values of fields as texts, and what a touch makes of them; pure.

========  =====================================  ==========================
kind      value                                  touches (``how``)
========  =====================================  ==========================
lane      ids with commas between                ``~id`` takes it in or out
windows   ``07:00-10:00, tomorrow 15:30-17:30``  ``0f+15`` from, ``0t-60`` until, ``0d`` another
                                                 day, ``drop0``, ``now60``
time      ``07:00``                              ``+15``
minutes   ``30``                                 ``+5``
all       as they are                            ``=value``
========  =====================================  ==========================
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from player.stage.panel.forms import FieldKind

DAY: Final = 24 * 60
ROUND_MIN: Final = 5
MOST_WINDOWS: Final = 6
LONGEST_MIN: Final = 600

TOMORROW: Final = "tomorrow"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time.

    Attributes:
        start, end: minutes of the day.
        day: it is on, as it was typed or kept; "": today.
    """

    start: int
    end: int
    day: str = ""


_CLOCK: Final = re.compile(r"([01]\d|2[0-3]):?([0-5]\d)")
_MOVE: Final = re.compile(r"(\d)([ft])([+-]\d{1,3})")
_OTHER_DAY: Final = re.compile(r"(\d)d")
_BETWEEN: Final = re.compile(r"[,;\s]+")
_TODAY: Final = "today"
_DROP: Final = re.compile(r"drop(\d)")
_NOW: Final = re.compile(r"now(\d{1,3})")
_STEP: Final = re.compile(r"[+-]\d{1,3}")


def clock_text(minute: int) -> str:
    """Return a minute of the day as people read it."""
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}"


def clock_minute(text: str) -> int | None:
    """Return the minute of the day that ``07:00`` or ``0700`` names; None: none."""
    found = _CLOCK.fullmatch(text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def spans_of(value: str) -> tuple[Span, ...]:
    """Return the windows of a value; what is none is left out."""
    found, day = [], ""
    for piece in filter(None, _BETWEEN.split(value)):
        start, dash, end = piece.partition("-")
        first, last = clock_minute(start), clock_minute(end)
        if dash and first is not None and last is not None:
            found.append(Span(first, last, day))
        else:
            day = "" if piece == _TODAY else piece
    return tuple(found)


def spans_text(spans: Sequence[Span]) -> str:
    """Return windows as a value."""
    is_dated = any(span.day for span in spans)
    days = [f"{span.day or _TODAY} " if is_dated else "" for span in spans]
    times = [f"{clock_text(span.start)}-{clock_text(span.end)}" for span in spans]
    return ", ".join(day + time for day, time in zip(days, times, strict=True))


def chosen_of(value: str) -> tuple[str, ...]:
    """Return what is taken in, of a value with commas or spaces between."""
    return tuple(filter(None, _BETWEEN.split(value)))


def dialled_span(digits: str) -> Span | None:
    """Return the window that eight digits name: ``07001000``; None: that is no window."""
    start, end = clock_minute(digits[:4]), clock_minute(digits[4:])
    return None if start is None or end is None or start == end else Span(start, end)


def edited(kind: FieldKind, value: str, how: str, now: datetime) -> str:
    """Return what a field holds after a touch; one that says nothing changes nothing.

    Args:
        kind: of the field.
        value: before.
        how: what was touched, see above.
        now: in the gate's zone.
    """
    if how.startswith("~"):
        return _toggled(value, how[1:])
    if how.startswith("="):
        return how[1:]
    if kind in {"windows", "opening"}:
        return spans_text(_moved(spans_of(value), how, now))
    if not _STEP.fullmatch(how):
        return value
    if kind == "time":
        return clock_text((clock_minute(value) or 0) + int(how))
    before = int(value) if value.isascii() and value.isdecimal() else 0
    return str(min(max(ROUND_MIN, before + int(how)), LONGEST_MIN))


def with_span(value: str, at: int, span: Span) -> str:
    """Return windows with ``span`` as their number ``at``, or after the last one."""
    spans = list(spans_of(value))
    spans[at : at + 1] = [span]
    return spans_text(spans[:MOST_WINDOWS])


def first_span(now: datetime, minutes: int = 60) -> Span:
    """Return the window that begins now and lasts so long."""
    start = _rounded(now)
    return Span(start, (start + minutes) % DAY)


def _rounded(now: datetime) -> int:
    return (now.hour * 60 + now.minute) // ROUND_MIN * ROUND_MIN


def _toggled(value: str, id_: str) -> str:
    chosen = chosen_of(value)
    kept = tuple(each for each in chosen if each != id_)
    return ",".join(kept if id_ in chosen else (*chosen, id_))


def _moved(spans: Sequence[Span], how: str, now: datetime) -> Sequence[Span]:
    if found := _NOW.fullmatch(how):
        return (first_span(now, int(found[1])),)
    if found := _DROP.fullmatch(how):
        at = int(found[1])
        return (*spans[:at], *spans[at + 1 :])
    if found := _OTHER_DAY.fullmatch(how):
        return _with(spans, int(found[1]), _next_day)
    if found := _MOVE.fullmatch(how):
        step, is_start = int(found[3]), found[2] == "f"
        return _with(spans, int(found[1]), lambda span: _shifted(span, step, is_start=is_start))
    return spans


def _with(spans: Sequence[Span], at: int, change: Callable[[Span], Span]) -> Sequence[Span]:
    return (*spans[:at], *map(change, spans[at : at + 1]), *spans[at + 1 :])


def _next_day(span: Span) -> Span:
    return replace(span, day="" if span.day else TOMORROW)


def _shifted(span: Span, step: int, *, is_start: bool) -> Span:
    start = (span.start + step) % DAY if is_start else span.start
    end = span.end if is_start else (span.end + step) % DAY
    return replace(span, start=start, end=end) if start != end else span
