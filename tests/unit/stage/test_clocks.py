"""The clocks of a gate."""

from datetime import UTC, datetime

import pytest

from player.clock import ClockTrust
from player.pack.gate import Gate
from player.stage.clocks import ClockTimes, clock_times


def gate(own: str, neighbour: str) -> Gate:
    return Gate.model_validate(
        {
            "id": "gate",
            "name": {},
            "province": {},
            "time_zone": own,
            "neighbour": {"country": "XX", "name": {}, "time_zone": neighbour},
        }
    )


@pytest.mark.parametrize(
    ("own", "neighbour", "utc", "expected"),
    [
        ("Asia/Ho_Chi_Minh", "Asia/Shanghai", "2026-11-26T07:05", ("14:05", "15:05")),
        ("Asia/Ho_Chi_Minh", "Asia/Shanghai", "2026-11-26T16:59", ("23:59", "00:59")),
        ("Asia/Ho_Chi_Minh", "Asia/Vientiane", "2026-11-26T07:05", ("14:05", "")),
        # The same time in winter, another in summer.
        ("Africa/Lagos", "Europe/Paris", "2026-01-26T07:05", ("08:05", "")),
        ("Africa/Lagos", "Europe/Paris", "2026-07-26T07:05", ("08:05", "09:05")),
    ],
)
def test_neighbours_clock_is_shown_only_where_it_differs_at_that_instant(
    own: str, neighbour: str, utc: str, expected: tuple[str, str]
) -> None:
    now = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert clock_times(gate(own, neighbour), now, ClockTrust.TRUSTED) == ClockTimes(*expected)


def test_clock_nobody_believes_is_not_shown() -> None:
    now = datetime(1970, 1, 1, tzinfo=UTC)
    shown = clock_times(gate("Asia/Ho_Chi_Minh", "Asia/Shanghai"), now, ClockTrust.UNTRUSTED)
    assert shown == ClockTimes()
