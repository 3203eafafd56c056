"""Tables, rebuttals and bilingual pages are whole on every shape, and keep their own rules."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player.config.load import load_screen, role_example
from player.config.screen import Display, Screen
from player.errors import PlaybackError
from player.shell.application import Application
from player.shell.snapshot import camera, draw
from player.stage.scene import CellWords, PictureRef, TableColumn
from tests.fakes.lettered_scenes import LetteredScene, bilingual, claim, lettered_scenes, table
from tests.fakes.page_audit import faults, inked, visible_texts, window
from tests.fakes.scenes import HALL, UPRIGHT_HALL, draw_hills

SLOT_S: Final = 300
LONG: Final = 3
LANGUAGES: Final = ("vi", "zh", "lo", "km")
FOREIGN: Final = 0.75
FEWEST_LINES: Final = 3


def hall(width_mm: int, overscan_percent: float = 0) -> Screen:
    display = Display(
        width_mm=width_mm, viewing_distance_mm=4000, overscan_percent=overscan_percent
    )
    return HALL.model_copy(update={"display": display})


SCREENS: Final[dict[str, tuple[Screen, tuple[int, int]]]] = {
    "landscape": (HALL, (1920, 1080)),
    "portrait": (UPRIGHT_HALL, (1080, 1920)),
    "square": (hall(1000), (1080, 1080)),
    "overscan": (hall(900, overscan_percent=2.5), (1024, 768)),
    "strip": (load_screen(role_example("led-strip"), "en"), (1152, 288)),
}


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> PictureRef:
    return draw_hills(tmp_path_factory.mktemp("pictures") / "hills.png")


@pytest.fixture(params=sorted(SCREENS))
def shape(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def application(shape: str, qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    del qtbot
    screen, size = SCREENS[shape]
    with camera(screen, *size, tmp_path) as opened:
        yield opened


def pages(
    qtbot: QtBot, application: Application, scene: LetteredScene
) -> Iterator[list[QQuickItem]]:
    """Yield the texts seen on each page of ``scene``."""
    count = draw(application, scene)
    for page in range(count):
        with qtbot.waitSignal(application.stage.painted):
            again = replace(scene, item=f"{scene.item}-{page}")
            application.stage.show(again, page * SLOT_S / count, SLOT_S)
        yield list(visible_texts(window(application).contentItem()))


def said(texts: list[QQuickItem]) -> list[str]:
    return [str(text.property("text")).replace("\u2060", "") for text in texts]


@pytest.mark.parametrize("kind", ["table", "claim", "bilingual"])
def test_no_page_of_a_long_text_is_cut_off_or_overlaid(
    kind: str, shape: str, application: Application, qtbot: QtBot, picture: PictureRef
) -> None:
    page = QRectF(0, 0, *SCREENS[shape][1])
    for language in LANGUAGES:
        scene = lettered_scenes(language, picture, LONG)[kind]
        for texts in pages(qtbot, application, scene):
            assert (language, faults(texts, page)) == (language, [])


def test_every_row_is_seen_once_below_the_headings(application: Application, qtbot: QtBot) -> None:
    scene = table("vi", LONG)
    headings = [column.heading.text for column in scene.columns]
    cells = [cell.text for row in scene.rows for cell in row]
    found: list[str] = []
    for texts in pages(qtbot, application, scene):
        now = said(texts)
        rows = [text for text in now if text in cells]
        assert [text for text in now if text in headings] == (headings if rows else [])
        found += rows
    assert found == cells


def test_numbers_are_flush_right_below_their_heading(
    application: Application, qtbot: QtBot
) -> None:
    for texts in pages(qtbot, application, table("vi")):
        column = [text for text in texts if str(text.property("text")).endswith(("₫", "Mức thu"))]
        ends = {text.mapRectToScene(text.boundingRect()).right() for text in column}
        assert len(ends) <= 1


@pytest.mark.parametrize("shape", ["strip"])
def test_table_with_too_many_columns_for_a_strip_is_refused(
    shape: str, application: Application
) -> None:
    del shape
    scene = table("vi")
    words = CellWords("Kiểm\u00a0dịch\u00a0y\u00a0tế", "vi")
    wide = replace(scene, columns=(TableColumn(words, "start"),) * 6, rows=((words,) * 6,))
    with pytest.raises(PlaybackError, match="in no way"):
        draw(application, wide)


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_claim_is_never_seen_without_its_mark_and_the_fact(
    language: str, application: Application, qtbot: QtBot
) -> None:
    scene = claim(language, LONG)
    fact = scene.words.body.replace("\u2060", "")
    lines = []
    for texts in pages(qtbot, application, scene):
        now = said(texts)
        assert {scene.claim, scene.verdict} <= set(now)
        lines += [
            text.property("lineCount")
            for text, words in zip(texts, now, strict=True)
            if words in fact
        ]
    assert lines[0] >= FEWEST_LINES


@pytest.mark.parametrize("times", [1, LONG])
def test_foreign_letters_are_below_and_three_quarters_of_the_vietnamese_at_most(
    times: int, shape: str, application: Application, qtbot: QtBot, picture: PictureRef
) -> None:
    del shape
    for language in ("zh", "lo", "km"):
        for texts in pages(qtbot, application, bilingual(language, picture, times)):
            for is_headline in (True, False):
                own, foreign = (
                    [text for text in texts if _is(text, tag, headline=is_headline)]
                    for tag in ("vi", language)
                )
                assert len(foreign) <= 1
                for text in foreign:
                    above = max(own, key=lambda each: each.property("letterPx"))
                    assert text.property("font").pixelSize() <= (
                        FOREIGN * above.property("font").pixelSize()
                    )
                    assert inked(text).y() > inked(above).y()


def _is(text: QQuickItem, language: str, *, headline: bool) -> bool:
    return (text.property("language"), text.property("headline")) == (language, headline)
