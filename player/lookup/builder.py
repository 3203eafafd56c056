"""The index of a pack that lies in a store, for whoever brings packs."""

from pathlib import Path

from player.lookup.index import build_file, is_current
from player.pack.content import FORMAT
from player.pack.lookup import LOOKUP, Lookup, parse_lookup
from player.pack.recall import lookup_without
from player.store.reader import StoredPack


class PackIndex:
    """Makes the index of a pack (``store.indexing.IndexBuilder``)."""

    def is_current(self, path: Path) -> bool:
        """Whether ``path`` is an index as they are made now, by its first bytes."""
        return is_current(path)

    def build(self, pack: StoredPack, path: Path) -> None:
        """Write the index of ``pack`` to ``path``, durably, or leave ``path`` as it was.

        Raises:
            PackError: what the pack answers cannot be read.
            PlaybackError: it is damaged.
            StoreError: the disk refused.
        """
        build_file(path, read_lookup(pack), pack.content.languages)


def read_lookup(pack: StoredPack) -> Lookup:
    """Return what ``pack`` answers, without what is recalled; empty when it answers nothing.

    Raises:
        PackError: it does not say what it must say.
        PlaybackError: it is missing, unreadable or damaged.
    """
    sha256 = pack.manifest.digest_of(LOOKUP)
    if sha256 is None:
        return Lookup(format=FORMAT)
    return lookup_without(parse_lookup(pack.file(sha256).read_bytes()), pack.recalled)
