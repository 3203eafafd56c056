"""What readings of a moving row say of its pictures, and what they cannot say."""

from collections.abc import Iterator, Sequence
from typing import Final

import pytest
from bench.motion import BLIND_S, Reading, motion, p99, read_rows

EVERY_S: Final = 0.002


def readings(new: str, *, late: Sequence[int] = ()) -> list[Reading]:
    """Return readings 2 ms apart; ``x`` marks a new picture, ``late`` ones come late."""
    found, at_s = [], 0.0
    for number, sign in enumerate(new):
        at_s += EVERY_S + (0.01 if number in late else 0)
        found.append(Reading(at_s, sign == "x"))
    return found


def test_interval_reaches_from_one_picture_to_the_next() -> None:
    assert motion(readings("..x....x...x")).intervals_s == pytest.approx((0.010, 0.008))


def test_held_picture_is_one_long_interval() -> None:
    assert motion(readings(".x..x........x")).intervals_s == pytest.approx((0.006, 0.018))


@pytest.mark.parametrize(
    ("late", "unknown"), [(5, 1), (8, 2)], ids=["while it stood", "as it changed"]
)
def test_interval_in_which_the_meter_was_blind_is_counted_apart(late: int, unknown: int) -> None:
    """A change the meter came late to leaves the interval after it unknown, too."""
    found = motion(readings(".x..x...x...x...x", late=[late]))
    assert found.untold == unknown
    assert found.intervals_s == pytest.approx((0.006, *[0.008] * (3 - unknown)))
    assert found.untold_share == pytest.approx(unknown / 4)


def test_what_stands_still_has_no_intervals() -> None:
    found = motion(readings("......"))
    assert (found.intervals_s, found.untold, found.untold_share) == ((), 0, 0)


def test_meter_says_how_fine_it_is() -> None:
    assert p99(motion(readings("x.x.x")).readings_s) == pytest.approx(EVERY_S)
    assert max(motion(readings("x.x.x", late=[2])).readings_s) > BLIND_S


@pytest.mark.parametrize(
    ("values", "expected"),
    [([3.0], 3.0), ([*range(1, 101)], 99), ([1.0] * 98 + [9.0] * 2, 9.0)],
    ids=["one", "a hundred", "two in a hundred count"],
)
def test_p99_is_one_of_the_values(values: list[float], expected: float) -> None:
    assert p99(values) == expected


class Tape:
    """A display of two rows: the first moves with every reading, the second stands still."""

    columns = 1

    def __init__(self) -> None:
        self._at: Iterator[int] = iter(range(1_000_000))

    def sample(self) -> bytes:
        """Return nothing: rows alone are read."""
        return b""

    def row(self, y: int) -> bytes:
        """Return a row."""
        return next(self._at).to_bytes(4, "big") if y == 0 else b"same"


def test_each_row_is_read_for_itself() -> None:
    moving, still = zip(*read_rows(Tape(), (0, 1), 0.02), strict=True)
    assert all(reading.is_new for reading in moving)
    assert not any(reading.is_new for reading in still)
