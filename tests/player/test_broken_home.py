"""The real player where its home cannot be read or written: a page stands, and the log says why."""

from pathlib import Path
from typing import Final

from torture.matching import is_uniform
from torture.playing import playing

from player.store.layout import Home

WATCHED_S: Final = 2


def test_home_that_is_no_folder_leaves_the_factory_pack(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    with playing(Home(file / "home"), tmp_path / "log") as play:
        play.watch(WATCHED_S)
        blank = [frame for frame in play.recording.frames if is_uniform(frame.pixels)]
        messages = {message for message, _ in play.warnings()}
        starts = [line["rung"] for line in play.lines() if line["message"] == "start"]
        assert play.process.poll() is None
    assert blank == []
    assert starts == ["factory"]
    assert messages == {
        "the home folder cannot be held",
        "pack cannot be shown",
        "a record cannot be written",
    }


def test_log_that_nobody_takes_stops_nothing(tmp_path: Path) -> None:
    """A full disk: every line is refused."""
    with playing(Home(tmp_path / "home"), Path("/dev/full")) as play:
        play.watch(WATCHED_S)
        blank = [frame for frame in play.recording.frames if is_uniform(frame.pixels)]
        assert play.process.poll() is None
    assert blank == []
