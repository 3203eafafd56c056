"""From a TOML file to a ``Screen``, or to every problem the file has, all at once."""

import errno
import re
import tomllib
from pathlib import Path
from typing import Any, Final, get_args

from pydantic import ValidationError

from player import resources
from player.config.explain import Explainer, explainer, one_line
from player.config.naming import closest
from player.config.screen import Role, Screen
from player.errors import ConfigError, ConfigProblem

ROLES: Final[tuple[str, ...]] = get_args(Role)
MAX_BYTES: Final = 1_000_000
_PLACE: Final = re.compile(r"at line (\d+), column (\d+)")
_TWICE: Final = ("Cannot ", "Duplicate ")


def role_example(role: str) -> Path:
    """Return the example configuration shipped for ``role``, one of ``ROLES``."""
    return resources.config() / f"{role}.toml"


def find_screen(name_or_path: str) -> Path:
    """Return the configuration a person asked for: a role's example, else a file.

    A file that is called like a role is asked for as ``./kiosk``. Whether the file exists is
    for ``load_screen`` to find out.
    """
    return role_example(name_or_path) if name_or_path in ROLES else Path(name_or_path)


def load_screen(path: Path, lang: str) -> Screen:
    """Return the screen that the file at ``path`` describes.

    Args:
        path: a TOML file, at most ``MAX_BYTES`` long.
        lang: of the problems: Vietnamese for ``vi…``, else English.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or says something that is unknown,
            missing or cannot be true; it holds every problem found.
    """
    explain = explainer(lang)
    document = _parse(path, _read(path, explain), explain)
    try:
        return Screen.model_validate(document)
    except ValidationError as e:
        problems = dict.fromkeys(explain.field(error) for error in e.errors(include_url=False))
        raise ConfigError(path, tuple(problems)) from e


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
        return explain.whole_file("missing_file", closest(path.stem, ROLES), roles=", ".join(ROLES))
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
    return explain.whole_file(code, line=line, column=column, source=source)
