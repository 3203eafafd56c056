"""Figures of a screen for Prometheus: a text file that node_exporter's textfile collector reads.

The agent writes it, for it outlives the player: only so can the file say that the player is gone.
When the agent is gone too the file grows old, and ``node_textfile_mtime_seconds`` tells that.

Source: Prometheus text exposition format 0.0.4; names and units by prometheus.io/docs/practices.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from player import __version__
from player.config.screen import Screen
from player.errors import PackError, StoreError
from player.health.machine import Finding, Machine, machine_of
from player.main.suffering import suffered
from player.store.durable import write_file
from player.store.layout import Home
from player.store.reader import linked_pack, open_installed
from player.store.report import AgentReport, read_report
from player.store.running import Running, read_running
from player.store.scribe import Scribe

EVERY_S: Final = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told.

    Attributes:
        at: when; aware.
        screen: its id.
        gate: its gate.
        machine: below it.
        report: of the agent.
        running: the player that started last; None: none did.
        lives: whether it still runs.
        pack: id and sequence of the current one; None: the factory pack is shown.
        findings: what is wrong.
    """

    at: datetime
    screen: str
    gate: str
    machine: Machine
    report: AgentReport
    running: Running | None = None
    lives: bool = False
    pack: tuple[str, int] | None = None
    findings: Sequence[Finding] = ()


@dataclass(slots=True)
class MetricsFile:
    """A file of figures that is written again and again.

    Attributes:
        screen: of which.
        now: the wall clock, aware.
    """

    screen: Screen
    now: Callable[[], datetime]
    _scribe: Scribe = field(default_factory=lambda: Scribe("figures"))

    def write(self) -> None:
        """Write the figures as they are now; a disk that refuses is told once."""
        path = Path(self.screen.report.metrics_file)
        self._scribe.write(lambda: write_file(path, self._figures()), path)

    def _figures(self) -> bytes:
        return exposition(gather(self.screen, self.now())).encode()


def gather(screen: Screen, now: datetime) -> Figures:
    """Return the figures of ``screen``; reads its home and its machine."""
    home = Home(screen.home)
    machine, running = machine_of(home.folder), read_running(home)
    pack = None
    if linked_pack(home.current) is not None:
        try:
            manifest = open_installed(home.current, home).manifest
            pack = manifest.pack, manifest.sequence
        except (PackError, StoreError):
            pack = None  # it is among the findings
    return Figures(
        at=now,
        screen=screen.id,
        gate=screen.gate,
        machine=machine,
        report=read_report(home),
        running=running,
        lives=running is not None and running.lives(),
        pack=pack,
        findings=suffered(screen, machine, now),
    )


def exposition(figures: Figures) -> str:
    """Return the figures as Prometheus reads them; what is unknown is left out."""
    return "".join(_metrics(figures))


def _metrics(figures: Figures) -> Iterator[str]:
    running, trust = figures.running, figures.report.trust
    version = running.versions.get("player", __version__) if running else __version__
    labels = {"screen": figures.screen, "gate": figures.gate, "version": version}
    yield _metric("info", "What this screen is.", 1, labels)
    yield _metric("up", "Whether the player runs.", int(figures.lives))
    yield _metric(
        "starts_total",
        "How often a player has started on this home.",
        running.starts if running else None,
        kind="counter",
    )
    yield _metric(
        "start_time_seconds",
        "When the player started.",
        _seconds(running.since if running else None),
    )
    if figures.pack is not None:
        name, sequence = figures.pack
        yield _metric("pack_sequence", "Number of the current pack.", sequence, {"pack": name})
    issued, expires = trust.timestamp_issued, trust.expires
    yield _metric(
        "content_age_seconds",
        "How long ago somebody vouched for the content.",
        (figures.at - issued).total_seconds() if issued else None,
    )
    yield _metric("signatures_expire_seconds", "When signatures end.", _seconds(expires))
    succeeded = figures.report.refresh.last_success
    yield _metric("refresh_success_seconds", "When content was fetched last.", _seconds(succeeded))
    yield _metric("faults", "How many things are wrong.", len(figures.findings))
    yield "".join(_faults(figures.findings))
    yield from _machine(figures)


def _faults(findings: Sequence[Finding]) -> Iterator[str]:
    codes = sorted({finding.code for finding in findings})
    if codes:
        yield _head("fault", "A thing that is wrong.", "gauge")
    for code in codes:
        yield _line("fault", 1, {"code": code})


def _machine(figures: Figures) -> Iterator[str]:
    machine = figures.machine
    yield _metric("temperature_celsius", "The hottest sensor.", machine.celsius)
    disk, memory = machine.disk, machine.memory
    yield _metric("disk_free_bytes", "Room below the home folder.", disk.free_bytes)
    yield _metric("disk_errors_total", "Errors of its file system.", disk.errors, kind="counter")
    yield _metric("disk_life_used_percent", "Of the life of an eMMC.", disk.used_percent)
    yield _metric("memory_available_bytes", "Of the machine.", memory.available_bytes)
    offset = figures.report.clock.offset_s
    yield _metric("clock_offset_seconds", "Ahead of the content server.", offset)


def _metric(
    name: str,
    about: str,
    value: float | None,
    labels: dict[str, str] | None = None,
    kind: str = "gauge",
) -> str:
    return "" if value is None else _head(name, about, kind) + _line(name, value, labels or {})


def _head(name: str, about: str, kind: str) -> str:
    return f"# HELP gate_player_{name} {about}\n# TYPE gate_player_{name} {kind}\n"


def _line(name: str, value: float, labels: dict[str, str]) -> str:
    said = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    # 17 digits: seconds since 1970 keep their fraction.
    return f"gate_player_{name}{f'{{{said}}}' if said else ''} {value:.17g}\n"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _seconds(instant: datetime | None) -> float | None:
    return None if instant is None else instant.timestamp()
