"""The lines of a topic: its blocks in one language, worked out for this screen and instant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, assert_never

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.contact import Contact, Place
from player.pack.language import REFERENCE
from player.pack.lookup import Lookup
from player.pack.media import Picture
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
    Topic,
    TopicText,
)
from player.stage.compose import Composer
from player.stage.scene import HoursRow
from player.stage.session.page import Line

LEAST_WEIGHT: Final = 4.0
"""Letters that the narrowest column of a table gets room for."""


@dataclass(frozen=True, slots=True)
class AskedLanes:
    """Of which lanes and activities a board speaks; see ``HoursWriter.board``."""

    lanes: Sequence[str] = ()
    activities: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TodaysBoard:
    """Lanes as lines, whose clocks their times are, and when they are worded anew."""

    lines: tuple[Line, ...]
    clocks: tuple[str, ...]
    fresh_until: datetime | None


@dataclass(frozen=True)
class LineWriter:
    """Writes lines of one pack for one screen.

    Attributes:
        lookup: what the pack answers.
        composer: of that pack.
        here: place of this screen on the plan; "": nobody has said.
    """

    lookup: Lookup
    composer: Composer
    here: str = ""

    def say(self, tag: str, key: str, **values: str) -> str:
        """Return an interface word."""
        return self.composer.phrases.say(tag, key, **values)

    def board(
        self, lanes: Sequence[str], tag: str, now: datetime, trust: ClockTrust
    ) -> TodaysBoard:
        """Return the opening hours of ``lanes`` (none named: all); nothing where none are known."""
        writer = self.composer.hours_writer
        if writer is None:
            return TodaysBoard((), (), None)
        places = self.composer.writer.clock_places(tag)
        board = writer.board(AskedLanes(lanes), tag, now, trust, places)
        lines = tuple(_hours(row, tag, board.clocks) for row in board.rows)
        return TodaysBoard(lines, board.clocks, board.fresh_until)

    def body(
        self,
        topic: Topic,
        tag: str,
        traveller: str,
        board: Callable[[Sequence[str]], TodaysBoard],
    ) -> Iterator[Line]:
        """Yield the lines of ``topic`` in ``tag``, in which it has a text.

        Args:
            topic: of the pack.
            tag: of its text.
            traveller: whose parts are wanted; "": everyone's.
            board: returns the hours of lanes.
        """
        text, first = topic.text[tag], topic.text.get(REFERENCE)
        for number, section in enumerate(text.sections):
            if traveller and section.travellers and traveller not in section.travellers:
                continue
            yield from self._opening(section, tag, traveller)
            for position, block in enumerate(section.blocks):
                counterpart = _counterpart(first, number, position)
                yield from self._block(block, counterpart, tag, board)

    def _opening(self, section: Section, tag: str, traveller: str) -> Iterator[Line]:
        if section.heading:
            names = {each.id: each.name for each in self.lookup.travellers}
            choose = self.composer.writer.choose
            wanted = [choose(tag, names[each]) for each in section.travellers if each in names]
            note = self.say(tag, "for_whom", travellers=", ".join(wanted)) if wanted else ""
            yield Line("heading", section.heading, tag, note="" if traveller else note)

    def _block(
        self,
        block: Block,
        counterpart: Block | None,
        tag: str,
        board: Callable[[Sequence[str]], TodaysBoard],
    ) -> Iterator[Line]:
        match block:
            case TodaysHours():
                yield from board(block.lanes).lines
            case ContactCards():
                yield from self.contacts(block.contacts, tag)
            case PlanView():
                yield from self.plan(block.places, tag)
            case _:
                yield from self._written(block, counterpart, tag)

    def _written(
        self,
        block: Paragraph | Steps | Bullets | Grid | Phrases,
        counterpart: Block | None,
        tag: str,
    ) -> Iterator[Line]:
        """Yield the lines of a block that says what its author wrote."""
        match block:
            case Paragraph():
                yield Line("paragraph", block.text, tag)
            case Steps():
                yield from self._steps(block, tag)
            case Bullets():
                yield from (Line("bullet", entry, tag) for entry in block.entries)
            case Grid():
                yield from _grid(block, tag)
            case Phrases():
                yield from _phrases(block, counterpart, tag)
            case _:
                assert_never(block)

    def _steps(self, block: Steps, tag: str) -> Iterator[Line]:
        places = self._places()
        for number, step in enumerate(block.steps, 1):
            place = places.get(step.place or "")
            where = self.composer.writer.choose(tag, place.name) if place else ""
            yield Line(
                "step",
                step.text,
                tag,
                lead=str(number),
                note=where,
                note_language=tag,
                sign=place.sign if place else "",
            )

    def contacts(self, ids: Sequence[str], tag: str) -> Iterator[Line]:
        """Yield a line for each contact of those ids that the pack knows."""
        known = {contact.id: contact for contact in self.lookup.contacts}
        yield from (self._contact(known[each], tag) for each in ids if each in known)

    def _contact(self, contact: Contact, tag: str) -> Line:
        choose, place = self.composer.writer.choose, self._places().get(contact.place or "")
        notes = [choose(tag, place.name)] if place else []
        notes += [choose(tag, contact.note)] if contact.note else []
        notes += [self.say(tag, "sample")] if contact.sample else []
        return Line(
            "contact",
            choose(tag, contact.name),
            tag,
            note=" · ".join(notes),
            note_language=tag,
            icon=contact.icon,
            sign=place.sign if place else "",
            cells=tuple(contact.phones),
        )

    def _places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.lookup.plan.places} if self.lookup.plan else {}

    def plan(self, ids: Sequence[str], tag: str) -> Iterator[Line]:
        """Yield the plan with the places of those ids (none: all), and this screen's own."""
        plan = self.lookup.plan
        if plan is None:
            return
        wanted = [place for place in plan.places if not ids or place.id in ids]
        own = next((place for place in plan.places if place.id == self.here), None)
        if own is not None and own not in wanted:
            wanted.append(own)
        choose = self.composer.writer.choose
        line = self.picture(plan.picture, tag)
        names = [choose(tag, place.name) for place in wanted]
        if own is not None:
            at = wanted.index(own)
            names[at] = f"{names[at]} – {self.say(tag, 'you_are_here')}"
        yield Line(
            "plan",
            choose(tag, plan.picture.alt),
            tag,
            note=self.say(tag, "sample") if plan.sample else "",
            note_language=tag,
            cells=tuple(names),
            align=tuple(place.sign for place in wanted),
            actions=tuple(place.icon for place in wanted),
            picture=line.picture if line else "",
            aspect=line.aspect if line else 1.6,
            xs=tuple(place.x for place in wanted),
            ys=tuple(place.y for place in wanted),
            here=wanted.index(own) if own is not None else -1,
        )

    def picture(self, picture: Picture | None, tag: str) -> Line | None:
        """Return a picture as a line; None where it is missing or damaged."""
        if picture is None or picture.file is None:
            return None
        try:
            path = self.composer.pack.file(picture.file.sha256)
        except PlaybackError:
            return None
        aspect = picture.file.width / picture.file.height
        alt = self.composer.writer.choose(tag, picture.alt)
        rights = picture.rights
        credit = self.say(tag, "picture", credit=rights.credit) if rights.shown else ""
        uri = path.as_uri()
        return Line("picture", alt, tag, note=credit, note_language=tag, picture=uri, aspect=aspect)


