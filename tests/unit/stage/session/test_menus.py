"""Pages to choose from: languages, home, categories, and what was found."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.session.menus import MOST_TODAY
from player.stage.session.moment import Found, FoundTopic
from player.stage.session.page import Page
from player.stage.session.views import HomeView, LanguageView, SearchView, TileView
from tests.fakes.content import source_document
from tests.fakes.desk_pages import GATES, LANGUAGES, Desk, actions, demo_desk, desk, named, topic
from tests.fakes.library import entry
from tests.fakes.programme import local

TILES: Final = [named("papers"), named("money", "money"), named("place", "plan")]
SOON: Final = {"from": "2027-01-01", "until": "2027-02-01"}
BEFORE_SEVEN: Final = local("2026-11-27T06:50")


def menu(*topics: object, **fields: object) -> Desk:
    return desk({"tiles": TILES, "topics": topics, **fields})


def found(query: str, *topics: str, is_current: bool = True, often: Sequence[str] = ()) -> Found:
    hits = tuple(FoundTopic(each, f"en {each}", "en", (0, 2)) for each in topics)
    asked = tuple(FoundTopic(each, f"{each}?", "en") for each in often)
    return Found(query, hits, is_current, asked)


# --- languages ---


def test_languages_are_offered_by_their_own_names_and_the_one_in_force_is_on() -> None:
    page = menu().page(LanguageView(), "lo")
    assert actions(page) == [f"language:{tag}" for tag in LANGUAGES]
    assert [button.text for button in page.buttons] == [tag.upper() for tag in LANGUAGES]
    assert [button.language for button in page.buttons if button.is_on] == ["lo"]


# --- home ---


def test_home_has_the_tiles_that_have_topics_in_the_packs_order() -> None:
    page = menu(topic("fees", tile="money"), topic("visa")).page(HomeView())
    assert actions(page) == ["tile:papers", "tile:money"]


def test_tile_is_hidden_until_one_of_its_topics_is_valid() -> None:
    desk_ = menu(topic("visa", valid=SOON))
    assert actions(desk_.page(HomeView())) == []
    assert actions(desk_.page(HomeView(), now=local("2027-01-01T00:00"))) == ["tile:papers"]


@pytest.mark.parametrize(("entries", "shelf"), [([], []), ([entry("document", "a")], ["library"])])
def test_home_has_a_library_where_something_is_in_it(
    entries: list[object], shelf: list[str]
) -> None:
    assert actions(menu(library=entries).page(HomeView())) == shelf


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_strip_has_no_more_lanes_than_it_has_room_for(gate: str, language: str) -> None:
    today = demo_desk(gate).page(HomeView(), language).today
    assert 1 <= len(today) <= MOST_TODAY
    assert all(line.text and line.lead and not line.note for line in today)


@pytest.mark.parametrize("gate", GATES)
def test_lanes_of_the_strip_are_told_apart(gate: str) -> None:
    today = demo_desk(gate).page(HomeView(), "vi").today
    assert len({line.text for line in today}) == len(today)


@pytest.mark.parametrize(("seconds", "status"), [(0, "closed"), (599, "closed"), (600, "open")])
def test_lane_turns_to_open_at_seven(seconds: int, status: str) -> None:
    """S1: ten minutes before the gate opens."""
    now = BEFORE_SEVEN + timedelta(seconds=seconds)
    assert demo_desk("huu-nghi").page(HomeView(), "lo", now=now).today[0].status == status


def test_strip_is_worded_anew_every_minute_before_a_lane_opens() -> None:
    page = demo_desk("huu-nghi").page(HomeView(), "lo", now=BEFORE_SEVEN)
    assert page.fresh_until is not None
    assert page.fresh_until - BEFORE_SEVEN <= timedelta(minutes=1)


def test_strip_knows_nothing_by_a_clock_nobody_believes() -> None:
    page = demo_desk("lao-bao").page(HomeView(), trust=ClockTrust.UNTRUSTED)
    assert {line.status for line in page.today} == {"unknown"}


def test_gate_without_hours_has_no_strip() -> None:
    assert menu(topic("visa")).page(HomeView()).today == ()


# --- a category ---


def test_category_has_its_topics_in_the_packs_order() -> None:
    topics = (topic("visa"), topic("fees", tile="money"), topic("pass"))
    page = menu(*topics).page(TileView("papers"))
    assert (page.title, actions(page)) == ("en papers", ["topic:visa", "topic:pass"])


def test_category_offers_what_is_past_its_day_and_not_what_is_not_yet() -> None:
    """The answer sends to the counter: whoever looks for it learns where to ask."""
    late = topic("late", sources=[source_document("2026-01-01", "withdraw")])
    page = menu(topic("visa", valid=SOON), late).page(TileView("papers"))
    assert actions(page) == ["topic:late"]


def test_topic_without_the_readers_language_is_offered_in_its_fallback() -> None:
    (button,) = menu(topic("visa")).page(TileView("papers"), "lo").buttons
    assert (button.text, button.language) == ("en visa", "en")


def test_unknown_category_still_has_a_title() -> None:
    assert menu(topic("visa")).page(TileView("gone")).title == "en-home_title"


# --- search ---


def searched(what: Found) -> Page:
    topics = (topic("visa"), topic("fees", tile="money"), topic("soon", valid=SOON))
    return menu(*topics).page(SearchView(), found=what)


def test_nothing_typed_offers_what_is_often_asked() -> None:
    page = searched(found("", often=("fees", "visa")))
    assert (page.hint, actions(page)) == ("en-search_often", ["topic:fees", "topic:visa"])
    assert page.buttons[0].text == "fees?"


def test_nothing_typed_and_nothing_often_asked_says_what_to_do() -> None:
    assert searched(found("")).hint == "en-search_hint"


def test_what_was_found_is_offered_best_first_with_its_letters_marked() -> None:
    page = searched(found("e", "fees", "visa"))
    assert (page.hint, actions(page)) == ("", ["topic:fees", "topic:visa"])
    assert [(button.icon, button.spans) for button in page.buttons] == [("visa", (0, 2))] * 2


def test_nothing_found_offers_the_categories() -> None:
    """S2: a helpful empty page."""
    page = searched(found("xyzq"))
    assert (page.hint, actions(page)) == ("en-search_none", ["tile:papers", "tile:money"])


def test_older_hits_stay_until_the_question_is_answered() -> None:
    assert actions(searched(found("fee", "fees", is_current=False))) == ["topic:fees"]


def test_nothing_is_said_not_to_be_found_before_it_was_looked_for() -> None:
    page = searched(found("x", is_current=False))
    assert (page.hint, page.buttons) == ("", ())


def test_topic_before_its_first_day_is_neither_found_nor_suggested() -> None:
    assert actions(searched(found("o", "soon", "fees"))) == ["topic:fees"]
    assert actions(searched(found("", often=("soon", "visa")))) == ["topic:visa"]


def test_question_only_a_later_topic_answers_offers_the_categories() -> None:
    assert searched(found("soon", "soon")).hint == "en-search_none"
