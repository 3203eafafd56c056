"""Recordings through the real worker process with real libvlc, driven by the real client."""

import os
import select
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from player import clock, resources
from player.video.client import VideoClient, VideoEvent
from player.video.frames import FrameRing
from player.video.geometry import frame_bytes
from player.video.launch import Order, WorkerProcess, launch_worker
from player.video.phases import Idle, Phase, Sounding
from player.video.protocol import Ended, Failed
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.recordings import GOOD, MP3, Tune, claim_two_hours, cut, record, spoil_sound

PATIENCE_S = 10.0


@dataclass
class Listener:
    """Stands in for show: reads events as they come."""

    pids: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        ring = FrameRing.create(frame_bytes(64, 36))
        self.client = VideoClient(ring, self._launch, clock.monotonic)

    def _launch(self, order: Order) -> WorkerProcess:
        process = launch_worker(order)
        self.pids.append(process._process.pid)  # type: ignore[attr-defined]
        return process

    def listen(self, path: Path, start_ms: int = 0) -> VideoEvent:
        """Play a recording to its end, whatever that is, and return it."""
        return self.end_of(self.client.listen(path, 60, start_ms))

    def end_of(self, clip: int) -> VideoEvent:
        """Return the end of a recording that has been asked for."""
        return self.wait(lambda event: isinstance(event, Ended | Failed) and event.clip == clip)

    def wait(self, is_wanted: Callable[[VideoEvent], bool]) -> VideoEvent:
        """Read events until one is wanted."""
        until = clock.monotonic() + PATIENCE_S
        while clock.monotonic() < until:
            wanted = [event for event in self._next() if is_wanted(event)]
            if wanted:
                return wanted[0]
        raise AssertionError(f"nothing came; {self.client.phase}")

    def reach(self, phase: type[Phase]) -> None:
        """Read events until the worker is in a phase."""
        until = clock.monotonic() + PATIENCE_S
        while not isinstance(self.client.phase, phase):
            assert clock.monotonic() < until, self.client.phase
            self._next()

    def open_files(self) -> list[str]:
        """Return what the worker has open once it rests."""
        self.reach(Idle)
        folder = Path(f"/proc/{self.pids[-1]}/fd")
        return sorted(str(link.readlink()) for link in folder.iterdir())

    def _next(self) -> tuple[VideoEvent, ...]:
        fd = self.client.fileno()
        if fd is not None:
            select.select([fd], [], [], 0.1)
        return self.client.check(clock.monotonic())


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Return a listener without a worker."""
    listener = Listener()
    yield listener
    listener.client.close()


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a recording of six seconds."""
    return record(tmp_path_factory.mktemp("speech") / "speech.m4a", Tune(6))


@pytest.mark.parametrize("tune", [GOOD, MP3], ids=["m4a", "mp3"])
def test_recording_is_played_to_its_end(listener: Listener, tmp_path: Path, tune: Tune) -> None:
    path = record(tmp_path / "recording", tune)
    assert isinstance(listener.listen(path), Ended)
    listener.reach(Idle)


def test_chime_of_an_emergency_is_played_to_its_end(listener: Listener) -> None:
    assert isinstance(listener.listen(resources.assets() / "sounds" / "chime.m4a"), Ended)


def test_recording_can_begin_in_the_middle(listener: Listener, speech: Path) -> None:
    listener.client.prepare()
    listener.reach(Idle)
    begun = clock.monotonic()
    assert isinstance(listener.listen(speech, start_ms=5000), Ended)
    assert clock.monotonic() - begun < 4


def offer_film(path: Path) -> object:
    """Put a film with sound there."""
    return code_clip(path, Recipe(sound="aac"))


def offer_two_tracks(path: Path) -> object:
    """Put two languages in one file there."""
    return record(path, Tune(tracks=2))


SPOILT: list[tuple[str, Callable[[Path], object]]] = [
    ("empty", lambda path: path.write_bytes(b"")),
    ("a picture", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))),
    ("a playlist", lambda path: path.write_text("#EXTM3U\nfile:///etc/hostname\n")),
    ("a playlist behind a good head", lambda path: path.write_bytes(b"\0\0\0\x14ftyp#EXTM3U\n")),
    ("noise behind a good head", lambda path: path.write_bytes(b"\xff\xfb" + b"\xa5" * 9000)),
    ("a film", offer_film),
    ("two tracks", offer_two_tracks),
    ("no index", cut),
    ("missing", Path.unlink),
]


def test_spoilt_files_fail_and_the_same_worker_plays_the_next(
    listener: Listener, tmp_path: Path
) -> None:
    for name, spoil in SPOILT:
        path = record(tmp_path / f"{name}.m4a")
        spoil(path)
        assert isinstance(listener.listen(path), Failed), name
    assert isinstance(listener.listen(record(tmp_path / "good.m4a")), Ended)
    assert len(listener.pids) == 1


@pytest.mark.parametrize("spoil", [spoil_sound, claim_two_hours])
def test_recording_of_which_nothing_is_heard_is_noticed_within_two_seconds(
    listener: Listener, tmp_path: Path, spoil: Callable[[Path], Path]
) -> None:
    """Its position goes on all the same."""
    path = spoil(record(tmp_path / "silent.m4a", Tune(6)))
    listener.client.prepare()
    listener.reach(Idle)
    begun = clock.monotonic()
    assert isinstance(listener.listen(path), Failed)
    assert clock.monotonic() - begun < 2.5  # and half a second for a busy machine


def test_recording_that_was_cut_ends_early_and_well(listener: Listener, tmp_path: Path) -> None:
    path = cut(record(tmp_path / "cut.m4a", Tune(4, fast_start=True)))
    assert isinstance(listener.listen(path), Ended)


@pytest.mark.parametrize(
    ("stopper", "reason"),
    [(signal.SIGSTOP, "no sound came within 1.7 s"), (signal.SIGKILL, "the worker died: SIGKILL")],
)
def test_worker_that_stops_in_mid_recording_is_replaced(
    listener: Listener, speech: Path, stopper: signal.Signals, reason: str
) -> None:
    clip = listener.client.listen(speech, 60)
    listener.reach(Sounding)
    os.kill(listener.pids[0], stopper)
    assert listener.end_of(clip) == Failed(clip, reason)
    assert not Path(f"/proc/{listener.pids[0]}").exists()
    assert isinstance(listener.listen(speech, start_ms=4500), Ended)
    assert len(listener.pids) == 2


def test_recordings_leave_no_descriptor_in_the_worker(listener: Listener, speech: Path) -> None:
    assert isinstance(listener.listen(speech, start_ms=4500), Ended)
    before = listener.open_files()
    for _ in range(10):
        listener.client.listen(speech, 60)
        listener.reach(Sounding)
        listener.client.stop()
        listener.reach(Idle)
    assert listener.open_files() == before
    assert not any(name.endswith("speech.m4a") for name in before)
