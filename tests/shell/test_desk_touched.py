"""A kiosk touched by an injected finger and by a keypad: journeys on a real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from player.config.screen import Screen
from player.shell.lookup.spatial import Direction, next_control
from player.stage.session.views import Mode
from tests.fakes.kiosk import (
    LANDSCAPE,
    LANGUAGES,
    PORTRAIT,
    UPRIGHT,
    Kiosk,
    box_of,
    demo_repertoire,
)
from tests.fakes.touching import place_of
from tests.shell.conftest import OpenApplication

OpenKiosk = Callable[..., Kiosk]


@pytest.fixture
def open_kiosk(open_application: OpenApplication) -> OpenKiosk:
    """Return a function that opens a kiosk of the demo gate, nobody before it yet."""

    def start(screen: Screen = LANDSCAPE, **changes: object) -> Kiosk:
        size = screen.display.size
        assert not isinstance(size, str)
        application = open_application(screen, (size.width, size.height))
        kiosk = Kiosk(application, screen)
        kiosk.desk.take(demo_repertoire(**changes))  # type: ignore[arg-type]
        return kiosk

    return start


def test_touching_a_language_opens_home_in_it(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.touch("begin:lo")
    session = kiosk.desk.session
    assert session is not None
    assert (session.language, kiosk.page) == ("lo", "Home")


def test_touching_anything_else_asks_for_a_language(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.touch_at(QPoint(900, 300))
    assert kiosk.page == "Language"
    kiosk.touch("language:km")
    assert kiosk.page == "Home"


def test_a_long_press_counts(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk = open_kiosk()
    place = kiosk.middle(kiosk.controls()["begin:vi"])
    kiosk.press(place)
    qtbot.wait(900)
    kiosk.release(place)
    assert kiosk.page == "Home"


def test_answer_is_two_touches_from_home(open_kiosk: OpenKiosk) -> None:
    """S1: exit steps within two more touches."""
    kiosk = open_kiosk()
    kiosk.touch("begin:lo")
    kiosk.touch("tile:crossing")
    kiosk.touch("topic:exit-steps")
    assert kiosk.page == "Topic"


def test_search_finds_money_exchange_without_accents(open_kiosk: OpenKiosk) -> None:
    """S2."""
    kiosk = open_kiosk()
    kiosk.touch("begin:vi")
    kiosk.touch("search")
    kiosk.write("doi tien")
    assert kiosk.application.desk.page.buttons[0].action == "topic:money-exchange"
    kiosk.touch("topic:money-exchange")
    assert kiosk.page == "Topic"
    kiosk.touch("back")
    assert kiosk.application.desk.page.buttons[0].action == "topic:money-exchange"


def test_nothing_found_leads_to_categories_and_counts_the_miss(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    missed: list[str] = []
    kiosk.desk.missed.connect(missed.append)
    kiosk.touch("begin:vi")
    kiosk.touch("search")
    kiosk.write("xyzq")
    assert kiosk.application.desk.page.buttons[0].action == "tile:crossing"
    assert missed == []
    kiosk.touch("home")
    assert missed == ["vi"]


def test_abandoned_session_is_asked_and_forgotten(open_kiosk: OpenKiosk) -> None:
    """S10."""
    kiosk = open_kiosk()
    kiosk.touch("begin:en")
    kiosk.touch("search")
    kiosk.write("visa")
    kiosk.wait(61)
    assert kiosk.asked == "Are you still there?"
    for _ in range(12):
        kiosk.touch("stay")
        assert kiosk.asked == ""
        kiosk.wait(61)
    kiosk.wait(31)
    assert kiosk.desk.session is None
    assert kiosk.counter.keyboard.wanted == ""
    assert not kiosk.application.desk.is_shown
    kiosk.touch("begin:vi")
    kiosk.touch("search")
    assert kiosk.application.desk.page.language == "vi"


def test_held_finger_does_not_keep_a_session_open(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.touch("begin:vi")
    kiosk.press(QPoint(700, 500))
    assert kiosk.desk.session is not None
    kiosk.wait(kiosk.desk.session.patience_s + 31)
    assert kiosk.desk.session is None


@pytest.mark.allow_log("touch panel")
def test_finger_that_never_leaves_is_a_fault(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    faults: list[str] = []
    kiosk.watch.faulted.connect(faults.append)
    kiosk.press(QPoint(1900, 20), finger=1)
    kiosk.seconds += 61
    kiosk.watch.look()
    assert "held down" in faults[-1]
    kiosk.touch("begin:vi")  # the rest of the panel still works
    assert kiosk.page == "Home"
    kiosk.release(QPoint(1900, 20), finger=1)
    kiosk.watch.look()
    assert faults[-1] == ""


def test_language_switch_keeps_page_and_back(open_kiosk: OpenKiosk) -> None:
    """S11."""
    kiosk = open_kiosk()
    kiosk.touch("begin:vi")
    kiosk.touch("tile:goods")
    kiosk.touch("topic:duty-free")
    for tag in ("km", "en", "zh"):
        kiosk.touch("languages")
        kiosk.touch(f"language:{tag}")
        assert (kiosk.page, kiosk.application.desk.page.language) == ("Topic", tag)
    kiosk.touch("back")
    assert kiosk.page == "Tile"


@pytest.mark.parametrize("screen", [LANDSCAPE, UPRIGHT], ids=["landscape", "upright"])
@pytest.mark.parametrize("page", ["home", "emergency", "search", "help", "library"])
def test_low_reach_brings_every_control_within_the_band(
    screen: Screen, page: str, open_kiosk: OpenKiosk
) -> None:
    """S12: 20 mm and 800 to 1100 mm above the floor, by the configured geometry."""
    kiosk = open_kiosk(screen)
    kiosk.touch("begin:vi")
    kiosk.touch("mode:low-reach")
    if page != "home":
        kiosk.desk.act(page)
    metrics, display = kiosk.application.metrics.metrics, screen.display
    for action, control in kiosk.controls().items():
        place = place_of(control)
        above = [
            display.mounting_height_mm + (metrics.height - y) * metrics.mm_per_px
            for y in (place.bottom(), place.top())
        ]
        assert min(place.width(), place.height()) * metrics.mm_per_px >= 19.9, action
        assert above[0] >= 799, action
        assert above[1] <= 1101, action


def test_keypad_alone_does_everything(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.key(Qt.Key.Key_Return)
    assert kiosk.page == "Language"
    kiosk.key(Qt.Key.Key_Down)
    kiosk.key(Qt.Key.Key_Return)
    assert kiosk.page == "Home"
    controls = kiosk.controls()
    boxes = [box_of(item) for item in controls.values()]
    reached, waiting = {0}, [0]
    while waiting:
        at = waiting.pop()
        led = {next_control(boxes, at, direction) for direction in Direction}
        waiting += [each for each in led if each is not None and each not in reached]
        reached |= {each for each in led if each is not None}
    assert len(reached) == len(controls)
    kiosk.key(Qt.Key.Key_Down)
    focused = kiosk.window.activeFocusItem()
    assert focused is not None
    assert focused.property("action") in controls
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.desk.session is None


def test_modes_end_with_the_session(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.touch("begin:vi")
    plain = kiosk.application.desk.room
    for mode in Mode:
        kiosk.touch(f"mode:{mode.value}")
    assert kiosk.application.desk.room.body > plain.body or kiosk.application.desk.room.is_low
    kiosk.desk.end()
    kiosk.touch("begin:vi")
    assert kiosk.application.desk.room == plain


def test_lane_opens_on_the_screen_without_a_touch(open_kiosk: OpenKiosk) -> None:
    """S1: correct as minutes pass, and open at 07:00:00."""
    kiosk = open_kiosk()
    kiosk.touch("begin:lo")
    strip = kiosk.application.desk.page.today[0]
    assert (strip.status, "10" in strip.cells[1]) == ("closed", True)
    kiosk.now = kiosk.now.replace(minute=59, second=59)
    kiosk.desk.tick()
    assert kiosk.application.desk.page.today[0].status == "closed"
    kiosk.now = kiosk.now.replace(hour=7, minute=0, second=0)
    kiosk.desk.tick()
    assert kiosk.application.desk.page.today[0].status == "open"


def test_nothing_moves_during_a_session(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk = open_kiosk()
    kiosk.touch("begin:vi")
    qtbot.wait(50)
    first = kiosk.window.grabWindow()
    qtbot.wait(400)
    assert isinstance(first, QImage)
    assert kiosk.window.grabWindow() == first


@pytest.mark.parametrize("page", ["home", "topic:entry-steps", "search", "emergency", "languages"])
def test_every_control_says_what_it_is(page: str, open_kiosk: OpenKiosk) -> None:
    """For screen readers: a role, and words of the session's language."""
    kiosk = open_kiosk()
    kiosk.touch("begin:km")
    kiosk.desk.act(page)
    QAccessible.setActive(True)
    for action, control in kiosk.controls().items():
        told = QAccessible.queryAccessibleInterface(control)
        assert told.role() == QAccessible.Role.Button, action
        assert told.text(QAccessible.Text.Name).strip(), action


