"""What a display shows, told from samples of its pixels: when a page is there, what changes.

The rules are pure; the rest looks at a display and a clock.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from player import clock

PICTURE_COLOURS: Final = 200
"""A sample with fewer colours is a background, a splash or a built-in page, not content."""

SAME_SHARE: Final = 0.005
"""Two samples that differ in a smaller share of their pixels show the same page."""

SAME_LEVELS: Final = 8
"""Levels of 256 by which a pixel may differ and still look the same."""

HOLDS_S: Final = 0.5
"""A page is there when it then stays unchanged for this long; it was there at the beginning."""

COLOUR: Final = 0xFFFFFF
LOOK_EVERY_S: Final = 0.004
START_LIMIT_S: Final = 30.0


class Pixels(Protocol):
    """A display that can be looked at."""

    @property
    def columns(self) -> int:
        """How many pixels of a row a sample has."""
        ...

    def sample(self) -> bytes:
        """Return some pixels of the whole picture, four bytes each."""
        ...

    def row(self, y: int) -> bytes:
        """Return one row of pixels."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """A sample that differed from the one before, and when it was taken, in seconds."""

    at_s: float
    sample: bytes


@dataclass(frozen=True, slots=True)
class Painted:
    """When content could first be seen at all, and when its page stood complete, in seconds."""

    visible_s: float
    complete_s: float


def is_picture(sample: bytes) -> bool:
    """Whether the sample can only be content."""
    return len(set(memoryview(sample).cast("I"))) >= PICTURE_COLOURS


def fills(sample: bytes, columns: int) -> bool:
    """Whether content reaches all four corners of the display, whose own ground is black.

    Args:
        sample: of the whole picture.
        columns: how many pixels a row of it has.
    """
    pixels = memoryview(sample).cast("I")
    corners = (0, columns - 1, len(pixels) - columns, len(pixels) - 1)
    return all(pixels[corner] & COLOUR for corner in corners)


def share_changed(one: bytes, other: bytes) -> float:
    """Return in which share of the pixels two samples differ to the eye, 0 to 1."""
    if one == other:
        return 0.0
    pairs = zip(one, other, strict=True)
    changed = [abs(first - second) > SAME_LEVELS for first, second in pairs]
    pixels = [any(changed[at : at + 4]) for at in range(0, len(changed), 4)]
    return sum(pixels) / len(pixels)


def painted(looks: Sequence[Look], until_s: float) -> Painted | None:
    """Return when the first page of content came and stayed.

    Args:
        looks: in order of time.
        until_s: when the display was last looked at.

    Returns:
        None while no page of content has stayed for ``HOLDS_S``.
    """
    pictures = [look for look in looks if is_picture(look.sample)]
    for number, look in enumerate(pictures):
        later = (
            next_look.at_s
            for next_look in pictures[number + 1 :]
            if share_changed(look.sample, next_look.sample) > SAME_SHARE
        )
        if next(later, until_s) - look.at_s >= HOLDS_S:
            return Painted(pictures[0].at_s, look.at_s)
    return None


def watch_start(pixels: Pixels, is_running: Callable[[], bool]) -> Painted:
    """Look at a display until a page of content stands on it and stays.

    Returns:
        Instants of ``clock.monotonic``.

    Raises:
        RuntimeError: the program ended, nothing came within ``START_LIMIT_S``, or
            it does not fill the display.
    """
    changes: list[Look] = []
    for look in _looks(pixels, is_running):
        if not changes or look.sample != changes[-1].sample:
            changes.append(look)
        elif look.at_s - changes[-1].at_s > HOLDS_S and (found := painted(changes, look.at_s)):
            _check_fills(pixels)
            return found
    raise RuntimeError("no page of content came on the display, or none stayed")


def watch_motion(pixels: Pixels, is_running: Callable[[], bool]) -> None:
    """Look at a display until there is any content, which may move.

    Raises:
        RuntimeError: the program ended, nothing came within ``START_LIMIT_S``, or
            it does not fill the display.
    """
    if not any(is_picture(look.sample) for look in _looks(pixels, is_running)):
        raise RuntimeError("no content came on the display")
    _check_fills(pixels)


def _check_fills(pixels: Pixels) -> None:
    """Refuse a comparison with a program that draws a smaller picture than the other."""
    if not fills(pixels.sample(), pixels.columns):
        raise RuntimeError("the content does not fill the display")


def _looks(pixels: Pixels, is_running: Callable[[], bool]) -> Iterator[Look]:
    begin_s = now_s = clock.monotonic()
    while now_s - begin_s < START_LIMIT_S and is_running():
        sample, now_s = pixels.sample(), clock.monotonic()
        yield Look(now_s, sample)
        time.sleep(LOOK_EVERY_S)
