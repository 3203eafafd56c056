"""Disks that are full, read-only, or were meddled with: the old content plays on."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from player.errors import FetchError, StoreError, StoreFullError
from player.publish.repository import succession
from player.refresh.agent import no_progress
from player.refresh.cycle import Activated, AlreadyCurrent
from player.refresh.http_origin import HttpOrigin
from player.store.layout import Home, blob_path
from player.store.lock import writing
from player.store.prune import prune
from player.store.reader import open_best, open_installed
from player.store.records import write_record
from player.store.settle import settle
from player.store.trial import Trial, Verdict
from tests.fakes.failing_disk import at_call
from tests.fakes.nginx import serving
from tests.fakes.signed_repository import PACK, SignedRepository
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.*")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("step", [1, 3, 6, 10, 15, 21, 28])
def test_disk_that_refuses_changes_nothing(screen: RefreshedScreen, number: int, step: int) -> None:
    """At any call, with whatever the disk says: no crash, a reason, the old pack."""
    screen.refresh()
    screen.repository.publish(2)

    def refuse(_name: str) -> None:
        raise OSError(number, os.strerror(number), "somewhere")

    with at_call(step, refuse) as made:
        told = screen.refresh()
    assert len(made) >= step
    assert open_installed(screen.home.current, screen.home).manifest.sequence in {1, 2}
    # A call may also have been one to the folder that the repository is read from.
    error = getattr(told.outcome, "error", None)
    assert told.outcome == Activated(PACK, 2) or isinstance(error, StoreError | FetchError)
    assert screen.refresh().outcome in {Activated(PACK, 2), AlreadyCurrent(PACK, 2)}


def test_full_disk_says_how_much_is_missing() -> None:
    error = StoreFullError(Path("/var/lib/gate-player"), 300_000_000, 100_000_000)
    assert "300.0 MB are needed" in str(error)


def test_bit_flip_is_found_at_night(screen: RefreshedScreen) -> None:
    screen.refresh()
    file = open_installed(screen.home.current, screen.home).manifest.files[1]
    path = blob_path(screen.home.blobs, file.sha256)
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(raw)
    screen.agent().tend()
    assert path.read_bytes() != bytes(raw)


def test_last_good_deleted_by_hand_leaves_the_current(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    screen.refresh()
    good = open_installed(screen.home.current, screen.home).sha256
    write_record(screen.home.trial, Trial(pack=good, verdict=Verdict.GOOD))
    screen.agent().heed()
    screen.repository.publish(2)
    screen.refresh()
    shutil.rmtree(screen.home.packs / good)
    opened = open_best(screen.home, tmp_path / "factory")
    assert opened is not None
    assert opened.pack.manifest.sequence == 2


def test_store_of_a_newer_program_is_left_alone(screen: RefreshedScreen, tmp_path: Path) -> None:
    """A downgrade: what a newer player wrote is not shown, not taken apart, and replaced whole."""
    screen.refresh()
    manifest = screen.home.current / "pack.json"
    document = json.loads(manifest.read_bytes()) | {"format": "9.0"}
    manifest.write_text(json.dumps(document))
    assert open_best(screen.home, tmp_path / "factory") is None
    with writing(screen.home):
        prune(screen.home, screen.now())
    assert screen.refresh().outcome == Activated(PACK, 1)


def test_report_of_a_newer_program_is_read(screen: RefreshedScreen) -> None:
    screen.refresh()
    document = json.loads(screen.home.report.read_bytes()) | {"mood": "good"}
    screen.home.report.write_text(json.dumps(document))
    assert screen.report.trust.root == 1


def test_pruning_and_settling_keep_out_of_a_writers_way(screen: RefreshedScreen) -> None:
    screen.refresh()
    agent = screen.agent()
    with writing(screen.home):
        agent.tend()
        agent.heed()
        assert settle(screen.home, screen.now()) is None
    assert screen.sequence == 1


def test_lock_of_a_dead_process_is_no_lock(screen: RefreshedScreen) -> None:
    """The kernel lets go of it; a file that is left says nothing."""
    screen.home.store.mkdir(parents=True)
    screen.home.writer_lock.write_text("4711")
    assert screen.refresh().outcome == Activated(PACK, 1)


@pytest.mark.parametrize("kind", ["web server", "object store"])
def test_real_server_from_the_first_refresh_to_a_new_root(tmp_path: Path, kind: str) -> None:
    """An object store answers 403 for what is missing: that must end a search for new roots."""
    with serving(tmp_path) as nginx:
        repository = SignedRepository(nginx.root / "centre")
        repository.publish(1)
        url = nginx.url if kind == "web server" else nginx.store_url
        screen = RefreshedScreen(repository, Home(tmp_path / "home"))
        origin = HttpOrigin(f"{url}centre/repo", deadline_s=10)
        agent = screen.agent(origin)
        assert agent.cycle(origin, no_progress).outcome == Activated(PACK, 1)
        assert agent.look() is None or agent.look() is None
        keys = [str(repository.keys / f"root-{n}.key") for n in (1, 2)]
        assert succession.rotate_root(repository.office, [], [], keys) == []
        repository.publish(2)
        # nginx tells versions apart by seconds and sizes, and this was no second ago.
        os.utime(repository.tree.metadata / "timestamp.json", (0, 0))
        told = agent.look()
        assert told is not None
        assert told.outcome == Activated(PACK, 2)
        assert screen.report.trust.root == 2
        told = agent.cycle(origin, no_progress)
        assert told.requests == 2
        assert told.bytes <= 1000
