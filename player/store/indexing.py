"""The search index of a pack: when it is made. How, is for whoever searches.

It is a cache. A pack without one is as good: then it is made in memory where it is needed, which
takes its time at every start.
"""

import logging
from pathlib import Path
from typing import Protocol

from player.errors import PlayerError
from player.store.layout import Home
from player.store.reader import StoredPack, open_placed

logger = logging.getLogger(__name__)


class IndexBuilder(Protocol):
    """Makes indexes; handed in by ``main``, for those who bring packs do not know how."""

    def is_current(self, path: Path) -> bool:
        """Whether ``path`` is an index as they are made now; reads no more than a few bytes."""

    def build(self, pack: StoredPack, path: Path) -> None:
        """Write the index of ``pack`` to ``path``, durably, or leave ``path`` as it was.

        Raises:
            PlayerError: the pack or the disk refused.
        """


class Indexing:
    """Sees to it that packs have their index; each is tried once.

    Args:
        builder: None: no indexes are made.
    """

    def __init__(self, builder: IndexBuilder | None = None) -> None:
        self._builder = builder
        self._tried: set[str] = set()

    def bring(self, home: Home, pack: str) -> None:
        """Make the index of the pack of that digest, unless it is there; never raises.

        The caller holds the store. What fails is logged, once, and stops nothing.
        """
        if self._builder is None or pack in self._tried:
            return
        self._tried.add(pack)
        path = home.index(pack)
        if self._builder.is_current(path):
            return
        try:
            self._builder.build(open_placed(pack, home), path)
        except (OSError, PlayerError) as e:
            logger.warning("no search index", extra={"pack": pack, "reason": str(e)})
