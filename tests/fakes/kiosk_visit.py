"""A visit to a kiosk: the real player in a process of its own on a display of its own.

``Visit.touch`` and its like give the order to ``tests/fakes/driven_player.py`` and return what is
seen then. Keys and the pointer come from outside, by ``Visit.keypad``.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Final

from virtual_display import SIZE, stop, virtual_display

from player import clock
from player.config.load import find_screen, load_screen
from player.config.screen import PixelSize, Screen
from player.main.demo import demo_home, prepare_demo
from player.store.layout import Home
from tests.fakes.kiosk_sight import Sight
from tests.fakes.xtest import Keypad, keypad

ROOT: Final = Path(__file__).resolve().parent.parent.parent
PATIENCE_S: Final = 30.0
"""What a busy machine may need for anything; nothing waits this long when all is well."""

LOOK_S: Final = 0.05
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

Fields = Mapping[str, Any]


def kiosk_screen(home: Home, gate: str = "huu-nghi") -> Screen:
    """Return the kiosk that is shipped as an example, with this home."""
    shipped = load_screen(find_screen("kiosk"), "en")
    return shipped.model_copy(update={"home": home.folder, "gate": gate})


def own_home(folder: Path, gate: str = "huu-nghi") -> Home:
    """Return a home with the pack of a demo gate, as installed and never played."""
    prepare_demo(gate)
    store = Home(demo_home(gate)).store
    home = Home(folder / "home")
    shutil.copytree(store, home.store, symlinks=True, copy_function=os.link)
    for link in (home.current, home.last_good):
        target = home.packs / link.resolve().name
        link.unlink()
        link.symlink_to(target)
    return home


@dataclass
class Visit:
    """A player that runs, and what it said.

    Attributes:
        process: of show.
        display: its name.
        keypad: plugged into that.
        log: file of its log.
        told: the newest answer, whole.
    """

    process: subprocess.Popen[bytes]
    display: str
    keypad: Keypad
    log: Path
    told: Fields = field(default_factory=dict)
    _answers: queue.SimpleQueue[bytes] = field(default_factory=queue.SimpleQueue)

    def ask(self, do: str, **fields: object) -> Sight:
        """Give an order and return what is seen once it is carried out."""
        self.order(do, **fields)
        return self.answer()

    def order(self, do: str, **fields: object) -> None:
        """Give an order; its answer comes when it comes."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **fields}).encode() + b"\n")
        self.process.stdin.flush()

    def answer(self, within_s: float = PATIENCE_S) -> Sight:
        """Return the next answer.

        Raises:
            RuntimeError: the player ended instead.
            queue.Empty: it said nothing in time.
        """
        line = self._answers.get(timeout=within_s)
        if not line:
            raise RuntimeError(f"the player ended: {self.log.read_text('utf-8')[-2000:]}")
        self.told = json.loads(line)
        return Sight(**self.told["seen"])

    def touch(self, action: str) -> Sight:
        """Touch the control that does ``action``."""
        seen = self.ask("touch", action=action)
        assert "missing" not in self.told, f"no {action} among {sorted(seen.controls)}"
        return seen

    def look(self) -> Sight:
        """Return what is seen now."""
        return self.ask("look")

    def write(self, letters: str) -> Sight:
        """Touch one key of the keyboard after another."""
        for letter in letters:
            self.touch("key:space" if letter == " " else f"key:{letter}")
        return self.look()

    def until(self, holds: Callable[[Sight], bool], within_s: float = PATIENCE_S) -> Sight:
        """Look until something holds, and return the sight in which it does.

        Raises:
            AssertionError: it never did.
        """
        give_up_s = clock.monotonic() + within_s
        while not holds(seen := self.look()):
            assert clock.monotonic() < give_up_s, f"still {seen}"
            wait_for(self.process, LOOK_S)
        return seen

    def lines(self) -> list[Mapping[str, Any]]:
        """Return the log so far."""
        lines = self.log.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def complaints(self) -> list[str]:
        """Return what was logged at WARNING or worse, and whatever is no line of the log."""
        text = self.log.read_text("utf-8").splitlines()
        bad = [line for line in self.lines() if line["level"] not in {"info", "debug"}]
        return [str(line) for line in bad] + [line for line in text if not line.startswith("{")]

    def hear(self, answers: IO[bytes]) -> None:
        """Keep every answer; an empty one is the end. On a thread of its own."""
        for line in answers:
            self._answers.put(line)
        self._answers.put(b"")


def wait_for(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait, but no longer than the process runs."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


@contextmanager
def visiting(
    screen: Screen,
    log: Path,
    environment: Mapping[str, str] = NOTHING,
    *options: str,
) -> Iterator[Visit]:
    """Run the player of ``screen`` for as long as a ``with`` block lasts.

    Args:
        screen: a kiosk; its home has a pack.
        log: file to write.
        environment: of its process, besides this one's.
        options: more words for the driven player.

    Yields:
        The visit, once the window is there and the desk answers.
    """
    found = screen.display.size
    size = (found.width, found.height) if isinstance(found, PixelSize) else SIZE
    words = [screen.model_dump_json(), *options]
    with (
        virtual_display(size) as display,
        keypad(display) as plugged,
        log.open("wb") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.driven_player", *words],
            cwd=ROOT,
            env={**os.environ, **environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        ) as process,
    ):
        visit = Visit(process, display, plugged, log)
        assert process.stdout is not None
        hearing = threading.Thread(target=visit.hear, args=(process.stdout,), daemon=True)
        hearing.start()
        try:
            visit.answer()
            yield visit
        finally:
            stop(process)
            hearing.join()
