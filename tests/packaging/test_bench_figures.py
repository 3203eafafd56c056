"""Medians, ratios, verdicts, and the table they are told in."""

from itertools import pairwise
from typing import Final

import pytest
from bench.clip import swing
from bench.figures import Figure, Goal, Readings
from bench.packs import toml_value
from bench.report import document, table

SHARE: Final = Goal(0.35, of_chromium=True)


def figure(
    ours: tuple[float, ...], theirs: tuple[float, ...] | None = None, goal: Goal | None = None
) -> Figure:
    """Return a figure called "memory"."""
    chromium = None if theirs is None else Readings(theirs)
    return Figure("mem", "memory", "process tree", "MB", 0, Readings(ours), chromium, goal)


def test_readings_are_told_by_their_middle_and_their_ends() -> None:
    readings = Readings((9.0, 1.0, 2.0, 40.0, 3.0))
    assert (readings.median, readings.spread) == (3.0, (1.0, 40.0))


@pytest.mark.parametrize(
    ("ours", "theirs", "goal", "expected"),
    [
        (35.0, 100.0, SHARE, "met"),
        (36.0, 100.0, SHARE, "missed"),
        (1.0, None, Goal(1.0), "met"),
        (1.1, None, Goal(1.0), "missed"),
        (99.5, 100.0, Goal(99.5, at_least=True), "met"),
        (99.4, 90.0, Goal(99.5, at_least=True), "missed"),
        (5.0, 0.0, SHARE, ""),
        (5.0, 9.0, None, ""),
    ],
)
def test_verdict_is_of_the_median(
    ours: float, theirs: float | None, goal: Goal | None, expected: str
) -> None:
    readings = None if theirs is None else (theirs,)
    assert figure((ours,), readings, goal).verdict == expected


def test_table_tells_spread_ratio_and_goal() -> None:
    lines = table([figure((10, 30, 20), (90, 100, 110), SHARE)]).splitlines()
    assert lines[2] == (
        "| memory | process tree | MB   | 20 (10–30) | 100 (90–110) | 0.20  "
        "| <= 0.35 of Chromium | met |"
    )
    assert len({len(line) for line in lines}) == 1


def test_missed_goal_is_told_with_its_reason() -> None:
    page = document([figure((50,), (100,), SHARE)], {"cores": "2"}, {"mem": "Why."}, "## How")
    assert "- **memory** (<= 0.35 of Chromium). Why.\n" in page
    assert "- cores: 2\n" in page


def test_met_goals_leave_nothing_to_explain() -> None:
    page = document([figure((5,), (100,), SHARE)], {}, {"mem": "Know this."}, "## How")
    assert "## Goals missed\n\nNone.\n" in page
    assert "- **memory.** Know this.\n" in page


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": 1, "b": [True, "ở “x”\n"]}, '{ a = 1, b = [true, "ở “x”\\n"] }'),
        ({}, "{  }"),
        (0.5, "0.5"),
    ],
)
def test_values_are_written_as_toml(value: object, expected: str) -> None:
    assert toml_value(value) == expected


def test_view_never_rests_and_never_leaves_the_picture() -> None:
    places = [swing(step * 4, 640) for step in range(900)]
    assert (min(places), max(places)) == (0, 640)
    assert {abs(one - two) for one, two in pairwise(places)} == {4}
