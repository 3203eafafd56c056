"""The panel before hands that want out: no key, drag, drop, paste or press leads beyond it."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from player.shell.snapshot import settle
from tests.fakes.kiosk import LANDSCAPE
from tests.fakes.machines import ill_machine
from tests.fakes.panel_on_screen import StaffedScreen, staffed_screen

MARKER: Final = "pasted-from-elsewhere"
PAGES: Final = (
    ("machine", "journal"),
    ("machine", "trace"),
    ("machine", "reset", "reset-sure"),
)
LONE: Final = (
    *(Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12),
    *(Qt.Key.Key_Menu, Qt.Key.Key_Meta, Qt.Key.Key_Print, Qt.Key.Key_SysReq, Qt.Key.Key_Help),
    *(Qt.Key.Key_Launch0, Qt.Key.Key_Search),
)
HELD: Final = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
COMBINED: Final = (
    *(Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_T),
    *(Qt.Key.Key_O, Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_D),
    *(Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Space),
)


@pytest.fixture
def staffed(qtbot: QtBot, tmp_path: Path) -> Iterator[StaffedScreen]:
    """Yield a technician before a screen that nobody but its service may end."""
    del qtbot
    with staffed_screen(tmp_path, may_close=False) as staffed:
        staffed.gate.machine = ill_machine(LANDSCAPE, tmp_path / "home")
        staffed.log_in("technician")
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(MARKER)
        yield staffed


def walk(staffed: StaffedScreen, page: tuple[str, ...]) -> None:
    """Go to ``page`` from the menu."""
    staffed.panel.act("menu")
    for action in page:
        staffed.panel.act(action)
    settle()


def state(staffed: StaffedScreen) -> tuple[object, ...]:
    """Return what must not change: the page, what was done, the windows, what stands there."""
    session = staffed.panel.session
    windows = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    return (
        session.trail if session else None,
        session.typed if session else None,
        tuple(staffed.errands),
        tuple(staffed.gate.orders),
        windows == [staffed.window],
        QGuiApplication.modalWindow(),
        QGuiApplication.clipboard().text(),
    )


def commands() -> list[QKeySequence]:
    """Return open, print, quit, cut, paste, help … as this platform has them."""
    return [
        sequence
        for key in QKeySequence.StandardKey
        for sequence in QKeySequence.keyBindings(key)
        if any(held in sequence.toString() for held in ("Ctrl+", "Alt+", "Meta+"))
    ]


@pytest.mark.parametrize("page", PAGES, ids=["-".join(page) for page in PAGES])
def test_no_key_combination_does_anything(staffed: StaffedScreen, page: tuple[str, ...]) -> None:
    walk(staffed, page)
    before = state(staffed)
    for key in LONE:
        QTest.keyClick(staffed.window, key)
    for held, key in product(HELD, COMBINED):
        QTest.keyClick(staffed.window, key, held)
    for sequence in commands():
        QTest.keySequence(staffed.window, sequence)
    settle()
    assert state(staffed) == before


def test_nothing_is_pasted_where_words_are_typed(staffed: StaffedScreen) -> None:
    staffed.panel.close()
    staffed.log_in("duty-officer")
    walk(staffed, ("facts", "type:fact/gate-phone"))
    before = state(staffed)
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(staffed.window, Qt.Key.Key_V, held)
        QTest.keyClick(staffed.window, Qt.Key.Key_Insert, held)
    place = QPoint(400, 300)
    QTest.mouseClick(staffed.window, Qt.MouseButton.MiddleButton, pos=place)
    settle()
    assert state(staffed) == before


@pytest.mark.parametrize("page", PAGES, ids=["-".join(page) for page in PAGES])
def test_no_button_of_a_mouse_opens_a_menu(staffed: StaffedScreen, page: tuple[str, ...]) -> None:
    walk(staffed, page)
    before = state(staffed)
    places = [QPoint(x, y) for x in (20, 700, 1800) for y in (20, 500, 1040)]
    for place, button in product(
        places, (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton)
    ):
        QTest.mouseClick(staffed.window, button, pos=place)
    for place in places:
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place)
        QGuiApplication.sendEvent(staffed.window, menu)
    settle()
    assert state(staffed) == before


def test_what_is_dropped_is_not_taken(staffed: StaffedScreen) -> None:
    walk(staffed, ("machine",))
    before = state(staffed)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    data.setText(MARKER)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain, place = Qt.KeyboardModifier.NoModifier, QPointF(500, 500)
    enter = QDragEnterEvent(place, copy, data, left, plain)
    enter.ignore()
    QGuiApplication.sendEvent(staffed.window, enter)
    drop = QDropEvent(place, copy, data, left, plain)
    drop.ignore()
    QGuiApplication.sendEvent(staffed.window, drop)
    settle()
    assert not enter.isAccepted()
    assert not drop.isAccepted()
    assert state(staffed) == before


def test_window_manager_cannot_close_it(staffed: StaffedScreen) -> None:
    close = QCloseEvent()
    QGuiApplication.sendEvent(staffed.window, close)
    settle()
    assert staffed.window.isVisible()
    assert close.type() == QEvent.Type.Close
