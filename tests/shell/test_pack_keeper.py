"""Which pack is on stage: new ones at the end of a slot, bad ones never again, stops at once."""

import pytest

from player.pack.orders import STOP
from player.shell.pack_keeper import REHEARSE_AFTER_S
from player.store.durable import replace_link
from player.store.layout import blob_path
from player.store.reader import linked_pack
from player.store.records import read_record
from player.store.report import AgentReport, write_report
from player.store.settle import settle
from player.store.trial import PROOF_S, TRIES, Lease, Trial, Verdict, read_trial, write_trial
from player.store.verify import Damaged
from tests.fakes.built_pack import poster, put_in, sha256, write_built
from tests.fakes.content import content_document
from tests.fakes.house import NOON
from tests.fakes.keeper import STOP_ORDER, Kept

pytestmark = pytest.mark.allow_log("player.*")


def test_empty_store_is_the_builtin_page(kept: Kept) -> None:
    kept.keeper.look()
    assert kept.on_stage == [None]


def test_good_pack_is_taken_at_once_and_held(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    assert kept.on_stage == [good]
    assert read_record(kept.home.lease, Lease) == Lease(packs=(good,))
    assert read_trial(kept.home) is None


def test_new_pack_waits_for_the_end_of_the_slot(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    new = kept.bring(2)
    kept.keeper.look()
    assert kept.on_stage == [good]
    lease = read_record(kept.home.lease, Lease)
    assert lease is not None
    assert set(lease.packs) == {good, new}
    kept.wait_s(70)
    assert kept.on_stage == [good, new]
    assert read_record(kept.home.lease, Lease) == Lease(packs=(new,))


def test_pack_with_an_urgent_notice_does_not_wait(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    kept.urgent[0] = True
    new = kept.bring(2)
    kept.keeper.look()
    assert kept.on_stage == [good, new]


def test_candidate_proves_itself(kept: Kept) -> None:
    kept.bring(1, good=True)
    kept.keeper.look()
    new = kept.bring(2)
    kept.keeper.look()
    assert read_trial(kept.home) == Trial(pack=new, tries=1)
    kept.wait_s(70)
    assert kept.rehearsal.asked == []
    kept.wait_s(REHEARSE_AFTER_S)
    assert kept.rehearsal.asked == [new]
    assert kept.rehearsal.done is not None
    kept.rehearsal.done(True)  # noqa: FBT003  (the answer)
    kept.wait_s(PROOF_S - REHEARSE_AFTER_S - 1)
    trial = read_trial(kept.home)
    assert trial is not None
    assert trial.verdict is Verdict.TRYING
    kept.wait_s(2)
    trial = read_trial(kept.home)
    assert trial is not None
    assert trial.verdict is Verdict.GOOD
    settle(kept.home, NOON)
    kept.wait_s(1)
    assert kept.on_stage[-1] == new
    assert linked_pack(kept.home.last_good) == new


def test_candidate_that_does_not_draw_is_left_at_once(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    new = kept.bring(2)
    kept.keeper.look()
    kept.wait_s(70)
    kept.wait_s(REHEARSE_AFTER_S)
    assert kept.rehearsal.done is not None
    kept.rehearsal.done(False)  # noqa: FBT003  (the answer)
    kept.keeper.look()
    assert kept.on_stage == [good, new, good]
    settle(kept.home, NOON)
    kept.wait_s(1)
    assert kept.on_stage == [good, new, good]


def test_candidate_that_ended_the_player_three_times_is_not_shown(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    new = kept.bring(2)
    write_trial(kept.home, Trial(pack=new, tries=TRIES))
    kept.keeper.look()
    assert kept.on_stage == [good]
    trial = read_trial(kept.home)
    assert trial is not None
    assert trial.verdict is Verdict.FAILED


def test_first_pack_that_fails_leaves_the_builtin_page(kept: Kept) -> None:
    new = kept.bring(1)
    write_trial(kept.home, Trial(pack=new, verdict=Verdict.FAILED))
    kept.keeper.look()
    assert kept.on_stage == [None]


def test_orderly_end_is_no_try(kept: Kept) -> None:
    new = kept.bring(1)
    kept.keeper.look()
    assert kept.on_stage == [new]
    kept.keeper.end()
    trial = read_trial(kept.home)
    assert trial is not None
    assert trial.tries == 0


def test_stop_is_obeyed_at_once_and_lifts_as_it_came(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    kept.home.orders.mkdir()
    (kept.home.orders / STOP).write_text(STOP_ORDER % "true")
    kept.keeper.look()
    assert kept.on_stage == [good, None]
    (kept.home.orders / STOP).write_text(STOP_ORDER % "false")
    kept.keeper.look()
    assert kept.on_stage == [good, None, good]


def test_stop_costs_a_candidate_no_try(kept: Kept) -> None:
    new = kept.bring(1)
    kept.keeper.look()
    kept.home.orders.mkdir()
    for said in ("true", "false"):
        (kept.home.orders / STOP).write_text(STOP_ORDER % said)
        kept.keeper.look()
    assert kept.on_stage == [new, None, new]
    trial = read_trial(kept.home)
    assert trial is not None
    assert trial.tries == 1


def test_damage_is_reported_and_mended_files_are_shown_again(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    picture = (kept.folder / "picture.png").read_bytes()
    blob = blob_path(kept.home.blobs, sha256(picture))
    blob.write_bytes(b"spoilt")
    kept.performance.damaged.emit(sha256(picture))
    assert read_record(kept.home.damaged, Damaged) == Damaged(blobs=(sha256(picture),))
    kept.wait_s(1)
    assert kept.on_stage == [good]
    blob.write_bytes(picture)
    kept.wait_s(1)
    assert kept.on_stage == [good, good]
    assert read_record(kept.home.damaged, Damaged) == Damaged()


def test_pack_of_which_half_is_damaged_gives_way_until_it_is_mended(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    picture = (kept.folder / "picture.png").read_bytes()
    other = picture + b"other"
    document = content_document([poster("a", picture), poster("b", other)])
    built = write_built(kept.folder / "pictures", document, (picture, other), sequence=5)
    new = put_in(kept.home, built, kept.folder / "aside").name
    replace_link(kept.home.current, kept.home.packs / new)
    kept.wait_s(70)
    kept.wait_s(70)
    assert kept.on_stage == [good, new]
    for raw in (picture, other):
        blob_path(kept.home.blobs, sha256(raw)).write_bytes(b"spoilt")
        kept.performance.damaged.emit(sha256(raw))
    kept.qtbot.waitUntil(lambda: kept.on_stage[-1] == good)
    assert read_trial(kept.home) == Trial(pack=new, tries=1)
    reported = read_record(kept.home.damaged, Damaged)
    assert reported is not None
    assert set(reported.blobs) == {sha256(picture), sha256(other)}, "the agent must hear of it"
    for raw in (picture, other):
        blob_path(kept.home.blobs, sha256(raw)).write_bytes(raw)
    kept.wait_s(1)
    kept.wait_s(70)
    assert kept.on_stage[-1] == new
    assert read_record(kept.home.damaged, Damaged) == Damaged()


def test_rehearsal_of_one_pack_is_no_proof_of_another(kept: Kept) -> None:
    kept.bring(1)
    kept.keeper.look()
    kept.wait_s(REHEARSE_AFTER_S)
    late = kept.rehearsal.done
    assert late is not None
    kept.bring(2)
    kept.keeper.look()
    kept.wait_s(70)
    late(False)  # noqa: FBT003  (the answer)
    kept.keeper.look()
    trial = read_trial(kept.home)
    assert trial is not None
    assert trial.verdict is Verdict.TRYING


def test_report_of_the_agent_changes_nothing_on_stage(kept: Kept) -> None:
    kept.keeper.look()
    write_report(kept.home, AgentReport())
    kept.keeper.look()
    assert kept.on_stage == [None]


def test_pack_is_taken_at_once_from_the_builtin_page(kept: Kept) -> None:
    kept.keeper.look()
    first = kept.bring(1)
    kept.keeper.look()
    assert kept.on_stage == [None, first]


def test_resting_keeper_shows_the_built_in_page_and_reads_no_pack(kept: Kept) -> None:
    pack = kept.bring(1)
    kept.keeper.rest(True)  # noqa: FBT003  (a signal's)
    kept.keeper.begin()
    assert (kept.on_stage, kept.keeper.opened) == ([None], None)
    assert read_trial(kept.home) is None
    kept.keeper.rest(False)  # noqa: FBT003  (a signal's)
    assert kept.on_stage[-1] == pack


def test_careful_keeper_shows_the_last_good_pack_until_it_trusts_again(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    other = kept.bring(2)
    kept.keeper.trust(False)  # noqa: FBT003  (a signal's)
    kept.keeper.begin()
    assert kept.on_stage == [good]
    assert read_trial(kept.home) is None  # it was not tried
    kept.keeper.trust(True)  # noqa: FBT003  (a signal's)
    kept.wait_s(60)
    assert kept.on_stage[-1] == other


def test_keeper_that_rests_stays_at_rest_when_it_is_to_trust_again(kept: Kept) -> None:
    kept.bring(1)
    kept.keeper.trust(False)  # noqa: FBT003  (a signal's)
    kept.keeper.rest(True)  # noqa: FBT003  (a signal's)
    kept.keeper.begin()
    kept.keeper.trust(True)  # noqa: FBT003  (a signal's)
    kept.keeper.look()
    assert kept.on_stage == [None]
