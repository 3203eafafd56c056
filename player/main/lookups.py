"""What a stored pack answers, read from its disk."""

import logging

from player.errors import PackError, PlaybackError
from player.pack.lookup import LOOKUP, Lookup, parse_lookup
from player.store.reader import StoredPack

logger = logging.getLogger(__name__)


def read_lookup(pack: StoredPack) -> Lookup | None:
    """Return what ``pack`` answers; None: nothing, or its file is missing or damaged."""
    digest = pack.manifest.digest_of(LOOKUP)
    if digest is None:
        return None
    try:
        lookup = parse_lookup(pack.file(digest).read_bytes())
    except (OSError, PackError, PlaybackError) as e:
        logger.warning("the lookup cannot be read", extra={"pack": pack.sha256, "why": str(e)})
        return None
    return None if lookup.is_empty else lookup
