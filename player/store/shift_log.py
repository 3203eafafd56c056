"""The shift log: what gate staff did on this screen, when and who; one line of JSON each.

Appended durably and read as if any line might be torn: a power cut costs the line being written.
"""

import json
import logging
import os
from datetime import datetime
from io import RawIOBase
from typing import Final

from pydantic import ValidationError

from player.store.durable import make_folder, sync_folder, write_file
from player.store.layout import Home
from player.store.opening import check_plain, open_below
from player.store.records import Record

logger = logging.getLogger(__name__)

_FLAGS: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK

MOST_BYTES: Final = 2_000_000
"""Some ten thousand deeds; then the older half goes."""


class Deed(Record):
    """One deed.

    Attributes:
        at: by the clock of this machine.
        order: id of the order; empty: nobody ordered it.
        by, role: who did it; empty: nobody, it was over by itself.
        deed: code of what was done; see ``stage/gate/obey.Deed``, and ``over``, ``refused``.
        what: id of what it was done to.
        title: the same in words, in Vietnamese.
        until: until when it holds.
        why: code of why it was refused.
    """

    at: datetime
    order: str = ""
    by: str = ""
    role: str = ""
    deed: str
    what: str = ""
    title: str = ""
    until: datetime | None = None
    why: str = ""


def note(home: Home, deed: Deed) -> None:
    """Append ``deed``, durably.

    Raises:
        OSError: the disk refused.
    """
    path = home.shift_log
    make_folder(path.parent)
    is_new = not path.exists()
    line = json.dumps(deed.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
    with os.fdopen(os.open(path, _FLAGS, 0o644), "r+b", buffering=0) as file:
        check_plain(file.fileno(), path)
        size = _append(file, f"{line}\n".encode())
    if is_new:
        sync_folder(path.parent)
    if size > MOST_BYTES:
        _halve(home)


def read(home: Home, most: int = 1000) -> list[Deed]:
    """Return the latest deeds, the earliest first."""
    try:
        with open_below(home.state, home.shift_log.name) as file:
            # From the end: a disk that refuses to halve it lets it grow.
            file.seek(max(0, file.seek(0, os.SEEK_END) - MOST_BYTES))
            lines = file.read(2 * MOST_BYTES).splitlines()
    except OSError:
        return []
    return [deed for line in lines[-most:] if (deed := _deed(line)) is not None]


def _append(file: RawIOBase, line: bytes) -> int:
    """Add ``line``, durably, and never to one that was torn; return how long all is now."""
    size = file.seek(0, os.SEEK_END)
    if size and os.pread(file.fileno(), 1, size - 1) != b"\n":
        line = b"\n" + line
    left = memoryview(line)
    while left:  # a disk that is all but full takes a part, and refuses the next
        left = left[file.write(left) or 0 :]
    os.fsync(file.fileno())
    return size + len(line)


def _deed(line: bytes) -> Deed | None:
    try:
        return Deed.model_validate_json(line)
    except ValidationError as e:
        logger.debug("a line of the shift log cannot be read", extra={"why": str(e)})
        return None


def _halve(home: Home) -> None:
    lines = home.shift_log.read_bytes().splitlines(keepends=True)
    write_file(home.shift_log, b"".join(lines[len(lines) // 2 :]))
