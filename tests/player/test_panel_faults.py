"""A panel that is stuck or absent, on the real kiosk: a fault that ``gate-player status`` tells."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from player.store.layout import Home
from tests.fakes.kiosk_visit import kiosk_screen, own_home, visiting


def faults(home: Home) -> list[str]:
    """Return the faults of the panel that ``status`` tells."""
    words = ["status", "--json", "--screen", "kiosk", "--home", str(home.folder)]
    done = subprocess.run(
        [sys.executable, "-m", "player", *words], capture_output=True, check=True, text=True
    )
    return [fault for fault in json.loads(done.stdout)["faults"] if "panel" in fault]


def test_finger_that_never_leaves_is_told_and_forgotten_once_it_does(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    del qapp
    home = own_home(tmp_path)
    with visiting(kiosk_screen(home), tmp_path / "log") as visit:
        visit.until(lambda seen: "begin:vi" in seen.controls)
        visit.ask("press", finger=3, x=1900, y=20)
        visit.ask("pass", seconds=61)
        visit.until(lambda _: bool(faults(home)))
        assert "held down" in faults(home)[0]
        # The rest of the panel works; the programme takes a second finger for a touch of its own,
        # so a language is asked for.
        assert visit.touch("begin:vi").page in {"Home", "Language"}
        assert visit.touch("emergency").page == "Emergency"
        assert visit.touch("home").page == "Home"
        visit.ask("lift")
        visit.until(lambda _: not faults(home))
        complaints = visit.complaints()
    assert len(complaints) == 1
    assert "touch panel" in complaints[0]


def test_panel_that_is_not_there_is_told(qapp: QGuiApplication, tmp_path: Path) -> None:
    del qapp
    home = own_home(tmp_path)
    with visiting(kiosk_screen(home), tmp_path / "log", {}, "--no-panel") as visit:
        visit.until(lambda _: bool(faults(home)))
        assert "no touch panel is connected" in faults(home)[0]
        complaints = visit.complaints()
    assert len(complaints) == 1
    assert "touch panel" in complaints[0]
