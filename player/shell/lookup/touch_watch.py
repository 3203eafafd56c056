"""Watches what comes in at the window: fingers, keys of a keypad, and what must go nowhere.

A filter before Qt's own delivery. Arrow keys move the focus between whatever can be touched; every
other combination that could leave the player is swallowed. A finger that never leaves is a fault
of the panel, as is a panel that is not there.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTouchEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player.shell.lookup.spatial import Box, Direction, box_between, next_control

logger = logging.getLogger(__name__)

STUCK_S: Final = 60.0
"""Nobody holds a finger to a screen this long; water, dirt or a broken panel does."""

LOOK_MS: Final = 5_000

ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
PRESSES: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
ERASED: Final = "\b"
WRITING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEYS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
)
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }
)


class TouchWatch(QObject):
    """Filters the events of one window."""

    pressed = Signal()
    """A finger came down, or a key: somebody is there.

    Told once that has met what it was meant for: the question whether anybody is there goes by it,
    and nothing below may be touched instead.
    """

    _met = Signal()

    began = Signal()
    """OK was pressed while nothing had the focus."""

    escaped = Signal()
    """The key that leads back was pressed."""

    wrote = Signal(str)
    """A letter, or ``ERASED``, of a technician's keyboard; at a gate none is told of."""

    faulted = Signal(str)
    """What is wrong with the panel; "" once it is well again."""

    def __init__(
        self,
        window: QQuickWindow,
        monotonic: Callable[[], float],
        in_picture: Callable[[float, float], tuple[float, float]],
        *,
        expects_panel: bool,
        may_close: bool,
        is_attended: bool = False,
    ) -> None:
        """Watch from now on.

        Args:
            window: of the player.
            monotonic: seconds of a clock that never steps.
            in_picture: a place of the window -> the same in the picture as people see it, pixels.
            expects_panel: whether a screen without a touch panel is a fault.
            may_close: whether a window manager may close the window: in development.
            is_attended: whether a technician stands before it, whose mouse may hover and whose
                keyboard may write.
        """
        super().__init__(window)
        self._window = window
        self._monotonic = monotonic
        self._in_picture = in_picture
        self._expects_panel = expects_panel
        self._may_close = may_close
        self._is_attended = is_attended
        self._down: dict[int, float] = {}
        self._is_pointed = False
        self._fault = ""
        self._met.connect(self.pressed, Qt.ConnectionType.QueuedConnection)
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def fault(self) -> str:
        """What is wrong with the panel; "": nothing."""
        return self._fault

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether ``event`` goes no further."""
        del watched
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._note(event)
            return False
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            return self._swallow(event)
        if isinstance(event, QWheelEvent):
            return True
        if isinstance(event, QMouseEvent):
            return self._keep_out(event)
        # The player is ended by its service alone.
        return event.type() == QEvent.Type.Close and not self._may_close

    def _keep_out(self, event: QMouseEvent) -> bool:
        """Let a mouse press and drag by its left button, but not while fingers are down.

        Qt takes events of a mouse among those of fingers for fingers that are missing, and says so.
        """
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                if event.button() != Qt.MouseButton.LeftButton or self._down:
                    return True
                self._is_pointed = True
                self._met.emit()
                return False
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                was_pointed, self._is_pointed = self._is_pointed, False
                return not was_pointed
            case _:
                return not self._is_pointed and not self._is_attended

    @Slot()
    def look(self) -> None:
        """Look for faults of the panel."""
        now = self._monotonic()
        stuck = [since for since in self._down.values() if now - since >= STUCK_S]
        fault = "a finger is held down, or the panel is wet, dirty or broken" if stuck else ""
        if not fault and self._expects_panel and not has_panel():
            fault = "no touch panel is connected"
        if fault == self._fault:
            return
        self._fault = fault
        if fault:
            logger.warning("touch panel", extra={"fault": fault})
        else:
            logger.info("touch panel", extra={"fault": None})
        self.faulted.emit(fault)

    def _note(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._down.clear()
            return
        for point in event.points():
            match point.state():
                case QEventPoint.State.Pressed:
                    self._down[point.id()] = self._monotonic()
                    self._met.emit()
                case QEventPoint.State.Released:
                    self._down.pop(point.id(), None)
                case _:
                    pass

    def _swallow(self, event: QKeyEvent) -> bool:
        """Move the focus by arrows, let OK through, and let no other key reach anything."""
        if event.type() != QEvent.Type.KeyPress:
            return event.key() not in PRESSES
        if _is_taken(self._window.contentItem()) or self._is_written(event):
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return True
        self._met.emit()
        if event.key() in ARROWS:
            self._move(ARROWS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Back}:
            self.escaped.emit()
        elif event.key() in PRESSES:
            if self._focused() is not None:
                return False
            self.began.emit()
        return True

    def _is_written(self, event: QKeyEvent) -> bool:
        letter = _letter(event) if self._is_attended else ""
        if letter:
            self._met.emit()
            self.wrote.emit(letter)
        return bool(letter)

    def _move(self, direction: Direction) -> None:
        controls = list(controls_below(self._window.contentItem()))
        focused = self._focused()
        current = controls.index(focused) if focused in controls else None
        boxes = [self._box(control) for control in controls]
        chosen = next_control(boxes, current, direction)
        if chosen is not None:
            controls[chosen].forceActiveFocus(Qt.FocusReason.TabFocusReason)

    def _box(self, item: QQuickItem) -> Box:
        """Return where an arrow finds ``item``: in the picture, turned in its window or not."""
        place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        corner, other = place.topLeft().toTuple(), place.bottomRight().toTuple()
        return box_between(corner, other, self._in_picture)

    def _focused(self) -> QQuickItem | None:
        item = self._window.activeFocusItem()
        return item if item is not None and item.property("action") else None


def watch_window(
    window: QWindow | None,
    monotonic: Callable[[], float],
    in_picture: Callable[[float, float], tuple[float, float]],
    *,
    expects_panel: bool,
    may_close: bool,
    is_attended: bool = False,
) -> TouchWatch | None:
    """Return a watch on the player's window; None: the built-in page stands in a plain one."""
    if not isinstance(window, QQuickWindow):
        return None
    return TouchWatch(
        window,
        monotonic,
        in_picture,
        expects_panel=expects_panel,
        may_close=may_close,
        is_attended=is_attended,
    )


def has_panel() -> bool:
    """Whether a touch panel is connected."""
    kinds = (QInputDevice.DeviceType.TouchScreen,)
    return any(
        isinstance(device, QPointingDevice) and device.type() in kinds
        for device in QInputDevice.devices()
    )


def controls_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield whatever can be touched just now, below ``item``; a modal one hides its neighbours."""
    if not item.isVisible() or not item.isEnabled() or item.opacity() == 0:
        return
    if item.property("action"):
        yield item
    children = item.childItems()
    modal = [child for child in children if child.isVisible() and child.property("isModal")]
    for child in modal or children:
        yield from controls_below(child)


def _is_taken(item: QQuickItem, depth: int = 2) -> bool:
    """Whether something has the whole window, and no key may do anything."""
    return any(
        child.property("takesAll") is True or (depth > 1 and _is_taken(child, depth - 1))
        for child in item.childItems()
    )


def _letter(event: QKeyEvent) -> str:
    """Return what a key writes; "": nothing, or it is one that presses."""
    if event.modifiers() & ~WRITING:
        return ""
    if event.key() == Qt.Key.Key_Backspace:
        return ERASED
    text: str = event.text()
    return text if text.isprintable() and not text.isspace() else ""
