"""One loop on its way through the languages, so that nobody waits too long.

A *round* is the order of turns. The language changes with every slot, so no language ever waits
longer than one slot of each other one. Where the length of the round and the number of languages
have a common divisor, a turn would meet some languages only: there, whenever both come out even,
the last turn is shown once more, in the next language, and everything moves on by one. So over
as many rounds as there are languages each turn meets each language exactly once.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import gcd, lcm

from player.schedule.mix import Turn
from player.schedule.showable import Airtime


@dataclass(frozen=True, slots=True)
class LoopSlot:
    """One slot of a loop.

    Attributes:
        start_ms, end_ms: after the loop's beginning, half-open.
        language: whose turn it is; ``shown_in`` is the language of the text that stands for it.
    """

    start_ms: int
    end_ms: int
    item: str
    language: str
    shown_in: str
    why: str


class Loop:
    """The slots of a stretch of time, one after the other, made when first asked for.

    A slot that the end of the stretch would cut is not begun: the one before it holds instead.
    """

    def __init__(
        self,
        order: Iterator[Turn],
        languages: tuple[str, ...],
        airtime: Mapping[str, Airtime],
        length_ms: int,
    ) -> None:
        """Begin a loop.

        Args:
            order: one round, at least one turn.
            languages: in the order their turns come, at least one.
            airtime: has every item of ``order``.
            length_ms: of the stretch, more than 0.
        """
        self._coming = order
        self._round: list[Turn] = []
        self._even_after: int | None = None
        self._languages = languages
        self._airtime = airtime
        self._length_ms = length_ms
        self._starts_ms = [0]

    def slot_at(self, elapsed_ms: int) -> LoopSlot:
        """Return the slot on screen ``elapsed_ms`` after the loop began, less than its length."""
        number = self._number_at(elapsed_ms)
        if number and not self._fits(number):
            number -= 1
        is_last = not self._fits(number) or not self._fits(number + 1)
        turn = self._turn(number)
        language = self._languages[number % len(self._languages)]
        return LoopSlot(
            self._start_ms(number),
            self._length_ms if is_last else self._start_ms(number + 1),
            turn.item,
            language,
            self._airtime[turn.item].shown_in[language],
            turn.why,
        )

    def finish(self) -> list[str]:
        """Make all slots, and return their items in order."""
        slots = max(1, self._number_at(self._length_ms))
        # With every slot made the rest of the order is never asked for; it may hold thousands.
        self._coming = iter(())
        return [self._turn(number).item for number in range(slots)]

    def close(self, first: str) -> None:
        """End so that the language ``first`` is next, all slots a little longer instead."""
        slots = len(self.finish())
        kept = slots - (slots - self._languages.index(first)) % len(self._languages)
        if kept > 0:
            end_ms = self._starts_ms[kept]
            whole = self._starts_ms[: kept + 1]
            self._starts_ms = [start * self._length_ms // end_ms for start in whole]

    def _number_at(self, elapsed_ms: int) -> int:
        while self._starts_ms[-1] <= elapsed_ms:
            self._append()
        return bisect_right(self._starts_ms, elapsed_ms) - 1

    def _fits(self, number: int) -> bool:
        return self._start_ms(number + 1) <= self._length_ms

    def _start_ms(self, number: int) -> int:
        while len(self._starts_ms) <= number:
            self._append()
        return self._starts_ms[number]

    def _append(self) -> None:
        number = len(self._starts_ms) - 1
        duration_ms = self._airtime[self._turn(number).item].duration_ms
        language = self._languages[number % len(self._languages)]
        self._starts_ms.append(self._starts_ms[-1] + duration_ms[language])

    def _turn(self, number: int) -> Turn:
        while self._even_after is None and number >= len(self._round):
            self._take()
        moved = number // self._even_after if self._even_after else 0
        return self._round[(number - moved) % len(self._round)]

    def _take(self) -> None:
        turn = next(self._coming, None)
        if turn is not None:
            self._round.append(turn)
            return
        turns, languages = len(self._round), len(self._languages)
        self._even_after = lcm(turns, languages) if gcd(turns, languages) > 1 else 0
