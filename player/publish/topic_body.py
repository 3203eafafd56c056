"""The text of a topic: a small subset of Markdown, read into blocks.

    # Title
    The answer, before anything else.
    ## A part for some travellers {.driver .border-resident}
    1. {passport-control} A step, at a place of the plan.
    - a bullet
    | a table | with headings |
    > A sentence to show to staff.
    {hours: hall}   {contacts: police}   {plan: toilets}

Everything else Markdown knows is refused: it would be seen by travellers as signs, or lost.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from pydantic import ValidationError

from player.pack.scripts import is_unspaced
from player.pack.topic import (
    MOST_BLOCKS,
    MOST_SECTIONS,
    Block,
    Bullets,
    ContactCards,
    Grid,
    Paragraph,
    Phrases,
    PlanView,
    Section,
    Step,
    Steps,
    TodaysHours,
    section_words,
)
from player.publish.codes import Code

LONGEST: Final = 600
"""Letters of a paragraph, step, bullet, phrase or cell: more is not read by somebody who stands."""

_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_TRAVELLERS: Final = re.compile(rf"(.*?)\s*\{{\s*((?:\.{_ID}\s*)+)\}}")
_PLACE: Final = re.compile(rf"\{{\s*({_ID})\s*\}}\s*(.+)", re.DOTALL)
_WORKED_OUT: Final = re.compile(rf"\{{\s*({_ID})\s*(?::\s*((?:{_ID}\s*)+))?\}}")
_HAN: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ALIGNMENT: Final[Mapping[str, str]] = {
    "text-align:center": "center",
    "text-align:right": "end",
}
_EXAMPLES: Final[Mapping[str, str]] = {
    "blockquote": "> …",
    "code_block": "    …",
    "em": "*…*",
    "fence": "```",
    "hr": "---",
    "html_block": "<…>",
    "html_inline": "<…>",
    "image": "![…](…)",
    "link": "[…](…)",
    "ordered_list": "1. …",
    "bullet_list": "- …",
    "strong": "**…**",
}
"""Node of a syntax tree -> how it is written."""


@dataclass(frozen=True, slots=True)
class BodyFault:
    """One thing in a text that cannot be set; ``line`` counts from 1."""

    code: Code
    line: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """A text as read.

    Attributes:
        title: empty when there is none.
        sections: the answer first; without those parts that could not be read.
        lines: where each section begins.
        faults: in the order of the text.
    """

    title: str
    sections: tuple[Section, ...]
    lines: tuple[int, ...]
    faults: tuple[BodyFault, ...]

    def words(self) -> Iterator[str]:
        """Yield every text in reading order."""
        yield self.title
        for section in self.sections:
            yield from filter(None, section_words(section))


def read_body(text: str) -> Body:
    """Read the text of a topic; whatever cannot be read becomes a fault."""
    return _BodyReader().read(text)


@dataclass(slots=True)
class _Part:
    """A section being read."""

    line: int
    heading: str = ""
    travellers: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)


class _BodyReader:
    """Reads one text."""

    def __init__(self) -> None:
        self._faults: list[BodyFault] = []
        self._title = ""
        self._parts = [_Part(line=1)]

    def read(self, text: str) -> Body:
        """Return what the text says."""
        tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
        for position, node in enumerate(tree.children):
            if node.type == "heading":
                self._read_heading(node, is_first=position == 0)
            else:
                self._add(node)
        if not self._title:
            self._fault(Code.BODY_WITHOUT_TITLE, 1)
        if not self._parts[0].blocks:
            self._fault(Code.BODY_WITHOUT_ANSWER, 1)
        sections = tuple(
            Section(heading=part.heading, travellers=part.travellers, blocks=part.blocks)
            for part in self._parts
        )
        lines = tuple(part.line for part in self._parts)
        return Body(self._title, sections, lines, tuple(self._faults))

    def _read_heading(self, node: SyntaxTreeNode, *, is_first: bool) -> None:
        said = self._said(node)
        if node.tag == "h1" and is_first:
            self._title = self._plain(said, node)
        elif node.tag == "h2":
            marked = _TRAVELLERS.fullmatch(said)
            heading, marks = (marked[1], marked[2]) if marked else (said, "")
            travellers = tuple(mark.removeprefix(".") for mark in marks.split())
            self._parts.append(_Part(_line(node), self._plain(heading, node), travellers))
            if len(self._parts) > MOST_SECTIONS:
                self._parts.pop()
                self._fault(Code.BODY_TOO_MUCH, _line(node))
        else:
            self._fault(Code.BODY_HEADING, _line(node), value=node.markup)

    def _add(self, node: SyntaxTreeNode) -> None:
        blocks = self._parts[-1].blocks
        try:
            self._add_to(blocks, node)
        except ValidationError:
            self._fault(Code.BODY_TOO_MUCH, _line(node))
        if len(blocks) > MOST_BLOCKS:
            blocks.pop()
            self._fault(Code.BODY_TOO_MUCH, _line(node))

    def _add_to(self, blocks: list[Block], node: SyntaxTreeNode) -> None:
        match node.type:
            case "paragraph":
                blocks += self._paragraph(node)
            case "ordered_list":
                steps = [self._step(said, entry) for said, entry in self._entries(node)]
                blocks += [Steps(kind="steps", steps=steps)] if steps else []
            case "bullet_list":
                entries = [self._plain(said, entry) for said, entry in self._entries(node)]
                blocks += [Bullets(kind="bullets", entries=entries)] if entries else []
            case "table":
                blocks.append(self._grid(node))
            case "blockquote":
                said_by = [self._plain(said, node) for said in self._paragraphs(node)]
                if blocks and isinstance(blocks[-1], Phrases):
                    said_by = [*blocks.pop().phrases, *said_by]  # type: ignore[union-attr]
                blocks += [Phrases(kind="phrases", phrases=said_by)] if said_by else []
            case _:
                self._refuse(node)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        said = self._said(node)
        worked_out = _WORKED_OUT.fullmatch(said)
        if worked_out is None:
            if said:
                yield Paragraph(kind="paragraph", text=self._plain(said, node))
            return
        name, ids = worked_out[1], (worked_out[2] or "").split()
        match name:
            case "hours":
                yield TodaysHours(kind="hours", lanes=ids)
            case "plan":
                yield PlanView(kind="plan", places=ids)
            case "contacts" if ids:
                yield ContactCards(kind="contacts", contacts=ids)
            case _:
                self._fault(Code.BODY_BRACES, _line(node), value=said)

    def _step(self, said: str, node: SyntaxTreeNode) -> Step:
        marked = _PLACE.fullmatch(said)
        place, words = (marked[1], marked[2]) if marked else (None, said)
        return Step(text=self._plain(words, node), place=place)

    def _grid(self, node: SyntaxTreeNode) -> Grid:
        rows = [list(row.children) for part in node.children for row in part.children]
        headings, *others = rows
        return Grid(
            kind="table",
            align=[_ALIGNMENT.get(str(cell.attrs.get("style")), "start") for cell in headings],
            headings=[self._plain(self._said(cell), cell) for cell in headings],
            rows=[[self._plain(self._said(cell), cell) for cell in row] for row in others],
        )

    def _entries(self, node: SyntaxTreeNode) -> Iterator[tuple[str, SyntaxTreeNode]]:
        """Yield the one paragraph of each entry of a list; more is refused."""
        for entry in node.children:
            for position, said in enumerate(self._paragraphs(entry)):
                if position == 0:
                    yield said, entry
                else:
                    self._fault(Code.BODY_MARKUP, _line(entry), value="¶")

    def _paragraphs(self, node: SyntaxTreeNode) -> Iterator[str]:
        for inner in node.children:
            if inner.type == "paragraph":
                said = self._said(inner)
                if said:
                    yield said
            else:
                self._refuse(inner)

    def _said(self, node: SyntaxTreeNode) -> str:
        """Return the words of a paragraph, heading or cell on one line."""
        words = ""
        for inline in node.children:
            for sign in inline.children:
                match sign.type:
                    case "text":
                        words += sign.content
                    case "softbreak" | "hardbreak":
                        words = f"{words.rstrip()}\n"
                    case _:
                        self._refuse(sign, node)
        return _joined(words.split("\n")).strip()

    def _plain(self, said: str, node: SyntaxTreeNode) -> str:
        """Return ``said``, and complain of braces that are left in it, and of too many letters."""
        if "{" in said or "}" in said:
            self._fault(Code.BODY_BRACES, _line(node), value=said)
        if len(said) > LONGEST:
            self._fault(Code.BODY_LONG, _line(node), length=str(len(said)), limit=str(LONGEST))
        return said[:LONGEST]

    def _refuse(self, node: SyntaxTreeNode, within: SyntaxTreeNode | None = None) -> None:
        found = _EXAMPLES.get(node.type, node.type)
        self._fault(Code.BODY_MARKUP, _line(within or node), value=found)

    def _fault(self, code: Code, line: int, **values: str) -> None:
        self._faults.append(BodyFault(code, line, {"line": str(line), **values}))


def _line(node: SyntaxTreeNode) -> int:
    here: SyntaxTreeNode | None = node
    while here is not None and here.map is None:
        here = here.parent
    return here.map[0] + 1 if here is not None and here.map is not None else 1


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one: with a space between them, but none in scripts that have none."""
    joined = ""
    for line in (each.strip() for each in lines):
        is_tight = not joined or not line or _is_tight(joined[-1]) or _is_tight(line[0])
        joined += line if is_tight else f" {line}"
    return joined


def _is_tight(sign: str) -> bool:
    return is_unspaced(sign) or _HAN.match(sign) is not None
