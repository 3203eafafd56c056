"""An installed player finds its folders, away from any checkout."""

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]

ASK: Final = """
import json
from player import resources
folders = [resources.layouts(), resources.config(), resources.assets(), resources.factory_pack()]
print(json.dumps([str(folder) for folder in folders]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the python of an environment into which the wheel was unpacked."""
    place = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    venv = place / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    site = next(venv.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    (next(site.glob("*.data")) / "data" / "share").rename(venv / "share")
    # The libraries of this environment, without its link to the checkout.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return venv / "bin" / "python"


def ask(python: Path, *command: str) -> str:
    """Return what an installed python prints, run outside the checkout."""
    done = subprocess.run(
        [python, *command], cwd=python.parent, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_installed_player_has_every_folder(installed: Path) -> None:
    folders = [Path(folder) for folder in json.loads(ask(installed, "-c", ASK))]
    share = installed.parent.parent / "share" / "gate-player"
    assert folders == [share / name for name in ("layouts", "config", "assets", "factory")]
    assert [folder.name for folder in folders if not folder.is_dir()] == []


def test_installed_command_line_answers(installed: Path) -> None:
    assert "programme" in ask(installed, "-m", "player", "--help")


def test_shipped_folders_hold_no_litter(installed: Path) -> None:
    share = installed.parent.parent / "share" / "gate-player"
    assert [path.name for path in share.rglob("__pycache__")] == []
