"""Media that a malicious or damaged build could put into the store under their right digests."""

import io
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from struct import pack
from typing import Final

from tests.fakes.coded_clips import Colour, Recipe, code_clip
from tests.fakes.odd_clips import Splice, claiming_length, sound_only, splice
from torture.packs import CLIP_RATE, CLIP_SIZE, film, green, plain, shaded

EIGHT_K: Final = (7680, 4320)
BOMB_SIDE: Final = 8000
WITHIN_QTS_LIMIT: Final = 7000


def clips(folder: Path) -> Mapping[str, bytes]:
    """Return clips that fail before their first frame, by what is wrong with them.

    Args:
        folder: for files in the making.
    """
    large = Splice([EIGHT_K], 2, _greens(), claims=CLIP_SIZE)
    whole = code_clip(folder / "whole.mp4", Recipe(size=CLIP_SIZE, colour=green)).read_bytes()
    return {
        "empty": b"",
        "no-index": without_index(whole),
        "png": plain((0, 0, 0)),
        "web-page": b"<html><body><video src=http://192.0.2.1/a.mp4></video></body></html>",
        "playlist": b"#EXTM3U\n#EXTINF:9,\nhttp://192.0.2.1/a.ts\n",
        "sound-only": sound_only(folder / "sound.mp4"),
        "eight-k": _claiming(whole, EIGHT_K),
        "eight-k-inside": splice(folder / "eight-k.mp4", large),
    }


def films(folder: Path) -> Mapping[str, bytes]:
    """Return clips that go wrong after a second of play, by what is wrong with them.

    Args:
        folder: for files in the making.
    """
    parts = Splice([CLIP_SIZE, CLIP_SIZE], CLIP_RATE, _greens(), gap_s=3600)
    return {
        "stalls": splice(folder / "stalls.mp4", parts),
        "short": claiming_length(film(folder, 1, begin=1), 7200),
        "damaged-tail": _without_second_half(film(folder, 2)),
    }


def _without_second_half(clip: bytes) -> bytes:
    """Return ``clip`` with its later pictures overwritten; its index stands behind them."""
    begin, end = clip.index(b"mdat") + 4, clip.index(b"moov") - 4
    middle = (begin + end) // 2
    return clip[:middle] + bytes(end - middle) + clip[end:]


def _greens() -> Sequence[Colour]:
    return tuple(green(number) for number in range(2 * CLIP_RATE))


def pictures() -> Mapping[str, bytes]:
    """Return pictures that cannot be shown, by what is wrong with them."""
    whole = shaded(2)
    return {
        "truncated": whole[: len(whole) // 3],
        "html": b"<html><body bgcolor=black><img src=http://192.0.2.1/a.png></body></html>",
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect/></svg>",
        "bomb": _bomb(BOMB_SIDE),
        "smaller-bomb": _bomb(WITHIN_QTS_LIMIT),
    }


def without_index(clip: bytes) -> bytes:
    """Return ``clip`` without its index, which stands at its end."""
    return clip[: clip.index(b"moov") - 4]


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
    for name, body in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")):
        png.write(pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body)))
    return png.getvalue()
