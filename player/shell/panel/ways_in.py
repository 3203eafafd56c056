"""How staff call the PIN pad: a finger held in a corner, keys of a keypad; and keys that order.

A filter before all others. Of fingers it takes nothing away until one has been held long enough:
until then a traveller's touch is a touch like any other, and nothing is drawn. That finger is then
taken from whatever it lies on, so that lifting it does nothing more. Of keys it takes those typed
into the pad, which nothing else learns of, and those that order something.
"""

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QEventPoint,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTouchEvent,
    QWindow,
)
from PySide6.QtQuick import QQuickWindow

from player.config.screen import Keypad, Panel
from player.shell.screen_metrics import ScreenMetrics
from player.shell.timers import OneShot
from player.stage.panel.corner import Corner
from player.stage.panel.keypad import Combination, meanings
from player.stage.panel.pin_pad import BACK, CLEAR, ENTER

MOUSE: Final = -1
"""Id of the finger that a mouse is."""

_NAMED: Final[Mapping[int, str]] = {
    Qt.Key.Key_Asterisk: "*",
    Qt.Key.Key_Slash: "/",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Period: ".",
    Qt.Key.Key_Comma: ".",
    **{Qt.Key.Key_0 + n: str(n) for n in range(10)},
    **{Qt.Key.Key_F1 + n: f"F{n + 1}" for n in range(12)},
    **{
        Qt.Key[f"Key_{name}"]: name
        for name in ("Home", "End", "PageUp", "PageDown", "Insert", "Delete", "Tab", "Menu", "Help")
    },
}
_UNLOCKED: Final[Mapping[int, str]] = {
    Qt.Key.Key_Insert: "0",
    Qt.Key.Key_End: "1",
    Qt.Key.Key_Down: "2",
    Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5",
    Qt.Key.Key_Right: "6",
    Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8",
    Qt.Key.Key_PageUp: "9",
}
"""What a keypad sends for its digits before anybody has pressed Num Lock."""

_EDITS: Final[Mapping[int, str]] = {
    Qt.Key.Key_Backspace: BACK,
    Qt.Key.Key_Delete: CLEAR,
    Qt.Key.Key_Return: ENTER,
    Qt.Key.Key_Enter: ENTER,
}
_ARROWS: Final = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space}
)
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_KEYS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
)


class Pad(Protocol):
    """The PIN pad as a keypad sees it."""

    @property
    def is_open(self) -> bool:
        """Whether digits are typed into it."""
        ...

    @property
    def is_officer_in(self) -> bool:
        """Whether somebody's PIN was right and the panel is open."""
        ...

    def press(self, key: str) -> None:
        """Take a digit, or what the pad knows besides."""
        ...

    def leave(self) -> None:
        """Close it."""
        ...

    def stay(self) -> None:
        """Somebody is there."""
        ...


