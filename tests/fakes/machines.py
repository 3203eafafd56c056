"""Machines as a technician reads of them: one with everything wrong that can be, in long words."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from player.config.screen import Screen
from player.health.disk import Disk, Mount
from player.health.heat import Heat
from player.health.machine import Finding, Machine, findings
from player.health.memory import Memory
from player.main.diagnosis import Diagnosis
from player.main.machine_words import machine_view
from player.main.staff_words import read_staff_words
from player.stage.panel.machine_view import MachineView
from player.store.layout import Home
from player.store.report import (
    AgentReport,
    ClockReport,
    RefreshReport,
    TrustReport,
    write_report,
)
from player.store.running import Running
from tests.fakes.panel import MORNING

MIB: Final = 1 << 20
ILL: Final = Machine(
    (Heat("coretemp Package id 0", 97.0), Heat("nvme Composite", 71.8), Heat("acpitz", 27.8)),
    Disk(
        120 * MIB,
        29_000 * MIB,
        Mount("/dev/mmcblk0p2", "ext4", is_read_only=True),
        "DA4064",
        12,
        110,
        "urgent",
    ),
    Memory(3_800 * MIB, 90 * MIB),
    "waiting",
)
RUNNING: Final = Running(
    pid=1,
    since=MORNING - timedelta(days=3),
    starts=41,
    versions={"player": "0.1.0", "python": "3.11.2", "qt": "6.12.0", "pyside": "6.12.0"},
    graphics="opengl",
    renderer="Mesa Intel(R) UHD Graphics (ADL-N)",
    platform="wayland",
    window=(1920, 1080),
    fonts={"lo": "ຂຄ"},
)
ELSEWHERE: Final = (
    *(Finding(code) for code in ("display-still", "page-late", "programme-still", "no-pack")),
    Finding("touch", "no touch panel is connected"),
    Finding("refresh", "https://content.example/lang-son/huu-nghi: refused the connection"),
    Finding("stale", "2026-11-24"),
    Finding("clock", "-4000 s"),
    Finding("quarantined", "lang-son/huu-nghi/hall, 42: not every kind of its pages can be drawn"),
    Finding("no-agent"),
)
JOURNAL: Final = tuple(
    f"2026-11-27 06:{n % 60:02}:07 INFO    player.refresh.agent: current pack=lang-son/huu-nghi "
    f"sequence={n} waits= source=https://content.example/lang-son requests=1 bytes=702"
    for n in range(100)
)


def ill_machine(screen: Screen, folder: Path, language: str = "vi") -> MachineView:
    """Return a machine with nothing right, in the words of ``language``.

    Args:
        screen: whose it is.
        folder: an empty one, for its home.
        language: ``vi`` or ``en``.
    """
    home = Home(folder)
    issued = MORNING - timedelta(days=3)
    report = AgentReport(
        trust=TrustReport(root=12, is_trial=True, timestamp_issued=issued, expires=issued),
        refresh=RefreshReport(
            last_success=issued,
            last_attempt=MORNING - timedelta(minutes=7),
            error="refused",
            source="https://content.example/lang-son/huu-nghi/",
        ),
        clock=ClockReport(offset_s=-4000.0),
    )
    write_report(home, report)
    found = Diagnosis(
        at=MORNING,
        machine=ILL,
        running=RUNNING,
        lives=True,
        held_bytes=134 * MIB,
        libvlc="3.0.21 Vetinari",
        root="0123456789abcdef" * 4,
        findings=(*ELSEWHERE, *findings(ILL)),
    )
    # The pages name the folder of the home: a short one stands for that of a test.
    return _placed(machine_view(_at(screen, home), found, read_staff_words(language), JOURNAL))


def _at(screen: Screen, home: Home) -> Screen:
    return screen.model_copy(update={"home": home.folder})


def _placed(view: MachineView) -> MachineView:
    place = Screen.model_fields["home"].default
    program = view.chapters["program"]
    last = replace(program[-1], value=str(place))
    return replace(view, chapters={**view.chapters, "program": (*program[:-1], last)})
