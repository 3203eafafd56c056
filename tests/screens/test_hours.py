"""The page of opening hours on every shape: as accepted, readable, and never without its status."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from player.config.load import load_screen, role_example
from player.config.screen import Display, Screen
from player.shell.snapshot import camera, draw, take
from tests.fakes.accepted_pictures import check
from tests.fakes.hours_scene import hours
from tests.fakes.page_audit import faults, visible_texts, window
from tests.fakes.scenes import HALL, LANGUAGES, UPRIGHT_HALL

ROWS: Final = (1, 3, 10)


def hall(**display: object) -> Screen:
    """Return the hall screen with another panel."""
    changed = Display.model_validate({**HALL.display.model_dump(), **display})
    return HALL.model_copy(update={"display": changed})


def strip() -> Screen:
    """Return the light strip that ships as an example."""
    return load_screen(role_example("led-strip"), "en")


SCREENS: Final[dict[str, tuple[Screen, tuple[int, int]]]] = {
    "landscape": (HALL, (1920, 1080)),
    "portrait": (UPRIGHT_HALL, (1080, 1920)),
    "square": (hall(width_mm=680), (1080, 1080)),
    "strip": (strip(), (1152, 288)),
    "overscan": (hall(overscan_percent=2.5), (1024, 768)),
}
PAGES: Final = (
    ("vi", "landscape"),
    ("zh", "portrait"),
    ("km", "square"),
    ("lo", "strip"),
    ("en", "overscan"),
)


@pytest.mark.parametrize("page", PAGES, ids=["-".join(page) for page in PAGES])
def test_page_looks_as_accepted(page: tuple[str, str], qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    language, shape = page
    screen, size = SCREENS[shape]
    with camera(screen, *size, tmp_path) as application:
        check(f"hours-{language}-{shape}", take(application, hours(language)).png)


@pytest.mark.parametrize("shape", SCREENS)
def test_lanes_can_be_read_on_every_shape(shape: str, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    screen, size = SCREENS[shape]
    page = QRectF(0, 0, *size)
    found: dict[str, list[str]] = {}
    with camera(screen, *size, tmp_path) as application:
        for language in LANGUAGES:
            board = hours(language)
            for count in ROWS:
                rows = (board.rows * count)[:count]
                pages = draw(application, replace(board, rows=rows))
                texts = list(visible_texts(window(application).contentItem()))
                said = {text.property("text") for text in texts}
                wrong = faults(texts, page)
                if pages == 1 and not {row.word for row in rows} <= said:
                    wrong.append("a status is missing")
                if board.words.marks[0] not in said or wrong:
                    found[f"{language} {count}"] = wrong or ["no label"]
    assert found == {}
