"""The player with its agent, a real web server and a real window: content comes, stops, goes on."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, Final

import pytest
from virtual_display import virtual_display

from player import clock
from player.config.load import find_screen, load_screen
from player.main.status import status_document
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.shell.child_rehearsal import REFUSED
from player.store.install import install
from player.store.layout import Home
from tests.fakes.built_pack import write_built
from tests.fakes.content import content_document, item_document
from tests.fakes.nginx import serving
from tests.fakes.signed_repository import SignedRepository

ROOT: Final = Path(__file__).resolve().parents[2]
PLAYER: Final = Path(sys.executable).parent / "gate-player"
PATIENCE_S: Final = 60.0

Line = dict[str, Any]


class Playing:
    """A player whose log is read line by line."""

    def __init__(self, config: Path, display: str) -> None:
        self.process = subprocess.Popen(
            [str(PLAYER), "run", "--config", str(config)],
            env={**os.environ, "DISPLAY": display},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: Queue[Line] = Queue()
        self.reader = Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.put(json.loads(line))

    def wait_for(self, message: str, **fields: object) -> Line:
        """Return the next line that says so."""
        seen = []
        try:
            while line := self.lines.get(timeout=PATIENCE_S):
                seen.append(line)
                is_it = message in line["message"]
                if is_it and all(line.get(name) == value for name, value in fields.items()):
                    return line
        except Empty:
            raise AssertionError(f"no {message} {fields} in {seen}") from None
        raise AssertionError("unreachable")

    def end(self) -> int:
        """End it; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE_S)
        self.reader.join()
        if self.process.stderr is not None:
            self.process.stderr.close()
        return code


def publish(repository: SignedRepository, sequence: int, title: str) -> None:
    item = item_document(title, duration_s=8)
    repository.publish(sequence, content_document([item]), ())


@pytest.fixture
def playing(tmp_path: Path) -> Iterator[tuple[Playing, SignedRepository, Home]]:
    """Play an empty home that follows a web server."""
    with serving(tmp_path) as nginx, virtual_display() as display:
        repository = SignedRepository(nginx.root / "centre", clock.now())
        home = Home(tmp_path / "home")
        home.folder.mkdir()
        home.anchor.write_bytes(repository.root.read_bytes())
        text = (ROOT / "config" / "hall-tv.toml").read_text("utf-8")
        for key, value in (
            ("home", f'"{home.folder}"'),
            ("source", f'"{nginx.url}centre/repo"'),
            ("agent", '"child"'),
            ("poll_s", "5"),
            ("sticks", '""'),
        ):
            text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, flags=re.MULTILINE)
        config = tmp_path / "screen.toml"
        config.write_text(text, "utf-8")
        publish(repository, 1, "first")
        player = Playing(config, display)
        try:
            yield player, repository, home
        finally:
            player.end()


def test_content_comes_stops_and_goes_on(
    playing: tuple[Playing, SignedRepository, Home],
) -> None:
    player, repository, home = playing
    player.wait_for("activated", sequence=1)
    player.wait_for("slot", item="first")
    repository.now = clock.now()
    publish(repository, 2, "second")
    player.wait_for("activated", sequence=2)
    player.wait_for("slot", item="second")
    repository.stop()
    player.wait_for("stopped")
    repository.stop(lift=True)
    player.wait_for("slot", item="second")
    repository.recall("second")
    player.wait_for("recalled", things=["second"])
    player.wait_for("slot", item=DEFAULT_GATE_PAGE)
    told: Any = status_document(home, clock.now())
    (recalled,) = told["recalled"]
    assert recalled["thing"] == "second"
    assert recalled["ordered"] <= recalled["taken"] <= recalled["obeyed"]
    repository.recall("second", lift=True)
    player.wait_for("slot", item="second")
    assert (home.state / "lease.json").exists()
    assert player.end() == 0


def rehearsed(home: Home, pack: str, screen: str) -> int:
    """Hold a rehearsal as show does; return its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "player.main.rehearsal", str(home.folder), pack],
        input=screen,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode


def test_rehearsal_draws_every_kind(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    document = content_document([item_document("words")])
    pack = install(write_built(tmp_path / "built", document, ()), home)
    screen = load_screen(find_screen("hall-tv"), "en").model_dump_json()
    assert rehearsed(home, pack.sha256, screen) == 0


def test_rehearsal_that_is_not_held_says_nothing_of_the_pack(tmp_path: Path) -> None:
    assert rehearsed(Home(tmp_path), "f" * 64, "{}") not in {0, REFUSED}
