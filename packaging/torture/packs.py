"""Small packs to torture the player with, installed under the digests of whatever they hold."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from PIL import Image

from player import clock
from player.store.install import install
from player.store.layout import Home
from tests.fakes.built_pack import clip, poster, write_built
from tests.fakes.coded_clips import Colour, Recipe, code_clip
from tests.fakes.content import Document, content_document, item_document
from torture.matching import FILM

CLIP_SIZE: Final = (320, 180)
CLIP_RATE: Final = 30
A_YEAR: Final = timedelta(days=365)
FIRST_GREEN, STEP, SPAN = FILM[1], 2, 60


@dataclass(slots=True)
class Shelf:
    """Items of a pack in the making, the files they name, and what lies above its pages."""

    items: list[Document] = field(default_factory=list)
    blobs: list[bytes] = field(default_factory=list)
    notices: list[Document] = field(default_factory=list)
    ticker: list[Document] = field(default_factory=list)

    def poster(self, id_: str, raw: bytes, lasts_s: int, until: str | None = None) -> None:
        """Add a poster whose picture is ``raw``, shown until the end of a day or for good."""
        dated = {} if until is None else {"lasting": False, "valid": {"until": until}}
        self._add({**poster(id_, raw), **dated}, lasts_s, raw)

    def clip(self, id_: str, raw: bytes, lasts_s: int) -> None:
        """Add a clip whose file is ``raw``, shown after and instead of its first picture."""
        still = plain(FILM)
        document = clip(id_, raw, still)
        file = document["video"]["file"]
        document["video"]["file"] = {**file, "size": max(1, len(raw)), "duration_ms": 60_000}
        self._add(document, lasts_s, raw, still)

    def install(self, folder: Path, playlists: Sequence[Document] | None = None) -> Home:
        """Write the pack and install it; its items are shown in one language.

        Args:
            folder: for the built pack and the player's home.
            playlists: None: all items in turn.
        """
        document, blobs = self.pack(playlists)
        built = write_built(folder / "built", document, blobs)
        home = Home(folder / "home")
        install(built, home)
        return home

    def pack(
        self, playlists: Sequence[Document] | None = None
    ) -> tuple[Document, tuple[bytes, ...]]:
        """Return what the pack says, and its files; see ``install``."""
        document = content_document(self.items, playlists, languages=("vi",))
        document |= {"notices": self.notices, "ticker": self.ticker}
        return document, tuple(dict.fromkeys(self.blobs))

    def _add(self, document: Document, lasts_s: int, *blobs: bytes) -> None:
        words = item_document(document["id"], duration_s={"vi": lasts_s})["text"]
        self.items.append({**document, "text": words})
        self.blobs += blobs


def plain(colour: Colour) -> bytes:
    """Return a picture of one colour, as a PNG."""
    return _png(Image.new("RGB", CLIP_SIZE, colour))


def shaded(number: int) -> bytes:
    """Return a picture without two equal pixels near each other, another for each number."""
    across, down = Image.linear_gradient("L"), Image.radial_gradient("L")
    turned = across.rotate(90 * number)
    bands = [(turned, down, across), (down, across, turned), (across, turned, down)]
    return _png(Image.merge("RGB", bands[number % 3]).resize((640, 360)))


def green(number: int) -> Colour:
    """Return the colour of a clip's frame: ``FILM``, and ever greener until it begins anew."""
    return FILM[0], FIRST_GREEN + STEP * (number % SPAN), FILM[2]


def film(folder: Path, lasts_s: float, begin: int = 0) -> bytes:
    """Return a clip whose frames are all different.

    Args:
        folder: for the file.
        lasts_s: its length.
        begin: number of its first colour; makes clips differ.
    """
    frames = round(lasts_s * CLIP_RATE)
    recipe = Recipe(frames, CLIP_SIZE, rate=CLIP_RATE, colour=lambda n: green(n + begin))
    return code_clip(folder / f"film-{begin}.mp4", recipe).read_bytes()


CYCLE: Final = ("picture-1", "picture-2", "clip-1", "clip-2")
"""Items of ``install_cycle``."""


def install_cycle(folder: Path, seconds: Sequence[int]) -> Home:
    """Install a pack with every kind of change: two pictures, then two clips.

    Args:
        folder: for the pack and the player's home.
        seconds: how long each stays; four numbers.
    """
    shelf = Shelf()
    shelf.poster(CYCLE[0], shaded(0), seconds[0])
    shelf.poster(CYCLE[1], shaded(1), seconds[1])
    shelf.clip(CYCLE[2], film(folder, seconds[2] + 2), seconds[2])
    shelf.clip(CYCLE[3], film(folder, seconds[3] + 2, begin=20), seconds[3])
    return shelf.install(folder)


def install_dated(folder: Path, lasts_s: int) -> Home:
    """Install a pack whose item "dated" is shown wherever the clock is believed, else "undated".

    Args:
        folder: for the pack and the player's home.
        lasts_s: how long a slot is.
    """
    shelf = Shelf()
    shelf.poster("undated", shaded(0), lasts_s)
    shelf.poster("dated", shaded(1), lasts_s, until=str(clock.now().date() + A_YEAR))
    playlists = [
        {"id": "campaign", "priority": 1, "items": ["dated"]},
        {"id": "always", "default": True, "items": ["undated"]},
    ]
    return shelf.install(folder, playlists)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
