"""A page of the staff panel, ready to be drawn. Values only; controls carry their action's name."""

from dataclasses import dataclass
from typing import Final, Literal

from player.stage.session.page import Button

Template = Literal[
    "Pad", "Menu", "Cards", "Lines", "Typing", "Trace", "TestCard",
    "Label", "Touch", "Ruler", "Sheet",
]  # fmt: skip
"""The second row is seen in the set-up of a screen only."""

FACES: Final = ("grid", "greys", "bars", "motion", "glyphs")
"""Of the test card."""


@dataclass(frozen=True, slots=True)
class PanelLine:
    """Something said, and what can be done about it.

    Attributes:
        text: what it is about.
        note: what is said of it; as many rows of letters as it needs.
        language: of ``text`` and ``note``.
        lead: before it, smaller: a language's name, a time.
        fault: why it cannot stay so; "": nothing is wrong.
        icon: beside it.
        is_alarm: whether it stands out.
        actions, words, lit: of the buttons below or beside it: names, words, which are on.
    """

    text: str
    note: str = ""
    language: str = "vi"
    lead: str = ""
    fault: str = ""
    icon: str = ""
    is_alarm: bool = False
    actions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    lit: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelPage:
    """What is seen between head and bar.

    Attributes:
        template: how it is drawn.
        title: what it is about.
        icon: beside the title.
        hint: one sentence about it.
        typed: so far, on pad or keyboard.
        buttons: cards to choose from, or the keys of the pad.
        lines: in reading order.
        tools: what is done with all of it, in one row above the bar.
        card: face of the test card; "": there is none.
        sheets: how many it has, where neither lines nor buttons say so.
    """

    template: Template
    title: str
    icon: str = ""
    hint: str = ""
    typed: str = ""
    buttons: tuple[Button, ...] = ()
    lines: tuple[PanelLine, ...] = ()
    tools: tuple[Button, ...] = ()
    card: str = ""
    sheets: int = 1


@dataclass(frozen=True, slots=True)
class PanelFrame:
    """What stands around every page.

    Attributes:
        name: of the panel.
        officer: who is logged in, and as what; "": nobody.
        clock: what time it is.
        warning: that it logs out soon; "": not soon.
        message: what became of the last order.
        is_refused: whether it was refused.
        bar: buttons that never move.
        before, following: words on the buttons that turn sheets.
        sheet: which of how many is seen, in words; "": there is one.
        has_more: whether another sheet follows.
    """

    name: str = ""
    officer: str = ""
    clock: str = ""
    warning: str = ""
    message: str = ""
    is_refused: bool = False
    bar: tuple[Button, ...] = ()
    before: str = ""
    following: str = ""
    sheet: str = ""
    has_more: bool = False
