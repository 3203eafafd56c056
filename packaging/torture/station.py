"""A whole station: a centre that signs, a web server, an agent and a show on a display.

Show and agent are kept by a warden each, as a service manager keeps them; who ended them is noted.
"""

import os
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.framebuffer import Framebuffer, watched_display

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
from torture.warden import Warden, environment, kept, player_command

CLIP_S: Final = 6
SECONDS: Final = (3, 4, CLIP_S, 5, CLIP_S)
CLIPS: Final = ("clip-1", "clip-2")
POLL_S: Final = 5


def shelf(folder: Path, number: int) -> Shelf:
    """Return the pack of that number: the same programme, with one picture of its own."""
    pack = Shelf()
    pack.poster("picture-1", shaded(0), SECONDS[0])
    pack.poster("picture-2", shaded(1), SECONDS[1])
    pack.clip(CLIPS[0], film(folder, CLIP_S + 2), SECONDS[2])
    # The bytes behind the end of a PNG make it another file and leave it the same picture.
    pack.poster("picture-3", shaded(2) + str(number).encode(), SECONDS[3])
    pack.clip(CLIPS[1], film(folder, CLIP_S + 2, begin=20), SECONDS[4])
    return pack


@dataclass
class Station:
    """What runs at one gate, and what became of it.

    Attributes:
        folder: of everything.
        display: that show draws on.
        server: that the agent asks.
        published: sequence of the pack that was published last.
        wardens: program -> who keeps it; empty until it is ``opened``.
    """

    folder: Path
    display: Framebuffer
    server: Nginx
    published: int = 0
    wardens: dict[str, Warden] = field(default_factory=dict)
    _counted: Counter[str] = field(default_factory=Counter)
    _dealt: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

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

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Keep all programs running for as long as a ``with`` block lasts."""
        shown_on = environment(self.display.display)
        commands = {
            "show": player_command("run", *self._where),
            "agent": [sys.executable, "-m", "player.main.agent", str(self._configuration())],
        }
        with ExitStack() as programs:
            for name, command in commands.items():
                warden = Warden(command, shown_on, self.log(name))
                self.wardens[name] = programs.enter_context(kept(warden))
            yield

    @property
    def starts(self) -> Mapping[str, int]:
        """How often each program was started."""
        return {name: warden.starts for name, warden in self.wardens.items()}

    @property
    def unasked(self) -> Mapping[str, list[int]]:
        """Exit codes of each program's ends that nobody dealt."""
        ends = {name: Counter(warden.ends) for name, warden in self.wardens.items()}
        return {
            name: list((codes - Counter(self._dealt[name])).elements())
            for name, codes in ends.items()
        }

    def begun(self) -> Mapping[str, float]:
        """Return the programs that were started since this was last asked.

        Returns:
            Program -> when, in seconds of the monotonic clock.
        """
        starts = Counter(self.starts)
        fresh = starts - self._counted
        self._counted = starts
        return {name: self.wardens[name].begun_s for name in fresh}

    def pid(self, name: str) -> int | None:
        """Return the process id of ``show``, ``agent`` or ``worker``; None: it does not run."""
        if name == "worker":
            show = self.pid("show")
            workers = [pid for pid in children(show) if _is_worker(pid)] if show else []
            return workers[0] if workers else None
        process = self.wardens[name].process
        return process.pid if process and process.poll() is None else None

    def strike(self, name: str, number: signal.Signals) -> bool:
        """Send a program a signal; return whether it ran."""
        pid = self.pid(name)
        if pid is None:
            return False
        # One that was stopped is ended by the watchdog.
        self._dealt[name].append(-(signal.SIGABRT if number == signal.SIGSTOP else number))
        os.kill(pid, number)
        return True

    def held_mb(self) -> Mapping[str, float]:
        """Return the memory of each program that runs, MB."""
        pids = {name: self.pid(name) for name in (*self.wardens, "worker")}
        return {name: held_bytes(pid) / 1e6 for name, pid in pids.items() if pid}

    def order(self, *words: str) -> None:
        """Have gate staff order something from the command line of the machine.

        Raises:
            subprocess.CalledProcessError: it is refused.
        """
        command = player_command("gate", *words, *self._where)
        subprocess.run(command, check=True, capture_output=True)

    @property
    def _where(self) -> tuple[str, ...]:
        return "--screen", SCREEN, "--home", str(self.home.folder)

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
    """Build a station with its first pack, and have its programs run."""
    (folder / "web").mkdir()
    with serving(folder / "web") as server, watched_display(SIZE) as display:
        built = Station(folder, display, server)
        built.bring_first()
        with built.opened():
            yield built
