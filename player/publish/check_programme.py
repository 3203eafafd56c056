"""Checks of the programme the playlists make: no hole, and practical help every day."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.instants import start_ms, to_ms
from player.pack.language import REFERENCE
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import PLAYLISTS_FILE
from player.publish.subject import Subject
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.schedule.showable import is_for

HOLE_DAYS: Final = 31
ESSENTIAL_DAYS: Final = 7


def check_holes(subject: Subject, content: Content) -> Iterator[Finding]:
    """Find, for every audience, the first time in the coming month at which no playlist plays."""
    begin = _midnight(subject, content)
    for profile in _profiles(content):
        programme = _programme(content, profile)
        stretches = programme.rules_between(begin, begin + timedelta(days=HOLE_DAYS))
        hole = next(((start, end) for start, end, rules in stretches if not rules), None)
        if hole is not None:
            start, end = (at.astimezone(begin.tzinfo) for at in hole)
            values = {
                "start": f"{start:%Y-%m-%d %H:%M}",
                "until": f"{end:%Y-%m-%d %H:%M}",
                "audience": ", ".join(profile.audience) or "*",
            }
            yield Finding(PLAYLISTS_FILE, Code.SCHEDULE_HOLE, values=values)
            return


def check_essential(subject: Subject, content: Content) -> Iterator[Finding]:
    """Find essential items that a whole day of the coming week would be without."""
    if not any(item.essential for _, item in subject.items()):
        yield Finding("", Code.ESSENTIAL_NONE)
        return
    files = {item.id: file for file, item in subject.items()}
    absent: dict[str, datetime] = {}
    for profile in _profiles(content):
        for id_, day in _absences(subject, content, profile):
            absent.setdefault(id_, day)
    for id_, day in absent.items():
        values = {"item": id_, "date": f"{day:%Y-%m-%d}"}
        yield Finding(files[id_], Code.ESSENTIAL_ABSENT, "essential", values=values)


def _absences(
    subject: Subject, content: Content, profile: ScreenProfile
) -> Iterator[tuple[str, datetime]]:
    programme = _programme(content, profile)
    begin = _midnight(subject, content)
    zone = ZoneInfo(content.gate.time_zone)
    waiting = {
        item.id: start_ms(item.valid.start, zone) if item.valid.start else 0
        for item in content.items
        if item.essential and is_for(item.audience, profile)
    }
    for day in range(ESSENTIAL_DAYS):
        start, end = begin + timedelta(days=day), begin + timedelta(days=day + 1)
        missed = {id_ for id_, first_ms in waiting.items() if first_ms <= to_ms(start)}
        slots = programme.slots(start, end)
        while missed and (slot := next(slots, None)) is not None:
            missed.discard(slot.item)
        for id_ in sorted(missed):
            del waiting[id_]
            yield id_, start


def _programme(content: Content, profile: ScreenProfile) -> Programme:
    # Without the reference text an item cannot be scheduled; that it is missing is told already.
    whole = [item for item in content.items if REFERENCE in item.text]
    return Programme(content.model_copy(update={"items": whole}), profile, ClockTrust.TRUSTED)


def _profiles(content: Content) -> Iterator[ScreenProfile]:
    languages = tuple(dict.fromkeys((*content.language_by_tag, REFERENCE)))
    tags = {tag for each in (*content.items, *content.playlists) for tag in each.audience}
    yield ScreenProfile(languages)
    for tag in sorted(tags):
        yield ScreenProfile(languages, frozenset({tag}))


def _midnight(subject: Subject, content: Content) -> datetime:
    return datetime.combine(subject.today, time.min, ZoneInfo(content.gate.time_zone))
