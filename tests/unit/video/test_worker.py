"""What the worker does on each command and at each end of a clip; libvlc is played by the test."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.errors import PlaybackError
from player.video.admission import Playback, SoundTrack, Track, VideoTrack
from player.video.channel import Channel
from player.video.frames import FrameRing
from player.video.geometry import frame_bytes
from player.video.protocol import (
    Ended,
    Event,
    Failed,
    Heard,
    LineCutter,
    Listen,
    Play,
    Shown,
    Stop,
    Stopped,
    decode_event,
    encode,
)
from player.video.slots import SLOTS, SlotLedger
from player.video.worker import STILL_LOOKS, TAIL_MS, Begun, Order, Over, Worker
from player.video.writer import FrameWriter

SIZE = (64, 36)
UPRIGHT = VideoTrack("h264", 32, 18, (1, 1), 30.0, turned=False)


class Actor:
    """Plays the part of libvlc."""

    def __init__(self, writer: FrameWriter) -> None:
        self.writer = writer
        self.track: Track = UPRIGHT
        self.blocks = 0
        self.left = 60_000
        self.played: list[tuple[str, str, Playback]] = []
        self.stops = 0
        self.pictures = 0
        self.volumes: list[int] = []
        self.error: PlaybackError | None = None

    def tracks(self, fd: int, demuxer: str) -> tuple[Track, ...]:
        """Say what the file holds."""
        del fd, demuxer
        return (self.track,)

    def play(self, fd: int, demuxer: str, how: Playback) -> None:
        """Begin."""
        if self.error is not None:
            raise self.error
        self.played.append((Path(f"/proc/self/fd/{fd}").readlink().name, demuxer, how))

    def decoded(self) -> int:
        """Say how far it is."""
        return self.pictures

    def set_volume(self, volume: int) -> None:
        """Take note."""
        self.volumes.append(volume)

    def heard(self) -> int:
        """Say how much was heard."""
        return self.blocks

    def left_ms(self) -> int:
        """Say how much is still to come."""
        return self.left

    def stop(self) -> None:
        """Count."""
        self.stops += 1

    def complaints(self) -> str:
        """Have none."""
        return ""

    def deliver(self) -> None:
        """Deliver one picture."""
        self.writer.layout(b"I420")
        self.writer.convert()
        self.writer.display()


class Stage:
    """A worker with show's end of its socket."""

    def __init__(self, folder: Path) -> None:
        self.film = folder / "film.mp4"
        self.film.write_bytes(b"\0\0\0\x20ftypisom")
        self.show, self.theirs = socket.socketpair()
        self.show.settimeout(5)
        reader = FrameRing.create(frame_bytes(*SIZE))
        self.ring = FrameRing(os.dup(reader.fd), writable=True)
        reader.close()
        self.ledger = SlotLedger({}, 1)
        self.channel = Channel(self.theirs)
        writer = FrameWriter(self.ring, self.ledger, self.channel.send)
        self.worker = Worker(self.channel, self.ledger, writer)
        self.actor = Actor(writer)

    def do(self, order: Order) -> list[Event]:
        """Have one thing done and return what the worker said, without the frames."""
        self.worker.carry_out(order, self.actor)
        return self.said()

    def play(self, clip: int = 1, path: Path | None = None) -> list[Event]:
        """Ask for a clip."""
        return self.do(Play(clip, str(path or self.film), *SIZE, "fit", None, 0))

    def said(self) -> list[Event]:
        """Return what has come to show."""
        self.channel.send(Ended(999))
        lines = LineCutter().cut(self.show.recv(65_536))
        return [event for line in lines if (event := decode_event(line)) != Ended(999)]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Return a worker that waits."""
    stage = Stage(tmp_path)
    yield stage
    stage.show.close()
    stage.theirs.close()
    stage.ring.close()


def test_file_is_played_by_the_descriptor_that_was_looked_at(stage: Stage) -> None:
    stage.play()
    assert stage.actor.played == [("film.mp4", "mp4", Playback(1, None, 0))]


def test_clip_that_ends_is_told_and_let_go_of(stage: Stage) -> None:
    stage.play()
    stage.actor.deliver()
    stage.said()
    assert stage.do(Over(1, failed=False)) == [Ended(1), Stopped()]


def looked(stage: Stage, times: int) -> list[Event]:
    for _ in range(times):
        stage.worker.look(stage.actor)
    return stage.said()


def test_clip_that_stands_still_has_failed(stage: Stage) -> None:
    stage.play()
    stage.actor.deliver()
    stage.actor.pictures = 1
    stage.said()
    assert looked(stage, STILL_LOOKS) == []
    assert looked(stage, 1) == [Failed(1, "no new picture came"), Stopped()]
    assert looked(stage, 2 * STILL_LOOKS) == []


def test_clip_that_moves_now_and_then_goes_on(stage: Stage) -> None:
    stage.play()
    stage.actor.deliver()
    stage.said()
    for number in range(3):
        stage.actor.pictures = number + 1
        assert looked(stage, STILL_LOOKS) == []


def test_clip_that_has_not_begun_is_not_looked_at(stage: Stage) -> None:
    stage.play()
    assert looked(stage, 2 * STILL_LOOKS) == []


@pytest.mark.parametrize("failed", [True, False])
def test_clip_without_a_picture_has_failed(stage: Stage, failed: bool) -> None:
    stage.play()
    assert stage.do(Over(1, failed=failed)) == [Failed(1, "libvlc cannot play it"), Stopped()]


def test_clip_replaced_by_another_is_not_answered(stage: Stage) -> None:
    """The answer would be taken for that to a stop that comes later."""
    assert stage.play(1) == []
    assert stage.play(2) == []


def test_end_of_an_earlier_clip_means_nothing(stage: Stage) -> None:
    stage.play(1)
    stage.play(2)
    assert stage.do(Over(1, failed=False)) == []


def test_end_is_noted_for_the_clip_that_plays(stage: Stage) -> None:
    stage.worker.note_end(failed=False)
    stage.play(4)
    stage.worker.note_end(failed=True)
    assert stage.worker._inbox.get_nowait() == Over(4, failed=True)
    assert stage.worker._inbox.empty()


@pytest.mark.parametrize(("volume", "set_to"), [(None, []), (0, [0]), (40, [40])])
def test_volume_is_set_again_when_the_clip_has_begun(
    stage: Stage, volume: int | None, set_to: list[int]
) -> None:
    """Set before, it would be the volume of the clip before that is heard."""
    stage.do(Play(1, str(stage.film), *SIZE, "fit", volume, 0))
    stage.worker.note_begin()
    begun = stage.worker._inbox.get_nowait()
    assert begun == Begun(1)
    stage.do(begun)
    assert stage.actor.volumes == set_to


def test_stop_is_answered_also_when_nothing_plays(stage: Stage) -> None:
    assert stage.do(Stop()) == [Stopped()]


def test_file_that_is_no_video_fails_with_its_reason(stage: Stage, tmp_path: Path) -> None:
    empty = tmp_path / "empty.mp4"
    empty.touch()
    assert stage.play(1, empty) == [Failed(1, "empty file"), Stopped()]
    assert stage.actor.played == []


def test_libvlc_that_does_not_begin_fails_the_clip(stage: Stage) -> None:
    stage.actor.error = PlaybackError("libvlc", "does not begin to play")
    assert Failed(1, "does not begin to play") in stage.play()
    assert stage.do(Over(1, failed=True)) == []


def test_no_file_stays_open(stage: Stage) -> None:
    for clip in range(1, 6):
        stage.play(clip)
    stage.do(Stop())
    assert [fd for fd in Path("/proc/self/fd").iterdir() if names(fd, stage.film)] == []


def names(fd: Path, file: Path) -> bool:
    """Say whether a descriptor is of a file; the one that lists them is gone by then."""
    return fd.is_symlink() and fd.readlink() == file


def test_picture_on_its_side_is_taken_upright(stage: Stage) -> None:
    stage.actor.track = VideoTrack("h264", 32, 18, (2, 1), 30.0, turned=True)
    stage.play()
    scaler = stage.actor.writer.layout(b"I420")
    assert scaler.conversion.stored == (18, 32)
    assert scaler.conversion.size == (10, 36)


def test_slots_are_given_back_without_waiting_for_libvlc(stage: Stage) -> None:
    """By the listening thread, before the other has done anything."""
    for _ in range(SLOTS):
        stage.ledger.take()
        stage.ledger.publish()
    stage.show.sendall(encode(Shown(3, 3)) + encode(Stop()))
    stage.show.shutdown(socket.SHUT_WR)
    left: list[bool] = []
    stage.worker.listen(lambda: left.append(True))
    assert stage.ledger.take() is not None
    assert stage.worker._inbox.get_nowait() == Stop()
    assert left == [True]


@pytest.mark.allow_log("player.video.worker: show sent no command")
def test_show_that_talks_nonsense_ends_the_worker(stage: Stage) -> None:
    stage.show.sendall(b"nonsense\n")
    left: list[bool] = []
    stage.worker.listen(lambda: left.append(True))
    assert left == [True]


def test_event_nobody_will_read_is_dropped(stage: Stage) -> None:
    stage.show.close()
    stage.channel.send(Ended(1))
    assert stage.channel.receive() is None


SPEECH = SoundTrack("mp4a", 1, 48_000)


def listen(stage: Stage, clip: int = 1) -> list[Event]:
    """Ask for a recording."""
    return stage.do(Listen(clip, str(stage.film), 40, 500))


@pytest.fixture
def spoken(stage: Stage) -> Stage:
    """Return a worker that has begun a recording."""
    stage.actor.track = SPEECH
    assert listen(stage) == []
    return stage


def test_recording_is_played_without_any_picture(spoken: Stage) -> None:
    assert spoken.actor.played == [("film.mp4", "mp4", Playback(None, 40, 500))]


@pytest.mark.parametrize("track", [UPRIGHT, SoundTrack("flac", 1, 48_000)])
def test_what_is_no_recording_is_not_played(stage: Stage, track: Track) -> None:
    stage.actor.track = track
    assert [type(event) for event in listen(stage)] == [Failed, Stopped]
    assert stage.actor.played == []


def look(stage: Stage, *blocks: int) -> list[Event]:
    """Have the worker look once for each number of blocks heard by then."""
    for each in blocks:
        stage.actor.blocks = each
        stage.worker.look(stage.actor)
    return stage.said()


def test_recording_tells_only_that_more_was_heard(spoken: Stage) -> None:
    assert look(spoken, 0, 0, 20, 20, 40, 60) == [Heard(1)] * 3


def test_recording_that_stands_still_has_failed(spoken: Stage) -> None:
    look(spoken, 20, 40)
    assert look(spoken, *[40] * STILL_LOOKS) == [Failed(1, "no more sound came"), Stopped()]


def test_recording_of_which_nothing_was_heard_yet_is_left_to_shows_patience(spoken: Stage) -> None:
    assert look(spoken, *[0] * 3 * STILL_LOOKS) == []


def test_last_seconds_of_a_recording_are_played_out_by_the_loudspeaker(spoken: Stage) -> None:
    """All of it has been given away by then."""
    spoken.actor.left = TAIL_MS
    assert look(spoken, 40, *[40] * 3 * STILL_LOOKS) == [Heard(1)] * (1 + 3 * STILL_LOOKS)


@pytest.mark.parametrize(
    ("blocks", "failed", "expected"),
    [
        (9, False, Ended(1)),
        (0, False, Failed(1, "libvlc cannot play it")),
        (9, True, Failed(1, "libvlc cannot play it")),
    ],
)
def test_recording_has_ended_well_only_if_it_was_heard(
    spoken: Stage, blocks: int, failed: bool, expected: Event
) -> None:
    spoken.actor.blocks = blocks
    assert spoken.do(Over(1, failed=failed)) == [expected, Stopped()]


def test_volume_of_a_recording_is_set_when_it_has_begun(spoken: Stage) -> None:
    spoken.do(Begun(1))
    assert spoken.actor.volumes == [40]
