"""The units of the Debian package: in order, and in their sandboxes."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from player.store.layout import Home
from player.store.setup import SetupRecord, owes_setup, write_setup
from tests.fakes.deb_machine import SOURCES, UNITS, DebMachine

FOLDER: Final = SOURCES / "root" / UNITS
NAMES: Final = sorted(path.name for path in FOLDER.iterdir() if path.is_file())
PICTURES: Final = ("gate-player-show", "gate-player-setup", "gate-player-stand-in")


@pytest.fixture
def machine(tmp_path: Path) -> DebMachine:
    """Return a machine on which the package is installed with a bare X server."""
    made = DebMachine(tmp_path)
    made.link("x11")
    return made


def settings(name: str) -> Iterator[tuple[str, str]]:
    """Yield what a unit says, its sandbox included."""
    files = [FOLDER / name, *sorted((FOLDER / f"{name}.d").glob("*.conf"))]
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            if "=" in line and not line.startswith("#"):
                key, value = line.split("=", 1)
                yield key, value


def said(name: str, key: str) -> list[str]:
    """Return every value of a setting."""
    return [value for each, value in settings(name) if each == key]


def test_systemd_finds_nothing_wrong(machine: DebMachine) -> None:
    assert machine.verify(*NAMES) == ""


def test_systemd_would_find_a_mistake(machine: DebMachine) -> None:
    unit = machine.root / UNITS / "gate-player-show.service"
    unit.write_text(unit.read_text("utf-8").replace("Restart=always", "Restart=allways"), "utf-8")
    assert "allways" in machine.verify(unit.name)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("session", ["x11", "cage"])
def test_picture_sees_little_of_the_machine(tmp_path: Path, name: str, session: str) -> None:
    machine = DebMachine(tmp_path)
    machine.link(session)
    assert machine.exposure(f"{name}.service") <= 2.0


def test_agent_sees_little_of_the_machine(machine: DebMachine) -> None:
    assert machine.exposure("gate-player-agent.service") <= 2.0


@pytest.mark.parametrize("name", PICTURES)
def test_picture_has_no_network(name: str) -> None:
    unit = f"{name}.service"
    assert said(unit, "PrivateNetwork") == ["yes"]
    assert said(unit, "RestrictAddressFamilies") == ["AF_UNIX"]


def test_picture_and_agent_are_two_users() -> None:
    users = [said(f"gate-player-{name}.service", "User") for name in ("show", "agent")]
    assert users == [["gate-player-show"], ["gate-player-agent"]]


def test_picture_writes_its_own_folders_and_the_agent_its_own() -> None:
    home = Home(Path("/var/lib/gate-player"))
    show = said("gate-player-show.service", "ReadWritePaths")
    assert show == [f"-{home.state} -{home.inbox}", "-/media"]
    assert said("gate-player-agent.service", "ReadWritePaths") == [f"-{home.store}"]


def test_only_set_up_writes_the_configuration() -> None:
    writers = [
        name
        for name in NAMES
        if any("/etc/gate-player" in value for value in said(name, "ReadWritePaths"))
    ]
    assert writers == ["gate-player-setup.service"]


@pytest.mark.parametrize("name", ["gate-player-show.service", "gate-player-agent.service"])
def test_service_never_gives_up_but_for_a_bad_configuration(name: str) -> None:
    assert said(name, "StartLimitIntervalSec") == ["0"]
    assert said(name, "Restart") == ["always"]
    assert said(name, "RestartPreventExitStatus") == ["78"]


def test_what_refuses_its_configuration_is_not_started_again_and_again() -> None:
    """PathExists would, whenever the service has ended."""
    name = "gate-player-configured.path"
    assert said(name, "PathChanged") == ["/etc/gate-player"]
    assert said(name, "PathExists") == []


def test_hang_is_over_in_ten_seconds() -> None:
    """With two seconds for the start: what try_deb.sh measured, on two cores that were busy."""
    unit = "gate-player-show.service"
    assert said(unit, "RestartSec") == ["500ms"]
    assert float(said(unit, "WatchdogSec")[0]) + 0.5 + 2.0 <= 10


def test_every_service_leaves_no_core_and_has_a_limit() -> None:
    for name in ("gate-player-show.service", "gate-player-agent.service"):
        assert said(name, "LimitCORE") == ["0"]
        assert said(name, "MemoryMax") != []
        assert said(name, "TasksMax") != []


def test_folders_are_those_of_the_player() -> None:
    lines = (SOURCES / "root/usr/lib/tmpfiles.d/gate-player.conf").read_text("utf-8").splitlines()
    made = {line.split()[1]: line.split()[2:5] for line in lines if line.startswith("d ")}
    home = Home(Path("/var/lib/gate-player"))
    assert made[str(home.store)] == ["2750", "gate-player-agent", "gate-player-show"]
    assert made[str(home.state)] == ["2750", "gate-player-show", "gate-player-agent"]
    assert made[str(home.inbox)] == ["2770", "gate-player-show", "gate-player"]
    assert set(made) == {"/etc/gate-player", *map(str, (home.folder, home.store))} | {
        str(home.state),
        str(home.inbox),
    }


def test_agent_is_in_no_group_that_gives_orders() -> None:
    """Whoever owns the network must not own the screen."""
    assert said("gate-player-agent.service", "SupplementaryGroups") == []
    users = (SOURCES / "root/usr/lib/sysusers.d/gate-player.conf").read_text("utf-8")
    assert [line for line in users.splitlines() if line.startswith("m ")] == []


def test_sticks_are_mounted_for_nothing_but_reading_or_the_shift_log() -> None:
    rule = SOURCES / "root/usr/lib/udev/rules.d/70-gate-player-sticks.rules"
    mounts = re.findall(r"--options=(\S+)", rule.read_text("utf-8"))
    assert [{"nosuid", "nodev", "noexec"} <= set(each.split(",")) for each in mounts] == [True] * 2
    log, others = mounts
    assert log.startswith("rw,sync,")
    assert "uid=gate-player-show" in log
    assert others.startswith("ro,")
    assert 'ENV{ID_FS_LABEL}=="GATE-LOG"' in rule.read_text("utf-8")


def test_set_up_goes_on_until_it_is_done(tmp_path: Path) -> None:
    """The condition of its unit, as it stands, on folders of a machine."""
    condition = SOURCES / "root/usr/lib/gate-player/owes-setup"
    assert said("gate-player-setup.service", "ExecCondition") == [
        f"/usr/lib/gate-player/{condition.name}"
    ]
    config, record = tmp_path / "etc" / "screen.toml", tmp_path / "state" / "setup.json"
    for known in (config, record):
        known.parent.mkdir()
    text = condition.read_text("utf-8").replace("/etc/gate-player", str(config.parent))
    text = text.replace("/var/lib/gate-player/state", str(record.parent))

    def is_due() -> bool:
        return subprocess.run(["/bin/sh", "-c", text], check=False).returncode == 0

    assert is_due()
    config.write_text("", "utf-8")
    assert not is_due()
    home = Home(record.parent.parent)
    for told, owes in (
        (SetupRecord(), False),
        (SetupRecord(is_written=True), True),
        (SetupRecord(only_touch=True), True),
        (SetupRecord(is_written=True, is_done=True), False),
    ):
        write_setup(home, told)
        assert (is_due(), owes_setup(home)) == (owes, owes)
    config.unlink()
    assert is_due()


def test_keyboard_reaches_no_console() -> None:
    server = (SOURCES / "root/usr/share/gate-player/xorg.conf").read_text("utf-8")
    for option in ("DontVTSwitch", "DontZap"):
        assert f'Option "{option}" "true"' in server
    assert said("gate-player-display-x11.service", "Conflicts") == ["getty@tty1.service"]
    assert said("gate-player-display-cage.service", "Conflicts") == ["getty@tty1.service"]
    (command,) = said("gate-player-display-x11.service", "ExecStart")
    assert {"-nocursor", "-nolisten", "-auth", "-noreset"} <= set(command.split())
    (cage,) = said("gate-player-display-cage.service", "ExecStart")
    assert " -s " not in cage  # would allow it
