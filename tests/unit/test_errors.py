"""Errors: the tree is the one drawn, and each says one sentence and keeps what it knows."""

import inspect
from pathlib import Path
from typing import Final

import pytest

from player import errors
from player.errors import (
    AssetMismatchError,
    ConfigError,
    ConfigProblem,
    MissingExtraError,
    PackVersionError,
    PlaybackError,
    PlayerError,
    StoreCorruptError,
    StoreLockedError,
)

FILE: Final = Path("/etc/gate-player/screen.toml")
HOME: Final = Path("/var/lib/gate-player")


def drawn() -> dict[str, str]:
    """Return error -> its parent, as the module's docstring draws them."""
    lines = (errors.__doc__ or "").split("::")[1].split("Errors are named")[0].splitlines()
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for line in filter(str.strip, lines):
        depth, name = len(line) - len(line.lstrip()), line.split()[0]
        above = [each for each in above if each[0] < depth]
        parents[name] = above[-1][1] if above else "Exception"
        above.append((depth, name))
    return parents


def test_tree_is_the_one_drawn_at_the_top() -> None:
    classes = inspect.getmembers(errors, inspect.isclass)
    found = {name: cls.__bases__[0].__name__ for name, cls in classes if name.endswith("Error")}
    assert found == drawn()


@pytest.mark.parametrize(
    ("error", "sentence", "known"),
    [
        (
            PackVersionError("2.0", "1.0"),
            "this pack needs a player for pack format 2.0; this player knows 1.0",
            {"needed": "2.0", "known": "1.0"},
        ),
        (
            AssetMismatchError("content.json", "aa", "bb"),
            "content.json: expected sha256 aa, found bb",
            {"path": "content.json", "expected": "aa", "actual": "bb"},
        ),
        (StoreCorruptError(HOME, "is a pipe"), f"{HOME}: is a pipe", {"path": HOME}),
        (
            StoreLockedError(HOME),
            f"a player is already running on {HOME}",
            {"home": HOME},
        ),
        (
            PlaybackError("welcome", "its clip was never built"),
            "welcome: its clip was never built",
            {"asset": "welcome", "reason": "its clip was never built"},
        ),
        (
            MissingExtraError("publish", "PIL"),
            (
                "this command needs the tools of the content team (PIL is missing): "
                "install gate-player[publish]"
            ),
            {"extra": "publish", "module": "PIL"},
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, PlayerError) else "",
)
def test_error_says_one_sentence_and_keeps_what_it_knows(
    error: PlayerError, sentence: str, known: dict[str, object]
) -> None:
    assert str(error) == sentence
    assert vars(error) == known


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (ConfigProblem("role", '"tv"', "unknown"), 'role = "tv": unknown'),
        (ConfigProblem("role", None, "missing"), "role: missing"),
        (ConfigProblem("", None, "no such file"), "no such file"),
    ],
)
def test_configuration_problem_is_one_line(problem: ConfigProblem, line: str) -> None:
    assert str(problem) == line


def test_configuration_error_has_a_line_per_problem_with_the_file_before_each() -> None:
    problems = [ConfigProblem("id", None, "missing"), ConfigProblem("gate", None, "missing")]
    error = ConfigError(FILE, problems)
    assert str(error).splitlines() == [f"{FILE}: id: missing", f"{FILE}: gate: missing"]
    assert (error.file, error.problems) == (FILE, tuple(problems))
