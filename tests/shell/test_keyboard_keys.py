"""The keyboard as it is drawn and touched: every label within its key, every key wide enough."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QKeyEvent, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from player import resources
from player.lookup.keyboard.layout import read_layouts
from player.main.repertoire import read_phrases
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.type_setter import TypeSetter
from player.shell.typefaces import load_fonts, read_typefaces

TOUCH_PX: Final = 81
"""20 mm of a 21.5-inch kiosk, 1920 pixels long."""

BODY_PX: Final = 28
LARGE_PX: Final = 42
"""Letters of such a kiosk, and its large ones (0.7 degrees at 600 mm)."""

LAYOUTS: Final = read_layouts(resources.assets() / "keyboards")
PHRASES: Final = read_phrases(resources.assets() / "strings")
SCREENS: Final = {"landscape": 1920, "upright": 1080, "narrow": 740}
LANGUAGES: Final = ("vi", "en", "lo", "km", "th")
SKIN_PX: Final = 2


class Board:
    """A keyboard in a window of its own."""

    def __init__(self, language: str, width: int, letter_px: int, most_height: int = 0) -> None:
        fonts = resources.assets() / "fonts"
        load_fonts(fonts)
        self.type_setter = TypeSetter(read_typefaces(fonts))
        self.view = KeyboardViewModel(LAYOUTS, PHRASES, language)
        self.window = QQuickView()
        self.window.engine().addImportPath(str(resources.layouts()))
        self.window.setInitialProperties(
            {
                "keyboard": self.view,
                "typeSetter": self.type_setter,
                "letterPx": letter_px,
                "touchPx": TOUCH_PX,
                "mostHeight": float(most_height),
            }
        )
        self.window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.window.resize(width, 5 * TOUCH_PX)
        source = resources.layouts() / "GatePlayer" / "Controls" / "Keyboard.qml"
        self.window.setSource(QUrl.fromLocalFile(str(source)))
        self.root: QQuickItem = self.window.rootObject()
        self.window.resize(width, int(self.root.implicitHeight()))
        self.window.show()
        QCoreApplication.processEvents()

    def keys(self) -> dict[str, QQuickItem]:
        """Return id -> key, of those that are shown."""
        found = _below(self.root)
        return {item.property("keyId"): item for item in found if item.property("keyId")}

    def middle(self, key_id: str) -> QPoint:
        """Return the middle of a key in the window."""
        key = self.keys()[key_id]
        return key.mapToScene(QPointF(key.width() / 2, key.height() / 2)).toPoint()

    def tap(self, key_id: str) -> None:
        """Touch a key and let go."""
        at = self.middle(key_id)
        QTest.touchEvent(self.window, fingers()).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, fingers()).release(0, at, self.window).commit()

    def strike(self, key: Qt.Key, *, again: bool = False) -> None:
        """Press a key of a keypad, as the machine repeats it if ``again``."""
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, none, "", again)
        QCoreApplication.sendEvent(self.window, event)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.view._state.text


@cache
def fingers() -> QPointingDevice:
    """Return a touch screen; Qt keeps each one that is made for ever."""
    return QTest.createTouchDevice()


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _below(child)


@pytest.fixture
def boards(qtbot: QtBot) -> Iterator[list[Board]]:
    del qtbot
    opened: list[Board] = []
    yield opened
    for board in opened:
        board.window.setSource(QUrl())
        board.window.close()


@pytest.fixture
def long_at_once() -> Iterator[QTimer]:
    """Let Qt call any press a long one that lasts longer than this timer."""
    hints = QGuiApplication.styleHints()
    before = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(1)
    timer = QTimer(singleShot=True, interval=20)
    yield timer
    hints.setMousePressAndHoldInterval(before)


def open_board(
    boards: list[Board], language: str, width: int = 1080, letter_px: int = BODY_PX, high: int = 0
) -> Board:
    boards.append(Board(language, width, letter_px, high))
    return boards[-1]


def pages(board: Board) -> Iterator[str]:
    """Go through every sheet of every page, and yield a name for each."""
    for page in ("letters", "shift", "symbols"):
        board.view.press(page)
        sheets = len(board.view._board.sheets[page])
        for sheet in range(sheets):
            yield f"{page} {sheet}"
            if sheets > 1:
                board.view.press("more")


def edges(key: QQuickItem) -> list[QRect]:
    """Return four lines of pixels just within the edge of a key, without its round corners."""
    cap = next(child for child in key.childItems() if child.inherits("QQuickRectangle"))
    box = cap.mapRectToScene(cap.boundingRect()).toAlignedRect()
    box = box.adjusted(SKIN_PX, SKIN_PX, -SKIN_PX, -SKIN_PX)
    corner = int(cap.property("radius")) + 1
    across, down = box.width() - 2 * corner, box.height() - 2 * corner
    return [
        QRect(box.left() + corner, box.top(), across, 1),
        QRect(box.left() + corner, box.bottom(), across, 1),
        QRect(box.left(), box.top() + corner, 1, down),
        QRect(box.right(), box.top() + corner, 1, down),
    ]


def is_smudged(picture: QImage, key: QQuickItem) -> bool:
    """Return whether anything but the key's own colour lies just within its edge."""
    own = picture.pixelColor(edges(key)[0].topLeft())
    for edge in edges(key):
        seen = picture.copy(edge)
        plain = seen.copy()
        plain.fill(own)
        if seen != plain:
            return True
    return False


