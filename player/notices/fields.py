"""The fields of a template: what there is to choose from, and what may be typed.

Whatever is filled in becomes a *kept value*, one strict form that reads back to itself: so a notice
can be revised from what it kept. What cannot be taken is refused for a ``Reason``; interface words
have a sentence for each, under ``refused_`` and its name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.spans import (
    MOST_DAYS,
    MOST_OPENINGS,
    MOST_WINDOWS,
    Stretch,
    keep_dates,
    keep_opening,
    keep_time,
    keep_windows,
    read_dates,
    read_opening,
    read_time,
    read_windows,
    rest_of_day,
)
from player.pack.gate import Gate
from player.pack.language import Words
from player.pack.notice_template import ROOM, FieldKind, NoticeTemplate, TemplateField
from player.pack.signs import plain

LEVELS: Final = ("1", "2", "3", "4", "5")
MOST_MINUTES: Final = 600
USUAL_MINUTES: Final = ("15", "30", "45", "60", "90", "120")
_PLATE: Final = re.compile(r"[\w .·-]+")
_DIGIT: Final = re.compile(r"\d")


class Reason(Enum):
    """Why what was filled in is refused."""

    MISSING = "missing"
    NOT_OFFERED = "not_offered"
    NO_WINDOWS = "no_windows"
    MANY_WINDOWS = "many_windows"
    NO_TIME = "no_time"
    NO_DATE = "no_date"
    NO_OPENING = "no_opening"
    OVER = "over"
    OUT_OF_RANGE = "out_of_range"
    NO_PLATE = "no_plate"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A field that is refused; ``field`` empty: the notice as a whole."""

    field: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or counter of the gate."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What a template needs to know of the gate.

    Attributes:
        gate: its hours, and both clocks.
        authority: who issues its notices.
        places: in the order they are offered.
    """

    gate: Gate
    authority: Words
    places: Sequence[Spot] = ()

    def spots(self) -> tuple[Spot, ...]:
        """Return the lanes and the places people can be sent to; ids of lanes come first."""
        hours = self.gate.hours
        lanes = tuple(Spot(lane.id, lane.name) for lane in hours.lanes) if hours else ()
        room = ROOM["place"]
        told = {each.id: each for each in (*self.places, *lanes) if _fits(each.name, room)}
        return tuple(told[each.id] for each in (*lanes, *self.places) if each.id in told)


@dataclass(frozen=True, slots=True)
class Posting:
    """How a template is filled in.

    Attributes:
        facts: of the gate.
        sent: when the notice is issued; aware.
        zone: whose clock its times are of.
    """

    facts: GateFacts
    sent: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The day it is issued on, by that clock."""
        return self.sent.astimezone(self.zone).date()


def offers(field: TemplateField, facts: GateFacts) -> tuple[str, ...]:
    """Return the kept values that can be chosen by a touch; for some kinds that is not all."""
    offer = _OFFERS.get(field.kind)
    return offer(field, facts) if offer else ()


def asked(template: NoticeTemplate, facts: GateFacts, sent: datetime) -> tuple[TemplateField, ...]:
    """Return the fields that there is something to ask about, in order.

    Where the gate has one lane nobody is asked which; where both sides of the border have one time
    nobody is asked whose.
    """
    return tuple(each for each in template.fields if _is_asked(each, facts, sent))


def is_offered(template: NoticeTemplate, facts: GateFacts) -> bool:
    """Say whether ``template`` can be filled in at this gate."""
    return all(
        each.optional or each.kind not in {"lane", "activity"} or offers(each, facts)
        for each in template.fields
    )


def clocks_differ(facts: GateFacts, instants: Sequence[datetime]) -> bool:
    """Say whether the neighbour's clock shows another time at any of the instants."""
    own, other = ZoneInfo(facts.gate.time_zone), ZoneInfo(facts.gate.neighbour.time_zone)
    return any(
        each.astimezone(own).utcoffset() != each.astimezone(other).utcoffset() for each in instants
    )


