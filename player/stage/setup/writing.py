"""What the set-up is written with: its words in the language of whoever sets up."""

from dataclasses import dataclass

from player.stage.panel.page import PanelLine
from player.stage.phrases import Phrases
from player.stage.session.page import Button


@dataclass(frozen=True, slots=True)
class Writing:
    """A language and its words."""

    phrases: Phrases
    tag: str

    def say(self, key: str, **values: str) -> str:
        """Return a sentence of the set-up."""
        return self.phrases.say(self.tag, key, **values)

    def button(self, action: str, key: str, icon: str = "", *, is_on: bool = False) -> Button:
        """Return a button with a word of the set-up on it."""
        return Button(action, self.say(key), self.tag, icon, is_on=is_on)

    def line(self, text: str, note: str, *actions: tuple[str, str], lead: str = "") -> PanelLine:
        """Return a line with buttons.

        Args:
            text: what it is about.
            note: what is said of it.
            actions: name of each button's action, and the key of its word.
            lead: before it, smaller.
        """
        return PanelLine(
            text,
            note,
            self.tag,
            lead,
            actions=tuple(action for action, _ in actions),
            words=tuple(self.say(key) for _, key in actions),
            lit=(False,) * len(actions),
        )

    def on_off(self, is_on: bool) -> str:  # noqa: FBT001  (what is switched is its only meaning)
        """Return the word for what is switched on or off."""
        return self.say("on" if is_on else "off")
