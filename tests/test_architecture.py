"""Who may import whom, what each process carries, who reads the clock, how big a file may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
PLAYER: Final = ROOT / "player"

MAX_LINES: Final = {".py": 400, ".qml": 250}
BANNED: Final = frozenset(("util", "helper", "common", "misc", "manager", "data", "info", "base"))

CLOCKS: Final = frozenset(
    (
        *(f"datetime.{name}" for name in ("now", "utcnow", "today")),
        "date.today",
        *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime")),
        *(f"time.{name}" for name in ("monotonic", "monotonic_ns", "perf_counter")),
    )
)

CONTENT_TEAM: Final = (
    "player.publish",
    "PIL",
    "av",
    "fontTools",
    "icu4py",
    "pypdfium2",
    "pypinyin",
)
XML: Final = frozenset(("xml", "lxml", "xsdata", "cap_tools", "defusedxml"))
NETWORK: Final = ("player.refresh", "requests", "tuf", "urllib3")
CARRIES: Final = [
    # show: no network (D-04), nothing that parses an author's files
    ("import player.main.show", (*CONTENT_TEAM, *NETWORK, "vlc")),
    # the set-up neither: the agent fetches by what it writes
    ("import player.main.setup", (*CONTENT_TEAM, *NETWORK, "vlc")),
    # the worker starts in a blink and holds no more than libvlc needs
    ("import player.main.worker", (*CONTENT_TEAM, *NETWORK, "PySide6", "pydantic", "typer")),
    # the command line answers at once, also where Qt cannot load
    ("import player.cli", (*CONTENT_TEAM, *NETWORK, "PySide6", "vlc")),
    ("import runpy; runpy.run_module('player', alter_sys=True)", ("PySide6", "vlc", "PIL", "av")),
]


def python_files(*folders: str) -> Iterator[Path]:
    """Yield the Python files of the repository below ``folders``."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    """Return a path as people write it, from the top of the repository."""
    return path.relative_to(ROOT).as_posix()


def test_import_rules_hold() -> None:
    """The contracts are in pyproject.toml: layers, Qt, libvlc, the network."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("code", "forbidden"), CARRIES, ids=[code for code, _ in CARRIES])
def test_process_carries_only_what_it_needs(code: str, forbidden: tuple[str, ...]) -> None:
    """Python lists every module it loads, also those that are gone again at the end."""
    command = [sys.executable, "-X", "importtime", "-c", code, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr.splitlines()[-1:]
    timed = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    loaded = {line.rsplit("|", 1)[1].strip() for line in timed}
    found = {
        module
        for module in loaded
        for name in forbidden
        if module == name or module.startswith(f"{name}.")
    }
    assert found == set()


def test_tests_of_the_core_import_no_qt() -> None:
    qt = [
        name_of(path)
        for path in python_files("tests/unit")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        if "PySide6" in ast.unparse(node)
    ]
    assert qt == []


def test_only_clock_reads_the_clock() -> None:
    readers = [
        f"{name_of(path)}:{node.lineno}: {ast.unparse(node)}"
        for path in python_files("player")
        if path != PLAYER / "clock.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        if ".".join(ast.unparse(node).split(".")[-2:]) in CLOCKS
    ]
    assert readers == []


def test_only_the_publisher_parses_xml() -> None:
    """No screen reads XML (D-43): what would bring it in is imported below ``publish`` alone."""
    readers = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("player")
        if not path.is_relative_to(PLAYER / "publish" / "cap")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [each.name for each in node.names]
        )
        if name.split(".")[0] in XML
    ]
    assert readers == []


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    folders = ("player", "layouts", "packaging", "tests")
    long = [
        f"{name_of(path)}: {lines} lines"
        for folder in folders
        for suffix, most in MAX_LINES.items()
        for path in sorted((ROOT / folder).rglob(f"*{suffix}"))
        if (lines := len(path.read_text("utf-8").splitlines())) > most
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [
        name_of(path)
        for path in python_files("player", "packaging", "tests/fakes")
        if BANNED & {part.removesuffix("s") for part in path.stem.lower().split("_")}
    ]
    assert vague == []
