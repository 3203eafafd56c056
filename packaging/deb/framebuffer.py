"""Turns what Xvfb draws (``-fbdir``, XWD) into a picture; its exit code says whether there is one.

For ``try_deb.sh``: a display that shows nothing has one colour, or two with a cursor.
"""

import struct
import sys
from pathlib import Path
from typing import Final

from PIL import Image

HEADER: Final = struct.Struct(">25I")
"""XWDFile.h: the first fields, all of four bytes."""

COLOUR_BYTES: Final = 12
FEWEST_COLOURS: Final = 100


def picture(raw: bytes) -> Image.Image:
    """Return the picture in an XWD file of 32 bits a pixel, as Xvfb writes it.

    Raises:
        ValueError: it is none.
    """
    fields = HEADER.unpack_from(raw)
    header_bytes, width, height = fields[0], fields[4], fields[5]
    bits, stride, colours = fields[11], fields[12], fields[19]
    if bits != 32:  # noqa: PLR2004  (what Xvfb writes at depth 24)
        raise ValueError(f"{bits} bits a pixel, not 32")
    start = header_bytes + colours * COLOUR_BYTES
    return Image.frombuffer("RGB", (width, height), raw[start:], "raw", "BGRX", stride, 1)


def main() -> int:
    """Read the file of the first word, write the picture of the second; 1: nothing is shown."""
    try:
        shown = picture(Path(sys.argv[1]).read_bytes())
    except (OSError, ValueError, struct.error):
        return 1
    shown.save(sys.argv[2])
    few = shown.resize((shown.width // 8, shown.height // 8)).getcolors(FEWEST_COLOURS)
    return 0 if few is None else 1


if __name__ == "__main__":
    sys.exit(main())
