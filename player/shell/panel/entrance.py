"""From the call of the PIN pad to "this officer is in", and out again.

The room behind the pad's page: what it shows is ``PadState``, what is pressed on it comes in as
names of keys. It closes by itself when nobody is there, and lets an officer out likewise.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from player.config.officers import Officer
from player.shell.panel.gatekeeper import Gatekeeper, Refused
from player.stage.panel.pin_pad import CLEAR, ENTER, PinPad

IDLE_S: Final = 60.0
"""Nobody there for so long: the officer has gone, or the pad was never meant."""

_TICK_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class PadState:
    """What the pad shows; of a PIN only how many digits were typed.

    Attributes:
        is_enough: whether it may be entered.
        is_checking: a PIN is being judged.
        refused: why nobody was let in; None: nobody was refused, or typing has begun again.
        locked_s: whole seconds for which no PIN is taken, rounded up.
    """

    count: int = 0
    is_enough: bool = False
    is_checking: bool = False
    refused: Refused | None = None
    locked_s: int = 0


class Entrance(QObject):
    """The pad, the gatekeeper, and who is in."""

    opened = Signal()
    """The pad is called: it claims the screen."""

    changed = Signal()
    """``state`` has."""

    entered = Signal(object)
    """Officer: is in."""

    left = Signal()
    """The pad is closed and nobody is in: the screen is given back."""

    def __init__(self, gatekeeper: Gatekeeper, seconds: Callable[[], float]) -> None:
        """Wait to be called.

        Args:
            gatekeeper: knows the officers.
            seconds: of a clock that never steps.
        """
        super().__init__()
        self._gatekeeper = gatekeeper
        self._seconds = seconds
        self._pad = PinPad()
        self._state = PadState()
        self._is_open = False
        self._officer: Officer | None = None
        self._stirred_s = 0.0
        gatekeeper.admitted.connect(self._admit)
        gatekeeper.refused.connect(self._refuse)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def state(self) -> PadState:
        """What the pad shows."""
        return self._state

    @property
    def is_open(self) -> bool:
        """Whether digits are typed into the pad."""
        return self._is_open

    @property
    def officer(self) -> Officer | None:
        """Who is in."""
        return self._officer

    @property
    def is_officer_in(self) -> bool:
        """Whether anybody is."""
        return self._officer is not None

    @Slot()
    def call(self) -> None:
        """Open the pad; one that is open, or an officer who is in, is not disturbed."""
        if self._is_open or self._officer is not None:
            return
        self._is_open = True
        self.stay()
        self._timer.start()
        self._show(PadState(locked_s=self._locked()))
        self.opened.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """Take a key of the pad: a digit, ``back``, ``clear`` or ``enter``."""
        if not self._is_open or self._state.is_checking:
            return
        self.stay()
        if self._locked():
            self._pad.press(CLEAR)
            self._show(PadState(refused=self._state.refused, locked_s=self._locked()))
        elif key != ENTER:
            self._pad.press(key)
            self._show(PadState(self._pad.count, self._pad.is_enough))
        elif self._pad.is_enough:
            self._show(PadState(self._pad.count, is_checking=True))
            self._gatekeeper.check(self._pad.take())

    @Slot()
    def leave(self) -> None:
        """Close the pad, and let out whoever is in."""
        if not self._is_open and self._officer is None:
            return
        self._pad.press(CLEAR)
        self._is_open = False
        self._officer = None
        self._timer.stop()
        self._show(PadState())
        self.left.emit()

    def stay(self) -> None:
        """Somebody is there."""
        self._stirred_s = self._seconds()

    @Slot()
    def tick(self) -> None:
        """Count a lockout down, and close what nobody stands before."""
        if self._seconds() - self._stirred_s >= IDLE_S:
            self.leave()
        elif self._is_open and self._state.locked_s != self._locked():
            self._show(replace(self._state, locked_s=self._locked()))

    def _locked(self) -> int:
        return ceil(self._gatekeeper.locked_s)

    @Slot(object)
    def _admit(self, officer: Officer) -> None:
        if not self._state.is_checking:
            return  # closed meanwhile: whoever typed it has gone
        self._is_open = False
        self._officer = officer
        self.stay()
        self._show(PadState())
        self.entered.emit(officer)

    @Slot(object)
    def _refuse(self, refused: Refused) -> None:
        if self._state.is_checking:
            self._show(PadState(refused=refused, locked_s=self._locked()))

    def _show(self, state: PadState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()
