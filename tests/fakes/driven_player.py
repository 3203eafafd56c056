"""The real player, moved by orders: fingers into its own window, and the desk's clock ahead.

A program. Nothing of the player is faked: ``player.main.show`` runs on the home and the screen
that the command line names, with its worker, its librarian's thread and its window. Added are a
touch panel, for Xvfb has none, and seconds that the desk's clock and the panel's watch are told
to be ahead. Each order is a line of JSON on standard input, each answer one on standard output.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, QTimer, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from player import clock
from player.config.screen import Screen
from player.main import desk as desk_root
from player.main import show
from player.shell.application import Application
from player.shell.clockwork import Clockwork
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk import Desk
from player.shell.lookup.touch_watch import watch_window
from tests.fakes.fingers import Fingers, touch_panel
from tests.fakes.kiosk_sight import sight, touchables
from tests.fakes.touch_storm import Storm

QUIET_MS: Final = 120
"""Without a frame for so long a page is settled."""

RESTLESS_S: Final = 1.0
"""After that a page that still moves is taken as it is: the programme does, with its ticker."""

HELD_MS: Final = 50
UNANSWERED_S: Final = 5.0

Fields = Mapping[str, Any]
Trust = Callable[[datetime], clock.ClockTrust]


class Ahead:
    """A clock that never steps, unless a test asks it to."""

    seconds: float = 0.0

    def monotonic(self) -> float:
        """Return its seconds."""
        return clock.monotonic() + self.seconds


AHEAD: Final = Ahead()


class Driver(QObject):
    """Carries orders out, and says what is to be seen then."""

    def __init__(self, application: Application) -> None:
        """Listen.

        Args:
            application: opened.
        """
        super().__init__()
        window = application.window
        assert isinstance(window, QQuickWindow)
        self._application = application
        self._window = window
        self._fingers = Fingers(window)
        self._frames = 0
        self._swaps_s: list[float] = []
        self._released_s = 0.0
        self._storm: Storm | None = None
        self._buffer = b""
        window.frameSwapped.connect(self._swapped)
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._settled)

    @property
    def desk(self) -> Desk | None:
        """What answers travellers."""
        return self._application.desk.findChild(Desk)

    def say(self, **fields: object) -> None:
        """Answer: what is seen, and ``fields``."""
        seen = asdict(sight(self._application, self.desk, self._frames))
        sys.stdout.write(json.dumps({"seen": seen, **fields}) + "\n")
        sys.stdout.flush()

    @Slot()
    def _swapped(self) -> None:
        self._frames += 1
        self._swaps_s.append(clock.monotonic())
        is_late = clock.monotonic() - self._released_s > RESTLESS_S
        if self._quiet.isActive() and not is_late:
            self._quiet.start(QUIET_MS)

    @Slot()
    def _read(self) -> None:
        received = os.read(sys.stdin.fileno(), 1 << 22)
        if not received:  # whoever gave orders is gone
            self._notifier.setEnabled(False)
            return
        self._buffer += received
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            self._obey(json.loads(line))

    def _obey(self, order: Fields) -> None:
        orders: Mapping[str, Callable[[Fields], None]] = {
            "look": lambda _: self.say(),
            "touch": self._touch,
            "press": self._press,
            "lift": self._lift,
            "pass": self._pass,
            "enter": self._enter,
            "storm": self._begin_storm,
            "blacken": self._blacken,
        }
        orders[order["do"]](order)

    def _touch(self, order: Fields) -> None:
        """Touch a control or a place, and answer when the page that comes of it is settled."""
        place = self._place(order)
        if place is None:
            self.say(missing=order["action"])
            return
        self._fingers.press(0, place)
        QTimer.singleShot(int(order.get("held_ms", HELD_MS)), self, self._release)

    @Slot()
    def _release(self) -> None:
        self._swaps_s.clear()
        self._released_s = clock.monotonic()
        self._quiet.start(QUIET_MS)
        self._fingers.lift(0)

    @Slot()
    def _settled(self) -> None:
        is_late = clock.monotonic() - self._released_s > UNANSWERED_S
        if not self._swaps_s and not is_late:
            self._quiet.start(QUIET_MS)
            return
        swaps = self._swaps_s or [self._released_s + UNANSWERED_S]
        first, last = (at - self._released_s for at in (swaps[0], swaps[-1]))
        self.say(painted_s=first, settled_s=last)

    def _place(self, order: Fields) -> QPoint | None:
        if "action" not in order:
            return QPoint(order["x"], order["y"])
        for item in touchables(self._window.contentItem()):
            if item.property("action") == order["action"]:
                return item.mapToScene(item.boundingRect().center()).toPoint()
        return None

    def _press(self, order: Fields) -> None:
        self._fingers.press(order["finger"], QPoint(order["x"], order["y"]))
        self.say()

    def _lift(self, _order: Fields) -> None:
        self._fingers.lift()
        self.say()

    def _pass(self, order: Fields) -> None:
        """Let seconds pass on the desk's clock; its timer, which knows another, is helped."""
        AHEAD.seconds += order["seconds"]
        if self.desk is not None:
            self.desk.tick()
        self.say()

    def _enter(self, order: Fields) -> None:
        begin_s = clock.monotonic()
        keyboard: object = self._application.desk.keyboard
        assert isinstance(keyboard, KeyboardViewModel)
        keyboard.enter(order["text"])
        self.say(took_s=clock.monotonic() - begin_s)

    def _blacken(self, _order: Fields) -> None:
        """Cover everything in black, behind the player's back; until the view is made anew."""
        for black in self._window.findChildren(QQuickItem, "blackLayer"):
            black.setVisible(True)
        self.say()

    def _begin_storm(self, order: Fields) -> None:
        self._storm = Storm(self._window, order["seed"], order["seconds"])
        self._storm.over.connect(self._end_storm)

    @Slot()
    def _end_storm(self) -> None:
        storm, self._storm = self._storm, None
        assert storm is not None
        self.say(answers_s=storm.answers_s, gestures=storm.gestures)
        storm.deleteLater()


class DrivenApplication(Application):
    """The player's application, with a driver for as long as it runs."""

    def exec(self, leave: Callable[[int], None] = lambda _: None) -> int:
        """Run."""
        driver = Driver(self)
        QTimer.singleShot(0, driver, driver.say)
        return super().exec(leave)


def main() -> int:
    """Run the player until asked to end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("screen", help="a screen, as JSON")
    parser.add_argument("--no-panel", action="store_true")
    arguments = parser.parse_args()

    def clockwork(now: Callable[[], datetime], trust: Trust, _: object) -> Clockwork:
        return Clockwork(now, trust, AHEAD.monotonic)

    def watched(*words: Any, **named: Any) -> Any:  # noqa: ANN401  (handed on as they come)
        if not arguments.no_panel:
            touch_panel()
        return watch_window(*words, **named)

    vars(show).update(Application=DrivenApplication, Clockwork=clockwork)
    ahead = SimpleNamespace(now=clock.now, monotonic=AHEAD.monotonic)
    vars(desk_root).update(clock=ahead, watch_window=watched)
    return show.show(Screen.model_validate_json(arguments.screen), windowed=False)


if __name__ == "__main__":
    sys.exit(main())
