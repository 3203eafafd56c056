"""Fingers on a window: up to ten, put down, moved, lifted and taken away by the panel itself."""

from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPointingDevice, QTouchEvent, QWindow
from PySide6.QtTest import QTest


@cache
def touch_panel() -> QPointingDevice:
    """Return a touch panel; Qt keeps each one that is made for ever."""
    return QTest.createTouchDevice()


@dataclass
class Fingers:
    """All fingers that are on one window; each call is one event of the panel."""

    window: QWindow
    down: dict[int, QPoint] = field(default_factory=dict)

    def press(self, finger: int, place: QPoint) -> None:
        """Put a finger down."""
        event = QTest.touchEvent(self.window, touch_panel(), autoCommit=False)
        for other, where in self.down.items():
            event.move(other, where, self.window)
        event.press(finger, place, self.window)
        event.commit(processEvents=False)
        self.down[finger] = place

    def move(self, finger: int, place: QPoint) -> None:
        """Move one, inside the window or beyond it."""
        self.down[finger] = place
        event = QTest.touchEvent(self.window, touch_panel(), autoCommit=False)
        for each, where in self.down.items():
            event.move(each, where, self.window)
        event.commit(processEvents=False)

    def lift(self, *fingers: int) -> None:
        """Lift some, or all of them."""
        lifted = {each: self.down.pop(each) for each in fingers or tuple(self.down)}
        if not lifted:
            return
        event = QTest.touchEvent(self.window, touch_panel(), autoCommit=False)
        for each, where in self.down.items():
            event.move(each, where, self.window)
        for each, where in lifted.items():
            event.release(each, where, self.window)
        event.commit(processEvents=False)

    def cancel(self) -> None:
        """Have the panel take all of them back, and then report them lifted all the same."""
        taken = QTouchEvent(QEvent.Type.TouchCancel, touch_panel())
        QCoreApplication.sendEvent(self.window, taken)
        self.lift()
