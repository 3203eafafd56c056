"""Builds the desk of a screen: what answers travellers who touch it."""

from dataclasses import dataclass

from player.config.screen import Screen
from player.lookup.search import Search
from player.pack.lookup import Lookup
from player.shell.application import Application
from player.shell.lookup.desk import Clockwork, Desk, Means
from player.shell.lookup.librarian import Index, Librarian
from player.stage.repertoire import Repertoire


@dataclass(frozen=True, slots=True)
class Counter:
    """A desk and the librarian behind it.

    Attributes:
        desk: carries sessions out.
        librarian: to be closed at the end.
    """

    desk: Desk
    librarian: Librarian


def open_index(repertoire: Repertoire, lookup: Lookup) -> Index:
    """Return the index of a pack; called on the librarian's thread."""
    languages = repertoire.composer.pack.content.languages
    return Search.build_in_memory(lookup, languages)


def open_counter(
    application: Application, screen: Screen, clockwork: Clockwork, *, is_threaded: bool = True
) -> Counter:
    """Return the desk of ``screen``.

    Args:
        application: draws it.
        screen: where it hangs, and how.
        clockwork: what time it is.
        is_threaded: False: answers come before the call returns; for pictures.
    """
    librarian = Librarian(open_index, is_threaded=is_threaded)
    means = Means(librarian, application.clips, clockwork)
    desk = Desk(application.desk, application.metrics, screen, means)
    desk.invited.connect(application.overlay.set_invitation)
    return Counter(desk, librarian)
