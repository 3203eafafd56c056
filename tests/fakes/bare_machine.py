"""A bare machine that a screen is set up on: its files below one folder, its answers told."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from player.config.commented import commented
from player.config.fingerprint import digest_of, digits_of, words_of
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.main.setup import setup_words
from player.main.setup_machine import SetupMachine
from player.stage.setup.writing import Writing
from player.store.layout import Home

ROOT: Final = json.dumps({"signed": {"_type": "root", "version": 1}, "signatures": []}).encode()
OTHER: Final = json.dumps({"signed": {"_type": "root", "version": 9}, "signatures": []}).encode()
DIGITS: Final = digits_of(digest_of(ROOT))
WORDS: Final = " ".join(words_of(digest_of(ROOT)))


def writing(lang: str = "en") -> Writing:
    """Return the words of the set-up."""
    return Writing(setup_words(), lang)


@dataclass
class Technician:
    """Whoever answers at a terminal: by parts of the questions, else with what is proposed."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def ask(self, question: str, proposed: str) -> str:
        """Return the next answer to a question that holds the part it is known by."""
        self.asked.append(question)
        for part, answers in self.answers.items():
            if part in question and answers:
                return answers.pop(0)
        return proposed

    def tell(self, sentence: str) -> None:
        """Hear something."""
        self.told.append(sentence)


@dataclass(frozen=True)
class BareMachine:
    """Files of a machine, and what lies on a stick."""

    folder: Path

    @property
    def machine(self) -> SetupMachine:
        """The same, as the set-up sees it."""
        return SetupMachine(
            self.folder / "etc" / "screen.toml",
            self.folder / "media",
            self.folder / "drm",
            self.folder / "net",
        )

    @property
    def home(self) -> Home:
        """Of its screen."""
        return Home(self.folder / "home")

    @property
    def stick(self) -> Path:
        """A stick that is put in."""
        stick = self.folder / "media" / "STICK"
        stick.mkdir(parents=True, exist_ok=True)
        return stick

    def connect(self, width: int, height: int) -> None:
        """Connect a display."""
        modes = self.folder / "drm" / "card0-HDMI-A-1" / "modes"
        modes.parent.mkdir(parents=True, exist_ok=True)
        modes.write_text(f"{width}x{height}\n1280x720\n")

    def wire(self, *addresses: str) -> None:
        """Give it network interfaces of these addresses."""
        for number, address in enumerate(addresses):
            file = self.folder / "net" / f"eth{number}" / "address"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{address}\n")

    def put_root(self, raw: bytes = ROOT) -> None:
        """Put a stick in with a root of trust on it."""
        (self.stick / "root.json").write_bytes(raw)

    def other(self, role: str = "kiosk", **content: object) -> Path:
        """Write the configuration of a screen that was set up before; return its path."""
        screen = load_screen(role_example(role), "en")
        told = screen.content.model_copy(update=content)
        made = screen.model_copy(update={"home": self.home.folder, "content": told})
        return self.write(made)

    def write(self, screen: Screen) -> Path:
        """Write a configuration that lies on the stick; return its path."""
        path = self.stick / "screen.toml"
        path.write_text(commented(screen), "utf-8")
        return path

    def made(self) -> Screen:
        """Return the screen that was set up."""
        return load_screen(self.machine.config, "en")

    def list_ids(self, rows: Iterable[tuple[str, str]]) -> Path:
        """Write a list of ids and addresses; return its path."""
        file = self.stick / "ids.csv"
        file.write_text("id,mac\n" + "".join(f"{name},{mac}\n" for name, mac in rows))
        return file
