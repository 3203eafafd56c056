"""From a TOML file to a ``Screen``, or to every problem the file has, all at once."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args

from pydantic import ValidationError

from player import resources
from player.config.document import read_document
from player.config.explain import explainer
from player.config.load_officers import demo_officers
from player.config.screen import Role, Screen
from player.errors import ConfigError

ROLES: Final[tuple[str, ...]] = get_args(Role)


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
        path: a TOML file.
        lang: of the problems: Vietnamese for ``vi…``, else English.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or says something that is unknown,
            missing or cannot be true; it holds every problem found.
    """
    explain = replace(explainer(lang), names=ROLES)
    return screen_of(read_document(path, explain), path, lang)


def screen_of(document: Mapping[str, Any], path: Path, lang: str) -> Screen:
    """Return the screen that ``document`` describes.

    Args:
        document: as TOML has it.
        path: of the file it is from, or is meant for; named in the problems.
        lang: of the problems.

    Raises:
        ConfigError: as ``load_screen``.
    """
    explain = replace(explainer(lang), names=ROLES)
    try:
        screen = Screen.model_validate(document)
    except ValidationError as e:
        problems = dict.fromkeys(explain.field(error) for error in e.errors(include_url=False))
        raise ConfigError(path, tuple(problems)) from e
    if screen.officers == demo_officers():
        problem = explain.whole_file("demo_officers", file=str(screen.officers))
        raise ConfigError(path, [problem])
    return screen
