"""Writes the secret by which the X server knows the player: nobody else draws or reads keys.

Installed as ``/usr/lib/gate-player/x_cookie.py``, so that no xauth is needed. The file is in the
format of libXau; its group is the one of the process.
"""

import os
import secrets
import struct
import sys
from pathlib import Path
from typing import Final

ANY_HOST: Final = 0xFFFF
"""libXau's FamilyWild: the name of the machine may change while the server runs."""

NAME: Final = b"MIT-MAGIC-COOKIE-1"
COOKIE_BYTES: Final = 16
MODE: Final = 0o640


def entry(cookie: bytes) -> bytes:
    """Return the one entry of an authority file: for any host and any display."""
    fields = (b"", b"", NAME, cookie)
    return struct.pack(">H", ANY_HOST) + b"".join(
        struct.pack(">H", len(field)) + field for field in fields
    )


def write(path: Path) -> None:
    """Replace the authority file at ``path`` by one with a new secret."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, MODE)
        file.write(entry(secrets.token_bytes(COOKIE_BYTES)))
    fresh.replace(path)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
