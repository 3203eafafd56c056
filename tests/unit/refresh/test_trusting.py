"""Whatever a server, network or stick does, the old content plays on and ``status`` says why."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Targets, Timestamp
from tuf.ngclient import Updater

from player import RELEASED
from player.errors import (
    PackExpiredError,
    PackRollbackError,
    PackSignatureError,
)
from player.publish.repository import offer, succession
from player.publish.repository.keys import make_key
from player.refresh.cycle import Activated, AlreadyCurrent, Failed
from player.refresh.folder_origin import FolderOrigin
from player.refresh.trust import Place, Trust
from player.store.reader import linked_pack
from tests.fakes.signed_repository import GATE, OTHER, PACK, SignedRepository
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.refresh.*")


def test_first_refresh_activates(screen: RefreshedScreen) -> None:
    told = screen.refresh()
    assert told.outcome == Activated(PACK, 1)
    assert screen.report.trust.is_trial
    assert screen.report.trust.timestamp_issued == screen.repository.now


def test_second_refresh_finds_nothing_new_with_two_requests(screen: RefreshedScreen) -> None:
    screen.refresh()
    told = screen.refresh()
    assert told.outcome == AlreadyCurrent(PACK, 1)
    assert told.requests <= 2 + 1  # the next root, the timestamp, and the order nobody gave
    assert told.bytes <= 1000


def test_published_change_is_activated(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    assert screen.refresh().outcome == Activated(PACK, 2)


def test_pack_signed_by_one_of_two_is_refused(screen: RefreshedScreen) -> None:
    """One stolen key is not enough."""
    screen.refresh()
    screen.repository.publish(2)
    screen.repository.resign("lang-son.huu-nghi", lambda _: None, ["editor-1"])
    assert isinstance(screen.refused(), PackSignatureError)


def test_same_signature_twice_is_one_signature(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    screen.repository.resign("lang-son.huu-nghi", lambda _: None, ["editor-1", "editor-1"])
    assert isinstance(screen.refused(), PackSignatureError)


def test_tampered_timestamp_is_refused(screen: RefreshedScreen) -> None:
    screen.refresh()
    path = screen.repository.tree.metadata / "timestamp.json"
    path.write_bytes(path.read_bytes().replace(b'"version":2', b'"version":9'))
    assert isinstance(screen.refused(), PackSignatureError)


def test_tampered_target_is_refused(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    for path in screen.repository.tree.targets.rglob("*.pack.json"):
        path.write_bytes(path.read_bytes().replace(b"hall", b"hell"))
    assert isinstance(screen.refused(), PackSignatureError)


def test_whole_old_repository_is_refused(screen: RefreshedScreen, tmp_path: Path) -> None:
    """Replay: a mirror that answers with last month's files."""
    shutil.copytree(screen.repository.tree.folder, tmp_path / "old")
    screen.repository.publish(2)
    screen.refresh()
    assert isinstance(screen.refused(FolderOrigin(tmp_path / "old")), PackRollbackError)
    assert screen.sequence == 2


def test_replay_with_the_timestamp_lost_is_refused(screen: RefreshedScreen, tmp_path: Path) -> None:
    shutil.copytree(screen.repository.tree.folder, tmp_path / "old")
    screen.repository.publish(2)
    screen.refresh()
    (screen.home.trust / "timestamp.json").write_bytes(b"")
    assert isinstance(screen.refused(FolderOrigin(tmp_path / "old")), PackRollbackError)