def keep(
    template: NoticeTemplate, typed: Mapping[str, str], facts: GateFacts, sent: datetime
) -> tuple[Mapping[str, str], tuple[Refusal, ...]]:
    """Return what a notice keeps of what was filled in, and what is refused.

    Args:
        template: being filled in.
        typed: field -> chosen, typed, or kept by the notice that is revised.
        facts: of the gate.
        sent: when it is issued; aware.
    """
    kept: dict[str, str] = {}
    refused: list[Refusal] = []
    zone = ZoneInfo(facts.gate.time_zone)
    # The clock first: times are read by it.
    for each in sorted(template.fields, key=lambda field: field.kind != "zone"):
        said = typed.get(each.id, "").strip() or _only(each, facts)
        value = _keep_one(each, said, Posting(facts, sent, zone))
        if isinstance(value, Reason):
            refused.append(Refusal(each.id, value))
        elif value:
            kept[each.id] = value
            zone = ZoneInfo(value) if each.kind == "zone" else zone
    order = [each.id for each in template.fields]
    return kept, tuple(sorted(refused, key=lambda each: order.index(each.field)))


def keep_field(field: TemplateField, typed: str, posting: Posting) -> str | Reason:
    """Return what a notice keeps of one field, or why it is refused; see ``keep``."""
    return _keep_one(field, typed.strip(), posting)


def _keep_one(field: TemplateField, typed: str, posting: Posting) -> str | Reason:
    if not typed:
        return "" if field.optional else Reason.MISSING
    if field.kind in _CLOSED_KINDS:
        return typed if typed in offers(field, posting.facts) else Reason.NOT_OFFERED
    return _READERS[field.kind](typed, posting)


def _only(field: TemplateField, facts: GateFacts) -> str:
    """Return the one thing there is to choose, where it must be chosen."""
    if field.optional or field.kind not in {"lane", "activity"}:
        return ""
    offered = offers(field, facts)
    return offered[0] if len(offered) == 1 else ""


def _is_asked(field: TemplateField, facts: GateFacts, sent: datetime) -> bool:
    match field.kind:
        case "zone":
            return clocks_differ(facts, [sent])
        case "activity" if field.optional:
            return len(offers(field, facts)) > 1
        case _:
            return not _only(field, facts)


def _fits(name: Words, room: int) -> bool:
    return all(len(text) <= room for text in name.values())


def _lanes(typed: str, posting: Posting) -> str | Reason:
    hours = posting.facts.gate.hours
    wanted = set(re.split(r"[,;\s]+", typed))
    known = [lane.id for lane in hours.lanes] if hours else []
    if not wanted <= set(known):
        return Reason.NOT_OFFERED
    return " ".join(each for each in known if each in wanted)


def _windows(typed: str, posting: Posting) -> str | Reason:
    stretches = read_windows(typed, posting.today)
    if stretches is None:
        return Reason.NO_WINDOWS
    if len(stretches) > MOST_WINDOWS or len({each.day for each in stretches}) > MOST_DAYS:
        return Reason.MANY_WINDOWS
    last = max(each.span(posting.zone)[1] for each in stretches)
    return keep_windows(stretches) if last > posting.sent else Reason.OVER


def _time(typed: str, posting: Posting) -> str | Reason:
    moment = read_time(typed, posting.today)
    if moment is None:
        return Reason.NO_TIME
    is_over = moment.span(posting.zone)[0] <= posting.sent
    return Reason.OVER if is_over else keep_time(moment)


def _date(typed: str, posting: Posting) -> str | Reason:
    days = read_dates(typed, posting.today)
    if days is None:
        return Reason.NO_DATE
    return Reason.OVER if days[1] < posting.today else keep_dates(days)


def _opening(typed: str, posting: Posting) -> str | Reason:
    hours = read_opening(typed, posting.today)
    if hours is None or len(hours) > MOST_OPENINGS or not any(rest_of_day(hours)):
        return Reason.NO_OPENING
    return keep_opening(hours)


