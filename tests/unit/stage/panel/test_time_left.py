"""How the panel writes how long something still holds."""

from datetime import timedelta

import pytest

from player.stage.panel.gate_view import GateView
from player.stage.panel.writing import Writing
from player.store.gate_orders import GateDay
from tests.fakes.gate_orders import NOON, ZONE
from tests.fakes.panel import staff_words

WRITING = Writing(staff_words(), "vi", GateView(now=NOON, zone=ZONE, day=GateDay()))


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(seconds=1), "1 phút"),
        (timedelta(minutes=119), "119 phút"),
        (timedelta(minutes=120), "2 giờ"),
        (timedelta(hours=48) - timedelta(minutes=1), "47 giờ"),
        (timedelta(hours=48), "2 ngày"),
        (timedelta(hours=9597), "399 ngày"),
    ],
)
def test_time_left_is_said_in_minutes_hours_or_days(left: timedelta, said: str) -> None:
    assert WRITING.left(NOON + left).endswith(f"còn {said}")


def test_what_has_no_end_is_said_to_have_none() -> None:
    assert WRITING.left(None) == "đến khi bỏ"
