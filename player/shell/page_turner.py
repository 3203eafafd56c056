"""Turns the pages of a text too long for its screen, within the slot it has.

The pages share the slot evenly, counted from the slot's beginning: screens of a kind side by
side turn together, and one that comes late joins at the page the others show.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Slot

from player.shell.slide_view import SlideViewModel
from player.shell.timers import OneShot

SHORTEST_S: Final = 3.0
"""No page stays for less: what a slot has no time for is told by ``pack check --screen``."""

EARLY_S: Final = 0.005
"""A timer may fire this much before its instant."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time a scene has on stage.

    Attributes:
        begun_s: when its slot began, seconds of the monotonic clock.
        lasts_s: length of the slot; infinite: nobody knows, and no page is turned.
    """

    begun_s: float
    lasts_s: float = math.inf


def page_s(lasts_s: float, count: int) -> float:
    """Return how long each of ``count`` pages (at least 1) stays in a slot of ``lasts_s``."""
    return max(SHORTEST_S, lasts_s / count)


def page_at(elapsed_s: float, lasts_s: float, count: int) -> int:
    """Return which of ``count`` pages stands ``elapsed_s`` after the slot began, from 0."""
    return max(0, min(count - 1, math.floor(elapsed_s / page_s(lasts_s, count))))


class PageTurner(QObject):
    """Turns the pages of one layer."""

    def __init__(self, layer: SlideViewModel, monotonic: Callable[[], float]) -> None:
        """Wait for a scene.

        Args:
            layer: whose pages are turned.
            monotonic: seconds of a clock that never steps.
        """
        super().__init__()
        self._layer = layer
        self._monotonic = monotonic
        self._span = Span(0)
        self._timer: OneShot | None = None
        layer.pageCountChanged.connect(self._turn)

    def expect(self, span: Span) -> None:
        """Take the time of the scene that the layer is about to hold."""
        self._span = span

    @Slot()
    def _turn(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        count, span = self._layer.pages, self._span
        elapsed_s = self._monotonic() - span.begun_s
        page = page_at(elapsed_s + EARLY_S, span.lasts_s, count)
        self._layer.turn_to(page)
        if page < count - 1 and math.isfinite(span.lasts_s):
            due_s = (page + 1) * page_s(span.lasts_s, count)
            self._timer = OneShot(self, due_s - elapsed_s, self._turn)
