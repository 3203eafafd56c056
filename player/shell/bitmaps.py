"""Memory of pictures goes back to the system when they go.

A page of full HD is 8 MB of pixels, and a change of pages needs several. The C library begins
by asking the system for such a piece and giving it back; but after the first it keeps ever larger
ones for itself, between which small things then settle. Measured on the carousel of
``packaging/bench.sh``: 167 MB after ten changes, 120 MB with the limit fixed, at the same cost.
"""

import ctypes
from typing import Final

M_MMAP_THRESHOLD: Final = -3
LARGE_BYTES: Final = 1 << 20
"""Pieces from here on are the system's. Fixing the limit is what stops it from growing."""


def give_pictures_back() -> bool:
    """Fix the size from which memory is asked of the system and given back to it.

    Returns:
        False where the C library knows no such setting; nothing but memory is lost.

    Source: mallopt(3), "M_MMAP_THRESHOLD"; the number is that of glibc's malloc.h.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(M_MMAP_THRESHOLD, LARGE_BYTES) == 1
