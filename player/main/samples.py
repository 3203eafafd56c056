"""The lines of the test card: letters of every language that the player speaks."""

from typing import Final

from player.shell.test_card_view import Sample
from player.stage.phrases import Phrases

KEYS: Final = ("gate_invitation", "refused_no_windows")
"""Of sentences that are shown in every language: words, and digits among words."""


def samples(phrases: Phrases) -> tuple[Sample, ...]:
    """Return a line for each language of the interface words ``phrases``, Vietnamese first."""
    return tuple(
        Sample(tag, phrases.language_name(tag), " ".join(phrases.say(tag, key) for key in KEYS))
        for tag in sorted(phrases.tables, key=lambda tag: (tag != "vi", tag))
    )
