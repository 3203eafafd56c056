"""Root of the set-up on the screen itself: Qt, the pages of the set-up, the chime. No network.

The player opens it on its first start, and ``gate-player configure --on-screen`` does. It writes
the configuration before the first pack is waited for, so that the agent fetches by it meanwhile.
"""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from player import clock, resources
from player.config.screen import Display, Screen
from player.errors import ConfigError, PackError, SetupError
from player.lookup.keyboard.layout import read_layouts
from player.main.clock_setting import ask_for_time
from player.main.desk import LATIN
from player.main.display import require_display
from player.main.logs import set_up_logging
from player.main.repertoire import read_phrases
from player.main.samples import samples
from player.main.setup_checks import measure
from player.main.setup_facts import Scout
from player.main.setup_writing import (
    base_screen,
    screen_of_answers,
    sheet_name,
    sheet_path,
    write_screen,
)
from player.shell.application import Setup
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.touch_watch import has_panel, watch_window
from player.shell.setup.setup import Refusal, SetupDesk, Workshop
from player.shell.setup.setup_application import SetupApplication
from player.shell.setup.speaker import Speaker
from player.stage.phrases import Phrases
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.self_test import findings
from player.stage.setup.sheet import sheet_text
from player.stage.setup.writing import Writing
from player.store.anchor import believe
from player.store.durable import make_folder, write_file
from player.store.layout import Home
from player.store.lock import locked_if_possible
from player.store.setup import Answers, Finding, SetupRecord, read_setup, write_setup
from player.store.stick import writable_stick, write_new

logger = logging.getLogger(__name__)

STICKS: Final = Path("/media")
EXIT_DONE: Final = 0
EXIT_UNFINISHED: Final = 1


def set_up(config: Path, home: Path, *, windowed: bool) -> int:
    """Set this screen up on itself, from the beginning or where it was left.

    Args:
        config: path that the configuration is written to.
        home: folder of packs and state.
        windowed: in a window, for development.

    Returns:
        The exit code: 0 once the screen is set up, 1 when it was ended before.

    Raises:
        SetupError: the configuration cannot be written there by this user.
        StoreLockedError: a player runs on this home.
        DisplayError: there is nothing to draw on.
    """
    require_display(os.environ)
    set_up_logging()
    place = Home(home)
    record = read_setup(place)
    # A copy owes the touch check only: the player's own user may make it, who writes no
    # configuration.
    if record is None or not record.only_touch:
        _check_writable(config)
    with locked_if_possible(place):
        screen = Screen(
            id="setup",
            gate="setup",
            role="kiosk",
            home=home,
            display=Display(width_mm=400, viewing_distance_mm=600),
        )
        setup = Setup(state=place.state, windowed=windowed)
        phrases = read_phrases(resources.assets() / "strings")
        application = SetupApplication(screen, setup, samples(phrases))
        return _run(application, config, place, windowed=windowed)


def _run(application: SetupApplication, config: Path, home: Home, *, windowed: bool) -> int:
    scout = Scout(home, config, STICKS, clock.now, lambda: application.physical_mm, has_panel)
    chime = resources.assets() / "sounds" / "chime.m4a"
    speaker = Speaker(application.clips, chime)
    bench = Bench(home, config, scout, speaker)
    desk = make_desk(application, bench.workshop)
    speaker.failed.connect(lambda reason: desk.say("chime_failed", why=reason))
    is_done: list[bool] = []
    desk.finished.connect(lambda: is_done.append(True))
    desk.finished.connect(application.quit)
    application.open()
    watch = watch_window(
        application.window,
        clock.monotonic,
        application.metrics.in_picture,
        expects_panel=False,
        may_close=windowed,
        is_attended=True,
    )
    if watch is not None:
        desk.attend(watch)
    desk.start(read_setup(home), application.quick_window)
    try:
        code = application.exec()
    finally:
        desk.close()
    return EXIT_DONE if is_done else code or EXIT_UNFINISHED


def make_desk(application: SetupApplication, workshop: Workshop) -> SetupDesk:
    """Return the set-up on the window of ``application``, before it is opened."""
    phrases = read_phrases(resources.assets() / "strings")
    layouts = read_layouts(resources.assets() / "keyboards")
    keyboard = KeyboardViewModel(layouts, phrases, LATIN)
    return SetupDesk(application.setup_view, application.metrics, keyboard, setup_words(), workshop)


def setup_words() -> Phrases:
    """Return the sentences of the set-up, Vietnamese and English."""
    return read_phrases(resources.assets() / "setup")


