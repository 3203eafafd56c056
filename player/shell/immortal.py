"""Keeps ``None``, ``True`` and ``False`` alive under PySide6 6.12.0 on Python 3.11.

Measured: on Python older than 3.12 each call of a C++ function that returns nothing gives away
one reference of ``None`` the binding never took (and some calls one of ``True``), so that after
some thousand calls the interpreter ends itself with "deallocating None". From 3.12 on these
constants are immortal and the same code is right.
"""

import ctypes
import sys
from typing import Final

CONSTANTS: Final = (None, True, False)
SPARE_REFERENCES: Final = 1 << 48
"""At a million lost references a second these last for nine years."""

_IMMORTAL_SINCE: Final = (3, 12)


def keep_constants() -> None:
    """Give each constant so many references that losing some never frees it.

    Does nothing from Python 3.12 on, nor when it has been called before.

    WORKAROUND PySide6 6.12.0 (6.11.3 counts correctly): until a fixed release is pinned.
    """
    if sys.version_info >= _IMMORTAL_SINCE:
        return
    for constant in CONSTANTS:
        if sys.getrefcount(constant) < SPARE_REFERENCES // 2:
            # The count is the first field of an object in every release build of CPython.
            count = ctypes.c_ssize_t.from_address(id(constant))
            count.value += SPARE_REFERENCES
