"""Who a programme is for: the part of a screen's configuration that scheduling may look at."""

from dataclasses import dataclass

from player.config.screen import Screen
from player.pack.content import Content


@dataclass(frozen=True, slots=True)
class ScreenProfile:
    """One screen, to the programme.

    Attributes:
        languages: enabled tags, in the order their turns come; never empty.
        audience: tags of the people before it; empty: everyone.
    """

    languages: tuple[str, ...]
    audience: frozenset[str] = frozenset()


def profile_of(screen: Screen, content: Content) -> ScreenProfile:
    """Return the profile of ``screen`` playing ``content``.

    Languages the screen enables and the pack does not know are left out; a screen that
    enables none, or only unknown ones, shows what the pack offers, in the pack's order.
    """
    offered = tuple(content.language_by_tag)
    enabled = tuple(tag for tag in screen.languages if tag in content.language_by_tag)
    return ScreenProfile(enabled or offered, frozenset(screen.audience))
