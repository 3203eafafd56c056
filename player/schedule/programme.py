"""The programme: what shows at an instant, until when, and why.

A pure function of (pack, screen, instant, clock trust); what it keeps between calls only saves
time. Loop position is counted from the start of a segment, which is itself fixed by the pack and
the local day, and the languages go on from segment to segment since midnight: screens side by
side agree without speaking to each other, and one that restarts rejoins in step.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.playlist import Playlist
from player.schedule.loop import Loop
from player.schedule.mix import Share, Turn, mixed, spread, with_essential
from player.schedule.profile import ScreenProfile
from player.schedule.showable import Airtime, is_for, showable_items
from player.schedule.slot import DEFAULT_GATE_PAGE, Slot
from player.schedule.timetable import Rule, Segment, Timetable
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
KEPT_DAYS: Final = 2


@dataclass(frozen=True, slots=True)
class _Day:
    """A compiled local day.

    Attributes:
        loops: those of the first segments, as far as was needed.
    """

    segments: Sequence[Segment]
    loops: list[Loop]


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
        self._joining = [each for each in self._showable.values() if each.joins]
        self._rules = [
            rule
            for playlist in content.playlists
            if is_for(playlist.audience, profile)
            and (trust is ClockTrust.TRUSTED or playlist.when.is_always)
            and (rule := self._rule(playlist)).items
        ]
        self._timetable = Timetable(self._rules, self._showable)
        self._days: dict[date, _Day] = {}

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``; its end says until when.

        Args:
            instant: aware, between 1970 and 2999.

        Raises:
            ValueError: naive or outside that range.
        """
        return self._slot(_checked(instant))[1]

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
            cut = (self._local(at), self._local(min(until, last)))
            yield Slot(*cut, slot.item, slot.language, slot.shown_in, slot.why)
            at = until

    def rules_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime, tuple[str, ...]]]:
        """Yield (start, end, ids of the winning playlists) over ``[start, end)``.

        No winner means a hole in the schedule: nothing but must-show and essential items.
        """
        at, last = _checked(start), _checked(end)
        while at < last:
            day = self._day(at)
            segment = day.segments[_index_at(day, at)]
            names = tuple(self._rules[index].playlist.id for index in segment.winners)
            yield from_ms(at), from_ms(min(segment.end, last)), names
            at = segment.end

    def _rule(self, playlist: Playlist) -> Rule:
        why = f"playlist:{playlist.id}"
        entries = [entry for entry in playlist.items if entry.item in self._showable]
        own = [entry for entry in entries if not self._showable[entry.item].joins]
        turns = spread([(Turn(each.item, why),) for each in own], [each.weight for each in own])
        return Rule(
            playlist,
            compile_windows(playlist.when, self._zone),
            DEFAULT_RANK if playlist.default else playlist.priority,
            tuple(turns),
            frozenset(entry.item for entry in entries),
        )

    def _day(self, ms: int) -> _Day:
        day = from_ms(ms).astimezone(self._zone).date()
        bounds = day_bounds(day, self._zone)
        if ms >= bounds[1]:
            # Clocks went back over midnight: the evening's last minutes come twice.
            day += timedelta(days=1)
            bounds = day_bounds(day, self._zone)
        if day not in self._days:
            while len(self._days) >= KEPT_DAYS:
                del self._days[next(iter(self._days))]
            self._days[day] = _Day(self._timetable.segments(bounds), [])
        return self._days[day]

    def _slot(self, ms: int) -> tuple[int, Slot]:
        """Return when the slot on screen at ``ms`` is over, and the slot."""
        day = self._day(ms)
        index = _index_at(day, ms)
        start = day.segments[index].start
        slot = self._loop(day, index).slot_at(ms - start)
        return start + slot.end_ms, Slot(
            self._local(start + slot.start_ms),
            self._local(start + slot.end_ms),
            slot.item,
            slot.language,
            slot.shown_in,
            slot.why,
        )

    def _loop(self, day: _Day, index: int) -> Loop:
        while len(day.loops) <= index:
            segment = day.segments[len(day.loops)]
            languages = self._profile.languages
            if day.loops:
                languages = day.loops[-1].finish()
            length_ms = segment.end - segment.start
            day.loops.append(Loop(self._order(segment), languages, self._airtime, length_ms))
        return day.loops[index]

    def _order(self, segment: Segment) -> Iterator[Turn]:
        """Return one round of the turns that ``segment`` shows."""
        on_air = [each for each in self._joining if each.is_on_air(segment.start)]
        essential = [
            Turn(each.item.id, f"essential:{each.item.id}")
            for each in on_air
            if each.item.essential
        ]
        must_show = [
            Turn(each.item.id, f"must-show:{each.item.id}")
            for each in on_air
            if not each.item.essential
        ]
        shares = self._shares(segment)
        if not on_air and not shares:
            return iter((Turn(DEFAULT_GATE_PAGE, DEFAULT_GATE_PAGE),))
        order = chain(must_show, mixed(shares))
        return with_essential(order, essential, self._airtime) if essential else order

    def _shares(self, segment: Segment) -> list[Share]:
        absent = {id_ for id_, each in self._showable.items() if not each.is_on_air(segment.start)}
        shares: list[Share] = []
        for rule in (self._rules[index] for index in segment.winners):
            turns = rule.turns
            if not rule.items.isdisjoint(absent):
                turns = tuple(turn for turn in turns if turn.item not in absent)
            if turns:
                shares.append(Share(turns, rule.playlist.weight))
        return shares

    def _local(self, ms: int) -> datetime:
        """Return an instant on the gate's wall clock, at a fixed offset.

        Python compares and subtracts times of one zone by their wall clocks, which is wrong by an
        hour when clocks change; times at fixed offsets it gets right.
        """
        local = from_ms(ms).astimezone(self._zone)
        return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def _index_at(day: _Day, ms: int) -> int:
    return bisect_right(day.segments, ms, key=lambda segment: segment.start) - 1


def _gate_page(profile: ScreenProfile) -> Airtime:
    tags = profile.languages
    return Airtime({tag: tag for tag in tags}, dict.fromkeys(tags, GATE_PAGE_MS), GATE_PAGE_MS)


def _checked(instant: datetime) -> int:
    if instant.tzinfo is None:
        raise ValueError("a naive instant has no place in the programme")
    if not EARLIEST <= instant.astimezone(UTC) <= LATEST:
        raise ValueError(f"{instant} lies outside {EARLIEST.year}..{LATEST.year}")
    return to_ms(instant)
