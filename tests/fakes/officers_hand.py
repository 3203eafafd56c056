"""An officer's hand on a player that runs: calls the pad, types the PIN, touches the panel."""

from dataclasses import dataclass, field

from player.config.load_officers import demo_officers
from player.config.screen import Panel, Screen
from player.store.layout import Home
from tests.fakes.kiosk_sight import Sight
from tests.fakes.kiosk_visit import Visit, kiosk_screen, wait_for

PIN = "258014"
"""Of the demo's gate staff."""

NAME = "Cán bộ mẫu"
"""Whose PIN that is."""

HELD_S = 1.0
CORNER = (15, 15)


def staffed_screen(home: Home, gate: str = "huu-nghi") -> Screen:
    """Return a kiosk whose corner need not be held for long."""
    panel = Panel(hold_s=HELD_S)
    return kiosk_screen(home, gate).model_copy(update={"officers": demo_officers(), "panel": panel})


@dataclass
class Officer:
    """Whoever stands before the screen with a PIN.

    Attributes:
        visit: the player.
        touches: after the PIN.
    """

    visit: Visit
    touches: int = field(default=0)

    def enter(self, pin: str = PIN, offered: str = "notice") -> Sight:
        """Call the pad by the corner, and type ``pin``; wait for what its menu offers."""
        x, y = CORNER
        self.visit.ask("press", finger=0, x=x, y=y)
        wait_for(self.visit.process, HELD_S)
        self.visit.until(lambda seen: "enter" in seen.controls)
        self.visit.ask("lift")
        for digit in pin:
            self.visit.touch(f"digit:{digit}")
        self.visit.touch("enter")
        self.touches = 0
        return self.visit.until(lambda seen: offered in seen.controls)

    def touch(self, *actions: str) -> Sight:
        """Touch one control after another."""
        seen = self.visit.look()
        for action in actions:
            seen = self.visit.touch(action)
            self.touches += 1
        return seen

    def dial(self, digits: str) -> Sight:
        """Type digits into a field."""
        seen = self.visit.look()
        for digit in digits:
            seen = self.visit.touch(f"digit:{digit}")
        return seen

    def leave(self) -> Sight:
        """Log out."""
        self.visit.touch("leave")
        return self.visit.until(lambda seen: not seen.panel)