def _counterpart(text: TopicText | None, section: int, block: int) -> Block | None:
    """Return the block of the reference language at the same place, None where there is none."""
    if text is None or section >= len(text.sections):
        return None
    blocks = text.sections[section].blocks
    return blocks[block] if block < len(blocks) else None


def _phrases(block: Phrases, counterpart: Block | None, tag: str) -> Iterator[Line]:
    """Yield sentences to show to staff: what staff reads first, what the traveller meant below."""
    staff = counterpart.phrases if isinstance(counterpart, Phrases) else ()
    for number, phrase in enumerate(block.phrases):
        if tag == REFERENCE or number >= len(staff):
            yield Line("phrase", phrase, tag)
        else:
            yield Line("phrase", staff[number], REFERENCE, note=phrase, note_language=tag)


def _grid(block: Grid, tag: str) -> Iterator[Line]:
    rows = (block.headings, *block.rows)
    columns = list(zip(*rows, strict=False))
    weights = tuple(max(LEAST_WEIGHT, *(len(cell) ** 0.75 for cell in each)) for each in columns)
    for number, cells in enumerate(rows):
        yield Line(
            "cells" if number else "headings",
            language=tag,
            cells=tuple(cells),
            align=tuple(block.align),
            weights=weights,
        )


def _hours(row: HoursRow, tag: str, clocks: Sequence[str]) -> Line:
    """Return a lane in one line: the gate's own time first, the neighbour's with its name."""
    told = zip(row.times, ("", *clocks[1:]), strict=False)
    times = [f"({clock} {time})" if clock else time for time, clock in told]
    change = " ".join((row.change, *times)).strip()
    return Line(
        "hours",
        row.lane,
        tag,
        lead=row.word,
        note=" · ".join(part for part in (row.activity, row.reason) if part),
        note_language=tag,
        cells=tuple(part for part in (change, row.countdown) if part),
        status=row.status,
    )
