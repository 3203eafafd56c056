"""The programme of a screen that only says when its gate opens: one page, in turns of languages."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from player.pack.instants import at_fixed_offset, day_bounds, to_ms
from player.schedule.programme import GATE_PAGE_MS
from player.schedule.slot import CLOSED_PAGE, DEFAULT_GATE_PAGE, Slot


class ClosedProgramme:
    """Slots counted from the local midnight: screens side by side are in the same language."""

    def __init__(self, zone: ZoneInfo, languages: Sequence[str]) -> None:
        """Take what the turns follow from.

        Args:
            zone: of the gate.
            languages: in the order of their turns; at least one.
        """
        self._zone = zone
        self._languages = tuple(languages)

    def slot_at(self, instant: datetime) -> Slot:
        """Return the turn at ``instant``; aware, between 1970 and 2999."""
        midnight, next_midnight = day_bounds(instant.astimezone(self._zone).date(), self._zone)
        turn = (to_ms(instant) - midnight) // GATE_PAGE_MS
        start = midnight + turn * GATE_PAGE_MS
        tag = self._languages[turn % len(self._languages)]
        return Slot(
            at_fixed_offset(start, self._zone),
            at_fixed_offset(min(start + GATE_PAGE_MS, next_midnight), self._zone),
            CLOSED_PAGE,
            tag,
            tag,
            CLOSED_PAGE,
        )

    def may_fill(self, slot: Slot, item: str) -> bool:
        """Whether ``item`` may stand in for a turn: nothing but the default gate page."""
        del slot
        return item == DEFAULT_GATE_PAGE
