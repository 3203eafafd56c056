"""The line to the service manager: real datagrams on a real socket, and silence without one."""

import os
import secrets
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from player.main.agent_pulse import AgentPulse
from player.main.service import Service


@dataclass
class Manager:
    """Listens; its clock is turned by hand."""

    ear: socket.socket
    environment: dict[str, str]
    now_s: float = 0.0
    heard: list[str] = field(default_factory=list)

    def service(self, **environment: str) -> Service:
        """Return the line of a process."""
        self.environment |= environment
        return Service(self.environment, lambda: self.now_s, own_pid=42)

    def hear(self) -> list[str]:
        """Return what has been said since."""
        found = []
        while True:
            try:
                found.append(self.ear.recv(4096).decode())
            except BlockingIOError:
                return found


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Manager]:
    """Return a manager that listens at a path, or at an abstract name."""
    name = f"@gate-player-{os.getpid()}-{secrets.token_hex(8)}"
    where = str(tmp_path / "notify") if request.param == "path" else name
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(where.replace("@", "\0", 1) if where.startswith("@") else where)
        ear.setblocking(False)
        yield Manager(ear, {"NOTIFY_SOCKET": where, "PATH": "/bin"})


def test_words_arrive_as_they_are_said(manager: Manager) -> None:
    service = manager.service(WATCHDOG_USEC="6000000")
    assert service.is_there
    service.ready()
    service.ready()
    service.say("playing")
    service.say("playing")
    service.say("safe\nmode")
    service.stopping()
    expected = ["READY=1", "STATUS=playing", "STATUS=safe mode", "STOPPING=1"]
    assert manager.hear() == expected


def test_children_do_not_speak_in_this_name(manager: Manager) -> None:
    manager.service(WATCHDOG_USEC="6000000", WATCHDOG_PID="42")
    assert manager.environment == {"PATH": "/bin"}


def test_watchdog_is_told_only_where_there_is_one_and_not_too_often(manager: Manager) -> None:
    service = manager.service(WATCHDOG_USEC="6000000")
    for tenth in range(20):
        manager.now_s = tenth / 10
        service.beat()
    assert manager.hear() == ["WATCHDOG=1"] * 4
    manager.environment["NOTIFY_SOCKET"] = "/nowhere"
    Service(manager.environment, lambda: 0.0).beat()
    assert manager.hear() == []


def test_watchdog_of_another_process_is_told_nothing(manager: Manager) -> None:
    manager.service(WATCHDOG_USEC="6000000", WATCHDOG_PID="43").beat()
    assert manager.hear() == []


def test_without_a_service_manager_nothing_is_said_and_nothing_fails() -> None:
    service = Service({}, lambda: 0.0)
    service.ready()
    service.beat()
    service.say("playing")
    service.stopping()
    assert not service.is_there


def test_manager_that_is_gone_does_no_harm(tmp_path: Path) -> None:
    where = str(tmp_path / "nobody")
    service = Service({"NOTIFY_SOCKET": where, "WATCHDOG_USEC": "10"}, lambda: 0.0)
    service.ready()
    service.beat()
    assert service.is_there


def test_agent_beats_while_jobs_end_or_bytes_come_and_not_otherwise(manager: Manager) -> None:
    received = [0]
    service = manager.service(WATCHDOG_USEC="6000000")
    pulse = AgentPulse(service, lambda: received[0], lambda: manager.now_s)

    def beats_at(now_s: float) -> bool:
        manager.now_s = now_s
        pulse.look()
        return manager.hear() == ["WATCHDOG=1"]

    assert beats_at(800)
    assert not beats_at(901)
    received[0] = 1
    assert beats_at(1000)
    assert beats_at(1800)
    assert not beats_at(1901)
    pulse.tick()
    assert beats_at(2700)
