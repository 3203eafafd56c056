"""Pages on which something is typed: the pad of digits, the keyboard; and the facts of a gate."""

from collections.abc import Iterator
from typing import Final

from player.stage.panel.clock_digits import masked_clock
from player.stage.panel.forms import Forms
from player.stage.panel.gate_view import FactOffer
from player.stage.panel.page import PanelLine, PanelPage
from player.stage.panel.rules import SPAN_DIGITS, PanelSession, template_of
from player.stage.panel.writing import Writing
from player.stage.session.page import Button

DIGITS: Final = "123456789"
DOT: Final = "●"
"""Stands for a digit of a PIN: that one was typed, and not which."""


def pin_page(writing: Writing, count: int, message: str, locked_s: int) -> PanelPage:
    """Return the pad on which a PIN is typed.

    Args:
        writing: words.
        count: digits typed so far.
        message: what became of the last PIN, in words.
        locked_s: how long nobody may try; 0: now.
    """
    hint = writing.say("pin_locked", seconds=str(locked_s)) if locked_s else message
    keys = () if locked_s else tuple(_keys(writing, "enter", "enter"))
    title = writing.say("pin_title")
    typed = " ".join(DOT * count)
    return PanelPage("Pad", title, "police", hint or writing.say("pin_hint"), typed, keys)


def pad_page(writing: Writing, session: PanelSession, forms: Forms) -> PanelPage:
    """Return the pad on which a time or a number is typed."""
    kind, _, rest = session.view.what.partition("/")
    fact = writing.gate.fact(rest) if kind == "fact" else None
    if fact is not None:
        typed = f"{session.typed} {fact.unit}".strip()
        keys = (*tuple(_keys(writing, "done", "done"))[:-1], Button("digit:,", ",", writing.tag))
        tools = (writing.button("done", "done", "exit", is_on=True),)
        hint = limits(writing, fact)
        return PanelPage("Pad", fact.title, "information", hint, typed, keys, tools=tools)
    template = template_of(session, forms)
    title = template.title if template else ""
    if kind == "window":
        hint, typed = writing.say("hint_window"), _masked(session.typed, SPAN_DIGITS)
    else:
        hint, typed = writing.say("hint_time"), _masked(session.typed, SPAN_DIGITS // 2)
    return PanelPage("Pad", title, "clock", hint, typed, tuple(_keys(writing, "back", "back")))


def clock_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the pad on which it is typed what time it is."""
    title, hint = writing.say("machine_clock"), writing.say("hint_clock")
    keys = tuple(_keys(writing, "done", "done"))
    return PanelPage("Pad", title, "clock", hint, masked_clock(session.typed), keys)


def typing_page(writing: Writing, session: PanelSession, forms: Forms) -> PanelPage:
    """Return the keyboard on which words are typed."""
    kind, _, rest = session.view.what.partition("/")
    fact = writing.gate.fact(rest) if kind == "fact" else None
    template = template_of(session, forms)
    fields = template.fields if template else ()
    label = next((each.label for each in fields if each.id == rest), "")
    title = fact.title if fact else label
    tools = (writing.button("done", "done", "exit", is_on=True),)
    return PanelPage("Typing", title, typed=session.typed, tools=tools)


def facts_page(writing: Writing) -> PanelPage:
    """Return what the gate may say of itself, since when it says so, and within which limits."""
    lines = tuple(_fact(writing, each) for each in writing.gate.facts)
    hint = writing.say("hint_facts" if lines else "no_facts")
    return PanelPage("Lines", writing.say("menu_facts"), "information", hint, lines=lines)


def limits(writing: Writing, fact: FactOffer) -> str:
    """Return between what a number must lie; "": anywhere."""
    if fact.least is None and fact.most is None:
        return ""
    least, most = ("…" if each is None else f"{each:g}" for each in (fact.least, fact.most))
    return writing.say("limits", least=least, most=most)


def _fact(writing: Writing, fact: FactOffer) -> PanelLine:
    said = f"{fact.value} {fact.unit}".strip() if fact.value else writing.say("says_nothing")
    as_of = writing.say("as_of", time=writing.time(fact.as_of)) if fact.value and fact.as_of else ""
    note = " · ".join(
        filter(None, (said, as_of, fact.by if fact.value else "", limits(writing, fact)))
    )
    open_ = "pad" if fact.kind == "number" else "type"
    actions, words = [f"{open_}:fact/{fact.id}"], [writing.say("revise")]
    if fact.value:
        actions.append(f"unsay:{fact.id}")
        words.append(writing.say("undo"))
    lit = (False,) * len(words)
    return PanelLine(
        fact.title, note, writing.tag, actions=tuple(actions), words=tuple(words), lit=lit
    )


def _keys(writing: Writing, last: str, key: str) -> Iterator[Button]:
    for digit in DIGITS:
        yield Button(f"digit:{digit}", digit, writing.tag)
    yield Button("erase", writing.say("erase"), writing.tag)
    yield Button("digit:0", "0", writing.tag)
    yield Button(last, writing.say(key), writing.tag)


def _masked(digits: str, most: int) -> str:
    """Return digits of times as they will be read: ``07:00 – 1_:__``."""
    filled = digits.ljust(most, "_")
    times = [f"{filled[at : at + 2]}:{filled[at + 2 : at + 4]}" for at in range(0, most, 4)]
    return " – ".join(times)
