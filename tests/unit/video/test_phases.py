"""When a worker counts as hung."""

import pytest

from player.video.phases import (
    Absent,
    Deadlines,
    Idle,
    Opening,
    Phase,
    Playing,
    Sounding,
    Starting,
    Stopping,
    after,
    clip_of,
    overdue,
    overgrown,
)
from player.video.protocol import (
    Ended,
    Event,
    Failed,
    FrameAt,
    Heard,
    Opened,
    Ready,
    Stopped,
)

NOW = 100.0
LIMITS = Deadlines(start_s=10, open_s=2, frame_s=3, sound_s=5, stop_s=4)


@pytest.mark.parametrize(
    ("phase", "limit_s"),
    [
        (Starting(NOW, None), 10),
        (Starting(NOW, 1), 10),
        (Opening(NOW, 1), 2),
        (Playing(NOW, 1), 3),
        (Sounding(NOW, 1), 5),
        (Stopping(NOW), 4),
    ],
)
def test_worker_is_overdue_only_past_its_limit(phase: Phase, limit_s: float) -> None:
    assert overdue(phase, NOW + limit_s, LIMITS) is None
    assert overdue(phase, NOW + limit_s + 0.001, LIMITS) is not None


@pytest.mark.parametrize("phase", [Absent(), Idle()])
def test_worker_nobody_waits_for_is_never_overdue(phase: Phase) -> None:
    assert overdue(phase, NOW + 1e9, LIMITS) is None


@pytest.mark.parametrize(
    ("phase", "event", "expected"),
    [
        (Starting(1, None), Ready(), Idle()),
        (Starting(1, 7), Ready(), Opening(NOW, 7)),
        (Opening(1, 7), Opened(7, 2, 2), Playing(NOW, 7)),
        (Opening(1, 7), Failed(7, "bad"), Stopping(NOW)),
        (Playing(1, 7), FrameAt(7, 1, 0), Playing(NOW, 7)),
        (Playing(1, 7), Ended(7), Stopping(NOW)),
        (Playing(1, 7), Failed(7, "bad"), Stopping(NOW)),
        (Opening(1, 7), Heard(7), Sounding(NOW, 7)),
        (Sounding(1, 7), Heard(7), Sounding(NOW, 7)),
        (Sounding(1, 7), Ended(7), Stopping(NOW)),
        (Sounding(1, 7), Failed(7, "bad"), Stopping(NOW)),
        (Stopping(1), Stopped(), Idle()),
    ],
)
def test_event_in_its_place_leads_on(phase: Phase, event: Event, expected: Phase) -> None:
    assert after(phase, event, NOW) == expected


@pytest.mark.parametrize(
    ("phase", "event"),
    [
        (Opening(1, 7), Opened(6, 2, 2)),
        (Opening(1, 7), Ended(6)),
        (Opening(1, 7), FrameAt(7, 1, 0)),
        (Opening(1, 7), Stopped()),  # of the clip before
        (Playing(1, 7), Failed(6, "late")),
        (Playing(1, 7), FrameAt(6, 1, 0)),
        (Playing(1, 7), Opened(7, 2, 2)),  # no frame: a clip that only opens has hung
        (Playing(1, 7), Heard(7)),  # sound alone is no film
        (Sounding(1, 7), Heard(6)),
        (Sounding(1, 7), Ended(6)),
        (Idle(), Ended(7)),
        (Stopping(1), Ended(7)),
        (Idle(), Ready()),
    ],
)
def test_event_out_of_place_changes_nothing(phase: Phase, event: Event) -> None:
    assert after(phase, event, NOW) is phase


def test_clip_is_known_while_it_is_wanted() -> None:
    wanting = (Starting(1, 7), Opening(1, 7), Playing(1, 7), Sounding(1, 7))
    assert [clip_of(phase) for phase in wanting] == [7, 7, 7, 7]
    assert [clip_of(phase) for phase in (Stopping(1), Idle(), Absent())] == [None, None, None]


@pytest.mark.parametrize(
    ("phase", "held_mb", "expected"),
    [
        (Idle(), 400, None),
        (Idle(), 401, "the worker holds 401 MB"),
        (Playing(1, 7), 1200, None),
        (Playing(1, 7), 1201, "the worker holds 1201 MB"),
        (Starting(1, None), 401, None),
    ],
)
def test_worker_may_hold_less_between_clips(
    phase: Phase, held_mb: int, expected: str | None
) -> None:
    assert overgrown(phase, held_mb << 20) == expected
