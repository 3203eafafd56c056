"""The real worker process with real libvlc, driven by the real client."""

import gc
import os
import signal
import socket
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from player import clock
from player.video.client import FrameReady, WorkerGone
from player.video.frames import FrameRing
from player.video.geometry import frame_bytes
from player.video.launch import Order, launch_worker
from player.video.phases import Deadlines
from player.video.protocol import Ended, Failed, Opened
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.watched_worker import PATIENCE_S, SMALL, Watcher, grey

FULL_HD = (1920, 1080)
HASTE = Deadlines(frame_s=0.8, stop_s=0.4)


@pytest.fixture
def watcher() -> Iterator[Watcher]:
    """Return a watcher without a worker."""
    watcher = Watcher()
    yield watcher
    watcher.client.close()


@pytest.fixture
def hasty() -> Iterator[Watcher]:
    """Return a watcher that does not wait long for a worker that hangs."""
    watcher = Watcher(HASTE)
    yield watcher
    watcher.client.close()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a second and a half of high definition."""
    recipe = Recipe(frames=45, size=(1280, 720), rate=30, colour=grey)
    return code_clip(tmp_path_factory.mktemp("film") / "film.mp4", recipe)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a third of a second of small pictures, with sound."""
    recipe = Recipe(frames=10, size=SMALL, rate=30, colour=grey, sound="aac")
    return code_clip(tmp_path_factory.mktemp("short") / "short.mp4", recipe)


def test_frames_are_whole_and_in_order(film: Path) -> None:
    watcher = Watcher(size=FULL_HD)
    assert isinstance(watcher.play(film), Ended)
    watcher.client.close()
    # On a machine busy with other tests libvlc drops what it decodes too late.
    assert len(watcher.greys) > 45 * 0.7
    lows, highs = zip(*watcher.greys, strict=True)
    assert max(high - low for low, high in watcher.greys) <= 2
    assert list(lows) == sorted(lows)
    assert highs[-1] - lows[0] > 60


def spoil_index(path: Path) -> None:
    """Cut off the index, which stands at the end."""
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"moov") - 4])


def spoil_middle(path: Path) -> None:
    """Overwrite the pictures and keep the index."""
    whole = bytearray(path.read_bytes())
    begin = whole.index(b"mdat") + 4
    end = whole.index(b"moov") - 4
    whole[begin:end] = b"\xa5" * (end - begin)
    path.write_bytes(whole)


SPOILT: list[tuple[str, Callable[[Path], object]]] = [
    ("empty", lambda path: path.write_bytes(b"")),
    ("no index", spoil_index),
    ("no pictures", spoil_middle),
    ("a picture", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))),
    ("a playlist", lambda path: path.write_text("#EXTM3U\nfile:///etc/hostname\n")),
    ("a playlist behind a good head", lambda path: path.write_bytes(b"\0\0\0\x14ftyp#EXTM3U\n")),
    ("missing", Path.unlink),
]


def test_spoilt_files_fail_and_the_same_worker_plays_the_next(
    watcher: Watcher, short: Path, tmp_path: Path
) -> None:
    for name, spoil in SPOILT:
        path = tmp_path / f"{name}.mp4"
        path.write_bytes(short.read_bytes())
        spoil(path)
        assert isinstance(watcher.play(path), Failed), name
    assert isinstance(watcher.play(short), Ended)
    assert len(watcher.pids) == 1


@pytest.mark.parametrize(
    ("stopper", "reason"),
    [(signal.SIGSTOP, "no frame came within 0.8 s"), (signal.SIGKILL, "the worker died: SIGKILL")],
)
def test_worker_that_stops_in_mid_clip_is_replaced(
    hasty: Watcher, film: Path, short: Path, stopper: signal.Signals, reason: str
) -> None:
    hasty.on_frame = lambda: os.kill(hasty.pids[0], stopper) if len(hasty.greys) == 5 else None
    failed = hasty.play(film)
    assert isinstance(failed, Failed)
    assert failed.reason == reason
    hasty.wait(lambda event: isinstance(event, WorkerGone))
    assert not Path(f"/proc/{hasty.pids[0]}").exists()
    hasty.on_frame = None
    assert isinstance(hasty.play(short), Ended)
    assert len(hasty.pids) == 2