def test_nine_languages_invite_and_the_rest_have_a_button(open_kiosk: OpenKiosk) -> None:
    languages = (*LANGUAGES, "th", "fr", "ru", "ja", "ko", "de", "blt")
    kiosk = open_kiosk(PORTRAIT, languages=languages)
    offered = list(kiosk.controls())
    assert len(offered) >= 10
    assert offered[-1] == "begin:"
    kiosk.touch("begin:")
    assert kiosk.page == "Language"
    first = {each for each in kiosk.controls() if each.startswith("language:")}
    kiosk.touch("next")
    rest = {each for each in kiosk.controls() if each.startswith("language:")}
    assert first | rest == {f"language:{tag}" for tag in languages}
    assert len(first) == 9


@pytest.mark.parametrize("beside", [False, True])
def test_finger_that_answers_the_question_meets_nothing_below_it(
    beside: bool, open_kiosk: OpenKiosk
) -> None:
    kiosk = open_kiosk()
    kiosk.touch("begin:en")
    kiosk.touch("search")
    below = kiosk.middle(kiosk.controls()["key:q"])
    kiosk.wait(61)
    assert kiosk.asked
    if beside:
        kiosk.touch_at(below)
    else:
        kiosk.touch("stay")
    assert (kiosk.asked, kiosk.page, kiosk.counter.keyboard.wanted) == ("", "Search", "")


def test_key_that_answers_the_question_leads_nowhere(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.touch("begin:en")
    kiosk.touch("tile:goods")
    kiosk.wait(61)
    kiosk.key(Qt.Key.Key_Escape)
    assert (kiosk.asked, kiosk.page) == ("", "Tile")


def test_mouse_works_by_its_left_button_and_not_among_fingers(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    place = kiosk.middle(kiosk.controls()["begin:vi"])
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(kiosk.window, Qt.MouseButton.RightButton, none, place)
    assert kiosk.page == ""
    kiosk.press(QPoint(700, 300))
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, none, place)
    assert kiosk.page == ""
    kiosk.release(QPoint(9000, 9000))
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, none, place)
    assert kiosk.page == "Home"
