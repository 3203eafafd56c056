"""Says whose PIN it is, on a thread of its own: scrypt is slow on purpose, and the GUI never waits.

An attempt is counted, on the disk, before it is judged, and taken back when the PIN was right:
whoever pulls the plug has wasted it. A disk that refuses is told in the log, and the lockout holds
all the same while the player runs.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from player.clock import ClockTrust
from player.config.officers import Officer, Officers
from player.errors import ConfigError
from player.stage.panel.lockout import Lockout, failed, resumed
from player.stage.panel.pin_pad import wipe
from player.store.attempts import Attempts
from player.store.scribe import Scribe

logger = logging.getLogger(__name__)

Why = Literal["wrong", "locked", "no-officers"]


@dataclass(frozen=True, slots=True)
class Refused:
    """Nobody is let in.

    Attributes:
        why: the PIN is nobody's; none is taken just now; the file of officers cannot be used.
        wrong: errors so far.
        locked_s: for how long no PIN is taken from now on.
    """

    why: Why
    wrong: int
    locked_s: float


@dataclass(frozen=True, slots=True)
class Books:
    """What the gatekeeper reads and writes, and the clocks; all but ``seconds`` may take long.

    Attributes:
        officers: reads their file each time: who was added or left is known at once.
        remembered: attempts before this start.
        remember: writes them; raises OSError where the disk refuses.
        now: aware.
        trust: whether an instant is believed.
        seconds: of a clock that never steps.
    """

    officers: Callable[[], Officers]
    remembered: Callable[[], Attempts]
    remember: Callable[[Attempts], None]
    now: Callable[[], datetime]
    trust: Callable[[datetime], ClockTrust]
    seconds: Callable[[], float]


class Gatekeeper(QObject):
    """One thread, one PIN at a time."""

    admitted = Signal(object)
    """Officer."""

    refused = Signal(object)
    """Refused."""

    def __init__(self, books: Books, *, is_threaded: bool = True) -> None:
        """Start waiting, in the lockout of before.

        Args:
            books: what is read and written.
            is_threaded: False: everything is done at once, before the call returns.
        """
        super().__init__()
        self._books = books
        self._scribe = Scribe("attempts at a PIN")
        now = books.now()
        self._lockout = resumed(books.remembered(), now, books.trust(now), books.seconds())
        self._orders = queue.SimpleQueue[bytearray | None]()
        self._thread: threading.Thread | None = None
        if is_threaded:
            self._thread = threading.Thread(target=self._work, name="gatekeeper", daemon=True)
            self._thread.start()

    @property
    def locked_s(self) -> float:
        """For how long no PIN is taken; 0: one is."""
        return self._lockout.remaining_s(self._books.seconds())

    def check(self, pin: bytearray) -> None:
        """Say whose PIN it is: ``admitted`` or ``refused``.

        Args:
            pin: overwritten once it is judged.
        """
        if self._thread is not None:
            self._orders.put(pin)
        else:
            self._judge(pin)

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._orders.put(None)
            self._thread.join()

    def _work(self) -> None:
        while (pin := self._orders.get()) is not None:
            self._judge(pin)

    def _judge(self, pin: bytearray) -> None:
        try:
            officer = self._find(pin)
        except Exception as e:  # noqa: BLE001  (whatever goes wrong opens nothing, and is not told with what was typed)
            logger.error("a PIN cannot be judged", extra={"error": type(e).__name__})  # noqa: TRY400
            officer = self._refusal("no-officers")
        finally:
            wipe(pin)
        if isinstance(officer, Officer):
            logger.info("officer is in", extra={"officer": officer.name, "role": officer.role})
            self.admitted.emit(officer)
        else:
            logger.info("PIN refused", extra={"why": officer.why, "wrong": officer.wrong})
            self.refused.emit(officer)

    def _find(self, pin: bytearray) -> Officer | Refused:
        if self.locked_s > 0:
            return self._refusal("locked")
        try:
            officers = self._books.officers()
        except ConfigError as e:
            logger.warning("no PIN opens the staff panel", extra={"reason": str(e)})
            return self._refusal("no-officers")
        now = self._books.now()
        trust = self._books.trust(now)
        self._remember(failed(self._lockout, now, trust, self._books.seconds()))
        officer = officers.admit(pin)
        if officer is None:
            return self._refusal("wrong")
        self._remember(Lockout())
        return officer

    def _refusal(self, why: Why) -> Refused:
        return Refused(why, self._lockout.attempts.wrong, self.locked_s)

    def _remember(self, lockout: Lockout) -> None:
        self._lockout = lockout
        self._scribe.write(partial(self._books.remember, lockout.attempts))
