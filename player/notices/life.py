"""When a notice lives and holds: from CAP's times and the gate's windows to intervals; pure."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.instants import (
    DAWN,
    DUSK,
    Interval,
    daypart,
    end_ms,
    from_ms,
    join,
    start_ms,
    validity,
)
from player.pack.notice import Notice, NoticeWindow

DEFAULT_LIFE: Final = timedelta(hours=12)
"""Of a notice that names no end: it is never eternal (CAP leaves this to the recipient)."""

_DAYS: Final = 2
"""How far on either side dayparts are looked at: one lasts a day at most and may begin the day
before."""


def expiry_ms(notice: Notice, zone: ZoneInfo) -> int:
    """Return when ``notice`` is over for good, milliseconds since the epoch."""
    if notice.expires is not None:
        return end_ms(notice.expires, zone)
    if notice.windows:
        return max(end_ms(window.until, zone) for window in notice.windows)
    sent = start_ms(notice.sent, zone)
    return sent if sent in {DAWN, DUSK} else sent + DEFAULT_LIFE // timedelta(milliseconds=1)


def known_from_ms(notice: Notice, zone: ZoneInfo) -> int:
    """Return from when on people are told of ``notice`` at all."""
    return start_ms(notice.sent if notice.effective is None else notice.effective, zone)


def open_times(notice: Notice, zone: ZoneInfo, at_ms: int) -> list[Interval]:
    """Return when what ``notice`` tells of holds, around the instant ``at_ms``; in order.

    Of a window that repeats every day the days around that instant; of one yet to come its first
    days, of one that is over its last.
    """
    over_ms = expiry_ms(notice, zone)
    if not notice.windows:
        return join([(known_from_ms(notice, zone), over_ms)])
    from_ms_ = DAWN if notice.effective is None else start_ms(notice.effective, zone)
    return join(
        (max(start, from_ms_), min(end, over_ms))
        for window in notice.windows
        for start, end in _window(window, zone, at_ms)
    )


def next_opening(notice: Notice, zone: ZoneInfo, at_ms: int) -> Interval | None:
    """Return the window that ``notice`` waits for; None: it holds now, is over, or is not known."""
    if at_ms < known_from_ms(notice, zone):
        return None
    times = open_times(notice, zone, at_ms)
    if any(start <= at_ms < end for start, end in times):
        return None
    return next((each for each in times if each[0] > at_ms), None)


def _window(window: NoticeWindow, zone: ZoneInfo, at_ms: int) -> Iterator[Interval]:
    start, end = bounds = validity(window, zone)
    if not window.dayparts or start == DUSK or end == DAWN:  # or in years no calendar reaches
        yield bounds
        return
    middle = from_ms(min(max(at_ms, start), end)).astimezone(zone).date()
    for away in range(-_DAYS, _DAYS + 1):
        for part in window.dayparts:
            day = middle + timedelta(days=away)
            begin, finish = daypart(day, part.start_minute, part.end_minute, zone)
            yield max(begin, start), min(finish, end)
