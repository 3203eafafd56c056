"""The client and a worker that does what the test says."""

import contextlib
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.video.client import FrameReady, WorkerGone
from player.video.frames import FrameHeader
from player.video.phases import Absent, Deadlines, Idle, Playing, Sounding, Stopping, overdue
from player.video.protocol import (
    Ended,
    Failed,
    FrameAt,
    Heard,
    Listen,
    Opened,
    Play,
    Ready,
    Shown,
    Stop,
    Stopped,
)
from tests.fakes.driven_client import BLUE, FILM, RED, SIZE, Scene


@pytest.fixture
def scene() -> Iterator[Scene]:
    """Return a client without a worker."""
    scene = Scene()
    yield scene
    scene.client.close()


def test_clip_is_played_from_opening_to_end(scene: Scene) -> None:
    client = scene.client
    clip = client.play(FILM, SIZE, volume=40, start_ms=500)
    assert scene.worker.heard() == [Play(clip, str(FILM), *SIZE, "fit", 40, 500)]
    scene.worker.say(Ready(), Opened(clip, *SIZE))
    serial = scene.worker.show_frame(clip, RED, SIZE)
    scene.worker.say(Ended(clip), Stopped())
    assert serial == 1
    expected = (Opened(clip, *SIZE), FrameReady(clip, 1), Ended(clip))
    assert client.read_events() == expected
    assert client.phase == Idle()


def test_frame_is_taken_once(scene: Scene) -> None:
    clip = scene.play()
    assert scene.draw(clip) == RED
    assert scene.client.latest_frame(clip) is None


def test_newest_frame_is_taken_and_older_ones_given_back(scene: Scene) -> None:
    clip = scene.play()
    for number in range(10):
        assert scene.worker.show_frame(clip, bytes((number, 0, 0, 255)), SIZE) == number + 1
        scene.client.read_events()
    frame = scene.client.latest_frame(clip)
    assert frame is not None
    assert frame.header.serial == 10


def test_show_that_does_not_look_makes_the_worker_drop(scene: Scene) -> None:
    """And not overwrite what show might be about to look at."""
    clip = scene.play()
    made = [scene.worker.show_frame(clip, RED, SIZE) for _ in range(5)]
    assert made == [1, 2, 3, None, None]


def test_frame_on_screen_stays_while_others_come(scene: Scene) -> None:
    clip = scene.play()
    scene.worker.show_frame(clip, RED, SIZE)
    scene.client.read_events()
    frame = scene.client.latest_frame(clip)
    for _ in range(10):
        scene.worker.show_frame(clip, BLUE, SIZE)
        scene.client.read_events()
    assert frame is not None
    assert bytes(frame.pixels[:4]) == RED


def test_frames_of_the_clip_before_are_not_drawn(scene: Scene) -> None:
    first = scene.play()
    scene.worker.show_frame(first, RED, SIZE)
    second = scene.client.play(FILM, SIZE)
    assert scene.client.latest_frame(first) is None
    assert scene.client.latest_frame(second) is None
    scene.worker.say(Opened(second, *SIZE))
    for _ in range(5):
        assert scene.draw(second, BLUE) == BLUE


@pytest.mark.parametrize("after_s", [0.0, 1.9])
def test_worker_in_time_is_left_alone(scene: Scene, after_s: float) -> None:
    scene.client.play(FILM, SIZE)
    scene.worker.say(Ready())
    scene.client.read_events()
    assert scene.client.check(scene.now + after_s) == ()
    assert scene.worker.status is None


def test_clip_that_does_not_open_in_time_fails_and_its_worker_is_killed(scene: Scene) -> None:
    clip = scene.client.play(FILM, SIZE)
    scene.worker.say(Ready())
    scene.client.read_events()
    reason = "the file did not open within 2 s"
    assert scene.client.check(scene.now + 2.1) == (Failed(clip, reason), WorkerGone(reason))
    assert scene.worker.status == -9
    assert scene.client.phase == Absent()


def test_slow_start_of_the_worker_is_not_the_clips_fault(scene: Scene) -> None:
    clip = scene.client.play(FILM, SIZE)
    scene.now += 9
    assert scene.client.check(scene.now) == ()
    scene.worker.say(Ready())
    scene.client.read_events()
    assert scene.client.check(scene.now + 1.9) == ()
    assert Failed(clip, "the file did not open within 2 s") in scene.client.check(scene.now + 2.1)


