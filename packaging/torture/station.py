"""A whole station: a centre that signs, a web server, an agent and a show on a display.

Show and agent are started anew when they end, as a service manager does; who ended them is noted.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from bench.framebuffer import Framebuffer, watched_display
from virtual_display import stop

from player import clock
from player.pack.file_kind import kind_of
from player.refresh.agent import Agent, Setting, no_progress
from player.refresh.cycle import Activated
from player.refresh.http_origin import HttpOrigin
from player.store.layout import Home
from tests.fakes.nginx import Nginx, serving
from tests.fakes.signed_repository import PACK, SignedRepository
from torture.held import children, held_bytes
from torture.packs import Shelf, film, shaded
from torture.playing import SCREEN, SIZE, WORKER, screen

CLIP_S: Final = 6
SECONDS: Final = (3, 4, CLIP_S, 5, CLIP_S)
POLL_S: Final = 5
PROGRAMS: Final = ("show", "agent")


def shelf(folder: Path, number: int) -> Shelf:
    """Return the pack of that number: the same programme, with one picture of its own."""
    pack = Shelf()
    pack.poster("picture-1", shaded(0), SECONDS[0])
    pack.poster("picture-2", shaded(1), SECONDS[1])
    pack.clip("clip-1", film(folder, CLIP_S + 2), SECONDS[2])
    # The bytes behind the end of a PNG make it another file and leave it the same picture.
    pack.poster("picture-3", shaded(2) + str(number).encode(), SECONDS[3])
    pack.clip("clip-2", film(folder, CLIP_S + 2, begin=20), SECONDS[4])
    return pack


@dataclass
class Station:
    """What runs at one gate, and what became of it.

    Attributes:
        folder: of everything.
        display: that show draws on.
        server: that the agent asks.
        published: sequence of the pack that was published last.
        starts: program -> how often it was started.
        unasked: program -> exit codes of ends that nobody ordered.
    """

    folder: Path
    display: Framebuffer
    server: Nginx
    published: int = 0
    starts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PROGRAMS, 0))
    unasked: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in PROGRAMS})
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _killed: set[str] = field(default_factory=set)
    _logs: dict[str, IO[bytes]] = field(default_factory=dict)

    @property
    def home(self) -> Home:
        """Of the screen."""
        return Home(self.folder / "home")

    @property
    def repository(self) -> SignedRepository:
        """The centre's, with the clock of now."""
        return SignedRepository(self.server.root / "centre", clock.now(), kind_of)

    @property
    def url(self) -> str:
        """Where the agent asks."""
        return f"{self.server.url}centre/repo"

    def log(self, name: str) -> Path:
        """Return the file of what a program says."""
        return self.folder / f"{name}.log"

    def publish(self) -> None:
        """Publish the next pack."""
        self.published += 1
        document, blobs = shelf(self.folder, self.published).pack()
        self.repository.publish(self.published, document, blobs)

    def bring_first(self) -> None:
        """Have the first pack on the disk before show is started, as a technician does.

        Raises:
            RuntimeError: it was not taken.
        """
        self.publish()
        setting = Setting(self.home, "huu-nghi", PACK, self.repository.root)
        told = Agent(setting, None).cycle(HttpOrigin(self.url), no_progress)
        if told.outcome != Activated(PACK, 1):
            raise RuntimeError(f"the first pack was not taken: {told.outcome}")

    def tend(self) -> list[str]:
        """Start what does not run; return the names of what was started."""
        started = []
        for name in PROGRAMS:
            process = self._running.get(name)
            code = process.poll() if process else None
            if process is not None and code is None:
                continue
            if code is not None and name not in self._killed:
                self.unasked[name].append(code)
            self._killed.discard(name)
            self._start(name)
            started.append(name)
        return started

    def pid(self, name: str) -> int | None:
        """Return the process id of ``show``, ``agent`` or ``worker``; None: it does not run."""
        if name == "worker":
            workers = [pid for pid in children(self._running["show"].pid) if _is_worker(pid)]
            return workers[0] if workers else None
        process = self._running.get(name)
        return process.pid if process and process.poll() is None else None

    def strike(self, name: str, number: signal.Signals) -> bool:
        """Send a program a signal; return whether it ran."""
        pid = self.pid(name)
        if pid is None:
            return False
        self._killed.add(name)
        os.kill(pid, number)
        return True

    def held_mb(self) -> Mapping[str, float]:
        """Return the memory of each program that runs, MB."""
        pids = {name: self.pid(name) for name in (*PROGRAMS, "worker")}
        return {name: held_bytes(pid) / 1e6 for name, pid in pids.items() if pid}

    def order(self, *words: str) -> None:
        """Have gate staff order something from the command line of the machine.

        Raises:
            subprocess.CalledProcessError: it is refused.
        """
        where = ("--screen", SCREEN, "--home", str(self.home.folder))
        command = [sys.executable, "-m", "player", "gate", *words, *where]
        subprocess.run(command, check=True, capture_output=True)

    def close(self) -> None:
        """End all programs, the newest first."""
        for name in PROGRAMS:
            if name in self._running:
                stop(self._running[name])
        for log in self._logs.values():
            log.close()

    def _start(self, name: str) -> None:
        home = str(self.home.folder)
        words = {
            "show": ["-m", "player", "run", "--screen", SCREEN, "--home", home],
            "agent": ["-m", "player.main.agent", str(self._configuration())],
        }
        if name not in self._logs:
            self._logs[name] = self.log(name).open("wb")
        shown_on = {"DISPLAY": self.display.display, "QT_QPA_PLATFORM": "xcb"}
        self._running[name] = subprocess.Popen(
            [sys.executable, *words[name]],
            env={**os.environ, **shown_on},
            stderr=self._logs[name],
        )
        self.starts[name] += 1

    def _configuration(self) -> Path:
        content = {
            "source": self.url,
            "pack": PACK,
            "trust": str(self.repository.root),
            "poll_s": POLL_S,
            "sticks": "",
        }
        configured = screen()
        whole = configured.model_copy(
            update={
                "home": self.home.folder,
                "gate": "huu-nghi",
                "content": configured.content.model_copy(update=content),
            }
        )
        file = self.folder / "screen.json"
        file.write_text(whole.model_dump_json(), "utf-8")
        return file


def _is_worker(pid: int) -> bool:
    try:
        return WORKER in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


@contextmanager
def station(folder: Path) -> Iterator[Station]:
    """Build a station with its first pack; its programs are started by ``tend``."""
    (folder / "web").mkdir()
    with serving(folder / "web") as server, watched_display(SIZE) as display:
        built = Station(folder, display, server)
        try:
            built.bring_first()
            yield built
        finally:
            built.close()
