"""The agent's jobs: light looks, back-off, what show tells, the night, sticks, and being killed."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from player.errors import StoreError, StoreFullError
from player.refresh.agent import FULL_EVERY_S, no_progress
from player.refresh.cycle import Activated, AlreadyCurrent, Failed
from player.refresh.folder_origin import FolderOrigin, FolderStream
from player.refresh.news import ASK_EVERY_S
from player.refresh.pace import DownloadHours
from player.store.layout import blob_path
from player.store.lock import running_agent, writing
from player.store.quarantine import quarantined
from player.store.reader import linked_pack, open_installed
from player.store.records import write_record
from player.store.reset import Reset, want_reset, wanted_reset
from player.store.standing import standing
from player.store.trial import Trial, Verdict
from player.store.verify import Damaged, damaged_blobs
from tests.fakes.signed_repository import PACK
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.(refresh|store).*")


# --- looking ---


def test_look_without_news_is_one_request(screen: RefreshedScreen) -> None:
    origin = screen.origin
    agent = screen.agent(origin)
    assert agent.look() is not None
    before = origin.meter.requests
    assert agent.look() is None
    assert origin.meter.requests - before == 1


def test_news_make_a_look_a_whole_cycle(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent.look()
    screen.repository.publish(2)
    told = agent.look()
    assert told is not None
    assert told.outcome == Activated(PACK, 2)


def test_a_quarter_of_an_hour_makes_a_look_a_whole_cycle(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent.look()
    screen.ticks[0] += FULL_EVERY_S
    told = agent.look()
    assert told is not None
    assert told.outcome == AlreadyCurrent(PACK, 1)


def test_failed_looks_wait_ever_longer(screen: RefreshedScreen, tmp_path: Path) -> None:
    origin = FolderOrigin(tmp_path / "gone")
    agent = screen.agent(origin)
    tries = []
    for _ in range(3600):
        screen.ticks[0] += 1
        if agent.look() is not None:
            tries.append(screen.ticks[0])
    waits = [b - a for a, b in pairwise(tries)]
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_success_ends_the_waiting(screen: RefreshedScreen) -> None:
    path = screen.repository.tree.metadata / "timestamp.json"
    aside = path.rename(path.with_suffix(".aside"))
    agent = screen.agent()
    agent.look()
    aside.rename(path)
    assert agent.look() is None
    screen.ticks[0] += 31
    told = agent.look()
    assert told is not None
    assert told.outcome == Activated(PACK, 1)
    assert screen.report.refresh.error == ""


def test_news_that_could_not_be_had_are_asked_for_again(screen: RefreshedScreen) -> None:
    """A mirror that has the new timestamp and not yet what it leads to."""
    agent = screen.agent()
    agent.look()
    screen.repository.publish(2)
    tree = screen.repository.tree
    late = tree.metadata / f"{tree.version('snapshot')}.snapshot.json"
    aside = late.rename(late.with_suffix(".late"))
    agent.look()
    aside.rename(late)
    screen.ticks[0] += 31
    told = agent.look()
    assert told is not None
    assert told.outcome == Activated(PACK, 2)


def test_news_that_met_a_held_store_are_asked_for_again(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent.look()
    screen.repository.publish(2)
    with writing(screen.home):
        agent.look()
    told = agent.look()
    assert told is not None
    assert told.outcome == Activated(PACK, 2)


class SlowOrigin(FolderOrigin):
    """Something happens when the first blob has begun to come."""

    def __init__(self, folder: Path, happens: Callable[[], None]) -> None:
        super().__init__(folder)
        self._happens: Callable[[], None] | None = happens

    @contextmanager
    def open_at(
        self, path: str, offset: int, validator: str | None, size: int
    ) -> Iterator[FolderStream]:
        """Open a file; see ``Origin``."""
        with super().open_at(path, offset, validator, size) as stream:
            if path.startswith("blobs/") and self._happens is not None:
                happens, self._happens = self._happens, None
                happens()
            yield stream


def test_stop_does_not_wait_for_a_long_download(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    stopped_while_coming = []

    def stop() -> None:
        screen.ticks[0] += ASK_EVERY_S
        screen.repository.stop()

    def progress(here: int, total: int) -> None:
        stopped_while_coming.append((standing(screen.home).is_stopped, here, total))

    origin = SlowOrigin(screen.repository.tree.folder, stop)
    told = screen.agent(origin).cycle(origin, progress)
    assert told.outcome == Activated(PACK, 2)
    assert any(is_stopped and here < total for is_stopped, here, total in stopped_while_coming)


# --- download hours, room, lock ---


def test_new_pack_waits_for_the_download_hours(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    agent = screen.agent()
    agent._setting = replace(agent._setting, hours=DownloadHours(((time(22), time(5)),), UTC))
    told = agent.cycle(screen.origin, no_progress)
    assert isinstance(told.outcome, AlreadyCurrent)
    assert told.outcome.waits
    screen.repository.stop()
    agent.cycle(screen.origin, no_progress)
    assert standing(screen.home).is_stopped
    screen.offset = datetime(2026, 11, 26, 23, tzinfo=UTC)
    screen.repository.stamp(timedelta(hours=12))
    assert agent.cycle(screen.origin, no_progress).outcome == Activated(PACK, 2)


def test_first_pack_does_not_wait(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent._setting = replace(agent._setting, hours=DownloadHours(((time(22), time(5)),), UTC))
    assert agent.cycle(screen.origin, no_progress).outcome == Activated(PACK, 1)


def test_pack_that_would_fill_the_disk_is_refused_before_its_first_byte(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.refresh()
    screen.repository.publish(2)
    # A terabyte of which fifty gigabytes are free: exactly what is kept.
    full = SimpleNamespace(f_blocks=10**9, f_bavail=5 * 10**7, f_frsize=1000)
    monkeypatch.setattr(os, "statvfs", lambda _: full)
    assert isinstance(screen.refused(), StoreFullError)
    assert not list(screen.home.partial.glob("*"))


def test_what_was_replaced_gives_way_to_a_pack_that_has_no_room(
    screen: RefreshedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of packs that come one after the other, those between keep their files until the night."""
    for sequence in (2, 3):
        screen.refresh()
        screen.repository.publish(sequence)
    screen.refresh()
    before = set(screen.home.blobs.glob("*/*"))
    for path in (*before, *screen.home.packs.iterdir()):
        os.utime(path, (0, 0))
    screen.repository.publish(4)

    def statvfs(_: object) -> object:
        is_full = before <= set(screen.home.blobs.glob("*/*"))
        return SimpleNamespace(
            f_blocks=10**9, f_bavail=(5 if is_full else 9) * 10**7, f_frsize=1000
        )

    monkeypatch.setattr(os, "statvfs", statvfs)
    screen.refresh()
    assert screen.sequence == 4
    assert len(before - set(screen.home.blobs.glob("*/*"))) >= 1
    assert damaged_blobs(screen.home) == []


