"""A snapshot is the wall's own page, and the same bytes each time."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from player.config.screen import Display
from player.errors import PlaybackError
from player.shell.snapshot import camera, hung, take
from player.stage.scene import PictureRef, Scene
from tests.fakes.scenes import HALL, bulletin, gate_page, poster, video

ROOT: Final = Path(__file__).resolve().parent.parent.parent
ELSEWHERE: Final = """
import sys
from pathlib import Path
import player.shell
from player.shell.snapshot import camera, take
from player.stage.scene import PictureRef
from tests.fakes.scenes import HALL, poster
picture = PictureRef(Path(sys.argv[1]), 640, 360, focus_x=0.6, focus_y=0.4)
with camera(HALL, 640, 360, Path(sys.argv[2])) as application:
    sys.stdout.buffer.write(take(application, poster("km", picture)).png)
"""


def snap(scene: Scene, state: Path, size: tuple[int, int] = (640, 360)) -> bytes:
    with camera(HALL, *size, state) as application:
        return take(application, scene).png


def test_two_runs_are_the_same_bytes(qtbot: QtBot, tmp_path: Path, picture: PictureRef) -> None:
    del qtbot
    command = [sys.executable, "-c", ELSEWHERE, str(picture.path), str(tmp_path)]
    elsewhere = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    assert snap(poster("km", picture), tmp_path) == elsewhere


def test_picture_has_the_size_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    image = QImage.fromData(snap(gate_page("vi"), tmp_path, (500, 700)))
    assert (image.width(), image.height()) == (500, 700)


def test_clip_is_its_first_picture(qtbot: QtBot, tmp_path: Path, picture: PictureRef) -> None:
    del qtbot
    assert snap(video("vi", picture), tmp_path)


def test_text_that_does_not_fit_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    scene = bulletin("vi", None)
    long = replace(scene, words=replace(scene.words, body=scene.words.body * 30))
    with camera(HALL, 640, 360, tmp_path) as application:
        told = [take(application, shown).pages for shown in (scene, long, gate_page("vi"))]
    assert (told[0], told[2]) == (1, 1)
    assert told[1] > 5


def test_scene_that_cannot_be_drawn_is_an_error(
    qtbot: QtBot, tmp_path: Path, picture: PictureRef
) -> None:
    del qtbot
    gone = poster("vi", replace(picture, path=tmp_path / "gone.png"))
    with pytest.raises(PlaybackError, match="welcome: picture cannot be read"):
        snap(gone, tmp_path)


@pytest.mark.parametrize(
    ("orientation", "size", "width_mm"),
    [
        ("landscape", (1920, 1080), 1210),
        ("landscape-flipped", (1920, 1080), 1210),
        ("landscape", (1080, 1920), 681),
        ("portrait", (1080, 1920), 1210),
        ("portrait-flipped", (1920, 1080), 2151),
    ],
)
def test_panel_asked_for_in_the_other_shape_is_turned(
    orientation: str, size: tuple[int, int], width_mm: int
) -> None:
    display = Display.model_validate(
        {"width_mm": 1210, "viewing_distance_mm": 4000, "orientation": orientation}
    )
    assert hung(display, *size).width_mm == width_mm


def test_upright_picture_is_never_turned(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with camera(HALL, 300, 500, tmp_path) as application:
        assert application.metrics.metrics.shape == "portrait"
