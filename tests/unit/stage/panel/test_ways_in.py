"""The PIN pad's digits, the corner a finger is held in, and what keys mean."""

import pytest

from player.config.screen import Keypad
from player.stage.panel.corner import Corner
from player.stage.panel.keypad import Combination, Pause, SwitchLanguage, meanings
from player.stage.panel.pin_pad import BACK, CLEAR, PinPad, wipe


def pad_after(keys: str) -> PinPad:
    """Return a pad on which digits were typed."""
    pad = PinPad()
    for key in keys:
        pad.press(key)
    return pad


def test_pad_hands_its_digits_over_once() -> None:
    pad = pad_after("258014")
    assert (pad.count, pad.is_enough) == (6, True)
    assert pad.take() == b"258014"
    assert pad.count == 0
    assert pad.take() == b""


def test_pad_takes_digits_back_and_none_too_many() -> None:
    pad = pad_after("12345678901234")
    assert pad.count == 12
    pad.press(BACK)
    assert pad.take() == b"12345678901"
    pad = pad_after("12345")
    assert not pad.is_enough
    pad.press(CLEAR)
    pad.press(BACK)
    assert pad.count == 0
    with pytest.raises(ValueError, match="no key"):
        pad.press("x")


def test_nothing_of_the_digits_is_printed_or_left() -> None:
    pad = pad_after("258014")
    assert repr(pad) == str(pad) == "PinPad(count=6)"
    taken = pad.take()
    assert bytes(pad._digits) == bytes(12)
    wipe(taken)
    assert taken == bytes(6)


CORNER = Corner("top-left", 476, 268, 3)


@pytest.mark.parametrize(
    ("name", "x", "y", "rests"),
    [
        ("top-left", 0, 0, True),
        ("top-left", 25, 25, True),
        ("top-left", 26, 5, False),
        ("top-left", 5, 26, False),
        ("top-right", 470, 5, True),
        ("top-right", 5, 5, False),
        ("bottom-left", 5, 260, True),
        ("bottom-right", 470, 260, True),
        ("bottom-right", 480, 260, False),
        ("none", 5, 5, False),
    ],
)
def test_finger_rests_in_the_corner_alone(name: str, x: float, y: float, *, rests: bool) -> None:
    corner = Corner(name, 476, 268, 3).down(1, x, y, 10)
    assert (corner.remaining_s(10) is not None) == rests


def test_finger_is_to_stay_for_its_time() -> None:
    corner = CORNER.down(1, 10, 10, 100)
    assert (corner.remaining_s(100), corner.remaining_s(102), corner.remaining_s(104)) == (3, 1, 0)
    assert corner.moved(1, 14, 10).remaining_s(104) == 0
    assert corner.moved(1, 20, 10).remaining_s(104) is None
    assert corner.up(1).remaining_s(104) is None
    assert corner.moved(2, 200, 200).up(2).remaining_s(104) == 0
    assert corner.empty.remaining_s(104) is None


def test_finger_that_slides_in_does_not_rest() -> None:
    assert CORNER.down(1, 60, 10, 100).moved(1, 10, 10).remaining_s(200) is None


@pytest.mark.parametrize(
    ("presses", "is_complete"),
    [
        ([("*", 0), ("*", 1), ("*", 2)], True),
        ([("*", 0), ("*", 1), ("*", 2.1)], False),
        ([("*", 0), ("*", 1)], False),
        ([("*", 0), ("1", 0.1), ("*", 0.2), ("*", 0.3)], False),
        ([("1", 0), ("*", 5), ("*", 5.5), ("*", 6)], True),
    ],
)
def test_combination_is_pressed_in_one_go(
    presses: list[tuple[str, float]], *, is_complete: bool
) -> None:
    combination = Combination(("*", "*", "*"))
    for key, at in presses:
        combination = combination.press(key, at)
    assert combination.is_complete == is_complete
    assert not combination.forgotten.is_complete


def test_no_combination_is_never_complete() -> None:
    assert not Combination(()).press("*", 0).is_complete


def test_keys_mean_what_the_configuration_says() -> None:
    keypad = Keypad(keys={"F1": "language:zh", "5": "pause"})
    assert meanings(keypad) == {"F1": SwitchLanguage("zh"), "5": Pause()}