def test_store_that_is_held_is_left_alone(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    with writing(screen.home):
        told = screen.refresh()
    assert isinstance(told.outcome, Failed)
    assert screen.sequence == 1


def test_second_agent_is_refused(screen: RefreshedScreen) -> None:
    with (
        running_agent(screen.home),
        pytest.raises(StoreError, match="another refresh agent"),
        running_agent(screen.home),
    ):
        pass


# --- what show tells ---


def told_by_show(screen: RefreshedScreen, verdict: Verdict) -> str:
    """Let show have judged the current pack; return its name."""
    pack = linked_pack(screen.home.current)
    assert pack is not None
    trial = Trial(pack=pack, tries=1, verdict=verdict, reason="it would not draw")
    write_record(screen.home.trial, trial)
    return pack


def test_pack_that_proved_itself_becomes_the_last_good(screen: RefreshedScreen) -> None:
    screen.refresh()
    pack = told_by_show(screen, Verdict.GOOD)
    screen.agent().heed()
    assert linked_pack(screen.home.last_good) == pack


def test_pack_on_trial_is_left_alone(screen: RefreshedScreen) -> None:
    screen.refresh()
    told_by_show(screen, Verdict.TRYING)
    screen.agent().heed()
    assert linked_pack(screen.home.last_good) is None
    assert screen.sequence == 1


def test_pack_that_failed_gives_way_and_stays_away(screen: RefreshedScreen) -> None:
    screen.refresh()
    good = told_by_show(screen, Verdict.GOOD)
    screen.agent().heed()
    screen.repository.publish(2)
    screen.refresh()
    told_by_show(screen, Verdict.FAILED)
    screen.agent().heed()
    assert linked_pack(screen.home.current) == good
    assert [each.sequence for each in quarantined(screen.home)] == [2]
    assert "quarantine (it would not draw)" in str(screen.refused())
    screen.repository.publish(3)
    assert screen.refresh().outcome == Activated(PACK, 3)


def test_first_pack_that_failed_leaves_none(screen: RefreshedScreen) -> None:
    screen.refresh()
    told_by_show(screen, Verdict.FAILED)
    screen.agent().heed()
    assert linked_pack(screen.home.current) is None


def test_damaged_blob_is_fetched_again_at_the_next_look(screen: RefreshedScreen) -> None:
    agent = screen.agent()
    agent.look()
    file = open_installed(screen.home.current, screen.home).manifest.files[1]
    path = blob_path(screen.home.blobs, file.sha256)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"picture", b"pixture"))
    assert agent.look() is None
    write_record(screen.home.damaged, Damaged(blobs=(file.sha256,)))
    agent.heed()
    told = agent.look()
    assert told is not None
    assert told.outcome == AlreadyCurrent(PACK, 1)
    assert path.read_bytes() == whole
    agent.heed()
    assert agent.look() is None


