"""The set-up says what failed, and does nothing twice."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

PACKAGING: Final = Path(__file__).resolve().parents[2] / "packaging"
INSTALLING: Final = "installing the locked Python packages"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with a set-up of its own whose .venv holds the program of the moment."""
    (tmp_path / "packaging").mkdir()
    for name in ("setup.sh", "requirements.lock", "wheel_contents.py"):
        shutil.copy(PACKAGING / name, tmp_path / "packaging")
    shutil.copy(PACKAGING.parent / "pyproject.toml", tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    put_program(tmp_path, "gate-player", "exit 0")
    return tmp_path


def put_program(checkout: Path, name: str, script: str) -> None:
    """Put a shell script in the place of a program of the environment."""
    program = checkout / ".venv" / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def set_up(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run the set-up."""
    command = ["bash", str(checkout / "packaging" / "setup.sh")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_failed_step_is_named_with_its_reason(checkout: Path) -> None:
    put_program(checkout, "python", f'exec {sys.executable} "$@"')
    (checkout / "packaging" / "requirements.lock").write_text("no such requirement\n", "utf-8")
    done = set_up(checkout)
    first, *tail = done.stderr.splitlines()
    assert done.returncode == 1
    assert first.startswith(f'set-up failed at "{INSTALLING}": ERROR: Invalid requirement')
    assert tail


def test_second_time_does_nothing(checkout: Path) -> None:
    put_program(checkout, "python", "exit 0")
    first, second = set_up(checkout), set_up(checkout)
    assert (first.returncode, second.returncode) == (0, 0)
    assert f"set-up: {INSTALLING}" in first.stdout
    assert second.stdout == ""


def test_another_lock_is_installed(checkout: Path) -> None:
    put_program(checkout, "python", "exit 0")
    set_up(checkout)
    (checkout / "packaging" / "requirements.lock").write_text("another\n", "utf-8")
    assert f"set-up: {INSTALLING}" in set_up(checkout).stdout


def test_step_that_failed_is_done_again(checkout: Path) -> None:
    put_program(checkout, "python", '[ "$3" != install ]')
    failed = set_up(checkout)
    put_program(checkout, "python", "exit 0")
    assert failed.returncode == 1
    assert f"set-up: {INSTALLING}" in set_up(checkout).stdout
