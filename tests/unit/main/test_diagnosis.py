"""What ``status`` and the technician's page tell of a screen; and every fault has its words."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

from player import resources
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.health.disk import Disk, Mount
from player.health.heat import Heat
from player.health.machine import Finding, Machine
from player.health.memory import Memory
from player.health.watch import Fault
from player.main.diagnosis import (
    Diagnosis,
    diagnose,
    document_of,
    finding_words,
    machine_lines,
    mending_words,
    spaced,
)
from player.main.staff_words import read_staff_words
from player.main.status import status
from player.main.suffering import suffered
from player.store.layout import Home
from player.store.panel import report_panel
from player.store.report import AgentReport, ClockReport, RefreshReport, TrustReport, write_report
from player.store.running import Running, myself, note_running
from player.video.version import libvlc_version

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)
MIB: Final = 1 << 20
HOT: Final = Machine(
    (Heat("cpu", 91.0),),
    Disk(9000 * MIB, 30000 * MIB, Mount("/dev/mmcblk0p2", "ext4", is_read_only=False), "DA4064", 2),
    Memory(4000 * MIB, 2000 * MIB),
    "waiting",
)


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    """Return a kiosk with an empty home and no officers."""
    example = load_screen(role_example("kiosk"), "en")
    return example.model_copy(update={"home": tmp_path, "officers": tmp_path / "officers.toml"})


def codes(screen: Screen, machine: Machine | None = None, now: datetime = NOON) -> list[str]:
    """Return the codes of what is wrong."""
    return [each.code for each in suffered(screen, machine or Machine(), now)]


def test_empty_screen_lacks_pack_and_officers(screen: Screen) -> None:
    assert codes(screen) == ["no-pack", "officers"]


def test_what_the_agent_and_the_panel_suffer_is_found(screen: Screen) -> None:
    home = Home(screen.home)
    report_panel(home, "no touch panel is connected")
    issued = NOON - timedelta(days=3)
    report = AgentReport(
        trust=TrustReport(timestamp_issued=issued),
        refresh=RefreshReport(error="content.example: refused"),
        clock=ClockReport(offset_s=-4000.0),
    )
    write_report(home, report)
    found = {each.code: each.detail for each in suffered(screen, HOT, NOON)}
    assert found["touch"] == "no touch panel is connected"
    assert found["refresh"] == "content.example: refused"
    assert found["stale"] == "2026-11-24"
    assert found["clock"] == "-4000 s"
    assert found["hot"] == "cpu: 91 °C"
    assert found["disk-errors"] == "ext4: 2"


def test_source_without_an_agent_is_a_fault(screen: Screen) -> None:
    content = screen.content.model_copy(update={"source": "https://content.example/"})
    assert "no-agent" in codes(screen.model_copy(update={"content": content}))


def test_fonts_that_lack_letters_are_a_fault_of_the_player_that_runs(screen: Screen) -> None:
    running = Running(**myself().model_dump(), since=NOON, fonts={"lo": "ຂ"})
    note_running(Home(screen.home), running)
    assert "fonts" in codes(screen)
    note_running(Home(screen.home), running.model_copy(update={"born": 1}))
    assert "fonts" not in codes(screen)


def upgraded(home: Home, verdict: str, reason: str = "") -> None:
    """Write what the package writes of an upgrade from 1.0 to 1.1."""
    said = {"to": "1.1", "back": "kept/1.0", "tries": 3, "verdict": verdict, "reason": reason}
    home.upgraded.write_text(json.dumps(said), "utf-8")


def test_version_that_was_rolled_back_is_told_with_the_reason(screen: Screen) -> None:
    reason = "the player ended 3 times within two minutes"
    upgraded(Home(screen.home), "rolled back", reason)
    found = diagnose(screen, NOON, "")
    assert Finding("rolled-back", f"1.1, {reason}") in found.findings
    assert document_of(found)["upgrade"] == {
        "to": "1.1",
        "back": "kept/1.0",
        "tries": 3,
        "verdict": "rolled back",
        "reason": reason,
    }
    lines = list(machine_lines(found))
    assert f"upgrade    from 1.0 to 1.1: rolled back, {reason}" in lines
    assert any(line.startswith("FAULT") and reason in line for line in lines)


def test_version_that_proved_itself_is_no_fault(screen: Screen) -> None:
    upgraded(Home(screen.home), "good")
    found = diagnose(screen, NOON, "")
    assert "rolled-back" not in [each.code for each in found.findings]
    assert "upgrade    from 1.0 to 1.1: good" in list(machine_lines(found))


def test_every_fault_that_is_found_has_words_and_a_mending_in_both_languages() -> None:
    code = resources.folder() / "player"
    files = [code / "main/suffering.py", code / "health/machine.py"]
    named = {
        name for file in files for name in re.findall(r'Finding\(\s*"([a-z-]+)"', file.read_text())
    }
    judged = re.findall(r'found\["([a-z-]+)"\]', (code / "store/judgement.py").read_text())
    assert len(named) > 10
    own = [fault.name.lower().replace("_", "-") for fault in Fault]
    for lang in ("vi", "en"):
        words = read_staff_words(lang)
        lacking = [
            name
            for name in (*named, *judged, *own, "safe-mode")
            if not words.phrases.tables[lang].get(f"fault_{name}")
            or not words.phrases.tables[lang].get(f"mend_{name}")
        ]
        assert lacking == []


def test_fault_nobody_knows_is_told_by_its_detail_and_has_a_mending() -> None:
    words = read_staff_words("en")
    assert finding_words(Finding("novel", "why"), words) == "novel: why"
    assert mending_words(Finding("novel"), words).startswith("Write the logs")


def test_screen_is_diagnosed_with_its_root_and_the_player_that_runs(screen: Screen) -> None:
    home = Home(screen.home)
    home.anchor.write_bytes(b"root")
    running = Running(**myself().model_dump(), since=NOON, versions={"qt": "6.12.0"})
    note_running(home, running)
    found = diagnose(screen, NOON)
    assert found.lives
    assert found.held_bytes is not None
    assert found.held_bytes > MIB
    assert found.root == sha256(b"root").hexdigest()
    assert re.match(r"\d+\.\d+\.\d+", found.libvlc)


def test_document_of_a_machine_says_none_for_what_is_unknown() -> None:
    document: Any = json.loads(json.dumps(document_of(Diagnosis(NOON, Machine()))))
    assert document["temperature_c"] is None
    assert document["disk"]["life_used_percent"] is None
    assert document["running"] is False
    assert document["root_sha256"] is None


def test_words_of_a_hot_machine_say_what_to_do() -> None:
    found = Diagnosis(NOON, HOT, findings=(Finding("hot", "cpu: 91 °C"), Finding("stale", "x")))
    lines = list(machine_lines(found))
    assert "heat       cpu 91 °C" in lines
    assert "memory     2000 MB of 4000 MB free" in lines
    (fault,) = [line for line in lines if line.startswith("FAULT")]
    assert fault.startswith("FAULT      The machine is too hot: cpu: 91 °C. Clean fan")


def test_status_prints_one_document_with_the_machine(screen: Screen) -> None:
    document: Any = json.loads(status(screen, as_json=True))
    assert document["machine"]["versions"]["python"]
    assert document["machine"]["findings"][0]["code"] == "no-pack"
    assert status(screen, as_json=False).count("\nmemory ") == 1


def test_fingerprint_is_read_aloud_in_fours() -> None:
    assert spaced("0123456789") == "0123 4567 89"


def test_libvlc_that_cannot_be_asked_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert libvlc_version() == ""


def test_player_that_runs_is_told_with_its_memory() -> None:
    running = Running(pid=7, born=8, since=NOON, starts=4, graphics="software", platform="xcb")
    found = replace(Diagnosis(NOON, HOT, running), lives=True, held_bytes=134 * MIB)
    lines = "\n".join(machine_lines(found))
    assert "runs since 2026-11-27 05:00 UTC, start 4" in lines
    assert "the player holds 134 MB" in lines
