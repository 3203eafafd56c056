"""How the C library keeps memory that was freed: settings a long-running process needs.

Large pieces go back to the system only while a limit does not grow, and threads that come and go
each leave an arena with holes behind. Both look like a leak, and on a small PC they are one.

Source: mallopt(3); the numbers are those of glibc's malloc.h. Another C library knows none of
them, and nothing but memory is lost.
"""

import ctypes
from typing import Final

M_TRIM_THRESHOLD: Final = -1
M_MMAP_THRESHOLD: Final = -3
M_ARENA_MAX: Final = -8

LARGE_BYTES: Final = 1 << 20
"""Pieces from here on are the system's. A page of full HD is 8 MB of pixels."""

SPARE_BYTES: Final = 1 << 16
ARENAS: Final = 2


def give_pictures_back() -> bool:
    """Fix the size from which memory is asked of the system and given back to it.

    After the first piece the library raises it by itself, and keeps pictures between which small
    things then settle: 167 MB after ten changes of the bench's carousel, 120 MB with it fixed.

    Returns:
        False where the C library knows no such setting.
    """
    return _set(M_MMAP_THRESHOLD, LARGE_BYTES)


def share_arenas() -> bool:
    """Let all threads share few arenas, trimmed soon; call it before any thread starts.

    libvlc starts a dozen threads for a clip, so a worker grows. From one pair of clips to the
    next, one refused and one broken off: 1.0 kB without these settings, 0.5 and 1.3 kB in two runs
    with them (the second beside other work), neither clear of the noise.

    Returns:
        False where the C library knows no such settings.
    """
    return _set(M_ARENA_MAX, ARENAS) and _set(M_TRIM_THRESHOLD, SPARE_BYTES)


def _set(name: int, value: int) -> bool:
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(name, value) == 1
