"""Clocks, banner and ticker over the pages of the demo gates, and nothing of them cut off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Display, Screen
from player.main.demo import prepare_demo
from player.main.repertoire import announcer, repertoire
from player.main.selection import Choice, open_pack_for, select
from player.notices.turns import LONGEST_TURN_MS
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.shell.application import Application
from player.shell.snapshot import announce, camera, take
from player.stage.repertoire import Repertoire
from tests.fakes.accepted_pictures import check
from tests.fakes.programme import local

GATE: Final = "huu-nghi"
WITH_BANNER, WITHOUT = local("2026-11-26T14:00"), local("2026-11-26T14:30")
WITHOUT_NOTICES: Final = local("2026-11-26T12:30")
LANGUAGES: Final = ("vi", "zh", "en", "lo", "km")
"""Of the gate, in the order of their turns on the banner."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A screen and its picture in pixels."""

    display: Display
    width: int
    height: int
    role: str = "hall-tv"

    def screen(self) -> Screen:
        """Return the screen at the demo gate."""
        changed = {"display": self.display, "role": self.role}
        return select(Choice(demo=GATE), "en").model_copy(update=changed)


UPRIGHT: Final = Display(width_mm=680, viewing_distance_mm=4000, orientation="portrait")
SCREENS: Final = {
    "landscape": Hung(Display(width_mm=1210, viewing_distance_mm=4000), 1920, 1080),
    "portrait": Hung(UPRIGHT, 1080, 1920),
    "square": Hung(Display(width_mm=900, viewing_distance_mm=4000), 1080, 1080),
    "strip": Hung(Display(width_mm=4608, viewing_distance_mm=15_000), 1152, 288, "led-strip"),
    "overscan": Hung(
        Display(width_mm=700, viewing_distance_mm=2500, overscan_percent=2.5), 1024, 768
    ),
}
PICTURES: Final = (
    ("banner-vi-landscape", "landscape", "vi", WITH_BANNER),
    ("banner-lo-portrait", "portrait", "lo", WITH_BANNER),
    ("banner-km-strip", "strip", "km", WITH_BANNER),
    ("banner-zh-overscan", "overscan", "zh", WITH_BANNER),
    ("banner-en-square", "square", "en", WITH_BANNER),
    ("ticker-km-landscape", "landscape", "km", WITHOUT),
    ("clocks-zh-strip", "strip", "zh", WITHOUT_NOTICES),
)


def performed(screen: Screen) -> Repertoire:
    """Return the demo gate on a screen."""
    prepare_demo(GATE)
    opened = open_pack_for(screen)
    assert opened is not None
    return repertoire(screen, opened.pack)


def turn_of(language: str, begin: datetime) -> datetime:
    """Return an instant at which the banner that came on at ``begin`` speaks ``language``."""
    turns = LANGUAGES.index(language)
    return begin + timedelta(milliseconds=turns * LONGEST_TURN_MS + 1000)


@pytest.mark.parametrize("picture", PICTURES, ids=[picture[0] for picture in PICTURES])
def test_overlays_look_as_accepted(
    picture: tuple[str, str, str, datetime], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    name, shape, language, begin = picture
    hung = SCREENS[shape]
    on_it = performed(hung.screen())
    scene = on_it.composer.scene("welcome", language, begin, ClockTrust.TRUSTED)
    with camera(hung.screen(), hung.width, hung.height, tmp_path) as application:
        instant = turn_of(language, begin)
        announce(application, announcer(on_it), instant, ClockTrust.TRUSTED)
        check(name, take(application, scene).png)


def texts(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield every text that is seen."""
    if not item.isVisible():
        return
    if item.inherits("QQuickText"):
        yield item
    for child in item.childItems():
        yield from texts(child)


def faults(application: Application, name: str) -> list[str]:
    """Return which texts of the overlay item ``name`` reach beyond it or lie over another."""
    window = application.window
    assert isinstance(window, QQuickWindow)
    found = window.findChild(QQuickItem, name)
    assert isinstance(found, QQuickItem)
    if not found.isVisible():
        return [f"{name} is not there"]
    place = found.mapRectToScene(QRectF(0, 0, found.width(), found.height()))
    boxes = [
        (
            text.property("text"),
            text.mapRectToScene(
                QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
            ),
        )
        for text in texts(found)
    ]
    wrong = [f"beyond: {words}" for words, box in boxes if not place.contains(box)]
    return wrong + [
        f"overlaid: {words}"
        for at, (words, box) in enumerate(boxes)
        if any(box.intersects(other) for _, other in boxes[:at])
    ]


@pytest.mark.parametrize("shape", SCREENS)
def test_no_word_of_banner_or_clocks_is_cut_off_or_overlaid(
    shape: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    hung = SCREENS[shape]
    on_it = performed(hung.screen())
    wrong: dict[str, list[str]] = {}
    with camera(hung.screen(), hung.width, hung.height, tmp_path) as application:
        for language in LANGUAGES:
            instant = turn_of(language, WITH_BANNER)
            announce(application, announcer(on_it), instant, ClockTrust.TRUSTED)
            scene = on_it.composer.scene("welcome", language, instant, ClockTrust.TRUSTED)
            take(application, scene)
            found = faults(application, "banner") + faults(application, "masthead")
            if found:
                wrong[language] = found
    assert wrong == {}


def test_pictures_of_one_instant_are_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    hung = SCREENS["landscape"]
    on_it = performed(hung.screen())
    scene = on_it.composer.scene("welcome", "vi", WITHOUT, ClockTrust.TRUSTED)
    pictures = []
    for _ in range(2):
        with camera(hung.screen(), hung.width, hung.height, tmp_path) as application:
            announce(application, announcer(on_it), WITHOUT, ClockTrust.TRUSTED)
            pictures.append(take(application, scene).png)
    assert pictures[0] == pictures[1]


def test_what_runs_at_the_head_of_a_strip_covers_no_word_of_the_gate_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    hung = SCREENS["strip"]
    on_it = performed(hung.screen())
    with camera(hung.screen(), hung.width, hung.height, tmp_path) as application:
        announce(application, announcer(on_it), WITHOUT, ClockTrust.TRUSTED)
        window = application.window
        assert isinstance(window, QQuickWindow)
        ticker = window.findChild(QQuickItem, "ticker")
        assert isinstance(ticker, QQuickItem)
        below = ticker.mapRectToScene(QRectF(0, 0, ticker.width(), ticker.height())).bottom()
        for language in LANGUAGES:
            page = on_it.composer.scene(DEFAULT_GATE_PAGE, language, WITHOUT, ClockTrust.TRUSTED)
            take(application, page)
            running = list(texts(ticker))
            tops = [
                text.mapToScene(QPointF(0, 0)).y()
                for text in texts(window.contentItem())
                if text not in running and text.property("text")
            ]
            assert tops
            assert min(tops) >= below
