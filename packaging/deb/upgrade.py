"""A new version of the player proves itself on screen, or gives way to the one before.

Installed as ``/usr/lib/gate-player/upgrade.py`` and run by Debian's own python, beside all
versions: it must work when a version does not. The same scheme as for packs (DECISIONS.md, D-36):
each start of the picture during the trial is a *try*, counted durably before it begins; an orderly
end gives it back. Two minutes without a crash are *good*. Too many tries, or a configuration that
the new version alone refuses, and ``current`` points at the version before again.

``/var/lib/gate-player/upgrade.json`` is there during the trial only; what came of it stays in
``upgraded.json``.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

TRIES: Final = 3
PROOF_S: Final = 120.0
"""For how long the picture must have run."""

BAD_CONFIGURATION: Final = "78"
SHOW: Final = "gate-player-show.service"
AGENT: Final = "gate-player-agent.service"
TIMER: Final = "gate-player-upgrade.timer"

TRIAL: Final = "trial"
GOOD: Final = "good"
ROLLED_BACK: Final = "rolled back"


@dataclass(frozen=True)
class Upgrade:
    """A version on trial, or what came of it.

    Attributes:
        to: what ``current`` points at, a folder's name below that of the programs.
        back: the folder to go back to.
        tries: starts of the picture whose end nobody asked for.
        verdict: trial, good or rolled back.
        reason: why it was rolled back, one sentence; else empty.
    """

    to: str
    back: str
    tries: int = 0
    verdict: str = TRIAL
    reason: str = ""


def started(upgrade: Upgrade) -> Upgrade:
    """Return the trial when the picture is about to start: one more try, or one too many."""
    if upgrade.tries >= TRIES:
        return _given_up(upgrade, f"the player ended {TRIES} times within two minutes")
    return replace(upgrade, tries=upgrade.tries + 1)


def ended(upgrade: Upgrade, status: str, *, was_asked: bool) -> Upgrade:
    """Return the trial when the picture has ended.

    Args:
        upgrade: a trial.
        status: exit status or name of a signal.
        was_asked: whether systemd ended it, to stop or start it again; it is no proof of order
            that a player ends by itself without a complaint.
    """
    if status == BAD_CONFIGURATION:
        return _given_up(upgrade, "it refuses the configuration that the version before took")
    return replace(upgrade, tries=max(0, upgrade.tries - 1)) if was_asked else upgrade


def looked(upgrade: Upgrade, running_s: float) -> Upgrade:
    """Return the trial when the picture has been running for that many seconds; 0: it is not."""
    return replace(upgrade, verdict=GOOD) if running_s >= PROOF_S else upgrade


def _given_up(upgrade: Upgrade, reason: str) -> Upgrade:
    return replace(upgrade, verdict=ROLLED_BACK, reason=reason)


class Machine:
    """Where programs and records lie, and how services are asked and told."""

    def __init__(self, programs: Path, records: Path) -> None:
        self._current = programs / "current"
        self._trial = records / "upgrade.json"
        self._result = records / "upgraded.json"

    def begin(self, to: str, back: str) -> None:
        """Begin a trial of the program in the folder ``to``; without ``back`` there is none."""
        if back and back != to and (self._current.parent / back).is_dir():
            _write(self._trial, json.dumps(asdict(Upgrade(to, back))))
        else:
            self._trial.unlink(missing_ok=True)
        self._point(to)

    def read(self) -> Upgrade | None:
        """Return the trial; None: there is none, or it cannot be read."""
        return _read(self._trial)

    def read_result(self) -> Upgrade | None:
        """Return what came of the latest trial."""
        return _read(self._result)

    def settle(self, before: Upgrade, after: Upgrade) -> None:
        """Make what ``after`` says true, durably, and in an order that a power cut may stop."""
        if after.verdict == TRIAL:
            if after != before:
                _write(self._trial, json.dumps(asdict(after)))
            return
        if after.verdict == ROLLED_BACK:
            self._point(after.back)
        _write(self._result, json.dumps(asdict(after)))
        self._trial.unlink(missing_ok=True)
        _sync(self._trial.parent)
        said = f"{after.verdict}: {after.reason}" if after.reason else after.verdict
        sys.stderr.write(f"gate-player {after.to} {said}\n")

    def _point(self, folder: str) -> None:
        fresh = self._current.with_name(".current.new")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(folder)
        fresh.replace(self._current)
        _sync(fresh.parent)


def running_s() -> float:
    """Return for how many seconds the picture has been running, 0 if it is not."""
    asked = ("ActiveState", "ActiveEnterTimestampMonotonic")
    lines = _asked("show", SHOW, *(f"--property={name}" for name in asked))
    said = dict(line.split("=", 1) for line in lines if "=" in line)
    since_us = int(said.get("ActiveEnterTimestampMonotonic") or 0)
    if said.get("ActiveState") != "active" or not since_us:
        return 0.0
    return time.monotonic() - since_us / 1e6


def is_asked_to_end() -> bool:
    """Whether systemd has a job for the picture to stop, or to stop and start again.

    A player that ends while it starts has a job, too: that to start.
    """
    lines = _asked("list-jobs", "--plain", "--no-legend", "--full", SHOW)
    return any(is_to_end(line) for line in lines)


def is_to_end(job: str) -> bool:
    """Whether a line of ``systemctl list-jobs`` (id, unit, type, state) is of a job that ends."""
    return job.split()[1:3] in ([SHOW, "stop"], [SHOW, "restart"])


def _asked(*words: str) -> list[str]:
    """Return the lines that systemctl answers; where there is none, none."""
    try:
        done = subprocess.run(["systemctl", *words], capture_output=True, text=True, check=False)
    except OSError:
        return []
    return done.stdout.splitlines()


def ask_systemd(*words: str) -> None:
    """Tell systemd something without waiting for it; where it does not run, nobody listens."""
    if Path("/run/systemd/system").is_dir():
        subprocess.run(["systemctl", "--no-block", *words], check=False)


def start_soon() -> None:
    """Have systemd start the picture once it has failed: told now, it would think it does."""
    if Path("/run/systemd/system").is_dir():
        command = ["systemd-run", "--quiet", "--collect", "--on-active=1", "--timer-property"]
        words = ["AccuracySec=100ms", "systemctl", "--no-block", "start", SHOW]
        subprocess.run([*command, *words], check=False)


def _read(path: Path) -> Upgrade | None:
    try:
        said = json.loads(path.read_bytes())
        return Upgrade(**{name: said[name] for name in Upgrade.__dataclass_fields__})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(f"{text}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _on_trial(machine: Machine, word: str, environment: Mapping[str, str]) -> None:
    upgrade = machine.read()
    if upgrade is None:
        if word == "look":
            ask_systemd("stop", TIMER)
        return
    if word == "starting":
        after = started(upgrade)
    elif word == "ended":
        status = environment.get("EXIT_STATUS", "")
        after = ended(upgrade, status, was_asked=is_asked_to_end())
    else:
        after = looked(upgrade, running_s())
    machine.settle(upgrade, after)
    if after.verdict == ROLLED_BACK:
        # This start goes on with the version before; one that refused to start is started again.
        ask_systemd("restart", AGENT)
        if word == "ended":
            start_soon()


def _go_back(machine: Machine) -> int:
    upgrade = machine.read() or machine.read_result()
    if upgrade is None or upgrade.verdict == ROLLED_BACK:
        sys.stderr.write("gate-player-rollback: no version before this one is kept here\n")
        return 1
    machine.settle(upgrade, _given_up(upgrade, "somebody asked for it"))
    ask_systemd("restart", SHOW, AGENT)
    return 0


def main(words: list[str], machine: Machine, environment: Mapping[str, str]) -> int:
    """Do one thing; return the exit code.

    Args:
        words: ``begin TO [BACK]``, ``starting``, ``ended``, ``look`` or ``back``.
        machine: this one.
        environment: of the process; systemd says there how a service ended.
    """
    match words:
        case ["begin", to, *back]:
            machine.begin(to, "".join(back[:1]))
        case ["starting" | "ended" | "look" as word]:
            _on_trial(machine, word, environment)
        case ["back"]:
            return _go_back(machine)
        case _:
            sys.stderr.write("usage: upgrade.py begin TO [BACK] | starting | ended | look | back\n")
            return 2
    return 0


if __name__ == "__main__":
    here = Machine(Path("/opt/gate-player"), Path("/var/lib/gate-player"))
    sys.exit(main(sys.argv[1:], here, os.environ))
