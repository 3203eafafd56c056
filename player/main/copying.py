"""Sets a screen up as the copy of another one: one file and a list of ids for twenty displays."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player import clock
from player.config.fingerprint import digest_of, digits_of, is_same, words_of
from player.config.load import load_screen
from player.config.screen import Display, Orientation, PixelSize, Screen
from player.errors import SetupError
from player.main.setup_facts import ROOT, FoundRoot, Scout
from player.main.setup_machine import SetupMachine, what_was_done, write_all
from player.stage.setup import answers as told
from player.stage.setup.facts import RootOffer
from player.stage.setup.writing import Writing
from player.store.anchor import is_root
from player.store.layout import Home

FULL_HD: Final = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Copy:
    """A screen that is to be like another one.

    Attributes:
        source: configuration of the other.
        id: of this one.
        orientation: how this one hangs; None: as the other.
        root: root file to believe; None: the one that is found.
        fingerprint: in words or digits, as it was read to a person; "": that of ``source``.
    """

    source: Path
    id: str
    orientation: Orientation | None = None
    root: Path | None = None
    fingerprint: str = ""


def clone(machine: SetupMachine, copy: Copy, writing: Writing) -> str:
    """Set this machine up as the copy of another screen, and return what was done.

    The touch check is owed where the panel hangs otherwise than the other one did, or the display
    found does not lie as the configuration says.

    Raises:
        ConfigError: the other's configuration cannot be used.
        SetupError: the id is not fit, the root is another than the one compared, or the disk
            refused; nothing was changed then.
    """
    other = load_screen(copy.source, writing.tag)
    if not told.is_id(copy.id):
        raise SetupError(f"--id {copy.id}: {writing.say('bad_id')}")
    if copy.id == other.id:
        raise SetupError(writing.say("clone_same_id", id=copy.id, file=str(copy.source)))
    found = _root(machine, copy, other, writing)
    orientation = copy.orientation or other.display.orientation
    is_turned = orientation != other.display.orientation
    if (display := machine.display()) is not None:
        is_turned = is_turned or _lies(display) != orientation.partition("-")[0]
    screen = _copied(copy, other, orientation, found)
    owes_touch = is_turned and screen.is_touched
    write_all(machine, screen, writing, found, owes_touch=owes_touch)
    return what_was_done(machine, screen, writing, owes_touch=owes_touch)


def id_for_machine(file: Path, machine: SetupMachine, writing: Writing) -> str:
    """Return the id that a list of screens gives this machine.

    Args:
        file: CSV with the columns ``id`` and ``mac``.
        machine: known by the addresses of its network interfaces.
        writing: words.

    Raises:
        SetupError: the file cannot be read, names no address of this machine, or an id twice.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = [
                ((row.get("id") or "").strip(), (row.get("mac") or "").strip().casefold())
                for row in csv.DictReader(lines)
            ]
    except (OSError, ValueError, csv.Error) as e:
        why = (e.strerror if isinstance(e, OSError) else None) or str(e)
        raise SetupError(writing.say("ids_unreadable", file=str(file), why=why)) from e
    names = [name for name, _ in rows]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise SetupError(writing.say("ids_twice", file=str(file), id=twice))
    addresses = machine.addresses()
    found = [name for name, mac in rows if mac.replace("-", ":") in addresses]
    if len(found) != 1:
        here = ", ".join(sorted(addresses)) or "–"
        raise SetupError(writing.say("ids_unknown", file=str(file), here=here))
    return found[0]


def say_fingerprint(root: Path, writing: Writing) -> str:
    """Return the fingerprint of a root file, in words and in digits, as it is read aloud.

    Raises:
        SetupError: it cannot be read, or is no root.
    """
    raw = _read_root(root, writing)
    sha256 = digest_of(raw)
    lines = (
        (writing.say("in_words"), " ".join(words_of(sha256))),
        (writing.say("in_digits"), digits_of(sha256)),
    )
    return "\n".join(f"{label}: {value}" for label, value in lines)


def _copied(copy: Copy, other: Screen, orientation: Orientation, found: FoundRoot | None) -> Screen:
    display = other.display
    if orientation.partition("-")[0] != display.orientation.partition("-")[0]:
        display = _turned(other)
    display = display.model_copy(update={"orientation": orientation})
    # Without a root as yet, the agent is left to compare the one that comes.
    fingerprint = other.content.fingerprint
    if found is not None:
        fingerprint = found.offer.digits if _compared(copy, other) else ""
    content = other.content.model_copy(update={"fingerprint": fingerprint, "trust": ""})
    # Where the exit lies is true of one place only: a wrong arrow is worse than none.
    elsewhere = {"place": "", "exit_direction": "none"}
    return other.model_copy(
        update={"id": copy.id, "display": display, "content": content, **elsewhere}
    )


def _turned(other: Screen) -> Display:
    """Return the same panel, hung by its other side: its pixels keep their size."""
    display = other.display
    if isinstance(display.size, PixelSize):
        width, height = display.size.width, display.size.height
    else:
        width, height = FULL_HD if display.orientation.startswith("landscape") else FULL_HD[::-1]
    size = PixelSize(width=height, height=width)
    return display.model_copy(
        update={
            "size": size if isinstance(display.size, PixelSize) else display.size,
            "width_mm": round(display.width_mm * height / width),
        }
    )


def _lies(display: tuple[int, int]) -> str:
    return "portrait" if display[1] > display[0] else "landscape"


def _compared(copy: Copy, other: Screen) -> str:
    return copy.fingerprint or other.content.fingerprint


def _root(machine: SetupMachine, copy: Copy, other: Screen, writing: Writing) -> FoundRoot | None:
    """Return the root that this machine is to believe; None: none was found."""
    scout = Scout(Home(other.home), machine.config, machine.sticks, clock.now, lambda: (0, 0))
    found = scout.root()
    named = copy.root or copy.source.parent / ROOT
    if copy.root is not None or (found is None and named.exists()):
        raw = _read_root(named, writing)
        found = FoundRoot(RootOffer(str(named), digest_of(raw)), raw)
    compared = _compared(copy, other)
    if found is not None and compared and not is_same(compared, found.offer.sha256):
        raise SetupError(
            writing.say(
                "clone_other_root",
                place=found.offer.place,
                found=found.offer.digits,
                meant=compared,
            )
        )
    return found


def _read_root(path: Path, writing: Writing) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as e:
        raise SetupError(f"{path}: {e.strerror or e}") from e
    if not is_root(raw):
        raise SetupError(writing.say("not_a_root", file=str(path)))
    return raw
