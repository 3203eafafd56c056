"""The performance: carries the director's commands out on the stage, and tells it what happened.

Everything here runs on the GUI thread. The director decides, the composer words, the stage draws,
the clip player plays; this room only passes between them and keeps the one timer.

An exception nobody foresaw must not end the chain of timers: the screen would stand still for
good. The built-in page is shown, and the pack is taken again a minute later.
"""

import logging
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.instants import EARLIEST, LATEST
from player.schedule.closed import ClosedProgramme
from player.schedule.programme import Programme
from player.schedule.slot import Slot as ProgrammeSlot
from player.shell.clip_watch import ClipWatch
from player.shell.stage_view import StageViewModel
from player.shell.timers import LONGEST_S
from player.shell.video_player import VideoPlayer
from player.stage.compose import Composer
from player.stage.cues import (
    Claimed,
    ClipFailed,
    Command,
    Corrected,
    Event,
    Failed,
    PackLost,
    PackTaken,
    Released,
    Rescheduled,
    RetireVideo,
    Schedule,
    Show,
    ShowBuiltin,
    Tick,
    WakeAt,
    WarmUpVideo,
    Worded,
)
from player.stage.director import State, step
from player.stage.interleave import NOTICE, Interleaved, beside
from player.stage.notice_pages import PagesOnAir
from player.stage.repertoire import Repertoire, is_reworded
from player.stage.rungs import Rung
from player.stage.scene import BuiltinScene, Scene, joined

logger = logging.getLogger(__name__)

LATE: Final = timedelta(seconds=2)
"""A clip or recording put on later than this after its slot began joins in the middle, in step
with the screens beside it; less is the time any page takes to come on."""

EARLY_S: Final = 0.005
"""A timer may fire this much before its instant; waking again at once would be a busy loop."""

CENTURY: Final = timedelta(days=36_525)
MILLISECOND: Final = timedelta(milliseconds=1)


