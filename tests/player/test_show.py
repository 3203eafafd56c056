"""The real player for a minute: a real window on a virtual display, real libvlc, real time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise, product
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops, ImageGrab
from PySide6.QtGui import QGuiApplication
from torture.overlays import Box, overlay_boxes
from virtual_display import SIZE, virtual_display

from player.clock import ClockTrust
from player.config.load import find_screen, load_screen
from player.main.demo import demo_home, prepare_demo
from player.main.repertoire import announcer, repertoire
from player.pack.content import CONTENT
from player.pack.manifest import MANIFEST
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.shell.snapshot import announce, camera, draw
from player.store.install import install
from player.store.layout import Home
from player.store.reader import open_installed

GATE: Final = "huu-nghi"
SCREEN: Final = "hall-tv"
ITEMS: Final = ("welcome", "ky-cung-river", "documents-ready")
"""A poster, a clip and a bulletin: what a minute has room for."""

LASTS_S: Final = 60
START_S: Final = 5
"""What a slow machine needs to open the window; nothing before is looked at."""

FADE: Final = timedelta(seconds=1.5)
END_S: Final = 10


@dataclass(frozen=True, slots=True)
class Look:
    """What was on the display at an instant."""

    at: datetime
    picture: Image.Image


@dataclass(frozen=True, slots=True)
class Played:
    """A minute of play."""

    looks: list[Look]
    log: list[dict[str, str]]
    code: int
    home: Home


def short_pack(folder: Path) -> Path:
    """Return a built pack with only ``ITEMS`` of the demo gate, as one loop."""
    prepare_demo(GATE)
    demo = Home(demo_home(GATE))
    raw = json.loads((demo.current / CONTENT).read_bytes())
    raw["items"] = [item for item in raw["items"] if item["id"] in ITEMS]
    raw["notices"] = []  # a banner comes and goes by the hour, whatever is tested here
    raw["playlists"] = [{"id": "all", "default": True, "items": list(ITEMS)}]
    content = json.dumps(raw).encode()
    manifest = json.loads((demo.current / MANIFEST).read_bytes())
    for file in manifest["files"]:
        if file["path"] == CONTENT:
            file |= {"sha256": sha256(content).hexdigest(), "size": len(content)}
    manifest["total"] = sum(file["size"] for file in manifest["files"])
    folder.mkdir()
    (folder / CONTENT).write_bytes(content)
    (folder / MANIFEST).write_text(json.dumps(manifest))
    (folder / "blobs").symlink_to(demo.blobs)
    return folder


def boxes_of(home: Home, state: Path) -> set[Box]:
    """Return where clocks and ticker lie on the pages of an installed pack, in any language."""
    screen = load_screen(find_screen(SCREEN), "en")
    performed = repertoire(screen, open_installed(home.current, home))
    found: set[Box] = set()
    with camera(screen, *SIZE, state) as application:
        now = datetime.now(UTC)
        announce(application, announcer(performed), now, ClockTrust.TRUSTED)
        # A page of two languages names both, so its clocks stand elsewhere.
        for item, language in product(ITEMS, performed.composer.languages):
            draw(application, performed.composer.scene(item, language, now, ClockTrust.TRUSTED))
            found |= set(overlay_boxes(application))
    return found


def look(display: str, boxes: Iterable[Box]) -> Look:
    """Return what a display shows but for what moves by the clock."""
    at, picture = datetime.now(UTC), ImageGrab.grab(xdisplay=display)
    for box in boxes:
        picture.paste("black", box)
    return Look(at, picture)


@pytest.fixture(scope="module")
def played(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Let the player play a minute and look at the display every second."""
    del qapp
    folder = tmp_path_factory.mktemp("show")
    home = Home(folder / "home")
    install(short_pack(folder / "built"), home)
    boxes = boxes_of(home, folder)
    command = [sys.executable, "-m", "player", "run", "--screen", SCREEN]
    looks: list[Look] = []
    with (
        virtual_display() as display,
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [*command, "--home", str(home.folder)],
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stderr=log,
        ) as player,
    ):
        for second in range(LASTS_S):
            with pytest.raises(subprocess.TimeoutExpired):
                player.wait(timeout=1)  # it goes on
            if second >= START_S:
                looks.append(look(display, boxes))
        player.terminate()
        code = player.wait(timeout=END_S)
    lines = [json.loads(line) for line in (folder / "log").read_text().splitlines()]
    return Played(looks, lines, code, home)


def programme_of(played: Played) -> Programme:
    """Return what the player had to show."""
    pack = open_installed(played.home.current, played.home)
    profile = ScreenProfile(tuple(pack.content.language_by_tag))
    return Programme(pack.content, profile, ClockTrust.TRUSTED)


def test_it_ends_when_asked_and_has_nothing_to_complain_of(played: Played) -> None:
    assert played.code == 0
    assert [line for line in played.log if line["level"] != "info"] == []


def test_every_slot_of_the_programme_was_put_on_in_its_language(played: Played) -> None:
    lines = [line for line in played.log if line["message"] == "slot"]
    begin = datetime.strptime(lines[0]["time"], "%Y-%m-%dT%H:%M:%S%z")
    # The line comes with the slot's first frame, which the very last slot may not have had.
    slots = programme_of(played).slots(begin, played.looks[-1].at - FADE)
    expected = [(slot.item, slot.language) for slot in slots]
    shown = [(line["item"], line["language"]) for line in lines]
    assert expected == shown[: len(expected)]
    assert {item for item, _ in shown} == set(ITEMS)


def test_the_display_is_never_blank(played: Played) -> None:
    uniform = [look.at for look in played.looks if len(look.picture.getcolors(2) or "many") == 1]
    assert uniform == []


def test_each_slot_looks_different_and_stays_as_it_is(played: Played) -> None:
    programme = programme_of(played)
    by_slot: dict[tuple[str, datetime], list[Image.Image]] = {}
    for look in played.looks:
        slot = programme.slot_at(look.at)
        if slot.item != "ky-cung-river" and slot.start + FADE < look.at < slot.end - FADE:
            by_slot.setdefault((slot.item, slot.start), []).append(look.picture)
    pictures = [looks[0] for looks in by_slot.values()]
    assert len(pictures) >= 2
    for first, *rest in by_slot.values():
        assert all(ImageChops.difference(first, other).getbbox() is None for other in rest)
    for one, other in pairwise(pictures):
        assert ImageChops.difference(one, other).getbbox() is not None


def test_the_clip_moves(played: Played) -> None:
    programme = programme_of(played)
    frames = [
        look.picture
        for look in played.looks
        if (slot := programme.slot_at(look.at)).item == "ky-cung-river"
        and slot.start + FADE < look.at < slot.start + timedelta(seconds=9)
    ]
    assert len(frames) >= 3
    for one, other in pairwise(frames):
        assert ImageChops.difference(one, other).getbbox() is not None
