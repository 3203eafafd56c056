"""Media that a malicious or damaged build could put into the store under their right digests."""

import io
import zlib
from collections.abc import Mapping
from pathlib import Path
from struct import pack
from typing import Final

from tests.fakes.coded_clips import Recipe, code_clip
from torture.packs import CLIP_SIZE, green, plain, shaded

EIGHT_K: Final = (7680, 4320)
BOMB_SIDE: Final = 8000


def clips(folder: Path) -> Mapping[str, bytes]:
    """Return clips that fail before their first frame, by what is wrong with them.

    Args:
        folder: for files in the making.
    """
    whole = code_clip(folder / "whole.mp4", Recipe(size=CLIP_SIZE, colour=green)).read_bytes()
    return {
        "empty": b"",
        "no-index": whole[: whole.index(b"moov") - 4],
        "png": plain((0, 0, 0)),
        "eight-k": _claiming(whole, EIGHT_K),
    }


def pictures() -> Mapping[str, bytes]:
    """Return pictures that cannot be shown, by what is wrong with them."""
    whole = shaded(2)
    return {
        "truncated": whole[: len(whole) // 3],
        "html": b"<html><body bgcolor=black><img src=http://192.0.2.1/a.png></body></html>",
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect/></svg>",
        "bomb": _bomb(BOMB_SIDE),
    }


def _claiming(clip: bytes, size: tuple[int, int]) -> bytes:
    """Return ``clip`` with another size in its sample description.

    Source: ISO/IEC 14496-12, VisualSampleEntry: width and height, 16 bits each, 28 bytes after
    the entry's type.
    """
    at = clip.index(b"avc1", clip.index(b"stsd")) + 28
    return clip[:at] + pack(">HH", *size) + clip[at + 4 :]


def _bomb(side: int) -> bytes:
    """Return a small PNG of ``side`` x ``side`` pixels of one colour."""
    rows = zlib.compressobj(9)
    row = b"\0" + b"\x20" * (3 * side)
    pixels = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    png = io.BytesIO()
    png.write(b"\x89PNG\r\n\x1a\n")
    header = pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    for kind, body in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")):
        png.write(pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body)))
    return png.getvalue()
