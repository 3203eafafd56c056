"""The player's own stage, lent to the content team: it draws and checks what screens show."""

import logging
import signal
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from player import resources
from player.clock import ClockTrust
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.errors import PlaybackError
from player.main.repertoire import read_phrases
from player.main.selection import picture_size
from player.pack.content import Content
from player.publish.check_screen import Fitting, Obstacle
from player.publish.draft import Draft
from player.publish.sheet import Pixels, SheetShape, Undrawn, Wanted
from player.schedule.profile import profile_of
from player.shell import stage_view
from player.shell.amount_text import amount_text
from player.shell.application import Application
from player.shell.date_text import date_text
from player.shell.slide_view import NO_ROOM
from player.shell.snapshot import announce, camera, draw, take_raw
from player.shell.unix_signals import QUIT_SIGNALS
from player.stage.announce import Announcer
from player.stage.compose import Composer
from player.stage.notice_words import notice_words
from player.stage.scene import Scene
from player.store.layout import blob_path

HOUR: Final = time(12, 30)
"""Whose clocks, opening hours, notices and ticker a page of a day shows."""
FULL_VOLUME: Final = 100


@dataclass(frozen=True, slots=True)
class _DraftOnStage:
    """A draft as the composer wants a pack: its blobs were written a moment ago."""

    content: Content
    blobs: Path

    def file(self, sha256: str) -> Path:
        """Return the file of that digest."""
        return blob_path(self.blobs, sha256)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A draft on an unseen stage.

    Attributes:
        application: draws.
        composer: words.
        day: local day to draw for.
        stops: fills with the signals that came.
    """

    application: Application
    composer: Composer
    day: date
    stops: Sequence[int]

    def scene(self, wanted: Wanted) -> Scene:
        """Return an item in a language.

        Raises:
            PlaybackError: it needs a file that is not there.
            KeyboardInterrupt: somebody wants it to end.
        """
        if self.stops:
            raise KeyboardInterrupt
        zone = ZoneInfo(self.composer.pack.content.gate.time_zone)
        instant = datetime.combine(self.day, HOUR, zone)
        return self.composer.scene(*wanted, instant, ClockTrust.TRUSTED)


@contextmanager
def _drawing(screen: Screen, size: tuple[int, int], draft: Draft, day: date) -> Iterator[_Drawing]:
    """Put ``draft`` on an unseen stage of ``size`` pixels, as ``screen`` would show it."""
    pack = _DraftOnStage(draft.content, draft.blobs)
    languages = profile_of(screen, pack.content).languages
    phrases = read_phrases(resources.assets() / "strings")
    # As where sound is on: a page then says most.
    composer = Composer(pack, languages, phrases, date_text, amount_text, FULL_VOLUME)
    stage_view.logger.addFilter(_is_news)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="gate-player-") as state,
            camera(screen, *size, Path(state)) as application,
        ):
            zone = ZoneInfo(pack.content.gate.time_zone)
            instant = datetime.combine(day, HOUR, zone)
            announcer = Announcer(notice_words(composer), languages)
            announce(application, announcer, instant, ClockTrust.TRUSTED)
            yield _Drawing(application, composer, day, _catch_signals())
    finally:
        stage_view.logger.removeFilter(_is_news)


class ExampleRenderer:
    """Draws as the screens do whose configurations ship as examples.

    Args:
        lang: of what is said about a configuration that cannot be read.
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def draw(
        self, draft: Draft, day: date, shape: SheetShape, wanted: Sequence[Wanted]
    ) -> Iterator[Pixels | Undrawn]:
        """Yield a page for each of ``wanted``, in order; see ``publish.sheet.Renderer``.

        Raises:
            ConfigError: the example cannot be read.
            KeyboardInterrupt: somebody wants it to end.
        """
        screen = load_screen(role_example(shape.role), self._lang)
        hidden = {"overscan_percent": shape.overscan_percent}
        screen = screen.model_copy(update={"display": screen.display.model_copy(update=hidden)})
        with _drawing(screen, (shape.width, shape.height), draft, day) as drawing:
            for each in wanted:
                yield _page(drawing, each)


class ScreenTexts:
    """Sets texts as one screen does; see ``publish.check_screen.TextFit``."""

    def __init__(self, screen: Screen) -> None:
        self.name = screen.id
        self.languages = screen.languages
        self._screen = screen

    def fit(self, draft: Draft, day: date, wanted: Sequence[Wanted]) -> Iterator[Fitting]:
        """Yield how each of ``wanted`` stands on the screen, in order.

        Raises:
            KeyboardInterrupt: somebody wants it to end.
        """
        with _drawing(self._screen, picture_size(self._screen), draft, day) as drawing:
            for each in wanted:
                yield _fitting(drawing, each)


def _page(drawing: _Drawing, wanted: Wanted) -> Pixels | Undrawn:
    try:
        raw = take_raw(drawing.application, drawing.scene(wanted))
    except PlaybackError as e:
        return Undrawn(e.reason)
    return Pixels(raw.width, raw.height, raw.stride, raw.rgb, raw.pages)


def _fitting(drawing: _Drawing, wanted: Wanted) -> Fitting:
    try:
        return Fitting(draw(drawing.application, drawing.scene(wanted)))
    except PlaybackError as e:
        return Fitting(obstacle=Obstacle.NO_ROOM if e.reason == NO_ROOM else Obstacle.OTHER)


def _catch_signals() -> list[int]:
    """Return a list that fills with the signals that come while the camera is open.

    The application would end its event loop, and a lone one of ours would take that for a page
    that does not come; closing the camera gives the signals back.
    """
    stops: list[int] = []
    for number in QUIT_SIGNALS:
        signal.signal(number, lambda number, _frame: stops.append(number))
    return stops


def _is_news(record: logging.LogRecord) -> bool:
    # The sheet tells of texts of several pages, beside their pictures.
    return "page by page" not in record.getMessage()
