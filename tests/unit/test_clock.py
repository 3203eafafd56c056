"""When a clock is believed, and that the two clocks are what they say."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from player import clock
from player.clock import HORIZON, ClockTrust

FLOOR = datetime(2026, 11, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("instant", "trust"),
    [
        (FLOOR, ClockTrust.TRUSTED),
        (FLOOR - TICK, ClockTrust.UNTRUSTED),
        (FLOOR + HORIZON, ClockTrust.TRUSTED),
        (FLOOR + HORIZON + TICK, ClockTrust.UNTRUSTED),
        (FLOOR + timedelta(days=100), ClockTrust.TRUSTED),
        # An empty battery, and a clock set to another century.
        (datetime(1970, 1, 1, tzinfo=UTC), ClockTrust.UNTRUSTED),
        (datetime(2099, 1, 1, tzinfo=UTC), ClockTrust.UNTRUSTED),
        (datetime.max.replace(tzinfo=UTC), ClockTrust.UNTRUSTED),
        # The same instant on another wall clock.
        (FLOOR.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")), ClockTrust.TRUSTED),
        (FLOOR.replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), ClockTrust.UNTRUSTED),
    ],
)
def test_clock_is_believed_from_its_floor_to_the_horizon(
    instant: datetime, trust: ClockTrust
) -> None:
    assert clock.trust(instant, FLOOR) is trust


def test_wall_clock_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)


def test_monotonic_clock_never_steps_back() -> None:
    readings = [clock.monotonic() for _ in range(100)]
    assert readings == sorted(readings)
