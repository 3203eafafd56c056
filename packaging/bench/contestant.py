"""Starting and ending the programs compared, so that nothing of one runs on into the next."""

import os
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL, SIGTERM
from typing import Final

from bench.processes import MARK, Tree
from player import clock

END_S: Final = 8.0

NOT_AT_A_GATE: Final = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "WAYLAND_DISPLAY")
"""Set on some machines where programs are developed: an installed player has its bytecode."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program that shows content on a display.

    Attributes:
        name: for people.
        command: program and arguments.
        log: file for what it says.
        environment: more variables than this process has.
    """

    name: str
    command: tuple[str, ...]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def running(contestant: Contestant, display: str) -> Iterator[tuple[Tree, subprocess.Popen[bytes]]]:
    """Run a program on a display; end it and all its processes.

    Raises:
        RuntimeError: it ended by itself; its log says why.
    """
    mark = uuid.uuid4().hex
    kept = {name: value for name, value in os.environ.items() if name not in NOT_AT_A_GATE}
    environment = {**kept, **contestant.environment, "DISPLAY": display, MARK: mark}
    with contestant.log.open("wb") as log:
        process = subprocess.Popen(
            contestant.command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        tree = Tree(process.pid, mark)
        try:
            yield tree, process
            if (code := process.poll()) is not None:
                raise RuntimeError(f"{contestant.name} ended with exit code {code}")
        finally:
            _end(tree, process)


def _end(tree: Tree, process: subprocess.Popen[bytes]) -> None:
    """Ask the first process to end, then kill what is left, by pid."""
    if process.poll() is None:
        process.send_signal(SIGTERM)
    limit_s = clock.monotonic() + END_S
    while clock.monotonic() < limit_s and tree.pids():
        process.poll()
        time.sleep(0.05)
    for pid in tree.pids():
        os.kill(pid, SIGKILL)
    process.wait()
