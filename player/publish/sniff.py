"""What a file is by its first bytes, whatever its name says."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from player.pack.file_kind import HEAD_BYTES, UNKNOWN, kind_of

_BY_SUFFIX: Final[Mapping[str, str]] = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
}
PICTURE_TYPES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})


def sniff(path: Path) -> str:
    """Return the media type of a file by its bytes; ``UNKNOWN`` when they tell nothing."""
    with path.open("rb") as file:
        return kind_of(file.read(HEAD_BYTES))


def type_of_name(path: Path) -> str:
    """Return the media type a file's name promises; ``UNKNOWN`` when a pack has none such."""
    return _BY_SUFFIX.get(path.suffix.casefold(), UNKNOWN)


def digest(path: Path) -> str:
    """Return the sha256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
