"""A page of a touch session, ready to be drawn: words, lines and controls. Values only.

Every control carries the name of its action (``views.action_of``); a page decides nothing else.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from player.stage.scene import NoticeMark

LineKind = Literal[
    "heading",
    "paragraph",
    "step",
    "bullet",
    "headings",
    "cells",
    "phrase",
    "hours",
    "contact",
    "plan",
    "picture",
    "caution",
    "origin",
    "choices",
    "link",
    "topic",
    "listen",
]

Template = Literal["Languages", "Home", "Topics", "Answer", "Search", "Library", "Reader", "Film"]


@dataclass(frozen=True, slots=True)
class Button:
    """Something to touch.

    Attributes:
        action: name of what it does.
        text: on it.
        language: of ``text``.
        icon: beside it; "": none.
        note: a second, smaller line.
        is_on: whether what it stands for is in force.
        spans: where ``text`` is what was searched for: start, end, start, end …
    """

    action: str
    text: str
    language: str
    icon: str = ""
    note: str = ""
    is_on: bool = False
    spans: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: as many rows of letters as it needs.

    Attributes:
        kind: decides how it is drawn, and which of the following it has.
        text: what is read.
        language: of ``text``.
        lead: before it: number of a step, word of a status; of a link, its code as a path.
        note: after it, smaller: where, when, who.
        note_language: of ``note``.
        icon: beside it.
        sign: of the place it speaks of, as it hangs there.
        cells: of a table's row, telephone numbers, names of choices, times, places of a plan.
        align: of the cells; ``start``, ``center`` or ``end``; of a plan, the signs of its places.
        actions: of the choices; of a plan, the icons of its places.
        chosen: which choice is in force; -1: none.
        status: of a lane.
        picture: address of a file, of a recording if that is what is listened to; "": none.
        aspect: its width divided by its height; of a code, how many modules wide it is.
        xs, ys: where on the picture its cells are, 0..1.
        here: which of them is the place of this screen; -1: none.
        action: what touching it does; "": nothing.
        weights: how wide the cells want to be, relative to one another.
    """

    kind: LineKind
    text: str = ""
    language: str = ""
    lead: str = ""
    note: str = ""
    note_language: str = ""
    icon: str = ""
    sign: str = ""
    cells: tuple[str, ...] = ()
    align: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    chosen: int = -1
    status: str = ""
    picture: str = ""
    aspect: float = 0.0
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    here: int = -1
    action: str = ""
    weights: tuple[float, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What of it is read."""
        return self.text, self.note, *self.cells

    @property
    def leads_on(self) -> bool:
        """Whether it is nothing without the line after it."""
        return self.kind in {"heading", "headings"}


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """The first of the notices that hold, on the home page: it opens them all.

    Attributes:
        headline: of it.
        language: of these words.
        label: what it is.
        mark: the same without words.
        others: how many there are beside it.
    """

    headline: str
    language: str
    label: str
    mark: NoticeMark
    others: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen between the two bars.

    Attributes:
        template: how it is drawn.
        language: of its words.
        title: what it is about.
        icon: beside the title.
        marks: labels that must be seen.
        hint: one sentence about the page.
        lines: of an answer, in reading order.
        buttons: to choose from, in reading order.
        notice: on top; None: none holds.
        today: lanes of the gate, as ``hours`` lines.
        clocks: whose times those have; none: both sides have the same.
        picture: address of the page of a document, or of the first picture of a clip.
        aspect: its width divided by its height.
        clip: address of a clip.
        volume: of it, 0 to 100; -1: this screen plays no sound.
        reading_s: how long all of its words take to read.
        fresh_until: when it would be worded otherwise; None: not by time alone.
        pages: of a document.
    """

    template: Template
    language: str
    title: str = ""
    icon: str = ""
    marks: tuple[str, ...] = ()
    hint: str = ""
    lines: tuple[Line, ...] = ()
    buttons: tuple[Button, ...] = ()
    notice: NoticeCard | None = None
    today: tuple[Line, ...] = ()
    clocks: tuple[str, ...] = ()
    picture: str = ""
    aspect: float = 0.0
    clip: str = ""
    volume: int = -1
    pages: int = 1
    reading_s: float = 0.0
    fresh_until: datetime | None = field(default=None, compare=False)

    @property
    def is_heard(self) -> bool:
        """Whether there is anything to hear or to watch."""
        return bool(self.clip) or any(line.kind == "listen" for line in self.lines)
