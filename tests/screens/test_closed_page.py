"""The page of a closed gate stands whole on every shape of screen, in every language."""

from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.load import load_screen, role_example
from player.schedule.slot import CLOSED_PAGE
from player.shell.snapshot import announce, camera, draw
from player.stage.announce import Announcer
from player.stage.notice_words import notice_words
from tests.fakes.kiosk import LANGUAGES, demo_repertoire
from tests.fakes.programme import local

SHAPES: Final = (
    ("hall-tv", (1920, 1080)),
    ("hall-tv", (1080, 1920)),
    ("hall-tv", (1280, 1024)),
    ("kiosk", (1920, 1080)),
    ("counter", (1366, 768)),
    ("led-strip", (1152, 288)),
)
TODAY, TOMORROW, DAYS = "2026-11-27T03:00", "2026-11-27T23:00", "2027-02-06T17:00"
"""When the gate opens today, tomorrow, and after the days of Tết."""


@pytest.mark.parametrize("gate", ["huu-nghi", "lao-bao"])
@pytest.mark.parametrize(("role", "size"), SHAPES)
def test_page_has_room_for_all_it_says(
    role: str, size: tuple[int, int], gate: str, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen = load_screen(role_example(role), "en")
    composer = demo_repertoire(gate).composer
    with camera(screen, *size, tmp_path) as application:
        announcer = Announcer(notice_words(composer), LANGUAGES)
        for at in (TODAY, TOMORROW, DAYS):
            announce(application, announcer, local(at), ClockTrust.TRUSTED)
            for tag in LANGUAGES:
                scene = composer.scene(CLOSED_PAGE, tag, local(at), ClockTrust.TRUSTED)
                assert draw(application, scene) == 1, (at, tag)
