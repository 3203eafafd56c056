"""What stands on every page of a session in the same place: the bar of buttons at its foot."""

from collections.abc import Callable, Iterator
from typing import Final

from player.stage.session.page import Button
from player.stage.session.rules import Session
from player.stage.session.views import (
    EmergencyView,
    HelpView,
    HomeView,
    LanguageView,
    Mode,
    View,
)

NAVIGATION: Final[tuple[tuple[str, str, str, type[View] | None], ...]] = (
    ("back", "back", "back", None),
    ("home", "home", "home", HomeView),
    ("languages", "language", "language", LanguageView),
    ("help", "help", "help", HelpView),
    ("emergency", "emergency", "emergency", EmergencyView),
)
"""Action, interface word, icon, and the page it is on while that page is seen; never moves."""

MODES: Final[tuple[tuple[Mode, str, str], ...]] = (
    (Mode.LARGE_TEXT, "large_text", "large-text"),
    (Mode.HIGH_CONTRAST, "high_contrast", "contrast"),
    (Mode.LOW_REACH, "low_reach", "low-reach"),
)
"""Mode, interface word, icon; in this order after the navigation."""


def navigation(session: Session, say: Callable[[str, str], str]) -> Iterator[Button]:
    """Yield the buttons of the bar.

    Args:
        session: decides which are on.
        say: (tag, key) -> interface word.
    """
    tag = session.language
    leaves = len(session.trail) == 1 and isinstance(session.view, HomeView | LanguageView)
    for action, key, icon, view in NAVIGATION:
        is_on = view is not None and isinstance(session.view, view)
        word = "finish" if action == "back" and leaves else key
        yield Button(action, say(tag, word), tag, icon, is_on=is_on)


def modes(session: Session, say: Callable[[str, str], str]) -> Iterator[Button]:
    """Yield the buttons that change how pages are seen; arguments as of ``navigation``."""
    tag = session.language
    for mode, key, icon in MODES:
        yield Button(f"mode:{mode.value}", say(tag, key), tag, icon, is_on=mode in session.modes)