class Performance(QObject):
    """One screen's play, from taking a pack until the end of the process."""

    taken = Signal(object)
    """The ``Repertoire`` that is performed from now on, or None."""

    damaged = Signal(str)
    """Digest of a file that is missing or not what it is named for."""

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
        self._clock = now
        self._trust = trust
        self._repertoire: Repertoire | None = None
        self._offered: Repertoire | None = None
        self._on_air: PagesOnAir | None = None
        self._forgives = False
        self._is_closed = False
        self._believed = ClockTrust.TRUSTED
        self._state = State()
        # One for good: a timer for each wait left 14 bytes behind (PySide6 6.12.0).
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._events: deque[Event] = deque()
        self._due: tuple[Show, Scene] | None = None
        self._taken_at = datetime.max.replace(tzinfo=UTC)
        self._stumbles = 0
        stage.appeared.connect(self._appeared)
        stage.failed.connect(self._failed)
        self._watch = ClipWatch(stage, clips)
        self._watch.failed.connect(self._clip_failed)

    def _now(self) -> datetime:
        """Return the present instant; of a clock that shows no year of ours, one that passes."""
        now = self._clock()
        return now if EARLIEST <= now < LATEST else EARLIEST + (now - EARLIEST) % CENTURY

    def take(self, repertoire: Repertoire | None, *, forgives: bool = False) -> None:
        """Perform this pack from now on.

        Args:
            repertoire: None: there is no pack to show.
            forgives: what failed in this very pack before may be shown again.
        """
        self._repertoire, self._offered, self._forgives = repertoire, None, forgives
        self._survive(self._take)
        self.taken.emit(repertoire)

    def correct(self, repertoire: Repertoire) -> None:
        """Perform the pack on stage as its gate corrects it now: nothing begins anew."""
        before = self._repertoire
        if before is None or before.pack != repertoire.pack or self._state.schedule is None:
            self.take(repertoire)
            return
        self._repertoire = repertoire
        self._survive(lambda: self._correct(before, repertoire))
        self.taken.emit(repertoire)

    def offer(self, repertoire: Repertoire) -> None:
        """Perform this pack from the next slot on; at once where none is on stage."""
        if self._state.slot is None and not self._state.rests:
            self.take(repertoire)
        else:
            self._offered = repertoire

    def interleave(self, on_air: PagesOnAir) -> None:
        """Put these pages between the slots of the programme from now on."""
        before, self._on_air = self._on_air, on_air
        if before is None or before.between != on_air.between:
            self._survive(self._reschedule)

    def around(self) -> Mapping[int, ProgrammeSlot]:
        """Return the slots of items around what is on stage: steps from it -> slot.

        While the programme rests (below the panel, say) it stands still, and its slot is over soon:
        counted from is then what would be on stage.
        """
        schedule, slot, now = self._state.schedule, self._state.slot, self._now()
        if schedule is None or slot is None:
            return {}
        if not slot.start <= now < slot.end:
            slot = schedule.slot_at(now)
        if slot.item.startswith(NOTICE):
            slot = beside(schedule, slot, 1)
        return {0: slot, 1: beside(schedule, slot, 1), -1: beside(schedule, slot, -1)}

    def claim(self, rung: Rung) -> None:
        """Give the screen to ``rung``; the programme rests below one that covers it."""
        self._survive(lambda: self._fold(Claimed(rung, self._now())))

    def release(self, rung: Rung) -> None:
        """Take the claim of ``rung`` back; the programme goes on where it is by now."""
        self._survive(lambda: self._fold(Released(rung, self._now())))

    def close_gate(self, is_closed: bool) -> None:  # noqa: FBT001  (a signal's)
        """Play the page of a closed gate instead of the programme, or the programme again."""
        if is_closed is not self._is_closed:
            self._is_closed = is_closed
            self._survive(self._take)

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        self._survive(self._look_at_clock)

    @property
    def rests(self) -> bool:
        """Whether something above the programme has the screen."""
        return self._state.rests

    @property
    def awaits_page(self) -> bool:
        """Whether a page is due that has not been seen yet."""
        return self._due is not None and not self._state.rests

    @property
    def overrun_s(self) -> float:
        """For how long the slot on stage has been over; 0 while it lasts, or nobody sees it."""
        slot = self._state.slot
        if slot is None or self.rests:
            return 0.0
        return max(0.0, (self._now() - slot.end).total_seconds())

    def _survive(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception:
            self._stumbles += 1
            if self._stumbles == 1:
                logger.critical("the programme cannot go on", exc_info=True)
            self._fall()
            return
        if self._stumbles and self._state.schedule is not None:
            logger.info("the programme goes on", extra={"stumbles": self._stumbles})
            self._stumbles = 0

    def _fall(self) -> None:
        self._state = State(claims=self._state.claims)
        self._clips.retire()
        self._show_builtin()
        self._wake_in(LONGEST_S)

    def _take(self) -> None:
        if self._repertoire is None:
            self._fold(PackLost(self._now()))
            return
        self._taken_at = self._now()
        believed = self._trust(self._clock())
        if believed is not self._believed:
            logger.warning("clock trust changed", extra={"trust": believed.value})
            self._believed = believed
        self._fold(self._taken(self._repertoire))

    def _correct(self, before: Repertoire, after: Repertoire) -> None:
        now = self._now()
        differs = is_reworded((before, after), self._state, now, self._believed)
        self._fold(Corrected(self._schedule(after), after.material, now, differs=differs))

    def _look_at_clock(self) -> None:
        slot, now = self._state.slot, self._now()
        is_over = slot is None or not slot.start <= now < slot.end
        if self._offered is not None and is_over and not self._state.rests:
            self.take(self._offered)
            return
        if self._repertoire is None:
            self._fold(Tick(now))
            return
        if self._stumbles or self._trust(self._clock()) is not self._believed:
            self._take()
        else:
            self._fold(Tick(self._now()))

    def _taken(self, repertoire: Repertoire) -> PackTaken:
        forgives, self._forgives = self._forgives, False
        return PackTaken(self._schedule(repertoire), repertoire.material, self._now(), forgives)

    def _schedule(self, repertoire: Repertoire) -> Schedule:
        composer, content = repertoire.composer, repertoire.composer.pack.content
        zone = ZoneInfo(content.gate.time_zone)
        programme: Schedule = Programme(content, repertoire.profile, self._believed)
        if self._is_closed:
            programme = ClosedProgramme(zone, composer.languages)
        if self._on_air is None:
            return programme
        between = self._on_air.between
        if between.held is not None and between.held.item not in content.item_by_id:
            between = replace(between, held=None)  # it has gone with the pack before
        return Interleaved(programme, between, composer.languages, zone)

    def _reschedule(self) -> None:
        if self._repertoire is not None and self._state.schedule is not None:
            self._fold(Rescheduled(self._schedule(self._repertoire), self._now()))

    def _fold(self, event: Event) -> None:
        """Fold ``event``; one that comes of carrying out a command waits for the other commands."""
        self._events.append(event)
        if len(self._events) > 1:
            return
        try:
            while self._events:
                self._state, commands = step(self._state, self._events[0])
                for command in commands:
                    self._carry_out(command)
                self._events.popleft()
        finally:
            self._events.clear()

    def _carry_out(self, command: Command) -> None:
        match command:
            case Show():
                self._show(command)
            case ShowBuiltin():
                self._show_builtin()
            case WakeAt():
                self._wake_in((command.instant - self._now()).total_seconds())
            case WarmUpVideo():
                self._clips.prepare()
            case RetireVideo():
                self._clips.retire()
            case _:
                assert_never(command)

    def _show(self, command: Show) -> None:
        if self._repertoire is None:
            return
        slot, now = command.slot, self._now()
        try:
            scene = self._scene(self._repertoire.composer, command, now)
        except PlaybackError as e:
            self._lose_to(e, command)
            return
        except Exception as e:
            logger.exception("a scene cannot be made", extra={"item": command.item})
            self._lose(command.item, type(e).__name__, None)
            return
        if now - slot.start > LATE:
            scene = joined(scene, now - slot.start)
        self._due = None if command.anew else (command, scene)
        elapsed_s = (now - slot.start).total_seconds()
        self._stage.show(scene, elapsed_s, (slot.end - slot.start).total_seconds())
        if not isinstance(scene, BuiltinScene) and scene.words.fresh_until is not None:
            self._fold(Worded(command.item, scene.words.fresh_until, now))

    def _scene(self, composer: Composer, command: Show, now: datetime) -> Scene:
        language = command.slot.language
        if command.item.startswith(NOTICE):
            page = self._on_air.scene(command.item, language, now) if self._on_air else None
            if page is None:
                raise PlaybackError(command.item, "this notice is not on air any more")
            return page
        make = composer.still if command.as_still else composer.scene
        return make(command.item, language, now, self._believed)

    def _show_builtin(self) -> None:
        self._due = None
        self._stage.show(BuiltinScene())

    def _lose_to(self, error: PlaybackError, command: Show) -> None:
        """Do without a file that is missing or damaged: a clip's picture can stand for it."""
        self.damaged.emit(error.asset)
        item, material = command.item, self._state.material
        if error.asset == material.clips.get(item) and not command.as_still:
            self._lose_clip(item, str(error))
            self._show(replace(command, as_still=True))
            return
        is_picture = error.asset == material.pictures.get(item)
        self._lose(item, str(error), error.asset if is_picture else None)

    def _wake_in(self, seconds: float) -> None:
        self._timer.start(round(min(max(EARLY_S, seconds + EARLY_S), LONGEST_S) * 1000))

    @Slot(object)
    def _appeared(self, scene: Scene) -> None:
        """Say which slot is seen, and how late; the only line of a slot that goes well."""
        if self._due is None or self._due[1] is not scene:
            return
        (show, _), self._due = self._due, None
        slot, by = show.slot, self._now() - max(show.slot.start, self._taken_at)
        logger.info(
            "slot",
            extra={
                "item": show.item,
                "language": slot.language,
                "why": slot.why,
                "due": slot.item,
                "begin": slot.start.isoformat(),
                "late_ms": by // MILLISECOND,
            },
        )

    @Slot(str, str)
    def _clip_failed(self, item: str, reason: str) -> None:
        self._survive(lambda: self._lose_clip(item, reason))

    @Slot(object, str, bool)
    def _failed(self, scene: Scene, reason: str, isOfPicture: bool) -> None:  # noqa: FBT001, N803  (a slot)
        if isinstance(scene, BuiltinScene):
            return
        item = getattr(scene, "item", self._state.showing or "")
        media = self._state.material.pictures.get(item) if isOfPicture else None
        self._survive(lambda: self._lose(item, reason, media))

    def _lose_clip(self, item: str, reason: str) -> None:
        logger.warning("clip cannot be played", extra={"item": item, "reason": reason})
        media = self._state.material.clips.get(item)
        if media is not None:  # else of a pack that has gone
            self._fold(ClipFailed(media, self._now()))

    def _lose(self, item: str, reason: str, media: str | None) -> None:
        logger.warning("item cannot be shown", extra={"item": item, "reason": reason})
        self._fold(Failed(item, self._now(), media))
