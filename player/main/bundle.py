"""The logs a technician takes along: one ZIP file that says how a screen is, and no secret.

Left out: the PINs and what they come to, the keys and the corner that call the pad, what opens a
proxy or a source (in an address: the name before the @ and whatever follows a question mark), the
arguments of the commands that switch the panel.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from player.config.load_officers import load_officers
from player.config.screen import Screen
from player.errors import ConfigError
from player.main.diagnosis import Diagnosis, document_of
from player.main.status import status_document
from player.stage.gate.told import Say, told
from player.store.layout import Home
from player.store.opening import open_below
from player.store.shift_log import read
from player.store.stick import write_new

MOST_CRASHES: Final = 20
MOST_BYTES: Final = 200_000
"""Of each crash; of a file that is longer, its end."""

HIDDEN: Final = "***"
_USER: Final = re.compile(r"(://)[^/\s@\"']+@")
_QUERY: Final = re.compile(r"(https?://[^\s?\"']+\?)[^\s\"']+")


@dataclass(frozen=True, slots=True)
class Told:
    """What goes into a bundle beside what the home says.

    Attributes:
        found: the screen as it was looked at.
        journal: the player's own last lines, the earliest first.
        say: sentences of gate staff, for the shift log.
    """

    found: Diagnosis
    journal: Sequence[str]
    say: Say


def write_bundle(screen: Screen, told: Told, folder: Path) -> Path:
    """Write the bundle of ``screen`` into ``folder``; return the file.

    Raises:
        OSError: there is one of that name, or the disk refused.
    """
    zone = ZoneInfo(screen.time_zone)
    name = f"{screen.id}-{told.found.at.astimezone(zone):%Y%m%d-%H%M%S}.zip"
    path = folder / name
    write_new(path, (bundle(screen, told),))
    return path


def bundle(screen: Screen, told: Told) -> bytes:
    """Return the bundle of ``screen``, a ZIP file."""
    made = io.BytesIO()
    at = told.found.at.astimezone(ZoneInfo(screen.time_zone)).timetuple()[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in _files(screen, told):
            entry = zipfile.ZipInfo(f"{screen.id}/{name}", at)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, without_secrets(text).encode("utf-8", "replace"))
    return made.getvalue()


def without_secrets(text: str) -> str:
    """Return ``text`` with what opens a door in its addresses hidden."""
    return _QUERY.sub(rf"\1{HIDDEN}", _USER.sub(rf"\1{HIDDEN}@", text))


def _files(screen: Screen, told_: Told) -> Iterator[tuple[str, str]]:
    home, zone = Home(screen.home), ZoneInfo(screen.time_zone)
    status = status_document(home, told_.found.at) | {"machine": document_of(told_.found)}
    yield "status.json", _json(status)
    yield "config.json", _json(_config(screen))
    yield "log.txt", "".join(f"{line}\n" for line in told_.journal)
    deeds = (
        f"{deed.at.astimezone(zone):%Y-%m-%d %H:%M:%S}  {told(deed, told_.say, zone)}\n"
        for deed in read(home)
    )
    yield "shift-log.txt", "".join(deeds)
    for path in _crashes(home):
        yield f"crashes/{path.name}", _end_of(path)


def _config(screen: Screen) -> Mapping[str, object]:
    """Return the configuration as the player understands it, but for what is secret."""
    said = screen.model_dump(mode="json", exclude={"panel"})
    for name in ("on_command", "off_command"):
        command = said["power"][name]
        said["power"][name] = [*command[:1], *(HIDDEN for _ in command[1:])]
    return said | {"who_may": _who_may(screen)}


def _who_may(screen: Screen) -> Sequence[Mapping[str, str]] | str:
    try:
        officers = load_officers(screen.officers, "en").officers
    except ConfigError as e:
        return str(e)
    return [{"name": entry.name, "role": entry.role} for entry in officers]


def _crashes(home: Home) -> list[Path]:
    """Return the latest crashes, the earliest first."""
    try:
        found = [path for path in home.crashes.iterdir() if path.is_file()]
    except OSError:
        return []
    return sorted(found)[-MOST_CRASHES:]


def _end_of(path: Path) -> str:
    try:
        with open_below(path.parent, path.name) as file:
            file.seek(max(0, file.seek(0, io.SEEK_END) - MOST_BYTES))
            return file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError as e:
        return f"cannot be read: {e.strerror or e}\n"


def _json(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
