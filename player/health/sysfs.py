"""Small files of the kernel, read as if any might be missing, refused or torn.

Every answer that cannot be had is None: what nobody measured is never shown as nought.
"""

from pathlib import Path
from typing import Final

MOST_BYTES: Final = 65_536


def text_of(path: Path) -> str | None:
    """Return what a file says, without blanks around it; None: it says nothing."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8", "replace").strip() or None
    except OSError:
        # A sensor of a device that sleeps answers EAGAIN, ENXIO or EIO.
        return None


def number_of(path: Path) -> int | None:
    """Return the number a file says, decimal or as ``0x``; None: it says none."""
    text = text_of(path)
    return None if text is None else number_in(text)


def number_in(text: str) -> int | None:
    """Return the number that ``text`` is; None: it is none."""
    try:
        return int(text, 0 if text.lower().startswith("0x") else 10)
    except ValueError:
        return None


def entries(folder: Path, pattern: str) -> list[Path]:
    """Return what lies in ``folder`` by a pattern, sorted; nothing where it cannot be read."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []
