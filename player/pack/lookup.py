"""The root of what a pack answers: ``lookup.json`` of a built pack.

It is a file of its own because a screen without touch never reads it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from pydantic import Field, ValidationError

from player.config.naming import Identifier
from player.errors import PackFormatError
from player.pack.contact import Contact, Plan
from player.pack.content import MAX_ENTRIES, check_format, first_problem, parse_json
from player.pack.item import media_of
from player.pack.language import Words
from player.pack.library import ENTRIES, MOST_ENTRIES, DocumentEntry, LibraryEntry
from player.pack.media import BuiltFile
from player.pack.model import PackModel
from player.pack.signs import plain_object
from player.pack.topic import BLOCKS, Topic

LOOKUP: Final = "lookup.json"

MAX_LOOKUP_BYTES: Final = 50_000_000
"""A larger file is refused unread: 10,000 topics in five languages are about 40 MB."""

MOST_TILES: Final = 9
"""More do not fit a home page whose targets are a finger wide."""

EMERGENCY: Final = "emergency"
"""Id of the topic that the emergency button of every page opens."""

HELP: Final = "help"
"""Id of the tile whose topics the help button of every page offers."""

MOST_TRAVELLERS: Final = 6
MOST_CONTACTS: Final = 200


class Tile(PackModel):
    """A category of the home page."""

    id: Identifier
    icon: Identifier
    name: Words


class Traveller(PackModel):
    """A kind of traveller that a topic may answer differently, e.g. ``driver``."""

    id: Identifier
    name: Words


class Lookup(PackModel):
    """Everything a traveller may look up.

    Attributes:
        tiles: in the order of the home page.
        travellers: in the order they are offered.
        topics: in the order of their tile's list.
        library: what may be opened, in the order of the source's folders.
    """

    format: str = Field(pattern=r"^\d+\.\d+$")
    tiles: Sequence[Tile] = Field(default=(), max_length=MOST_TILES)
    travellers: Sequence[Traveller] = Field(default=(), max_length=MOST_TRAVELLERS)
    contacts: Sequence[Contact] = Field(default=(), max_length=MOST_CONTACTS)
    plan: Plan | None = None
    topics: Sequence[Topic] = Field(default=(), max_length=MAX_ENTRIES)
    library: Sequence[LibraryEntry] = Field(default=(), max_length=MOST_ENTRIES)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look up."""
        return not (self.topics or self.contacts or self.plan or self.library)

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """Topic id -> topic."""
        return {topic.id: topic for topic in self.topics}


def lookup_media(lookup: Lookup) -> Iterator[BuiltFile]:
    """Yield the built files a lookup needs: plan, pictures of topics, pages of documents."""
    for holder in (*filter(None, (lookup.plan,)), *lookup.topics):
        for _, medium in media_of(holder):
            yield from (file for file in medium.built() if file is not None)
    for entry in lookup.library:
        if isinstance(entry, DocumentEntry):
            for pages in entry.pages.values():
                yield from pages


def parse_lookup(raw: bytes) -> Lookup:
    """Read ``lookup.json``; blocks and library entries of a kind unknown here are left out.

    Signs that command the page instead of being read are taken out of every text.

    Args:
        raw: UTF-8 JSON, at most ``MAX_LOOKUP_BYTES``.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it; names the first field.
    """
    document = parse_json(raw, LOOKUP, _known_object, MAX_LOOKUP_BYTES)
    check_format(document.get("format"))
    if "library" in document:
        document["library"] = _known(document["library"], ENTRIES)
    try:
        lookup = Lookup.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{LOOKUP}: {first_problem(e)}") from e
    for entry in lookup.library:
        _check_built(entry)
    return lookup


def _known(entries: object, kinds: Collection[str]) -> object:
    """Return the objects of a list that are of a known kind, and whatever is none."""
    if not isinstance(entries, list):
        return entries
    return [
        entry for entry in entries if not isinstance(entry, dict) or str(entry.get("kind")) in kinds
    ]


def _check_built(entry: LibraryEntry) -> None:
    if not entry.text:
        raise PackFormatError(f"{LOOKUP}: library entry {entry.id} has no text")
    if isinstance(entry, DocumentEntry) and not entry.pages:
        raise PackFormatError(f"{LOOKUP}: library entry {entry.id} has no pages")


def _known_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = plain_object(pairs)
    if "blocks" in made:
        made["blocks"] = _known(made["blocks"], BLOCKS)
    return made
