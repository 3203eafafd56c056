"""Searching a pack that lies in a store: its index, or one made in memory where that is no use."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from player.errors import StoreCorruptError
from player.lookup.index import in_memory, open_file
from player.lookup.search import Search
from player.pack.language import PackLanguage
from player.pack.lookup import Lookup

logger = logging.getLogger(__name__)


def open_search(lookup: Lookup, languages: Sequence[PackLanguage], path: Path) -> Search:
    """Return a search of a pack that works whatever became of its index.

    Args:
        lookup: what the pack answers.
        languages: as the pack has them.
        path: where its index should be.
    """
    make = partial(in_memory, lookup, languages)
    try:
        return Search(open_file(path), path, rebuild=make)
    except StoreCorruptError as e:
        # A pack of the program itself has none, and needs none: it is small.
        logger.info("index made in memory", extra={"reason": str(e)})
        return Search(make())
