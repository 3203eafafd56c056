"""Checks of the opening hours: rules that name what exists, cover all of it, and still matter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from player.pack.hours import Hours, HoursException, Opening
from player.pack.item import HoursBoard
from player.pack.window import DAY_MINUTES, WEEKDAYS
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import HOURS_FILE
from player.publish.subject import Subject

_WEEK: Final = len(WEEKDAYS) * DAY_MINUTES
_Rule = Opening | HoursException
_Served = frozenset[tuple[str, str]]
"""Ids of lanes and of activities they serve."""


def check_twins(subject: Subject) -> Iterator[Finding]:
    """Find lanes, and activities, that share an id."""
    hours = _hours(subject)
    named = (("lanes", hours.lanes), ("activities", hours.activities)) if hours else ()
    for name, entries in named:
        first: dict[str, int] = {}
        for place, entry in enumerate(entries):
            other = first.setdefault(entry.id, place)
            if other != place:
                values = {"id": entry.id, "other": f"{name}[{other}]"}
                yield Finding(HOURS_FILE, Code.ID_DUPLICATE, f"{name}[{place}].id", values=values)


def check_ids(subject: Subject) -> Iterator[Finding]:
    """Find rules that name a lane or an activity the gate does not have."""
    hours = _hours(subject)
    if hours is None:
        return
    for place, lane in enumerate(hours.lanes):
        for name, finding in unknown_ids(subject, hours, (), lane.activities):
            yield replace(finding, file=HOURS_FILE, field=f"lanes[{place}].{name}")
    for field, rule in _rules(hours):
        for name, finding in unknown_ids(subject, hours, rule.lanes, rule.activities):
            yield replace(finding, file=HOURS_FILE, field=f"{field}.{name}")


def check_boards(subject: Subject) -> Iterator[Finding]:
    """Find items that show hours the gate does not have."""
    hours = _hours(subject)
    is_said = bool(subject.source.documents.get(HOURS_FILE))
    for file, item in subject.items():
        if not isinstance(item, HoursBoard):
            continue
        if hours is None:
            if not is_said and subject.source.header is not None:
                yield Finding(file, Code.HOURS_MISSING, "kind")
            continue
        unknown = list(unknown_ids(subject, hours, item.lanes, item.activities))
        yield from (replace(finding, file=file, field=name) for name, finding in unknown)
        if not unknown and not hours.pairs(item.lanes, item.activities):
            yield Finding(file, Code.SCOPE_EMPTY, "lanes")


def check_coverage(subject: Subject) -> Iterator[Finding]:
    """Find lanes that no opening ever opens, and rules that speak of nothing."""
    hours = _hours(subject)
    if hours is None or _is_unsure(subject, "lanes") or _is_unsure(subject, "activities"):
        return
    places = {lane.id: place for place, lane in enumerate(hours.lanes)}
    for lane, activity in hours.pairs():
        if not any(opening.covers(lane.id, activity.id) for opening in hours.openings):
            field, values = f"lanes[{places[lane.id]}]", {"activity": activity.id}
            yield Finding(HOURS_FILE, Code.LANE_WITHOUT_HOURS, field, values=values)
    for field, rule in _rules(hours):
        if not _served(hours, rule):
            yield Finding(HOURS_FILE, Code.SCOPE_EMPTY, field)


def check_overlaps(subject: Subject) -> Iterator[Finding]:
    """Find openings that say of one lane on one day what another says already."""
    hours = _hours(subject)
    if hours is None:
        return
    known = [(_served(hours, opening), _minutes(opening)) for opening in hours.openings]
    for (other, before), (place, after) in combinations(enumerate(known), 2):
        shared = sorted(before[0] & after[0])
        if shared and before[1] & after[1]:
            lane, activity = shared[0]
            values = {"lane": lane, "activity": activity, "other": str(other)}
            field = f"openings[{place}].windows"
            yield Finding(HOURS_FILE, Code.OPENINGS_OVERLAP, field, values=values)


def check_exceptions(subject: Subject) -> Iterator[Finding]:
    """Find exceptions that are over, that a later one hides, or that give no reason."""
    hours = _hours(subject)
    if hours is None:
        return
    for place, exception in enumerate(hours.exceptions):
        field = f"exceptions[{place}]"
        if exception.until is not None and exception.until < subject.today:
            values = {"date": f"{exception.until}"}
            yield Finding(HOURS_FILE, Code.EXCEPTION_OVER, f"{field}.until", values=values)
            continue
        hidden_by = _hidden_by(hours, exception, hours.exceptions[place + 1 :])
        if hidden_by is not None:
            values = {"other": str(place + 1 + hidden_by)}
            yield Finding(HOURS_FILE, Code.EXCEPTION_OVERRIDDEN, field, values=values)
        if not exception.reason:
            yield Finding(HOURS_FILE, Code.EXCEPTION_UNEXPLAINED, f"{field}.reason")


def unknown_ids(
    subject: Subject, hours: Hours, lanes: Sequence[str], activities: Sequence[str]
) -> Iterator[tuple[str, Finding]]:
    """Yield name and finding of each of these ids that is none of the gate's."""
    named = (
        ("lanes", Code.LANE_UNKNOWN, lanes, [lane.id for lane in hours.lanes]),
        ("activities", Code.ACTIVITY_UNKNOWN, activities, [each.id for each in hours.activities]),
    )
    for name, code, ids, known in named:
        if _is_unsure(subject, name):
            continue
        for place, id_ in enumerate(ids):
            if id_ not in known:
                values = {"value": id_, "choices": ", ".join(known)}
                yield f"{name}[{place}]", Finding("", code, values=values)


def _hours(subject: Subject) -> Hours | None:
    header = subject.source.header
    return header.gate.hours if header else None


def _rules(hours: Hours) -> Iterator[tuple[str, _Rule]]:
    for place, opening in enumerate(hours.openings):
        yield f"openings[{place}]", opening
    for place, exception in enumerate(hours.exceptions):
        yield f"exceptions[{place}]", exception


def _is_unsure(subject: Subject, name: str) -> bool:
    """Whether an id of the list ``name`` is a stand-in: then nobody knows what rules may name."""
    an_id = re.compile(rf"{name}(\[\d+\](\.id)?)?")
    return any(
        file == HOURS_FILE and an_id.fullmatch(field) for file, field in subject.source.faulty
    )


def _served(hours: Hours, rule: _Rule) -> _Served:
    pairs = hours.pairs(rule.lanes, rule.activities)
    return frozenset((lane.id, activity.id) for lane, activity in pairs)


def _minutes(opening: Opening) -> int:
    """Return a number with a bit for each minute of the week at which it is open."""
    bits = 0
    for day, weekday in enumerate(WEEKDAYS):
        if opening.weekdays and weekday not in opening.weekdays:
            continue
        for window in opening.windows:
            length = (window.end_minute - window.start_minute) % DAY_MINUTES or DAY_MINUTES
            bits |= ((1 << length) - 1) << (day * DAY_MINUTES + window.start_minute)
    # Sunday night runs into Monday morning.
    return bits & ((1 << _WEEK) - 1) | bits >> _WEEK


def _hidden_by(
    hours: Hours, exception: HoursException, later: Sequence[HoursException]
) -> int | None:
    own = _served(hours, exception)
    for place, other in enumerate(later):
        is_longer = other.start <= exception.start and (
            other.until is None or (exception.until is not None and exception.until <= other.until)
        )
        if is_longer and own <= _served(hours, other):
            return place
    return None
