"""Names of actions: what comes back from the screen, and nothing else does anything."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.stage.session.views import (
    Action,
    Back,
    Be,
    EmergencyView,
    EntryView,
    HelpView,
    HomeView,
    LanguageView,
    Leave,
    LibraryView,
    Listen,
    Mode,
    Open,
    SearchView,
    Speak,
    Stay,
    TileView,
    Toggle,
    TopicView,
    Turn,
    Zoom,
    action_of,
)

NAMED: Final[dict[str, Action]] = {
    "home": Open(HomeView()),
    "languages": Open(LanguageView()),
    "search": Open(SearchView()),
    "emergency": Open(EmergencyView()),
    "help": Open(HelpView()),
    "library": Open(LibraryView()),
    "library:": Open(LibraryView()),
    "library:lo": Open(LibraryView("lo")),
    "tile:papers": Open(TileView("papers")),
    "topic:exit-steps": Open(TopicView("exit-steps")),
    "entry:handbook": Open(EntryView("handbook")),
    "entry:handbook/lo": Open(EntryView("handbook", "lo")),
    "language:km": Speak("km"),
    "traveller:driver": Be("driver"),
    "traveller:": Be(""),
    "back": Back(),
    "before": Turn(-1),
    "next": Turn(1),
    "larger": Zoom(1),
    "smaller": Zoom(-1),
    "listen": Listen(),
    "stay": Stay(),
    "leave": Leave(),
    "mode:large-text": Toggle(Mode.LARGE_TEXT),
    "mode:high-contrast": Toggle(Mode.HIGH_CONTRAST),
    "mode:low-reach": Toggle(Mode.LOW_REACH),
}


@pytest.mark.parametrize(("name", "action"), [*NAMED.items()])
def test_name_of_an_action_is_understood(name: str, action: Action) -> None:
    assert action_of(name) == action


@pytest.mark.parametrize("name", ["", "HOME", "mode:", "mode:loud", "key:a", ":", "go:home", "pan"])
def test_unknown_name_is_no_action(name: str) -> None:
    assert action_of(name) is None


@given(st.text(max_size=30))
def test_any_other_name_is_an_action_or_none(name: str) -> None:
    action_of(name)
