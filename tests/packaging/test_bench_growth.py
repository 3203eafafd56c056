"""How sure a line is that memory rises."""

from math import sqrt

import pytest
from bench.growth import rise
from torture.flat import Sample, fit

WAVE = (0, 90_000, 30_000, 120_000, 60_000)


def samples(slope: float, *, descriptors: int = 0) -> list[Sample]:
    """Return forty samples of memory that rises by ``slope`` bytes a change amid ups and downs."""
    return [
        Sample(change, 80_000_000 + round(slope * change) + WAVE[n % 5], descriptors * n, 7)
        for n, change in enumerate(range(2000, 10_000, 200))
    ]


@pytest.mark.parametrize(
    ("slope", "is_sure"), [(0, False), (1, False), (20, True), (-20, False)], ids=str
)
def test_line_is_sure_when_its_lower_bound_rises(slope: float, is_sure: bool) -> None:
    found = rise(samples(slope), fit(samples(slope)))
    assert (found.least > 0) is is_sure
    assert found.least < found.fitted < found.most


def test_bounds_are_two_standard_errors_away() -> None:
    """Of forty samples evenly apart the variance of the changes is (40^2 - 1) / 12 steps."""
    found = rise(samples(0), fit(samples(0)))
    noise = fit(samples(0)).noise
    assert found.most - found.fitted == pytest.approx(2 * noise * 39 / sqrt((40**2 - 1) / 12 * 38))


def test_what_is_counted_is_told_as_it_is() -> None:
    found = rise(samples(0), fit(samples(0, descriptors=1)))
    assert (found.descriptors, found.objects) == (20, 0)
