"""The technician before the real player: its picture of itself, its status, and a reset."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from player.store.layout import Home
from player.store.lock import running_agent
from player.store.panel import Misses
from player.store.records import write_record
from player.store.reset import wanted_reset
from player.store.running import Running, read_running
from player.store.shift_log import read
from tests.fakes.kiosk_visit import Visit, own_home, visiting
from tests.fakes.officers_hand import Officer, staffed_screen

PIN: Final = "147036"
NAME: Final = "Kỹ thuật viên mẫu"
FEWEST_COLOURS: Final = 16
"""Of a page with letters on it, whose edges are smooth."""

MOST_COLOURS: Final = 256
"""Of a picture of 16 x 16 patches."""


@pytest.fixture(scope="module")
def home(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """Yield a home with the pack of Hữu Nghị, whose agent is this process."""
    del qapp
    home = own_home(tmp_path_factory.mktemp("technician"))
    with running_agent(home):
        yield home


@pytest.fixture(scope="module")
def visit(home: Home) -> Iterator[Visit]:
    """Yield a kiosk that runs."""
    with visiting(staffed_screen(home), home.folder.parent / "log") as visit:
        visit.until(lambda seen: "begin:vi" in seen.controls)
        visit.until(lambda _: read_running(home) is not None)
        yield visit


def command(name: str, home: Home, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run ``gate-player`` about this home, as a technician would."""
    line = [sys.executable, "-m", "player", name, *words, "--home", str(home.folder)]
    return subprocess.run(
        [*line, "--screen", "kiosk"], capture_output=True, text=True, check=False, timeout=60
    )


def colours(image: QImage) -> int:
    """Return how many colours a picture has, looked at here and there."""
    width, height = image.width(), image.height()
    return len({image.pixel(x, y) for x in range(0, width, 3) for y in range(0, height, 3)})


def running(home: Home) -> Running:
    """Return the player that started last."""
    found = read_running(home)
    assert found is not None
    return found


def test_picture_is_what_the_player_shows(visit: Visit, home: Home, tmp_path: Path) -> None:
    del visit
    out = tmp_path / "seen.png"
    done = command("screenshot", home, "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{out}: 1920x1080, taken at ")
    seen = QImage(str(out))
    assert seen.size().toTuple() == (1920, 1080)
    assert colours(seen) > FEWEST_COLOURS


def test_picture_tells_nothing_of_a_traveller(visit: Visit, home: Home, tmp_path: Path) -> None:
    visit.touch("begin:vi")
    visit.touch("search")
    visit.write("visa")
    out = tmp_path / "seen.png"
    done = command("screenshot", home, "--out", str(out))
    assert done.returncode == 0
    assert "a traveller uses the screen" in done.stdout
    seen = QImage(str(out))
    assert colours(seen) <= MOST_COLOURS
    visit.ask("pass", seconds=10_000)
    visit.until(lambda seen: "begin:vi" in seen.controls)


def test_status_tells_what_the_player_is_made_of(visit: Visit, home: Home) -> None:
    document: Any = json.loads(command("status", home, "--json").stdout)
    machine = document["machine"]
    assert machine["running"] is True
    assert machine["graphics"] == "software"
    assert machine["platform"] == "xcb"
    assert machine["window"] == [1920, 1080]
    assert machine["fonts_missing"] == {}
    assert machine["memory"]["player_bytes"] > 1 << 20
    assert visit.process.pid == running(home).pid


def test_player_without_one_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = command("screenshot", Home(tmp_path), "--out", str(tmp_path / "seen.png"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no player runs" in done.stderr
    assert not (tmp_path / "seen.png").exists()


def test_reset_begins_the_same_process_anew_with_nothing_of_before(
    visit: Visit, home: Home
) -> None:
    """As a restart does, but for what it clears; the agent's part: ``tests/unit/refresh``."""
    before = running(home)
    write_record(home.misses, Misses())
    hand = Officer(visit)
    hand.enter(PIN, "machine")
    hand.touch("machine", "reset", "reset-sure")
    visit.touch("reset:yes")
    visit.answer()  # of the player that begins anew
    visit.until(lambda _: running(home).starts == before.starts + 1)
    assert running(home).pid == before.pid
    wanted = wanted_reset(home)
    assert wanted is not None
    assert wanted.by == NAME
    assert not home.misses.exists()
    deed = read(home)[-1]
    assert (deed.deed, deed.by, deed.role) == ("reset", NAME, "technician")
    assert visit.until(lambda seen: "begin:vi" in seen.controls).windows == 1
    told = [each for each in visit.complaints() if "reset" not in each and "first day" not in each]
    assert told == []
