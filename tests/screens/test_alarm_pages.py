"""Emergency pages of every kind, in every shape: nothing leaves its place; accepted looks."""

import json
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player.config.screen import ExitDirection
from player.shell.alarm_plan import AlarmPlan
from player.shell.alarm_set import AlarmScreen, set_alarm
from player.shell.application import Application
from player.shell.fit_ladder import FOREIGN, SMALL_SHARE, small_px
from player.shell.snapshot import camera, settle, take_as_is
from player.stage.alarm.call import AlarmCall, AlarmKind, AlarmStatus
from player.stage.alarm.page import AlarmPlace
from player.stage.alarm.words import with_builtin
from player.stage.phrases import Phrases
from tests.fakes.accepted_pictures import check
from tests.fakes.alarms import FIVE, GROUPS, ISSUERS, LONG, PANELS, SINCE_MS, every_call
from tests.fakes.page_audit import faults, visible_texts, window

THAI: Final = Path(__file__).resolve().parent.parent / "data" / "thai" / "th.json"
PHRASES: Final = with_builtin(Phrases({"th": json.loads(THAI.read_text("utf-8"))}))


def plans(
    application: Application,
    call: AlarmCall,
    languages: tuple[str, ...] = FIVE,
    direction: ExitDirection = "left",
) -> tuple[AlarmPlan, ...]:
    place = AlarmPlace(languages, direction, PHRASES)
    screen = AlarmScreen(place, application.metrics.metrics, application.typefaces)
    return set_alarm(call, screen, "14:05")


def put_up(application: Application, plan: AlarmPlan) -> QQuickItem:
    """Show a page and return it."""
    lengths = application.metrics.metrics
    application.alarm.show(plan, lengths.width, lengths.height)
    settle()
    found = window(application).findChild(QQuickItem, "alarm")
    assert isinstance(found, QQuickItem)
    return found


def ill_set(application: Application, plan: AlarmPlan) -> list[str]:
    """Return what is wrong with a page as it is drawn."""
    item, lengths = put_up(application, plan), application.metrics.metrics
    safe = QRectF(0, 0, lengths.width, lengths.height).adjusted(
        lengths.overscan_x, lengths.overscan_y, -lengths.overscan_x, -lengths.overscan_y
    )
    texts = [text for text in visible_texts(item) if not _is_behind(text, item)]
    signs = [QRectF(sign.x, sign.y, sign.side, sign.side) for sign in plan.signs]
    covered = [
        f"{text.property('text')[:20]}: over a sign"
        for text in texts
        for sign in signs
        if sign.intersects(text.mapRectToScene(QRectF(0, 0, text.width(), text.height())))
        and text.property("contentWidth") > 0
    ]
    outside = [f"a sign at {sign} is cut off" for sign in signs if not safe.contains(sign)]
    return faults(texts, safe) + covered + outside


