"""The real player with a clock that is wrong at first, and is set while it runs."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication
from torture.clockwork import Clockwork
from torture.matching import Page, matches
from torture.packs import install_dated
from torture.playing import draw_pages, playing
from torture.recording import Frame

from player import clock

SLOT_S: Final = 2
SOON_S: Final = 15
"""A slot, the library's second, the fade; a step is noticed when the slot ends at the latest."""

EPOCH: Final = datetime(1970, 1, 1, 0, 1, tzinfo=UTC)
FAR: Final = datetime(2099, 6, 1, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)


def test_dated_items_go_and_come_with_the_clock_and_no_frame_is_wrong(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    del qapp
    home = install_dated(tmp_path, SLOT_S)
    pages = draw_pages(home, ("undated", "dated"))
    clockwork = Clockwork(tmp_path / "time")
    clockwork.show(EPOCH)
    with playing(home, tmp_path / "log", clockwork.environment) as play:

        def comes(page: Page) -> Callable[[Frame], bool]:
            return lambda frame: matches(frame.pixels, page, page)

        expected = [
            (EPOCH, "undated"),
            (None, "dated"),
            (clock.now() - HOUR, "dated"),
            (FAR, "undated"),
            (clock.now() + HOUR, "dated"),
        ]
        seen = []
        for instant, item in expected:
            clockwork.show(instant)
            play.watch(SOON_S, comes(pages[item]))
            seen.append(comes(pages[item])(play.recording.frames[-1]))
            play.watch(1)
        frames = {frame.pixels for frame in play.recording.frames}
        changes = play.warnings()
        lives = play.process.poll() is None
    assert lives
    assert seen == [True] * len(expected)
    assert [each for each in frames if not matches(each, pages["undated"], pages["dated"])] == []
    assert changes == {("clock trust changed", ""): 4}
