"""``gate-player snapshot`` draws any page of a session, as a traveller would come to it."""

from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.main.demo import prepare_demo
from player.main.selection import Choice, select
from player.main.snapshot import Shot, take_shot

GATE: Final = "huu-nghi"
AT: Final = "2026-11-27T06:50"
PAGES: Final = (
    "home",
    "language",
    "search:đổi tiền",
    "topic:facilities",
    "emergency",
    "library",
    "entry:handbook",
    "idle-warning",
)


def shoot(folder: Path, page: str, *modes: str, size: str | None = None) -> bytes:
    prepare_demo(GATE)
    screen = select(Choice(demo=GATE, screen="kiosk"), "en")
    out = folder / "shot.png"
    take_shot(screen, Shot(AT, out, "lo", page, size, modes))
    return out.read_bytes()


def test_every_page_is_another_picture_and_the_same_each_time(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    first = {page: shoot(tmp_path, page) for page in PAGES}
    assert len(set(first.values())) == len(PAGES)
    assert shoot(tmp_path, "topic:facilities") == first["topic:facilities"]
    assert shoot(tmp_path, "home", "high-contrast") != first["home"]


@pytest.mark.parametrize(
    ("page", "modes"),
    [("topic:nothing", ()), ("tile:nothing", ()), ("entry:nothing", ()), ("home", ("huge",))],
)
def test_page_or_mode_that_is_not_there_is_refused(
    page: str, modes: tuple[str, ...], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    with pytest.raises(ValueError, match="choose from"):
        shoot(tmp_path, page, *modes)


@pytest.mark.parametrize(
    ("size", "said"), [("big", "say it like 1920x1080"), ("99999x99999", "at most 16384 pixels")]
)
def test_size_that_no_screen_has_is_refused(
    size: str, said: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    with pytest.raises(ValueError, match=said):
        shoot(tmp_path, "home", size=size)
