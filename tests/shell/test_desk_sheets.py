"""Pages of several sheets on a real window: which sheet is seen after going away and back."""

from collections.abc import Callable
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.kiosk import LANDSCAPE, Kiosk, demo_repertoire
from tests.shell.conftest import OpenApplication

WAYS: Final = {
    "Topic": ("mode:large-text", "tile:goods", "topic:prohibited"),
    "Tile": ("mode:low-reach", "tile:goods"),
}
"""Page -> what leads to it from home, and makes it one of several sheets."""


@pytest.fixture(params=WAYS)
def kiosk(request: pytest.FixtureRequest, open_application: OpenApplication) -> Kiosk:
    """Return a kiosk on the second sheet of a page."""
    kiosk = Kiosk(open_application(LANDSCAPE, (1920, 1080)), LANDSCAPE)
    kiosk.desk.take(demo_repertoire())
    for action in ("begin:en", *WAYS[request.param], "next"):
        kiosk.touch(action)
    assert sheet(kiosk) == (request.param, 1, True)
    return kiosk


def sheet(kiosk: Kiosk) -> tuple[str, int, bool]:
    """Return the page, its sheet, and whether it is one of several."""
    session = kiosk.desk.session
    assert session is not None
    return kiosk.page, session.stop.sheet, session.sheets > 1


def switch(kiosk: Kiosk) -> None:
    kiosk.touch("languages")
    kiosk.touch("language:vi")


def look_aside(kiosk: Kiosk) -> None:
    kiosk.touch("help")
    kiosk.touch("back")


def wait(kiosk: Kiosk) -> None:
    kiosk.wait(5)


@pytest.mark.parametrize("go", [switch, look_aside, wait])
def test_same_sheet_is_seen_again(kiosk: Kiosk, qtbot: QtBot, go: Callable[[Kiosk], None]) -> None:
    """S11: same item and anchor; and what was read up to is found again."""
    before = sheet(kiosk)
    go(kiosk)
    qtbot.waitUntil(lambda: sheet(kiosk) == before)
