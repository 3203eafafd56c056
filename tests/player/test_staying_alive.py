"""The real player under a small service manager, struck down over and over."""

import json
import os
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from bench.framebuffer import watched_display
from torture.blows import is_lit
from torture.packs import install_cycle
from torture.playing import SCREEN, SIZE
from torture.warden import Warden, environment, kept, player_command

from player import clock
from player.main.status_health import health_document
from player.store.layout import Home
from player.store.recovery import read_recovery

PATIENCE_S: Final = 30.0
BACK_S: Final = 10.0
BLOWS: Final = (signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP)


@dataclass
class Struck:
    """What came of it.

    Attributes:
        back_s: signal -> seconds until the picture was back.
        health: what ``status`` said: after the blows, in safe mode, and after the end.
        said: to the service manager, all of it.
        ends: exit codes.
    """

    back_s: dict[signal.Signals, float] = field(default_factory=dict)
    health: list[dict[str, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    log: list[Mapping[str, Any]] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def struck(tmp_path_factory: pytest.TempPathFactory) -> Struck:
    """Strike a player with each signal, then until it is caught in a loop, then end it."""
    folder = tmp_path_factory.mktemp("struck")
    home, found = install_cycle(folder, (2, 2, 2, 2)), Struck()
    words = player_command("run", "--screen", SCREEN, "--home", str(home.folder))
    with watched_display(SIZE) as display:
        warden = Warden(words, environment(display.display), folder / "log")
        with kept(warden):
            warden.until(lambda: warden.told("READY=1") is not None, PATIENCE_S)
            for blow in BLOWS:
                found.back_s[blow] = warden.strike(blow, is_lit(display), PATIENCE_S)
            found.health.append(health_document(home, clock.now()))
            while read_recovery(home).safety is None:
                strike_once_begun(home, warden)
            since_s = clock.monotonic()
            warden.until(lambda: warden.told("READY=1", since_s) is not None, PATIENCE_S)
            warden.until(is_lit(display), PATIENCE_S)
            warden.until(lambda: any("safe" in word for _, word in warden.said), PATIENCE_S)
            found.health.append(health_document(home, clock.now()))
        found.health.append(health_document(home, clock.now()))
    found.said, found.ends = [word for _, word in warden.said], warden.ends
    lines = (folder / "log").read_text("utf-8").splitlines()
    found.log = [json.loads(line) for line in lines if line.startswith("{")]
    found.crashes = [path.read_text() for path in sorted(home.crashes.iterdir())]
    return found


def strike_once_begun(home: Home, warden: Warden) -> None:
    """Strike a player, and wait until the next has noted its start."""
    struck = warden.pid
    os.kill(struck, signal.SIGKILL)

    def has_begun() -> bool:
        pid = read_recovery(home).starts[-1].pid
        return pid != struck and pid == warden.pid

    warden.until(has_begun, PATIENCE_S)


@pytest.mark.parametrize("blow", BLOWS)
def test_picture_is_back_within_ten_seconds(struck: Struck, blow: signal.Signals) -> None:
    assert struck.back_s[blow] <= BACK_S


def test_status_tells_how_the_player_fared(struck: Struck) -> None:
    health = struck.health[0]
    assert (health["running"], health["starts_last_hour"]) == (True, 4)
    assert health["last_end"]["how"] == "aborted, as the watchdog does"
    assert health["crashes"] == 2
    assert health["memory"]["show"] > 10_000_000


def test_loop_of_starts_leads_to_the_built_in_page(struck: Struck) -> None:
    health = struck.health[1]
    assert health["starts_last_hour"] == 6
    assert health["safe_mode_reason"] == "5 starts within 10 minutes"
    assert any(word.startswith("STATUS=safe mode for ") for word in struck.said)
    last = [line for line in struck.log if line["message"] == "start"][-1]
    assert (last["pack"], last["rung"]) == (None, "built-in page")


def test_player_that_is_told_to_end_says_so_and_notes_it(struck: Struck) -> None:
    assert struck.said[-1] == "STOPPING=1"
    assert struck.ends[-1] == 0
    health = struck.health[2]
    assert (health["running"], health["last_end"]["how"]) == (False, "planned")


def test_every_end_is_the_one_that_was_dealt(struck: Struck) -> None:
    dealt = [-signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT]
    assert struck.ends[:-1] == [*dealt, -signal.SIGKILL, -signal.SIGKILL]


def test_tracebacks_of_the_signals_are_kept(struck: Struck) -> None:
    firsts = [text.partition("\n")[0] for text in struck.crashes]
    assert firsts == ["Fatal Python error: Segmentation fault", "Fatal Python error: Aborted"]


def test_player_struck_in_an_emergency_is_not_waited_for_in_vain(tmp_path: Path) -> None:
    """A start without a page of the programme would be ended by the service manager, and again."""
    home = install_cycle(tmp_path, (2, 2, 2, 2))
    where = ("--screen", SCREEN, "--home", str(home.folder))
    with watched_display(SIZE) as display:
        player = player_command("run", *where)
        warden = Warden(player, environment(display.display), tmp_path / "log")
        with kept(warden):
            warden.until(lambda: warden.told("READY=1") is not None, PATIENCE_S)
            order = player_command("gate", "evacuate", *where)
            subprocess.run(order, check=True, capture_output=True)
            back_s = warden.strike(signal.SIGKILL, is_lit(display), PATIENCE_S)
    assert back_s <= BACK_S
