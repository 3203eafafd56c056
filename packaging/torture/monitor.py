"""A display that can be turned and whose cable can be pulled while a player draws on it.

Xvfb in place of a graphics card: its one output takes any mode within the size it began with, and
can be switched off, by RandR, as Xorg's do. Under Wayland a compositor's window is the display,
which can be turned alone.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from bench.framebuffer import Framebuffer, watched_display

from tests.fakes.compositor import compositor
from tests.fakes.xtest import keypad
from torture.recording import Frame, look

OUTPUT: Final = "screen"
"""Xvfb's name of it."""

RATE_HZ: Final = 60

Shape = tuple[int, int]
"""Width and height, pixels."""


@dataclass
class Monitor:
    """A display in one of several shapes.

    Attributes:
        whole: all the memory there is for its picture.
        shape: in which it is, or was last.
        wants: what the environment of whoever draws on it needs, besides its name.
    """

    whole: Framebuffer
    shape: Shape
    wants: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The value for ``DISPLAY``."""
        return self.whole.display

    @property
    def lit(self) -> Framebuffer:
        """The part of the memory that is on show."""
        width, height = self.shape
        return replace(self.whole, layout=replace(self.whole.layout, width=width, height=height))

    @property
    def windows(self) -> list[tuple[int, int, int, int]]:
        """Where windows are: left and upper edge, width, height; the lowest first."""
        with keypad(self.name) as plugged:
            return [window.place for window in plugged.windows()]

    def look(self) -> Frame:
        """Return the present picture."""
        return look(self.lit)

    def turn(self, shape: Shape) -> None:
        """Take another shape, or be there again in that one."""
        self._tell("--output", OUTPUT, "--mode", _mode(shape), "--fb", _mode(shape))
        self.shape = shape

    def pull(self) -> None:
        """Be gone, until it is turned to a shape."""
        self._tell("--output", OUTPUT, "--off", "--fb", _mode(self.shape))

    def learn(self, shape: Shape) -> None:
        """Know a shape."""
        width, height = map(str, shape)
        # No blanking: nothing is sent anywhere.
        megahertz = f"{shape[0] * shape[1] * RATE_HZ / 1e6:.2f}"
        self._tell("--newmode", _mode(shape), megahertz, *[width] * 4, *[height] * 4)
        self._tell("--addmode", OUTPUT, _mode(shape))

    def _tell(self, *words: str) -> None:
        subprocess.run(["xrandr", "-display", self.name, *words], check=True, capture_output=True)


class WaylandMonitor(Monitor):
    """The window of a compositor, in a larger display."""

    def turn(self, shape: Shape) -> None:
        """Take another shape."""
        with keypad(self.name) as plugged:
            plugged.lay(plugged.windows()[-1], (0, 0, *shape))
        self.shape = shape


def _mode(shape: Shape) -> str:
    return f"{shape[0]}x{shape[1]}"


@contextmanager
def monitor(shapes: Sequence[Shape]) -> Iterator[Monitor]:
    """Plug a display in that knows these shapes, and is in the first of them.

    Raises:
        subprocess.CalledProcessError: its server does not do that.
    """
    # With its last client a server would forget the shapes, and xrandr is one that comes and goes.
    with watched_display(_cover(shapes), 0, "-noreset") as whole:
        plugged = Monitor(whole, _cover(shapes))
        for shape in shapes:
            plugged.learn(shape)
        plugged.turn(shapes[0])
        yield plugged


@contextmanager
def wayland_monitor(shapes: Sequence[Shape], folder: Path) -> Iterator[WaylandMonitor]:
    """Run a compositor whose display knows these shapes, and is in the first of them.

    Args:
        shapes: of its display.
        folder: not there yet; for its socket.

    Raises:
        RuntimeError: it did not start.
    """
    folder.mkdir()
    with (
        watched_display(_cover(shapes), 0, "-noreset") as whole,
        compositor(whole.display, folder, shapes[0]) as wants,
    ):
        yield WaylandMonitor(whole, shapes[0], wants)


def _cover(shapes: Sequence[Shape]) -> Shape:
    """Return the smallest shape that has room for each of these."""
    return max(width for width, _ in shapes), max(height for _, height in shapes)
