"""The signs: drawings that any painter can follow, within their plate."""

import re
from typing import Final

import pytest

from player.stage.alarm.signs import ARROWS, DRAWINGS, Sign

PATH: Final = re.compile(
    r"M( -?[\d.e-]+){2}( (M|L)( -?[\d.e-]+){2}| C( -?[\d.e-]+){6}| Z)*",
)
NUMBER: Final = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")


def test_every_sign_is_drawn() -> None:
    assert set(DRAWINGS) == set(Sign)


@pytest.mark.parametrize("sign", Sign)
def test_paths_use_only_steps_that_every_painter_knows(sign: Sign) -> None:
    assert all(PATH.fullmatch(stroke.path) for stroke in DRAWINGS[sign].strokes)


@pytest.mark.parametrize("sign", Sign)
def test_drawing_stays_on_its_plate(sign: Sign) -> None:
    for stroke in DRAWINGS[sign].strokes:
        if stroke.is_cut:
            continue
        numbers = [float(number) for number in NUMBER.findall(stroke.path)]
        assert min(numbers) - stroke.width / 2 >= 3
        assert max(numbers) + stroke.width / 2 <= 97


@pytest.mark.parametrize("sign", ARROWS.values())
def test_arrow_points_where_it_says(sign: Sign) -> None:
    """Its tip, the fifth corner from the tail, lies farthest that way."""
    numbers = [float(number) for number in NUMBER.findall(DRAWINGS[sign].strokes[0].path)]
    x, y = numbers[8] - 50, numbers[9] - 50
    told = {name for name, is_so in _sides(x, y) if is_so}
    assert told == set(sign.value.split("-"))


def _sides(x: float, y: float) -> tuple[tuple[str, bool], ...]:
    return ("left", x < -1), ("right", x > 1), ("up", y < -1), ("down", y > 1)


@pytest.mark.parametrize(
    ("sign", "plate"),
    [
        (Sign.EXIT, "safe"),
        (Sign.ASSEMBLY, "safe"),
        (Sign.FIRST_AID, "safe"),
        (Sign.SHELTER, "safe"),
        (Sign.FIRE, "fire"),
        (Sign.WARNING, "warning"),
    ],
)
def test_plate_has_the_meaning_of_the_standard(sign: Sign, plate: str) -> None:
    assert DRAWINGS[sign].plate == plate


def test_only_the_runner_may_be_mirrored() -> None:
    assert [sign for sign in Sign if DRAWINGS[sign].is_turnable] == [Sign.EXIT]
