"""The programme: what shows at an instant, until when, and why.

A pure function of (pack, screen, instant, clock trust); what it keeps between calls only saves
time. Loop position is counted from the start of a segment, which is itself fixed by the pack and
the local day, so screens side by side agree without speaking to each other.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.playlist import Playlist
from player.schedule.loop import Loop, Turn, build_loop
from player.schedule.mix import joiners, shares
from player.schedule.profile import ScreenProfile
from player.schedule.showable import Airtime, is_for, showable_items
from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from player.schedule.timetable import Rule, Segment, segment_at, segments
from player.schedule.windows import (
    EARLIEST,
    LATEST,
    compile_windows,
    day_bounds,
    from_ms,
    to_ms,
)

GATE_PAGE_MS: Final = 12_000
"""Turn of one language on the default gate page."""

DEFAULT_RANK: Final = -1000
KEPT_DAYS: Final = 4
KEPT_LOOPS: Final = 64


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
        self._profile = profile
        self._showable = showable_items(content, profile, trust)
        self._airtime = {id_: each.airtime for id_, each in self._showable.items()}
        self._airtime[DEFAULT_GATE_PAGE] = _gate_page(profile)
        self._rules = [
            rule
            for playlist in content.playlists
            if is_for(playlist.audience, profile)
            and (trust is ClockTrust.TRUSTED or playlist.when.is_always)
            and (rule := self._rule(playlist)).turns
        ]
        self._days: dict[date, Sequence[Segment]] = {}
        self._loops: dict[tuple[tuple[int, ...], frozenset[str]], Loop] = {}

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``; its end says until when.

        Args:
            instant: aware, between 1970 and 2999.

        Raises:
            ValueError: naive or outside that range.
        """
        ms = _checked(instant)
        segment = segment_at(self._day(ms), ms)
        return self._slot(segment, self._loop(segment), ms)

    def slots(self, start: datetime, end: datetime) -> Iterator[Slot]:
        """Yield the slots of ``[start, end)`` in order; the first and last are cut to it."""
        at, last = start, end
        while at < last:
            slot = self.slot_at(at)
            yield Slot(at, min(slot.end, last), slot.item, slot.language, slot.shown_in, slot.why)
            at = slot.end

    def rules_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime, tuple[str, ...]]]:
        """Yield (start, end, ids of the winning playlists) over ``[start, end)``.

        No winner means a hole in the schedule: nothing but must-show and essential items.
        """
        at, last = _checked(start), _checked(end)
        while at < last:
            segment = segment_at(self._day(at), at)
            names = tuple(self._rules[index].playlist.id for index in segment.winners)
            yield from_ms(at), from_ms(min(segment.end, last)), names
            at = segment.end

    def _rule(self, playlist: Playlist) -> Rule:
        turns = tuple(
            Turn(entry.item, entry.weight, f"playlist:{playlist.id}")
            for entry in playlist.items
            if entry.item in self._showable
        )
        return Rule(
            playlist,
            compile_windows(playlist.when, self._zone),
            DEFAULT_RANK if playlist.default else playlist.priority,
            turns,
            frozenset(turn.item for turn in turns),
        )

    def _day(self, ms: int) -> Sequence[Segment]:
        day = from_ms(ms).astimezone(self._zone).date()
        if ms < day_bounds(day, self._zone)[0]:
            day -= timedelta(days=1)
        if day not in self._days:
            while len(self._days) >= KEPT_DAYS:
                del self._days[next(iter(self._days))]
            bounds = day_bounds(day, self._zone)
            self._days[day] = segments(self._rules, self._showable, bounds)
        return self._days[day]

    def _loop(self, segment: Segment) -> Loop:
        key = (segment.winners, segment.items)
        if key not in self._loops:
            if len(self._loops) >= KEPT_LOOPS:
                self._loops.clear()
            self._loops[key] = self._build(segment)
        return self._loops[key]

    def _build(self, segment: Segment) -> Loop:
        essential, must_show = joiners(
            each for id_, each in self._showable.items() if id_ in segment.items
        )
        winners = [self._rules[index] for index in segment.winners]
        joined = {turn.item for turn in (*essential, *must_show)}
        turns = [*shares(winners, segment.items - joined), *must_show]
        if not turns and not essential:
            turns = [Turn(DEFAULT_GATE_PAGE, 1, DEFAULT_GATE_PAGE)]
        return build_loop(turns, essential, self._airtime, self._profile.languages)

    def _slot(self, segment: Segment, loop: Loop, ms: int) -> Slot:
        """Return the slot at ``ms``.

        One that the segment's end would cut is not begun: the one before it holds instead.
        """
        number = loop.whole_slots(ms - segment.start)
        last = max(0, loop.whole_slots(segment.end - segment.start) - 1)
        number = min(number, last)
        start = segment.start + loop.start_ms(number)
        end = segment.end if number == last else segment.start + loop.start_ms(number + 1)
        shown = loop.slot(number)
        return Slot(
            from_ms(start).astimezone(self._zone),
            from_ms(end).astimezone(self._zone),
            shown.item,
            shown.language,
            shown.shown_in,
            shown.why,
        )


def _gate_page(profile: ScreenProfile) -> Airtime:
    tags = profile.languages
    return Airtime({tag: tag for tag in tags}, dict.fromkeys(tags, GATE_PAGE_MS), GATE_PAGE_MS)


def _checked(instant: datetime) -> int:
    if instant.tzinfo is None:
        raise ValueError("a naive instant has no place in the programme")
    if not EARLIEST <= instant.astimezone(UTC) <= LATEST:
        raise ValueError(f"{instant} lies outside {EARLIEST.year}..{LATEST.year}")
    return to_ms(instant)
