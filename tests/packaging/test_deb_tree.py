"""What the Debian package carries of Python and Qt, and how it starts from wherever it lies."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from deb import locked_subset, prune

ROOT: Final = Path(__file__).resolve().parents[2]
SOURCES: Final = ROOT / "packaging" / "deb"
KEEP: Final = prune.patterns((SOURCES / "qt-keep.txt").read_text("utf-8"))
LOCK: Final = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
OWN: Final = "GatePlayer"

REQUIREMENTS: Final = {
    "player": ["tuf>=7", "coder[fast]", 'Pillow; extra == "publish"'],
    "coder": ['Speedy; extra == "fast"', 'slow; extra == "slow"', 'py2; python_version < "3"'],
    "tuf": ["coder"],
    "speedy": ["player"],
}


def modules() -> Iterator[str]:
    """Yield the modules of Qt that the player imports in Python."""
    for path in (ROOT / "player").rglob("*.py"):
        text = path.read_text("utf-8")
        yield from re.findall(r"^\s*from PySide6\.(\w+) import", text, re.MULTILINE)


def qml_modules() -> Iterator[str]:
    """Yield the modules of Qt that layouts import."""
    for path in (ROOT / "layouts").rglob("*.qml"):
        for name in re.findall(r"^import ([\w.]+)", path.read_text("utf-8"), re.MULTILINE):
            if not name.startswith(OWN):
                yield name


def test_every_python_module_of_qt_that_is_imported_is_kept() -> None:
    lacking = {name for name in modules() if not prune.is_kept(f"{name}.abi3.so", KEEP)}
    assert lacking == set()


def test_every_qml_module_that_is_imported_is_kept() -> None:
    names = {name.replace(".", "/") for name in qml_modules()}
    assert {name for name in names if not prune.is_kept(f"Qt/qml/{name}/qmldir", KEEP)} == set()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "offscreen"])
def test_platform_is_kept(platform: str) -> None:
    assert prune.is_kept(f"Qt/plugins/platforms/libq{platform}.so", KEEP)


@pytest.mark.parametrize("name", ["svg", "pdf", "tiff", "tga", "gif", "icns", "ico", "wbmp"])
def test_picture_formats_that_no_pack_may_hold_are_left_out(name: str) -> None:
    """The smaller the part that reads foreign files, the less there is to break into."""
    assert not prune.is_kept(f"Qt/plugins/imageformats/libq{name}.so", KEEP)


def test_what_is_neither_kept_nor_needed_is_left_out(tmp_path: Path) -> None:
    for name in ("QtCore.abi3.so", "QtSql.abi3.so", "Qt/plugins/x/y.so", "support/a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    prune.prune_qt(tmp_path, ("QtCore.abi3.so", "support/*"))
    left = sorted(path.name for path in tmp_path.rglob("*"))
    assert left == ["QtCore.abi3.so", "a.py", "support"]


def test_libraries_that_kept_files_need_are_found() -> None:
    libc = next(path for path in Path("/lib").glob("*/libm.so.6"))
    assert any(path.name.startswith("libc.so") for path in needed_by(libc))


def needed_by(library: Path) -> set[Path]:
    """Return the libraries that one needs, wherever they lie."""
    return set(prune.libraries([library], Path("/")))


def test_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "\tlibgone.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n"
    monkeypatch.setattr(prune, "loader", lambda _: said)
    assert prune.missing([tmp_path / "a.so"]) == {str(tmp_path / "a.so"): ("libgone.so.1",)}


def test_needs_are_followed_with_their_extras_and_without_those_of_others() -> None:
    found = locked_subset.needed("player", lambda name: REQUIREMENTS.get(name, ()))
    assert found == {"tuf", "coder", "speedy"}


def test_part_of_the_lock_keeps_its_hashes() -> None:
    part = locked_subset.subset(LOCK, ["tuf"])
    assert part.startswith("tuf==")
    assert part.count("--hash=sha256:") == locked_subset.entries(LOCK)["tuf"].count("--hash") > 0


def test_lock_without_a_needed_library_is_refused() -> None:
    with pytest.raises(KeyError):
        locked_subset.subset(LOCK, ["no-such-library"])


def test_gate_carries_neither_the_publisher_nor_the_tests() -> None:
    lock = ROOT / "packaging" / "requirements.lock"
    command = [sys.executable, str(SOURCES / "locked_subset.py"), str(lock)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    names = set(locked_subset.entries(done.stdout))
    assert {"pyside6-essentials", "tuf", "cryptography", "typer"} <= names
    assert names & {"pillow", "av", "icu4py", "fonttools", "pytest", "ruff", "mypy"} == set()


def test_launcher_finds_its_python_and_program_by_the_name_it_was_called_by(tmp_path: Path) -> None:
    """Also behind a link, and where the path has a blank."""
    tree = tmp_path / "some where" / "1.0"
    (tree / "bin").mkdir(parents=True)
    python = tree / "bin" / "python3"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n', "utf-8")
    launcher = tree / "bin" / "gate-player"
    launcher.write_bytes((SOURCES / "launcher.sh").read_bytes())
    python.chmod(0o755)
    launcher.chmod(0o755)
    current = tmp_path / "current"
    current.symlink_to(tree)
    command = [str(current / "bin" / "gate-player"), "run", "a b"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    here = f"{current}/bin"
    assert done.stdout.splitlines() == [
        f"{here}/python3",
        "-I",
        f"{here}/../lib/gate-player",
        "run",
        "a b",
    ]
