"""Prints the part of ``requirements.lock`` that a gate PC needs: the player's own, without extras.

Run with the python of ``.venv``, where everything that the lock names is installed: what each
library needs in turn is asked of what is installed there.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import requires
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PLAYER: Final = "gate-player"
_ENTRY: Final = re.compile(r"^(?P<name>[a-z0-9-]+)==")


def needed(
    name: str, needs: Callable[[str], Sequence[str]], extras: Iterable[str] = ()
) -> frozenset[str]:
    """Return the names of everything that ``name`` needs, directly or not, without itself.

    Args:
        name: of a distribution, canonical.
        needs: name of a distribution -> its requirements as metadata writes them.
        extras: of that distribution that are wanted.
    """
    found: set[tuple[str, frozenset[str]]] = set()
    waiting: list[tuple[str, frozenset[str]]] = [(name, frozenset(extras))]
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found.add(each)
        waiting += _direct(*each, needs)
    return frozenset(found_name for found_name, _ in found if found_name != name)


def entries(lock: str) -> Mapping[str, str]:
    """Return name -> the lines of the lock that pin it and name its hashes."""
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in lock.splitlines(keepends=True):
        if start := _ENTRY.match(line):
            lines = parts.setdefault(start["name"], [])
        lines.append(line)
    return {name: "".join(part) for name, part in parts.items()}


def subset(lock: str, names: Iterable[str]) -> str:
    """Return the part of ``lock`` about ``names``.

    Raises:
        KeyError: the lock has no such name; it is older than ``pyproject.toml``.
    """
    known = entries(lock)
    return "".join(known[name] for name in sorted(names))


def _direct(
    name: str, extras: frozenset[str], needs: Callable[[str], Sequence[str]]
) -> list[tuple[str, frozenset[str]]]:
    """Return what a distribution needs itself on this machine, each with its extras."""
    direct: list[tuple[str, frozenset[str]]] = []
    for text in needs(name):
        requirement = Requirement(text)
        marker = requirement.marker
        # An extra nobody asked for is the empty one.
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            direct.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return direct


def main() -> int:
    """Print the part of the lock; its path is the only argument."""
    lock = Path(sys.argv[1]).read_text("utf-8")
    names = needed(PLAYER, lambda name: requires(name) or ())
    sys.stdout.write(subset(lock, names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
