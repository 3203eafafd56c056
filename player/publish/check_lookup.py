"""Checks of the lookup: whatever is named exists, and every language says the same things."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, assert_never

from player.pack.icons import ICONS
from player.pack.language import REFERENCE
from player.pack.topic import (
    Block,
    Bullets,
    ContactCards,
    Grid,
    Paragraph,
    Phrases,
    PlanView,
    Section,
    Steps,
    TodaysHours,
)
from player.publish.check_texts import SAME_FROM_SIGNS
from player.publish.codes import Code
from player.publish.complaint import suggest
from player.publish.finding import Finding
from player.publish.folder import LOOKUP_FILE, PLAN_FILE
from player.publish.lookup_source import LookupSource, SourceTopic
from player.publish.subject import Subject
from player.publish.topic_body import Body

MAX_TOPIC_WORDS: Final = 260
"""About a minute and a half of reading, standing, in a second language (domain: 184 a minute)."""

FEWEST_TILES: Final = 6


def check_home(subject: Subject) -> Iterator[Finding]:
    """Find a home page of too few tiles, and tiles that lead nowhere."""
    lookup = subject.source.lookup
    if _lacks_base(subject):
        return  # the topics may well be there
    tiles = [tile.id for tile in lookup.home.tiles]
    if tiles and len(tiles) < FEWEST_TILES:
        yield Finding(LOOKUP_FILE, Code.TILES_FEW, "tiles", values={"count": str(len(tiles))})
    used = {topic.head.tile for topic in lookup.topics}
    for position, tile in enumerate(tiles):
        if tile not in used:
            yield Finding(
                LOOKUP_FILE, Code.TILE_EMPTY, f"tiles[{position}].id", values={"value": tile}
            )


def check_names(subject: Subject) -> Iterator[Finding]:
    """Find tiles, topics, places, contacts and lanes that are named and do not exist."""
    lookup = subject.source.lookup
    if _lacks_base(subject):
        return  # what is named may well be there
    known = _Known(subject)
    for topic in lookup.topics:
        yield from known.judge(topic.file, Code.TILE_UNKNOWN, "tile", [topic.head.tile])
        for position, other in enumerate(topic.head.related):
            yield from known.judge(topic.file, Code.TOPIC_UNKNOWN, f"related[{position}]", [other])
        for tag, body in _leading(topic):
            for line, section in zip(body.lines, body.sections, strict=True):
                yield from known.judge_section(topic.body_file(tag), tag, line, section)
    for entry in lookup.contacts:
        if entry.contact.place is not None:
            yield from known.judge(entry.file, Code.PLACE_UNKNOWN, "place", [entry.contact.place])


def check_shown_facts(subject: Subject) -> Iterator[Finding]:
    """Find topics that show opening hours or a plan the gate has not."""
    source = subject.source
    has_hours = source.header is None or source.header.gate.hours is not None
    for topic in source.lookup.topics:
        for tag, body in _leading(topic):
            blocks = [block for section in body.sections for block in section.blocks]
            if not has_hours and any(isinstance(block, TodaysHours) for block in blocks):
                yield Finding(topic.body_file(tag), Code.HOURS_MISSING, "", tag)
            if source.lookup.plan is None and any(isinstance(block, PlanView) for block in blocks):
                yield Finding(topic.body_file(tag), Code.PLAN_MISSING, "", tag)


def check_contacts(subject: Subject) -> Iterator[Finding]:
    """Find contacts that do not say how they are reached."""
    for entry in subject.source.lookup.contacts:
        contact = entry.contact
        if not contact.phones and contact.place is None and not contact.note:
            yield Finding(entry.file, Code.CONTACT_SILENT)


def check_icons(subject: Subject) -> Iterator[Finding]:
    """Find icons nobody has drawn."""
    for file, field, icon in _icons(subject.source.lookup):
        if icon not in ICONS:
            close = suggest(icon, sorted(ICONS))
            values = {"value": icon, "choices": close or ", ".join(sorted(ICONS))}
            yield Finding(file, Code.ICON_UNKNOWN, field, values=values)


def check_parts(subject: Subject) -> Iterator[Finding]:
    """Find texts that are not built like the reference text: something is missing or added."""
    for topic in subject.source.lookup.topics:
        reference = topic.bodies.get(REFERENCE)
        if reference is None or reference.faults:
            continue
        for tag, body in topic.bodies.items():
            values = None if body.faults else _first_difference(body, reference)
            if values is not None:
                yield Finding(topic.body_file(tag), Code.BODY_DIFFERS, "", tag, values)


def check_topic_texts(subject: Subject) -> Iterator[Finding]:
    """Find topics nobody asks for, too long ones, and copies of the reference text."""
    for topic in subject.source.lookup.topics:
        for tag, body in topic.bodies.items():
            if not topic.head.text[tag].questions:
                yield Finding(topic.file, Code.TOPIC_UNASKED, f"text.{tag}.questions", tag)
            words = list(body.words())
            count = subject.tools.count_words("\n".join(words))
            if count > MAX_TOPIC_WORDS:
                values = {"count": str(count), "limit": str(MAX_TOPIC_WORDS)}
                yield Finding(topic.body_file(tag), Code.TOPIC_WORDY, "", tag, values)
            if tag != REFERENCE and _is_copy(words, topic):
                yield Finding(topic.body_file(tag), Code.TRANSLATION_SAME, "", tag)


def _lacks_base(subject: Subject) -> bool:
    """Whether the folder the source stands on is not there; that alone is told."""
    header = subject.source.header
    return header is not None and header.base != subject.source.folder.base


class _Known:
    """What may be named, and the complaint about what may not."""

    def __init__(self, subject: Subject) -> None:
        lookup, header = subject.source.lookup, subject.source.header
        hours = header.gate.hours if header else None
        self._ids = {
            Code.TILE_UNKNOWN: [tile.id for tile in lookup.home.tiles],
            Code.TOPIC_UNKNOWN: [topic.head.id for topic in lookup.topics],
            Code.TRAVELLER_UNKNOWN: [each.id for each in lookup.home.travellers],
            Code.PLACE_UNKNOWN: [place.id for place in lookup.plan.places] if lookup.plan else [],
            Code.CONTACT_UNKNOWN: [entry.contact.id for entry in lookup.contacts],
            Code.LANE_UNKNOWN: [lane.id for lane in hours.lanes] if hours else [],
        }

    def judge(
        self,
        file: str,
        code: Code,
        field: str,
        named: Sequence[str],
        language: str = "",
        **values: str,
    ) -> Iterator[Finding]:
        """Yield a finding for each name that is not known."""
        for name in named:
            if name not in self._ids[code]:
                choices = ", ".join(self._ids[code]) or "–"
                told = {"value": name, "choices": choices, **values}
                yield Finding(file, code, field, language, told)

    def judge_section(self, file: str, tag: str, line: int, section: Section) -> Iterator[Finding]:
        """Yield a finding for each name in a section that is not known."""
        travellers = section.travellers
        yield from self.judge(file, Code.TRAVELLER_UNKNOWN, "", travellers, tag, line=str(line))
        for block in section.blocks:
            match block:
                case Steps(steps=steps):
                    places = [step.place for step in steps if step.place is not None]
                    yield from self.judge(file, Code.PLACE_UNKNOWN, "", places, tag)
                case PlanView(places=places):
                    yield from self.judge(file, Code.PLACE_UNKNOWN, "", places, tag)
                case ContactCards(contacts=contacts):
                    yield from self.judge(file, Code.CONTACT_UNKNOWN, "", contacts, tag)
                case TodaysHours(lanes=lanes):
                    yield from self.judge(file, Code.LANE_UNKNOWN, "", lanes, tag)


def _icons(lookup: LookupSource) -> Iterator[tuple[str, str, str]]:
    """Yield (file, field, icon) of everything that has one."""
    for position, tile in enumerate(lookup.home.tiles):
        yield LOOKUP_FILE, f"tiles[{position}].icon", tile.icon
    for position, place in enumerate(lookup.plan.places if lookup.plan else ()):
        yield PLAN_FILE, f"places[{position}].icon", place.icon
    for topic in lookup.topics:
        yield topic.file, "icon", topic.head.icon
    for entry in lookup.contacts:
        yield entry.file, "icon", entry.contact.icon
    for kept in lookup.library:
        yield kept.file, "icon", kept.entry.icon


def _leading(topic: SourceTopic) -> Iterator[tuple[str, Body]]:
    """Yield the text the others must be built like: a wrong name in all of them is told once."""
    if REFERENCE in topic.bodies:
        yield REFERENCE, topic.bodies[REFERENCE]
    else:
        yield from topic.bodies.items()


def _first_difference(body: Body, reference: Body) -> dict[str, str] | None:
    if len(body.sections) != len(reference.sections):
        return {
            "place": "##",
            "found": str(len(body.sections) - 1),
            "wanted": str(len(reference.sections) - 1),
        }
    for section, wanted in zip(body.sections, reference.sections, strict=True):
        pairs = [(_marks(section), _marks(wanted))]
        pairs += zip_longest(map(_shape, section.blocks), map(_shape, wanted.blocks), fillvalue="–")
        for found, expected in pairs:
            if found != expected:
                place = section.heading or body.title
                return {"place": place, "found": found, "wanted": expected}
    return None


def _marks(section: Section) -> str:
    return " ".join(f".{traveller}" for traveller in section.travellers) or "–"


def _shape(block: Block) -> str:
    """Return what must be alike in every language, as it is written."""
    match block:
        case Steps(steps=steps):
            places = (f"{{{step.place}}}" for step in steps if step.place is not None)
            shape = " ".join((f"{len(steps)} × 1.", *places))
        case Bullets(entries=entries):
            shape = f"{len(entries)} × -"
        case Grid(headings=headings, rows=rows):
            shape = f"{len(rows)} × {len(headings)} |"
        case Phrases(phrases=phrases):
            shape = f"{len(phrases)} × >"
        case TodaysHours(lanes=ids) | ContactCards(contacts=ids) | PlanView(places=ids):
            shape = f"{{{block.kind}: {' '.join(ids)}}}"
        case Paragraph():
            shape = "…"
        case _:
            assert_never(block)
    return shape


def _is_copy(words: Sequence[str], topic: SourceTopic) -> bool:
    reference = topic.bodies.get(REFERENCE)
    text = "\n".join(words)
    return (
        reference is not None
        and len(text) >= SAME_FROM_SIGNS
        and text == "\n".join(reference.words())
    )
