"""The graphics card is used only where one draws, and asked only once per boot and driver."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from player.shell.scenegraph import Backend, Graphics, choose, decide, environment, probe_in_child


class Driver:
    """A driver that counts how often it is asked."""

    def __init__(self, *answers: str | None) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self) -> str | None:
        """Answer."""
        self.asked += 1
        return self.answers.pop(0)


@pytest.fixture
def dri(tmp_path: Path) -> Path:
    folder = tmp_path / "dri"
    folder.mkdir()
    (folder / "renderD128").touch()
    return folder


@pytest.fixture
def boot_id(tmp_path: Path) -> Path:
    file = tmp_path / "boot_id"
    file.write_text("boot-1\n")
    return file


@pytest.mark.parametrize(
    ("has_render_node", "renderer", "backend"),
    [
        (False, None, "software"),
        (False, "Mesa Intel(R) UHD Graphics 620", "software"),
        (True, None, "software"),
        (True, "llvmpipe (LLVM 15.0.6, 256 bits)", "software"),
        (True, "softpipe", "software"),
        (True, "Software Rasterizer", "software"),
        (True, "Mesa Intel(R) UHD Graphics 620 (KBL GT2)", "opengl"),
        (True, "AMD Radeon Graphics (radeonsi, raven)", "opengl"),
        (True, "V3D 4.2", "opengl"),
    ],
)
def test_card_draws_only_where_there_is_one(
    has_render_node: bool, renderer: str | None, backend: str
) -> None:
    assert decide(has_render_node=has_render_node, renderer=renderer).backend == backend


def test_machine_without_a_card_is_never_probed(tmp_path: Path, boot_id: Path) -> None:
    driver = Driver()
    assert choose(tmp_path, driver, dri=tmp_path / "none", boot_id=boot_id).backend == "software"
    assert driver.asked == 0


def test_driver_is_asked_once_per_boot(tmp_path: Path, dri: Path, boot_id: Path) -> None:
    driver = Driver("V3D 4.2")
    first = choose(tmp_path / "state", driver, dri=dri, boot_id=boot_id)
    again = choose(tmp_path / "state", driver, dri=dri, boot_id=boot_id)
    assert (first, driver.asked) == (again, 1)


def test_driver_is_asked_again_after_a_reboot(tmp_path: Path, dri: Path, boot_id: Path) -> None:
    driver = Driver("V3D 4.2", "llvmpipe")
    choose(tmp_path, driver, dri=dri, boot_id=boot_id)
    boot_id.write_text("boot-2\n")
    assert choose(tmp_path, driver, dri=dri, boot_id=boot_id).backend == "software"


def test_failed_probe_is_not_remembered(tmp_path: Path, dri: Path, boot_id: Path) -> None:
    driver = Driver(None, "V3D 4.2")
    assert choose(tmp_path, driver, dri=dri, boot_id=boot_id).backend == "software"
    assert choose(tmp_path, driver, dri=dri, boot_id=boot_id).backend == "opengl"


@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'"x"', b'{"key": "other", "renderer": "x"}'])
def test_damaged_memory_only_costs_a_probe(
    kept: bytes, tmp_path: Path, dri: Path, boot_id: Path
) -> None:
    (tmp_path / "graphics.json").write_bytes(kept)
    driver = Driver("V3D 4.2")
    assert choose(tmp_path, driver, dri=dri, boot_id=boot_id).backend == "opengl"
    assert json.loads((tmp_path / "graphics.json").read_bytes())["renderer"] == "V3D 4.2"


def test_state_that_cannot_be_written_only_costs_a_probe(
    tmp_path: Path, dri: Path, boot_id: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    driver = Driver("V3D 4.2")
    assert choose(blocked / "state", driver, dri=dri, boot_id=boot_id).backend == "opengl"


@pytest.mark.parametrize(
    ("backend", "windowed", "given", "expected"),
    [
        (
            "software",
            False,
            {},
            {
                "QT_ENABLE_HIGHDPI_SCALING": "0",
                "QT_QUICK_BACKEND": "software",
                "QT_MAX_CACHED_GLYPH_SIZE": "256",
                "QT_QPA_UPDATE_IDLE_TIME": "0",
                "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
            },
        ),
        (
            "opengl",
            True,
            {},
            {"QT_ENABLE_HIGHDPI_SCALING": "0", "QSG_RHI_BACKEND": "opengl"},
        ),
        (
            "software",
            True,
            {"QT_QUICK_BACKEND": "rhi", "HOME": "x"},
            {
                "QT_ENABLE_HIGHDPI_SCALING": "0",
                "QT_QUICK_BACKEND": "rhi",
                "QT_MAX_CACHED_GLYPH_SIZE": "256",
                "QT_QPA_UPDATE_IDLE_TIME": "0",
                "HOME": "x",
            },
        ),
    ],
)
def test_what_the_technician_set_stays(
    backend: Backend, windowed: bool, given: dict[str, str], expected: dict[str, str]
) -> None:
    assert environment(Graphics(backend, ""), given, windowed=windowed) == expected


def completed(code: int, out: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    return lambda *_args, **_options: subprocess.CompletedProcess([], code, out, "")


@pytest.mark.parametrize(
    ("code", "out", "name"),
    [(0, "V3D 4.2\n", "V3D 4.2"), (1, "", None), (-11, "V3D", None), (0, "\n", None)],
)
def test_probe_that_crashes_says_nothing(
    code: int, out: str, name: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", completed(code, out))
    assert probe_in_child() == name


def test_probe_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_args: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("probe", 5)

    monkeypatch.setattr(subprocess, "run", hang)
    assert probe_in_child() is None
