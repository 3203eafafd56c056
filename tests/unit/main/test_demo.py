"""Demo gates: built once per state of their sources, and again when anything is amiss."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from player import resources
from player.errors import PackError, StoreError
from player.main import demo
from player.main.demo import demo_gates, demo_home, prepare_demo
from player.pack.manifest import MANIFEST
from player.store.layout import Home
from player.store.reader import open_installed
from tests.fakes.built_pack import write_built

GATE = "na-meo"


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a demo gate, in assets and a user's folders of this test's own."""
    source = tmp_path / "assets" / "demo" / GATE
    source.mkdir(parents=True)
    (source / "pack.toml").write_text("title = 'one'")
    monkeypatch.setattr(resources, "assets", lambda: tmp_path / "assets")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return source


@pytest.fixture(autouse=True)
def builds(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the commands by which packs were built, none of which is really run."""
    commands: list[list[str]] = []

    def build(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        write_built(Path(command[command.index("--out") + 1]), sequence=len(commands))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", build)
    return commands


def test_gates_are_the_folders_that_hold_a_pack(sources: Path) -> None:
    (sources.parent / "no-pack").mkdir()
    (sources.parent / "a-gate").mkdir()
    (sources.parent / "a-gate" / "pack.toml").write_bytes(b"")
    assert demo_gates() == ("a-gate", GATE)


@pytest.mark.parametrize(("folder", "below"), [("/s", "/s"), ("", "/u/.local/state")])
def test_home_is_below_the_users_state_folder(
    folder: str, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", folder)
    monkeypatch.setenv("HOME", "/u")
    assert demo_home(GATE) == Path(below) / "gate-player" / "demo" / GATE


def test_pack_is_built_and_brought_in_once(builds: list[list[str]], sources: Path) -> None:
    for _ in range(2):
        prepare_demo(GATE)
    (command,) = builds
    assert command[1:6] == ["-m", "player", "pack", "build", str(sources)]
    home = Home(demo_home(GATE))
    assert open_installed(home.current, home).manifest.sequence == 1


def change_source(source: Path) -> None:
    (source / "pack.toml").write_text("title = 'two'")


def add_source(source: Path) -> None:
    (source / "more.toml").write_bytes(b"")


def change_base(source: Path) -> None:
    (source.parent / "country").mkdir()
    (source.parent / "country" / "lookup.toml").write_bytes(b"")


def damage_pack(_: Path) -> None:
    (Home(demo_home(GATE)).current / MANIFEST).write_bytes(b"")


def remove_pack(_: Path) -> None:
    Home(demo_home(GATE)).current.unlink()


def damage_stamp(_: Path) -> None:
    (Home(demo_home(GATE)).store / "demo-source").write_bytes(b"\xff")


@pytest.mark.parametrize(
    "change", [change_source, add_source, change_base, damage_pack, remove_pack, damage_stamp]
)
def test_pack_is_built_again_after_a_change(
    change: Callable[[Path], None], builds: list[list[str]], sources: Path
) -> None:
    prepare_demo(GATE)
    change(sources)
    prepare_demo(GATE)
    assert len(builds) == 2


def test_refused_build_is_told_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = subprocess.CompletedProcess([""], 1, "", "why\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: refused)
    with pytest.raises(PackError, match=f"the demo pack {GATE} could not be built"):
        prepare_demo(GATE)
    assert not demo_home(GATE).exists()


def test_state_folder_that_cannot_be_written_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with pytest.raises(StoreError, match=r"^\S+: Not a directory$"):
        prepare_demo(GATE)


def test_disk_that_is_full_at_the_very_end_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(demo, "write_file", full)
    with pytest.raises(StoreError, match=r"^\S+: No space left on device$"):
        prepare_demo(GATE)
