"""The library of a session: what is on offer, and one entry of it, read, heard or watched."""

from datetime import timedelta
from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.session.page import Page
from player.stage.session.rules import Stop
from player.stage.session.views import EntryView, HomeView, LibraryView
from tests.fakes.content import (
    Document,
    clip_document,
    item_document,
    mourning,
    recording,
)
from tests.fakes.desk_pages import Desk, actions, desk
from tests.fakes.library import entry, page
from tests.fakes.programme import local

ITEMS: Final = (
    item_document("news", duration_s={"vi": 10, "en": 10}),
    {**clip_document(), "id": "river"},
    recording("bell", {"vi": 20_000, "hmn": 20_000}, {"vi": 10, "en": 10}),
)
BOOK: Final = EntryView("book")
BELL: Final = EntryView("bell")


def library(*entries: Document, volume: int | None = 50) -> Desk:
    return desk({"library": entries}, *ITEMS, volume=volume)


def read(
    view: EntryView = BOOK, language: str = "en", sheet: int = 0, *, is_heard: bool = False
) -> Page:
    shelf = library(
        entry("document", "book", ("vi", "en", "lo")),
        entry("bulletin", "notice", ("vi", "en"), item="news"),
        entry("clip", "film", ("vi", "en"), item="river"),
        entry("recording", "bell", ("vi", "en")),
    )
    return shelf.page(view, language, trail=(Stop(view, sheet),), is_heard=is_heard)


# --- the shelf ---


def test_newest_entry_comes_first() -> None:
    shelf = library(
        entry("document", "old", issued="2025-01-01"), entry("document", "new", issued="2026-01-01")
    )
    assert actions(shelf.page(LibraryView()))[-2:] == ["entry:new", "entry:old"]


def test_entries_are_chosen_by_language_in_the_order_of_the_screen() -> None:
    shelf = library(entry("document", "a", ("lo", "vi")), entry("document", "b", ("zh",)))
    (choices,) = shelf.page(LibraryView()).lines
    assert choices.actions == ("library:", "library:vi", "library:zh", "library:lo")
    assert choices.cells == ("en-library_all", "VI", "ZH", "LO")


@pytest.mark.parametrize(("language", "chosen"), [("", 0), ("vi", 1), ("zh", 2), ("km", -1)])
def test_language_in_force_is_marked(language: str, chosen: int) -> None:
    shelf = library(entry("document", "a", ("vi", "zh")))
    assert shelf.page(LibraryView(language)).lines[0].chosen == chosen


def test_shelf_of_a_language_has_what_can_be_had_in_it_and_opens_it_so() -> None:
    shelf = library(entry("document", "a", ("vi", "lo")), entry("document", "b", ("vi",)))
    (button,) = shelf.page(LibraryView("lo")).buttons
    assert (button.action, button.text, button.note) == ("entry:a/lo", "a lo", "VI · LO")


def test_empty_shelf_says_so_and_can_be_left_for_another_language() -> None:
    page_ = library(entry("document", "a", ("vi",))).page(LibraryView("km"))
    assert (page_.hint, actions(page_)) == ("en-library_none", ["library:", "library:vi"])


def test_clock_nobody_believes_offers_only_what_needs_none() -> None:
    shelf = library(
        entry("document", "lasting"),
        entry("document", "dated", lasting=False, valid={"until": "2027-01-01"}),
    )
    page_ = shelf.page(LibraryView(), trust=ClockTrust.UNTRUSTED)
    assert [button.action for button in page_.buttons] == ["entry:lasting"]


# --- one entry ---


@pytest.mark.parametrize(
    ("view", "template"),
    [
        (BOOK, "Reader"),
        (EntryView("notice"), "Answer"),
        (EntryView("film"), "Film"),
        (BELL, "Answer"),
    ],
)
def test_entry_is_read_heard_or_watched(view: EntryView, template: str) -> None:
    assert read(view).template == template


@pytest.mark.parametrize(("sheet", "number"), [(0, 1), (1, 2), (7, 2)])
def test_document_shows_the_page_of_its_sheet(sheet: int, number: int) -> None:
    page_ = read(sheet=sheet)
    assert page_.picture.endswith(f"{number:064x}")
    assert (page_.pages, round(page_.aspect, 3)) == (2, 0.707)


def test_damaged_page_leaves_a_page_without_a_picture() -> None:
    shelf = library(entry("document", "book"))
    shelf.pack.damaged.add(page(1)["sha256"])
    assert shelf.page(BOOK).picture == ""


