"""A pack that can be looked up in, without what is recalled."""

from dataclasses import dataclass

from player.pack.lookup import Lookup
from player.pack.recall import lookup_without
from player.stage.repertoire import Repertoire
from player.stage.session.topic_lines import LineWriter
from player.stage.session.writer import PageWriter


@dataclass(frozen=True, slots=True)
class Shelf:
    """A pack that can be looked up in."""

    repertoire: Repertoire
    lookup: Lookup
    writer: PageWriter


def shelve(
    repertoire: Repertoire, lookup: Lookup, recalled: frozenset[str], place: str
) -> Shelf | None:
    """Return what can be looked up in a pack without what is recalled; None: nothing.

    Args:
        repertoire: the pack.
        lookup: what it answers.
        recalled: ids and digests.
        place: of the screen on the gate's plan; "": nobody has said.
    """
    left, answers = repertoire.without(recalled), lookup_without(lookup, recalled)
    if answers.is_empty:
        return None
    return Shelf(left, answers, PageWriter(answers, LineWriter(answers, left.composer, place)))
