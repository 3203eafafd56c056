"""When a page counts as painted, told from samples of a display."""

from itertools import pairwise
from typing import Final

import pytest
from bench.watching import Look, Painted, fills, painted, share_changed

COLUMNS: Final = 40
PIXELS: Final = 30 * COLUMNS
BLACK: Final = bytes(4 * PIXELS)


def page(seed: int, *, strength: float = 1.0) -> bytes:
    """Return a sample with many colours; less ``strength`` is a page that fades in."""
    values = [(seed * 7919 + number * 31) % 251 for number in range(3 * PIXELS)]
    colours = [int((4 + value) * strength) for value in values]
    return b"".join(
        bytes((*colours[at : at + 3], 0)) for at, _ in pairwise(range(0, 3 * PIXELS + 1, 3))
    )


def flat(blue: int) -> bytes:
    """Return a sample of one colour."""
    return bytes((blue, 40, 40, 0)) * PIXELS


FADE: Final = [Look(1.0 + step / 10, page(1, strength=(4 + step) / 8)) for step in range(5)]


@pytest.mark.parametrize(
    ("looks", "until_s", "expected"),
    [
        ([Look(0, BLACK), Look(0.4, page(1))], 2, Painted(0.4, 0.4)),
        ([Look(0, BLACK), Look(0.4, flat(9)), Look(0.9, page(1))], 2, Painted(0.9, 0.9)),
        ([Look(0, BLACK), *FADE], 3, Painted(FADE[0].at_s, FADE[-1].at_s)),
        ([Look(0, BLACK), Look(0.4, page(1)), Look(0.7, page(2))], 2, Painted(0.4, 0.7)),
        ([Look(0, BLACK), Look(0.4, page(1)), Look(4.0, page(2))], 4.1, Painted(0.4, 0.4)),
        ([Look(0, BLACK), Look(0.4, page(1))], 0.6, None),
        ([Look(0, BLACK), Look(0.4, flat(9))], 9, None),
    ],
    ids=[
        "a page at once",
        "a background first is not content",
        "a fade counts at its end",
        "a page that gives way at once was not the page",
        "a page that stayed counts, whatever follows",
        "one that has not stayed yet",
        "a background alone",
    ],
)
def test_page_is_painted_when_it_stays(
    looks: list[Look], until_s: float, expected: Painted | None
) -> None:
    assert painted(looks, until_s) == expected


def test_faint_difference_is_the_same_page() -> None:
    brighter = bytes(min(255, value + 3) for value in page(1))
    assert share_changed(page(1), brighter) == 0


def test_share_counts_pixels_not_bytes() -> None:
    half = PIXELS // 2 * 4
    assert share_changed(flat(9), flat(9)[:half] + flat(99)[half:]) == pytest.approx(0.5)


@pytest.mark.parametrize("black", [0, COLUMNS - 1, PIXELS - COLUMNS, PIXELS - 1])
def test_black_corner_is_an_unfilled_display(black: int) -> None:
    sample = bytearray(page(1))
    assert fills(bytes(sample), COLUMNS)
    sample[4 * black : 4 * black + 4] = bytes(4)
    assert not fills(bytes(sample), COLUMNS)
