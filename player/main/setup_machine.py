"""The machine that a screen is set up on: what Linux tells of it, and writing what was decided."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.config.screen import Screen
from player.errors import PackError, SetupError
from player.main.setup_facts import FoundRoot
from player.main.setup_writing import touch_owed, write_screen
from player.stage.setup.writing import Writing
from player.store.anchor import believe
from player.store.layout import Home
from player.store.setup import write_setup

DISPLAYS: Final = Path("/sys/class/drm")
NETWORKS: Final = Path("/sys/class/net")
STICKS: Final = Path("/media")


@dataclass(frozen=True, slots=True)
class SetupMachine:
    """The machine that a screen is set up on.

    Attributes:
        config: path that its configuration is written to.
        sticks: folder below which sticks are mounted.
        displays, networks: where Linux tells what is connected.
    """

    config: Path
    sticks: Path = STICKS
    displays: Path = DISPLAYS
    networks: Path = NETWORKS

    def display(self) -> tuple[int, int] | None:
        """Return width and height of the display that is connected, pixels; None: none is."""
        for modes in sorted(self.displays.glob("card*-*/modes")):
            try:
                first = modes.read_text("ascii").split("\n", 1)[0].strip()
                width, _, height = first.rstrip("ip").partition("x")
                return int(width), int(height)
            except (OSError, ValueError):
                continue
        return None

    def addresses(self) -> frozenset[str]:
        """Return the addresses of its network interfaces, such as ``52:54:00:12:34:56``."""
        found = set()
        for file in self.networks.glob("*/address"):
            try:
                found.add(file.read_text("ascii").strip().casefold())
            except (OSError, ValueError):
                continue
        return frozenset(found - {"00:00:00:00:00:00", ""})


def write_all(
    machine: SetupMachine,
    screen: Screen,
    writing: Writing,
    found: FoundRoot | None,
    *,
    owes_touch: bool,
) -> None:
    """Write everything, the configuration last: until then nothing was set up.

    Args:
        machine: that is set up.
        screen: as it was decided.
        writing: words of what is refused.
        found: root to believe, once its fingerprint was compared; None: none.
        owes_touch: whether the next start of the player begins with the touch check.

    Raises:
        SetupError: another root is believed there, or the disk refused.
    """
    home = Home(screen.home)
    try:
        if found is not None and screen.content.fingerprint:
            believe(home, found.raw)
        record = touch_owed(screen, writing.tag)
        if not owes_touch:
            record = record.model_copy(update={"is_done": True, "only_touch": False})
        write_setup(home, record)
        write_screen(machine.config, screen)
    except PackError as e:
        raise SetupError(str(e)) from e
    except OSError as e:
        reason = {"file": e.filename or str(machine.config), "why": e.strerror or str(e)}
        raise SetupError(writing.say("config_failed", **reason)) from e


def what_was_done(
    machine: SetupMachine, screen: Screen, writing: Writing, *, owes_touch: bool
) -> str:
    """Return in sentences what was done, and what is still owed."""
    lines = [
        writing.say("cli_written", id=screen.id, file=str(machine.config)),
        writing.say("touch_owed") if owes_touch else "",
        "" if screen.content.fingerprint else writing.say("cli_not_compared"),
    ]
    return "\n".join(line for line in lines if line)
