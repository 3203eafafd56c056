"""SIGTERM and SIGINT, brought to Qt's event loop.

Python runs a signal handler between two of its own instructions, which may be a minute away
while Qt waits for events; the wake-up descriptor is written at once and ends that wait.
"""

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Slot

QUIT_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)
_CHUNK: Final = 64


class QuitSignals(QObject):
    """Calls back on the GUI thread when the process is asked to end."""

    def __init__(self, on_quit: Callable[[], None]) -> None:
        """Take the signals over until ``close``.

        Args:
            on_quit: called once per signal; must be quick.
        """
        super().__init__()
        self._on_quit = on_quit
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)  # noqa: FBT003  (the standard library's signature)
        self._old_descriptor = signal.set_wakeup_fd(
            self._writer.fileno(), warn_on_full_buffer=False
        )
        self._old_handlers = {
            number: signal.signal(number, self._handle) for number in QUIT_SIGNALS
        }
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _woken(self) -> None:
        # Reading is enough: back in Python, the interpreter runs the handler by itself.
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(_CHUNK)

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self._on_quit()
