"""The root of what a pack says: ``content.json`` of a built pack."""

import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Final

from pydantic import Field, StringConstraints, ValidationError

from player.errors import PackFormatError, PackVersionError
from player.pack.facts import LocalFacts
from player.pack.gate import Gate
from player.pack.item import KINDS, HoursBoard, Item, Table, media_of
from player.pack.language import PackLanguage
from player.pack.media import BuiltFile
from player.pack.model import PackModel
from player.pack.notice import LEVELS, Notice
from player.pack.notice_template import FIELD_KINDS, MAX_TEMPLATES, NoticeTemplate
from player.pack.occasion import OCCASION_KINDS, Occasion
from player.pack.playlist import Playlist
from player.pack.signs import plain_object
from player.pack.ticker import TickerLine

CONTENT: Final = "content.json"

FORMAT: Final = "1.0"
"""Format of packs this player writes; it reads every ``1.x``."""

MAX_BYTES: Final = 5_000_000
"""A larger file is refused unread."""

MAX_ENTRIES: Final = 10_000
"""Items of one pack, and playlists of one pack."""

MAX_NOTICES: Final = 100
MAX_LINES: Final = 60
"""Notices and ticker lines of one pack; more would be read by nobody."""

MAX_OCCASIONS: Final = 20


_KNOWN_ENTRIES: Final[tuple[tuple[str, str, Container[str]], ...]] = (
    ("items", "kind", KINDS),
    ("notices", "level", LEVELS),
    ("occasions", "kind", OCCASION_KINDS),
)
"""List, field and its values that this player knows; entries with others are left out."""

ObjectHook = Callable[[list[tuple[str, object]]], dict[str, object]]

PackId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$", max_length=128)]
"""Name of a pack: ``province/gate/channel``."""


class Content(PackModel):
    """Everything a pack says.

    Attributes:
        format: ``major.minor``.
        pack: name of the pack, ``province/gate/channel``.
        languages: in the order the gate wants them.
        occasions: hours in which festive and promotional things give way.
        ticker: lines that run along the foot, in the order wanted.
        local_facts: what the gate may say itself.
        notice_templates: beside the built-in ones, or in their place.
    """

    format: str = Field(pattern=r"^\d+\.\d+$")
    pack: PackId
    gate: Gate
    languages: Sequence[PackLanguage] = Field(min_length=1, max_length=40)
    items: Sequence[Item] = Field(max_length=MAX_ENTRIES)
    playlists: Sequence[Playlist] = Field(max_length=MAX_ENTRIES)
    notices: Sequence[Notice] = Field(default=(), max_length=MAX_NOTICES)
    ticker: Sequence[TickerLine] = Field(default=(), max_length=MAX_LINES)
    occasions: Sequence[Occasion] = Field(default=(), max_length=MAX_OCCASIONS)
    local_facts: LocalFacts = LocalFacts()
    notice_templates: Sequence[NoticeTemplate] = Field(default=(), max_length=MAX_TEMPLATES)

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """Item id -> item."""
        return {item.id: item for item in self.items}

    @cached_property
    def language_by_tag(self) -> Mapping[str, PackLanguage]:
        """Language tag -> what the pack says of it, in the pack's order."""
        return {language.tag: language for language in self.languages}


def item_media(item: Item) -> Iterator[BuiltFile]:
    """Yield the built files an item needs (none before the build)."""
    for _, medium in media_of(item):
        yield from (file for file in medium.built() if file is not None)


def check_format(found: object) -> None:
    """Refuse a major version this player does not know.

    Raises:
        PackVersionError: the major version differs.
        PackFormatError: ``found`` is no version.
    """
    if not isinstance(found, str) or found.count(".") != 1:
        raise PackFormatError(f"format: {found!r} is no version like {FORMAT}")
    if found.split(".")[0] != FORMAT.split(".")[0]:
        raise PackVersionError(found, FORMAT)


def parse_content(raw: bytes) -> Content:
    """Read ``content.json``.

    Items and occasions of a kind and notices of a level that are unknown here are left out, and so
    are templates of notices that ask for a kind of field nobody here knows.

    Signs that command the page instead of being read are taken out of every text.

    Args:
        raw: UTF-8 JSON, at most ``MAX_BYTES``.

    Raises:
        PackVersionError: of another major version.
        PackFormatError: anything else wrong with it; names the first field.
    """
    document = parse_json(raw, CONTENT, plain_object)
    check_format(document.get("format"))
    for name, field, known in _KNOWN_ENTRIES:
        entries = document.get(name)
        if isinstance(entries, list):
            document[name] = [
                entry
                for entry in entries
                if not isinstance(entry, dict) or str(entry.get(field)) in known
            ]
    templates = document.get("notice_templates")
    if isinstance(templates, list):
        document["notice_templates"] = [each for each in templates if _is_known(each)]
    try:
        content = Content.model_validate(document)
    except ValidationError as e:
        raise PackFormatError(f"{CONTENT}: {first_problem(e)}") from e
    for item in content.items:
        _check_built(item)
        if isinstance(item, HoursBoard) and content.gate.hours is None:
            raise PackFormatError(f"{CONTENT}: item {item.id} shows hours the gate does not have")
    return content


def _is_known(template: object) -> bool:
    """Say whether this player knows the rank of a template and all its kinds of fields."""
    if not isinstance(template, dict) or str(template.get("level")) not in LEVELS:
        return False
    fields = template.get("fields", [])
    return isinstance(fields, list) and all(
        isinstance(each, dict) and str(each.get("kind")) in FIELD_KINDS for each in fields
    )


def parse_json(
    raw: bytes, name: str, make: ObjectHook = dict, limit: int = MAX_BYTES
) -> dict[str, object]:
    """Return the JSON object in ``raw``.

    Args:
        raw: UTF-8.
        name: of the file, for the error.
        make: makes each object of its pairs.
        limit: bytes; a larger file is refused.

    Raises:
        PackFormatError: too large, not JSON, nested too deep, or not an object.
    """
    if len(raw) > limit:
        raise PackFormatError(f"{name}: {len(raw)} bytes are more than {limit}")
    try:
        document = json.loads(raw, object_pairs_hook=make)
    except (ValueError, RecursionError) as e:
        raise PackFormatError(f"{name}: not JSON ({e})") from e
    if not isinstance(document, dict):
        raise PackFormatError(f"{name}: not a JSON object")
    return document


def first_problem(error: ValidationError) -> str:
    """Return the first thing a model refused, as ``field: what is wrong``."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def _check_built(item: Item) -> None:
    if any(file is None for _, medium in media_of(item) for file in medium.built()):
        raise PackFormatError(f"{CONTENT}: item {item.id} names media that was never built")
    if not item.text or any(text.duration_s <= 0 for text in item.text.values()):
        raise PackFormatError(f"{CONTENT}: item {item.id} has a text without a duration")
    if isinstance(item, Table) and not item.is_whole:
        raise PackFormatError(f"{CONTENT}: item {item.id} is a table with cells missing")
