"""A folder replaced whole or not at all."""

import fcntl
import os
from pathlib import Path

import pytest

from player.publish import staging
from player.publish.staging import staged


def fill(target: Path, text: str) -> None:
    with staged(target) as stage:
        (stage / "inner").mkdir()
        (stage / "inner" / "file").write_text(text)


def content(target: Path) -> str:
    return (target / "inner" / "file").read_text()


def test_a_new_folder_is_put_in_place(tmp_path: Path) -> None:
    fill(tmp_path / "deep" / "out", "new")
    assert content(tmp_path / "deep" / "out") == "new"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_an_old_folder_is_replaced_with_everything_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda _one, _other: False)
    out = tmp_path / "out"
    fill(out, "old")
    (out / "left-over").touch()
    fill(out, "new")
    assert content(out) == "new"
    assert not (out / "left-over").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_exchange_left_aside_is_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda _one, _other: False)
    fill(tmp_path / ".out.was", "killed")
    fill(tmp_path / "out", "old")
    fill(tmp_path / "out", "new")
    assert content(tmp_path / "out") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_in_the_place_of_the_stage_is_not_followed(tmp_path: Path) -> None:
    fill(tmp_path / "theirs", "kept")
    (tmp_path / ".out.being-made").symlink_to(tmp_path / "theirs")
    with pytest.raises(NotADirectoryError):
        fill(tmp_path / "out", "new")
    assert content(tmp_path / "theirs") == "kept"


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_whatever_stops_the_work_leaves_the_old_folder(
    tmp_path: Path, error: type[BaseException]
) -> None:
    out = tmp_path / "out"
    fill(out, "old")

    def stop_half_way() -> None:
        with staged(out) as stage:
            (stage / "half").touch()
            raise error

    with pytest.raises(error):
        stop_half_way()
    assert content(out) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    out = tmp_path / "out"
    left = tmp_path / ".out.being-made"
    (left / "folder").mkdir(parents=True)
    (left / "file").touch()
    (left / "link").symlink_to(tmp_path)
    fill(out, "new")
    assert [path.name for path in out.iterdir()] == ["inner"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_two_runs_never_share_a_place(tmp_path: Path) -> None:
    stage = tmp_path / ".out.being-made"
    stage.mkdir()
    other = os.open(stage, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    with pytest.raises(BlockingIOError), staged(tmp_path / "out"):
        pass
    os.close(other)
    assert stage.is_dir()