def _is_behind(text: QQuickItem, layer: QQuickItem) -> bool:
    """Whether it is on the page that is covered by the one in front."""
    page = text.parentItem()
    while page is not None and page.parentItem() is not layer:
        page = page.parentItem()
    return page is not None and page.z() == 0


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("shape", PANELS)
def test_every_page_fits_and_every_letter_can_be_read(
    shape: str, group: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    panel = PANELS[shape]
    wrong: list[str] = []
    with camera(panel.screen, panel.width, panel.height, tmp_path) as application:
        least = application.metrics.metrics.body_px
        for call in every_call():
            # An exercise and a test differ by one word of the band; five languages show both.
            if call.status is AlarmStatus.TEST and group != "five":
                continue
            direction: ExitDirection = "none" if call.status is AlarmStatus.TEST else "left"
            for plan in plans(application, call, GROUPS[group], direction):
                name = f"{call.kind} {call.status} {direction}"
                wrong += [f"{name}: {fault}" for fault in ill_set(application, plan)]
                small = [words for words in plan.words if words.letter_px < least * SMALL_SHARE]
                wrong += [f"{name}: {words.text} is too small" for words in small]
    assert wrong == []


@pytest.mark.parametrize("shape", PANELS)
def test_texts_longer_than_a_page_are_read_on_several(
    shape: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    panel = PANELS[shape]
    call = AlarmCall(AlarmKind.DANGER, AlarmStatus.ACTUAL, SINCE_MS, LONG, ISSUERS, level=5)
    with camera(panel.screen, panel.width, panel.height, tmp_path) as application:
        shown = plans(application, call)
        assert [fault for plan in shown for fault in ill_set(application, plan)] == []
        said = _letters("".join(words.text for plan in shown for words in plan.words))
        for text in LONG.values():
            for sentence in (text.headline, *text.instructions):
                assert _letters(sentence) in said or all(
                    _letters(word) in said for word in sentence.split()
                )


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("kind", AlarmKind)
@pytest.mark.parametrize("shape", ["landscape", "portrait", "strip"])
def test_vietnamese_is_largest(shape: str, kind: AlarmKind, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    panel = PANELS[shape]
    call = AlarmCall(kind, AlarmStatus.ACTUAL, SINCE_MS)
    with camera(panel.screen, panel.width, panel.height, tmp_path) as application:
        # The first page says what is the matter; on strips another one says what to do.
        said = [words for words in plans(application, call)[0].words if words.ink == "ink"]
        small = small_px(application.metrics.metrics)
        first = max(words.letter_px for words in said if words.language == "vi")
        others = [words.letter_px for words in said if words.language != "vi"]
        assert first > small
        assert max(size for size in others if size > small) <= first * FOREIGN


@pytest.mark.parametrize("status", [AlarmStatus.EXERCISE, AlarmStatus.TEST])
@pytest.mark.parametrize("kind", AlarmKind)
def test_what_is_not_meant_has_no_red_and_no_yellow(
    kind: AlarmKind, status: AlarmStatus, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    panel = PANELS["landscape"]
    call = AlarmCall(kind, status, SINCE_MS, level=4)
    with camera(panel.screen, panel.width, panel.height, tmp_path) as application:
        for plan in plans(application, call):
            put_up(application, plan)
            assert _share(take_as_is(application), _is_alarming) < 0.0005


@pytest.mark.parametrize("kind", [AlarmKind.EVACUATE, AlarmKind.FIRE, AlarmKind.SHELTER])
def test_what_is_meant_is_mostly_red(kind: AlarmKind, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    panel = PANELS["landscape"]
    call = AlarmCall(kind, AlarmStatus.ACTUAL, SINCE_MS)
    with camera(panel.screen, panel.width, panel.height, tmp_path) as application:
        put_up(application, plans(application, call)[0])
        assert _share(take_as_is(application), _is_alarming) > 0.4


def _is_alarming(colour: QColor) -> bool:
    return colour.saturation() > 100 and (colour.hue() < 65 or colour.hue() > 330)


def _share(png: bytes, is_wanted: object) -> float:
    assert callable(is_wanted)
    image = QImage.fromData(png).scaled(240, 135)
    found = sum(
        bool(is_wanted(image.pixelColor(x, y)))
        for x in range(image.width())
        for y in range(image.height())
    )
    return found / (image.width() * image.height())


LOOKS: Final[tuple[tuple[str, str, AlarmKind, AlarmStatus, ExitDirection, int | None], ...]] = (
    ("alarm-evacuate", "landscape", AlarmKind.EVACUATE, AlarmStatus.ACTUAL, "left", None),
    ("alarm-fire-portrait", "portrait", AlarmKind.FIRE, AlarmStatus.ACTUAL, "up-right", None),
    ("alarm-exercise", "landscape", AlarmKind.EVACUATE, AlarmStatus.EXERCISE, "right", None),
    ("alarm-danger-square", "square", AlarmKind.DANGER, AlarmStatus.ACTUAL, "none", 3),
    ("alarm-all-clear", "landscape", AlarmKind.ALL_CLEAR, AlarmStatus.ACTUAL, "none", None),
    ("alarm-evacuate-strip", "strip", AlarmKind.EVACUATE, AlarmStatus.ACTUAL, "left", None),
)


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
def test_page_looks_as_accepted(
    look: tuple[str, str, AlarmKind, AlarmStatus, ExitDirection, int | None],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    del qtbot
    name, shape, kind, status, direction, level = look
    panel = PANELS[shape]
    call = AlarmCall(kind, status, SINCE_MS, issuers=ISSUERS, level=level)
    with camera(panel.screen, panel.width, panel.height, tmp_path) as application:
        put_up(application, plans(application, call, FIVE, direction)[0])
        check(name, take_as_is(application))
