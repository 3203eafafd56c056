"""The herald: tells the time, and what notices and lines are on air, and wakes for the next change.

It runs beside the performance and knows nothing of slots: a banner comes and goes without ending
the page below. Rules are elsewhere (``notices``, ``stage``); this room only passes between them
and the view models, and keeps one timer.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot

from player.clock import ClockTrust
from player.notices.air import Airing, Sky, banners, newest_banner, running, waiting
from player.notices.board import Board, board_of_pack
from player.notices.turns import turn_at
from player.pack.instants import DUSK, to_ms
from player.pack.notice import Notice
from player.pack.occasion import quiet_hours
from player.shell.banner_pages import BannerBox, BannerPage, set_banner
from player.shell.banner_view import BannerFace
from player.shell.overlay import Overlay
from player.shell.stage_view import StageViewModel
from player.shell.timers import OneShot
from player.shell.typefaces import Typefaces
from player.stage.announce import Announcer, BannerWords
from player.stage.clocks import ClockTimes, clock_times

logger = logging.getLogger(__name__)

LONGEST_MS: Final = 60_000
"""A timer is set no further ahead, so that a stepped clock is soon noticed; clocks turn with it."""

EARLY_MS: Final = 5
"""A timer may fire this much before its instant; waking again at once would be a busy loop."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Every page of the notices on air, set for this screen: of each notice, for each language.

    Attributes:
        made_of: announcer, notices and room; kept until one of them is another.
    """

    made_of: tuple[Announcer, tuple[Notice, ...], BannerBox]
    words: Sequence[Sequence[BannerWords]]
    pages: Sequence[Sequence[Sequence[BannerPage]]]
    counts: Sequence[Sequence[int]]


class Herald(QObject):
    """Clocks, banner and ticker of one screen, for the life of the process."""

    urgent = Signal(object)
    """When the urgent notice that came last came on air; None: there is none."""

    def __init__(
        self,
        stage: StageViewModel,
        overlay: Overlay,
        faces: Typefaces,
        now: Callable[[], datetime],
        trust: Callable[[datetime], ClockTrust],
    ) -> None:
        """Wait for a pack.

        Args:
            stage: its pages show the clocks and make room for the overlay.
            overlay: draws banner and ticker.
            faces: by language.
            now: the wall clock, aware.
            trust: whether an instant can be the true time.
        """
        # A child: its timer must not end with a forgotten name (PySide6 6.12.0 then crashes).
        super().__init__(overlay)
        self._stage = stage
        self._overlay = overlay
        self._faces = faces
        self._now = now
        self._trust = trust
        self._announcer: Announcer | None = None
        self._board = Board()
        self._up: tuple[str, ...] = ()
        self._urgent_since: datetime | None = None
        self._set: _Set | None = None
        self._timer: OneShot | None = None
        overlay.ticker.follow(now)
        overlay.resized.connect(self.tick)

    def take(self, announcer: Announcer | None, board: Board | None = None) -> None:
        """Announce for this pack from now on.

        Args:
            announcer: None: there is no pack, and nothing is said.
            board: what stands; None: the notices of the pack.
        """
        self._announcer = announcer
        if announcer is not None:
            self._board = board_of_pack(announcer.content) if board is None else board
        self.tick()

    def post(self, board: Board) -> None:
        """Announce what stands on ``board`` from now on."""
        self._board = board
        self.tick()

    def close(self) -> None:
        """Wake up no more; what stands stays."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        # First: whatever goes wrong below, the clock is looked at again (DECISIONS.md D-27).
        self._wake_in(LONGEST_MS)
        now = self._now()
        wake_ms = now_ms = to_ms(now)
        if self._announcer is None:
            self._stage.tell_time(ClockTimes())
            self._overlay.clear()
            self._tell_urgent(None)
        else:
            wake_ms = self._announce(self._announcer, now)
        self._stage.set_foot(self._overlay.foot)
        self._wake_in(min(wake_ms, now_ms + LONGEST_MS) - now_ms)

    def _announce(self, announcer: Announcer, now: datetime) -> int:
        """Say all that is due; return when something changes, milliseconds since the epoch."""
        content, trust = announcer.content, self._trust(now)
        zone = ZoneInfo(content.gate.time_zone)
        quiet = quiet_hours(content.occasions, zone, trust)
        sky = Sky(zone, now, trust, announcer.audience, quiet)
        self._stage.tell_time(clock_times(content.gate, now, trust))
        lines = () if self._overlay.is_low else content.ticker
        foot = running(self._board, lines, sky)
        coming, coming_ms = waiting(self._board, sky)
        today = now.astimezone(sky.zone).date()
        said = announcer.running(foot.shown, today, coming)
        self._overlay.run(said, foot.since_ms)
        airing = banners(self._board, sky)
        self._log(airing)
        self._tell_urgent(newest_banner(self._board, sky))
        turn_ms = self._turn_banner(announcer, airing, to_ms(now))
        minute_ms = (to_ms(now) // LONGEST_MS + 1) * LONGEST_MS
        return min(minute_ms, foot.until_ms, coming_ms, airing.until_ms, turn_ms)

    def _turn_banner(self, announcer: Announcer, airing: Airing[Notice], now_ms: int) -> int:
        if not airing.shown:
            self._overlay.banner.take_down()
            return DUSK
        room, metrics = self._overlay.banner.room, self._overlay.metrics
        sizes = (metrics.title_px, metrics.body_px, room.label)
        box = BannerBox(room.text_width, room.text_height, *sizes)
        if self._set is None or self._set.made_of != (announcer, airing.shown, box):
            self._set = self._set_all(announcer, airing.shown, box)
        turn = turn_at(now_ms - airing.since_ms, self._set.counts)
        said = self._set.words[turn.notice][turn.language]
        pages = self._set.pages[turn.notice][turn.language]
        self._overlay.banner.show(_face(said, pages, turn.page))
        return airing.since_ms + turn.until_ms

    def _set_all(self, announcer: Announcer, notices: Sequence[Notice], box: BannerBox) -> _Set:
        words = [
            [announcer.banner(notice, tag) for tag in announcer.banner_languages]
            for notice in notices
        ]
        pages = [[set_banner(each, box, self._faces) for each in row] for row in words]
        counts = [[len(each) for each in row] for row in pages]
        return _Set((announcer, tuple(notices), box), words, pages, counts)

    def _tell_urgent(self, since: datetime | None) -> None:
        if since != self._urgent_since:
            self._urgent_since = since
            self.urgent.emit(since)

    def _log(self, airing: Airing[Notice]) -> None:
        up = tuple(notice.id for notice in airing.shown)
        if up != self._up:
            self._up = up
            logger.info("banner", extra={"notices": list(up)})

    def _wake_in(self, ms: int) -> None:
        self.close()
        self._timer = OneShot(self, (max(0, ms) + EARLY_MS) / 1000, self.tick)


def _face(words: BannerWords, pages: Sequence[BannerPage], page: int) -> BannerFace:
    number = f"{page + 1}/{len(pages)}" if len(pages) > 1 else ""
    return BannerFace(
        words.language, words.label, pages[page].marks, pages[page], number, words.mark
    )
