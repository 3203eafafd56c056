"""What templates of notices need to know: the gate, and how each language says things."""

from player.config.screen import Screen
from player.notices.fields import GateFacts, Spot
from player.notices.saying import Voice
from player.pack.content import Content
from player.pack.gate import Gate, Neighbour
from player.pack.lookup import Lookup
from player.shell.date_text import date_text
from player.stage.phrases import Phrases


def gate_facts(screen: Screen, content: Content | None, lookup: Lookup | None) -> GateFacts:
    """Return what is known of the gate.

    Args:
        screen: names the gate where there is no pack.
        content: of the pack on stage; None: there is none.
        lookup: of the same; None: it has none, or it has not been read.
    """
    places = lookup.plan.places if lookup and lookup.plan else ()
    spots = tuple(Spot(each.id, each.name) for each in places)
    if content is not None:
        return GateFacts(content.gate, content.gate.name, spots)
    name = {"vi": screen.gate}
    zone = screen.time_zone
    neighbour = Neighbour(country="VN", name=name, time_zone=zone)
    gate = Gate(id=screen.gate, name=name, province=name, time_zone=zone, neighbour=neighbour)
    return GateFacts(gate, {}, spots)


def voice_of(phrases: Phrases) -> Voice:
    """Return how each language says what is filled in."""
    return Voice(phrases, date_text)
