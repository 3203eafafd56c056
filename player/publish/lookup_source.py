"""What a pack answers, as read from a source: tiles, topics with texts, contacts, plan, library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, Literal

from pydantic import Field

from player.config.naming import Tag
from player.pack.contact import Contact, Plan
from player.pack.lookup import MOST_TILES, MOST_TRAVELLERS, Tile, Traveller
from player.pack.model import PackModel
from player.pack.topic import Entry, Topic, TopicFacts
from player.publish.codes import Code
from player.publish.document_reader import DocumentReader
from player.publish.finding import Finding
from player.publish.folder import LOOKUP_FILE, PLAN_FILE, TOPIC_FILE, read_text
from player.publish.library_source import SourceEntry, read_library
from player.publish.topic_body import Body, read_body


class Home(PackModel):
    """``lookup.toml``: the home page's tiles, and the travellers topics may tell apart."""

    tiles: Sequence[Tile] = Field(default=(), max_length=MOST_TILES)
    travellers: Sequence[Traveller] = Field(default=(), max_length=MOST_TRAVELLERS)


class TextRemarks(PackModel):
    """What ``topic.toml`` says of a text; its words stand beside it, in a file of their own.

    Attributes:
        questions: how travellers ask for it, synonyms included.
        review: whether a competent reader of this language has approved it, and who.
        of: stamp of the reference text this one was translated from.
    """

    questions: Sequence[Entry] = Field(default=(), max_length=60)
    review: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    of: str = Field(default="", max_length=40)


class TopicHead(TopicFacts):
    """``topic.toml``."""

    text: Mapping[Tag, TextRemarks] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class SourceTopic:
    """One folder of ``topics/``.

    Attributes:
        file: relative path of its ``topic.toml``.
        head: what that says, with stand-ins for what was faulty.
        bodies: language -> its text, for each file that could be read and is named in ``head``.
    """

    file: str
    head: TopicHead
    bodies: Mapping[str, Body]

    @property
    def folder(self) -> str:
        """Relative path of its folder."""
        return str(PurePosixPath(self.file).parent)

    def body_file(self, language: str) -> str:
        """Return the relative path of a text."""
        return f"{self.folder}/{language}.md"

    def topic(self) -> Topic | None:
        """Return the topic in the languages that have a text; None when none has."""
        texts = {
            tag: {
                "title": body.title or "?",
                "sections": body.sections,
                **self.head.text[tag].model_dump(),
            }
            for tag, body in self.bodies.items()
        }
        return Topic.model_validate({**dict(self.head), "text": texts}) if texts else None


@dataclass(frozen=True, slots=True)
class SourceContact:
    """One file of ``contacts/``."""

    file: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class LookupSource:
    """Everything a source answers; all empty for a pack without lookup.

    Attributes:
        topics, library: in the order of their folders.
    """

    home: Home
    topics: tuple[SourceTopic, ...]
    contacts: tuple[SourceContact, ...]
    plan: Plan | None
    library: tuple[SourceEntry, ...] = ()


def read_lookup(reader: DocumentReader) -> LookupSource:
    """Read tiles, topics, contacts, plan and library; whatever is wrong becomes findings."""
    others = reader.folder.others
    home = reader.read(LOOKUP_FILE, Home) if LOOKUP_FILE in others else None
    plan = reader.read(PLAN_FILE, Plan) if PLAN_FILE in others else None
    topics = (
        _read_topic(reader, folder, bodies) for folder, bodies in reader.folder.topics().items()
    )
    contacts = ((file, reader.read(file, Contact)) for file in reader.folder.contacts())
    return LookupSource(
        home or Home(),
        tuple(topic for topic in topics if topic is not None),
        tuple(SourceContact(file, contact) for file, contact in contacts if contact is not None),
        plan,
        read_library(reader),
    )


def _read_topic(
    reader: DocumentReader, folder: str, files: Mapping[str, str]
) -> SourceTopic | None:
    file = f"{folder}/{TOPIC_FILE}"
    head = reader.read(file, TopicHead)
    if head is None:
        return None
    bodies: dict[str, Body] = {}
    for tag, name in files.items():
        if tag not in head.text:
            values = {"tag": tag}
            reader.findings.append(Finding(name, Code.BODY_UNNAMED, "", tag, values))
            continue
        text, findings = read_text(reader.folder, name)
        reader.findings += findings
        if text is None:
            continue
        reader.documents[name] = {"text": {tag: text}}
        bodies[tag] = body = read_body(text)
        reader.findings += (
            Finding(name, fault.code, "", tag, fault.values) for fault in body.faults
        )
    for tag in head.text.keys() - files.keys():
        values = {"tag": tag, "file": f"{tag}.md"}
        reader.findings.append(Finding(file, Code.BODY_MISSING, f"text.{tag}", tag, values))
    return SourceTopic(file, head, bodies)


NO_LOOKUP: Final = LookupSource(Home(), (), (), None)
