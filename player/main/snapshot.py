"""Draws any instant of any screen into a file: ``gate-player snapshot``."""

import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from player import RELEASED, clock
from player.clock import ClockTrust
from player.config.screen import Screen
from player.errors import StoreError
from player.main.inquiry import parse_instant
from player.main.repertoire import announcer, repertoire
from player.main.selection import open_pack_for, picture_size
from player.schedule.programme import Programme
from player.shell.snapshot import announce, camera, take
from player.stage.repertoire import Repertoire
from player.stage.scene import BuiltinScene, Scene

PAGES: Final = ("stage", "builtin")
_SIZE = re.compile(r"^(\d{3,5})x(\d{2,5})$")


@dataclass(frozen=True, slots=True)
class Shot:
    """What is to be drawn.

    Attributes:
        at: ISO 8601; gate time if it has no offset.
        out: PNG file to write.
        language: BCP 47; None: the one whose turn it is.
        page: one of ``PAGES``.
        size: ``WIDTHxHEIGHT``; None: as configured, or 1920x1080.
    """

    at: str
    out: Path
    language: str | None = None
    page: str = "stage"
    size: str | None = None


def take_shot(screen: Screen, shot: Shot) -> None:
    """Draw ``shot`` of ``screen`` through the player's own code.

    Raises:
        ValueError: a time, size, page or language that makes no sense.
        PlaybackError: the scene cannot be drawn.
        StoreError: the file cannot be written.
    """
    width, height = _size(screen, shot)
    if shot.page not in PAGES:
        raise ValueError(f"--page {shot.page}: choose from {', '.join(PAGES)}")
    opened = open_pack_for(screen)
    zone = ZoneInfo(opened.pack.content.gate.time_zone if opened else screen.time_zone)
    instant = parse_instant(shot.at, zone)
    performed = repertoire(screen, opened.pack) if opened else None
    trust = clock.trust(instant, RELEASED)
    scene = _scene(performed, shot, instant, trust)
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-") as state,
        camera(screen, width, height, Path(state)) as application,
    ):
        if performed is not None:
            announce(application, announcer(performed), instant, trust)
        png = take(application, scene).png
    try:
        shot.out.write_bytes(png)
    except OSError as e:
        raise StoreError(f"{shot.out}: {e.strerror or e}") from e


def _scene(performed: Repertoire | None, shot: Shot, instant: datetime, trust: ClockTrust) -> Scene:
    if performed is None or shot.page == "builtin":
        return BuiltinScene()
    content = performed.composer.pack.content
    known = content.language_by_tag
    if shot.language is not None and shot.language not in known:
        raise ValueError(f"--language {shot.language}: choose from {', '.join(known)}")
    slot = Programme(content, performed.profile, trust).slot_at(instant)
    return performed.composer.scene(slot.item, shot.language or slot.language, instant, trust)


def _size(screen: Screen, shot: Shot) -> tuple[int, int]:
    if shot.size is not None:
        found = _SIZE.match(shot.size)
        if found is None:
            raise ValueError(f"--size {shot.size}: say it like 1920x1080")
        return int(found[1]), int(found[2])
    return picture_size(screen)
