"""Whether a frame is one of two pages, or the one fading into the other.

A page with a clip is known but for the clip's picture of the moment. The clips shown here are of
one colour at a time, and their colours lie on a line (``FILM``, more or less green): so every
frame a clip may show is its page plus a multiple of a known picture, and least squares tell
exactly what a frame is made of. A black film, a page without its words, a blank ground are none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

Pixels = Sequence[float]

FILM: Final = (200, 40, 180)
GREENEST: Final = 200
"""The first picture of every clip, and how green it gets."""

LEVELS: Final = 16
"""Of 256, by which a value may be off: letters at their edges, the coding of a clip's colour."""

OUTLIERS: Final = 0.002
"""Share of values that may be further off, at most: edges of letters drawn by another backend."""

SLACK: Final = 0.06
"""By how much a blend may seem to overshoot; colours are whole numbers, fades have steps."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the player's own snapshot draws it; three values a sample.

    Attributes:
        hidden: positions of values that belong to clocks, banner or ticker and not to the page.
    """

    name: str
    pixels: bytes
    hidden: frozenset[int] = frozenset()

    @property
    def film(self) -> Pixels:
        """1 for each green value that a clip may change, else 0."""
        found = [0.0] * len(self.pixels)
        for at in range(0, len(found), 3):
            near = zip(self.pixels[at : at + 3], FILM, strict=True)
            found[at + 1] = float(all(abs(one - other) <= LEVELS for one, other in near))
        return found

    def green(self, frame: bytes) -> int:
        """Return how green the middle of the film is in a frame of this page."""
        seen = [at for at, value in enumerate(self.film) if value]
        return frame[seen[len(seen) // 2]]


def is_uniform(pixels: bytes) -> bool:
    """Whether a frame is of one colour."""
    return pixels == pixels[:3] * (len(pixels) // 3)


def share_off(frame: bytes, old: Page, new: Page) -> float:
    """Return the share of a frame's values that neither page nor a blend of them explains.

    Args:
        frame: three values a sample.
        old: the page before; the same as ``new`` when no other may be seen.
        new: the page of the instant.

    Returns:
        0 to 1; 1 when the best blend is not one of two pages.
    """
    hidden = old.hidden | new.hidden
    before, after, seen = (_without(hidden, of) for of in (old.pixels, new.pixels, frame))
    films = [_without(hidden, page.film) for page in (old, new)]
    change = [float(b - a) for a, b in zip(before, after, strict=True)]
    basis = [part for part in (change, *films) if any(part)]
    if len(basis) > 1 and basis[-1] == basis[-2]:
        basis.pop()
    rest = [float(f - a) for f, a in zip(seen, before, strict=True)]
    parts = _solve(basis, rest)
    if any(change) and not -SLACK <= parts[0] <= 1 + SLACK:
        return 1.0
    if any(not -LEVELS <= part <= GREENEST for part in parts[bool(any(change)) :]):
        return 1.0
    for part, along in zip(parts, basis, strict=True):
        rest = [left - part * value for left, value in zip(rest, along, strict=True)]
    return sum(abs(left) > LEVELS for left in rest) / len(rest)


def matches(frame: bytes, old: Page, new: Page) -> bool:
    """Whether a frame is one of two pages or a blend of them."""
    return not is_uniform(frame) and share_off(frame, old, new) <= OUTLIERS


def _without(hidden: frozenset[int], values: Pixels) -> Pixels:
    return [value for at, value in enumerate(values) if at not in hidden]


def _solve(basis: Sequence[Pixels], wanted: Pixels) -> list[float]:
    """Return the multiples of ``basis`` whose sum comes nearest to ``wanted``."""
    rows = [[_dot(one, other) for other in (*basis, wanted)] for one in basis]
    for at, row in enumerate(rows):
        row[at] *= 1 + 1e-9  # two films nearly in the same place
    for at in range(len(rows)):
        one = [value / rows[at][at] for value in rows[at]]
        rows = [
            [value - row[at] * part for part, value in zip(one, row, strict=True)] for row in rows
        ]
        rows[at] = one
    return [row[-1] for row in rows]


def _dot(one: Pixels, other: Pixels) -> float:
    return float(sum(map(mul, one, other)))
