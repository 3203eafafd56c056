"""The staff panel touched by an injected finger and by a keypad, on a real window."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from player.config.officers import Role
from player.config.screen import Orientation, Screen
from player.shell.lookup.spatial import Direction, next_control
from player.store.gate_orders import LanguageOrder, PostOrder
from tests.fakes.kiosk import LANDSCAPE, box_of
from tests.fakes.panel_on_screen import StaffedScreen, staffed_screen

OpenPanel = Callable[..., StaffedScreen]

PAGES = (
    (),
    ("language",),
    ("notice",),
    ("notice", "template:lane-paused"),
    ("notice", "template:lane-paused", "pad:window/windows/0"),
    ("notice", "template:free", "type:field/text"),
    ("notice", "template:system"),
    ("emergency",),
    ("hold",),
    ("hold", "items"),
    ("show", "tile:crossing"),
    ("facts",),
    ("log",),
)


@pytest.fixture
def open_panel(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPanel]:
    """Yield a function that opens a screen with an officer logged in."""
    del qtbot
    with ExitStack() as opened:

        def start(screen: Screen = LANDSCAPE, role: Role = "duty-officer") -> StaffedScreen:
            staffed = opened.enter_context(staffed_screen(tmp_path, screen))
            staffed.log_in(role)
            return staffed

        yield start


def test_language_for_a_tour_group_by_finger(open_panel: OpenPanel) -> None:
    """S3."""
    staffed = open_panel()
    staffed.touch("language")
    staffed.touch("language:zh")
    order = staffed.gate.orders[-1]
    assert isinstance(order, LanguageOrder)
    assert order.languages[0] == "zh"
    assert "undo:language" in staffed.controls()
    staffed.touch("undo:language")
    assert staffed.gate.day.language is None


def test_lane_is_paused_by_finger(open_panel: OpenPanel) -> None:
    """S4."""
    staffed = open_panel()
    for action in ("notice", "template:lane-paused", "edit:lane:~lane-2", "pad:window/windows/0"):
        staffed.touch(action)
    for digit in "07001000":
        staffed.touch(f"digit:{digit}")
    staffed.touch("preview")
    staffed.touch("post")
    order = staffed.gate.orders[-1]
    assert isinstance(order, PostOrder)
    assert order.notice.values == {"lane": "lane-2", "windows": "07:00-10:00"}


def test_words_are_typed_on_the_keyboard_and_forgotten(open_panel: OpenPanel) -> None:
    staffed = open_panel()
    for action in ("notice", "template:move-vehicle", "type:field/plate"):
        staffed.touch(action)
    for key in "xe30":
        staffed.touch(f"key:{key}")
    assert staffed.application.panel.page.typed == "xe30"
    staffed.touch("done")
    assert staffed.keyboard.wanted == ""
    staffed.touch("type:field/plate")
    assert staffed.keyboard.wanted == "xe30"
    staffed.touch("leave")
    assert (staffed.panel.session, staffed.keyboard.wanted) == (None, "")
    assert not staffed.application.panel.is_shown


def test_panel_warns_logs_out_and_forgets(open_panel: OpenPanel) -> None:
    staffed = open_panel()
    closed: list[bool] = []
    staffed.panel.closed.connect(lambda: closed.append(True))
    staffed.touch("notice")
    staffed.touch("template:queue")
    staffed.wait(51)
    assert "9" in str(staffed.application.panel._frame.warning)
    staffed.touch("edit:minutes:=90")
    staffed.wait(51)
    staffed.wait(10)
    assert (staffed.panel.session, closed) == (None, [True])
    assert staffed.application.panel.page.title == ""
    staffed.log_in()
    staffed.touch("notice")
    staffed.touch("template:queue")
    assert staffed.panel.session is not None
    assert staffed.panel.session.draft is not None
    assert staffed.panel.session.draft.values == {"minutes": "45"}


@pytest.mark.parametrize("page", PAGES, ids=["-".join(page) or "menu" for page in PAGES])
def test_keypad_alone_reaches_everything(page: tuple[str, ...], open_panel: OpenPanel) -> None:
    staffed = open_panel()
    for action in page:
        staffed.panel.act(action)
    controls = staffed.controls()
    boxes = [box_of(item) for item in controls.values()]
    reached, waiting = {0}, [0]
    while waiting:
        at = waiting.pop()
        led = {next_control(boxes, at, direction) for direction in Direction}
        new = {each for each in led if each is not None} - reached
        reached |= new
        waiting += new
    assert len(reached) == len(controls)
    assert {"back", "menu", "leave", "emergency"} <= set(controls)


def test_keypad_gives_an_order(open_panel: OpenPanel) -> None:
    staffed = open_panel()
    staffed.key(Qt.Key.Key_Down)
    staffed.key(Qt.Key.Key_Return)
    assert staffed.place == "language"
    staffed.key(Qt.Key.Key_Down)
    staffed.key(Qt.Key.Key_Return)
    assert isinstance(staffed.gate.orders[-1], LanguageOrder)
    staffed.panel.act("hold")
    staffed.key(Qt.Key.Key_Escape)
    assert staffed.place == "menu"


@pytest.mark.parametrize("orientation", ["portrait", "portrait-flipped", "landscape-flipped"])
def test_arrow_goes_by_what_is_seen_where_the_player_turns_the_picture(
    orientation: Orientation, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    display = LANDSCAPE.display.model_copy(update={"orientation": orientation})
    screen = LANDSCAPE.model_copy(update={"display": display})
    with staffed_screen(tmp_path, screen, size=(1280, 720)) as staffed:
        assert staffed.application.metrics.degrees != 0
        staffed.panel.ask(0, "", 0)
        staffed.controls()["digit:5"].forceActiveFocus()
        led = []
        for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
            staffed.key(arrow)
            focused = staffed.window.activeFocusItem()
            assert focused is not None
            led.append(focused.property("action"))
    assert led == ["digit:6", "digit:9", "digit:8", "digit:5"]


def test_focus_of_the_keypad_stays_where_it_is_while_a_field_changes(open_panel: OpenPanel) -> None:
    staffed = open_panel()
    staffed.panel.act("notice")
    staffed.panel.act("template:lane-paused")
    control = staffed.controls()["edit:lane:~lane-2"]
    control.forceActiveFocus()
    staffed.key(Qt.Key.Key_Return)
    staffed.key(Qt.Key.Key_Return)
    focused = staffed.window.activeFocusItem()
    assert focused is not None
    assert focused.property("action") == "edit:lane:~lane-2"


def test_pin_pad_tells_keys_and_shows_none(open_panel: OpenPanel) -> None:
    staffed = open_panel()
    staffed.touch("leave")
    dialled: list[str] = []
    staffed.panel.dialled.connect(dialled.append)
    staffed.panel.ask(0, "", 0)
    for key in ("digit:4", "digit:2", "erase", "enter"):
        staffed.touch(key)
    assert dialled == ["4", "2", "back", "enter"]
    staffed.panel.ask(2, "", 0)
    assert staffed.application.panel.page.typed == "● ●"
    staffed.panel.ask(0, "", 30)
    assert set(staffed.controls()) == {"leave"}
    assert "30" in staffed.application.panel.page.hint


def test_every_control_says_what_it_is(open_panel: OpenPanel, qtbot: QtBot) -> None:
    del qtbot
    staffed = open_panel()
    QAccessible.setActive(True)
    for action, control in staffed.controls().items():
        told = QAccessible.queryAccessibleInterface(control)
        assert told.role() == QAccessible.Role.Button, action
        assert told.text(QAccessible.Text.Name).strip(), action
