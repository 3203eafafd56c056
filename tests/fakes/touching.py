"""A finger before a window: what it can touch there, that it does, and who watches it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from player.shell.application import Application
from player.shell.lookup.touch_watch import TouchWatch, controls_below, watch_window
from player.shell.snapshot import settle
from tests.fakes.fingers import touch_panel


def watched(
    application: Application,
    monotonic: Callable[[], float],
    *,
    may_close: bool = True,
    is_attended: bool = False,
) -> TouchWatch:
    """Return the watch on the window of ``application``, which must be there.

    Args:
        application: opened.
        monotonic: seconds; they stand until a test moves them.
        may_close: whether the window may be closed by who asks for it.
        is_attended: whether a technician's mouse may hover and keyboard write.
    """
    watch = watch_window(
        application.window,
        monotonic,
        application.metrics.in_picture,
        expects_panel=False,
        may_close=may_close,
        is_attended=is_attended,
    )
    assert watch is not None
    return watch


def controls_on(window: QQuickWindow) -> dict[str, QQuickItem]:
    """Return action -> control, of all that can be touched on ``window`` just now."""
    settle()
    found = controls_below(window.contentItem())
    return {str(item.property("action")): item for item in found}


def control_on(window: QQuickWindow, action: str) -> QQuickItem:
    """Return the control that does ``action``, which must be there."""
    found = controls_on(window)
    assert action in found, f"no {action} among {sorted(found)}"
    return found[action]


def place_of(item: QQuickItem) -> QRectF:
    """Return where ``item`` is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def middle(item: QQuickItem) -> QPoint:
    """Return where a finger meets ``item``."""
    return place_of(item).center().toPoint()


def press(window: QQuickWindow, place: QPoint, finger: int = 0) -> None:
    """Put a finger down."""
    QTest.touchEvent(window, touch_panel()).press(finger, place, window).commit()
    settle()


def release(window: QQuickWindow, place: QPoint, finger: int = 0) -> None:
    """Lift it."""
    QTest.touchEvent(window, touch_panel()).release(finger, place, window).commit()
    settle()


def tap(window: QQuickWindow, place: QPoint) -> None:
    """Touch a place of ``window``."""
    press(window, place)
    release(window, place)
