"""What is drawn can be read from where people stand, and none of it is cut off or overlaid."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from player.config.screen import Display, Screen
from player.shell.snapshot import camera, draw, take
from player.stage.scene import BulletinScene, PictureRef, Wording
from tests.fakes.lettered_scenes import lettered_scenes
from tests.fakes.page_audit import faults, first_line, inked, visible_texts, window
from tests.fakes.scenes import HALL, LANGUAGES, UPRIGHT_HALL, draw_hills, every_scene

KIOSK: Final = Screen(
    id="kiosk",
    gate="huu-nghi",
    role="kiosk",
    display=Display(width_mm=476, viewing_distance_mm=600),
)
SCREENS: Final[dict[str, tuple[Screen, tuple[int, int]]]] = {
    "hall": (HALL, (1920, 1080)),
    "upright-hall": (UPRIGHT_HALL, (1080, 1920)),
    "kiosk": (KIOSK, (1920, 1080)),
    "small-hall": (HALL, (1280, 720)),
}
KINDS: Final = (
    "poster",
    "photo",
    "bulletin",
    "video",
    "audio",
    "table",
    "claim",
    "bilingual",
    "gate-page",
)
PLANTED: Final = ("beyond the page", "higher than its place", "overlaid")


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> PictureRef:
    return draw_hills(tmp_path_factory.mktemp("pictures") / "hills.png")


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_no_text_is_cut_off_or_overlaid(
    name: str, qtbot: QtBot, tmp_path: Path, picture: PictureRef
) -> None:
    del qtbot
    screen, size = SCREENS[name]
    page = QRectF(0, 0, *size)
    found: dict[str, list[str]] = {}
    with camera(screen, *size, tmp_path) as application:
        for language in LANGUAGES:
            scenes = every_scene(language, picture) | lettered_scenes(language, picture)
            for kind in KINDS:
                pages = draw(application, scenes[kind])
                texts = list(visible_texts(window(application).contentItem()))
                assert texts
                wrong = faults(texts, page) + ([] if pages == 1 else ["paged"])
                if wrong:
                    found[f"{kind} {language}"] = wrong
    assert found == {}


def capital_px(text: QImage) -> float:
    """Return the height of the H a picture of text begins with, to a part of a pixel.

    An H has an upright stem: its height is how much of the darkest column of its first line is
    ink, half covered pixels counting half.
    """
    ground, darkest = text.pixelColor(text.width() - 1, 0).lightnessF(), 1.0
    columns = []
    for x in range(min(text.width(), text.height())):
        light = [text.pixelColor(x, y).lightnessF() for y in range(text.height())]
        darkest = min(darkest, *light)
        columns.append(light)
    return max(sum(ground - light for light in column) for column in columns) / (ground - darkest)


@pytest.mark.parametrize(
    ("name", "body_mm", "title_mm"),
    [("hall", 20.0, 40.0), ("upright-hall", 20.0, 40.0), ("kiosk", 5.0, 6.0)],
)
def test_capitals_are_tall_enough_on_the_drawn_page(
    name: str, body_mm: float, title_mm: float, qtbot: QtBot, tmp_path: Path
) -> None:
    """D/200 for text, D/100 for headlines (kiosk: 5 mm), also when the text is far too long."""
    del qtbot
    screen, size = SCREENS[name]
    scene = BulletinScene("h", Wording("vi", title="H", body="H " * 4000), None)
    with camera(screen, *size, tmp_path) as application:
        image = QImage.fromData(take(application, scene).png)
        mm_per_px = application.metrics.metrics.mm_per_px
        title, body, number = visible_texts(window(application).contentItem())
        title_image, body_image = (
            image.copy(first_line(text).toAlignedRect()) for text in (title, body)
        )
        assert str(number.property("text")).startswith("1 / ")
    assert capital_px(title_image) * mm_per_px >= title_mm
    assert capital_px(body_image) * mm_per_px >= body_mm


def test_audit_finds_planted_faults(qtbot: QtBot, tmp_path: Path, picture: PictureRef) -> None:
    """An audit that finds nothing must be known to look."""
    del qtbot
    with camera(HALL, 1920, 1080, tmp_path) as application:
        scene = every_scene("vi", picture)["bulletin"]
        assert isinstance(scene, BulletinScene)
        words = replace(scene.words, body="Xin chào quý khách")
        draw(application, replace(scene, words=words))
        texts = list(visible_texts(window(application).contentItem()))
        by_start = {str(text.property("text"))[:9].strip(): text for text in texts}
        by_start["Ba văn ki"].setX(5000)
        by_start["Xin chào"].setY(by_start["Nguồn: Ch"].y())
        by_start["Nguồn: Ch"].setHeight(3)
        line = by_start["Nguồn: Ch"].parentItem()
        line.setY(line.y() + inked(by_start["Xin chào"]).y() - inked(by_start["Nguồn: Ch"]).y())
        told = "\n".join(faults(texts, QRectF(0, 0, 1920, 1080)))
    assert [fault for fault in PLANTED if fault not in told] == []
