"""Trial, quarantine, what show sees of the store, and what may be taken away."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from player.store.install import install
from player.store.layout import Home, blob_path
from player.store.prune import GRACE, kept_packs, prune
from player.store.quarantine import Quarantined, barring, quarantine
from player.store.reader import linked_pack, open_best
from player.store.records import read_record, write_record
from player.store.settle import Settled, settle
from player.store.standing import standing
from player.store.trial import (
    PROOF_S,
    TRIES,
    Lease,
    Proof,
    Trial,
    Verdict,
    begun,
    has_failed,
    judged,
    read_trial,
    withdrawn,
    write_lease,
    write_trial,
)
from player.store.verify import damaged_blobs
from tests.fakes.built_pack import PICTURE, poster, put_in, sha256, write_built
from tests.fakes.content import content_document

NOW: Final = datetime(2026, 11, 26, tzinfo=UTC)
OTHER: Final = b"another picture"

pytestmark = pytest.mark.allow_log("player.store.*")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with a last good pack and a candidate that is current."""
    home = Home(tmp_path / "home")
    home.store.mkdir(parents=True)
    put_in(home, write_built(tmp_path / "good"), home.last_good)
    document = content_document([poster("welcome", OTHER)])
    put_in(home, write_built(tmp_path / "new", document, (OTHER,), sequence=2), home.current)
    return home


def candidate(home: Home) -> str:
    name = linked_pack(home.current)
    assert name is not None
    return name


# --- the trial itself ---


def test_each_try_is_counted_and_one_too_many_fails() -> None:
    trial: Trial | None = None
    for tries in range(1, TRIES + 1):
        trial = begun("a", trial)
        assert (trial.tries, trial.verdict) == (tries, Verdict.TRYING)
    assert begun("a", trial).verdict is Verdict.FAILED


def test_another_pack_begins_anew() -> None:
    assert begun("b", Trial(pack="a", tries=3)) == Trial(pack="b", tries=1)


@pytest.mark.parametrize(
    ("proof", "verdict"),
    [
        (Proof(PROOF_S, drawn=True), Verdict.GOOD),
        (Proof(PROOF_S - 1, drawn=True), Verdict.TRYING),
        (Proof(PROOF_S * 9, drawn=None), Verdict.TRYING),
        (Proof(0, drawn=False), Verdict.FAILED),
    ],
    ids=["proved", "too short", "not rehearsed", "not drawn"],
)
def test_verdict_needs_time_and_every_kind_of_page(proof: Proof, verdict: Verdict) -> None:
    assert judged(Trial(pack="a", tries=1), proof).verdict is verdict


def test_verdict_stands() -> None:
    good = Trial(pack="a", verdict=Verdict.GOOD)
    assert judged(good, Proof(0, drawn=False)) == good
    assert begun("a", good) == good
    assert withdrawn(good) == good


def test_orderly_end_gives_the_try_back() -> None:
    assert withdrawn(Trial(pack="a", tries=2)).tries == 1


def test_failed_is_only_what_was_judged_so() -> None:
    failed = Trial(pack="a", verdict=Verdict.FAILED)
    assert has_failed("a", failed)
    assert not has_failed("b", failed)
    assert not has_failed("a", Trial(pack="a", tries=9))
    assert not has_failed("a", None)


# --- which pack show gets ---


def test_candidate_is_shown_until_it_fails(home: Home, tmp_path: Path) -> None:
    opened = open_best(home, tmp_path / "factory")
    assert opened is not None
    assert opened.rung == "current"
    write_trial(home, Trial(pack=candidate(home), verdict=Verdict.FAILED, reason="it fell"))
    opened = open_best(home, tmp_path / "factory")
    assert opened is not None
    assert opened.rung == "last-good"
    assert "it fell" in str(opened.problems[0])


def test_half_damaged_candidate_gives_way_for_a_while(home: Home, tmp_path: Path) -> None:
    opened = open_best(home, tmp_path / "factory", {candidate(home)})
    assert opened is not None
    assert opened.rung == "last-good"


def test_torn_trial_says_nothing(home: Home, tmp_path: Path) -> None:
    home.state.mkdir()
    home.trial.write_text("{")
    assert read_trial(home) is None
    opened = open_best(home, tmp_path / "factory")
    assert opened is not None
    assert opened.rung == "current"


# --- what the agent makes of it ---


def test_good_candidate_is_promoted_once(home: Home) -> None:
    write_trial(home, Trial(pack=candidate(home), verdict=Verdict.GOOD))
    assert settle(home, NOW) is Settled.PROMOTED
    assert linked_pack(home.last_good) == linked_pack(home.current)
    assert settle(home, NOW) is None


def test_failed_candidate_is_laid_aside(home: Home) -> None:
    good = linked_pack(home.last_good)
    write_trial(home, Trial(pack=candidate(home), verdict=Verdict.FAILED, reason="it fell"))
    assert settle(home, NOW) is Settled.QUARANTINED
    assert linked_pack(home.current) == good
    bad = barring(home, "lang-son/huu-nghi/hall", 2)
    assert bad is not None
    assert bad.reason == "it fell"
    assert barring(home, "lang-son/huu-nghi/hall", 3) is None
    assert barring(home, "lang-son/huu-nghi/counter", 2) is None


