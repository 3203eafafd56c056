"""What templates of notices need to know: the gate, and how each language says things."""

from typing import Final

from player.config.screen import Screen
from player.notices.fields import GateFacts, Spot
from player.notices.saying import Voice
from player.pack.content import FORMAT, Content
from player.pack.gate import Gate, Neighbour
from player.pack.language import PackLanguage, Words
from player.pack.lookup import Lookup
from player.shell.date_text import date_text
from player.stage.alarm.words import BUILT_IN
from player.stage.phrases import Phrases

OFFICERS: Final = "gate_officers"
"""Interface word for who issues a notice where nobody knows the gate's name."""


def gate_facts(
    screen: Screen, content: Content | None, lookup: Lookup | None, phrases: Phrases
) -> GateFacts:
    """Return what is known of the gate.

    Args:
        screen: where it hangs, where there is no pack.
        content: of the pack on stage; None: there is none.
        lookup: of the same; None: it has none, or it has not been read.
        phrases: interface words: who issues notices where there is no pack.
    """
    places = lookup.plan.places if lookup and lookup.plan else ()
    spots = tuple(Spot(each.id, each.name) for each in places)
    if content is not None:
        return GateFacts(content.gate, content.gate.name, spots)
    return GateFacts(_bare_gate(screen), _officers(phrases), spots)


def voice_of(phrases: Phrases) -> Voice:
    """Return how each language says what is filled in."""
    return Voice(phrases, date_text)


def bare_content(screen: Screen) -> Content:
    """Return what is said where there is no pack: nothing, in the languages of ``screen``.

    With it the notices of the gate's staff are worded all the same.
    """
    languages = screen.languages or tuple(BUILT_IN)
    return Content(
        format=FORMAT,
        pack="none",
        gate=_bare_gate(screen),
        languages=[PackLanguage(tag=tag) for tag in languages],
        items=(),
        playlists=(),
    )


def _bare_gate(screen: Screen) -> Gate:
    """Return a gate of which only the clock is known: its id is no name for travellers."""
    zone = screen.time_zone
    neighbour = Neighbour(country="", name={}, time_zone=zone)
    return Gate(id=screen.gate, name={}, province={}, time_zone=zone, neighbour=neighbour)


def _officers(phrases: Phrases) -> Words:
    return {tag: words[OFFICERS] for tag, words in phrases.tables.items() if OFFICERS in words}
