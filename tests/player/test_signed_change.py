"""The walk-through of packaging/README.md: from nothing to a signed change on the demo screen."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from virtual_display import virtual_display

ROOT: Final = Path(__file__).resolve().parents[2]
MOST: Final = 10
PATIENCE_S: Final = 60


def walk_through() -> list[str]:
    """Return the commands, as the README gives them."""
    text = (ROOT / "packaging" / "README.md").read_text("utf-8")
    section = text.split("## A signed change on the screen")[1]
    block = re.search(r"```bash\n(.*?)```", section, re.DOTALL)
    assert block is not None
    return block[1].strip().split("\n")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return an environment with a state folder of its own, and a display."""
    state = tmp_path_factory.mktemp("state")
    with virtual_display() as display:
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        yield {**os.environ, "PATH": path, "XDG_STATE_HOME": str(state), "DISPLAY": display}


def test_ten_commands_are_enough() -> None:
    assert len(walk_through()) <= MOST


def test_signed_change_appears(environment: dict[str, str], tmp_path: Path) -> None:
    *commands, run = walk_through()
    for command in commands:
        here = command.replace("build/", f"{tmp_path}/")
        if "pack build" in here:
            here += " --on 2026-11-22"  # as on the release day: the sample's dates age
        done = subprocess.run(
            ["bash", "-c", here],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{here}\n{done.stdout}\n{done.stderr}"
    home = Path(environment["XDG_STATE_HOME"]) / "gate-player" / "demo" / "huu-nghi"
    content = (home / "store" / "current" / "content.json").read_text("utf-8")
    assert "Welcome back to Viet Nam" in content
    assert started(run, environment)["sequence"] == 2


def started(command: str, environment: dict[str, str]) -> dict[str, object]:
    """Run the player until it tells what it shows; end it, and return what it told."""
    process = subprocess.Popen(
        command.split(), env=environment, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert process.stderr is not None
        for line in process.stderr:
            said: dict[str, object] = json.loads(line)
            if said.get("message") == "start":
                return said
        raise AssertionError("the player ended without a word")
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE_S)
