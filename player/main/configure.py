"""Sets a screen up from a terminal.

The questions, and what an answer may be, are those of the set-up on the screen. What can only be
seen there is asked as a number; the touch check is owed until the player starts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from player import clock
from player.config.fingerprint import is_same
from player.config.load import load_screen
from player.errors import SetupError
from player.main.setup_facts import Scout
from player.main.setup_machine import SetupMachine, what_was_done, write_all
from player.main.setup_writing import answers_of, base_screen, screen_of_answers
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.rules import ORIENTATIONS, ROLES, act
from player.stage.setup.session import Field, SetupSession, begin
from player.stage.setup.typing import take_typed
from player.stage.setup.writing import Writing
from player.store.layout import Home
from player.store.setup import Answers, SetupRecord

FULL_HD: Final = (1920, 1080)
MOST_OVERSCAN: Final = 10

Ask = Callable[[str, str], str]
"""Asks a person: question, answer proposed -> answer."""

Say = Callable[[str], None]


@dataclass
class Interview:
    """Questions and answers at a terminal.

    Attributes:
        writing: words.
        ask: asks a person.
        say: tells them something.
        facts: what is known without asking.
        session: where it is.
    """

    writing: Writing
    ask: Ask
    say: Say
    facts: Facts
    session: SetupSession

    def hold(self) -> Answers:
        """Ask everything that can be asked at a terminal, and return the answers."""
        self._choose("gate", tuple(gate.id for gate in self.facts.gates))
        self._one_of("role", ROLES)
        self._type("id", told.id_of(self.session.answers))
        self._one_of("orientation", ORIENTATIONS)
        answers = self.session.answers
        self._type("width", str(told.width_mm(answers, self.facts)))
        answers = self.session.answers
        distance = min(answers.viewing_distance_mm, told.farthest_mm(answers, self.facts))
        self._type("distance", str(distance))
        self._type("height", str(answers.mounting_height_mm))
        self._percent("overscan_percent", "overscan", MOST_OVERSCAN)
        self._yes_no("plays_sound")
        self._yes_no("alarm_sounds")
        self._percent("volume_percent", "volume", 100)
        for field in ("source", "pack", "proxy", "zone"):
            self._type(field, str(getattr(answers, _KEPT.get(field, field))))
        self._yes_no("reads_sticks")
        self._trust()
        return self.session.answers

    def _choose(self, field: Field, known: Sequence[str]) -> None:
        self.say(f"{self.writing.say('cli_known')}: {', '.join(known)}" if known else "")
        self._type(field, self.session.answers.gate or (known[0] if known else ""))

    def _one_of(self, name: str, choices: Sequence[str]) -> None:
        answers, question = self.session.answers, self.writing.say(f"title_{name}")
        now = told.orientation_of(answers, self.facts) if name == "orientation" else answers.role
        while True:
            said = self.ask(f"{question} ({' | '.join(choices)})", now).strip().casefold()
            if said in choices:
                break
            self.say(self.writing.say("cli_choose", choices=", ".join(choices)))
        at = SetupSession(self.session.record).at("role" if name == "role" else "orientation")
        self.session = act(at, f"choose:{said}", self.facts).session

    def _type(self, field: Field, proposed: str) -> None:
        """Ask until the answer can be so."""
        label = f"{self.writing.say(f'field_{field}')} – {self.writing.say(f'field_{field}_hint')}"
        while True:
            said = self.ask(label, proposed)
            tried = take_typed(replace(self.session, field=field, typed=said), self.facts)
            if not tried.is_refused:
                self.session = SetupSession(tried.record)
                return
            self.say(self.writing.say(tried.message, **dict(tried.values)))

    def _percent(self, name: str, word: str, most: int) -> None:
        now = float(getattr(self.session.answers, name))
        while True:
            said = self.ask(f"{self.writing.say(word)}, 0–{most} %", f"{now:g}").replace(",", ".")
            try:
                value = float(said)
            except ValueError:
                value = -1.0
            if 0 <= value <= most:
                break
            self.say(self.writing.say("cli_percent", most=str(most)))
        whole = round(value) if name == "volume_percent" else value
        self.session = self.session.answered(**{name: whole})

    def _yes_no(self, name: str) -> None:
        yes, no = self.writing.say("cli_yes"), self.writing.say("cli_no")
        now = yes if getattr(self.session.answers, name) else no
        while True:
            said = self.ask(f"{self.writing.say(name)} ({yes} | {no})", now).strip().casefold()
            if said in {yes, no}:
                break
            self.say(self.writing.say("cli_choose", choices=f"{yes}, {no}"))
        self.session = self.session.answered(**{name: said == yes})

    def _trust(self) -> None:
        """Have the fingerprint typed; a wrong one stops everything.

        Raises:
            SetupError: it is another.
        """
        root = self.facts.root
        if root is None:
            self.say(self.writing.say("no_root"))
            self.session = self.session.answered(trust="later", fingerprint="")
            return
        if self.session.answers.fingerprint == root.digits:
            return
        self.say(self.writing.say("root_found", place=root.place))
        said = self.ask(self.writing.say("cli_fingerprint"), "").strip()
        if not said:
            self.session = self.session.answered(trust="later", fingerprint="")
        elif is_same(said, root.sha256):
            self.session = self.session.answered(trust="typed", fingerprint=root.digits)
        else:
            raise SetupError(self.writing.say("trust_differs"))


_KEPT: Final[Mapping[str, str]] = {"zone": "time_zone"}


def interview(machine: SetupMachine, home: Path, writing: Writing, ask: Ask, say: Say) -> str:
    """Ask for everything, write the configuration, and return what was done.

    Args:
        machine: that is set up.
        home: folder of packs and state.
        writing: words, and the language spoken.
        ask: asks a person; what it raises ends the questions, and nothing was written.
        say: tells a person something.

    Raises:
        SetupError: the fingerprint is another, or the disk refused.
        ConfigError: what was there already cannot be used, or the answers cannot be true.
    """
    scout = Scout(Home(home), machine.config, machine.sticks, clock.now, lambda: (0, 0))
    known = load_screen(machine.config, writing.tag) if machine.config.exists() else None
    answers = answers_of(known, writing.tag) if known else Answers()
    answers = answers.model_copy(update={"lang": writing.tag})
    size = machine.display() or FULL_HD
    facts = scout.look(answers, size)
    session = SetupSession(SetupRecord(answers=answers)) if known else begin(None, facts)
    said = Interview(writing, ask, say, facts, session).hold()
    said = said.model_copy(update={"lang": writing.tag})
    screen = screen_of_answers(base_screen(machine.config, home, said), said, facts, machine.config)
    found = scout.root() if said.fingerprint else None
    write_all(machine, screen, writing, found, owes_touch=screen.is_touched)
    return what_was_done(machine, screen, writing, owes_touch=screen.is_touched)
