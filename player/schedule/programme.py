"""The programme: what shows at an instant, until when, and why.

A pure function of (pack, screen, instant, clock trust); what it keeps between calls only saves
time. Everything is counted from the local midnight (day.py), so screens side by side agree
without speaking to each other, and one that restarts rejoins in step.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.instants import EARLIEST, LATEST, at_fixed_offset, day_bounds, from_ms, to_ms
from player.pack.playlist import Playlist
from player.schedule.cast import Cast
from player.schedule.day import Day
from player.schedule.mix import Turn
from player.schedule.profile import ScreenProfile
from player.schedule.showable import Airtime, plays_on, showable_items
from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from player.schedule.timetable import Rule, Timetable
from player.schedule.windows import compile_windows

GATE_PAGE_MS: Final = 12_000
"""Turn of one language on the default gate page."""

DEFAULT_RANK: Final = -1000
KEPT_DAYS: Final = 2


class Programme:
    """The programme of one screen."""

    def __init__(self, content: Content, profile: ScreenProfile, trust: ClockTrust) -> None:
        """Compile the rules of ``content`` for ``profile``.

        Args:
            content: a built pack.
            profile: the screen.
            trust: with an untrusted clock only undated playlists and items play.
        """
        self._zone = ZoneInfo(content.gate.time_zone)
        self._showable = showable_items(content, profile, trust)
        rules = [
            rule
            for playlist in content.playlists
            if plays_on(playlist, profile)
            and (trust is ClockTrust.TRUSTED or playlist.when.is_always)
            and (rule := self._rule(playlist)).items
        ]
        self._rules = rules
        self._timetable = Timetable(rules, self._showable)
        self._cast = Cast(rules, self._showable, _gate_page(profile), profile)
        self._days: dict[date, Day] = {}

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``; its end says until when.

        Args:
            instant: aware, between 1970 and 2999.

        Raises:
            ValueError: naive or outside that range.
        """
        return self._slot(_checked(instant))[1]

    def may_fill(self, slot: Slot, item: str) -> bool:
        """Whether ``item`` may be on screen from the beginning of ``slot`` to its end."""
        if item == DEFAULT_GATE_PAGE:
            return True
        shown = self._showable.get(item)
        return shown is not None and shown.is_on_air_throughout(to_ms(slot.start), to_ms(slot.end))

    def slots(self, start: datetime, end: datetime) -> Iterator[Slot]:
        """Yield the slots of ``[start, end)`` in order; the first and last are cut to it.

        Args:
            start: as ``slot_at``.
            end: as ``slot_at``; both count to the millisecond.

        Raises:
            ValueError: naive or outside that range.
        """
        at, last = _checked(start), _checked(end)
        while at < last:
            until, slot = self._slot(at)
            cut = (at_fixed_offset(at, self._zone), at_fixed_offset(min(until, last), self._zone))
            yield Slot(*cut, slot.item, slot.language, slot.shown_in, slot.why)
            at = until

    def rules_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime, tuple[str, ...]]]:
        """Yield (start, end, ids of the winning playlists) over ``[start, end)``.

        Neighbours differ. No winner means a hole in the schedule: nothing but must-show and
        essential items.
        """
        begun, last = _checked(start), _checked(end)
        at, winners = begun, None
        while at < last:
            segment = self._day(at).segment_at(at)
            if winners is not None and segment.winners != winners:
                yield from_ms(begun), from_ms(at), self._names(winners)
                begun = at
            at, winners = segment.end, segment.winners
        if winners is not None:
            yield from_ms(begun), from_ms(last), self._names(winners)

    def _names(self, winners: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self._rules[index].playlist.id for index in winners)

    def _rule(self, playlist: Playlist) -> Rule:
        why = f"playlist:{playlist.id}"
        entries = [entry for entry in playlist.items if entry.item in self._showable]
        own = [entry for entry in entries if not self._showable[entry.item].joins]
        return Rule(
            playlist,
            compile_windows(playlist.when, self._zone),
            DEFAULT_RANK if playlist.default else playlist.priority,
            tuple(Turn(entry.item, why) for entry in own),
            tuple(entry.weight for entry in own),
            frozenset(entry.item for entry in entries),
        )

    def _day(self, ms: int) -> Day:
        day = from_ms(ms).astimezone(self._zone).date()
        bounds = day_bounds(day, self._zone)
        if ms >= bounds[1]:
            # Clocks went back over midnight: the evening's last minutes come twice.
            day += timedelta(days=1)
            bounds = day_bounds(day, self._zone)
        if day not in self._days:
            while len(self._days) >= KEPT_DAYS:
                del self._days[next(iter(self._days))]
            self._days[day] = Day(self._timetable.segments(bounds), self._cast)
        return self._days[day]

    def _slot(self, ms: int) -> tuple[int, Slot]:
        """Return when the slot on screen at ``ms`` is over, and the slot."""
        begun, slot = self._day(ms).slot_at(ms)
        end = begun + slot.end_ms
        times = (
            at_fixed_offset(begun + slot.start_ms, self._zone),
            at_fixed_offset(end, self._zone),
        )
        return end, Slot(*times, slot.item, slot.language, slot.shown_in, slot.why)


def _gate_page(profile: ScreenProfile) -> Airtime:
    tags = profile.languages
    return Airtime({tag: tag for tag in tags}, dict.fromkeys(tags, GATE_PAGE_MS), GATE_PAGE_MS)


def _checked(instant: datetime) -> int:
    if instant.tzinfo is None:
        raise ValueError("a naive instant has no place in the programme")
    if not EARLIEST <= instant.astimezone(UTC) <= LATEST:
        raise ValueError(f"{instant} lies outside {EARLIEST.year}..{LATEST.year}")
    return to_ms(instant)