def test_clip_without_new_frames_fails(scene: Scene) -> None:
    clip = scene.play()
    scene.draw(clip)
    scene.now += 1.2
    scene.draw(clip)
    assert scene.client.check(scene.now + 1.1) == ()
    reason = "no frame came within 1.2 s"
    assert scene.client.check(scene.now + 1.3) == (Failed(clip, reason), WorkerGone(reason))


def test_delay_of_show_itself_is_not_the_workers(scene: Scene) -> None:
    """What has come is read before the clock is looked at."""
    clip = scene.play()
    scene.worker.show_frame(clip, RED, SIZE)
    scene.now += 60
    assert scene.client.check(scene.now) == (FrameReady(clip, 1),)
    assert isinstance(scene.client.phase, Playing)


def test_worker_that_dies_fails_its_clip_and_the_next_has_another(scene: Scene) -> None:
    clip = scene.play()
    scene.worker.die(-11)
    reason = "the worker died: SIGSEGV"
    assert scene.client.read_events() == (Failed(clip, reason), WorkerGone(reason))
    assert scene.client.fileno() is None
    following = scene.play()
    assert len(scene.launch.workers) == 2
    assert scene.draw(following, BLUE) == BLUE


def test_frame_of_a_dead_worker_stays_on_screen_under_the_next(scene: Scene) -> None:
    clip = scene.play()
    scene.worker.show_frame(clip, RED, SIZE)
    scene.client.read_events()
    frame = scene.client.latest_frame(clip)
    scene.worker.die(1)
    scene.client.read_events()
    following = scene.play()
    for _ in range(9):
        scene.worker.show_frame(following, BLUE, SIZE)
        scene.client.read_events()
    assert frame is not None
    assert bytes(frame.pixels[:4]) == RED
    assert scene.worker.order.held == (frame.slot, 1)
    taken = scene.client.latest_frame(following)
    assert taken is not None
    assert taken.header.serial > 1


def test_worker_that_has_grown_is_ended_between_clips_and_the_next_clip_gets_another(
    scene: Scene,
) -> None:
    clip = scene.play()
    scene.worker.held = 500 << 20
    assert scene.client.check(scene.now) == ()
    scene.worker.say(Ended(clip), Stopped())
    assert scene.client.check(scene.now) == (Ended(clip), WorkerGone("the worker holds 500 MB"))
    scene.play()
    assert len(scene.launch.workers) == 2


def test_worker_that_grows_without_end_is_killed_in_mid_clip(scene: Scene) -> None:
    clip = scene.play()
    scene.worker.held = 2 << 30
    reason = "the worker holds 2048 MB"
    assert scene.client.check(scene.now) == (Failed(clip, reason), WorkerGone(reason))


def test_worker_that_hangs_after_a_clip_is_replaced_without_failing_one(scene: Scene) -> None:
    clip = scene.play()
    scene.worker.say(Ended(clip))
    assert scene.client.read_events() == (Ended(clip),)
    gone = scene.client.check(scene.now + 2.1)
    assert gone == (WorkerGone("the file did not stop within 2 s"),)


def test_stop_is_told_and_answered(scene: Scene) -> None:
    scene.play()
    scene.worker.heard()
    scene.client.stop()
    assert scene.worker.heard() == [Stop()]
    assert isinstance(scene.client.phase, Stopping)
    scene.worker.say(Stopped())
    assert scene.client.read_events() == ()
    assert overdue(scene.client.phase, scene.now + 1e9, Deadlines()) is None


def test_clip_stopped_before_its_worker_is_ready_does_not_begin(scene: Scene) -> None:
    clip = scene.client.play(FILM, SIZE)
    scene.client.stop()
    scene.worker.say(Ready(), Opened(clip, *SIZE), Stopped())
    assert scene.client.read_events() == ()
    assert scene.client.phase == Idle()


def test_worker_can_be_prepared_and_retired(scene: Scene) -> None:
    scene.client.prepare()
    scene.client.prepare()
    assert len(scene.launch.workers) == 1
    scene.client.retire()
    scene.client.retire()
    assert scene.worker.status == -9
    assert scene.client.check(scene.now + 1e6) == ()


