"""Which items may be shown on a screen at all, and between which instants."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.instants import DUSK, Interval, end_ms, validity, without
from player.pack.item import Item, Recording, media_of
from player.pack.language import choose_language
from player.pack.occasion import is_within, quiet_hours
from player.pack.playlist import Playlist
from player.schedule.profile import ScreenProfile

SHORTEST_MS: Final = 1000
"""A text whose duration nobody has worked out yet still takes time: time must pass."""

RECORDING_MARGIN_MS: Final = 1500
"""A recording begins when its page has faded in, and must be over before the next one does."""


@dataclass(frozen=True, slots=True)
class Airtime:
    """How something shows in each language.

    Attributes:
        shown_in: enabled language -> language of the text that stands for it.
        duration_ms: enabled language -> time on screen.
        longest_ms: the longest of these.
    """

    shown_in: Mapping[str, str]
    duration_ms: Mapping[str, int]
    longest_ms: int


@dataclass(frozen=True, slots=True)
class Showable:
    """An item a screen may show.

    Attributes:
        intervals: when; at least one, in order, disjoint, not touching.
    """

    item: Item
    intervals: tuple[Interval, ...]
    airtime: Airtime

    @property
    def joins(self) -> bool:
        """Whether it joins every loop, whatever the playlists say."""
        return self.item.essential or self.item.must_show

    def is_on_air(self, ms: int) -> bool:
        """Whether it may show at the instant ``ms``."""
        return is_within(self.intervals, ms)

    def is_on_air_throughout(self, start_ms: int, end_ms: int) -> bool:
        """Whether it may show all the time between two instants."""
        return any(start <= start_ms and end_ms <= end for start, end in self.intervals)


def showable_items(
    content: Content, profile: ScreenProfile, trust: ClockTrust
) -> Mapping[str, Showable]:
    """Return item id -> ``Showable``, in the pack's order, for items this screen may ever show.

    With an untrusted clock only undated items remain, and they are open without end. In hours of
    mourning items that give way may not.
    """
    zone = ZoneInfo(content.gate.time_zone)
    quiet = quiet_hours(content.occasions, zone, trust)
    found: dict[str, Showable] = {}
    for item in content.items:
        if not is_for(item.audience, profile):
            continue
        if trust is ClockTrust.UNTRUSTED and not is_undated(item):
            continue
        intervals = without(item_interval(item, zone), quiet if item.gives_way else ())
        if intervals:
            found[item.id] = Showable(item, intervals, _airtime(item, content, profile))
    return found


def is_undated(item: Item) -> bool:
    """Whether no clock is needed to know that ``item`` may be shown."""
    return (
        item.lasting
        and item.valid.start is None
        and item.valid.until is None
        and _rights_until(item) is None
        and (item.source is None or item.source.stale == "label")
    )


def item_interval(item: Item, zone: ZoneInfo) -> Interval:
    """Return when ``item`` may be shown: validity, licence and review date together."""
    start, end = validity(item.valid, zone)
    rights = _rights_until(item)
    withdrawn = item.source.review_by if item.source and item.source.stale == "withdraw" else None
    ends = (end_ms(day, zone) if day else DUSK for day in (rights, withdrawn))
    return start, min(end, *ends)


def _rights_until(item: Item) -> date | None:
    ends = (medium.rights.until for _, medium in media_of(item))
    return min((end for end in ends if end is not None), default=None)


def is_for(audience: tuple[str, ...], profile: ScreenProfile) -> bool:
    """Whether an item for ``audience`` (empty: everyone) concerns the people before this screen.

    Before a screen that names no audience there may be anyone.
    """
    return not audience or not profile.audience or not profile.audience.isdisjoint(audience)


def plays_on(playlist: Playlist, profile: ScreenProfile) -> bool:
    """Whether ``playlist`` is for this screen: one with an audience, for screens that name it.

    Else a playlist for the freight hall would take over every screen that names no audience.
    """
    return not playlist.audience or not profile.audience.isdisjoint(playlist.audience)


def _airtime(item: Item, content: Content, profile: ScreenProfile) -> Airtime:
    known = content.language_by_tag
    shown_in = {
        tag: choose_language(item.text, tag, known[tag].fallback if tag in known else ())
        for tag in profile.languages
    }
    duration_ms = {
        tag: max(item.text[text].duration_s * 1000, _recording_ms(item, tag, text), SHORTEST_MS)
        for tag, text in shown_in.items()
    }
    return Airtime(shown_in, duration_ms, max(duration_ms.values()))


def _recording_ms(item: Item, language: str, shown_in: str) -> int:
    """Return how long the recording for readers of ``language`` takes, in whole seconds."""
    if not isinstance(item, Recording):
        return 0
    heard = item.heard(language, shown_in)
    file = item.audio[heard].file if heard else None
    return math.ceil((file.duration_ms + RECORDING_MARGIN_MS) / 1000) * 1000 if file else 0
