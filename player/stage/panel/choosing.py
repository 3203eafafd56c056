"""Pages on which one touch is the order: languages, items, topics, the picture; and the log."""

from collections.abc import Iterator

from player.stage.panel.page import PanelLine, PanelPage
from player.stage.panel.rights import may
from player.stage.panel.rules import HOLD_MIN, LANGUAGE_MIN, MINUTES, SHORT_MINUTES, PanelSession
from player.stage.panel.writing import Writing
from player.stage.session.page import Button


def language_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the languages of the screen, each by its own name."""
    spell = writing.gate.day.language
    first = spell.languages[0] if spell else ""
    buttons = tuple(
        Button(f"language:{each.id}", each.title, each.id, is_on=each.id == first)
        for each in writing.gate.languages
    )
    chosen = session.minutes or LANGUAGE_MIN
    tools = (
        writing.button("only:no", "language_first", is_on=not session.is_only),
        writing.button("only:yes", "language_only", is_on=session.is_only),
        *(writing.minutes("minutes", each, chosen) for each in MINUTES),
    )
    hint = writing.say("hint_language_only" if session.is_only else "hint_language")
    title = writing.say("menu_language")
    return PanelPage("Cards", title, "language", hint, buttons=buttons, tools=tools)


def hold_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return what can be done with what is on stage."""
    stage = writing.gate.stage
    hint = writing.say("on_stage", title=stage.title) if stage else writing.say("no_stage")
    buttons = [
        writing.button("keep", "hold_keep", "stop"),
        writing.button("skip", "hold_skip", "turn-on"),
        writing.button("previous", "hold_previous", "turn-back"),
        writing.button("items", "hold_item", "search"),
    ]
    if writing.gate.day.hold is not None:
        buttons.append(writing.button("undo:hold", "hold_end", "play"))
    tools = tuple(_short(writing, session))
    title = writing.say("menu_hold")
    return PanelPage("Cards", title, "stop", hint, buttons=tuple(buttons), tools=tools)


def items_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the items of the loop."""
    gate = writing.gate
    here = gate.stage.id if gate.stage else ""
    buttons = tuple(
        Button(f"item:{each.id}", each.title, writing.tag, each.icon, is_on=each.id == here)
        for each in gate.items
    )
    tools = tuple(_short(writing, session))
    hint = "" if buttons else writing.say("no_items")
    title = writing.say("hold_item")
    return PanelPage("Cards", title, "search", hint, buttons=buttons, tools=tools)


def show_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the categories of the lookup."""
    gate = writing.gate
    used = {each.tile for each in gate.topics}
    buttons = [
        Button(f"tile:{each.id}", each.title, writing.tag, each.icon)
        for each in gate.tiles
        if each.id in used
    ]
    if may(session.role, "hold") and gate.items:
        buttons.append(writing.button("items", "hold_item", "landscape"))
    hint = writing.say("hint_show" if buttons else "no_topics")
    title = writing.say("menu_show")
    return PanelPage("Cards", title, "search", hint, buttons=tuple(buttons))


def tile_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the topics of a category: the traveller before the counter reads what is touched."""
    gate, tile = writing.gate, session.view.what
    shown = gate.day.show.topic if gate.day.show else ""
    buttons = tuple(
        Button(f"topic:{each.id}", each.title, writing.tag, each.icon, is_on=each.id == shown)
        for each in gate.topics
        if each.tile == tile
    )
    first = gate.languages[0].id if gate.languages else ""
    speak = session.speak or first
    tools = tuple(
        Button(f"speak:{each.id}", each.title, each.id, is_on=each.id == speak)
        for each in gate.languages
    )
    title = next((each.title for each in gate.tiles if each.id == tile), writing.say("menu_show"))
    hint = writing.say("hint_tile")
    return PanelPage("Cards", title, "search", hint, buttons=buttons, tools=tools)


def blank_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return how the picture is turned off and on."""
    gate = writing.gate
    is_blank = gate.day.blank is not None and gate.day.blank.is_blank
    buttons = [
        writing.button("sleep", "blank_off", "quiet-room", is_on=is_blank),
        writing.button(
            "wake", "blank_on", "weather", is_on=gate.day.blank is not None and not is_blank
        ),
    ]
    hint = writing.say("hint_blank_closed" if gate.is_closed else "hint_blank")
    title = writing.say("menu_blank")
    return PanelPage("Cards", title, "quiet-room", hint, buttons=tuple(buttons))


def log_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return what was done in the shift, the newest first."""
    lines = tuple(
        PanelLine(each.text, language=writing.tag, lead=writing.time(each.at))
        for each in writing.gate.log
    )
    tools = (writing.button("export", "log_export", "receipt"),)
    hint = "" if lines else writing.say("log_empty")
    return PanelPage(
        "Lines",
        writing.say("menu_log"),
        "books",
        hint,
        lines=lines,
        tools=tools if may(session.role, "export") else (),
    )


def _short(writing: Writing, session: PanelSession) -> Iterator[Button]:
    chosen = session.minutes or HOLD_MIN
    for each in SHORT_MINUTES:
        yield writing.minutes("minutes", each, chosen)
