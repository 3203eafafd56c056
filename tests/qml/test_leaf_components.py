"""The QML tests of the leaf components pass."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.fakes.scenes import draw_hills

HERE: Final = Path(__file__).parent


def test_leaf_components_do_as_they_say(qapp: object, tmp_path: Path) -> None:
    del qapp
    picture = draw_hills(tmp_path / "hills.png", 640, 360)
    command = [sys.executable, str(HERE / "run_leaf_tests.py"), str(HERE), str(picture.path)]
    root = HERE.parent.parent
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Totals: " in done.stdout
