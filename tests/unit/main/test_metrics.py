"""Figures for Prometheus: what is known, in its format, and nothing of what is not."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from player import __version__
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.health.disk import Disk
from player.health.heat import Heat
from player.health.machine import Finding, Machine
from player.main.metrics import Figures, MetricsFile, exposition
from player.store.layout import Home
from player.store.report import AgentReport, ClockReport, RefreshReport, TrustReport
from player.store.running import Running, myself, note_running

NOON: Final = datetime(2026, 11, 27, 5, tzinfo=UTC)
LINE: Final = re.compile(r'gate_player_\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[0-9.e+]+')


def values(text: str) -> dict[str, str]:
    """Return the samples, and check that every line is one or says what one is."""
    lines = text.splitlines()
    assert text.endswith("\n")
    assert [line for line in lines if not line.startswith("# ") and not LINE.fullmatch(line)] == []
    samples = [line for line in lines if not line.startswith("#")]
    return {name.removeprefix("gate_player_"): value for name, value in map(str.split, samples)}


FULL: Final = Figures(
    at=NOON,
    screen="hn-kiosk-01",
    gate="huu-nghi",
    machine=Machine((Heat("cpu", 61.5),), Disk(free_bytes=9_000_000_000, errors=2)),
    report=AgentReport(
        trust=TrustReport(timestamp_issued=NOON - timedelta(hours=1)),
        refresh=RefreshReport(last_success=NOON - timedelta(minutes=2)),
        clock=ClockReport(offset_s=-0.4),
    ),
    running=Running(pid=1, since=NOON, starts=41, versions={"player": "0.1.0"}),
    lives=True,
    pack=("lang-son/huu-nghi/hall", 42),
    findings=(Finding("disk-errors", "ext4: 2"), Finding("quarantined"), Finding("quarantined")),
)


def test_what_is_known_is_told() -> None:
    told = values(exposition(FULL))
    assert told['info{screen="hn-kiosk-01",gate="huu-nghi",version="0.1.0"}'] == "1"
    assert told["up"] == "1"
    assert told["starts_total"] == "41"
    assert told['pack_sequence{pack="lang-son/huu-nghi/hall"}'] == "42"
    assert told["content_age_seconds"] == "3600"
    assert told["refresh_success_seconds"] == f"{NOON.timestamp() - 120:.17g}"
    assert told["faults"] == "3"
    assert told['fault{code="disk-errors"}'] == told['fault{code="quarantined"}'] == "1"
    assert told["temperature_celsius"] == "61.5"
    assert told["disk_free_bytes"] == "9000000000"
    assert told["disk_errors_total"] == "2"


def test_every_metric_says_what_it_is_once() -> None:
    text = exposition(FULL)
    heads = re.findall(r"^# TYPE (\w+) (gauge|counter)$", text, re.MULTILINE)
    named = {re.split(r"[ {]", line)[0] for line in text.splitlines() if line[0] != "#"}
    assert sorted(name for name, _ in heads) == sorted(named)


def test_what_is_unknown_is_left_out() -> None:
    bare = Figures(NOON, "s", "g", Machine(), AgentReport())
    told = values(exposition(bare))
    assert told["up"] == "0"
    assert set(told) == {f'info{{screen="s",gate="g",version="{__version__}"}}', "up", "faults"}


def test_name_cannot_break_out_of_its_label() -> None:
    text = exposition(Figures(NOON, 'a"b\\c\nd', "g", Machine(), AgentReport()))
    assert r'screen="a\"b\\c\nd"' in text


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    """Return a kiosk that writes figures."""
    example = load_screen(role_example("kiosk"), "en")
    report = example.report.model_copy(update={"metrics_file": str(tmp_path / "m" / "p.prom")})
    return example.model_copy(update={"home": tmp_path / "home", "report": report})


def test_file_says_whether_the_player_lives(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    file = MetricsFile(screen, lambda: NOON)
    file.write()
    assert values((tmp_path / "m/p.prom").read_text())["up"] == "0"
    note_running(Home(screen.home), Running(**myself().model_dump(), since=NOON))
    file.write()
    assert values((tmp_path / "m/p.prom").read_text())["up"] == "1"
    assert [path.name for path in (tmp_path / "m").iterdir()] == ["p.prom"]


@pytest.mark.allow_log(r"player\.store\.scribe: figures cannot be written")
def test_folder_that_refuses_is_told_once(screen: Screen, caplog: pytest.LogCaptureFixture) -> None:
    file = MetricsFile(screen, lambda: NOON)
    file.write()
    file.write()
    assert [each.message for each in caplog.records] == ["figures cannot be written"]
