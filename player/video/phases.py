"""What a worker is doing and when it counts as hung: pure functions of (phase, event, now).

Only progress is health: a process that lives, or even decodes, but brings no frame or sound on
time has hung. Each phase that waits for the worker carries the instant since which it waits.
"""

from dataclasses import dataclass
from typing import Final, assert_never

from player.video.protocol import (
    Ended,
    Event,
    Failed,
    FrameAt,
    Heard,
    Opened,
    Ready,
    Stopped,
)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long each answer may take, in seconds.

    Attributes:
        start_s: from starting the process until libvlc is there; long, because a cold disk reads
            60 MB of plugins.
        open_s: from ``play`` until the first picture is being made, or sound is heard.
        frame_s: from frame to frame; with the check and the fade, the picture stands within 2 s.
        sound_s: from one progress of a recording to the next; longer, because sound is decoded
            in larger pieces than pictures (0.75 s apart at most on a busy machine).
        stop_s: from the end of a clip, or from ``stop``, until libvlc has let go of it.
    """

    start_s: float = 10.0
    open_s: float = 2.0
    frame_s: float = 1.2
    sound_s: float = 1.7
    stop_s: float = 2.0


DEADLINES: Final = Deadlines()

IDLE_BYTES: Final = 400 << 20
"""More than this between two clips is a leak: after a clip of 1080p it holds 0.1 GB."""

BUSY_BYTES: Final = 1200 << 20
"""More than this in mid-clip is a hostile file; one of 4096 x 2304 takes half of it."""


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no worker."""


@dataclass(frozen=True, slots=True)
class Starting:
    """The process has been started; ``clip`` waits for it, if any."""

    since: float
    clip: int | None


@dataclass(frozen=True, slots=True)
class Idle:
    """The worker waits for us."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A clip has been asked for."""

    since: float
    clip: int


@dataclass(frozen=True, slots=True)
class Playing:
    """Frames come; ``since`` is when the last one did."""

    since: float
    clip: int


@dataclass(frozen=True, slots=True)
class Sounding:
    """A recording goes on; ``since`` is when it last did."""

    since: float
    clip: int


@dataclass(frozen=True, slots=True)
class Stopping:
    """The clip is over or no longer wanted, and libvlc is to let go of it."""

    since: float


Phase = Absent | Starting | Idle | Opening | Playing | Sounding | Stopping


def after(phase: Phase, event: Event, now: float) -> Phase:
    """Return the phase an event leads to.

    Args:
        phase: the one before.
        event: what the worker says; out of place or of another clip it changes nothing.
        now: when it was read, in seconds.
    """
    match phase, event:
        case Starting(_, clip), Ready():
            return Idle() if clip is None else Opening(now, clip)
        case Stopping(), Stopped():
            return Idle()
        case (Opening(_, clip), Opened(of)) | (Playing(_, clip), FrameAt(of)) if of == clip:
            return Playing(now, clip)
        case ((Opening(_, clip) | Sounding(_, clip)), Heard()) if event.clip == clip:
            return Sounding(now, clip)
        case ((Opening() | Playing() | Sounding()), (Ended() | Failed())) if (
            event.clip == phase.clip
        ):
            return Stopping(now)
    return phase


def overdue(phase: Phase, now: float, limits: Deadlines) -> str | None:
    """Say what the worker has failed to do in time.

    Args:
        phase: what the worker is doing.
        now: of the same monotonic clock as the phase's ``since``, in seconds.
        limits: how long each answer may take.

    Returns:
        A reason for the log, or None while all is well.
    """
    match phase:
        case Absent() | Idle():
            return None
        case Starting(since):
            return _late("the worker did not start", now - since, limits.start_s)
        case Opening(since):
            return _late("the file did not open", now - since, limits.open_s)
        case Playing(since):
            return _late("no frame came", now - since, limits.frame_s)
        case Sounding(since):
            return _late("no sound came", now - since, limits.sound_s)
        case Stopping(since):
            return _late("the file did not stop", now - since, limits.stop_s)
        case _:
            assert_never(phase)


def overgrown(phase: Phase, held_bytes: int) -> str | None:
    """Say whether the worker holds more memory than it may.

    Args:
        phase: what the worker is doing.
        held_bytes: its own memory.

    Returns:
        A reason for the log, or None while all is well.
    """
    limit = IDLE_BYTES if isinstance(phase, Idle) else BUSY_BYTES
    return f"the worker holds {held_bytes >> 20} MB" if held_bytes > limit else None


def clip_of(phase: Phase) -> int | None:
    """Return the clip that is wanted in this phase, None when no clip is."""
    return phase.clip if isinstance(phase, Starting | Opening | Playing | Sounding) else None


def _late(what: str, waited_s: float, limit_s: float) -> str | None:
    return f"{what} within {limit_s:g} s" if waited_s > limit_s else None
