"""Pages look as accepted: every kind, every language, both shapes of a hall screen.

The accepted pictures lie in ``baselines/``, at half size. When a change means to alter them::

    ACCEPT_PICTURES=1 .venv/bin/pytest tests/screens

and look at every one before committing it. A page that differs is left in ``build/screens/`` with
a picture of the difference.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.shell.application import Application
from player.shell.snapshot import camera, take
from player.stage.scene import BuiltinScene, PictureRef, Scene
from tests.fakes.accepted_pictures import BASELINES, check
from tests.fakes.lettered_scenes import lettered_scenes
from tests.fakes.scenes import HALL, UPRIGHT_HALL, bulletin, draw_hills, every_scene

LANDSCAPE, PORTRAIT, STRIP = (1920, 1080), (1080, 1920), (1152, 288)
SHAPES: Final = {LANDSCAPE: "landscape", PORTRAIT: "portrait", STRIP: "strip"}
LED: Final = load_screen(role_example("led-strip"), "en")
PAGES: Final = (
    ("poster", "vi", LANDSCAPE),
    ("photo", "zh", LANDSCAPE),
    ("bulletin", "en", LANDSCAPE),
    ("video", "lo", LANDSCAPE),
    ("audio", "en", LANDSCAPE),
    ("gate-page", "km", LANDSCAPE),
    ("bulletin", "vi", PORTRAIT),
    ("video", "zh", PORTRAIT),
    ("audio", "lo", PORTRAIT),
    ("gate-page", "en", PORTRAIT),
    ("photo", "lo", PORTRAIT),
    ("poster", "km", PORTRAIT),
    ("table", "vi", LANDSCAPE),
    ("table", "km", PORTRAIT),
    ("claim", "lo", LANDSCAPE),
    ("claim", "vi", PORTRAIT),
    ("bilingual", "zh", LANDSCAPE),
    ("bilingual", "lo", PORTRAIT),
    ("table", "lo", STRIP),
    ("claim", "zh", STRIP),
)


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> PictureRef:
    return draw_hills(tmp_path_factory.mktemp("pictures") / "hills.png", 2560, 1440)


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    del qtbot
    with camera(HALL, *LANDSCAPE, tmp_path) as application:
        yield application


def screen_for(size: tuple[int, int]) -> Screen:
    return {LANDSCAPE: HALL, PORTRAIT: UPRIGHT_HALL, STRIP: LED}[size]


@pytest.mark.parametrize("page", PAGES, ids=[f"{kind}-{tag}" for kind, tag, _ in PAGES])
def test_page_looks_as_accepted(
    page: tuple[str, str, tuple[int, int]], qtbot: QtBot, tmp_path: Path, picture: PictureRef
) -> None:
    del qtbot
    kind, language, size = page
    with camera(screen_for(size), *size, tmp_path) as application:
        scenes = every_scene(language, picture) | lettered_scenes(language, picture)
        shot = take(application, scenes[kind])
    check(f"{kind}-{language}-{SHAPES[size]}", shot.png)


def test_builtin_page_looks_as_accepted(hall: Application) -> None:
    check("builtin", take(hall, BuiltinScene()).png)


def test_missing_translation_and_doubt_are_labelled(hall: Application) -> None:
    scene = bulletin("en", None)
    marks = ("Hiển thị bằng English", "May have changed – please ask an officer")
    labelled: Scene = replace(scene, words=replace(scene.words, marks=marks))
    check("bulletin-labelled", take(hall, labelled).png)


def test_baselines_are_light() -> None:
    """A repository is not an album."""
    heavy = [file.name for file in BASELINES.glob("*.png") if file.stat().st_size > 400_000]
    assert heavy == []
