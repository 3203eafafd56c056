"""What stands in the same place whatever is read: the bar at the foot, and the invitation."""

from collections.abc import Callable, Iterator
from typing import Final

from player.stage.compose import Composer
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

BEGIN: Final = "begin:"
"""What the controls below the programme do: begin, in the language that follows."""

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


def invitations(composer: Composer, most: int) -> Iterator[Button]:
    """Yield a button for each language of a screen, to begin in.

    Args:
        composer: of the pack that can be looked up in.
        most: buttons there is room for; the last one then stands for all other languages.
    """
    tags, say = composer.languages, composer.phrases.say
    first = tags if len(tags) <= most else tags[: most - 1]
    for tag in first:
        name = composer.writer.language_name(tag)
        yield Button(f"{BEGIN}{tag}", name, tag, note=say(tag, "touch_here"))
    if len(first) < len(tags):
        yield Button(BEGIN, say(tags[0], "more_languages"), tags[0], "language")
