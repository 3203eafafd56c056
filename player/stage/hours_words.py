"""Opening hours in words: what a board says of each lane at an instant, in one language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.gate import Gate
from player.pack.hours import Hours
from player.pack.language import Words
from player.pack.window import WEEKDAYS
from player.schedule.gate_hours import GateHours
from player.schedule.hours import (
    UNKNOWN,
    OpeningHours,
    Standing,
    Status,
    minutes_left,
    next_words,
)
from player.stage.phrases import Phrases
from player.stage.scene import HoursRow

HOUR_MINUTES: Final = 60
NO_BREAK: Final = "\u00a0"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Board:
    """What a page of opening hours shows.

    Attributes:
        clocks: whose time each of a row's times is; empty: both sides have the same.
        fresh_until: when a word of it changes next; None: never.
    """

    clocks: tuple[str, ...]
    rows: tuple[HoursRow, ...]
    fresh_until: datetime | None


@dataclass(frozen=True, slots=True)
class GateWords:
    """How a gate as a whole stands, in one language.

    Attributes:
        word: whether it is open.
        change: when that changes, by both clocks where they differ; empty: nobody knows.
        fresh_until: when a word of it changes next; None: never.
    """

    word: str
    change: str
    fresh_until: datetime | None


class Asked(Protocol):
    """Of which lanes and activities a board speaks: ids; none: all."""

    @property
    def lanes(self) -> Sequence[str]:
        """Ids of lanes."""
        ...

    @property
    def activities(self) -> Sequence[str]:
        """Ids of activities."""
        ...


class HoursWriter:
    """Words the opening hours of one gate."""

    def __init__(
        self,
        gate: Gate,
        hours: Hours,
        phrases: Phrases,
        date_text: Callable[[str, date], str],
        in_language: Callable[[str, Words], str],
    ) -> None:
        """Take what is needed to word them.

        Args:
            gate: whose clock and whose neighbour's clock the times are told by.
            hours: of that gate.
            phrases: interface words.
            date_text: (tag, day) -> the day as that language writes it.
            in_language: (tag, words of the pack) -> those for its readers.
        """
        self._hours = hours
        self._rules = OpeningHours(hours, ZoneInfo(gate.time_zone))
        self._whole = GateHours(hours, ZoneInfo(gate.time_zone))
        self._zones = (ZoneInfo(gate.time_zone), ZoneInfo(gate.neighbour.time_zone))
        self._phrases = phrases
        self._date_text = date_text
        self._in = in_language

    def board(
        self,
        shown: Asked,
        tag: str,
        now: datetime,
        trust: ClockTrust,
        places: tuple[str, str],
    ) -> Board:
        """Return the board that ``shown`` asks for.

        Args:
            shown: which lanes and activities.
            tag: of the words.
            now: aware.
            trust: whether ``now`` can be the true time.
            places: whose time the clocks of this side and of the other are.
        """
        pairs = self._hours.pairs(shown.lanes, shown.activities)
        standings = [
            self._rules.standing(lane.id, activity.id, now, trust) for lane, activity in pairs
        ]
        told = [now, *(each.until for each in standings if each.until is not None)]
        zones = self._zones if self._clocks_differ(told) else self._zones[:1]
        rows = (
            self._row(
                (self._in(tag, lane.name), self._in(tag, activity.name)),
                standing,
                tag,
                now,
                zones,
            )
            for (lane, activity), standing in zip(pairs, standings, strict=True)
        )
        names = tuple(self._phrases.say(tag, "clock_of", place=place) for place in places)
        clocks = names if len(zones) > 1 else ()
        return Board(clocks, tuple(rows), next_words(standings, now, self._zones[0]))

    def whole(
        self, tag: str, now: datetime, trust: ClockTrust, places: tuple[str, str]
    ) -> GateWords:
        """Return how the gate as a whole stands; arguments as of ``board``."""
        if trust is ClockTrust.UNTRUSTED:
            return GateWords(self._phrases.say(tag, _word(UNKNOWN)), "", None)
        stretch = self._whole.stretch(now)
        standing = Standing(Status.OPEN if stretch.is_open else Status.CLOSED, until=stretch.until)
        told = [now] if stretch.until is None else [now, stretch.until]
        times = list(_times(standing, self._zones))
        if not self._clocks_differ(told):
            times = times[:1]
        elif times:
            # A time stays on one line with the place whose time it is.
            times = [
                f"{time} ({place})".replace(" ", NO_BREAK)
                for time, place in zip(times, places, strict=True)
            ]
        change = " ".join((self._change(standing, tag, now), " · ".join(times))).strip()
        fresh = next_words([standing], now, self._zones[0])
        return GateWords(self._phrases.say(tag, _word(standing)), change, fresh)

    def _clocks_differ(self, instants: Sequence[datetime]) -> bool:
        own, other = self._zones
        return any(
            each.astimezone(own).utcoffset() != each.astimezone(other).utcoffset()
            for each in instants
        )

    def _row(
        self,
        names: tuple[str, str],
        standing: Standing,
        tag: str,
        now: datetime,
        zones: Sequence[ZoneInfo],
    ) -> HoursRow:
        say = self._phrases.say
        exception = standing.exception
        minutes = minutes_left(standing, now)
        return HoursRow(
            *names,
            status=standing.status.value,
            word=say(tag, _word(standing)),
            change=self._change(standing, tag, now),
            times=tuple(_times(standing, zones)),
            countdown=say(tag, "hours_in", span=self._span(tag, minutes)) if minutes else "",
            reason=self._in(tag, exception.reason) if exception else "",
        )

    def _change(self, standing: Standing, tag: str, now: datetime) -> str:
        say = self._phrases.say
        if standing.status is Status.UNKNOWN:
            return ""
        is_open = standing.status is Status.OPEN
        if standing.until is None:
            return say(tag, "hours_always" if is_open else "hours_no_opening")
        verb = "hours_closes" if is_open else "hours_opens"
        zone = self._zones[0]
        day, today = _clock(standing, zone)[0], now.astimezone(zone).date()
        if day == today:
            return say(tag, verb)
        if day == today + _DAY:
            return say(tag, f"{verb}_tomorrow")
        return say(tag, f"{verb}_on", day=self._day(tag, day, today))

    def _day(self, tag: str, day: date, today: date) -> str:
        if day - today < len(WEEKDAYS) * _DAY:
            return self._phrases.say(tag, f"weekday_{WEEKDAYS[day.weekday()]}")
        return self._phrases.say(tag, "on_date", date=self._date_text(tag, day))

    def _span(self, tag: str, minutes: int) -> str:
        hours, rest = divmod(minutes, HOUR_MINUTES)
        key = "span_minutes" if not hours else "span_hours_minutes" if rest else "span_hours"
        return self._phrases.say(tag, key, hours=str(hours), minutes=str(rest))


def _word(standing: Standing) -> str:
    if standing.status is Status.CLOSED and standing.all_day:
        return "hours_closed_today"
    return f"hours_{standing.status.value}"


def _times(standing: Standing, zones: Sequence[ZoneInfo]) -> Iterator[str]:
    """Yield the time of the change on each clock; a clock of another day says so."""
    if standing.until is None:
        return
    first, time = _clock(standing, zones[0])
    yield time
    for zone in zones[1:]:
        day, time = _clock(standing, zone)
        apart = (day - first).days
        yield f"{time} ({apart:+d})" if apart else time


def _clock(standing: Standing, zone: ZoneInfo) -> tuple[date, str]:
    """Return day and time of the change; what closes at midnight closes at the day's end."""
    if standing.until is None:
        raise ValueError("no change is foreseen")
    local = standing.until.astimezone(zone)
    if standing.status is Status.OPEN and (local.hour, local.minute) == (0, 0):
        return local.date() - _DAY, "24:00"
    return local.date(), f"{local:%H:%M}"