def test_night_finds_and_mends_what_nobody_noticed(screen: RefreshedScreen) -> None:
    screen.refresh()
    file = open_installed(screen.home.current, screen.home).manifest.files[1]
    path = blob_path(screen.home.blobs, file.sha256)
    path.unlink()
    screen.agent().tend()
    assert path.exists()


def test_damaged_documents_of_the_current_pack_are_written_again(screen: RefreshedScreen) -> None:
    screen.refresh()
    (screen.home.current / "content.json").write_bytes(b"{")
    assert screen.refresh().outcome == Activated(PACK, 1)
    assert screen.sequence == 1


# --- stop ---


def test_stop_comes_and_lifts_as_it_came(screen: RefreshedScreen) -> None:
    screen.refresh()
    assert not standing(screen.home).is_stopped
    screen.repository.stop()
    screen.refresh()
    assert standing(screen.home).is_stopped
    screen.repository.stop(lift=True)
    screen.refresh()
    assert not standing(screen.home).is_stopped


def test_stop_outlasts_the_network(screen: RefreshedScreen, tmp_path: Path) -> None:
    screen.refresh()
    screen.repository.stop()
    screen.refresh()
    screen.refused(FolderOrigin(tmp_path / "gone"))
    assert standing(screen.home).is_stopped


def test_stop_reaches_a_screen_whose_pack_is_refused(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    screen.repository.stop()
    screen.repository.resign("lang-son.huu-nghi", lambda _: None, ["editor-1"])
    screen.refused()
    assert standing(screen.home).is_stopped


def test_stop_signed_by_an_editor_is_not_heard(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.stop()
    tree = screen.repository.tree
    version = tree.version("stop.lang-son")
    metadata = tree.metadata / f"{version}.stop.lang-son.json"
    metadata.write_bytes(metadata.read_bytes().replace(b'"sig":"', b'"sig":"00'))
    screen.refresh()
    assert not standing(screen.home).is_stopped


# --- a reset ---


def test_reset_takes_the_packs_away_and_the_next_look_brings_them_again(
    screen: RefreshedScreen,
) -> None:
    agent = screen.agent()
    agent.look()
    root = screen.report.trust.root
    want_reset(screen.home, Reset(id="one", at=screen.now()))
    assert agent.look() is None, "nothing is brought that would be taken away again"
    agent.heed()
    assert linked_pack(screen.home.current) is None
    assert wanted_reset(screen.home) is None
    assert screen.report.refresh.last_success is None
    assert screen.report.trust.root == root
    told = agent.look()
    assert told is not None
    assert isinstance(told.outcome, Activated)
    assert open_installed(screen.home.current, screen.home).manifest.sequence == screen.sequence


def test_reset_forgets_no_rollback_protection(screen: RefreshedScreen, tmp_path: Path) -> None:
    """An old pack cannot be brought by a technician either."""
    screen.refresh()
    old = tmp_path / "old"
    shutil.copytree(screen.repository.tree.folder, old)
    screen.repository.publish(2)
    screen.refresh()
    want_reset(screen.home, Reset(id="one", at=screen.now()))
    screen.agent().heed()
    refused = screen.refresh(FolderOrigin(old))
    assert isinstance(refused.outcome, Failed)
    assert linked_pack(screen.home.current) is None
