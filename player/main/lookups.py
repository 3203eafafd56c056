"""What a stored pack answers, read from its disk."""

import logging

from player.errors import PackError, PlaybackError
from player.lookup.builder import read_lookup
from player.pack.lookup import Lookup
from player.store.reader import StoredPack

logger = logging.getLogger(__name__)


def lookup_or_none(pack: StoredPack) -> Lookup | None:
    """Return what ``pack`` answers; None: nothing, or its file is missing or damaged."""
    try:
        lookup = read_lookup(pack)
    except (OSError, PackError, PlaybackError) as e:
        logger.warning("the lookup cannot be read", extra={"pack": pack.sha256, "why": str(e)})
        return None
    return None if lookup.is_empty else lookup