@pytest.mark.parametrize("width", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_lie_within_their_keys_and_keys_are_wide_enough(
    language: str, width: int, boards: list[Board]
) -> None:
    high = 4 * TOUCH_PX if width < 1000 else 0
    for letter_px in (BODY_PX, LARGE_PX):
        board = open_board(boards, language, width, letter_px, high)
        for page in pages(board):
            picture = board.window.grabWindow()
            keys = board.keys()
            assert [name for name, key in keys.items() if is_smudged(picture, key)] == [], page
            sides = {min(key.width(), key.height()) >= TOUCH_PX for key in keys.values()}
            assert sides == {True}, page
            assert picture.height() == board.view._board.lines * TOUCH_PX


def test_smudge_is_found(boards: list[Board]) -> None:
    """A test that finds nothing must be known to look."""
    board = open_board(boards, "en")
    picture = board.window.grabWindow()
    key = board.keys()["q"]
    assert not is_smudged(picture, key)
    picture.setPixel(edges(key)[1].center(), 0)
    assert is_smudged(picture, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_pressed_by_a_finger_types(language: str, boards: list[Board]) -> None:
    board = open_board(boards, language)
    first, second = LAYOUTS[language].letters[1][:2]
    for key_id in (second, "backspace", first, "space"):
        board.tap(key_id)
    assert board.text == f"{first} "


def test_key_changes_at_once_and_acts_when_let_go_within(boards: list[Board]) -> None:
    board = open_board(boards, "en")
    key = board.keys()["q"]
    at = board.middle("q")
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(board.window, left, pos=at)
    assert key.property("isHeld")
    assert board.text == ""
    QTest.mouseRelease(board.window, left, pos=at)
    assert not key.property("isHeld")
    assert board.text == "q"
    QTest.mousePress(board.window, left, pos=at)
    QTest.mouseRelease(board.window, left, pos=board.middle("p"))
    assert board.text == "q"


def test_two_thumbs_type_at_once(boards: list[Board]) -> None:
    board = open_board(boards, "en")
    one, two = board.middle("q"), board.middle("p")
    QTest.touchEvent(board.window, fingers()).press(0, one, board.window).commit()
    both = QTest.touchEvent(board.window, fingers())
    both.stationary(0).press(1, two, board.window).commit()
    both = QTest.touchEvent(board.window, fingers())
    both.release(0, one, board.window).stationary(1).commit()
    QTest.touchEvent(board.window, fingers()).release(1, two, board.window).commit()
    assert board.text == "qp"


def test_held_backspace_goes_on_and_letting_go_takes_no_more(
    boards: list[Board], qtbot: QtBot
) -> None:
    board = open_board(boards, "en")
    board.view.enter("w" * 20)
    left, at = Qt.MouseButton.LeftButton, board.middle("backspace")
    QTest.mousePress(board.window, left, pos=at)
    qtbot.waitUntil(lambda: len(board.text) <= 18)
    held = board.text
    QTest.mouseRelease(board.window, left, pos=at)
    assert board.text == held


def test_long_press_of_a_letter_counts_as_one(
    boards: list[Board], qtbot: QtBot, long_at_once: QTimer
) -> None:
    board = open_board(boards, "en")
    left, at = Qt.MouseButton.LeftButton, board.middle("q")
    QTest.mousePress(board.window, left, pos=at)
    with qtbot.waitSignal(long_at_once.timeout):
        long_at_once.start()
    QTest.mouseRelease(board.window, left, pos=at)
    assert board.text == "q"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keypad_presses_the_key_that_has_the_focus(key: Qt.Key, boards: list[Board]) -> None:
    board = open_board(boards, "lo")
    board.keys()["ກ"].forceActiveFocus()
    board.strike(key)
    board.strike(key, again=True)
    assert board.text == "ກ"


def test_focus_is_seen_and_stays_while_the_page_changes(boards: list[Board]) -> None:
    board = open_board(boards, "vi")
    before = board.window.grabWindow()
    shift = board.keys()["shift"]
    shift.forceActiveFocus()
    assert board.window.grabWindow() != before
    for _ in range(2):
        board.strike(Qt.Key.Key_Return)
        assert board.window.activeFocusItem() is shift
    board.keys()["symbols"].forceActiveFocus()
    board.strike(Qt.Key.Key_Return)
    assert board.window.activeFocusItem() is board.keys()["letters"]


def test_focus_stays_on_the_place_of_a_letter(boards: list[Board]) -> None:
    board = open_board(boards, "km")
    place = board.keys()["ស"]
    place.forceActiveFocus()
    board.view.press("shift")
    assert place.property("keyId") == "ៃ"
    board.strike(Qt.Key.Key_Return)
    assert board.text == "ៃ"
    assert place.property("keyId") == "ស"
    assert board.window.activeFocusItem() is place


def test_held_backspace_of_a_keypad_stops_in_time(boards: list[Board]) -> None:
    board = open_board(boards, "en")
    board.view.enter("w" * 80)
    board.keys()["backspace"].forceActiveFocus()
    board.strike(Qt.Key.Key_Return)
    for _ in range(100):
        board.strike(Qt.Key.Key_Return, again=True)
    assert len(board.text) == 80 - 61


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_can_be_asked_for_and_named(language: str, boards: list[Board]) -> None:
    QAccessible.setActive(True)
    board = open_board(boards, language)
    for name, key in board.keys().items():
        told = QAccessible.queryAccessibleInterface(key)
        assert told.role() == QAccessible.Role.Button
        assert told.text(QAccessible.Text.Name)
        assert key.property("action") == f"key:{name}"
        assert key.property("activeFocusOnTab")
    assert len(board.keys()) > 30


def test_higher_keyboard_has_higher_keys(boards: list[Board]) -> None:
    board = open_board(boards, "en")
    board.window.resize(1080, 700)
    QCoreApplication.processEvents()
    assert {key.height() for key in board.keys().values()} == {140}
