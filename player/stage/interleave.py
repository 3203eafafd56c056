"""The programme with what comes between: pages of notices, and an item that gate staff hold.

Pure, like the programme below it: of (programme, notices on air, hold, instant). Screens side by
side that know the same notices show the same page in the same second.

- **Urgent** notices come at once: for one round their page stands in every language in turn, and
  again every two minutes; never more than half of the time.
- **Pinned** ones take the place of whole slots, so that those around stay put: important ones of
  one each minute, normal ones of one in five minutes, fillers in ten; never of two in a row, nor
  of more than half of the time, and not of practical help where anything else is there.
- A language that staff have just ordered is the one that is seen first: for half a minute every
  slot speaks it, whoever's turn it would be.
- A **held** item stands until its time is over, and is the only thing above both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from player.pack.instants import at_fixed_offset, from_ms, to_ms
from player.pack.notice import Level
from player.schedule.slot import Slot
from player.stage.cues import Schedule

NOTICE: Final = "notice/"
"""Before the id of a notice: names its page among the items of the programme."""

MOST_ABREAST: Final = 100
"""Pages of notices that may follow one another, in as many languages as anybody enables."""

MINUTE_MS: Final = 60_000
_MILLISECOND: Final = timedelta(milliseconds=1)
EVERY: Final[Mapping[Level, int]] = {"important": 1, "normal": 5, "filler": 10}
"""In how many minutes a pinned notice of that rank has a page."""

URGENT_EVERY_MS: Final = 120_000
LONGEST_PAGE_MS: Final = 20_000
SHORTEST_PAGE_MS: Final = 6_000
HELD_TURN_MS: Final = 20_000
"""How long a held item stands in one language, where the languages take turns."""

SPOKEN_MS: Final = 30_000
"""How long the language that staff ordered is the only one: a group that comes in must see it."""

ESSENTIAL: Final = ("essential:", "must-show:")
KEPT_MINUTES: Final = 8


@dataclass(frozen=True, slots=True)
class NoticePage:
    """What the programme must know of a notice.

    Attributes:
        id: of the notice.
        level: decides when it comes.
        reading_ms: language -> how long its words take to read.
        shown_in: language -> the language its words are in.
    """

    id: str
    level: Level
    reading_ms: Mapping[str, int]
    shown_in: Mapping[str, str]

    def lasts_ms(self, language: str) -> int:
        """Return how long its page stands, within bounds."""
        return min(max(self.reading_ms[language], SHORTEST_PAGE_MS), LONGEST_PAGE_MS)


@dataclass(frozen=True, slots=True)
class Held:
    """An item that is held on stage; ``language`` empty: the languages take turns.

    ``since_ms`` and ``until_ms`` are milliseconds since the epoch: slots count by them, and one
    that ended a fraction before its hold would be found again and again.
    """

    item: str
    language: str
    since_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Between:
    """What comes between.

    Attributes:
        urgent: pages of the urgent notices on air, the gravest first.
        urgent_since_ms: when they came on air, milliseconds since the epoch.
        pinned: pages of the others, higher ranks first.
        held: by gate staff.
        spoken: language that staff ordered to come first; "": none was ordered.
        spoken_ms: when they did, milliseconds since the epoch.
    """

    urgent: tuple[NoticePage, ...] = ()
    urgent_since_ms: int = 0
    pinned: tuple[NoticePage, ...] = ()
    held: Held | None = None
    spoken: str = ""
    spoken_ms: int = 0


NOTHING: Final = Between()


@dataclass(frozen=True)
class Interleaved:
    """A programme with what comes between; itself a ``Schedule``.

    Attributes:
        schedule: the programme.
        between: what comes between its slots.
        languages: of the screen, in order.
        zone: the gate's.
    """

    schedule: Schedule
    between: Between
    languages: tuple[str, ...]
    zone: ZoneInfo
    _minutes: dict[int, Mapping[int, Slot]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def slot_at(self, instant: datetime) -> Slot:
        """Return the slot on screen at ``instant``, aware."""
        at = to_ms(instant.astimezone(UTC))
        held = self.between.held
        if held is not None and held.since_ms <= at < held.until_ms:
            return self._held(held, at)
        slot = self._unheld(instant, at)
        return slot if held is None else _cut(slot, instant, from_ms(held.since_ms))

    def may_fill(self, slot: Slot, item: str) -> bool:
        """Whether ``item`` may be on screen from the beginning of ``slot`` to its end."""
        return item.startswith(NOTICE) or self.schedule.may_fill(slot, item)

    def _held(self, held: Held, at: int) -> Slot:
        since, until = held.since_ms, held.until_ms
        why = "held"
        if held.language:
            return self._slot((since, until), held.item, held.language, why)
        number = (at - since) // HELD_TURN_MS
        start = since + number * HELD_TURN_MS
        language = self.languages[number % len(self.languages)]
        return self._slot((start, min(start + HELD_TURN_MS, until)), held.item, language, why)

    def _unheld(self, instant: datetime, at: int) -> Slot:
        if self.between.urgent and at >= self.between.urgent_since_ms:
            inserted, next_ms = self._inserted(at)
            return inserted or _cut(self._planned(instant), instant, from_ms(next_ms))
        slot = self._planned(instant)
        if self.between.urgent:
            return _cut(slot, instant, from_ms(self.between.urgent_since_ms))
        return slot

    def _inserted(self, at: int) -> tuple[Slot | None, int]:
        """Return the urgent page that stands at ``at``, if any, and when the next round begins."""
        pages = self.between.urgent
        rounds = [sum(map(page.lasts_ms, self.languages)) for page in pages]
        every = max(URGENT_EVERY_MS, 2 * max(rounds))
        number, within = divmod(at - self.between.urgent_since_ms, every)
        begun = at - within
        page = pages[number % len(pages)]
        for language in self.languages:
            lasts = page.lasts_ms(language)
            if within < lasts:
                start = at - within
                return self._notice(page, language, (start, start + lasts)), begun + every
            within -= lasts
        return None, begun + every

    def _planned(self, instant: datetime) -> Slot:
        slot = self.schedule.slot_at(instant)
        start = to_ms(slot.start)
        if self.between.pinned:
            slot = self._of_minute(start // MINUTE_MS).get(start, slot)
        return self._spoken(slot, start, to_ms(slot.end))

    def _spoken(self, slot: Slot, start: int, end: int) -> Slot:
        """Return ``slot`` in the language that staff have just ordered."""
        tag, since = self.between.spoken, self.between.spoken_ms
        if not tag or not start < since + SPOKEN_MS or not since < end:
            return slot
        return replace(slot, language=tag, shown_in=tag)

    def _of_minute(self, minute: int) -> Mapping[int, Slot]:
        """Return the slots that begin in a minute and give way: start -> what stands there."""
        if minute not in self._minutes:
            while len(self._minutes) >= KEPT_MINUTES:
                del self._minutes[next(iter(self._minutes))]
            self._minutes[minute] = dict(self._give_way(minute))
        return self._minutes[minute]

    def _give_way(self, minute: int) -> Iterator[tuple[int, Slot]]:
        due = [*_due(self.between.pinned, minute)]
        slots = _may_give_way([*self._slots_of(minute)]) if due else []
        left = MINUTE_MS // 2
        for number, (page, slot) in enumerate(zip(due, slots, strict=False)):
            start, end = to_ms(slot.start), to_ms(slot.end)
            left -= end - start
            if left < 0:
                return
            language = self.languages[(minute + number) % len(self.languages)]
            yield start, self._notice(page, language, (start, end))

    def _slots_of(self, minute: int) -> Iterator[Slot]:
        """Yield the slots of the programme that begin within a minute."""
        begin, end = from_ms(minute * MINUTE_MS), from_ms((minute + 1) * MINUTE_MS)
        slot = self.schedule.slot_at(begin)
        while slot.start < end:
            if slot.start >= begin:
                yield slot
            slot = self.schedule.slot_at(slot.end)

    def _notice(self, page: NoticePage, language: str, times: tuple[int, int]) -> Slot:
        shown_in = page.shown_in.get(language, language)
        item = f"{NOTICE}{page.id}"
        return self._slot(times, item, language, f"{page.level}:{page.id}", shown_in)

    def _slot(
        self, times: tuple[int, int], item: str, language: str, why: str, shown_in: str = ""
    ) -> Slot:
        start, end = (at_fixed_offset(ms, self.zone) for ms in times)
        return Slot(start, end, item, language, shown_in or language, why)


def _due(pages: Sequence[NoticePage], minute: int) -> Iterator[NoticePage]:
    """Yield the pages of a minute, each rank in turn, so that the last is not always left out."""
    for level, every in EVERY.items():
        ranked = [page for page in pages if page.level == level]
        number, offset = divmod(minute, every)
        mine = ranked[offset::every] if every > 1 else ranked
        turn = number % len(mine) if mine else 0
        yield from (*mine[turn:], *mine[:turn])


def _may_give_way(slots: Sequence[Slot]) -> list[Slot]:
    """Return the slots that may give way: no two in a row, practical help only if need be.

    Nor the last of several: the first of the next minute may give way.
    """
    within = slots[: max(1, len(slots) - 1)]
    others = [n for n, slot in enumerate(within) if not slot.why.startswith(ESSENTIAL)]
    chosen: list[int] = []
    for number in others or range(len(within)):
        if not chosen or number > chosen[-1] + 1:
            chosen.append(number)
    return [slots[number] for number in chosen]


def _cut(slot: Slot, instant: datetime, edge: datetime) -> Slot:
    """Return ``slot`` so that it ends at ``edge``, where that lies within what is left of it."""
    if not instant < edge < slot.end:
        return slot
    end = edge.astimezone(slot.end.tzinfo)
    return replace(slot, end=end)


def beside(schedule: Schedule, slot: Slot, steps: int) -> Slot:
    """Return the next slot, or the one before, that is of an item and no page of a notice.

    Args:
        schedule: of all slots.
        slot: from where.
        steps: above 0: the next one; else the one before.
    """
    for _ in range(MOST_ABREAST):
        slot = schedule.slot_at(slot.end if steps > 0 else slot.start - _MILLISECOND)
        if not slot.item.startswith(NOTICE):
            break
    return slot