def test_worker_that_does_not_stop_is_killed(hasty: Watcher, film: Path) -> None:
    hasty.client.play(film, SMALL)
    hasty.wait(lambda event: isinstance(event, FrameReady))
    os.kill(hasty.pids[0], signal.SIGSTOP)
    hasty.client.stop()
    gone = hasty.wait(lambda event: isinstance(event, WorkerGone))
    assert gone == WorkerGone("the file did not stop within 0.4 s")


def test_closing_does_not_wait_for_a_worker_that_hangs(film: Path) -> None:
    watcher = Watcher()
    watcher.client.play(film, SMALL)
    watcher.wait(lambda event: isinstance(event, FrameReady))
    os.kill(watcher.pids[0], signal.SIGSTOP)
    begun = clock.monotonic()
    watcher.client.close()
    assert clock.monotonic() - begun < 1
    assert not Path(f"/proc/{watcher.pids[0]}").exists()


def test_worker_ends_when_show_is_gone() -> None:
    """Also when show was killed: nobody closes the socket but the kernel."""
    ring = FrameRing.create(frame_bytes(*SMALL))
    ours, theirs = socket.socketpair()
    process = launch_worker(Order(theirs.fileno(), ring.fd, None, 1))
    theirs.close()
    ring.close()
    ours.recv(64)
    ours.close()
    assert process.reap(PATIENCE_S) == 0


def test_clips_one_after_the_other_leave_no_memory(watcher: Watcher, short: Path) -> None:
    def private_kb() -> int:
        watcher.rest()
        lines = Path(f"/proc/{watcher.pids[0]}/smaps_rollup").read_text(encoding="ascii")
        found = [line.split() for line in lines.splitlines() if line.startswith("Private_Dirty")]
        return int(found[0][1])

    sizes = []
    for _ in range(6):
        assert isinstance(watcher.play(short), Ended)
        sizes.append(private_kb())
    assert sizes[-1] - sizes[2] < 2_000
    assert len(watcher.pids) == 1


def test_thirty_workers_leave_no_process_and_no_descriptor() -> None:
    def descriptors() -> int:
        gc.collect()
        return len(list(Path("/proc/self/fd").iterdir()))

    before = descriptors()
    watcher = Watcher()
    for _ in range(30):
        watcher.client.prepare()
        watcher.client.retire()
    pids = watcher.pids
    watcher.client.close()
    del watcher
    assert len(pids) == 30
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []
    assert descriptors() == before


def test_worker_has_given_up_the_network(watcher: Watcher) -> None:
    watcher.client.prepare()
    watcher.rest()
    status = Path(f"/proc/{watcher.pids[0]}/status").read_text(encoding="ascii")
    assert "Seccomp:\t2" in status
    assert "NoNewPrivs:\t1" in status


def test_clip_with_sound_plays_without_a_sound_card(watcher: Watcher, short: Path) -> None:
    assert isinstance(watcher.play(short, volume=60), Ended)
    assert len(watcher.greys) >= 5


def test_clip_can_begin_in_the_middle(watcher: Watcher, film: Path) -> None:
    assert isinstance(watcher.play(film, start_ms=1000), Ended)
    assert len(watcher.greys) <= 20
    assert watcher.greys[0][0] > grey(20)[0]


@pytest.mark.parametrize(
    ("recipe", "opened"),
    [
        (Recipe(size=(160, 120), aspect=Fraction(4, 3)), (320, 180)),
        (Recipe(size=(160, 90), turned=90), (100, 180)),
        (Recipe(size=(160, 90), codec="libvpx", container="webm"), (320, 180)),
    ],
    ids=["anamorphic", "on its side", "webm"],
)
def test_clip_is_shown_in_its_shape(
    watcher: Watcher, tmp_path: Path, recipe: Recipe, opened: tuple[int, int]
) -> None:
    path = code_clip(tmp_path / "clip", recipe)
    clip = watcher.client.play(path, SMALL)
    assert watcher.wait(lambda event: isinstance(event, Opened)) == Opened(clip, *opened)
