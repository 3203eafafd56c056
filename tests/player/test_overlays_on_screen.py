"""Banner and ticker of the real player, filmed while pages change beneath them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import Final

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from torture.packs import Shelf, shaded
from torture.playing import SIZE, Play, draw_pages, on_screen, playing
from torture.recording import Frame

from player import clock
from player.clock import ClockTrust
from player.config.load import find_screen, load_screen
from player.main.repertoire import announcer
from player.shell.snapshot import announce, camera
from player.stage.interleave import NOTICE
from player.store.layout import Home
from tests.fakes.notices import line_document, notice_document

ITEMS: Final = ("picture-1", "picture-2")
PAGE_S: Final = 2
OPENS_AFTER: Final = timedelta(seconds=10)
LASTS: Final = timedelta(seconds=4)
WITHIN: Final = timedelta(seconds=1)
CAUTION: Final = (247, 198, 0)
NEAR: Final = 12
LINE: Final = "Xin giữ hộ chiếu trên tay khi đến lượt; không mang hộ hành lý của người khác. " * 3
FURTHEST: Final = 60
"""Pixels the ticker may have moved between two looks at it."""

STARTING: Final = timedelta(seconds=1)
"""The first page is on before all of the player is."""

LATE_S: Final = 0.2
"""By how much the ticker may ever stand behind or before its time, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The ticker as the player's own drawing has it: a row through its letters, its speed."""

    row: int
    speed: float


@dataclass
class Film:
    """What was seen: frames, and a row through the ticker at each."""

    play: Play
    strip: Strip
    opens: datetime
    rows: list[tuple[datetime, bytes]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    slots: list[tuple[str, datetime]] = field(default_factory=list)

    def look(self, frame: Frame) -> bool:
        """Take a row; return whether all has been seen."""
        row = self.play.display.row(self.strip.row)
        self.rows.append((clock.now(), bytes(value > 128 for value in row[1::4])))
        return frame.at > self.opens + LASTS + 2 * WITHIN

    def steps(self) -> list[tuple[float, int]]:
        """Return how long after the first look each later one was, and how far all had moved."""
        moved, found = 0, []
        begin = self.rows[0][0] + STARTING
        (first, before), *later = (look for look in self.rows if look[0] >= begin)
        for at, row in later:
            moved += shift(before, row)
            before = row
            found.append(((at - first).total_seconds(), moved))
        return found

    def banner(self) -> list[tuple[datetime, bool]]:
        """Return at which instants the banner was seen and at which not."""
        return [(frame.at, is_caution(frame.pixels)) for frame in self.frames]


def shift(before: bytes, after: bytes) -> int:
    """Return by how many pixels a row has moved to the left."""

    def unlike(by: int) -> int:
        pairs = zip(before[by:], after[: len(after) - by], strict=True)
        return sum(one != other for one, other in pairs)

    return min(range(FURTHEST), key=unlike)


def is_caution(pixels: bytes) -> bool:
    """Whether a tenth of a frame is of the banner's yellow."""
    samples = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    yellow = sum(
        all(abs(one - other) <= NEAR for one, other in zip(sample, CAUTION, strict=True))
        for sample in samples
    )
    return yellow > len(pixels) // 3 // 10


def strip_of(home: Home, state: Path) -> Strip:
    """Return where and how fast the ticker runs."""
    screen = load_screen(find_screen("hall-tv"), "en")
    with camera(screen, *SIZE, state) as application:
        announce(application, announcer(on_screen(home)), clock.now(), ClockTrust.TRUSTED)
        window = application.window
        assert isinstance(window, QQuickWindow)
        ticker = window.findChild(QQuickItem, "ticker")
        assert isinstance(ticker, QQuickItem)
        middle = SIZE[1] - round(ticker.height() / 2)
        return Strip(middle, float(ticker.property("speed")))


@pytest.fixture(scope="module")
def film(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Film:
    """Play two pages in turn under a ticker, and let a banner come and go."""
    del qapp
    folder = tmp_path_factory.mktemp("overlays")
    opens = clock.now() + OPENS_AFTER
    window = {"from": opens.isoformat(), "until": (opens + LASTS).isoformat()}
    shelf = Shelf()
    for number, item in enumerate(ITEMS):
        shelf.poster(item, shaded(number), PAGE_S)
    shelf.notices.append(notice_document("lane", sent=opens.isoformat(), windows=[window]))
    shelf.ticker.append(line_document("papers", text={"vi": LINE}))
    home = shelf.install(folder)
    draw_pages(home, ITEMS)
    strip = strip_of(home, folder)
    with playing(home, folder / "log") as play:
        seen = Film(play, strip, opens)
        play.watch(60, seen.look)
        seen.frames = play.recording.frames
        assert play.warnings() == {}
        seen.slots = [
            (line["item"], datetime.fromisoformat(line["begin"]))
            for line in play.lines()
            if line["message"] == "slot"
        ]
        return seen


def test_banner_comes_within_a_second_of_its_window_and_goes_at_its_end(film: Film) -> None:
    seen = film.banner()
    closes = film.opens + LASTS
    assert not any(is_up for at, is_up in seen if at < film.opens)
    first = next(at for at, is_up in seen if is_up)
    last = max(at for at, is_up in seen if is_up)
    assert first < film.opens + WITHIN
    assert closes - WITHIN < last < closes + WITHIN
    assert all(is_up for at, is_up in seen if first < at < closes)


def test_ticker_runs_at_the_speed_that_can_be_read(film: Film) -> None:
    lasted_s, moved = film.steps()[-1]
    assert moved / lasted_s == pytest.approx(film.strip.speed, rel=0.03)


def test_ticker_moves_in_even_steps(film: Film) -> None:
    steps = film.steps()
    uneven = [
        abs((moved - before) - (at - then) * film.strip.speed)
        for (then, before), (at, moved) in pairwise(steps)
    ]
    # A look comes at any moment between two frames: a frame's way, and a pixel of rounding.
    assert quantiles(uneven, n=20)[-1] <= film.strip.speed / 60 + 2


def test_neither_changes_of_pages_nor_the_banner_interrupt_the_ticker(film: Film) -> None:
    speed = film.strip.speed
    away = [moved - at * speed for at, moved in film.steps()]
    furthest = max(away) - min(away)
    assert furthest <= speed * LATE_S + 2


def test_banner_ends_no_page_but_for_its_own(film: Film) -> None:
    page = timedelta(seconds=PAGE_S)
    came = [begin for item, begin in film.slots if item.startswith(NOTICE)]
    assert [begin - film.opens < WITHIN for begin in came] == [True]
    between = [
        later - earlier
        for (item, earlier), (other, later) in pairwise(film.slots)
        if not item.startswith(NOTICE) and not other.startswith(NOTICE)
    ]
    assert between
    assert set(between) == {page}
