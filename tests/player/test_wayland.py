"""The real player on Wayland: a compositor drawn into a virtual display, pictures of that."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageGrab
from virtual_display import virtual_display

from player.store.install import install
from player.store.layout import Home
from tests.fakes.built_pack import write_built
from tests.fakes.compositor import compositor
from tests.fakes.content import content_document, item_document

SIZE: Final = (1280, 720)
LOOKS: Final = 25
"""Seconds within which three pages of three seconds each must have been seen."""

PAGES: Final = 3


def test_pages_follow_each_other_without_decorations(tmp_path: Path) -> None:
    items = [item_document(id_, duration_s=3) for id_ in ("welcome", "customs", "farewell")]
    home = Home(tmp_path / "home")
    install(write_built(tmp_path / "built", content_document(items), ()), home)
    command = [sys.executable, "-m", "player", "run", "--screen", "hall-tv"]
    (tmp_path / "run").mkdir()
    seen: list[Image.Image] = []
    with (
        virtual_display(SIZE) as display,
        compositor(display, tmp_path / "run", SIZE) as environment,
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(
            [*command, "--home", str(home.folder)],
            env={**os.environ, **environment},
            stderr=log,
        ) as player,
    ):
        for _ in range(LOOKS):
            with pytest.raises(subprocess.TimeoutExpired):
                player.wait(timeout=1)  # it goes on
            picture = ImageGrab.grab(xdisplay=display)
            if is_page(picture) and all(picture != before for before in seen):
                seen.append(picture)
            if len(seen) >= PAGES:
                break
        stop_politely(player)
    assert player.returncode == 0
    assert len(seen) >= PAGES


def stop_politely(player: subprocess.Popen[bytes]) -> None:
    """Ask the player to end and give it ten seconds."""
    player.terminate()
    player.wait(timeout=10)


def is_page(picture: Image.Image) -> bool:
    """Whether the picture's whole upper edge is the masthead: a page, and no title bar above."""
    edge = picture.convert("RGB").crop((0, 0, SIZE[0], 4))
    return edge.getcolors(1) == [(SIZE[0] * 4, (0x0F, 0x2A, 0x33))]
