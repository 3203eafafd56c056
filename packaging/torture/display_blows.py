"""Blows at the display: turned while the player plays, gone and back, also in another shape."""

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from player.health.watch import Fault
from player.store.layout import Home
from torture.blows import BACK_S, PATIENCE_S, health, kept_player
from torture.claim import Claim
from torture.matching import Page, is_uniform, matches
from torture.monitor import Monitor, Shape, monitor, wayland_monitor
from torture.packs import CYCLE, install_cycle
from torture.playing import SIZE, draw_pages
from torture.recording import Recording, record
from torture.warden import Warden, kept

UPRIGHT: Final = SIZE[1], SIZE[0]
SHAPES: Final = (SIZE, UPRIGHT)
CYCLE_S: Final = (4, 4, 4, 4)
STAYS_S: Final = 2.0
"""For so long after a blow the picture is looked at once it is back."""


@dataclass(frozen=True, slots=True)
class Follower:
    """A player that is to follow its display, and what it must show.

    Attributes:
        display: of it.
        warden: keeps it.
        pages: shape -> item -> its page.
    """

    display: Monitor
    warden: Warden
    pages: Mapping[Shape, Mapping[str, Page]]

    def shows(self, *items: str) -> bool:
        """Whether the page of one of these stands on the whole display, set for its shape."""
        shape = self.display.shape
        if self.display.windows != [(0, 0, *shape)]:
            return False
        pixels, pages = self.display.look().pixels, self.pages[shape]
        return any(matches(pixels, pages[item], pages[item]) for item in items)

    def await_item(self, item: str) -> None:
        """Wait until a page stands.

        Raises:
            TimeoutError: it never did.
        """
        self.warden.until(lambda: self.shows(item), PATIENCE_S)

    def turn(self, shape: Shape) -> "Aftermath":
        """Turn the display, or bring it back in that shape; say what came of it."""
        self.display.turn(shape)
        try:
            back_s = self.warden.until(lambda: self.shows(*CYCLE), PATIENCE_S)
        except TimeoutError:
            back_s = PATIENCE_S
        seen = Recording()
        record(self.display.lit, seen, STAYS_S)
        return Aftermath(back_s, sum(is_uniform(frame.pixels) for frame in seen.frames))


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came of a blow.

    Attributes:
        back_s: until a whole page stood on the whole display; at most ``PATIENCE_S``.
        uniform: frames of one colour after that.
    """

    back_s: float
    uniform: int


def claims(
    folder: Path, items: Sequence[str] = CYCLE, returns: Sequence[Shape] = SHAPES
) -> Iterator[Claim]:
    """Deal one blow after the other, on an X server and under Wayland.

    Args:
        folder: not there yet.
        items: while each of which the display is turned.
        returns: shapes in which it comes back after it was away.
    """
    folder.mkdir()
    home = install_cycle(folder, CYCLE_S)
    pages = {shape: draw_pages(home, CYCLE, shape) for shape in SHAPES}
    try:
        with monitor(SHAPES) as display, _following(folder / "x", home, display, pages) as follower:
            yield _turned(follower, items)
            yield from _pulled(follower, home, returns)
        with (
            wayland_monitor(SHAPES, folder / "run") as display,
            _following(folder / "wayland", home, display, pages) as follower,
        ):
            yield _turned(follower, items)
    except (OSError, RuntimeError, subprocess.CalledProcessError) as e:
        yield Claim("the picture follows its display", f"not measured: {e}", holds=False)


@contextmanager
def _following(
    folder: Path, home: Home, display: Monitor, pages: Mapping[Shape, Mapping[str, Page]]
) -> Iterator[Follower]:
    """Run a player on ``display``, from its first page on."""
    folder.mkdir()
    warden = kept_player(folder, home, display.name, **display.wants)
    with kept(warden):
        warden.until(lambda: warden.told("READY=1") is not None, PATIENCE_S)
        yield Follower(display, warden, pages)


def _turned(follower: Follower, items: Sequence[str]) -> Claim:
    """Turn the display during each item, upright and back."""
    found = []
    for item in items:
        follower.await_item(item)
        found.append(follower.turn(UPRIGHT if follower.display.shape == SIZE else SIZE))
    platform = follower.warden.environment["QT_QPA_PLATFORM"]
    what = f"display turned ({platform}): a whole page set for its shape within {BACK_S:g} s"
    return _claim(what, follower.warden, found)


def _pulled(follower: Follower, home: Home, returns: Sequence[Shape]) -> Iterator[Claim]:
    """Pull the cable until the player knows, and bring the display back."""
    found = []

    def is_told() -> bool:
        faults = health(home)["faults"]
        return any(
            each["fault"] == Fault.DISPLAY_AWAY.value and not each["over"] for each in faults
        )

    told = 0
    for shape in returns:
        follower.await_item(CYCLE[0])
        follower.display.pull()
        was_told = _holds(follower.warden, is_told)
        found.append(follower.turn(shape))
        told += was_told and _holds(follower.warden, lambda: not is_told())
    what = f"display off and on: the picture is whole again within {BACK_S:g} s"
    yield _claim(what, follower.warden, found)
    figure = f"while it was, and that it is over: {told} of {len(found)} times"
    yield Claim("status tells of a display that is away", figure, told == len(found))


def _holds(warden: Warden, condition: Callable[[], bool]) -> bool:
    try:
        warden.until(condition, PATIENCE_S)
    except TimeoutError:
        return False
    return True


def _claim(what: str, warden: Warden, found: list[Aftermath]) -> Claim:
    slowest_s, uniform = max(each.back_s for each in found), sum(each.uniform for each in found)
    lost = warden.log.read_text("utf-8").count("clip cannot be played")
    figure = (
        f"slowest {slowest_s:.1f} s of {len(found)}, {uniform} uniform frames, {lost} clips lost, "
        f"the player began {warden.starts} times"
    )
    holds = slowest_s <= BACK_S and not uniform and not lost and warden.starts == 1
    return Claim(what, figure, holds)
