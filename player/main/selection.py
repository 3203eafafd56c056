"""Which screen is meant, and which pack: the options every command shares, resolved."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from player import resources
from player.config.load import find_screen, load_screen, role_example
from player.config.load_officers import demo_officers
from player.config.screen import PixelSize, Screen
from player.errors import StoreError
from player.main.demo import demo_home
from player.store.layout import Home
from player.store.reader import Opened, open_best

SYSTEM_CONFIG: Final = Path("/etc/gate-player/screen.toml")
FULL_HD: Final = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person asked for on the command line; None: not said.

    Attributes:
        demo: id of a demo gate.
        home: folder of packs and state.
        screen: a role or a configuration file.
        config: a configuration file.
    """

    demo: str | None = None
    home: Path | None = None
    screen: str | None = None
    config: Path | None = None


def select(choice: Choice, lang: str) -> Screen:
    """Return the screen meant; what the command line says beats the configuration.

    A demo plays on an example screen of its gate, in the languages of its pack; its staff panel
    opens for PINs that everybody knows.

    Raises:
        ConfigError: the configuration cannot be used.
    """
    screen = load_screen(_file(choice), lang)
    changes: dict[str, object] = {}
    if choice.demo is not None:
        changes |= {"gate": choice.demo, "languages": (), "home": demo_home(choice.demo)}
        changes["officers"] = demo_officers()
        # Whoever tries a demo has not asked for a program to be run.
        quiet = {"on_command": (), "off_command": ()}
        changes["power"] = screen.power.model_copy(update=quiet)
    if choice.home is not None:
        changes["home"] = choice.home.absolute()
    return screen.model_copy(update=changes)


def select_home(choice: Choice, lang: str) -> Screen:
    """Return the screen meant, where only its home matters: none need be configured for ``--home``.

    Raises:
        ConfigError: the configuration cannot be used.
    """
    is_bare = choice.home is not None and choice.screen is None and choice.config is None
    if is_bare and choice.demo is None and not SYSTEM_CONFIG.exists():
        choice = replace(choice, screen="hall-tv")
    return select(choice, lang)


def readable(screen: Screen) -> Screen:
    """Return ``screen``, whose home this user may read: else every answer would be "nothing".

    Raises:
        StoreError: they may not.
    """
    home = Home(screen.home)
    for folder in (home.store, home.state):
        try:
            with os.scandir(folder):
                pass
        except PermissionError as e:
            raise StoreError(f"{folder}: this user may not read it; ask as root, with sudo") from e
        except OSError:
            continue  # there is none yet, or the disk is broken: that is an answer
    return screen


def open_pack_for(screen: Screen) -> Opened | None:
    """Return the best pack of ``screen``'s home, else the factory pack; None: built-in page."""
    return open_best(Home(screen.home), resources.factory_pack())


def picture_size(screen: Screen) -> tuple[int, int]:
    """Return width and height of ``screen``'s picture: as configured, else full HD as it hangs."""
    size = screen.display.size
    if isinstance(size, PixelSize):
        return size.width, size.height
    upright = screen.display.orientation.startswith("portrait")
    return (FULL_HD[1], FULL_HD[0]) if upright else FULL_HD


def _file(choice: Choice) -> Path:
    if choice.screen is not None:
        return find_screen(choice.screen)
    if choice.config is not None:
        return choice.config
    return role_example("hall-tv") if choice.demo is not None else SYSTEM_CONFIG
