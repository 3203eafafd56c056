"""Builds the way into a screen's staff panel: its gatekeeper, its pad, and how it is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from player import clock
from player.clock import ClockTrust
from player.config.load_officers import load_officers
from player.config.screen import Screen
from player.shell.application import Application
from player.shell.panel.entrance import Entrance
from player.shell.panel.gatekeeper import Books, Gatekeeper
from player.shell.panel.ways_in import WaysIn, watch_ways
from player.store.attempts import read_attempts, write_attempts
from player.store.layout import Home


@dataclass(frozen=True, slots=True)
class Doorway:
    """The way in.

    Attributes:
        entrance: who is in.
        gatekeeper: to be closed at the end.
        ways: None: the built-in page stands in a plain window, and nobody gets in.
    """

    entrance: Entrance
    gatekeeper: Gatekeeper
    ways: WaysIn | None


def open_doorway(
    application: Application, screen: Screen, trust: Callable[[datetime], ClockTrust]
) -> Doorway:
    """Return the way in; install it after the watch on the window, for it comes first.

    Args:
        application: opened.
        screen: says who may, and how.
        trust: whether an instant is believed.
    """
    home = Home(screen.home)
    books = Books(
        officers=partial(load_officers, screen.officers, "vi"),
        remembered=partial(read_attempts, home),
        remember=partial(write_attempts, home),
        now=clock.now,
        trust=trust,
        seconds=clock.monotonic,
    )
    gatekeeper = Gatekeeper(books)
    entrance = Entrance(gatekeeper, clock.monotonic)
    ways = watch_ways(
        application.window,
        application.metrics,
        (screen.panel, screen.keypad),
        entrance,
        clock.monotonic,
    )
    if ways is not None:
        ways.summoned.connect(entrance.call)
    return Doorway(entrance, gatekeeper, ways)