def test_system_without_processes_left_fails_the_clip(scene: Scene) -> None:
    scene.launch.error = OSError("no more processes")
    clip = scene.client.play(FILM, SIZE)
    reason = "no worker can be started: no more processes"
    assert scene.client.read_events() == (Failed(clip, reason), WorkerGone(reason))


@pytest.mark.parametrize("said", [b"nonsense\n", b"x" * 70_000])
def test_worker_that_talks_nonsense_is_killed(scene: Scene, said: bytes) -> None:
    clip = scene.play()
    scene.worker.socket.sendall(said)
    events = (*scene.client.read_events(), *scene.client.check(scene.now))
    assert [type(event) for event in events] == [Failed, WorkerGone]
    assert events[0] == Failed(clip, events[1].reason)  # type: ignore[union-attr]
    assert scene.worker.status == -9


@pytest.mark.parametrize(
    "at", [FrameAt(1, 1, 99), FrameAt(1, 7, 0)], ids=["no such slot", "not in that slot"]
)
def test_worker_that_offers_what_is_not_there_is_killed(scene: Scene, at: FrameAt) -> None:
    clip = scene.play()
    scene.worker.ring.write_header(0, FrameHeader(1, *SIZE, 64))
    scene.worker.say(at)
    scene.client.read_events()
    assert scene.client.latest_frame(clip) is None
    events = scene.client.check(scene.now)
    assert [type(event) for event in events] == [Failed, WorkerGone]


def test_worker_that_does_not_listen_is_killed(scene: Scene) -> None:
    """Its socket fills up with commands; show never waits for room."""
    for _ in range(20_000):
        scene.client.play(FILM, SIZE)
    events = scene.client.check(scene.now)
    assert WorkerGone("the worker does not listen") in events


def test_worker_that_floods_the_socket_does_not_hold_show_up(scene: Scene) -> None:
    scene.play()
    with contextlib.suppress(BlockingIOError):
        while True:
            scene.worker.socket.send(b'["stopped"]\n' * 100)
    assert scene.client.read_events() == ()


def test_worker_stuck_in_a_broken_disk_is_reaped_later(scene: Scene) -> None:
    scene.client.prepare()
    scene.worker.is_stubborn = True
    scene.client.retire()
    scene.client.check(scene.now)
    scene.worker.is_stubborn = False
    scene.client.check(scene.now)
    assert scene.client._unreaped == []


def test_acknowledgement_names_what_is_on_screen(scene: Scene) -> None:
    clip = scene.play()
    scene.draw(clip)
    scene.worker.heard()
    for _ in range(2):
        scene.worker.show_frame(clip, RED, SIZE)
    scene.client.read_events()
    assert scene.worker.heard() == [Shown(held=1, seen=2)]


def test_closed_client_leaves_no_descriptor() -> None:
    def count() -> int:
        gc.collect()
        return len(list(Path("/proc/self/fd").iterdir()))

    before = count()
    scene = Scene()
    scene.draw(scene.play())
    scene.client.close()
    scene.client.close()
    del scene
    assert count() == before


def test_closed_client_starts_no_worker(scene: Scene) -> None:
    """It would inherit whatever has the number of the ring's descriptor by then."""
    scene.play()
    scene.client.close()
    clip = scene.client.play(FILM, SIZE)
    scene.client.prepare()
    assert len(scene.launch.workers) == 1
    assert scene.client.read_events()[0] == Failed(clip, "the player ends")


def test_recording_is_played_from_opening_to_end(scene: Scene) -> None:
    client = scene.client
    clip = client.listen(FILM, 40, 500)
    assert scene.worker.heard() == [Listen(clip, str(FILM), 40, 500)]
    scene.worker.say(Ready(), Heard(clip))
    assert client.read_events() == ()
    assert isinstance(client.phase, Sounding)
    scene.worker.say(Ended(clip), Stopped())
    assert client.read_events() == (Ended(clip),)
    assert isinstance(client.phase, Idle)


def test_recording_that_goes_on_no_further_is_noticed_within_two_seconds(scene: Scene) -> None:
    clip = scene.client.listen(FILM, 40)
    scene.worker.say(Ready(), Heard(clip))
    scene.client.check(scene.now)
    scene.now += 1.75
    assert scene.client.check(scene.now) == (
        Failed(clip, "no sound came within 1.7 s"),
        WorkerGone("no sound came within 1.7 s"),
    )
