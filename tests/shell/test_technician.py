"""The technician's page on a real window: errands, the trace of fingers, the test card."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player.shell.own_facts import missing_signs
from player.shell.panel.touch_trace import COLOURS, MOST_DOTS, Dot, TouchTrace
from player.shell.snapshot import settle
from player.stage.panel.page import FACES
from tests.fakes.fingers import Fingers
from tests.fakes.kiosk import LANDSCAPE
from tests.fakes.page_audit import visible_texts
from tests.fakes.panel import OFFICER
from tests.fakes.panel_on_screen import StaffedScreen, staffed_screen
from tests.fakes.touching import place_of, tap
from tests.shell.conftest import OpenApplication


@pytest.fixture
def staffed(qtbot: QtBot, tmp_path: Path) -> Iterator[StaffedScreen]:
    """Yield a screen with a technician before the page of the machine."""
    del qtbot
    with staffed_screen(tmp_path) as staffed:
        staffed.log_in("technician")
        staffed.touch("machine")
        yield staffed


# --- errands ---


def test_restart_takes_two_touches_and_says_that_it_comes(staffed: StaffedScreen) -> None:
    staffed.touch("restart")
    assert staffed.errands == []
    staffed.touch("restart:yes")
    assert staffed.errands == [("restart", OFFICER)]
    assert staffed.application.panel.property("message") == "Đang khởi động lại…"


def test_reset_takes_three_touches(staffed: StaffedScreen) -> None:
    staffed.touch("reset")
    staffed.touch("reset-sure")
    assert staffed.errands == []
    staffed.touch("reset:yes")
    assert staffed.errands == [("reset", OFFICER)]


def test_clock_is_set_by_whoever_is_in(staffed: StaffedScreen) -> None:
    staffed.touch("clock")
    for digit in "140527112026":
        staffed.touch(f"digit:{digit}")
    staffed.touch("done")
    assert staffed.clocks == [(datetime(2026, 11, 27, 7, 5, tzinfo=UTC), OFFICER)]
    assert "timedatectl" in str(staffed.application.panel.property("message"))
    assert staffed.place == "machine"


def test_errand_that_is_refused_says_why(staffed: StaffedScreen) -> None:
    staffed.gate.refuses = "Không có USB"
    staffed.touch("bundle")
    assert staffed.panel.session is not None
    assert (staffed.panel.session.message, staffed.panel.session.is_refused) == (
        "Không có USB",
        True,
    )


def test_what_became_of_an_errand_is_told_to_whoever_is_still_there(
    staffed: StaffedScreen,
) -> None:
    staffed.touch("bundle")
    staffed.panel.tell("Đã ghi", is_refused=False)
    assert staffed.application.panel.property("message") == "Đã ghi"
    staffed.panel.close()
    staffed.panel.tell("Đã ghi", is_refused=False)
    assert not staffed.application.panel.is_shown


# --- the trace of fingers ---


def dots(staffed: StaffedScreen) -> list[Dot]:
    """Return what fingers left."""
    return [row for row in staffed.application.panel._trace.rows if isinstance(row, Dot)]


def frame_of(staffed: StaffedScreen) -> QPointF:
    """Return where the frame of the trace begins."""
    (area,) = (
        item
        for item in items_below(staffed.window.contentItem())
        if item.metaObject().className().startswith("StaffTrace")
    )
    return area.mapToScene(QPointF(0, 0))


def items_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield every item below ``item``."""
    for child in item.childItems():
        yield child
        yield from items_below(child)


def test_dot_stands_where_the_finger_landed(staffed: StaffedScreen) -> None:
    staffed.touch("trace")
    place, origin = QPoint(700, 500), frame_of(staffed)
    fingers = Fingers(staffed.window)
    fingers.press(0, place)
    settle()
    fingers.move(0, place + QPoint(40, 30))
    settle()
    fingers.lift()
    settle()
    landed, moved = dots(staffed)
    assert landed.is_landing
    assert QPointF(landed.across, landed.down) + origin == QPointF(place)
    assert not moved.is_landing
    assert QPointF(moved.across, moved.down) + origin == QPointF(place + QPoint(40, 30))


