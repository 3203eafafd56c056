"""Five points tell whether a touch panel reports where a finger is, and how it lies if not."""

from itertools import pairwise
from typing import Final

import pytest

from player.shell.turning import to_picture
from player.stage.setup.touch_check import (
    _LANDS,
    POINTS,
    Confusion,
    Landing,
    Place,
    _apply,
    confusion,
    is_good_for,
    land,
    point_due,
    remedy,
)

REACHES: Final = {"landscape": (0.04, 0.071), "portrait": (0.071, 0.04), "square": (0.06, 0.06)}
"""Half a target of a picture of 1920 x 1080, 1080 x 1920, 1024 x 1024."""


def touched(places: tuple[Place, ...], reach: Place) -> tuple[Landing, ...]:
    landings: tuple[Landing, ...] = ()
    for place in places:
        landings = land(landings, place, reach)
    return landings


@pytest.mark.parametrize("reach", REACHES.values(), ids=REACHES)
def test_five_touches_on_their_points_are_good(reach: Place) -> None:
    landings = touched(POINTS, reach)
    assert point_due(landings) is None
    assert confusion(landings, reach) is None


@pytest.mark.parametrize("reach", REACHES.values(), ids=REACHES)
@pytest.mark.parametrize("name", _LANDS)
def test_one_touch_tells_how_the_axes_are_confused(name: Confusion, reach: Place) -> None:
    landings = touched((_apply(_LANDS[name], POINTS[0]),), reach)
    assert not landings[0].is_hit
    assert confusion(landings, reach) == name


@pytest.mark.parametrize("name", _LANDS)
def test_no_confused_panel_passes(name: Confusion) -> None:
    reach = REACHES["landscape"]
    landings = touched((_apply(_LANDS[name], POINTS[0]),) * 20, reach)
    assert point_due(landings) == 0
    # Nor for whoever touches every ring without looking which one is due.
    landings = touched(tuple(_apply(_LANDS[name], point) for point in POINTS), reach)
    assert point_due(landings) is not None


def test_panel_that_is_only_off_is_confused_by_no_name() -> None:
    reach = REACHES["landscape"]
    landings = touched(((POINTS[0][0] + 0.15, POINTS[0][1] + 0.15),), reach)
    assert point_due(landings) == 0
    assert confusion(landings, reach) is None


def test_slip_between_hits_does_not_hide_the_next_points() -> None:
    reach = REACHES["landscape"]
    landings = touched((POINTS[0], (0.6, 0.6), *POINTS[1:]), reach)
    assert [landing.is_hit for landing in landings] == [True, False, True, True, True, True]
    assert point_due(landings) is None


def test_touch_after_the_last_point_changes_nothing() -> None:
    reach = REACHES["landscape"]
    landings = touched(POINTS, reach)
    assert land(landings, (0.5, 0.5), reach) == landings


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("name", _LANDS)
def test_remedy_puts_every_touch_where_the_finger_is(name: Confusion, turn: int) -> None:
    """What the panel reports in the window, once calibrated, is the point in the picture."""
    a, b, c, d, e, f = (float(part) for part in remedy(name, turn).split())
    window = (1920, 1080)
    for point in POINTS:
        seen = _apply(_LANDS[name], point)
        x, y = _in_window(turn, seen)
        mended = (a * x + b * y + c, d * x + e * y + f)
        width, height = window
        place = to_picture(turn, width, height, mended[0] * width, mended[1] * height)  # type: ignore[arg-type]
        across, down = (height, width) if turn in {90, 270} else (width, height)
        assert (place[0] / across, place[1] / down) == pytest.approx(point)


def _in_window(turn: int, place: Place) -> Place:
    """Return the place of the window, as shares, that is at ``place`` of the picture."""
    x, y = place
    return {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[turn]


def test_points_lie_apart_and_away_from_the_edges() -> None:
    for one, other in pairwise(sorted(POINTS)):
        assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 0.2
    assert all(0.05 <= share <= 0.95 for point in POINTS for share in point)


@pytest.mark.parametrize(
    ("touched_in", "verdict", "is_good"),
    [
        ("portrait", "good", True),
        ("landscape", "good", False),
        (None, "good", False),
        (None, "skipped", True),
        ("portrait", "", False),
    ],
)
def test_check_counts_only_for_how_the_panel_hangs(
    touched_in: str | None, verdict: str, is_good: bool
) -> None:
    assert is_good_for("portrait", touched_in, verdict) is is_good  # type: ignore[arg-type]
