"""The player's renderer, lent to the contact sheet: what is drawn is what a hall screen shows."""

import logging
import signal
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from player import resources
from player.clock import ClockTrust
from player.config.load import load_screen, role_example
from player.errors import PlaybackError
from player.main.repertoire import read_phrases
from player.pack.content import Content
from player.publish.draft import Draft
from player.publish.sheet import Pixels, SheetShape, Undrawn, Wanted
from player.shell import stage_view
from player.shell.application import Application
from player.shell.date_text import date_text
from player.shell.snapshot import camera, take_raw
from player.shell.unix_signals import QUIT_SIGNALS
from player.stage.compose import Composer
from player.store.layout import blob_path


@dataclass(frozen=True, slots=True)
class _DraftOnStage:
    """A draft as the composer wants a pack: its blobs were written a moment ago."""

    content: Content
    blobs: Path

    def file(self, sha256: str) -> Path:
        """Return the file of that digest."""
        return blob_path(self.blobs, sha256)


class HallRenderer:
    """Draws as the hall television that ships as an example.

    Raises:
        ConfigError: that example cannot be read.
    """

    def __init__(self, lang: str) -> None:
        self._screen = load_screen(role_example("hall-tv"), lang)
        self._phrases = read_phrases(resources.assets() / "strings")

    def draw(
        self, draft: Draft, day: date, shape: SheetShape, wanted: Sequence[Wanted]
    ) -> Iterator[Pixels | Undrawn]:
        """Yield a page for each of ``wanted``, in order; see ``publish.sheet.Renderer``.

        Raises:
            KeyboardInterrupt: somebody wants it to end.
        """
        pack = _DraftOnStage(draft.content, draft.blobs)
        composer = Composer(pack, tuple(pack.content.language_by_tag), self._phrases, date_text)
        stage_view.logger.addFilter(_is_news)
        try:
            with (
                tempfile.TemporaryDirectory(prefix="gate-player-") as state,
                camera(self._screen, shape.width, shape.height, Path(state)) as application,
            ):
                stops = _catch_signals()
                for each in wanted:
                    page = _page(application, composer, each, day)
                    if stops:
                        raise KeyboardInterrupt
                    yield page
        finally:
            stage_view.logger.removeFilter(_is_news)


def _page(
    application: Application, composer: Composer, wanted: Wanted, day: date
) -> Pixels | Undrawn:
    item, language = wanted
    try:
        raw = take_raw(application, composer.scene(item, language, day, ClockTrust.TRUSTED))
    except PlaybackError as e:
        return Undrawn(e.reason)
    return Pixels(raw.width, raw.height, raw.stride, raw.rgb, raw.pages)


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
