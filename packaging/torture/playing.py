"""The real player on a recorded display, and what its recording and its log are judged by."""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bench.framebuffer import STEP, Framebuffer, watched_display
from PIL import Image
from virtual_display import stop

from player import clock
from player.clock import ClockTrust
from player.config.load import find_screen, load_screen
from player.config.screen import Screen
from player.main.repertoire import announcer, repertoire
from player.schedule.programme import Programme
from player.schedule.slot import Slot
from player.shell.snapshot import announce, take, unseen
from player.stage.repertoire import Repertoire
from player.store.layout import Home
from player.store.reader import open_installed
from torture.matching import Page, is_uniform, matches
from torture.overlays import Box, overlay_boxes
from torture.recording import Frame, Recording, record

SIZE: Final = (960, 540)
SCREEN: Final = "hall-tv"
LANGUAGE: Final = "vi"
FIRST_PAINT_S: Final = 20.0
WORKER: Final = b"player.main.worker"


NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
LATE: Final = timedelta(milliseconds=500)
"""A page whose first paint comes later than this after its slot began has missed it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a slot began with: the item, and how late the first frame of its page was."""

    item: str
    late: timedelta


@dataclass(slots=True)
class Play:
    """A player that runs.

    Attributes:
        process: the show process.
        display: what it draws on.
        recording: of the display, from the first paint on.
        log: file of its log.
    """

    process: subprocess.Popen[bytes]
    display: Framebuffer
    log: Path
    recording: Recording = field(default_factory=Recording)

    def watch(self, lasts_s: float, is_over: Callable[[Frame], bool] = lambda _: False) -> None:
        """Record until it ``is_over``, or for ``lasts_s``; see ``record``."""
        record(self.display, self.recording, lasts_s, is_over)

    def lines(self) -> list[Mapping[str, str]]:
        """Return the log so far; what Qt's picture decoders write beside it is left out."""
        lines = self.log.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def warnings(self) -> Counter[tuple[str, str]]:
        """Return how often each (message, item or file) was logged at WARNING or worse."""
        bad = [line for line in self.lines() if line["level"] not in {"info", "debug"}]
        return Counter((line["message"], line.get("item", "")) for line in bad)

    def seen(self) -> dict[datetime, Seen]:
        """Return begin of a slot -> what its player says it showed first in it."""
        lines = [line for line in self.lines() if line["message"] == "slot"]
        return {
            datetime.fromisoformat(line["begin"]): Seen(
                line["item"], timedelta(milliseconds=int(line["late_ms"]))
            )
            for line in reversed(lines)
        }

    def missed(
        self, frames: Sequence[Frame], programme: Programme, stand_ins: Mapping[str, str] = NOTHING
    ) -> list[str]:
        """Return every slot of a recording that another item had or whose page came late.

        Args:
            frames: of the recording.
            programme: what was due.
            stand_ins: as for ``judge``.

        Returns:
            A slot and what happened instead, in words; the slots at both ends of the recording,
            of which only a part is in it, are left out.
        """
        seen = self.seen()
        slots = list(programme.slots(frames[0].at, frames[-1].at))[1:-1]
        found = []
        for slot in slots:
            item = stand_ins.get(slot.item, slot.item)
            first = seen.get(slot.start)
            if first is None or first.item != item or first.late > LATE:
                found.append(f"{slot.start:%H:%M:%S} {item}: {first}")
        return found

    def workers(self) -> list[int]:
        """Return the pids of the video workers that have not been killed."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        pids = [int(pid) for pid in children.read_text("ascii").split()]
        return [pid for pid in pids if WORKER in Path(f"/proc/{pid}/cmdline").read_bytes()]


@contextmanager
def playing(home: Home, log: Path, environment: Mapping[str, str] = NOTHING) -> Iterator[Play]:
    """Run the player from its first paint until the end of the ``with`` block.

    Args:
        home: the player's.
        log: file to write.
        environment: of its process, besides this one's.

    Raises:
        RuntimeError: nothing was painted.
    """
    words = ["run", "--screen", SCREEN, "--home", str(home.folder)]
    with watched_display(SIZE) as display, log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "player", *words],
            env={
                **os.environ,
                **environment,
                "DISPLAY": display.display,
                "QT_QPA_PLATFORM": "xcb",
            },
            stderr=errors,
        )
        try:
            play = Play(process, display, log)
            _wait_for_paint(play)
            yield play
        finally:
            stop(process)


def _wait_for_paint(play: Play) -> None:
    until_s = clock.monotonic() + FIRST_PAINT_S

    def is_blank() -> bool:
        frames = play.recording.frames
        # The window's own ground comes first, and then the page, whole.
        return not frames or is_uniform(frames[-1].pixels)

    while is_blank():
        if clock.monotonic() > until_s or play.process.poll() is not None:
            raise RuntimeError("nothing was painted")
        play.watch(0.1)
    del play.recording.frames[:-1]


def on_screen(home: Home) -> Repertoire:
    """Return the installed pack as the player performs it."""
    return repertoire(screen(), open_installed(home.current, home))


def programme_of(home: Home) -> Programme:
    """Return what the player has to show."""
    play = on_screen(home)
    return Programme(play.composer.pack.content, play.profile, ClockTrust.TRUSTED)


def draw_pages(home: Home, items: Sequence[str], size: tuple[int, int] = SIZE) -> dict[str, Page]:
    """Return each item as a display of ``size`` must show it, drawn unseen, sampled alike."""
    performed, now = on_screen(home), clock.now()
    pages = {}
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-torture-") as state,
        unseen(screen(), size, Path(state)) as application,
    ):
        announce(application, announcer(performed), now, ClockTrust.TRUSTED)
        for item in items:
            scene = performed.composer.scene(item, LANGUAGE, now, ClockTrust.TRUSTED)
            pixels = _sampled(take(application, scene).png)
            hidden = frozenset(_values_in(overlay_boxes(application), size))
            pages[item] = Page(item, pixels, hidden)
    return pages


def screen() -> Screen:
    """Return the screen that is tortured."""
    return load_screen(find_screen(SCREEN), "en")


def _values_in(boxes: Iterable[Box], size: tuple[int, int]) -> Iterator[int]:
    """Yield the positions of a sample's values that lie in ``boxes``."""
    width, height = size
    columns = -(-width // STEP)
    for left, upper, right, lower in boxes:
        for y in range(-(-max(0, upper) // STEP), -(-min(lower, height) // STEP)):
            for x in range(-(-max(0, left) // STEP), -(-min(right, width) // STEP)):
                first = (y * columns + x) * 3
                yield from range(first, first + 3)


def _sampled(png: bytes) -> bytes:
    with Image.open(io.BytesIO(png)) as picture:
        whole, (width, height) = picture.convert("RGB").tobytes(), picture.size
    row, found = width * 3, bytearray()
    for y in range(0, height, STEP):
        line = whole[y * row : (y + 1) * row]
        pixels = zip(*(line[channel :: 3 * STEP] for channel in range(3)), strict=True)
        found += bytes(value for pixel in pixels for value in pixel)
    return bytes(found)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A recording, judged.

    Attributes:
        frames: how many.
        uniform: instants of frames of one colour.
        neither: instants of frames that are none of the pages of their instant.
        late: slot -> how long after its beginning its page first stood alone.
    """

    frames: int
    uniform: list[datetime]
    neither: list[datetime]
    late: dict[Slot, timedelta]


def judge(
    frames: Sequence[Frame],
    programme: Programme,
    pages: Mapping[str, Page],
    stand_ins: Mapping[str, str] = NOTHING,
) -> Verdict:
    """Compare each frame with the page of its slot and, until that is in, the one before.

    Args:
        frames: from the first paint on.
        programme: what is due.
        pages: by item.
        stand_ins: item that cannot be shown -> the one that is shown in its slots.
    """
    verdict = Verdict(len(frames), [], [], {})

    @cache
    def fits(pixels: bytes, old: str, new: str) -> bool:
        return matches(pixels, pages[old], pages[new])

    for frame in frames:
        slot = programme.slot_at(frame.at)
        before = programme.slot_at(slot.start - timedelta(milliseconds=1)).item
        old, new = stand_ins.get(before, before), stand_ins.get(slot.item, slot.item)
        if is_uniform(frame.pixels):
            verdict.uniform.append(frame.at)
        if fits(frame.pixels, new, new):
            verdict.late.setdefault(slot, frame.at - slot.start)
        elif slot in verdict.late or not fits(frame.pixels, old, new):
            verdict.neither.append(frame.at)
    return verdict
