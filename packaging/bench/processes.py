"""What a program costs while it runs: processor time and memory of its whole process tree."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")
TICKS_PER_S: Final = os.sysconf("SC_CLK_TCK")
MARK: Final = "GATE_PLAYER_BENCH"
"""Environment variable by which a process is known that has left its parent and its session."""


@dataclass(frozen=True, slots=True)
class Stat:
    """The part of ``/proc/PID/stat`` that matters here.

    Attributes:
        parent: pid.
        session: pid of the session's leader.
        ticks: processor time of the process and of the children it has waited for.
    """

    parent: int
    session: int
    ticks: int


def parse_stat(text: str) -> Stat:
    """Read ``/proc/PID/stat``.

    Source: proc(5); the name, in brackets, may itself hold spaces and brackets.
    """
    fields = text.rpartition(")")[2].split()
    return Stat(int(fields[1]), int(fields[3]), sum(int(field) for field in fields[11:15]))


def parse_pss(text: str) -> int:
    """Return the bytes of ``Pss`` in ``/proc/PID/smaps_rollup``; pages shared by n count 1/n."""
    for line in text.splitlines():
        name, _, rest = line.partition(":")
        if name == "Pss":
            return int(rest.split()[0]) * 1024
    return 0


def members(root: int, stats: Mapping[int, Stat], marked: Iterable[int]) -> set[int]:
    """Return the pids that belong to the program ``root`` started.

    Args:
        root: pid of the first process, which leads a session of its own.
        stats: of every process.
        marked: pids that carry the program's mark.
    """
    found = {root, *marked} | {pid for pid, stat in stats.items() if stat.session == root}
    grown = True
    while grown:
        children = {pid for pid, stat in stats.items() if stat.parent in found}
        grown = not children <= found
        found |= children
    return found & stats.keys()


@dataclass(frozen=True, slots=True)
class Tree:
    """A running program.

    Attributes:
        root: pid of its first process, started in a session of its own.
        mark: value of ``MARK`` in its environment.
    """

    root: int
    mark: str

    def pids(self) -> set[int]:
        """Return the pids of every process of the program."""
        return members(self.root, _stats(), self._marked())

    def cpu_s(self) -> float:
        """Return processor seconds so far, of all processes, those that have ended too."""
        stats = _stats()
        pids = members(self.root, stats, self._marked())
        return sum(stats[pid].ticks for pid in pids) / TICKS_PER_S

    def pss_bytes(self) -> int:
        """Return the memory of all processes; what they share is counted once."""
        return sum(parse_pss(_read(pid, "smaps_rollup")) for pid in self.pids())

    def _marked(self) -> set[int]:
        wanted = f"{MARK}={self.mark}"
        return {pid for pid in _pids() if wanted in _read(pid, "environ").split("\0")}


def parse_busy(text: str) -> int:
    """Return the ticks all processors were not idle, or were taken away by a host machine.

    Source: proc(5), /proc/stat: user nice system idle iowait irq softirq steal.
    """
    ticks = [int(field) for field in text.split("\n", 1)[0].split()[1:9]]
    return sum(ticks) - ticks[3] - ticks[4]


def busy_s() -> float:
    """Return processor seconds so far of everything on this machine."""
    return parse_busy((PROC / "stat").read_text("ascii")) / TICKS_PER_S


def pid_with_argument(argument: str) -> int:
    """Return the process that was started with an argument no other has.

    Raises:
        LookupError: none was.
    """
    for pid in _pids():
        if argument in _read(pid, "cmdline").split("\0"):
            return pid
    raise LookupError(argument)


def cpu_s_of(pid: int) -> float:
    """Return processor seconds so far of one process, e.g. the X server."""
    return parse_stat(_read(pid, "stat")).ticks / TICKS_PER_S


def _pids() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdecimal()]


def _stats() -> dict[int, Stat]:
    texts = {pid: _read(pid, "stat") for pid in _pids()}
    return {pid: parse_stat(text) for pid, text in texts.items() if text}


def _read(pid: int, name: str) -> str:
    """Return a file of a process, empty for one that has just ended or is another user's."""
    try:
        return (PROC / str(pid) / name).read_text("utf-8", errors="replace")
    except OSError:
        return ""
