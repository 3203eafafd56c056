"""Every template in every language and shape, filled in at length: all of it finds room."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Display, Screen
from player.errors import PlaybackError
from player.main.demo import prepare_demo
from player.main.notice_shot import PosedNotice, pose, take_over, tell
from player.main.repertoire import repertoire
from player.main.selection import Choice, open_pack_for, select
from player.notices import samples
from player.shell.application import Application
from player.shell.snapshot import camera, draw, take, take_as_is
from player.stage.repertoire import Repertoire
from tests.fakes.accepted_pictures import check
from tests.fakes.page_audit import faults, inked, visible_texts, window
from tests.fakes.programme import local
from tests.fakes.templates import TEMPLATES

GATE: Final = "huu-nghi"
NOW: Final = local("2026-11-27T09:20")
LANGUAGES: Final = ("vi", "en", "zh", "lo", "km")
PAGES: Final = tuple(id_ for id_, each in TEMPLATES.items() if each.level != "emergency")
# Half the pixels on as many millimetres: as much has room, and it is drawn sooner.
SHAPES: Final = {
    "landscape": (960, 540, Display(width_mm=1210, viewing_distance_mm=4000)),
    "portrait": (
        540,
        960,
        Display(width_mm=680, viewing_distance_mm=4000, orientation="portrait"),
    ),
    "square": (640, 512, Display(width_mm=376, viewing_distance_mm=700)),
    "strip": (1152, 288, Display(width_mm=4608, viewing_distance_mm=15_000)),
}
LONG: Final = {
    "plate": "12AB-345.67.89",
    "text": "Quốc lộ 1A, đoạn từ km 12 đến km 15, xã Bảo Lâm",
    "free": "Đoàn kiểm tra đến lúc 15 giờ. Mời các hộ kinh doanh có mặt tại nhà chờ số 1. " * 5,
}
TONES: Final = (
    ("notice-page-prepare", "lane-paused", False),
    ("notice-page-safe", "all-clear", False),
    ("notice-page-calm", "long-queue", False),
    ("notice-page-drill", "doctor", True),
)


def performed(screen: Screen) -> Repertoire:
    """Return what the demo gate performs on ``screen``."""
    prepare_demo(GATE)
    opened = open_pack_for(screen)
    assert opened is not None
    return repertoire(screen, opened.pack)


def hung(shape: str) -> tuple[Screen, int, int]:
    """Return a screen of that shape at the demo gate, and its pixels."""
    width, height, display = SHAPES[shape]
    role = "led-strip" if shape == "strip" else "hall-tv"
    screen = select(Choice(demo=GATE), "en")
    return screen.model_copy(update={"display": display, "role": role}), width, height


def posed_at(screen: Screen, *, is_exercise: bool = True) -> Iterator[PosedNotice]:
    """Yield a notice of every template that has a page."""
    on_it = performed(screen)
    for id_ in PAGES:
        yield pose(screen, on_it, id_, NOW, is_exercise=is_exercise)


def ill_set(application: Application, posed: PosedNotice, language: str) -> list[str]:
    """Return what is wrong with the page and the banner of a notice."""
    wrong: list[str] = []
    tell(application, posed, language, NOW, ClockTrust.TRUSTED)
    if not application.overlay.hides_page:
        try:
            draw(application, posed.scene(language, NOW))
        except PlaybackError as e:
            return [str(e)]
    shown = window(application)
    seen = shown.contentItem()
    if application.overlay.hides_page:
        take_as_is(application)
        banner = shown.findChild(QQuickItem, "banner")
        assert isinstance(banner, QQuickItem)
        seen = banner
    page = QRectF(0, 0, shown.width(), shown.height())
    # What runs lies beyond the page for most of the time.
    still = [
        text
        for text in visible_texts(seen)
        if page.contains(inked(text).center()) and not _runs(text)
    ]
    wrong += [fault for fault in faults(still, page) if "wider" not in fault]
    return wrong


def _runs(text: object) -> bool:
    parent = text.parentItem()  # type: ignore[attr-defined]
    while parent is not None:
        if parent.objectName() == "ticker":
            return True
        parent = parent.parentItem()
    return False


@pytest.mark.parametrize("shape", SHAPES)
def test_every_template_finds_room_in_every_language(
    shape: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    words = {str(kind): said for kind, said in samples._WORDS.items()} | LONG
    monkeypatch.setattr(samples, "_WORDS", words)
    screen, width, height = hung(shape)
    wrong: dict[str, list[str]] = {}
    with camera(screen, width, height, tmp_path) as application:
        for posed in posed_at(screen):
            for language in LANGUAGES:
                found = ill_set(application, posed, language)
                if found:
                    wrong[f"{posed.notice.template} {language}"] = found
    assert wrong == {}


@pytest.mark.parametrize(("name", "template", "is_exercise"), TONES)
def test_page_of_each_tone_is_as_it_was_accepted(
    name: str, template: str, is_exercise: bool, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen, width, height = hung("landscape")
    posed = pose(screen, performed(screen), template, NOW, is_exercise=is_exercise)
    with camera(screen, width, height, tmp_path) as application:
        tell(application, posed, "vi", NOW, ClockTrust.TRUSTED)
        check(name, take(application, posed.scene("vi", NOW)).png)


def test_drill_takes_over_in_another_picture_than_what_is_meant(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen, width, height = hung("landscape")
    on_it, pictures = performed(screen), []
    for is_exercise in (False, True):
        posed = pose(screen, on_it, "fire", NOW, is_exercise=is_exercise)
        with camera(screen, width, height, tmp_path) as application:
            pictures.append(take_over(application, screen, posed, lambda: NOW, ClockTrust.TRUSTED))
    assert pictures[0] != pictures[1]
