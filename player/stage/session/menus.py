"""Pages to choose from: languages, home, the topics of a category, what was found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from player.stage.session.moment import FoundTopic, Moment
from player.stage.session.notices import notice_card, told_now
from player.stage.session.page import Button, Line, Page
from player.stage.session.shelf import entries_on_offer
from player.stage.session.views import TileView

MOST_TODAY: Final = 4
"""Lanes that the strip of the home page has room for."""


def languages_page(moment: Moment) -> Page:
    """Return the languages of this screen, each by its own name."""
    say, title = moment.lines.say, moment.say("choose_language")
    buttons = tuple(
        Button(
            f"language:{tag}",
            moment.language_name(tag),
            tag,
            note=say(tag, "choose_language"),
            is_on=tag == moment.tag,
        )
        for tag in moment.lines.composer.languages
    )
    return Page("Languages", moment.tag, title, "language", buttons=buttons)


def home_page(moment: Moment) -> Page:
    """Return the categories, how the lanes of the gate stand, and the first of its notices."""
    board, told = moment.board((), moment.tag), told_now(moment)
    changes = [each for each in (board.fresh_until, told.until) if each]
    return Page(
        "Home",
        moment.tag,
        moment.say("home_title"),
        "home",
        hint=moment.say("today"),
        buttons=(*_tiles(moment), *_library(moment)),
        notice=notice_card(moment, told),
        today=tuple(_brief(board.lines[:MOST_TODAY])),
        clocks=board.clocks,
        fresh_until=min(changes, default=None),
    )


def _brief(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lanes with their names alone, and the activity where one lane has several."""
    names = Counter(line.text for line in lines)
    for line in lines:
        text = line.text if names[line.text] == 1 else f"{line.text} · {line.note}"
        yield replace(line, text=text, note="")


def _tiles(moment: Moment) -> tuple[Button, ...]:
    return tuple(
        Button(f"tile:{tile.id}", moment.choose(tile.name), moment.tag, tile.icon)
        for tile in moment.lookup.tiles
        if any(moment.offered(tile.id))
    )


def _library(moment: Moment) -> tuple[Button, ...]:
    if not entries_on_offer(moment):
        return ()
    return (Button("library", moment.say("library"), moment.tag, "books"),)


def topics_page(moment: Moment, view: TileView) -> Page:
    """Return the topics of a category."""
    tile = next((each for each in moment.lookup.tiles if each.id == view.tile), None)
    title = moment.choose(tile.name) if tile else moment.say("home_title")
    buttons = tuple(map(moment.button_to, moment.offered(view.tile)))
    return Page("Topics", moment.tag, title, tile.icon if tile else "", buttons=buttons)


def search_page(moment: Moment) -> Page:
    """Return what was found; before anything was typed, what is often asked.

    Where nothing was found the categories stand in: no page is a dead end.
    """
    found, hint = moment.found, ""
    buttons = tuple(_hits(moment, found.hits if found.query else found.often))
    if not found.query:
        hint = moment.say("search_often" if buttons else "search_hint")
    elif found.is_current and not buttons:
        hint, buttons = moment.say("search_none"), _tiles(moment)
    return Page("Search", moment.tag, moment.say("search"), "search", hint=hint, buttons=buttons)


def _hits(moment: Moment, found: Sequence[FoundTopic]) -> Iterator[Button]:
    """Yield a button for each topic that is offered by now: an index knows no days."""
    for each in found:
        topic = moment.lookup.topic_by_id.get(each.topic)
        if topic is not None and moment.standing(topic).is_offered:
            action = f"topic:{each.topic}"
            yield Button(action, each.title, each.language, topic.icon, spans=each.spans)
