"""A TOML file read whole, or the one problem for which it cannot be.

What may stand in it is for others: a screen's configuration (``load``), the officers
(``load_officers``).
"""

import errno
import re
import tomllib
from pathlib import Path
from typing import Any, Final

from player.config.explain import Explainer, one_line
from player.config.naming import closest
from player.errors import ConfigError, ConfigProblem

MAX_BYTES: Final = 1_000_000
_PLACE: Final = re.compile(r"at line (\d+), column (\d+)")
_TWICE: Final = ("Cannot ", "Duplicate ")


def read_document(path: Path, explain: Explainer) -> dict[str, Any]:
    """Return what the TOML file at ``path`` says.

    Args:
        path: at most ``MAX_BYTES`` long.
        explain: of the problems; whoever mistyped a name meant one of its ``names``.

    Raises:
        ConfigError: the file cannot be read, or is no TOML.
    """
    return _parse(path, _read(path, explain), explain)


def _read(path: Path, explain: Explainer) -> str:
    """Return the file's text, with or without the mark some editors put before UTF-8."""
    try:
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise ConfigError(path, [explain.whole_file("folder")])
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise ConfigError(path, [explain.whole_file("too_big", limit=MAX_BYTES)])
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        line = e.object[: e.start].count(b"\n") + 1
        raise ConfigError(path, [explain.whole_file("not_utf8", line=line)]) from e
    except (OSError, ValueError) as e:
        raise ConfigError(path, [_unreadable(path, e, explain)]) from e


def _unreadable(path: Path, error: Exception, explain: Explainer) -> ConfigProblem:
    if isinstance(error, PermissionError):
        return explain.whole_file("no_permission")
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return explain.whole_file(
            "missing_file", closest(path.stem, explain.names), roles=", ".join(explain.names)
        )
    return explain.whole_file("unreadable", reason=errno.errorcode.get(number or 0, "?"))


def _parse(path: Path, text: str, explain: Explainer) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise ConfigError(path, [_syntax(text, str(e), explain)]) from e
    except (ValueError, RecursionError) as e:  # thousands of digits, or of brackets
        raise ConfigError(path, [explain.whole_file("beyond")]) from e


def _syntax(text: str, said: str, explain: Explainer) -> ConfigProblem:
    """Return the problem behind the parser's English sentence, which ends with its place."""
    lines = text.rstrip().split("\n")
    place = _PLACE.search(said)
    line, column = (int(n) for n in place.groups()) if place else (len(lines), len(lines[-1]) + 1)
    code = "twice" if said.startswith(_TWICE) else "syntax"
    if said.startswith("Invalid value"):
        code = "value"
    source = one_line(lines[min(line, len(lines)) - 1].strip())
    if explain.is_secret:
        source = "…"
    return explain.whole_file(code, line=line, column=column, source=source)
