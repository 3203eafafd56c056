"""Which picture files Qt may be offered.

Qt chooses a decoder by looking into the file, so an SVG or a TIFF named ``.png`` would reach a
decoder nobody meant to expose. Here the first bytes decide: JPEG, PNG and WebP, nothing else.
No other decoder of Qt accepts a file that begins with one of these three signatures.

A small file may hold a huge picture. Its header is asked for the size before anything is decoded;
Qt's own limit would let 7000 x 7000 pixels pass, 200 MB of them.
"""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QImageReader

from player.pack.media import MAX_PICTURE_SIDE_PX

HEAD_BYTES: Final = 16
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_RIFF, _WEBP, _WEBP_AT = b"RIFF", b"WEBP", 8


def picture_type(head: bytes) -> str | None:
    """Return the media type of a file that begins with ``head``.

    Args:
        head: at least ``HEAD_BYTES`` of it, or the whole file if shorter.

    Returns:
        ``image/png``, ``image/jpeg`` or ``image/webp``; None for everything else.
    """
    if head.startswith(_PNG):
        return "image/png"
    if head.startswith(_JPEG):
        return "image/jpeg"
    if head.startswith(_RIFF) and head[_WEBP_AT:].startswith(_WEBP):
        return "image/webp"
    return None


def refusal(path: Path) -> str | None:
    """Say why the picture at ``path`` must not be given to Qt.

    Returns:
        One short sentence for the log; None when Qt may decode it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as e:
        return f"picture cannot be read ({e.strerror or e})"
    if picture_type(head) is None:
        return "picture is neither JPEG, PNG nor WebP"
    width, height = QImageReader(str(path)).size().toTuple()
    if max(width, height) > MAX_PICTURE_SIDE_PX:
        return f"picture of {width} x {height} pixels is too large"
    return None
