"""What stands in the same place whatever is read."""

from typing import Final

import pytest

from player.stage.session.chrome import BEGIN, invitations, modes, navigation
from player.stage.session.rules import Session, Stop, act, begin
from player.stage.session.views import (
    EmergencyView,
    EntryView,
    HelpView,
    HomeView,
    LanguageView,
    LibraryView,
    Mode,
    Open,
    SearchView,
    TileView,
    TopicView,
    View,
    action_of,
)
from tests.fakes.desk_pages import LANGUAGES, TOLD, desk

VIEWS: Final[tuple[View, ...]] = (
    HomeView(),
    LanguageView(),
    TileView("papers"),
    TopicView("visa"),
    SearchView(),
    EmergencyView(),
    HelpView(),
    LibraryView(),
    EntryView("handbook"),
)
COMPOSER: Final = desk({}).writer.lines.composer


def looking_at(view: View, language: str = "vi") -> Session:
    session = act(begin(language, 0, is_chosen=True), Open(view), 1)
    assert session is not None
    return session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_bar_does_the_same_in_the_same_order_on_every_page(view: View, language: str) -> None:
    session = looking_at(view, language)
    bar = [button.action for button in (*navigation(session, TOLD.say), *modes(session, TOLD.say))]
    assert bar == [
        *("back", "home", "languages", "help", "emergency"),
        *("mode:large-text", "mode:high-contrast", "mode:low-reach"),
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_every_button_of_the_bar_has_a_word_and_an_icon_in_its_language(view: View) -> None:
    session = looking_at(view, "lo")
    buttons = (*navigation(session, TOLD.say), *modes(session, TOLD.say))
    assert all(button.text.startswith("lo-") for button in buttons)
    assert all(button.icon and action_of(button.action) is not None for button in buttons)


@pytest.mark.parametrize(
    ("view", "on"),
    [
        (HomeView(), ["home"]),
        (LanguageView(), ["languages"]),
        (HelpView(), ["help"]),
        (EmergencyView(), ["emergency"]),
        (TopicView("visa"), []),
    ],
)
def test_button_of_the_page_that_is_seen_is_on(view: View, on: list[str]) -> None:
    bar = navigation(looking_at(view), TOLD.say)
    assert [button.action for button in bar if button.is_on] == on


@pytest.mark.parametrize("mode", list(Mode))
def test_button_of_a_mode_in_force_is_on(mode: Mode) -> None:
    session = Session("vi", (Stop(HomeView()),), 0, modes=frozenset({mode}))
    on = [button.action for button in modes(session, TOLD.say) if button.is_on]
    assert on == [f"mode:{mode.value}"]


@pytest.mark.parametrize(
    ("session", "word"),
    [
        (begin("vi", 0, is_chosen=True), "vi-finish"),
        (begin("vi", 0, is_chosen=False), "vi-finish"),
        (looking_at(HelpView()), "vi-back"),
        (Session("vi", (Stop(HelpView()),), 0), "vi-back"),
    ],
    ids=["home", "languages", "help", "help alone"],
)
def test_back_says_so_where_it_ends_the_session(session: Session, word: str) -> None:
    assert next(navigation(session, TOLD.say)).text == word


@pytest.mark.parametrize("most", [5, 6, 9])
def test_every_language_is_invited_by_its_own_name_where_there_is_room(most: int) -> None:
    told = [(each.action, each.text, each.language) for each in invitations(COMPOSER, most)]
    assert told == [(f"{BEGIN}{tag}", tag.upper(), tag) for tag in LANGUAGES]


@pytest.mark.parametrize("most", [1, 2, 4])
def test_last_button_stands_for_the_languages_there_is_no_room_for(most: int) -> None:
    told = [each.action for each in invitations(COMPOSER, most)]
    assert told == [*(f"{BEGIN}{tag}" for tag in LANGUAGES[: most - 1]), BEGIN]
