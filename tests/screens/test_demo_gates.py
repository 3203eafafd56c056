"""The demo gates on a hall screen: the pictures of the README, and no text that does not fit."""

from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Screen
from player.main.demo import demo_gates, prepare_demo
from player.main.repertoire import announcer, repertoire
from player.main.selection import Choice, open_pack_for, select
from player.shell.snapshot import announce, camera, draw, take
from player.stage.repertoire import Repertoire
from player.stage.scene import Scene
from tests.fakes.accepted_pictures import check
from tests.fakes.page_audit import orphans, visible_texts, window

AT: Final = datetime(2026, 11, 23, 12, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
"""A working day, and an hour without a banner: clocks and ticker are as on most of the day."""

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
README: Final = (
    ("huu-nghi", "welcome", "vi"),
    ("huu-nghi", "documents-ready", "zh"),
    ("lao-bao", "shared-heritage", "lo"),
    ("lao-bao", "khe-sanh-coffee", "en"),
)


def hall(gate: str) -> tuple[Screen, Repertoire]:
    """Return the hall screen of a demo gate and what it can show."""
    prepare_demo(gate)
    screen = select(Choice(demo=gate), "en")
    opened = open_pack_for(screen)
    assert opened is not None
    return screen, repertoire(screen, opened.pack)


def scene(gate: Repertoire, item: str, language: str) -> Scene:
    """Return an item of a gate at that hour."""
    return gate.composer.scene(item, language, AT, ClockTrust.TRUSTED)


@pytest.mark.parametrize("page", README, ids=["-".join(page) for page in README])
def test_page_of_the_readme_looks_as_accepted(
    page: tuple[str, str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    gate, item, language = page
    screen, on_it = hall(gate)
    with camera(screen, *LANDSCAPE, tmp_path) as application:
        announce(application, announcer(on_it), AT, ClockTrust.TRUSTED)
        check("-".join(page), take(application, scene(on_it, item, language)).png)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("gate", demo_gates())
def test_every_text_of_a_demo_gate_fits_and_no_headline_leaves_a_word_alone(
    gate: str, size: tuple[int, int], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    screen, on_it = hall(gate)
    content = on_it.composer.pack.content
    with camera(screen, *size, tmp_path) as application:
        announce(application, announcer(on_it), AT, ClockTrust.TRUSTED)
        found = []
        for item in content.items:
            for language in content.language_by_tag:
                pages = draw(application, scene(on_it, item.id, language))
                texts = list(visible_texts(window(application).contentItem()))
                wrong = ["paged"] * (pages > 1) + orphans(texts)
                found += [(item.id, language, *wrong)] if wrong else []
    assert found == []
