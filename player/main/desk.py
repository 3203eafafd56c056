"""Builds the desk of a screen: what answers travellers who touch it."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from player import resources
from player.config.screen import Screen
from player.lookup.keyboard.layout import read_layouts
from player.lookup.stored import open_search
from player.main.repertoire import read_phrases
from player.pack.lookup import Lookup
from player.shell.application import Application
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk import Clockwork, Desk, Means
from player.shell.lookup.librarian import Index, Librarian
from player.stage.repertoire import Repertoire
from player.store.layout import Home

LATIN: Final = "en"


@dataclass(frozen=True, slots=True)
class Counter:
    """A desk and the librarian behind it.

    Attributes:
        desk: carries sessions out.
        librarian: to be closed at the end.
        keyboard: before whoever searches.
    """

    desk: Desk
    librarian: Librarian
    keyboard: KeyboardViewModel


def open_index(home: Home, repertoire: Repertoire, lookup: Lookup) -> Index:
    """Return the index of a pack; called on the librarian's thread."""
    languages = repertoire.composer.pack.content.languages
    return open_search(lookup, languages, home.index(repertoire.pack))


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
    librarian = Librarian(partial(open_index, Home(screen.home)), is_threaded=is_threaded)
    phrases = read_phrases(resources.assets() / "strings")
    layouts = read_layouts(resources.assets() / "keyboards")
    keyboard = KeyboardViewModel(layouts, phrases, LATIN)
    means = Means(librarian, keyboard, application.clips, clockwork)
    desk = Desk(application.desk, application.metrics, screen, means)
    desk.invited.connect(application.overlay.set_invitation)
    return Counter(desk, librarian, keyboard)