def test_verdict_on_another_pack_moves_nothing(home: Home) -> None:
    write_trial(home, Trial(pack="f" * 64, verdict=Verdict.FAILED))
    before = candidate(home)
    assert settle(home, NOW) is None
    assert candidate(home) == before


def test_quarantine_outlasts_many(home: Home) -> None:
    for sequence in (5, 3, 4):
        entry = Quarantined(
            digest=f"{sequence}" * 64, pack="p/g/c", sequence=sequence, reason="r", since=NOW
        )
        quarantine(home, entry)
    assert barring(home, "p/g/c", 5) is not None


# --- standing ---


def test_standing_changes_with_every_order(home: Home) -> None:
    before = standing(home)
    assert before.candidate == candidate(home)
    home.orders.mkdir()
    stop = '{"format":"1.0","gate":"lang-son/huu-nghi","stop":true,"issued":"2026-11-26T00:00:00Z"}'
    (home.orders / "stop.json").write_text(stop)
    assert standing(home).is_stopped
    assert standing(home) != before


@pytest.mark.parametrize("raw", ["", "{", '{"format":"9.0","stop":true}', '{"stop":true}'])
def test_stop_that_cannot_be_read_stops_nothing(home: Home, raw: str) -> None:
    home.orders.mkdir()
    (home.orders / "stop.json").write_text(raw)
    assert not standing(home).is_stopped


def test_installed_pack_is_no_candidate(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    install(write_built(tmp_path / "built"), home)
    assert standing(home).candidate is None


# --- pruning ---


def old(home: Home) -> None:
    """Let everything in the store be two days old."""
    stamp = (NOW - 2 * GRACE).timestamp()
    for path in (*home.store.rglob("*"),):
        if not path.is_symlink():
            os.utime(path, (stamp, stamp))


def brought_before(home: Home, tmp_path: Path) -> tuple[str, Path]:
    """Bring in a third pack that nobody needs; return its name and its blob."""
    raw = b"a third picture"
    document = content_document([poster("welcome", raw)])
    link = tmp_path / "elsewhere"
    folder = put_in(home, write_built(tmp_path / "third", document, (raw,), sequence=3), link)
    return folder.name, blob_path(home.blobs, sha256(raw))


def test_what_nobody_needs_goes(home: Home, tmp_path: Path) -> None:
    name, blob = brought_before(home, tmp_path)
    home.partial.mkdir()
    (home.partial / "x.partial").write_bytes(b"x")
    old(home)
    assert prune(home, NOW) == len(b"a third picture")
    assert not (home.packs / name).exists()
    assert not blob.exists()
    assert (home.partial / "x.partial").exists(), "a slow link may take weeks"
    assert damaged_blobs(home) == []


def test_what_is_young_stays(home: Home, tmp_path: Path) -> None:
    name, blob = brought_before(home, tmp_path)
    written = datetime.fromtimestamp(blob.stat().st_mtime, UTC)
    prune(home, written + timedelta(hours=1))
    assert (home.packs / name).exists()
    assert blob.exists()


@pytest.mark.parametrize("held_by", ["lease", "trial"])
def test_what_show_holds_stays(home: Home, tmp_path: Path, held_by: str) -> None:
    name, blob = brought_before(home, tmp_path)
    if held_by == "lease":
        write_lease(home, (name,))
    else:
        write_trial(home, Trial(pack=name, tries=1))
    old(home)
    prune(home, NOW)
    assert (home.packs / name).exists()
    assert blob.exists()


def test_nothing_goes_while_it_is_unknown_what_show_holds(home: Home, tmp_path: Path) -> None:
    name, _ = brought_before(home, tmp_path)
    home.state.mkdir()
    home.lease.write_text("{")
    old(home)
    assert kept_packs(home) is None
    assert prune(home, NOW) == 0
    assert (home.packs / name).exists()


def test_no_blob_goes_while_a_manifest_cannot_be_read(home: Home, tmp_path: Path) -> None:
    name, blob = brought_before(home, tmp_path)
    (home.current / "pack.json").write_text("{")
    old(home)
    prune(home, NOW)
    assert not (home.packs / name).exists()
    assert blob.exists()


def test_current_and_last_good_lose_nothing(home: Home) -> None:
    old(home)
    assert prune(home, NOW) == 0
    assert damaged_blobs(home) == []


# --- records ---


def test_record_of_a_newer_version_is_still_read(home: Home) -> None:
    home.state.mkdir()
    home.lease.write_text('{"packs": ["a"], "since": 1}')
    assert read_record(home.lease, Lease) == Lease(packs=("a",))


def test_record_replaced_by_a_link_says_nothing(home: Home) -> None:
    write_record(home.lease, Lease(packs=("a",)))
    target = home.lease.rename(home.lease.with_suffix(".real"))
    home.lease.symlink_to(target)
    assert read_record(home.lease, Lease) is None


def test_missing_blob_is_found(home: Home) -> None:
    blob_path(home.blobs, sha256(PICTURE)).unlink()
    assert [file.sha256 for file in damaged_blobs(home)] == [sha256(PICTURE)]
