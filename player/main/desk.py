"""Builds the desk of a screen: what answers travellers who touch it."""

from dataclasses import dataclass
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from player import clock, resources
from player.config.screen import Screen
from player.lookup.keyboard.layout import read_layouts
from player.lookup.stored import open_search
from player.main.repertoire import read_phrases
from player.pack.lookup import Lookup
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk import Desk, Means
from player.shell.lookup.librarian import Index, Librarian
from player.shell.lookup.touch_watch import TouchWatch, watch_window
from player.stage.repertoire import Repertoire
from player.store.layout import Home
from player.store.panel import count_miss, report_panel
from player.store.scribe import Scribe

LATIN: Final = "en"


@dataclass(frozen=True, slots=True)
class Counter:
    """A desk and the librarian behind it.

    On a screen that nobody touches they have the topics ready that gate staff may show.

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
    # Nobody searches on a screen that nobody touches: it needs no index, nor the memory for one.
    index = partial(open_index, Home(screen.home)) if screen.is_touched else None
    librarian = Librarian(index, is_threaded=is_threaded)
    phrases = read_phrases(resources.assets() / "strings")
    layouts = read_layouts(resources.assets() / "keyboards")
    keyboard = KeyboardViewModel(layouts, phrases, LATIN)
    means = Means(librarian, keyboard, application.clips, clockwork)
    desk = Desk(application.desk, application.metrics, screen, means)
    overlay = application.overlay
    desk.invited.connect(overlay.set_invitation)
    for changed in (overlay.banner.shownChanged, overlay.banner.roomChanged):
        changed.connect(lambda: desk.set_banner(overlay.banner_height))
    return Counter(desk, librarian, keyboard)


def guard(
    application: Application, desk: Desk | None, screen: Screen, *, windowed: bool
) -> TouchWatch | None:
    """Watch the window: its fingers and keys for the desk, its panel and misses for ``status``.

    Args:
        application: opened.
        desk: None: nobody touches this screen.
        screen: whose home the findings go to.
        windowed: in development; then the window may be closed.
    """
    watch = watch_window(
        application.window,
        clock.monotonic,
        application.metrics.in_picture,
        expects_panel=desk is not None and not windowed,
        may_close=windowed,
    )
    if watch is None or desk is None:
        return watch
    home, zone = Home(screen.home), ZoneInfo(screen.time_zone)
    attend(watch, desk)
    scribe = Scribe("a record")
    watch.faulted.connect(lambda fault: scribe.write(partial(report_panel, home, fault)))
    desk.missed.connect(
        lambda tag: scribe.write(
            partial(count_miss, home, tag, clock.now().astimezone(zone).date())
        )
    )
    return watch


def attend(watch: TouchWatch, desk: Desk) -> None:
    """Have ``desk`` told of fingers and keys that no control takes."""
    watch.pressed.connect(desk.touch)
    watch.began.connect(lambda: desk.begin(""))
    watch.escaped.connect(lambda: desk.act("back"))
