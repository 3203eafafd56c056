"""The pages of a session in every language and shape: no text leaves its place; accepted looks."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from player.clock import ClockTrust
from player.config.screen import Screen
from player.main.notice_shot import pose, tell
from player.notices.board import Board, Posted, board_of
from player.shell.snapshot import camera, settle, take_as_is
from tests.fakes.accepted_pictures import check
from tests.fakes.kiosk import (
    LANDSCAPE,
    LANGUAGES,
    PORTRAIT,
    SQUARE,
    UPRIGHT,
    Kiosk,
    demo_repertoire,
    pixels,
)
from tests.fakes.page_audit import button_faults, faults, inked, visible_texts
from tests.fakes.touching import place_of

BARS: Final = ("home", "notices", "languages", "search", "emergency", "help", "library")
HEAVY: Final = (
    "topic:facilities",
    "topic:fees",
    "topic:entry-steps",
    "topic:sim-wifi",
    "topic:embassies",
    "topic:today",
)
"""Those with most on them: a plan, tables, a question, a board."""

SHAPES: Final = {
    "landscape": (LANDSCAPE, ()),
    "portrait": (PORTRAIT, ()),
    "square": (SQUARE, ()),
}
CHANGED: Final = {
    "landscape-large": (LANDSCAPE, ("large-text", "high-contrast")),
    "portrait-large": (PORTRAIT, ("large-text",)),
    "landscape-low": (LANDSCAPE, ("low-reach",)),
    "portrait-low": (PORTRAIT, ("low-reach", "large-text")),
    "tall-low": (UPRIGHT, ("low-reach", "large-text")),
    "tall": (UPRIGHT, ()),
    "square-large": (SQUARE, ("large-text",)),
    "square-low": (SQUARE, ("low-reach",)),
}
BELOW_BANNER: Final = {
    "landscape": (LANDSCAPE, ()),
    "landscape-large": (LANDSCAPE, ("large-text",)),
    "landscape-low": (LANDSCAPE, ("low-reach", "large-text")),
    "portrait-large": (PORTRAIT, ("large-text",)),
    "square": (SQUARE, ()),
    "square-large": (SQUARE, ("large-text",)),
    "tall": (UPRIGHT, ()),
}


def pages(kiosk: Kiosk, wanted: tuple[str, ...]) -> Iterator[str]:
    """Go from page to page and from sheet to sheet, yielding the name of each."""
    for page in wanted:
        kiosk.desk.act(page)
        session = kiosk.desk.session
        assert session is not None
        for sheet in range(max(1, session.sheets)):
            if sheet > 0:
                kiosk.desk.act("next")
            settle()
            yield f"{session.language} {page} {sheet + 1}"


def ill_set(kiosk: Kiosk) -> list[str]:
    """Return what is wrong with the page that is seen."""
    window = kiosk.window
    area = kiosk.application.desk.room.area
    pages_foot = area.y + area.height
    mm = kiosk.application.metrics.metrics.mm_per_px
    desk, banner = window.findChild(QQuickItem, "desk"), kiosk.application.overlay.banner_height
    assert isinstance(desk, QQuickItem)
    texts = list(visible_texts(desk))
    found = faults(texts, QRectF(0, banner, window.width(), window.height() - banner))
    found += button_faults(texts, kiosk.controls(), mm)
    return found + [
        f"{text.property('text')[:30]}: below the page"
        for text in texts
        if inked(text).bottom() > pages_foot + 1
    ]


def told(screen: Screen, now: datetime) -> Board:
    """Return two notices that have just been posted, as many words as any."""
    performed = demo_repertoire()
    templates = ("storm", "documents")
    posed = [pose(screen, performed, each, now, is_exercise=each == "storm") for each in templates]
    notices = [
        each.notice.model_copy(update={"id": each.notice.text["en"].headline}) for each in posed
    ]
    return board_of(
        (Posted(each, is_local=True) for each in notices), posed[0].announcer.words.zone
    )


def audit(
    screen: Screen,
    modes: tuple[str, ...],
    wanted: tuple[str, ...],
    state: Path,
    banner: str | None = None,
) -> None:
    """Fail unless every text of these pages is whole and in its place, in every language.

    Args:
        screen: a kiosk.
        modes: of the session.
        wanted: pages, beside the first.
        state: folder the player may write.
        banner: template of a notice that stands above the pages; None: none does.
    """
    wrong: list[str] = []
    with camera(screen, *pixels(screen), state) as application:
        kiosk = Kiosk(application, screen)
        kiosk.desk.take(demo_repertoire())
        settle()
        notices = told(screen, kiosk.now)
        for language in LANGUAGES:
            wrong += [f"invitation {fault}" for fault in ill_set_invitation(kiosk)]
            kiosk.desk.post(Board())
            if banner is not None:
                hold_up(kiosk, banner, language)
            kiosk.desk.begin(language)
            for mode in modes:
                kiosk.desk.act(f"mode:{mode}")
            wrong += [
                f"{name} {fault}" for name in pages(kiosk, ("home",)) for fault in ill_set(kiosk)
            ]
            kiosk.desk.post(notices)
            for name in pages(kiosk, wanted):
                wrong += [f"{name} {fault}" for fault in ill_set(kiosk)]
            kiosk.desk.end()
    assert wrong == []


def hold_up(kiosk: Kiosk, template: str, language: str) -> None:
    """Let a notice of ``template`` stand on the banner, when it speaks ``language``."""
    posed = pose(kiosk.screen, demo_repertoire(), template, kiosk.now, is_exercise=False)
    tell(kiosk.application, posed, language, kiosk.now, ClockTrust.TRUSTED)
    assert kiosk.application.overlay.banner_height > 0


def ill_set_invitation(kiosk: Kiosk) -> list[str]:
    """Return what is wrong with the languages that invite to touch."""
    settle()
    found = []
    for control in kiosk.controls().values():
        texts = list(visible_texts(control))
        found += faults(texts, place_of(control).adjusted(-1, -1, 1, 1))
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_of_every_page_fits(shape: str, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    screen, modes = SHAPES[shape]
    lookup = demo_repertoire().read_lookup()
    assert lookup is not None
    tiles = tuple(f"tile:{tile.id}" for tile in lookup.tiles)
    topics = tuple(f"topic:{topic.id}" for topic in lookup.topics)
    audit(screen, modes, (*BARS, *tiles, *topics), tmp_path)


@pytest.mark.parametrize("shape", CHANGED)
def test_every_text_fits_in_every_mode(shape: str, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    screen, modes = CHANGED[shape]
    audit(screen, modes, (*BARS, "tile:place", *HEAVY), tmp_path)


@pytest.mark.parametrize("shape", BELOW_BANNER)
def test_every_text_fits_below_a_banner(shape: str, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    screen, modes = BELOW_BANNER[shape]
    audit(screen, modes, (*BARS, "tile:place", *HEAVY), tmp_path, banner="lane-paused")


LANES: Final = {
    "plain": ("vi", (), True),
    "large-text": ("vi", ("mode:large-text",), False),
    "large-text-in-short-words": ("zh", ("mode:large-text",), True),
}
"""Language, modes, and whether the lanes stand beside the tiles."""


@pytest.mark.parametrize("case", LANES)
def test_lanes_give_way_to_the_words_of_the_tiles(case: str, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    language, modes, is_seen = LANES[case]
    with camera(SQUARE, 1280, 1024, tmp_path) as application:
        kiosk = Kiosk(application, SQUARE)
        kiosk.desk.take(demo_repertoire())
        hold_up(kiosk, "lane-paused", language)
        kiosk.desk.begin(language)
        for mode in modes:
            kiosk.desk.act(mode)
        settle()
        controls = set(kiosk.controls())
        assert ("topic:today" in controls) is is_seen


LOOKS: Final = (
    ("desk-home-vi", LANDSCAPE, "vi", (), "home"),
    ("desk-steps-lo-portrait", PORTRAIT, "lo", (), "topic:entry-steps"),
    ("desk-emergency-km-contrast", LANDSCAPE, "km", ("high-contrast",), "emergency"),
    ("desk-search-zh-low", LANDSCAPE, "zh", ("low-reach",), "search"),
)


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
def test_page_looks_as_accepted(
    look: tuple[str, Screen, str, tuple[str, ...], str], qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    name, screen, language, modes, page = look
    with camera(screen, *pixels(screen), tmp_path) as application:
        kiosk = Kiosk(application, screen)
        kiosk.desk.take(demo_repertoire())
        kiosk.desk.begin(language)
        for mode in modes:
            kiosk.desk.act(f"mode:{mode}")
        kiosk.desk.act(page)
        check(name, take_as_is(application))
