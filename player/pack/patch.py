"""Patches between two versions of a manifest: what is alike is named, what is new is said.

A manifest of ten thousand files is 1.4 MB, and of a change of one file all but a line of it is
known already. Nothing is trusted because of a patch: what comes out is compared with what is
signed.
"""

import json
from difflib import SequenceMatcher
from typing import Final

from player.errors import PackFormatError

_BETWEEN: Final = b"},"
"""Where one file's entry ends and the next begins."""

MAX_PARTS: Final = 100_000


def patch_name(path: str, old: str) -> str:
    """Return where the patch lies that makes the file at ``path`` of the one of digest ``old``."""
    return f"{path}.from-{old}"


def make_patch(old: bytes, new: bytes) -> bytes:
    """Return what makes ``new`` out of ``old``; both UTF-8."""
    before, after = _entries(old), _entries(new)
    ends = _ends(before)
    parts: list[tuple[int, int] | str] = []
    for tag, i, j, k, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append((ends[i], ends[j]))
        elif end > k:
            parts.append(b"".join(after[k:end]).decode())
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def apply_patch(old: bytes, patch: bytes, limit_bytes: int) -> bytes:
    """Return what ``patch`` makes of ``old``.

    Args:
        old: what it was made from; from anything else comes nothing of use.
        patch: from anybody.
        limit_bytes: more than this is not made.

    Raises:
        PackFormatError: it is no patch, or makes too much.
    """
    try:
        parts = json.loads(patch)
    except (ValueError, RecursionError) as e:
        raise PackFormatError("no patch of a manifest") from e
    if not isinstance(parts, list) or len(parts) > MAX_PARTS:
        raise PackFormatError("no patch of a manifest")
    made = bytearray()
    for part in parts:
        made += _part(old, part)
        if len(made) > limit_bytes:
            raise PackFormatError(f"a patch that makes more than {limit_bytes} bytes")
    return bytes(made)


def _part(old: bytes, part: object) -> bytes:
    match part:
        case str():
            return part.encode("utf-8", "replace")
        case [int() as start, int() as end] if 0 <= start <= end <= len(old):
            return old[start:end]
        case _:
            raise PackFormatError("no patch of a manifest")


def _entries(raw: bytes) -> list[bytes]:
    *entries, last = raw.split(_BETWEEN)
    return [*(entry + _BETWEEN for entry in entries), last]


def _ends(entries: list[bytes]) -> list[int]:
    """Return where each entry begins, and where the last one ends."""
    ends = [0]
    for entry in entries:
        ends.append(ends[-1] + len(entry))
    return ends
