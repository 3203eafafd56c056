"""The line to the service manager: real datagrams on a real socket, and silence without one."""

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from player.main.heartbeat import Heartbeat
from player.main.service import Service

ROOT: Final = Path(__file__).resolve().parents[3]


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
        return Service(self.environment, own_pid=42)

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
        ear.setblocking(False)  # noqa: FBT003  (the standard library's signature)
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


def test_watchdog_is_told_only_where_there_is_one(manager: Manager) -> None:
    manager.service(WATCHDOG_USEC="6000000").beat()
    assert manager.hear() == ["WATCHDOG=1"]
    manager.service(NOTIFY_SOCKET="/nowhere").beat()
    assert manager.hear() == []


def test_watchdog_of_another_process_is_told_nothing(manager: Manager) -> None:
    manager.service(WATCHDOG_USEC="6000000", WATCHDOG_PID="43").beat()
    assert manager.hear() == []


def test_without_a_service_manager_nothing_is_said_and_nothing_fails() -> None:
    service = Service({})
    service.ready()
    service.beat()
    service.say("playing")
    service.stopping()
    assert not service.is_there


def test_manager_that_is_gone_does_no_harm(tmp_path: Path) -> None:
    where = str(tmp_path / "nobody")
    service = Service({"NOTIFY_SOCKET": where, "WATCHDOG_USEC": "10"})
    service.ready()
    service.beat()
    assert service.is_there


def test_heart_beats_while_there_is_progress_and_not_without(manager: Manager) -> None:
    received = [0]
    service = manager.service(WATCHDOG_USEC="6000000")
    heart = Heartbeat(service, 900, lambda: manager.now_s, lambda: received[0])

    def beats_at(now_s: float) -> bool:
        manager.now_s = now_s
        heart.beat()
        return manager.hear() == ["WATCHDOG=1"]

    assert beats_at(800)
    assert not beats_at(901)
    received[0] = 1
    assert beats_at(1000)
    assert beats_at(1800)
    assert not beats_at(1901)
    heart.tick()
    assert beats_at(2700)


def test_heart_beats_by_itself_until_its_end(manager: Manager) -> None:
    heart = Heartbeat(manager.service(WATCHDOG_USEC="20000"), 900, lambda: 0.0)
    heart.begin()
    manager.ear.settimeout(10)
    assert [manager.ear.recv(99) for _ in range(3)] == [b"WATCHDOG=1"] * 3
    heart.end()
    heart._thread.join(10)
    assert not heart._thread.is_alive()
    manager.ear.setblocking(False)  # noqa: FBT003  (the standard library's signature)
    assert manager.hear()[-1] == "STOPPING=1"


def test_process_begins_again_in_its_own_place_with_its_own_words() -> None:
    code = (
        "import os, sys; from player.main.service import begin_again\n"
        "n = int(os.environ.get('N', '0')); print(os.getpid(), n, *sys.argv[1:], flush=True)\n"
        "n < 2 and begin_again({**os.environ, 'N': str(n + 1)})"
    )
    words = [sys.executable, "-c", code, "run", "--windowed"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert len({pid for pid, *_ in lines}) == 1
    assert [rest for _, *rest in lines] == [[str(n), "run", "--windowed"] for n in range(3)]