class WaysIn(QObject):
    """Filters the events of one window."""

    summoned = Signal()
    """The PIN pad is called."""

    ordered = Signal(object)
    """KeypadOrder: a key ordered something."""

    def __init__(
        self,
        window: QQuickWindow,
        metrics: ScreenMetrics,
        ways: tuple[Panel, Keypad],
        pad: Pad,
        seconds: Callable[[], float],
    ) -> None:
        """Watch from now on.

        Args:
            window: of the player.
            metrics: its picture.
            ways: how the pad is called, and what keys order.
            pad: what digits are typed into.
            seconds: of a clock that never steps.
        """
        super().__init__(window)
        self._window = window
        self._metrics = metrics
        self._panel, self._keypad = ways
        self._pad = pad
        self._seconds = seconds
        self._orders = meanings(self._keypad)
        self._combination = Combination(self._panel.keys)
        self._corner = self._empty_corner()
        self._held: OneShot | None = None
        self._touched: QPointingDevice | None = None
        metrics.changed.connect(self._measure)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether ``event`` goes no further."""
        del watched
        if isinstance(event, QTouchEvent):
            self._note(event)
        elif isinstance(event, QMouseEvent):
            self._note_mouse(event)
        elif event.type() in _KEYS and isinstance(event, QKeyEvent):
            return self._take(event)
        return False

    @Slot()
    def look(self) -> None:
        """Call the pad if a finger has rested long enough."""
        self._held = None
        remaining = self._corner.remaining_s(self._seconds())
        if remaining is None:
            return
        if remaining > 0:
            self._held = OneShot(self, remaining, self.look)
            return
        self._corner = self._corner.empty
        self._let_go()
        self.summoned.emit()

    @Slot()
    def _measure(self) -> None:
        self._corner = self._empty_corner()

    def _empty_corner(self) -> Corner:
        metrics, panel = self._metrics.metrics, self._panel
        size = (metrics.width * metrics.mm_per_px, metrics.height * metrics.mm_per_px)
        return Corner(panel.corner, *size, panel.hold_s)

    def _place(self, place: QPointF) -> tuple[float, float]:
        x, y = self._metrics.in_picture(place.x(), place.y())
        mm = self._metrics.metrics.mm_per_px
        return x * mm, y * mm

    def _note(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._corner = self._corner.empty
            return
        self._touched = event.pointingDevice()
        for point in event.points():
            self._finger(point.id(), point.state(), point.position())

    def _note_mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove:
            self._finger(MOUSE, QEventPoint.State.Updated, event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            is_up = event.type() == QEvent.Type.MouseButtonRelease
            state = QEventPoint.State.Released if is_up else QEventPoint.State.Pressed
            self._finger(MOUSE, state, event.position())

    def _finger(self, finger: int, state: QEventPoint.State, place: QPointF) -> None:
        match state:
            case QEventPoint.State.Pressed:
                if self._pad.is_open or self._pad.is_officer_in:
                    self._pad.stay()
                    return
                self._corner = self._corner.down(finger, *self._place(place), self._seconds())
                if self._corner.resting and self._held is None:
                    self._held = OneShot(self, self._panel.hold_s, self.look)
            case QEventPoint.State.Updated:
                self._corner = self._corner.moved(finger, *self._place(place))
            case QEventPoint.State.Released:
                self._corner = self._corner.up(finger)

    def _let_go(self) -> None:
        """Take all fingers from whatever they lie on; filters are not told, the finger is there."""
        if self._touched is not None:
            self._window.event(QTouchEvent(QEvent.Type.TouchCancel, self._touched))

    def _take(self, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        is_plain = not event.modifiers() & ~_KEYPAD
        if self._pad.is_open:
            return self._type(event, is_press=is_press and is_plain)
        name = _NAMED.get(event.key())
        if not is_press or not is_plain or event.isAutoRepeat() or name is None:
            return False
        if self._pad.is_officer_in:
            self._pad.stay()
        else:
            self._combination = self._combination.press(name, self._seconds())
            if self._combination.is_complete:
                self._combination = self._combination.forgotten
                self.summoned.emit()
                return True
        order = self._orders.get(name)
        if order is None or (self._keypad.needs_pin and not self._pad.is_officer_in):
            return False
        self.ordered.emit(order)
        return True

    def _type(self, event: QKeyEvent, *, is_press: bool) -> bool:
        """Let arrows and OK move about a pad that is looked at; all else is typed or gone."""
        key = typed(event)
        focused = self._window.activeFocusItem()
        is_on_button = focused is not None and bool(focused.property("action"))
        if key == ENTER and is_on_button:
            return False
        if key is None and event.key() in _ARROWS:
            return False
        if not is_press:
            return True
        self._pad.stay()
        if event.key() == Qt.Key.Key_Escape:
            self._pad.leave()
        elif key is not None:
            if focused is not None and is_on_button:
                focused.setFocus(False)  # OK after digits ends the PIN
            self._pad.press(key)
        return True


def watch_ways(
    window: QWindow | None,
    metrics: ScreenMetrics,
    ways: tuple[Panel, Keypad],
    pad: Pad,
    seconds: Callable[[], float],
) -> WaysIn | None:
    """Return a watch on the player's window; None: the built-in page stands in a plain one."""
    if not isinstance(window, QQuickWindow):
        return None
    return WaysIn(window, metrics, ways, pad, seconds)


def typed(event: QKeyEvent) -> str | None:
    """Return what a key types into a PIN pad; None: nothing."""
    if is_of_keypad(event) and event.key() in _UNLOCKED:
        return _UNLOCKED[event.key()]
    if event.key() in _EDITS:
        return _EDITS[event.key()]
    name = _NAMED.get(event.key(), "")
    return name if name.isdecimal() else None


def is_of_keypad(event: QInputEvent) -> bool:
    """Whether a key is one of those with the digits."""
    return bool(event.modifiers() & _KEYPAD)
