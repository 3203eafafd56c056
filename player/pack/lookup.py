"""The root of what a pack answers: ``lookup.json`` of a built pack.

It is a file of its own because a screen without touch never reads it.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from pydantic import Field, ValidationError

from player.config.naming import Identifier
from player.errors import PackFormatError
from player.pack.contact import Contact, Plan
from player.pack.content import MAX_ENTRIES, check_format, first_problem, parse_json
from player.pack.language import Words
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
    """

    format: str = Field(pattern=r"^\d+\.\d+$")
    tiles: Sequence[Tile] = Field(default=(), max_length=MOST_TILES)
    travellers: Sequence[Traveller] = Field(default=(), max_length=MOST_TRAVELLERS)
    contacts: Sequence[Contact] = Field(default=(), max_length=MOST_CONTACTS)
    plan: Plan | None = None
    topics: Sequence[Topic] = Field(default=(), max_length=MAX_ENTRIES)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look up."""
        return not (self.topics or self.contacts or self.plan)

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """Topic id -> topic."""
        return {topic.id: topic for topic in self.topics}


def parse_lookup(raw: bytes) -> Lookup:
    """Read ``lookup.json``; blocks of a kind unknown here are left out.

    Signs that command the page instead of being read are taken out of every text.

    Args:
        raw: UTF-8 JSON, at most ``MAX_LOOKUP_BYTES``.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it; names the first field.
    """
    document = parse_json(raw, LOOKUP, _known_object, MAX_LOOKUP_BYTES)
    check_format(document.get("format"))
    try:
        return Lookup.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{LOOKUP}: {first_problem(e)}") from e


def _known_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = plain_object(pairs)
    blocks = made.get("blocks")
    if isinstance(blocks, list):
        made["blocks"] = [
            block
            for block in blocks
            if not isinstance(block, dict) or str(block.get("kind")) in BLOCKS
        ]
    return made
