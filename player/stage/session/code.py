"""A link as a code that a telephone reads."""

from typing import Final

import segno

QUIET: Final = 4
"""Modules of light ground that a reader needs around a code (ISO/IEC 18004)."""


def code_path(link: str) -> tuple[str, int]:
    """Return the dark modules of the code of ``link``, and how many modules wide it is.

    Args:
        link: short; a longer one makes finer modules.

    Returns:
        An SVG path of areas, one unit to a module, and the width of the whole with its quiet
        zone.
    """
    code = segno.make_qr(link, error="m", boost_error=False)
    runs: list[str] = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            length = 1
            while x + length < len(row) and row[x + length] == row[x]:
                length += 1
            if row[x]:
                runs.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length
    return "".join(runs), len(code.matrix) + 2 * QUIET