def test_every_finger_has_a_hue_and_stays_an_officers_touch(staffed: StaffedScreen) -> None:
    staffed.touch("trace")
    staffed.wait(50)
    fingers = Fingers(staffed.window)
    for finger in range(3):
        fingers.press(finger, QPoint(600 + 90 * finger, 480))
        settle()
    fingers.lift()
    settle()
    landed = [dot.hue for dot in dots(staffed) if dot.is_landing]
    assert len(set(landed)) == 3
    staffed.wait(50)
    assert staffed.place == "trace"


def test_trace_is_forgotten_with_its_page(staffed: StaffedScreen) -> None:
    staffed.touch("trace")
    Fingers(staffed.window).press(0, QPoint(700, 500))
    settle()
    assert dots(staffed)
    staffed.panel.act("back")
    assert dots(staffed) == []


def test_trace_is_bounded() -> None:
    trace = TouchTrace()
    for number in range(3 * MOST_DOTS + 1):
        trace.leave(number, float(number), 0.0, False)  # noqa: FBT003  (as QML calls it)
    assert len(trace.rows) == MOST_DOTS
    first = trace.rows[0]
    assert isinstance(first, Dot)
    assert (first.across, first.hue) == (3 * MOST_DOTS, 3 * MOST_DOTS % COLOURS)


# --- the test card ---


def face_of(staffed: StaffedScreen) -> str:
    """Return which face of the test card is seen."""
    settle()
    return str(staffed.application.panel.test_card.property("face"))


def test_touch_anywhere_turns_the_test_card_and_a_button_leaves_it(staffed: StaffedScreen) -> None:
    staffed.touch("test-card")
    seen = [face_of(staffed)]
    for corner in (QPoint(3, 3), QPoint(1916, 3), QPoint(3, 1076), QPoint(1916, 1076)):
        tap(staffed.window, corner)
        seen.append(face_of(staffed))
    assert tuple(seen) == FACES
    staffed.touch("next")
    assert face_of(staffed) == FACES[0]
    staffed.touch("back")
    assert (staffed.place, face_of(staffed)) == ("machine", "")


def test_test_card_takes_all_of_the_picture_and_has_no_other_buttons(
    staffed: StaffedScreen,
) -> None:
    staffed.touch("test-card")
    (card,) = (
        item
        for item in items_below(staffed.window.contentItem())
        if item.metaObject().className().startswith("TestCard")
    )
    assert place_of(card) == QRectF(0, 0, staffed.window.width(), staffed.window.height())
    assert set(staffed.controls()) == {"back", "next"}


def test_keypad_turns_the_test_card_and_its_back_leaves_it(staffed: StaffedScreen) -> None:
    staffed.touch("test-card")
    staffed.key(Qt.Key.Key_Right)
    staffed.key(Qt.Key.Key_Right)
    staffed.key(Qt.Key.Key_Return)
    assert face_of(staffed) == FACES[1]
    staffed.key(Qt.Key.Key_Escape)
    assert staffed.place == "machine"


def test_test_card_warns_and_logs_out_like_any_page(staffed: StaffedScreen) -> None:
    staffed.touch("test-card")
    staffed.wait(40)
    tap(staffed.window, QPoint(3, 3))
    staffed.wait(51)
    warning = str(staffed.application.panel.property("warning"))
    assert warning
    assert warning in {
        item.property("text") for item in visible_texts(staffed.window.contentItem())
    }
    staffed.wait(10)
    assert staffed.panel.session is None
    assert (staffed.application.panel.is_shown, face_of(staffed)) == (False, "")


def test_frame_of_the_test_card_lies_inside_what_the_display_cuts_off(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    display = LANDSCAPE.display.model_copy(update={"overscan_percent": 2.5})
    screen = LANDSCAPE.model_copy(update={"display": display})
    with staffed_screen(tmp_path, screen) as staffed:
        staffed.log_in("technician")
        overscan = staffed.application.panel.test_card.property("overscan")
    assert overscan == 2.5


# --- letters ---


def test_signs_that_no_face_has_are_found(open_application: OpenApplication) -> None:
    typefaces = open_application().typefaces
    assert missing_signs(typefaces, {"vi": ["Đường"], "lo": ["ຂອບໃຈ"], "km": ["ខ្មែរ"]}) == {}
    lone = replace(typefaces, default=("Noto Sans",), by_tag={})
    assert missing_signs(lone, {"lo": ["ຂ a"], "en": ["a"]}) == {"lo": "ຂ"}
