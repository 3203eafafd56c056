"""Clips that go wrong while they play, and workers that grow: real libvlc, the real client."""

import resource
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from torture import damage
from torture.repeats import repeat, wear

from player.video import phases
from player.video.client import WorkerGone
from player.video.protocol import Ended, Failed
from tests.fakes.coded_clips import Colour, Recipe, code_clip
from tests.fakes.odd_clips import Splice, claiming_length, sound_only, splice
from tests.fakes.watched_worker import SMALL, Watcher, grey

SECOND: Final = 30
LARGER: Final = (640, 480)
EIGHT_K: Final = (7680, 4320)
GREYS: Final[Sequence[Colour]] = tuple(grey(number) for number in range(3 * SECOND))
REPEATS: Final = 12
LEFT_BYTES: Final = 1 << 20


@pytest.fixture
def watcher() -> Iterator[Watcher]:
    """Return a watcher without a worker."""
    watcher = Watcher()
    yield watcher
    watcher.client.close()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a second of film."""
    recipe = Recipe(frames=SECOND, size=SMALL, rate=SECOND, colour=grey)
    return code_clip(tmp_path_factory.mktemp("film") / "film.mp4", recipe)


def test_film_that_stands_still_has_failed_though_libvlc_goes_on_showing_its_last_picture(
    watcher: Watcher, tmp_path: Path
) -> None:
    path = tmp_path / "stalls.mp4"
    splice(path, Splice([SMALL, SMALL], SECOND, GREYS, gap_s=3600))
    failed = watcher.play(path)
    assert isinstance(failed, Failed)
    assert failed.reason == "no new picture came"
    assert len({low for low, _ in watcher.greys}) > SECOND / 2
    assert len(watcher.pids) == 1


def test_film_whose_pictures_change_their_size_goes_on(watcher: Watcher, tmp_path: Path) -> None:
    path = tmp_path / "changes.mp4"
    splice(path, Splice([SMALL, LARGER], SECOND, GREYS))
    assert isinstance(watcher.play(path), Ended)
    assert watcher.greys[-1][0] > grey(3 * SECOND // 2)[0]
    assert max(high - low for low, high in watcher.greys) <= 4


def test_film_larger_than_its_container_says_is_refused(watcher: Watcher, tmp_path: Path) -> None:
    path = tmp_path / "large.mp4"
    splice(path, Splice([EIGHT_K], 2, GREYS, claims=SMALL))
    assert isinstance(watcher.play(path), Failed)
    assert watcher.greys == []


def test_film_without_pictures_is_refused(watcher: Watcher, tmp_path: Path) -> None:
    path = tmp_path / "sound.mp4"
    sound_only(path)
    assert isinstance(watcher.play(path), Failed)


def test_film_that_claims_two_hours_ends_with_its_last_picture(
    watcher: Watcher, film: Path, tmp_path: Path
) -> None:
    path = tmp_path / "long.mp4"
    path.write_bytes(claiming_length(film.read_bytes(), 7200))
    assert isinstance(watcher.play(path), Ended)


def test_worker_whose_memory_runs_out_in_mid_clip_is_gone_or_has_failed(
    watcher: Watcher, film: Path, tmp_path: Path
) -> None:
    """As a hostile file makes it; here its limit comes down to what it has."""
    path = tmp_path / "grows.mp4"
    splice(path, Splice([SMALL, (1920, 1080)], SECOND, GREYS))

    def starve() -> None:
        limit = (32 << 20, 32 << 20)
        resource.prlimit(watcher.pids[0], resource.RLIMIT_DATA, limit)

    watcher.on_frame = starve
    assert isinstance(watcher.play(path), Failed | Ended)
    watcher.on_frame = None
    watcher.client.retire()
    assert isinstance(watcher.play(film), Ended)


def test_worker_that_has_grown_is_replaced_between_two_clips(
    watcher: Watcher, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(watcher.play(film), Ended)
    monkeypatch.setattr(phases, "IDLE_BYTES", 1 << 20)
    gone = watcher.wait(lambda event: isinstance(event, WorkerGone))
    assert isinstance(gone, WorkerGone)
    assert gone.reason.startswith("the worker holds ")
    monkeypatch.undo()
    assert isinstance(watcher.play(film), Ended)
    assert len(watcher.pids) == 2


@pytest.fixture(scope="module")
def spoilt(film: Path) -> Path:
    """Return a clip without its index."""
    path = film.with_name("no-index.mp4")
    path.write_bytes(damage.without_index(film.read_bytes()))
    return path


def test_clips_that_fail_again_and_again_leave_nothing_in_the_worker(
    film: Path, spoilt: Path
) -> None:
    growth = wear(REPEATS, film, spoilt)
    assert (growth.descriptors, growth.objects) == (0, 0)
    assert growth.rise < LEFT_BYTES, growth


def test_workers_killed_hung_and_misused_leave_nothing_in_show(film: Path, spoilt: Path) -> None:
    left = repeat(REPEATS, film, spoilt)
    assert set(left.mishaps.values()) == {REPEATS // 4}
    assert (left.dead, left.descriptors) == (0, 0)
    assert left.held_bytes < LEFT_BYTES
