"""When a worker has worked enough."""

import pytest

from player.video.phases import IDLE_BYTES
from player.video.wear import AGE_S, CLIPS, HELD_BYTES, Wear, worn


@pytest.mark.parametrize(
    ("wear", "expected"),
    [
        (Wear(CLIPS - 1, AGE_S - 1, HELD_BYTES), None),
        (Wear(CLIPS, 0, 0), "it has played 500 clips"),
        (Wear(0, AGE_S, 0), "it has run for 6 hours"),
        (Wear(0, 0, HELD_BYTES + 1), "it holds 250 MB"),
    ],
)
def test_worker_is_worn_by_clips_hours_or_memory(wear: Wear, expected: str | None) -> None:
    assert worn(wear) == expected


def test_worker_is_replaced_before_it_is_killed() -> None:
    assert HELD_BYTES < IDLE_BYTES
