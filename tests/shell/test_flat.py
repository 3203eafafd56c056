"""Nothing grows while scenes change: programme, director, composer and stage together."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from torture.flat import Growth

ROOT: Final = Path(__file__).resolve().parents[2]
CHANGES: Final = 1200


def test_many_changes_leave_no_memory_no_descriptor_and_no_object(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    places = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.flat_run", str(tmp_path), str(CHANGES)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    growth = Growth(**json.loads(done.stdout))
    record_property("growth", str(growth))
    assert not growth.is_seen, growth
