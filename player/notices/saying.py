"""What was filled in, as each language says it: never longer than the ``ROOM`` of its kind.

Times are told by the gate's clock, and by the neighbour's beside it where that shows another time,
each with its name. A day is named unless all is on the day on which the notice is issued: "today"
would be wrong tomorrow.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import groupby
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from player.notices.fields import Posting, clocks_differ, stretches_of
from player.notices.spans import Span, read_dates, read_opening, read_time
from player.pack.language import Words, choose_language
from player.pack.notice_template import ROOM, FieldKind, TemplateField

FALLBACK: Final = ("en",)
_HOUR_MINUTES: Final = 60


class Speech(Protocol):
    """Interface words."""

    def say(self, tag: str, key: str, **values: str) -> str:
        """Return the text of ``key`` in ``tag``, with these values in it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language says things.

    Attributes:
        speech: interface words.
        date_text: (tag, day) -> the day as that language writes it.
    """

    speech: Speech
    date_text: Callable[[str, date], str]

    def say(self, tag: str, key: str, **values: str) -> str:
        """Return the text of ``key`` in ``tag``, with these values in it."""
        return self.speech.say(tag, key, **values)

    def listed(self, tag: str, entries: Iterable[str], more: str = "list_more") -> str:
        """Return ``entries`` as a sentence lists them; ``more`` joins all but the last."""
        *first, last = entries
        if not first:
            return last
        head = reduce(lambda told, each: self.say(tag, more, list=told, next=each), first)
        return self.say(tag, "list_last", list=head, next=last)


@dataclass(frozen=True, slots=True)
class Sayer:
    """Says what was filled in for one notice."""

    voice: Voice
    posting: Posting

    def said(self, field: TemplateField, value: str, tag: str) -> str:
        """Return a kept value in ``tag``; empty: it was left out, and there is no word for that."""
        if field.kind == "activity":
            return self._activity(value, tag)
        if not value:
            return ""
        if field.kind == "choice":
            return in_language(_named(value, field.choices), tag)
        tell = self._tellers().get(field.kind)
        return tell(value, tag) if tell else value

    def _tellers(self) -> Mapping[FieldKind, Callable[[str, str], str]]:
        return {
            "lane": self._lanes,
            "windows": self._windows,
            "opening": self._opening,
            "time": self._time,
            "date": self._dates,
            "zone": self._zone,
            "minutes": self._minutes,
            "level": self._level,
            "place": self._place,
        }

    def _lanes(self, value: str, tag: str) -> str:
        ids = value.split()
        hours = self.posting.facts.gate.hours
        known = hours.lanes if hours else ()
        if len(ids) == len(known) > 1:
            return self.voice.say(tag, "lanes_all")
        names = [in_language(lane.name, tag) or lane.id for lane in known if lane.id in ids]
        told = self.voice.listed(tag, names) if names else ""
        is_fit = len(told) <= ROOM["lane"]
        return told if is_fit else self.voice.say(tag, "lanes_count", count=str(len(ids)))

    def _activity(self, id_: str, tag: str) -> str:
        if not id_:
            return self.voice.say(tag, "activities_all")
        hours = self.posting.facts.gate.hours
        return in_language(_named(id_, hours.activities if hours else ()), tag) or id_

    def _place(self, value: str, tag: str) -> str:
        return in_language(_named(value, self.posting.facts.spots()), tag) or value

    def _windows(self, value: str, tag: str) -> str:
        spans = [each.span(self.posting.zone) for each in stretches_of(value)]
        return self._by_clocks(spans, tag)

    def _time(self, value: str, tag: str) -> str:
        moment = read_time(value, self.posting.today)
        return self._by_clocks([moment.span(self.posting.zone)], tag) if moment else ""

    def _zone(self, value: str, tag: str) -> str:
        return self._place_of(ZoneInfo(value), tag)

    def _opening(self, value: str, tag: str) -> str:
        day = self.posting.today
        hours = read_opening(value, day)
        if hours is None:
            return ""
        if not hours:
            return self.voice.say(tag, "opening_closed")
        spans = [each.span(self.posting.zone) for each in hours]
        times = self._by_clocks(spans, tag, is_dated=False)
        return self.voice.say(tag, "opening_hours", times=times)

    def _dates(self, value: str, tag: str) -> str:
        days = read_dates(value, self.posting.today)
        if days is None:
            return ""
        first, last = (self.voice.date_text(tag, day) for day in days)
        if first == last:
            return self.voice.say(tag, "on_date", date=first)
        return self.voice.say(tag, "dates_between", first=first, last=last)

    def _minutes(self, value: str, tag: str) -> str:
        hours, rest = divmod(int(value), _HOUR_MINUTES)
        key = "span_minutes" if not hours else "span_hours_minutes" if rest else "span_hours"
        return self.voice.say(tag, key, hours=str(hours), minutes=str(rest))

    def _level(self, level: str, tag: str) -> str:
        risk = self.voice.say(tag, f"alarm_level_{level}")
        return self.voice.say(tag, "disaster_level", level=level, risk=risk)

    def _by_clocks(self, spans: Sequence[Span], tag: str, *, is_dated: bool = True) -> str:
        """Return times by the gate's clock, and by the neighbour's where it shows another."""
        gate = self.posting.facts.gate
        own, other = ZoneInfo(gate.time_zone), ZoneInfo(gate.neighbour.time_zone)
        told = self._times(spans, own, tag, is_dated=is_dated)
        if not clocks_differ(self.posting.facts, [edge for span in spans for edge in span]):
            return told
        say = self.voice.say
        return say(
            tag,
            "times_both",
            own=say(tag, "times_by", times=told, place=self._place_of(own, tag)),
            other=say(
                tag,
                "times_by",
                times=self._times(spans, other, tag, is_dated=is_dated),
                place=self._place_of(other, tag),
            ),
        )

    def _times(self, spans: Sequence[Span], zone: ZoneInfo, tag: str, *, is_dated: bool) -> str:
        local = [(start.astimezone(zone), end.astimezone(zone)) for start, end in spans]
        days = [
            (day, self.voice.listed(tag, [_clock_span(each) for each in same]))
            for day, same in groupby(local, key=lambda span: span[0].date())
        ]
        today = self.posting.sent.astimezone(zone).date()
        if not is_dated or [day for day, _ in days] == [today]:
            return self.voice.listed(tag, [times for _, times in days])
        return reduce(
            lambda told, each: self.voice.say(tag, "list_apart", list=told, next=each),
            [
                self.voice.say(tag, "times_on", times=times, date=self.voice.date_text(tag, day))
                for day, times in days
            ],
        )

    def _place_of(self, zone: ZoneInfo, tag: str) -> str:
        gate = self.posting.facts.gate
        is_own = zone.key == gate.time_zone
        words = gate.province if is_own else gate.neighbour.name
        return self.voice.say(tag, f"zone.{zone.key}") or in_language(words, tag)


class _Named(Protocol):
    """Something with a name in every language."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> Words: ...


def _named(id_: str, known: Iterable[_Named]) -> Words:
    return next((each.name for each in known if each.id == id_), {})


def in_language(words: Words, tag: str) -> str:
    """Return ``words`` for readers of ``tag``; empty: there are none."""
    return words[choose_language(words, tag, FALLBACK)] if words else ""


def _clock_span(span: Span) -> str:
    start, end = span
    if start == end:
        return f"{start:%H:%M}"
    # What ends at midnight ends at the day's end.
    is_whole = (end.hour, end.minute) == (0, 0)
    return f"{start:%H:%M}–{'24:00' if is_whole else f'{end:%H:%M}'}"
