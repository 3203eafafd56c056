"""One loop: who shows in which order and language, so that nobody waits too long.

A *round* is the order of items, each as often as its weight; the loop is as many rounds as there
are languages. The language changes with every slot; the round's length is made coprime to the
number of languages, so that each item meets each language exactly once per loop while no
language ever waits longer than one full turn of the others (Chinese remainder theorem).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Final

from player.schedule.showable import Airtime

ESSENTIAL_ABSENCE_MS: Final = 120_000
"""Practical help is absent for at most two minutes (DECISIONS.md, rules of the stage)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One entry of a round: an item, how often it shows per round, and the rule that says so."""

    item: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class LoopSlot:
    """One slot of a loop; ``duration_ms`` is what the text shown needs."""

    item: str
    language: str
    shown_in: str
    duration_ms: int
    why: str


class Loop:
    """A loop: its order of turns, and where its slots end.

    Slots are made when first asked for: of a loop that plays for a minute, only that minute.
    """

    def __init__(
        self, order: Sequence[Turn], languages: Sequence[str], airtime: Mapping[str, Airtime]
    ) -> None:
        """Make a loop.

        Args:
            order: one round, at least one turn; its length coprime to that of ``languages``.
            languages: in the order their turns come, at least one.
            airtime: has every item of ``order``.
        """
        self._order = order
        self._languages = languages
        self._airtime = airtime
        self._slots: list[LoopSlot] = []
        self._ends_ms: list[int] = [0]

    def whole_slots(self, elapsed_ms: int) -> int:
        """Return how many slots, over all passes, are over after ``elapsed_ms``."""
        if not self._reach(elapsed_ms):
            return bisect_right(self._ends_ms, elapsed_ms) - 1
        passes, rest = divmod(elapsed_ms, self._ends_ms[-1])
        return passes * len(self._slots) + bisect_right(self._ends_ms, rest) - 1

    def slot(self, number: int) -> LoopSlot:
        """Return slot ``number``, counted from the beginning over all passes."""
        index = number % (len(self._order) * len(self._languages))
        while index >= len(self._slots):
            self._append()
        return self._slots[index]

    def start_ms(self, number: int) -> int:
        """Return when slot ``number`` begins, counted from the beginning."""
        passes, index = divmod(number, len(self._order) * len(self._languages))
        if index:
            self.slot(index - 1)
        return (self._whole_ms() * passes if passes else 0) + self._ends_ms[index]

    def _is_complete(self) -> bool:
        return len(self._slots) == len(self._order) * len(self._languages)

    def _reach(self, elapsed_ms: int) -> bool:
        """Make slots until one ends after ``elapsed_ms``; return whether that takes them all."""
        while self._ends_ms[-1] <= elapsed_ms and not self._is_complete():
            self._append()
        return self._is_complete()

    def _whole_ms(self) -> int:
        while not self._is_complete():
            self._append()
        return self._ends_ms[-1]

    def _append(self) -> None:
        number = len(self._slots)
        turn = self._order[number % len(self._order)]
        language = self._languages[number % len(self._languages)]
        item = self._airtime[turn.item]
        shown_in = item.shown_in[language]
        duration_ms = item.duration_ms[shown_in]
        self._slots.append(LoopSlot(turn.item, language, shown_in, duration_ms, turn.why))
        self._ends_ms.append(self._ends_ms[-1] + duration_ms)


def build_loop(
    turns: Sequence[Turn],
    essential: Sequence[Turn],
    airtime: Mapping[str, Airtime],
    languages: Sequence[str],
) -> Loop:
    """Return the loop of ``turns`` with the ``essential`` ones between them.

    Args:
        turns: in editorial order; may be empty if ``essential`` is not.
        essential: shown often enough to meet ``ESSENTIAL_ABSENCE_MS`` where that is possible.
        airtime: has every item named.
        languages: at least one.
    """
    order = _coprime(_with_essential(spread(turns), essential, airtime), len(languages))
    return Loop(order, languages, airtime)


def spread(turns: Sequence[Turn]) -> Sequence[Turn]:
    """Return each turn as often as its count says, evenly spread, ties in editorial order."""
    least = gcd(*(turn.count for turn in turns))
    if all(turn.count == least for turn in turns):
        return turns
    placed = [
        ((2 * showing + 1) / (2 * (turn.count // least)), rank)
        for rank, turn in enumerate(turns)
        for showing in range(turn.count // least)
    ]
    return [turns[rank] for _, rank in sorted(placed)]


def _with_essential(
    base: Sequence[Turn], essential: Sequence[Turn], airtime: Mapping[str, Airtime]
) -> Sequence[Turn]:
    """Put all essential turns before ``base`` and again wherever one would be absent too long.

    Room for one more turn stays, which ``_coprime`` may need.
    """
    if not essential or not base:
        return base or essential
    longest = [airtime[turn.item].longest_ms for turn in essential]
    lengths = [airtime[turn.item].longest_ms for turn in base]
    room_ms = ESSENTIAL_ABSENCE_MS - (sum(longest) - min(longest)) - max(lengths)
    order: list[Turn] = []
    left_ms = 0
    for turn, length_ms in zip(base, lengths, strict=True):
        if length_ms > left_ms:
            order += essential
            left_ms = room_ms
        order.append(turn)
        left_ms -= length_ms
    return order


def _coprime(order: Sequence[Turn], languages: int) -> Sequence[Turn]:
    """Repeat the first turns in the middle until every turn meets every language."""
    if gcd(len(order), languages) == 1:
        return order
    extra = 1
    while gcd(len(order) + extra, languages) != 1:
        extra += 1
    middle = len(order) // 2
    return [*order[:middle], *(order[each % len(order)] for each in range(extra)), *order[middle:]]