class Chimes(Protocol):
    """Plays the chime."""

    fault: str

    def play(self, volume: int) -> None:
        """Play it once, at 0 to 100 percent."""

    def silence(self) -> None:
        """Play nothing."""


@dataclass
class Bench:
    """What a set-up works with on one machine.

    Attributes:
        home: of the screen.
        config: path that the configuration is written to.
        scout: finds out what need not be asked.
        speaker: plays the chime.
    """

    home: Home
    config: Path
    scout: Scout
    speaker: Chimes

    @property
    def workshop(self) -> Workshop:
        """The same, as the pages use it."""
        return Workshop(
            look=self.scout.look,
            keep=self.keep,
            write=self.write,
            believe=self.believe,
            set_clock=self.set_clock,
            export=self.export,
            finish=self.finish,
            chime=self.speaker.play,
            silence=self.speaker.silence,
            judge=self.judge,
            monotonic=clock.monotonic,
        )

    def keep(self, record: SetupRecord) -> Refusal | None:
        """Keep how far it is."""
        return _refused("save_failed", partial(write_setup, self.home, record))

    def write(self, answers: Answers, facts: Facts) -> Refusal | None:
        """Write the configuration."""
        try:
            base = base_screen(self.config, self.home.folder, answers)
            screen = screen_of_answers(base, answers, facts, self.config)
        except ConfigError as e:
            return "config_wrong", {"why": str(e.problems[0])}
        try:
            write_screen(self.config, screen)
        except OSError as e:
            return "config_failed", {"file": str(self.config), "why": _reason(e)}
        return None

    def believe(self, answers: Answers, facts: Facts) -> Refusal | None:
        """Believe the root whose fingerprint was compared, and no other put in its place since."""
        found = self.scout.root()
        if found is None or facts.root is None or found.offer.digits != answers.fingerprint:
            return "trust_differs", {}
        try:
            believe(self.home, found.raw)
        except PackError:
            return "believe_failed", {"file": str(self.home.anchor)}
        except OSError as e:
            return "save_failed", {"why": _reason(e)}
        return None

    def set_clock(self, at: datetime) -> Refusal | None:
        """Ask for the machine's clock to be set."""
        return _refused("save_failed", partial(ask_for_time, self.home, at))

    def export(self, answers: Answers, facts: Facts) -> Refusal | None:
        """Write the acceptance sheet to a stick, as a file that is not there yet."""
        stick = writable_stick(self.scout.sticks)
        if stick is None:
            return "no_stick", {}
        path = stick / sheet_name(told.id_of(answers), self._stamp())
        try:
            write_new(path, (sheet_text(self._writing(answers), answers, facts).encode(),))
        except OSError as e:
            return "stick_refused", {"why": _reason(e)}
        self.scout.files.append(str(path))
        return "sheet_written", {"file": str(path)}

    def finish(self, record: SetupRecord, facts: Facts) -> Refusal | None:
        """Keep the acceptance sheet on the machine, and that the screen is set up."""
        answers = record.answers
        path = sheet_path(self.home, told.id_of(answers), self._stamp())
        text = sheet_text(self._writing(answers), answers, facts).encode()

        def write() -> None:
            make_folder(path.parent)
            write_file(path, text)
            write_setup(self.home, record)

        refusal = _refused("save_failed", write)
        if refusal is None:
            logger.info("set up", extra={"screen": told.id_of(answers), "sheet": str(path)})
        return refusal

    def judge(
        self, answers: Answers, seconds: float, frames: int, gap_s: float
    ) -> Mapping[str, Finding]:
        """Return what came of the self-test."""
        now = self.scout.now().astimezone(ZoneInfo(answers.time_zone))
        counted = (seconds, frames, gap_s)
        measured = measure(self.home, counted, self.speaker.fault, now, clock.monotonic)
        return findings(measured, answers)

    def _writing(self, answers: Answers) -> Writing:
        return Writing(setup_words(), answers.lang)

    def _stamp(self) -> str:
        return f"{self.scout.now():%Y%m%d-%H%M%S}"


def _refused(key: str, write: Callable[[], None]) -> Refusal | None:
    try:
        write()
    except OSError as e:
        return key, {"why": _reason(e)}
    return None


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _check_writable(config: Path) -> None:
    """Refuse at the beginning what would fail at the end."""
    folder = next(each for each in (config.parent, *config.parents) if each.is_dir())
    target = config if config.exists() else folder
    if not os.access(target, os.W_OK):
        raise SetupError(
            f"{config} cannot be written by this user; run the set-up as root, or name another "
            "file with --config"
        )
