"""Checks of the pack as a whole: it stays within what a player accepts."""

from collections.abc import Iterator

from player.pack.content import (
    MAX_BYTES,
    MAX_ENTRIES,
    MAX_LINES,
    MAX_NOTICES,
    MAX_OCCASIONS,
    Content,
)
from player.pack.library import MOST_ENTRIES
from player.pack.lookup import MAX_LOOKUP_BYTES, MOST_CONTACTS, Lookup
from player.pack.manifest import MAX_TOTAL_BYTES
from player.pack.notice_template import MAX_TEMPLATES
from player.publish.built_content import encode_content
from player.publish.built_lookup import encode_lookup
from player.publish.check_media import used_media
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.folder import (
    CONTACTS,
    LIBRARY,
    NOTICE_TEMPLATES,
    NOTICES_FILE,
    OCCASIONS_FILE,
    PLAYLISTS_FILE,
    SLIDES,
    TICKER_FILE,
    TOPICS,
)
from player.publish.subject import Subject


def check_counts(subject: Subject) -> Iterator[Finding]:
    """Find a pack of more items, topics or entries of a list than a player takes."""
    source = subject.source
    counts = {
        SLIDES: (len(source.items), MAX_ENTRIES),
        PLAYLISTS_FILE: (len(source.playlists), MAX_ENTRIES),
        NOTICES_FILE: (len(source.notices), MAX_NOTICES),
        NOTICE_TEMPLATES: (len(source.templates), MAX_TEMPLATES),
        TICKER_FILE: (len(source.ticker), MAX_LINES),
        OCCASIONS_FILE: (len(source.occasions), MAX_OCCASIONS),
        TOPICS: (len(source.lookup.topics), MAX_ENTRIES),
        CONTACTS: (len(source.lookup.contacts), MOST_CONTACTS),
        LIBRARY: (len(source.lookup.library), MOST_ENTRIES),
    }
    for file, (count, limit) in counts.items():
        if count > limit:
            values = {"count": str(count), "limit": str(limit)}
            yield Finding(file, Code.ITEMS_TOO_MANY, values=values)


def check_weight(subject: Subject) -> Iterator[Finding]:
    """Find a pack whose files weigh more than a player stores."""
    media = subject.source.folder.media
    used = used_media(subject.source).keys() & media.keys()
    total = sum(media[path].stat().st_size for path in used)
    documents = [each for e in subject.source.lookup.library for each in e.documents.values()]
    names = [name for document in documents for name in document.files]
    total += sum(subject.source.folder.others[name].stat().st_size for name in names)
    if total > MAX_TOTAL_BYTES:
        limit = f"{MAX_TOTAL_BYTES / 1e9:.1f}"
        yield Finding(
            "", Code.PACK_TOO_LARGE, values={"size": f"{total / 1e9:.1f}", "limit": limit}
        )


def check_content_size(content: Content) -> Iterator[Finding]:
    """Find words that together are more than a player reads."""
    size = len(encode_content(content))
    yield from _judge_size("", size, MAX_BYTES)


def check_lookup_size(lookup: Lookup) -> Iterator[Finding]:
    """Find topics that together are more than a player reads."""
    yield from _judge_size(TOPICS, len(encode_lookup(lookup)), MAX_LOOKUP_BYTES)


def _judge_size(file: str, size: int, limit: int) -> Iterator[Finding]:
    if size > limit:
        values = {"size": f"{size / 1e6:.1f}", "limit": f"{limit / 1e6:.1f}"}
        yield Finding(file, Code.CONTENT_TOO_LARGE, values=values)