def test_entry_offers_its_other_languages() -> None:
    assert actions(read()) == ["entry:book/vi", "entry:book/lo"]


def test_recording_is_heard_in_the_language_it_speaks_and_read_in_the_others() -> None:
    assert actions(read(BELL, "vi")) == ["listen", "entry:bell/en", "entry:bell/hmn"]
    assert actions(read(BELL, "en")) == ["entry:bell/vi", "entry:bell/hmn"]


@pytest.mark.parametrize(
    ("is_heard", "word", "icon"),
    [(False, "vi-hear_in VI", "listen"), (True, "vi-stop_listening", "stop")],
)
def test_listening_is_started_and_stopped(is_heard: bool, word: str, icon: str) -> None:
    line = read(BELL, "vi", is_heard=is_heard).lines[0]
    assert (line.kind, line.icon) == ("listen", icon)
    assert line.text.replace("{language}", "VI") == word


def test_mute_screen_offers_no_listening() -> None:
    shelf = library(entry("recording", "bell", ("vi", "en")), volume=None)
    assert "listen" not in actions(shelf.page(BELL, "vi"))


@pytest.mark.parametrize(("volume", "told"), [(50, 50), (0, 0), (None, -1)])
def test_clip_is_as_loud_as_the_screen(volume: int | None, told: int) -> None:
    shelf = library(entry("clip", "film", ("vi",), item="river"), volume=volume)
    page_ = shelf.page(EntryView("film"), "vi")
    assert (page_.volume, page_.clip != "", page_.picture != "") == (told, True, True)


def test_entry_missing_in_a_language_says_which_one_it_is_in() -> None:
    page_ = read(BOOK, "km")
    assert (page_.title, page_.marks) == ("book en", ("km-sample", "km-fallback EN"))


def test_language_of_the_entry_outranks_the_sessions() -> None:
    page_ = read(EntryView("book", "lo"), "en")
    assert (page_.title, page_.marks) == ("book lo", ("en-sample",))


@pytest.mark.parametrize("view", [EntryView("gone"), EntryView("gone", "lo")])
def test_entry_that_is_gone_gives_way_to_the_library(view: EntryView) -> None:
    assert read(view).template == "Library"


# --- mourning ---

HOURS: Final = mourning("2026-11-23T10:00:07", "2026-11-23T14:30:01")
FEAST: Final = {**clip_document(), "id": "feast", "tone": "festive"}


def grieving(*entries: Document) -> Desk:
    return desk({"library": entries}, *ITEMS, FEAST, volume=50, occasions=[HOURS])


@pytest.mark.parametrize(
    ("clock", "is_offered"),
    [("10:00:06", True), ("10:00:07", False), ("14:30:00", False), ("14:30:01", True)],
)
@pytest.mark.parametrize(
    "festive",
    [entry("document", "book", tone="promotional"), entry("clip", "feast")],
    ids=["by its own tone", "by that of its item"],
)
def test_what_is_festive_is_off_the_shelf_for_exactly_the_hours(
    festive: Document, clock: str, *, is_offered: bool
) -> None:
    shelf = grieving(festive, entry("bulletin", "news"))
    now = local(f"2026-11-23T{clock}")
    festive_action = f"entry:{festive['id']}"
    assert (festive_action in actions(shelf.page(LibraryView(), now=now))) is is_offered
    assert "entry:news" in actions(shelf.page(LibraryView(), now=now))


def test_film_that_runs_when_mourning_begins_gives_way_to_the_library_in_that_second() -> None:
    shelf = grieving(entry("clip", "feast"), entry("bulletin", "news"))
    view, begin = EntryView("feast"), local("2026-11-23T10:00:07")
    before = shelf.page(view, now=begin - timedelta(seconds=30))
    assert (before.template, bool(before.clip), before.fresh_until) == ("Film", True, begin)
    after = shelf.page(view, now=begin)
    assert (after.template, after.clip, after.is_heard) == ("Library", "", False)


def test_library_of_nothing_else_is_no_button_of_the_home_page() -> None:
    shelf = grieving(entry("clip", "feast"))
    seen = [
        "library" in actions(shelf.page(HomeView(), now=local(f"2026-11-23T{clock}")))
        for clock in ("09:00", "12:00")
    ]
    assert seen == [True, False]


def test_with_a_clock_nobody_believes_what_is_festive_stays_off_the_shelf() -> None:
    page = grieving(entry("clip", "feast"), entry("document", "book")).page(
        LibraryView(), trust=ClockTrust.UNTRUSTED
    )
    assert [each for each in actions(page) if each.startswith("entry:")] == ["entry:book"]
