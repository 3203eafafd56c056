"""The room that takes the whole screen in an emergency and gives it back.

::

    keeper = alarm_keeper(application, screen)           # player.main.alarm
    performance.claim(Rung.EMERGENCY)                    # the caller's: programme and clips rest
    keeper.raise_(AlarmCall(AlarmKind.EVACUATE, AlarmStatus.ACTUAL, since_ms, sounds=True))
    ...
    keeper.raise_(AlarmCall(AlarmKind.ALL_CLEAR, AlarmStatus.ACTUAL, now_ms))
    keeper.clear()
    performance.release(Rung.EMERGENCY)

Whoever gives the order claims the screen first, ends a touch session, decides how long the call
and its all-clear stand, and takes it back. Here pages are set, turned and sounded. Which page
stands is counted from ``since_ms`` by the wall clock, so that screens side by side agree. Nothing
is read from the store, the network or, but for the chime, the disk; without the chime the page
stands all the same.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Slot

from player.config.screen import Screen
from player.pack.instants import from_ms, to_ms
from player.shell.alarm_set import AlarmScreen, set_alarm
from player.shell.alarm_view import AlarmViewModel
from player.shell.screen_metrics import ScreenMetrics
from player.shell.timers import OneShot
from player.shell.typefaces import Typefaces
from player.shell.video_player import VideoPlayer
from player.stage.alarm.call import AlarmCall, AlarmKind
from player.stage.alarm.page import AlarmPlace, chimes_by, next_chime_ms, next_turn_ms, page_at
from player.stage.alarm.words import BUILT_IN
from player.stage.phrases import Phrases

if TYPE_CHECKING:
    from player.shell.alarm_plan import AlarmPlan

logger = logging.getLogger(__name__)

LONGEST_MS: Final = 30_000
"""A timer is set no further ahead, so that a stepped clock is soon noticed."""

EARLY_MS: Final = 5
"""A timer may fire this much before its instant."""

LEAD_MS: Final = 1_000
"""From an order to the first chime: by then the clip that played before is silent."""


@dataclass(frozen=True, slots=True)
class AlarmMeans:
    """What a keeper works with.

    Attributes:
        view: draws the pages.
        lengths: of the screen.
        faces: by language.
        clips: plays the chime.
        chime: its file; one that is missing is not played.
        phrases: interface words, the built-in ones among them.
        now: the wall clock, aware.
    """

    view: AlarmViewModel
    lengths: ScreenMetrics
    faces: Typefaces
    clips: VideoPlayer
    chime: Path
    phrases: Phrases
    now: Callable[[], datetime]


class AlarmKeeper(QObject):
    """Keeps one emergency on one screen, for the life of the process."""

    def __init__(self, screen: Screen, means: AlarmMeans) -> None:
        """Wait for an order.

        Args:
            screen: says where its exit lies, in which languages it speaks, whether it sounds.
            means: what to do it with.
        """
        # A child: its timer must not end with a forgotten name (PySide6 6.12.0 then crashes).
        super().__init__(means.view)
        self._means = means
        self._screen = screen
        self._zone = ZoneInfo(screen.time_zone)
        self._languages: tuple[str, ...] = screen.languages or tuple(BUILT_IN)
        self._call: AlarmCall | None = None
        self._plans: tuple[AlarmPlan, ...] = ()
        self._chimed = 0
        self._timer: OneShot | None = None
        means.lengths.changed.connect(self._set_again)

    @property
    def call(self) -> AlarmCall | None:
        """The order in force; None: there is none."""
        return self._call

    def speak(self, languages: Sequence[str]) -> None:
        """Say it in these languages from now on, where the configuration names none."""
        found = self._screen.languages or tuple(languages) or tuple(BUILT_IN)
        if found != self._languages:
            self._languages = found
            self._set_again()

    def raise_(self, call: AlarmCall) -> None:
        """Take the screen for ``call``, in place of one before."""
        self._call = call
        # What is old is not called out again at once: the player may have been started anew.
        late = self._elapsed_ms(call) >= LONGEST_MS
        self._chimed = self._due(call) if late else 0
        said = {"kind": call.kind.value, "status": call.status.value, "level": call.level}
        logger.info("emergency page", extra=said)
        self._set_again()

    def clear(self) -> None:
        """Give the screen back; harmless when there is nothing to give."""
        self._rest()
        if self._call is None:
            return
        self._call, self._plans = None, ()
        self._means.clips.stop()
        self._means.view.take_down()
        logger.info("emergency page gone")

    def close(self) -> None:
        """Wake up no more; what stands stays."""
        self._rest()

    @Slot()
    def _set_again(self) -> None:
        call = self._call
        if call is None:
            return
        lengths = self._means.lengths.metrics
        place = AlarmPlace(self._languages, self._screen.exit_direction, self._means.phrases)
        screen = AlarmScreen(place, lengths, self._means.faces)
        self._plans = set_alarm(call, screen, self._time_text(call))
        self._tick()

    @Slot()
    def _tick(self) -> None:
        call = self._call
        if call is None:
            return
        # First: whatever goes wrong below, the clock is looked at again (DECISIONS.md D-27).
        self._wake_in(LONGEST_MS)
        elapsed_ms = self._elapsed_ms(call)
        lengths = self._means.lengths.metrics
        page = self._plans[page_at(elapsed_ms, len(self._plans))]
        self._means.view.show(page, lengths.width, lengths.height)
        self._sound(call)
        turn_ms = next_turn_ms(elapsed_ms) if len(self._plans) > 1 else LONGEST_MS
        self._wake_in(min(turn_ms, next_chime_ms(elapsed_ms - LEAD_MS), LONGEST_MS))

    def _sound(self, call: AlarmCall) -> None:
        """Play the chime when one has become due; also after a step of the clock, then once."""
        volume, due = self._screen.sound.alarm_volume, self._due(call)
        if not call.sounds or call.kind is AlarmKind.ALL_CLEAR or volume is None:
            return
        if due != self._chimed:
            self._chimed = due
            if due and self._means.chime.is_file():
                self._means.clips.listen(self._means.chime, volume)

    def _due(self, call: AlarmCall) -> int:
        return chimes_by(self._elapsed_ms(call) - LEAD_MS)

    def _elapsed_ms(self, call: AlarmCall) -> int:
        return to_ms(self._means.now()) - call.since_ms

    def _time_text(self, call: AlarmCall) -> str:
        if not call.is_timed:
            return ""
        return f"{from_ms(call.since_ms).astimezone(self._zone):%H:%M}"

    def _wake_in(self, ms: int) -> None:
        self._rest()
        self._timer = OneShot(self, (max(0, ms) + EARLY_MS) / 1000, self._tick)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
