"""Stamps: the same for what reads the same, another for every other text."""

import pytest

from player.publish.stamp import stamp

TEXT = "Cầm sẵn hộ chiếu.\n\nXin hỏi cán bộ."


def test_stamp_is_short_enough_to_copy_by_eye() -> None:
    assert stamp(TEXT) == "661037"


@pytest.mark.parametrize(
    "same",
    [
        "Cầm sẵn hộ chiếu. Xin hỏi cán bộ.\n",
        "Cầm sẵn hộ\u00a0chiếu.\r\n\r\nXin hỏi cán bộ.",
        "Cầm sẵn \u200bhộ chiếu. Xin hỏi\u200e cán bộ.",
        "Ca\u0302\u0300m sẵn hộ chiếu. Xin hỏi cán bộ.",
    ],
    ids=["wrapped anew", "no-break space", "invisible signs", "letters and marks apart"],
)
def test_text_that_reads_the_same_keeps_its_stamp(same: str) -> None:
    assert stamp(same) == stamp(TEXT)


@pytest.mark.parametrize("other", [TEXT.replace("hộ", "hổ"), TEXT.replace(".", ",", 1)])
def test_text_that_reads_otherwise_has_another(other: str) -> None:
    assert stamp(other) != stamp(TEXT)


def test_no_text_has_no_stamp() -> None:
    assert stamp(" \n\u200b") == ""
