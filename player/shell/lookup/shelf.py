"""A pack that can be looked up in, without what is recalled, as its gate corrects it."""

from dataclasses import dataclass

from player.pack.lookup import Lookup
from player.pack.recall import lookup_without
from player.stage.repertoire import Repertoire
from player.stage.session.topic_lines import LineWriter
from player.stage.session.writer import PageWriter


@dataclass(frozen=True, slots=True)
class Shelf:
    """A pack that can be looked up in.

    Attributes:
        repertoire: the pack.
        read: what it answers, as it is packed.
        lookup: the same with what the gate says instead.
        writer: of its pages.
    """

    repertoire: Repertoire
    read: Lookup
    lookup: Lookup
    writer: PageWriter


def shelve(
    repertoire: Repertoire, read: Lookup, recalled: frozenset[str], place: str
) -> Shelf | None:
    """Return what can be looked up in a pack without what is recalled; None: nothing.

    Args:
        repertoire: the pack.
        read: what it answers, as it is packed.
        recalled: ids and digests.
        place: of the screen on the gate's plan; "": nobody has said.
    """
    left, packed = repertoire.without(recalled), lookup_without(read, recalled)
    if packed.is_empty:
        return None
    answers = left.correction.of_lookup(packed)
    lines = LineWriter(answers, left.composer, place)
    writer = PageWriter(answers, lines, left.profile.audience)
    return Shelf(left, packed, answers, writer)


def corrected(shelf: Shelf, other: Repertoire, recalled: frozenset[str], place: str) -> Shelf:
    """Return what a session goes on reading once ``other`` is performed: its own pack, corrected.

    Args:
        shelf: that it reads.
        other: of another pack that changes nothing.
        recalled: ids and digests.
        place: of the screen on the gate's plan; "": nobody has said.
    """
    own = shelf.repertoire
    if own.pack != other.pack or own.correction == other.correction:
        return shelf
    return shelve(own.as_corrected_in(other), shelf.read, recalled, place) or shelf
