"""The vigil over one player: sees faults, has the ladder say what to do, and has it done.

Once a second what the lookout and the sampler found is judged (``player.health.ladder``), what is
remembered is kept, and whoever runs this process is told that it lives: only when frames come and
the programme goes on.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from player.health.ladder import Remedy, judge
from player.health.limits import SHOW_BYTES, Weight, is_too_heavy
from player.health.pulse import Pulse, is_alive
from player.health.starts import safe_left_s
from player.health.watch import Fault
from player.store.recovery import Moment, Recovery, RecoveryBook

logger = logging.getLogger(__name__)

BEAT_MS: Final = 1000
WEIGH_EVERY: Final = 60
"""Beats from one look at memory to the next."""


class Heart(Protocol):
    """Beats for whoever runs this process; see ``main.heartbeat``."""

    def tick(self) -> None:
        """Hear of progress."""

    def begin(self) -> None:
        """Beat from now on."""


class Line(Protocol):
    """To whoever runs this process; see ``main.service``."""

    def ready(self) -> None:
        """Say that the work has begun."""

    def say(self, sentence: str) -> None:
        """Say how it fares."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What the vigil works with.

    Attributes:
        faults: what is wrong now.
        pulse: how frames and programme fare.
        moment: the present instant.
        weight: what this process holds, and since when.
        is_quiet: whether a second without a picture disturbs nobody.
        is_covered: whether something above the programme has the screen, or nothing is to be seen:
            no page of it will come that could tell that the work has begun.
        remedies: what to do for each but ``SAFE``.
        begin_again: ends the process for a fresh one, because of what it holds.
    """

    faults: Callable[[], frozenset[Fault]]
    pulse: Callable[[], Pulse]
    moment: Callable[[], Moment]
    weight: Callable[[], Weight]
    is_quiet: Callable[[], bool]
    is_covered: Callable[[], bool]
    remedies: Mapping[Remedy, Callable[[], None]]
    begin_again: Callable[[], None]


class Vigil(QObject):
    """Watches for the life of the process."""

    rested = Signal(bool)
    """Whether the built-in page is to stand, and no pack to be read."""

    trusted = Signal(bool)
    """Whether a pack that has yet to prove itself may be shown."""

    def __init__(self, book: RecoveryBook, watched: Watched, line: Line, heart: Heart) -> None:
        """Wait for ``begin``."""
        super().__init__()
        self._book = book
        self._watched = watched
        self._line = line
        self._heart = heart
        self._beats = 0
        self._is_heavy = False
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on."""
        self._timer.start()
        self._heart.begin()
        self.look()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Judge what there is to see now."""
        now, before = self._watched.moment(), self._book.recovery
        found, pulse = self._watched.faults(), self._watched.pulse()
        judgement = judge(before, now, found)
        after, remedy = judgement.recovery, judgement.remedy
        is_turn = remedy is not None or (after.safety is None) != (before.safety is None)
        self._book.keep(after, now, at_once=is_turn)
        self._announce(before, after)
        if is_alive(pulse):
            self._heart.tick()
        # Started in the midst of an emergency, or before its display, it is not to be started
        # again and again for want of a page.
        if Fault.DISPLAY_AWAY in found or (pulse.has_drawn and self._watched.is_covered()):
            self._line.ready()
        self._line.say(_sentence(after, now))
        if remedy is not None:
            logger.error("remedy", extra={"remedy": remedy.name, "what": remedy.value})
            if remedy in self._watched.remedies:
                self._watched.remedies[remedy]()
        else:
            self._weigh()

    def _announce(self, before: Recovery, after: Recovery) -> None:
        if (after.safety is None) != (before.safety is None):
            why = after.safety.reason if after.safety else "it is over"
            logger.warning("safe mode", extra={"is": after.safety is not None, "why": why})
        if after.is_careful != before.is_careful:
            self.trusted.emit(not after.is_careful)
        if (after.safety is None) != (before.safety is None):
            self.rested.emit(after.safety is not None)

    def _weigh(self) -> None:
        self._beats += 1
        if self._beats % WEIGH_EVERY == 0:
            weight = self._watched.weight()
            is_heavy = is_too_heavy(weight, SHOW_BYTES)
            if is_heavy and not self._is_heavy:
                megabytes = weight.held_bytes >> 20
                logger.warning("too much memory is held", extra={"megabytes": megabytes})
            self._is_heavy = is_heavy
        if self._is_heavy and self._watched.is_quiet():
            self._is_heavy = False
            self._watched.begin_again()


def _sentence(recovery: Recovery, now: Moment) -> str:
    if recovery.safety is not None:
        left_s = safe_left_s(recovery, now)
        return f"safe mode for {left_s / 60:.0f} more minutes: {recovery.safety.reason}"
    lasting = [trouble.fault for trouble in recovery.troubles if trouble.over is None]
    return f"playing, but {'; '.join(lasting)}" if lasting else "playing"
