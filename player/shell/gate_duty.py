"""The gate duty: carries out on one screen what stands on the board and what staff ordered.

Everything here runs on the GUI thread. What holds when is decided elsewhere (``notices``,
``stage/gate``); this room passes it to the programme, the banner and the emergency page, claims
the screen for them, and keeps one timer.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from player.notices.air import Sky
from player.pack.instants import DUSK, to_ms
from player.shell.alarm_keeper import AlarmKeeper
from player.shell.clockwork import Clockwork
from player.shell.gate_keeper import GateKeeper
from player.shell.herald import Herald
from player.shell.performance import Performance
from player.stage.gate.alarm_calls import call_on_air
from player.stage.interleave import Held
from player.stage.notice_pages import NoticePages
from player.stage.notice_words import notice_words
from player.stage.repertoire import Repertoire
from player.stage.rungs import Rung

if TYPE_CHECKING:
    from player.stage.alarm.call import AlarmCall

logger = logging.getLogger(__name__)

LONGEST_MS: Final = 30_000
"""A timer is set no further ahead, so that a stepped clock is soon noticed."""

EARLY_MS: Final = 5
"""A timer may fire this much before its instant; waking again at once would be a busy loop."""


@dataclass(frozen=True, slots=True)
class DutyMeans:
    """What the duty works with.

    Attributes:
        keeper: knows what holds.
        performance: plays the programme and what comes between.
        herald: banner and ticker.
        alarm: the emergency page.
        time: what time it is.
    """

    keeper: GateKeeper
    performance: Performance
    herald: Herald
    alarm: AlarmKeeper
    time: Clockwork


class GateDuty(QObject):
    """One screen's gate duty, for the life of the process."""

    spoke = Signal(object)
    """Languages the screen is to show, in order; none: as configured."""

    claimed = Signal(object)
    released = Signal(object)
    """A ``Rung`` wants the screen, or wants it no more."""

    def __init__(self, means: DutyMeans, audience: frozenset[str]) -> None:
        """Wait for ``begin``.

        Args:
            means: what it works with.
            audience: tags of the people before the screen; empty: everyone.
        """
        super().__init__()
        self._means = means
        self._audience = audience
        self._repertoire: Repertoire | None = None
        self._languages: tuple[str, ...] = ()
        self._call: AlarmCall | None = None
        self._claims: set[Rung] = set()
        self._failing: set[Callable[[Sky], int]] = set()
        # One for good: a timer for each wait left 14 bytes behind (PySide6 6.12.0).
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        means.keeper.changed.connect(self.tick)

    def take(self, repertoire: Repertoire | None) -> None:
        """Do duty beside this pack from now on."""
        self._repertoire = repertoire
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Look at the clock, and have everything stand as it is now to stand."""
        # First: whatever goes wrong below, the clock is looked at again (DECISIONS.md D-27).
        self._timer.start(LONGEST_MS)
        now = self._means.time.now()
        sky = Sky(self._means.keeper.zone, now, self._means.time.trust(now), self._audience)
        # The emergency before all: and whatever goes wrong with one part, the others stand.
        parts = (self._call_out, self._speak, self._announce, self._interleave, self._look_ahead)
        until = min(self._survive(part, sky) for part in parts)
        wait_ms = min(max(0, until - to_ms(now)) + EARLY_MS, LONGEST_MS)
        self._timer.start(wait_ms)

    def _survive(self, part: Callable[[Sky], int], sky: Sky) -> int:
        """Have a part of the duty done; return when it is to be done again."""
        try:
            until = part(sky)
        except Exception:
            if part not in self._failing:
                logger.exception("a part of the gate duty fails", extra={"part": part.__name__})
            self._failing.add(part)
            return DUSK
        self._failing.discard(part)
        return until

    def _call_out(self, sky: Sky) -> int:
        """Have the emergency page stand, or go; return when that changes."""
        means = self._means
        call, until = call_on_air(means.keeper.board, sky)
        if call == self._call:
            return until
        if call is None:
            means.alarm.clear()
            self.claim(Rung.EMERGENCY, is_wanted=False)
        else:
            self.claim(Rung.EMERGENCY, is_wanted=True)
            means.alarm.raise_(call)
        # Last: what did not come to its end is tried again.
        self._call = call
        return until

    def _look_ahead(self, _: Sky) -> int:
        """Return when something that staff ordered is over by itself."""
        change = self._means.keeper.changes_at()
        return DUSK if change is None else to_ms(change)

    def _speak(self, _: Sky) -> int:
        """Have the screen show the languages that staff ordered; ``keeper`` says when that ends."""
        spell = self._means.keeper.day.language
        languages = tuple(spell.languages) if spell is not None else ()
        if languages != self._languages:
            self._languages = languages
            self.spoke.emit(languages)
        return DUSK

    def _announce(self, _: Sky) -> int:
        """Have the banner be of the board; the herald wakes for it itself."""
        self._means.herald.post(self._means.keeper.board)
        return DUSK

    def _interleave(self, sky: Sky) -> int:
        """Have the pages be those of the board; return when that changes."""
        means, repertoire = self._means, self._repertoire
        if repertoire is None:
            self.claim(Rung.HOLD, is_wanted=False)
            return DUSK
        composer = repertoire.composer
        pages = NoticePages(notice_words(composer), composer.writer, composer.languages)
        held = self._held(repertoire, sky.now)
        on_air = pages.on_air(means.keeper.board, sky, held, self._spoken(repertoire))
        means.performance.interleave(on_air)
        self.claim(Rung.HOLD, is_wanted=on_air.between.held is not None)
        return on_air.until_ms

    def _spoken(self, repertoire: Repertoire) -> tuple[str, int]:
        """Return the language that staff ordered to come first, and when; "": none."""
        spell = self._means.keeper.day.language
        if spell is None or not spell.languages:
            return "", 0
        first = spell.languages[0]
        return (first, to_ms(spell.since)) if first in repertoire.composer.languages else ("", 0)

    def _held(self, repertoire: Repertoire, now: datetime) -> Held | None:
        spell = self._means.keeper.day.hold
        if spell is None or spell.until is None or not spell.holds(now):
            return None
        content, languages = repertoire.composer.pack.content, repertoire.composer.languages
        if spell.item not in content.item_by_id:
            return None
        language = spell.language if spell.language in languages else ""
        return Held(spell.item, language, to_ms(spell.since), to_ms(spell.until))

    def claim(self, rung: Rung, *, is_wanted: bool) -> None:
        """Give the screen to ``rung``, or take its claim back; nothing where that is so already."""
        if is_wanted is (rung in self._claims):
            return
        if is_wanted:
            self._claims.add(rung)
            self._means.performance.claim(rung)
            self.claimed.emit(rung)
        else:
            self._claims.discard(rung)
            self._means.performance.release(rung)
            self.released.emit(rung)
