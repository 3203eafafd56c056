"""The inbox: orders of gate staff that show has not taken yet, one file each.

Whoever gives an order writes it here, durably and under a name of its own; show alone removes it,
once what it changes is written.
"""

import logging
from collections.abc import Collection, Iterator
from datetime import UTC
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from player.store.durable import UNFINISHED, make_folder, sync_folder, write_file
from player.store.gate_orders import AnyOrder
from player.store.layout import Home
from player.store.opening import open_below

logger = logging.getLogger(__name__)

SUFFIX: Final = ".json"
MAX_BYTES: Final = 200_000
MOST: Final = 200
"""Orders read at a time; whoever fills a disk with them does not fill the memory."""

_ORDER: Final = TypeAdapter[AnyOrder](AnyOrder)


def give(home: Home, order: AnyOrder) -> Path:
    """Put ``order`` into the inbox; return its file, which is gone once show has taken it.

    Raises:
        OSError: the disk refused.
    """
    make_folder(home.inbox)
    # In UTC: names sort by when orders were given, whatever zone whoever gave them counts in.
    path = home.inbox / f"{order.at.astimezone(UTC):%Y%m%dT%H%M%S%f}-{order.id}{SUFFIX}"
    write_file(path, order.model_dump_json(by_alias=True).encode())
    return path


def waiting(
    home: Home, but: Collection[str] = frozenset()
) -> Iterator[tuple[Path, AnyOrder | None]]:
    """Yield the orders that wait, the earliest first; None: a file that is no order.

    Args:
        home: of the screen.
        but: names of files that are not looked at.
    """
    try:
        names = sorted(path.name for path in home.inbox.iterdir())
    except OSError:
        return
    orders = [
        name
        for name in names
        if name.endswith(SUFFIX) and not name.startswith(UNFINISHED) and name not in but
    ]
    for name in orders[:MOST]:
        yield home.inbox / name, _read(home, name)


def remove(path: Path) -> None:
    """Take an order out of the inbox, durably.

    Raises:
        OSError: the disk refused.
    """
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def _read(home: Home, name: str) -> AnyOrder | None:
    try:
        with open_below(home.inbox, name) as file:
            return _ORDER.validate_json(file.read(MAX_BYTES))
    except (OSError, ValidationError) as e:
        logger.warning("a file in the inbox is no order", extra={"file": name, "why": str(e)})
        return None
