"""From a source to what the built pack answers: words with break marks, pictures by digest."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from player.pack.contact import Contact, Place, Plan
from player.pack.content import FORMAT
from player.pack.item import Source
from player.pack.language import Words
from player.pack.library import LibraryEntry
from player.pack.lookup import Lookup, Tile, Traveller
from player.pack.topic import (
    Block,
    Bullets,
    Grid,
    Paragraph,
    Phrases,
    Section,
    Steps,
    Topic,
    TopicText,
    section_words,
)
from player.publish.built_content import BuiltMedium, built_medium, built_words, encode
from player.publish.lookup_source import LookupSource
from player.publish.subject import Tools


def compose_lookup(
    source: LookupSource,
    library: Sequence[LibraryEntry],
    media: Mapping[str, BuiltMedium],
    tools: Tools,
) -> Lookup:
    """Return what the built pack answers.

    Args:
        source: as read; topics without a text are left out.
        library: built already.
        media: path -> what the build made of it; a path that is missing stays unbuilt.
        tools: of the ``[publish]`` extra.
    """
    make = _Composer(media, tools)
    topics = (entry.topic() for entry in source.topics)
    return Lookup(
        format=FORMAT,
        tiles=[make.named(tile) for tile in source.home.tiles],
        travellers=[make.named(traveller) for traveller in source.home.travellers],
        contacts=[make.contact(entry.contact) for entry in source.contacts],
        plan=make.plan(source.plan) if source.plan else None,
        topics=[make.topic(topic) for topic in topics if topic is not None],
        library=library,
    )


def encode_lookup(lookup: Lookup) -> bytes:
    """Return ``lookup.json``; fields at their default are left to the reader's default."""
    document = lookup.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return encode({"format": lookup.format, **document})


_Named = TypeVar("_Named", Tile, Traveller, Contact, Place)


class _Composer:
    """Makes the parts of a lookup ready to be shown."""

    def __init__(self, media: Mapping[str, BuiltMedium], tools: Tools) -> None:
        self._media = media
        self._tools = tools

    def named(self, entry: _Named) -> _Named:
        return entry.model_copy(update={"name": self._words(entry.name)})

    def contact(self, contact: Contact) -> Contact:
        source = self._source(contact.source) if contact.source else None
        update = {"note": self._words(contact.note), "source": source}
        return self.named(contact).model_copy(update=update)

    def plan(self, plan: Plan) -> Plan:
        picture = built_medium(plan.picture, self._media, self._tools)
        places = [self.named(place) for place in plan.places]
        return plan.model_copy(update={"picture": picture, "places": places})

    def topic(self, topic: Topic) -> Topic:
        picture = topic.picture
        update = {
            "sources": [self._source(source) for source in topic.sources],
            "picture": built_medium(picture, self._media, self._tools) if picture else None,
            "text": {tag: self._text(text, tag) for tag, text in topic.text.items()},
        }
        return topic.model_copy(update=update)

    def _text(self, text: TopicText, tag: str) -> TopicText:
        words = (text.title, *(word for part in text.sections for word in section_words(part)))
        update = {
            "title": self._broken(text.title, tag),
            "sections": [self._section(section, tag) for section in text.sections],
            "questions": [self._broken(question, tag) for question in text.questions],
            "search": "\n".join(filter(None, (self._searched(word, tag) for word in words))),
            "sounds": self._sounds((text.title, *text.questions), tag),
        }
        return text.model_copy(update=update)

    def _sounds(self, texts: Sequence[str], tag: str) -> str:
        lines = [self._tools.pronounce(text, tag) for text in texts]
        return "\n".join(lines) if any(lines) else ""

    def _section(self, section: Section, tag: str) -> Section:
        update = {
            "heading": self._broken(section.heading, tag),
            "blocks": [self._block(block, tag) for block in section.blocks],
        }
        return section.model_copy(update=update)

    def _block(self, block: Block, tag: str) -> Block:
        def broken(text: str) -> str:
            return self._broken(text, tag)

        match block:
            case Paragraph(text=text):
                return block.model_copy(update={"text": broken(text)})
            case Steps(steps=steps):
                made = [step.model_copy(update={"text": broken(step.text)}) for step in steps]
                return block.model_copy(update={"steps": made})
            case Bullets(entries=entries):
                return block.model_copy(update={"entries": list(map(broken, entries))})
            case Grid(headings=headings, rows=rows):
                update = {
                    "headings": list(map(broken, headings)),
                    "rows": [list(map(broken, row)) for row in rows],
                }
                return block.model_copy(update=update)
            case Phrases(phrases=phrases):
                return block.model_copy(update={"phrases": list(map(broken, phrases))})
            case _:
                return block

    def _source(self, source: Source) -> Source:
        return source.model_copy(update={"authority": self._words(source.authority)})

    def _words(self, words: Words) -> Words:
        return built_words(words, self._tools)

    def _broken(self, text: str, tag: str) -> str:
        return self._tools.break_words(text, tag)[0]

    def _searched(self, text: str, tag: str) -> str:
        return self._tools.break_words(text, tag)[1]