def test_replay_with_all_metadata_lost_does_not_lower_the_sequence(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    """The pack's own sequence is a second memory."""
    shutil.copytree(screen.repository.tree.folder, tmp_path / "old")
    screen.repository.publish(2)
    screen.refresh()
    shutil.rmtree(screen.home.trust)
    assert isinstance(screen.refused(FolderOrigin(tmp_path / "old")), PackRollbackError)


def test_expired_timestamp_keeps_what_is_on_screen(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    screen.offset = screen.repository.now + timedelta(days=2)
    assert isinstance(screen.refused(), PackExpiredError)
    assert "expired" in screen.report.faults
    screen.offset = None
    screen.repository.stamp(timedelta(days=2))
    assert screen.refresh().outcome == Activated(PACK, 2)


def test_expired_metadata_is_refused_with_the_clock_set_back(screen: RefreshedScreen) -> None:
    """The floor: a clock at 2001 would find everything valid."""
    screen.refresh()
    repository = screen.repository
    repository.publish(2)
    frozen = (repository.tree.metadata / "timestamp.json").read_bytes()
    repository.stamp(timedelta(days=3))
    screen.refresh()
    (repository.tree.metadata / "timestamp.json").write_bytes(frozen)
    shutil.rmtree(screen.home.trust)  # all memory lost but the floor
    screen.offset = datetime(2001, 1, 1, tzinfo=UTC)
    assert isinstance(screen.refused(), PackExpiredError)
    assert screen.report.clock.state == "behind"


@pytest.mark.parametrize("year", [1970, 2024])
def test_clock_before_the_release_still_refreshes(screen: RefreshedScreen, year: int) -> None:
    screen.offset = datetime(year, 1, 1, tzinfo=UTC)
    assert screen.refresh().outcome == Activated(PACK, 1)
    assert screen.report.clock.state == "behind"
    assert "clock" in screen.report.faults


def test_clock_far_ahead_activates_nothing(screen: RefreshedScreen) -> None:
    screen.refresh()
    screen.repository.publish(2)
    screen.offset = datetime(2099, 1, 1, tzinfo=UTC)
    assert isinstance(screen.refused(), PackExpiredError)
    assert screen.report.clock.state == "suspect"
    assert screen.report.trust.floor == screen.repository.now


def test_clock_never_moves_the_floor(screen: RefreshedScreen) -> None:
    screen.offset = screen.repository.now + timedelta(hours=5)
    screen.refresh()
    assert screen.report.trust.floor == screen.repository.now > RELEASED


def test_python_tuf_still_takes_its_time_from_where_the_floor_is_set(tmp_path: Path) -> None:
    """Fails when it renames the attribute that ``trust`` sets."""
    repository = SignedRepository(tmp_path / "centre")
    trust = Trust(
        tmp_path / "trust",
        Place(FolderOrigin(repository.tree.folder), "metadata/"),
        Place(FolderOrigin(repository.tree.folder), "targets/"),
        repository.root.read_bytes(),
        repository.now + timedelta(days=2),
    )
    assert isinstance(trust._updater, Updater)
    assert hasattr(trust._updater._trusted_set, "reference_time")
    with pytest.raises(PackExpiredError):
        trust.refresh()


def test_gate_that_signs_for_another_province_is_not_heard(screen: RefreshedScreen) -> None:
    screen.refresh()
    repository = screen.repository

    def claim(targets: Targets) -> None:
        own = targets.targets[f"{PACK}/pack.json"]
        targets.targets = {f"{OTHER}/hall/pack.json": own}

    repository.resign("lang-son.huu-nghi", claim, ["editor-1", "editor-2"])
    fresh = RefreshedScreen(repository, type(screen.home)(screen.home.folder.parent / "other"))
    agent = fresh.agent()
    agent._setting = type(agent._setting)(fresh.home, "lao-bao", f"{OTHER}/hall", repository.root)
    told = agent.cycle(fresh.origin, lambda _here, _total: None)
    assert isinstance(told.outcome, Failed)
    assert linked_pack(fresh.home.current) is None


def test_manifest_of_another_gate_is_refused(screen: RefreshedScreen) -> None:
    """Rightly signed, but under the wrong name."""
    screen.refresh()
    repository = screen.repository

    def claim(targets: Targets) -> None:
        own = targets.targets[f"{PACK}/pack.json"]
        targets.targets[f"{GATE}/counter/pack.json"] = own

    repository.resign("lang-son.huu-nghi", claim, ["editor-1", "editor-2"])
    agent = screen.agent()
    agent._setting = type(agent._setting)(
        screen.home, "huu-nghi", f"{GATE}/counter", repository.root
    )
    for path in (repository.tree.targets / PACK).glob("*.pack.json"):
        target = repository.tree.targets / GATE / "counter" / path.name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    shutil.rmtree(screen.home.trust)
    told = agent.cycle(screen.origin, lambda _here, _total: None)
    assert isinstance(told.outcome, Failed)
    assert "not lang-son/huu-nghi/counter" in str(told.outcome.error)


def test_revoked_key_no_longer_counts(screen: RefreshedScreen) -> None:
    screen.refresh()
    repository = screen.repository
    keys = [str(repository.keys / f"targets-{n}.key") for n in (1, 2)]
    editors = [str(repository.keys / f"editor-{n}.key") for n in (2, 3)]
    assert succession.revoke(repository.office, "editor 1", None, [*keys, *editors]) == []
    built = repository.build(2)
    with pytest.raises(Exception, match="not one of the keys"):
        repository.sign(built, 1)
    repository.sign(built, 2, 3)
    offer.publish(repository.office, built)
    assert screen.refresh().outcome == Activated(PACK, 2)


def test_root_is_followed_from_the_first(screen: RefreshedScreen) -> None:
    screen.refresh()
    repository = screen.repository
    keys = [str(repository.keys / f"root-{n}.key") for n in (1, 2)]
    assert succession.rotate_root(repository.office, [], [], keys) == []
    assert succession.rotate_root(repository.office, [], [], keys) == []
    screen.refresh()
    assert screen.report.trust.root == 3


def test_root_that_the_old_holders_did_not_sign_is_refused(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    screen.refresh()
    foreign = SignedRepository(tmp_path / "foreign", screen.repository.now)
    foreign.publish(7)
    keys = [str(foreign.keys / f"root-{n}.key") for n in (1, 2)]
    succession.rotate_root(foreign.office, [], [], keys)
    assert isinstance(screen.refused(FolderOrigin(foreign.tree.folder)), PackSignatureError)


def test_foreign_repository_is_refused_by_a_new_screen(
    screen: RefreshedScreen, tmp_path: Path
) -> None:
    foreign = SignedRepository(tmp_path / "foreign", screen.repository.now)
    foreign.publish(7)
    assert isinstance(screen.refused(FolderOrigin(foreign.tree.folder)), PackSignatureError)


def test_fast_forward_is_ended_by_a_new_key(screen: RefreshedScreen) -> None:
    """A stolen online key that signs version 2^31 hides updates until the key is replaced."""
    screen.refresh()
    repository = screen.repository
    path = repository.tree.metadata / "timestamp.json"
    honest = path.read_bytes()

    def leap(stamp: Timestamp) -> None:
        stamp.version = 2**31

    repository.resign("timestamp", leap, ["timestamp"])
    screen.refresh()
    path.write_bytes(honest)
    repository.publish(2)
    assert isinstance(screen.refused(), PackRollbackError)
    new = make_key(repository.keys / "new.key", "new", None)
    (repository.keys / "new.key").replace(repository.keys / "timestamp.key")
    keys = [str(repository.keys / f"root-{n}.key") for n in (1, 2)]
    assert succession.revoke(repository.office, "timestamp", new, keys) == []
    assert screen.refresh().outcome == Activated(PACK, 2)
