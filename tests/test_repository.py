"""What lies in the repository, and what must not."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent

FOLDERS: Final = ("assets", "config", "layouts", "packaging", "player", "tests")
MADE: Final = ("build", "dist", "__pycache__")
"""Folders that git ignores."""

REGISTRIES: Final = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "registry" + ".yarn")
MACHINE_PATH: Final = re.compile(r"(?<![\w.}~-])/(?:home|root|work|Users)/")
LOCK_LINE: Final = re.compile(
    r"[a-z0-9-]+==[\w.]+( ; [\w .'\"<>=]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
)


def files() -> Iterator[Path]:
    """Yield the files that belong to the repository, in a checkout with or without git."""
    for name in (*FOLDERS, ".ci"):
        for path in sorted((ROOT / name).rglob("*")):
            is_made = any(part in MADE for part in path.parts) or path.parent.name == "media"
            is_made |= path.suffix == ".pdf"
            if path.is_file() and not is_made:
                yield path
    # In a worktree .git is a file that names this machine.
    at_top = (path for path in sorted(ROOT.glob("*")) if path.is_file())
    yield from (path for path in at_top if path.name != ".git")


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name and content of every file that is text."""
    for path in files():
        raw = path.read_bytes()
        if b"\0" not in raw:
            yield path.relative_to(ROOT).as_posix(), raw.decode("utf-8")


def test_top_level_holds_nothing_else() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names - {*FOLDERS, *MADE, "pyproject.toml", "README.md"} == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_folder_says_what_lives_there(folder: str) -> None:
    assert (ROOT / folder / "README.md").is_file()


def test_no_file_names_a_registry() -> None:
    """Packages come from wherever the machine's own settings say."""
    named = [name for name, text in texts() if any(host in text for host in REGISTRIES)]
    assert named == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    held = [
        f"{name}:{number}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert held == []


def test_lock_holds_names_versions_and_hashes_only() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text("utf-8").splitlines()
    assert [line for line in lock if not LOCK_LINE.fullmatch(line)] == []


def test_lock_holds_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
    asked = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[=<>\[ ]", wanted)[0].lower() for group in asked for wanted in group}
    assert {name for name in names if not re.search(rf"^{name}==", lock, re.MULTILINE)} == set()


def test_every_program_of_packaging_is_runnable() -> None:
    scripts = [*(ROOT / "packaging").glob("*.sh"), ROOT / ".ci" / "run"]
    assert [path.name for path in scripts if not path.stat().st_mode & 0o111] == []
