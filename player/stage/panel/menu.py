"""The menu: what can be done, what is in force now, and how it is ended by one touch."""

from collections.abc import Iterator
from typing import Final

from player.stage.panel.gate_view import Standing, title_of
from player.stage.panel.page import PanelLine, PanelPage
from player.stage.panel.rights import may
from player.stage.panel.rules import PanelSession
from player.stage.panel.views import DEEDS, Place
from player.stage.panel.writing import Writing
from player.stage.session.page import Button

CARDS: Final[tuple[tuple[Place, str], ...]] = (
    ("language", "language"),
    ("notice", "complaint"),
    ("hold", "stop"),
    ("show", "search"),
    ("blank", "quiet-room"),
    ("facts", "information"),
    ("log", "books"),
    ("machine", "help"),
)
"""Page and icon; in this order, whoever is logged in."""

MOST_LINES: Final = 3
"""In force that the menu names; the rest is one touch away."""


def menu_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the menu."""
    lines = list(in_force(writing, session))
    more = len(lines) - MOST_LINES
    if more > 0:
        rest = PanelLine(
            writing.say("more_in_force", count=str(more + 1)),
            language=writing.tag,
            actions=("standing",),
            words=(writing.say("see_all"),),
            lit=(False,),
        )
        lines = [*lines[: MOST_LINES - 1], rest]
    hint = writing.say("in_force" if lines else "nothing_in_force")
    cards = tuple(_cards(writing, session))
    return PanelPage("Menu", writing.say("menu"), "home", hint, buttons=cards, lines=tuple(lines))


def standing_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return everything that is in force."""
    lines = tuple(in_force(writing, session))
    hint = "" if lines else writing.say("nothing_in_force")
    return PanelPage("Lines", writing.say("in_force"), "clock", hint, lines=lines)


def in_force(writing: Writing, session: PanelSession) -> Iterator[PanelLine]:
    """Yield a line for each thing in force, the gravest first."""
    for each in writing.gate.standing:
        yield standing_line(writing, session, each)
    yield from _spells(writing, session)


def standing_line(writing: Writing, session: PanelSession, each: Standing) -> PanelLine:
    """Return the line of a standing notice, with what may be done about it."""
    notice = each.notice
    is_alarm = notice.level == "emergency"
    buttons: list[tuple[str, str]] = []
    if each.is_local and is_alarm:
        # Two touches, as it took to post it.
        on_page = session.view.place == "emergency"
        buttons.append((f"cancel:{notice.id}" if on_page else "emergency", "end_emergency"))
    elif each.is_local and may(session.role, "notice"):
        buttons.append((f"cancel:{notice.id}", "take_down"))
        if notice.template and session.view.place != "emergency":
            buttons.append((f"revise:{notice.id}", "revise"))
    whose = notice.ordered_by if each.is_local else writing.say("from_centre")
    status = writing.say(f"status_{notice.status}") if notice.status != "actual" else ""
    note = " · ".join(filter(None, (status, writing.left(each.until), whose)))
    return PanelLine(
        each.title,
        note,
        writing.tag,
        is_alarm=is_alarm,
        actions=tuple(action for action, _ in buttons),
        words=tuple(writing.say(key) for _, key in buttons),
        lit=(False,) * len(buttons),
    )


def _spells(writing: Writing, session: PanelSession) -> Iterator[PanelLine]:
    gate, say = writing.gate, writing.say
    day = gate.day
    if day.language is not None:
        names = ", ".join(map(gate.language_name, day.language.languages))
        yield _spell(writing, session, "language", say("now_language", names=names))
    if day.hold is not None:
        title = title_of(gate.items, day.hold.item)
        yield _spell(writing, session, "hold", say("now_hold", title=title))
    if day.show is not None:
        title = title_of(gate.topics, day.show.topic)
        yield _spell(writing, session, "show", say("now_show", title=title))
    if day.blank is not None:
        key = "now_blank" if day.blank.is_blank else "now_awake"
        yield _spell(writing, session, "blank", say(key))


def _spell(writing: Writing, session: PanelSession, what: Place, text: str) -> PanelLine:
    spell = getattr(writing.gate.day, what)
    note = " · ".join((writing.left(spell.until), spell.by))
    if not may(session.role, DEEDS[what]):
        return PanelLine(text, note, writing.tag)
    return PanelLine(
        text,
        note,
        writing.tag,
        actions=(f"undo:{what}",),
        words=(writing.say("undo"),),
        lit=(False,),
    )


def _cards(writing: Writing, session: PanelSession) -> Iterator[Button]:
    for place, icon in CARDS:
        if may(session.role, DEEDS[place]):
            yield writing.button(place, f"menu_{place}", icon)
