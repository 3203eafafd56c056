"""What a set-up finds out, measures and writes down by itself."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from player import RELEASED, resources
from player.config.fingerprint import digest_of
from player.errors import PackError
from player.main import setup_checks
from player.main.agent import Order, refresh_once
from player.main.setup_checks import measure
from player.main.setup_facts import Scout
from player.stage.setup.self_test import CHECKS, Measured, findings
from player.stage.setup.sheet import code_of, sheet_lines, sheet_text
from player.store.durable import write_file
from player.store.install import install
from player.store.report import AgentReport, ClockReport, RefreshReport, write_report
from player.store.setup import Answers
from tests.fakes.bare_machine import DIGITS, OTHER, ROOT, BareMachine, writing
from tests.fakes.built_pack import write_built
from tests.fakes.content import content_document

NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
FULL_HD = (1920, 1080)
GOOD = Measured(
    seconds=60,
    frames=3000,
    gap_s=0.1,
    sound="",
    write_s=0.5,
    free_mb=9000,
    is_clock_trusted=True,
    clock="",
    pack="a",
    is_factory=False,
)


@pytest.fixture
def bare(tmp_path: Path) -> BareMachine:
    machine = BareMachine(tmp_path)
    machine.home.folder.mkdir()
    return machine


def scout(bare: BareMachine, physical: tuple[float, float] = (0, 0)) -> Scout:
    return Scout(
        bare.home, bare.machine.config, bare.machine.sticks, lambda: NOON, lambda: physical
    )


def test_gates_of_packs_here_come_before_the_demo_gates(bare: BareMachine, tmp_path: Path) -> None:
    assert [gate.id for gate in scout(bare).look(Answers(), FULL_HD).gates] == [
        "huu-nghi",
        "lao-bao",
    ]
    built = write_built(tmp_path / "built", content_document(["a"]), ())
    install(built, bare.home)
    facts = scout(bare).look(Answers(), FULL_HD)
    assert len(facts.gates) == 3
    assert (facts.gates[0].pack, facts.standing.pack) == (facts.standing.pack,) * 2


@pytest.mark.parametrize(
    ("physical", "width_mm"),
    [
        ((476, 268), 476),
        ((0, 0), 0),
        ((160, 90), 160),
        ((1600, 900), 1600),
        ((476, 400), 0),
        ((160_000, 90_000), 0),
    ],
)
def test_display_is_believed_only_where_its_size_can_be(
    physical: tuple[float, float], width_mm: int, bare: BareMachine
) -> None:
    assert scout(bare, physical).look(Answers(), FULL_HD).width_mm == width_mm


def test_width_of_an_upright_panel_is_its_short_side(bare: BareMachine) -> None:
    answers = Answers(orientation="portrait")
    assert scout(bare, (476, 268)).look(answers, FULL_HD).width_mm == 268


def offline(bare: BareMachine) -> Path:
    return bare.stick / "gate-player" / "metadata" / "1.root.json"


def by_user(bare: BareMachine) -> Path:
    return bare.machine.sticks / "user" / "STICK" / "root.json"


def beside(bare: BareMachine) -> Path:
    return bare.machine.config.parent / "root.json"


@pytest.mark.parametrize("place", [offline, by_user, beside])
def test_root_is_found_where_it_is_brought(
    place: Callable[[BareMachine], Path], bare: BareMachine
) -> None:
    assert scout(bare).root() is None
    place(bare).parent.mkdir(parents=True, exist_ok=True)
    place(bare).write_bytes(ROOT)
    found = scout(bare).root()
    assert found is not None
    assert (found.raw, found.offer.sha256) == (ROOT, digest_of(ROOT))
    assert (found.offer.place, found.offer.is_believed) == (str(place(bare)), False)


def test_root_believed_already_comes_before_any_other(bare: BareMachine) -> None:
    bare.put_root(OTHER)
    bare.home.anchor.write_bytes(ROOT)
    found = scout(bare).root()
    assert found is not None
    assert (found.raw, found.offer.is_believed) == (ROOT, True)


@pytest.mark.parametrize(
    "raw", [b"", b"[1]", b'{"signed": 1}', b'{"signed": {"_type": "targets"}}', b"[" * 100_000]
)
def test_file_that_is_no_root_is_passed_over(raw: bytes, bare: BareMachine) -> None:
    (bare.stick / "root.json").write_bytes(raw)
    assert scout(bare).root() is None


def test_root_by_a_link_out_of_the_stick_is_not_followed(bare: BareMachine) -> None:
    outside = bare.folder / "outside.json"
    outside.write_bytes(ROOT)
    (bare.stick / "root.json").symlink_to(outside)
    assert scout(bare).root() is None


def test_agent_s_report_is_told(bare: BareMachine) -> None:
    assert not scout(bare).standing().has_agent
    refresh = RefreshReport(last_attempt=NOON, error="no route to host")
    write_report(bare.home, AgentReport(refresh=refresh, clock=ClockReport(offset_s=-90.0)))
    bare.home.partial.mkdir(parents=True)
    (bare.home.partial / "x").write_bytes(b"0" * 2_600_000)
    standing = scout(bare).standing()
    assert (standing.has_agent, standing.error) == (True, "no route to host")
    assert (standing.received_mb, standing.clock_offset_s) == (3, -90.0)


# --- the self-test ---


def measured(bare: BareMachine, instant: datetime = NOON, sound: str = "") -> Measured:
    ticks = iter(range(100))
    return measure(bare.home, (60.0, 3000, 0.1), sound, instant, lambda: float(next(ticks)))


def test_good_machine_passes_every_check(bare: BareMachine, tmp_path: Path) -> None:
    built = write_built(tmp_path / "built", content_document(["a"]), ())
    install(built, bare.home)
    answers = Answers(touch="good", plays_sound=True, heard="yes")
    found = findings(measured(bare), answers)
    assert list(found) == list(CHECKS)
    assert {finding.verdict for finding in found.values()} == {"good"}


def test_disk_that_refuses_is_a_fault(bare: BareMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", refuse)
    bare.home.state.mkdir()
    assert findings(measured(bare), Answers())["disk"].verdict == "bad"


def test_disk_without_room_is_a_fault(bare: BareMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_checks, "_free_mb", lambda _: 499)
    assert findings(measured(bare), Answers())["disk"].verdict == "bad"


@pytest.mark.parametrize(
    ("instant", "verdict"),
    [(RELEASED - timedelta(days=1), "bad"), (NOON, "good"), (NOON + timedelta(days=900), "bad")],
)
def test_clock_that_cannot_be_right_is_a_fault(
    instant: datetime, verdict: str, bare: BareMachine
) -> None:
    assert findings(measured(bare, instant), Answers())["clock"].verdict == verdict


def test_without_a_pack_the_one_shipped_is_named(
    bare: BareMachine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = write_built(tmp_path / "factory", content_document(["a"]), ())
    monkeypatch.setattr(resources, "factory_pack", lambda: built)
    assert findings(measured(bare), Answers())["pack"].verdict == "skipped"
    monkeypatch.setattr(resources, "factory_pack", lambda: tmp_path / "none")
    assert findings(measured(bare), Answers())["pack"].verdict == "bad"


@pytest.mark.parametrize(
    ("changes", "sound", "verdict"),
    [
        ({}, "no device", "skipped"),
        ({"plays_sound": True}, "", "good"),
        ({"plays_sound": True}, "no device", "bad"),
        ({"alarm_sounds": True, "heard": "no"}, "", "bad"),
    ],
)
def test_sound_is_judged_only_where_there_is_to_be_some(
    changes: dict[str, object], sound: str, verdict: str, bare: BareMachine
) -> None:
    answers = Answers().model_copy(update=changes)
    assert findings(measured(bare, sound=sound), answers)["sound"].verdict == verdict


@pytest.mark.parametrize(
    ("frames", "gap_s", "verdict"), [(3000, 0.1, "good"), (800, 0.1, "bad"), (3000, 2.5, "bad")]
)
def test_picture_that_stands_still_is_a_fault(frames: int, gap_s: float, verdict: str) -> None:
    seen = replace(GOOD, frames=frames, gap_s=gap_s)
    assert findings(seen, Answers())["frames"].verdict == verdict


# --- the acceptance sheet ---


def test_sheet_says_what_the_screen_is_and_how_its_checks_went(bare: BareMachine) -> None:
    bare.put_root()
    write_file(bare.folder / "config", b"x")
    answers = Answers(
        gate="huu-nghi", trust="typed", fingerprint=DIGITS, touch="good", width_mm=476
    )
    answers = answers.model_copy(update={"findings": findings(measured(bare), answers)})
    bare.machine.config.parent.mkdir()
    bare.machine.config.write_bytes(b"x")
    facts = scout(bare).look(answers, FULL_HD)
    said = dict(sheet_lines(writing(), answers, facts))
    assert said["Screen"] == "huu-nghi-kiosk-01"
    assert said["Picture"] == "1920 × 1080 px · 476 mm · Landscape"
    assert said["Fingerprint of the root of trust"].startswith(DIGITS)
    assert said["Fingerprint of the root of trust"].endswith("digits typed")
    assert "Disk: " in said["Self-test"]
    digest = digest_of(b"x")
    assert code_of(answers, facts) == f"gate-player huu-nghi-kiosk-01 sha256:{digest[:16]}"
    text = sheet_text(writing(), answers, facts)
    assert all(value in text for value in said.values())
    assert "Accepted by: ____" in text


# --- the agent goes by it ---


def test_agent_works_by_no_other_root_than_the_compared_one(bare: BareMachine) -> None:
    source = bare.other(fingerprint=DIGITS)
    bare.machine.config.parent.mkdir()
    bare.machine.config.write_bytes(source.read_bytes())
    bare.home.anchor.write_bytes(OTHER)
    with pytest.raises(PackError, match=r"its fingerprint is .*, not "):
        refresh_once(bare.made(), Order(source=str(bare.folder)))
