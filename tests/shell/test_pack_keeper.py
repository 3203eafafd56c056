"""Which pack is on stage: new ones at the end of a slot, bad ones never again, stops at once."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.pack.orders import RECALL, STOP
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.shell.pack_keeper import REHEARSE_AFTER_S, House, PackKeeper
from player.shell.performance import Performance
from player.store.durable import replace_link, write_file
from player.store.layout import Home, blob_path
from player.store.orders import read_receipts
from player.store.reader import linked_pack
from player.store.records import read_record
from player.store.report import AgentReport, write_report
from player.store.settle import settle
from player.store.trial import PROOF_S, TRIES, Lease, Trial, Verdict, read_trial, write_trial
from player.store.verify import Damaged
from tests.fakes.built_pack import poster, put_in, sha256, write_built
from tests.fakes.content import content_document, item_document
from tests.fakes.house import NOON, repertoire
from tests.shell.conftest import OpenApplication

STOP_ORDER = '{"format":"1.0","gate":"lang-son/huu-nghi","stop":%s,"issued":"2026-11-26T00:00:00Z"}'


@dataclass
class FakeRehearsal:
    """Says what a test says."""

    asked: list[str] = field(default_factory=list)
    done: Callable[[bool], None] | None = None

    def start(self, pack: str, done: Callable[[bool], None]) -> None:
        """Note what is asked."""
        self.asked.append(pack)
        self.done = done


@dataclass
class Kept:
    """A keeper on a real stage, with clocks that a test moves."""

    home: Home
    keeper: PackKeeper
    performance: Performance
    rehearsal: FakeRehearsal
    on_stage: list[str | None]
    seconds: list[float]
    now: list[datetime]
    folder: Path
    urgent: list[bool]
    qtbot: QtBot = field(repr=False)

    def bring(self, sequence: int, *, good: bool = False) -> str:
        """Make another pack current, as the agent does; return its name."""
        picture = (self.folder / "picture.png").read_bytes()
        document = content_document(
            [poster("welcome", picture), item_document(f"words-{sequence}", duration_s=60)]
        )
        built = write_built(self.folder / f"b{sequence}", document, (picture,), sequence=sequence)
        link = self.folder / "aside"
        name = put_in(self.home, built, link).name
        replace_link(self.home.current, self.home.packs / name)
        if good:
            replace_link(self.home.last_good, self.home.packs / name)
        return name

    def wait_s(self, seconds: float) -> None:
        """Let so much time pass, and look."""
        self.seconds[0] += seconds
        self.now[0] += timedelta(seconds=seconds)
        self.performance.tick()
        self.keeper.look()


@pytest.fixture
def kept(
    open_application: OpenApplication, tmp_path: Path, picture_bytes: bytes, qtbot: QtBot
) -> Kept:
    """Return a keeper that has not begun; the store is empty."""
    (tmp_path / "picture.png").write_bytes(picture_bytes)
    home = Home(tmp_path / "home")
    home.store.mkdir(parents=True)
    application = open_application(size=(320, 180))
    now = [NOON]
    seconds = [0.0]
    performance = Performance(
        application.stage,
        application.clips,
        lambda: now[0],
        lambda _: ClockTrust.TRUSTED,
    )
    on_stage: list[str | None] = []
    performance.taken.connect(lambda taken: on_stage.append(taken.pack if taken else None))
    rehearsal, urgent = FakeRehearsal(), [False]
    house = House(
        home=home,
        factory=tmp_path / "factory",
        performance=performance,
        prepare=repertoire,
        is_urgent=lambda _: urgent[0],
        rehearsal=rehearsal,
        monotonic=lambda: seconds[0],
        now=lambda: now[0],
    )
    reports: list[AgentReport] = []
    keeper = PackKeeper(house, reports.append)
    return Kept(
        home, keeper, performance, rehearsal, on_stage, seconds, now, tmp_path, urgent, qtbot
    )


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


def recall(kept: Kept, *things: str) -> None:
    """Lay a list of what is recalled where the agent would."""
    recalled = [{"thing": each, "issued": "2026-11-26T00:00:00Z"} for each in things]
    order = {**json.loads(STOP_ORDER % "false"), "recalled": recalled}
    kept.home.orders.mkdir(exist_ok=True)
    write_file(kept.home.orders / RECALL, json.dumps(order).encode())


def stays(kept: Kept) -> list[str]:
    """Return the items of the pack that the keeper chose."""
    opened = kept.keeper.opened
    return [item.id for item in opened.pack.content.items] if opened else []


def test_recalled_item_leaves_the_stage_in_the_middle_of_its_slot(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    told: list[object] = []
    kept.keeper.withdrawn.connect(told.append)
    shown = kept.performance._state.showing
    assert shown is not None
    recall(kept, shown)
    kept.wait_s(1)
    assert kept.on_stage == [good, good]
    assert kept.performance._state.showing not in {shown, None}
    assert told == [{shown}]
    obeyed = read_receipts(kept.home.obeyed).recalled[shown]
    assert obeyed.at == kept.now[0]
    kept.wait_s(1)
    assert kept.on_stage == [good, good], "an order is obeyed once"
    assert read_receipts(kept.home.obeyed).recalled[shown] == obeyed


def test_everything_recalled_is_the_default_gate_page(kept: Kept) -> None:
    kept.bring(1, good=True)
    kept.keeper.look()
    recall(kept, *stays(kept))
    kept.wait_s(1)
    assert stays(kept) == []
    assert kept.performance._state.showing == DEFAULT_GATE_PAGE


def test_recall_holds_from_the_start_for_every_pack_and_until_it_is_lifted(kept: Kept) -> None:
    kept.bring(1, good=True)
    recall(kept, "welcome")
    kept.keeper.look()
    assert stays(kept) == ["words-1"]
    kept.bring(2)
    kept.wait_s(1)
    assert stays(kept) == ["words-2"]
    recall(kept)
    kept.wait_s(1)
    assert stays(kept) == ["welcome", "words-2"]
    assert read_receipts(kept.home.obeyed).recalled == {}


@pytest.mark.parametrize("raw", [b"", b"{", b'{"format":"1.0","recalled":7}', b"[" * 100_000])
def test_spoilt_recall_neither_blanks_the_screen_nor_brings_anything_back(
    kept: Kept, raw: bytes
) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    recall(kept, "welcome")
    kept.wait_s(1)
    write_file(kept.home.orders / RECALL, raw)
    kept.wait_s(1)
    assert stays(kept) == ["words-1"]
    assert kept.on_stage == [good, good]


def test_stop_that_is_obeyed_is_noted(kept: Kept) -> None:
    kept.bring(1, good=True)
    kept.keeper.look()
    kept.home.orders.mkdir()
    for said in ("true", "false"):
        kept.wait_s(10)
        write_file(kept.home.orders / STOP, (STOP_ORDER % said).encode())
        kept.wait_s(1)
        stop = read_receipts(kept.home.obeyed).stop
        assert stop is not None
        assert (stop.stop, stop.at) == (said == "true", kept.now[0])


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
