"""The performance: carries the director's commands out on the stage, and tells it what happened.

Everything here runs on the GUI thread. The director decides, the composer words, the stage draws,
the clip player plays; this room only passes between them and keeps the one timer.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Slot

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.item import Clip
from player.schedule.profile import ScreenProfile
from player.schedule.programme import Programme
from player.shell.stage_view import StageViewModel
from player.shell.timers import OneShot
from player.shell.video_player import VideoPlayer
from player.stage.compose import Composer
from player.stage.director import (
    ClipFailed,
    Command,
    Event,
    Failed,
    PackLost,
    PackTaken,
    RetireVideo,
    Show,
    ShowBuiltin,
    State,
    Tick,
    WakeAt,
    WarmUpVideo,
    step,
)
from player.stage.scene import BuiltinScene, Scene, VideoScene

logger = logging.getLogger(__name__)

LATE: Final = timedelta(seconds=2)
"""A clip put on later than this after its slot began joins in the middle, in step with the
screens beside it; less is the time any page takes to come on."""

EARLY_S: Final = 0.005
"""A timer may fire this much before its instant; waking again at once would be a busy loop."""


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What can be performed: one pack on one screen.

    Attributes:
        composer: words its scenes.
        profile: the screen, to the programme.
    """

    composer: Composer
    profile: ScreenProfile


class Performance(QObject):
    """One screen's play, from taking a pack until the end of the process."""

    def __init__(
        self,
        stage: StageViewModel,
        clips: VideoPlayer,
        now: Callable[[], datetime],
        trust: Callable[[datetime], ClockTrust],
    ) -> None:
        """Wait for a pack.

        Args:
            stage: draws.
            clips: plays.
            now: the wall clock, aware.
            trust: whether an instant can be the true time.
        """
        super().__init__()
        self._stage = stage
        self._clips = clips
        self._now = now
        self._trust = trust
        self._repertoire: Repertoire | None = None
        self._believed = ClockTrust.TRUSTED
        self._state = State()
        self._timer: OneShot | None = None
        self._clip_seen: VideoScene | None = None
        stage.painted.connect(self._painted)
        stage.failed.connect(self._failed)
        clips.failed.connect(self._clip_failed)

    def take(self, repertoire: Repertoire | None) -> None:
        """Perform this pack from now on; None: there is no pack to show."""
        self._repertoire = repertoire
        if repertoire is None:
            self._fold(PackLost(self._now()))
            return
        self._believed = self._trust(self._now())
        self._fold(self._taken(repertoire))

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        believed = self._trust(self._now())
        if self._repertoire is not None and believed is not self._believed:
            logger.warning("clock trust changed", extra={"trust": believed.value})
            self._believed = believed
            self._fold(self._taken(self._repertoire))
            return
        self._fold(Tick(self._now()))

    def _taken(self, repertoire: Repertoire) -> PackTaken:
        content = repertoire.composer.pack.content
        clips = frozenset(item.id for item in content.items if isinstance(item, Clip))
        programme = Programme(content, repertoire.profile, self._believed)
        return PackTaken(programme, clips, self._now())

    def _fold(self, event: Event) -> None:
        self._state, commands = step(self._state, event)
        for command in commands:
            self._carry_out(command)

    def _carry_out(self, command: Command) -> None:
        match command:
            case Show():
                self._show(command)
            case ShowBuiltin():
                self._stage.show(BuiltinScene())
            case WakeAt():
                self._wake_at(command.instant)
            case WarmUpVideo():
                self._clips.prepare()
            case RetireVideo():
                self._clips.retire()
            case _:
                assert_never(command)

    def _show(self, command: Show) -> None:
        if self._repertoire is None:
            return
        composer = self._repertoire.composer
        zone = ZoneInfo(composer.pack.content.gate.time_zone)
        now, slot = self._now(), command.slot
        today = now.astimezone(zone).date()
        logger.info(
            "slot",
            extra={"item": command.item, "language": slot.language, "why": slot.why},
        )
        try:
            scene = composer.scene(command.item, slot.language, today, self._believed)
            if command.as_still and isinstance(scene, VideoScene):
                scene = composer.still(scene)
            elif isinstance(scene, VideoScene) and now - slot.start > LATE:
                scene = replace(scene, offset_ms=(now - slot.start) // timedelta(milliseconds=1))
        except PlaybackError as e:
            self._lose(command.item, str(e))
            return
        elapsed_s = (now - slot.start).total_seconds()
        self._stage.show(scene, elapsed_s, (slot.end - slot.start).total_seconds())

    def _wake_at(self, instant: datetime) -> None:
        if self._timer is not None:
            self._timer.cancel()
        seconds = (instant - self._now()).total_seconds()
        self._timer = OneShot(self, max(EARLY_S, seconds + EARLY_S), self.tick)

    @Slot(object)
    def _painted(self, scene: Scene) -> None:
        if self._clip_seen is not None and not isinstance(scene, VideoScene):
            self._clips.stop()
        self._clip_seen = scene if isinstance(scene, VideoScene) else None

    @Slot(str)
    def _clip_failed(self, reason: str) -> None:
        if self._clip_seen is None:
            return
        item = self._clip_seen.item
        logger.warning("clip cannot be played", extra={"item": item, "reason": reason})
        self._fold(ClipFailed(item, self._now()))

    @Slot(object, str)
    def _failed(self, scene: Scene, reason: str) -> None:
        if not isinstance(scene, BuiltinScene):
            self._lose(getattr(scene, "item", self._state.showing or ""), reason)

    def _lose(self, item: str, reason: str) -> None:
        logger.warning("item cannot be shown", extra={"item": item, "reason": reason})
        self._fold(Failed(item, self._now()))