def _minutes(typed: str, _posting: Posting) -> str | Reason:
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MOST_MINUTES))
    if not is_number or not 1 <= int(typed) <= MOST_MINUTES:
        return Reason.OUT_OF_RANGE
    return str(int(typed))


def _plate(typed: str, _posting: Posting) -> str | Reason:
    plate = unicodedata.normalize("NFC", " ".join(typed.upper().split()))
    if not _PLATE.fullmatch(plate) or not _DIGIT.search(plate) or "_" in plate:
        return Reason.NO_PLATE
    return plate if len(plate) <= ROOM["plate"] else Reason.TOO_LONG


def _place(typed: str, posting: Posting) -> str | Reason:
    known = {each.id for each in posting.facts.spots()}
    return typed if typed in known else _words(typed, ROOM["place"])


def _text(typed: str, _posting: Posting) -> str | Reason:
    return _words(typed, ROOM["text"])


def _free(typed: str, _posting: Posting) -> str | Reason:
    text = _clean(typed)
    if not text:
        return Reason.MISSING
    return text if len(text) <= ROOM["free"] else Reason.TOO_LONG


def _words(typed: str, room: int) -> str | Reason:
    text = " ".join(_clean(typed).split())
    if not text:
        return Reason.MISSING
    return text if len(text) <= room else Reason.TOO_LONG


def _clean(typed: str) -> str:
    """Return ``typed`` with nothing in it that commands the page instead of being read."""
    return "\n".join(_lines(unicodedata.normalize("NFC", plain(typed))))


def _lines(text: str) -> Iterator[str]:
    yield from (line for each in text.splitlines() if (line := " ".join(each.split())))


def _offered_lanes(_field: TemplateField, facts: GateFacts) -> tuple[str, ...]:
    return tuple(lane.id for lane in facts.gate.hours.lanes) if facts.gate.hours else ()


def _offered_activities(_field: TemplateField, facts: GateFacts) -> tuple[str, ...]:
    known = facts.gate.hours.activities if facts.gate.hours else ()
    return tuple(each.id for each in known if _fits(each.name, ROOM["activity"]))


def _offered_zones(_field: TemplateField, facts: GateFacts) -> tuple[str, ...]:
    return tuple(dict.fromkeys((facts.gate.time_zone, facts.gate.neighbour.time_zone)))


def _offered_places(_field: TemplateField, facts: GateFacts) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in facts.spots()))


_OFFERS: Final[Mapping[FieldKind, Callable[[TemplateField, GateFacts], tuple[str, ...]]]] = {
    "lane": _offered_lanes,
    "activity": _offered_activities,
    "zone": _offered_zones,
    "place": _offered_places,
    "choice": lambda field, _: tuple(each.id for each in field.choices),
    "level": lambda _field, _facts: LEVELS,
    "minutes": lambda _field, _facts: USUAL_MINUTES,
    "opening": lambda _field, _facts: (keep_opening(()),),
}
_CLOSED_KINDS: Final[frozenset[FieldKind]] = frozenset({"activity", "zone", "choice", "level"})
_READERS: Final[Mapping[FieldKind, Callable[[str, Posting], str | Reason]]] = {
    "lane": _lanes,
    "windows": _windows,
    "opening": _opening,
    "time": _time,
    "date": _date,
    "minutes": _minutes,
    "place": _place,
    "plate": _plate,
    "text": _text,
    "free": _free,
}


def life_left(sent: datetime, zone: ZoneInfo) -> datetime:
    """Return the end of the day of ``sent``; of the next one where little is left of it."""
    local = sent.astimezone(zone)
    late = local + LITTLE
    midnight = datetime(late.year, late.month, late.day, tzinfo=zone)
    return midnight + timedelta(days=1)


LITTLE: Final = timedelta(hours=1)
"""What is posted within an hour before midnight would be gone before anyone has read it."""


def stretches_of(value: str) -> tuple[Stretch, ...]:
    """Return the stretches of kept ``windows``."""
    first = date.fromisoformat(value[: len("2026-01-31")])
    return read_windows(value, first) or ()
