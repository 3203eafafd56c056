"""Checks of playlists that come again every year: the day exists, and their time will come."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.anniversary import LONGEST_LUNAR_MONTH, LunarDay, SolarDay
from player.pack.instants import day_bounds
from player.pack.playlist import Playlist
from player.publish.built_content import built_playlist
from player.publish.check_facts import last_day
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import PLAYLISTS_FILE
from player.publish.subject import Subject
from player.schedule.windows import compile_windows

HORIZON: Final = timedelta(days=200 * 366)
"""A campaign that has not come by then never will."""

_LEAP_DAY: Final = "02-29"


def check_rare(subject: Subject) -> Iterator[Finding]:
    """Find days that not every year has."""
    for field, playlist in _yearly(subject):
        for name, kept in _anniversaries(playlist):
            if _is_rare(kept):
                values = {"value": kept.day, "suggestion": f"{kept.day[:2]}-last"}
                yield Finding(PLAYLISTS_FILE, Code.DAY_RARE, f"{field}.{name}.day", "", values)


def _is_rare(kept: SolarDay | LunarDay) -> bool:
    if isinstance(kept, LunarDay):
        return kept.number == LONGEST_LUNAR_MONTH
    return kept.day == _LEAP_DAY


def check_never(subject: Subject) -> Iterator[Finding]:
    """Find playlists whose day never comes again within their other conditions."""
    if subject.source.header is None:
        return
    zone = ZoneInfo(subject.source.header.gate.time_zone)
    for field, playlist in _yearly(subject):
        until = last_day(playlist.when.valid.until)
        is_over = until is not None and until < subject.today
        if not is_over and not _comes(subject, built_playlist(playlist, subject.tools), zone):
            values = {"playlist": playlist.id}
            yield Finding(PLAYLISTS_FILE, Code.PLAYLIST_NEVER, field, values=values)


def _comes(subject: Subject, playlist: Playlist, zone: ZoneInfo) -> bool:
    """Whether a playlist with an anniversary ever plays from today on."""
    windows = compile_windows(playlist.when, zone)
    now, _ = day_bounds(subject.today, windows.zone)
    kept = next(kept for _, kept in _anniversaries(playlist))
    before, after = timedelta(days=kept.before), timedelta(days=kept.after)
    for day in kept.falls(subject.today - after, subject.today + HORIZON):
        begin, _ = day_bounds(day - before, windows.zone)
        _, end = day_bounds(day + after, windows.zone)
        if windows.during((max(begin, now), end)):
            return True
    return False


def _yearly(subject: Subject) -> Iterator[tuple[str, Playlist]]:
    """Yield (field, playlist) of those that come again every year."""
    for entry in subject.source.playlists:
        if any(_anniversaries(entry.value)):
            yield f"playlists[{entry.position}].when", entry.value


def _anniversaries(playlist: Playlist) -> Iterator[tuple[str, SolarDay | LunarDay]]:
    """Yield (name of the field, anniversary)."""
    if playlist.when.yearly is not None:
        yield "yearly", playlist.when.yearly
    if playlist.when.lunar is not None:
        yield "lunar", playlist.when.lunar
