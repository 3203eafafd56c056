"""When a worker has worked enough, and that nobody sees it replaced."""

from collections.abc import Iterator

import pytest

from player.video.client import WorkerRenewed
from player.video.phases import IDLE_BYTES
from player.video.protocol import Ended, Opened, Ready, Stopped
from player.video.wear import AGE_S, CLIPS, HELD_BYTES, Wear, worn
from tests.fakes.driven_client import BLUE, FILM, RED, SIZE, Scene


@pytest.fixture
def scene() -> Iterator[Scene]:
    """Return a client without a worker."""
    scene = Scene()
    yield scene
    scene.client.close()


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


def test_worn_worker_is_replaced_between_two_clips_and_its_last_frame_stays(scene: Scene) -> None:
    clip = scene.play()
    assert scene.draw(clip) == RED
    worn, held = scene.worker, scene.client._held
    worn.held = HELD_BYTES + 1
    assert scene.client.check(scene.now) == ()  # not in mid-clip
    worn.say(Ended(clip), Stopped())
    told = scene.client.check(scene.now)
    assert told == (Ended(clip), WorkerRenewed("it holds 250 MB"))
    assert scene.worker is not worn
    assert worn.status is not None
    assert held is not None
    assert bytes(held.pixels[:4]) == RED
    assert scene.worker.order.held == (held.slot, held.header.serial)
    other = scene.play()
    assert scene.draw(other, BLUE) == BLUE


def test_worker_is_replaced_after_hours(scene: Scene) -> None:
    scene.client.prepare()
    scene.worker.say(Ready())
    scene.client.check(scene.now)
    before = scene.worker
    scene.now += AGE_S
    assert scene.client.check(scene.now) == (WorkerRenewed("it has run for 6 hours"),)
    assert scene.worker is not before


def test_worker_of_clips_without_a_pause_is_replaced_as_the_next_one_begins(scene: Scene) -> None:
    scene.play()
    before = scene.worker
    for _ in range(CLIPS - 1):
        scene.client.play(FILM, SIZE)
        before.heard()
    assert scene.worker is before
    clip = scene.client.play(FILM, SIZE)
    assert scene.worker is not before
    assert scene.client.read_events() == (WorkerRenewed(f"it has played {CLIPS} clips"),)
    scene.worker.say(Ready(), Opened(clip, *SIZE))
    scene.client.read_events()
    assert scene.draw(clip) == RED
