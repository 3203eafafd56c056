"""``screenshot`` when nobody answers, or the picture cannot be had: one sentence, nothing left."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.errors import StoreError
from player.main.screenshot import ANSWER_S, LOOK_S, screenshot
from player.store.layout import Home
from player.store.picture import Taken, answer, questions
from player.store.running import Running, myself, note_running

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    """Return a screen whose player is this process."""
    home = tmp_path / "home"
    note_running(Home(home), Running(**myself().model_dump(), since=NOON))
    return load_screen(role_example("kiosk"), "en").model_copy(update={"home": home})


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch, screen: Screen) -> list[float]:
    """Return the waits of the command, which take no time; at the third the player answers."""
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        home = Home(screen.home)
        if len(waited) == 3:
            taken = Taken(asked=questions(home), at=NOON, size=(640, 360))
            answer(home, taken, b"picture")

    monkeypatch.setattr("player.main.screenshot.time.sleep", wait)
    return waited


def test_picture_is_copied_once_the_player_has_answered(
    screen: Screen, waits: list[float], tmp_path: Path
) -> None:
    out = tmp_path / "seen.png"
    assert screenshot(screen, out).startswith(f"{out}: 640x360, taken at 2026-11-27")
    assert out.read_bytes() == b"picture"
    assert len(waits) == 3


def test_player_that_hangs_is_not_waited_for_long(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("player.main.screenshot.time.sleep", waited.append)
    with pytest.raises(StoreError, match="did not answer within 5 s"):
        screenshot(screen, tmp_path / "seen.png")
    assert sum(waited) == pytest.approx(ANSWER_S)
    assert set(waited) == {LOOK_S}
    assert questions(Home(screen.home)) == (), "nobody answers a question that was taken back"
    assert not (tmp_path / "seen.png").exists()


def test_window_that_could_not_be_read_is_said(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = Home(screen.home)

    def wait(_: float) -> None:
        taken = Taken(asked=questions(home), at=NOON, problem="the window could not be read")
        answer(home, taken, b"")

    monkeypatch.setattr("player.main.screenshot.time.sleep", wait)
    with pytest.raises(StoreError, match="the window could not be read"):
        screenshot(screen, tmp_path / "seen.png")


@pytest.mark.usefixtures("waits")
def test_folder_that_is_not_there_is_said(screen: Screen, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No such file"):
        screenshot(screen, tmp_path / "missing" / "seen.png")
