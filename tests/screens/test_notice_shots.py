"""``gate-player snapshot --notice``: any template, at a gate and where there is no pack."""

from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player import resources
from player.main.demo import prepare_demo
from player.main.selection import Choice, select
from player.main.snapshot import Shot, take_shot

AT: Final = "2026-11-27T09:20"
SIZE: Final = "640x360"


def shoot(folder: Path, choice: Choice, **fields: object) -> bytes:
    """Return the picture of a shot."""
    shot = Shot(AT, folder / "shot.png", **{"size": SIZE, **fields})  # type: ignore[arg-type]
    take_shot(select(choice, "en"), shot)
    return shot.out.read_bytes()


def test_every_form_of_a_notice_is_another_picture(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    prepare_demo("huu-nghi")
    hall = Choice(demo="huu-nghi")
    pictures = [
        shoot(tmp_path, hall),
        *(shoot(tmp_path, hall, notice=each) for each in ("fire", "lane-paused", "long-queue")),
        shoot(tmp_path, hall, notice="fire", is_exercise=True),
        shoot(tmp_path, hall, notice="lane-paused", is_exercise=True),
        shoot(tmp_path, hall, notice="lane-paused", language="km"),
        shoot(tmp_path, Choice(demo="huu-nghi", screen="kiosk"), page="home", notice="storm"),
    ]
    assert len(set(pictures)) == len(pictures)


@pytest.mark.allow_log(r"pack cannot be shown")  # there is none
def test_without_any_pack_a_notice_is_told_above_the_built_in_page(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    monkeypatch.setattr(resources, "factory_pack", lambda: tmp_path / "no-factory")
    bare = Choice(home=tmp_path, screen="hall-tv")
    pictures = [
        shoot(tmp_path, bare),
        *(shoot(tmp_path, bare, notice=each) for each in ("fire", "lane-paused", "long-queue")),
    ]
    assert len(set(pictures)) == len(pictures)


def test_template_that_is_not_there_is_told_with_the_one_meant(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    prepare_demo("huu-nghi")
    with pytest.raises(ValueError, match="did you mean lane-paused"):
        shoot(tmp_path, Choice(demo="huu-nghi"), notice="lane-pause")


STAFF: Final = (
    "staff",
    "staff:menu",
    "staff:templates",
    "staff:emergency",
    "staff:notice/template:lane-paused",
    "technician",
    "technician:chapter:hardware",
    "technician:test-card/next",
)


def test_every_page_of_the_staff_panel_is_another_picture(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    prepare_demo("huu-nghi")
    hall = Choice(demo="huu-nghi")
    pictures = [shoot(tmp_path, hall, page=page) for page in STAFF]
    assert len(set(pictures)) == len(STAFF)


@pytest.mark.parametrize(
    "page", ["staff:post", "staff:nothing", "staff:alarm:fire", "staff:sleep", "technician:bundle"]
)
def test_what_is_an_order_is_no_page_of_the_panel(page: str, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    with pytest.raises(ValueError, match="no page of the panel"):
        shoot(tmp_path, Choice(demo="huu-nghi"), page=page)
