"""What the panel is written with: its words, and times as officers read them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from player.stage.panel.gate_view import GateView
from player.stage.phrases import Phrases
from player.stage.session.page import Button

_HOUR = 60
_DAY = 24 * _HOUR


@dataclass(frozen=True)
class Writing:
    """A language, and the instant a page is written at."""

    phrases: Phrases
    tag: str
    gate: GateView

    def say(self, key: str, **values: str) -> str:
        """Return a word of the panel."""
        return self.phrases.say(self.tag, key, **values)

    def button(self, action: str, key: str, icon: str = "", *, is_on: bool = False) -> Button:
        """Return a button with a word of the panel on it."""
        return Button(action, self.say(key), self.tag, icon, is_on=is_on)

    def minutes(self, action: str, minutes: int, chosen: int) -> Button:
        """Return the button that chooses how long something lasts."""
        text = self.say("minutes", minutes=str(minutes))
        return Button(f"{action}:{minutes}", text, self.tag, is_on=minutes == chosen)

    def time(self, at: datetime) -> str:
        """Return the time of day, with the day where that is not today."""
        local, today = at.astimezone(self.gate.zone), self.gate.now.astimezone(self.gate.zone)
        day = "" if local.date() == today.date() else f" {local:%d/%m}"
        return f"{local:%H:%M}{day}"

    def left(self, until: datetime | None) -> str:
        """Return until when something holds, and how long that is still."""
        if until is None:
            return self.say("until_ended")
        minutes = max(1, -(-(until - self.gate.now) // timedelta(minutes=1)))
        if minutes < 2 * _HOUR:
            span = self.say("minutes", minutes=str(minutes))
        elif minutes >= 2 * _DAY:
            span = self.say("days", days=str(minutes // _DAY))
        else:
            span = self.say("hours", hours=str(minutes // _HOUR))
        return self.say("until_left", time=self.time(until), left=span)
