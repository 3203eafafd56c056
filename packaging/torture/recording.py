"""A recording of a virtual display: thirty samples of its pixels a second, and when."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bench.framebuffer import Framebuffer

from player import clock

RATE: Final = 30
READS: Final = 5
REPAINT_S: Final = 0.002
"""Between two readings of one frame: Xvfb copies a picture into its memory bit by bit."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stood on the display at an instant: three bytes (red, green, blue) a sample."""

    at: datetime
    pixels: bytes


@dataclass(slots=True)
class Recording:
    """Frames in order; equal neighbours share their pixels."""

    frames: list[Frame] = field(default_factory=list)

    def add(self, frame: Frame) -> None:
        """Append a frame."""
        last = self.frames[-1].pixels if self.frames else b""
        self.frames.append(Frame(frame.at, last) if frame.pixels == last else frame)


def rgb(sample: bytes) -> bytes:
    """Return a sample of a display (blue, green, red, unused) as red, green, blue."""
    found = bytearray(len(sample) // 4 * 3)
    for channel in range(3):
        found[channel::3] = sample[2 - channel :: 4]
    return bytes(found)


def look(display: Framebuffer) -> Frame:
    """Return the display's present picture, read until two readings agree.

    The display server copies each picture into its memory piece by piece; one half copied is of
    our way of looking and not of what a panel is sent.
    """
    at, sample = clock.now(), display.sample()
    for _ in range(READS):
        time.sleep(REPAINT_S)
        at, before, sample = clock.now(), sample, display.sample()
        if sample == before:
            break
    return Frame(at, rgb(sample))


def record(
    display: Framebuffer,
    recording: Recording,
    lasts_s: float,
    is_over: Callable[[Frame], bool] = lambda _: False,
) -> None:
    """Add frames to a recording, ``RATE`` a second.

    Args:
        display: looked at.
        recording: grows.
        lasts_s: for how long at most.
        is_over: asked after each frame; may do harm to the player.
    """
    begun_s = clock.monotonic()
    for number in range(round(lasts_s * RATE)):
        time.sleep(max(0.0, begun_s + number / RATE - clock.monotonic()))
        frame = look(display)
        recording.add(frame)
        if is_over(frame):
            return
