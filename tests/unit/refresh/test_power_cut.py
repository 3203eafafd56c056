"""Whatever interrupts a cycle, a whole pack is current, and the next cycle ends it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from player.refresh.cycle import Activated, AlreadyCurrent
from player.store.durable import sync_tree
from player.store.install import activate
from player.store.layout import Home
from tests.fakes.signed_repository import PACK
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.(refresh|store).*")


WRITES = 90
"""More than a cycle that activates a small pack does; the last of them must find it done."""


class _KilledError(BaseException):
    """The power is cut."""


@pytest.mark.parametrize("step", range(1, WRITES + 1))
def test_power_cut_at_any_write_leaves_a_whole_pack(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Every call that changes the disk, one after the other, is the last one that is begun."""
    screen.refresh()
    screen.repository.publish(2)
    calls = [0]

    def cut(original: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object, **kwargs: object) -> object:
            calls[0] += 1
            if calls[0] >= step:
                raise _KilledError
            return original(*args, **kwargs)

        return wrapper

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", cut(os.fsync))
        patch.setattr(os, "replace", cut(os.replace))
        patch.setattr(Path, "replace", cut(Path.replace))
        patch.setattr(Path, "symlink_to", cut(Path.symlink_to))
        try:
            screen.refresh()
        except _KilledError:
            pass
        else:
            assert calls[0] < step, "everything was done before"
        assert step < WRITES or calls[0] < WRITES
    assert screen.sequence in {1, 2}
    told = screen.refresh()
    assert told.outcome in {Activated(PACK, 2), AlreadyCurrent(PACK, 2)}
    assert screen.sequence == 2


def test_metadata_is_on_the_disk_before_the_pack_is_current(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut brings the older metadata back, and with it the right to replay."""
    order: list[str] = []

    def sync(folder: Path) -> None:
        order.append("metadata")
        sync_tree(folder)

    def link(home: Home, pack: str) -> None:
        order.append("current")
        activate(home, pack)

    monkeypatch.setattr("player.refresh.trust.sync_tree", sync)
    monkeypatch.setattr("player.refresh.cycle.activate", link)
    screen.refresh()
    assert order[-1] == "current"
    assert "metadata" in order


def test_stale_unfinished_files_are_swept(screen: RefreshedScreen) -> None:
    screen.refresh()
    left = screen.home.blobs / "aa"
    left.mkdir(exist_ok=True)
    (left / ".new-left").write_bytes(b"x")
    (screen.home.trust / "tmpabc").write_bytes(b"x")
    screen.repository.publish(2)
    screen.refresh()
    assert not (left / ".new-left").exists()
    assert not (screen.home.trust / "tmpabc").exists()


def test_store_deleted_underneath_is_filled_again(screen: RefreshedScreen) -> None:
    screen.refresh()
    shutil.rmtree(screen.home.packs)
    shutil.rmtree(screen.home.blobs)
    assert screen.refresh().outcome == Activated(PACK, 1)
    assert screen.sequence == 1
