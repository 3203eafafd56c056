"""The real client and its worker process, and somebody who takes each frame as show does."""

import select
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from player import clock
from player.video.client import FrameReady, VideoClient, VideoEvent
from player.video.frames import FrameRing
from player.video.geometry import frame_bytes
from player.video.launch import Order, WorkerProcess, launch_worker
from player.video.phases import Deadlines, Idle
from player.video.protocol import Ended, Failed
from tests.fakes.coded_clips import Colour

SMALL: Final = (320, 180)
PATIENCE_S: Final = 8.0


def grey(number: int) -> Colour:
    """Return a grey that grows from frame to frame."""
    return (30 + 2 * number,) * 3


@dataclass
class Watcher:
    """Stands in for show: reads events as they come and takes each frame."""

    limits: Deadlines = field(default_factory=Deadlines)
    size: tuple[int, int] = SMALL
    unread: list[VideoEvent] = field(default_factory=list)
    greys: list[tuple[int, int]] = field(default_factory=list)
    pids: list[int] = field(default_factory=list)
    on_frame: Callable[[], None] | None = None

    def __post_init__(self) -> None:
        ring = FrameRing.create(frame_bytes(*self.size))
        self.client = VideoClient(ring, self._launch, clock.monotonic, self.limits)

    def _launch(self, order: Order) -> WorkerProcess:
        process = launch_worker(order)
        self.pids.append(process._process.pid)  # type: ignore[attr-defined]
        return process

    def play(self, path: Path, volume: int | None = None, start_ms: int = 0) -> VideoEvent:
        """Play a clip to its end, whatever that is, and return it."""
        self.greys.clear()
        clip = self.client.play(path, self.size, volume, start_ms=start_ms)
        return self.wait(lambda event: isinstance(event, Ended | Failed) and event.clip == clip)

    def wait(self, is_wanted: Callable[[VideoEvent], bool]) -> VideoEvent:
        """Read events until one is wanted."""
        until = clock.monotonic() + PATIENCE_S
        while clock.monotonic() < until:
            while self.unread:
                event = self.unread.pop(0)
                if isinstance(event, FrameReady):
                    self._look(event.clip)
                if is_wanted(event):
                    return event
            self.unread += self._next()
        raise AssertionError(f"nothing came; {self.client.phase}")

    def rest(self) -> None:
        """Wait until the worker has let go of the last clip."""
        until = clock.monotonic() + PATIENCE_S
        while not isinstance(self.client.phase, Idle):
            assert clock.monotonic() < until
            self._next()

    def _next(self) -> tuple[VideoEvent, ...]:
        fd = self.client.fileno()
        if fd is not None:
            select.select([fd], [], [], 0.1)
        return self.client.check(clock.monotonic())

    def _look(self, clip: int) -> None:
        frame = self.client.latest_frame(clip)
        if frame is None:
            return
        seen = frame.pixels[1 : frame.header.stride * (frame.header.height - 1) : 4 * 997]
        self.greys.append((min(seen), max(seen)))
        if self.on_frame is not None:
            self.on_frame()
