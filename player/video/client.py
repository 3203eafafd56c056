"""The show process's side of video: one worker, started when needed, killed when it hangs.

Decides when a worker is started, what of its talk is believed and which frame is the reader's.
It leaves to its owner when to prepare and retire a worker, and to call ``read_events`` when the
socket has something to say and ``check`` a few times a second. Nothing here waits for the worker.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.video.frames import Frame, FrameRing
from player.video.geometry import Fill
from player.video.launch import REAP_TIMEOUT_S, Order, WorkerProcess
from player.video.link import WorkerLink, describe
from player.video.phases import (
    DEADLINES,
    Absent,
    Deadlines,
    Idle,
    Opening,
    Phase,
    Starting,
    Stopping,
    after,
    clip_of,
    overdue,
    overgrown,
)
from player.video.protocol import (
    Command,
    Ended,
    Event,
    Failed,
    FrameAt,
    Listen,
    Opened,
    Play,
    Shown,
    Stop,
)
from player.video.wear import Wear, worn

_READS: Final = 4
"""How often one call reads the socket; a worker that floods it cannot hold show up."""


@dataclass(frozen=True, slots=True)
class FrameReady:
    """``latest_frame`` has a new one."""

    clip: int
    serial: int


@dataclass(frozen=True, slots=True)
class WorkerGone:
    """The worker has ended without having been asked; the next ``play`` starts another."""

    reason: str


@dataclass(frozen=True, slots=True)
class WorkerRenewed:
    """A fresh worker stands in the place of one that had worked enough; no clip was lost."""

    reason: str


VideoEvent = Opened | FrameReady | Ended | Failed | WorkerGone | WorkerRenewed


class VideoClient:
    """One video on one screen. Not thread-safe, but see ``latest_frame``."""

    def __init__(
        self,
        ring: FrameRing,
        launch: Callable[[Order], WorkerProcess],
        monotonic: Callable[[], float],
        limits: Deadlines = DEADLINES,
    ) -> None:
        """Make a client without a worker.

        Args:
            ring: read side; owned by the client from now on.
            launch: starts a worker process.
            monotonic: seconds that never step.
            limits: how long the worker's answers may take.
        """
        self._ring: Final = ring
        self._launch: Final = launch
        self._monotonic: Final = monotonic
        self._limits: Final = limits
        self._phase: Phase = Absent()
        self._link: WorkerLink | None = None
        self._clip = 0
        self._wanted: int | None = None
        self._latest: FrameAt | None = None
        self._held: Frame | None = None
        self._seen = 0
        self._clips = 0
        self._begun_s = 0.0
        self._outbox: list[VideoEvent] = []
        self._unreaped: list[WorkerProcess] = []
        self._is_closed = False

    @property
    def phase(self) -> Phase:
        """What the worker is doing."""
        return self._phase

    def fileno(self) -> int | None:
        """Return the descriptor that becomes readable when ``read_events`` has something to do.

        Another one after each start of a worker; None while there is none.
        """
        return None if self._link is None else self._link.fileno()

    def prepare(self) -> None:
        """Start a worker, if there is none, so that the next ``play`` need not wait for it."""
        if self._link is None:
            self._start(None)

    def retire(self) -> None:
        """End the worker, if there is one. The last frame stays readable."""
        if self._link is not None:
            self._end(self._link)

    def play(
        self,
        path: Path,
        size: tuple[int, int],
        volume: int | None = None,
        fill: Fill = Fill.FIT,
        start_ms: int = 0,
    ) -> int:
        """Play a file, instead of whatever is playing.

        Args:
            path: absolute path of a local file.
            size: of its place on screen, in device pixels.
            volume: 0 to 100; None for no sound at all.
            fill: fit inside ``size`` or cover it.
            start_ms: where in the clip to begin.

        Returns:
            The number of this playing, named by all of its events. What goes wrong arrives as
            ``Failed``, also when no worker can be started.
        """
        clip = self._next_clip()
        self._send(Play(clip, str(path), *size, fill.value, volume, start_ms))
        return clip

    def listen(self, path: Path, volume: int, start_ms: int = 0) -> int:
        """Play a recording, instead of whatever is playing.

        Args:
            path: absolute path of a local file that holds one track of sound and nothing else.
            volume: 0 to 100.
            start_ms: where in the recording to begin.

        Returns:
            As ``play``; of a recording nothing is told but its end.
        """
        clip = self._next_clip()
        self._send(Listen(clip, str(path), volume, start_ms))
        return clip

    def _next_clip(self) -> int:
        self._renew()
        self._clip += 1
        self._forget_latest()
        self._wanted = self._clip
        match self._phase:
            case Absent():
                self._start(self._clip)
            case Starting(since):
                self._phase = Starting(since, self._clip)
            case _:
                self._phase = Opening(self._monotonic(), self._clip)
        self._clips += 1
        return self._clip

    def stop(self) -> None:
        """Stop playing; the last frame stays readable."""
        if clip_of(self._phase) is None:
            return
        if isinstance(self._phase, Starting):
            self._phase = Starting(self._phase.since, None)
        else:
            self._phase = Stopping(self._monotonic())
        self._wanted = None
        self._forget_latest()
        self._send(Stop())

    def read_events(self) -> tuple[VideoEvent, ...]:
        """Return what has happened since the last call, without waiting."""
        for _ in range(_READS):
            if self._link is not None:
                self._receive(self._link)
        events, self._outbox = tuple(self._outbox), []
        return events

    def check(self, now: float) -> tuple[VideoEvent, ...]:
        """Kill the worker if it has hung or grown too large, and return what has happened.

        Args:
            now: seconds of the clock given to the constructor.

        Returns:
            As ``read_events``, which goes first: a busy show must not take its own delay for
            the worker's.
        """
        events = self.read_events()
        if self._link is not None:
            self._judge(self._link, now)
        self._unreaped = [process for process in self._unreaped if process.reap(0) is None]
        return events + self.read_events()

    def _judge(self, link: WorkerLink, now: float) -> None:
        grown = overgrown(self._phase, link.held_bytes())
        reason = link.fault or overdue(self._phase, now, self._limits) or grown
        if reason is not None:
            self._lose(link, reason)
        elif isinstance(self._phase, Idle) and self._renew():
            self._start(None)

    def _renew(self) -> bool:
        """End a worker that has worked enough; whoever asked starts the next."""
        link = self._link
        if link is None or isinstance(self._phase, Starting):
            return False
        age_s = self._monotonic() - self._begun_s
        reason = worn(Wear(self._clips, age_s, link.held_bytes()))
        if reason is not None:
            self._end(link)
            self._outbox.append(WorkerRenewed(reason))
        return reason is not None

    def latest_frame(self, clip: int) -> Frame | None:
        """Take the newest frame of a clip, giving back the one taken before.

        Call it where the frame taken before is no longer read, in Qt that is
        ``updatePaintNode``: on the render thread, while the GUI thread waits.

        Args:
            clip: as returned by ``play``.

        Returns:
            None when no new frame of this clip has come.
        """
        at, link = self._latest, self._link
        if at is None or link is None or at.clip != clip:
            return None
        self._latest = None
        try:
            self._held = self._ring.frame(at.slot, at.serial)
        except ValueError as error:
            link.fault = str(error)
            return None
        link.send(Shown(at.serial, at.serial))
        return self._held

    def close(self) -> None:
        """End the worker and let go of the ring; no other is started, whoever asks for a clip."""
        self._is_closed = True
        self.retire()
        for process in self._unreaped:
            process.reap(REAP_TIMEOUT_S)
        self._ring.close()

    def _start(self, clip: int | None) -> None:
        if self._is_closed:  # the number of the ring's descriptor is somebody else's by now
            self._complain(clip, "the player ends")
            return
        self._clips, self._begun_s = 0, self._monotonic()
        held = None if self._held is None else (self._held.slot, self._held.header.serial)
        try:
            self._link = WorkerLink(self._launch, self._ring.fd, held, self._seen + 1)
        except OSError as error:
            self._complain(clip, f"no worker can be started: {error}")
        else:
            self._phase = Starting(self._monotonic(), clip)

    def _send(self, command: Command) -> None:
        if self._link is not None:
            self._link.send(command)

    def _receive(self, link: WorkerLink) -> None:
        for event in link.receive():
            self._take(event, self._monotonic())
        if link.hung_up:
            clip = clip_of(self._phase)
            self._complain(clip, f"the worker died: {describe(self._end(link))}")

    def _take(self, event: Event, now: float) -> None:
        before, self._phase = self._phase, after(self._phase, event, now)
        if isinstance(event, FrameAt):
            self._take_frame(event)
        elif isinstance(event, Opened | Ended | Failed) and self._phase is not before:
            self._outbox.append(event)

    def _take_frame(self, event: FrameAt) -> None:
        self._seen = max(self._seen, event.serial)
        if event.clip != self._wanted:
            self._release(event.serial)
            return
        # A frame nobody has taken is passed over: frames come whether somebody draws or not.
        self._forget_latest()
        self._latest = event
        self._outbox.append(FrameReady(event.clip, event.serial))

    def _forget_latest(self) -> None:
        if self._latest is not None:
            self._release(self._latest.serial)
            self._latest = None

    def _release(self, seen: int) -> None:
        self._send(Shown(0 if self._held is None else self._held.header.serial, seen))

    def _lose(self, link: WorkerLink, reason: str) -> None:
        clip = clip_of(self._phase)
        self._end(link)
        self._complain(clip, reason)

    def _end(self, link: WorkerLink) -> int | None:
        self._link, self._phase = None, Absent()
        self._latest = self._wanted = None
        status = link.end()
        if status is None:
            self._unreaped.append(link.process)
        return status

    def _complain(self, clip: int | None, reason: str) -> None:
        if clip is not None:
            self._outbox.append(Failed(clip, reason))
        self._outbox.append(WorkerGone(reason))
