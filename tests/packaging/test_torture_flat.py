"""A line through what a process holds: growth is told from the ups and downs about it."""

import pytest
from torture.flat import Sample, fit

WAVE = (0, 90_000, 30_000, 120_000, 60_000)


def line(slope: float, wave: tuple[int, ...], more: int = 0, objects: int = 0) -> list[Sample]:
    found = []
    for n, change in enumerate(range(2000, 10_001, 200)):
        held = 80_000_000 + round(slope * change) + wave[n % len(wave)]
        found.append(Sample(change, held, more * n, objects * n))
    return found


@pytest.mark.parametrize(
    ("samples", "seen"),
    [
        (line(0, WAVE), False),
        (line(5, WAVE), False),
        (line(100, WAVE), True),
        (line(5, (0,)), True),
        (line(-100, WAVE), False),
        (line(0, WAVE, more=1), True),
        (line(0, WAVE, objects=1), True),
    ],
    ids=["flat", "within the noise", "a leak", "a small one", "shrinks", "descriptors", "objects"],
)
def test_growth_is_seen_when_a_line_shows_it(samples: list[Sample], seen: bool) -> None:
    assert fit(samples).is_seen is seen


def test_slope_is_per_change() -> None:
    assert fit(line(100, (0,))).slope == pytest.approx(100)
