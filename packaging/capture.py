"""Runs the player on a virtual display and keeps pictures of its real window.

A picture a second for half a minute, or until three different items have been on, whichever is
later; of each slot of the programme the one nearest to its middle is kept, named by item and
language. Two items that look the same mean that the window does not show what it should: that
fails. Then one snapshot per language of the pack.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from signal import SIGHUP, SIGTERM, signal
from typing import Final

from PIL import Image, ImageChops, ImageGrab
from programme_slots import Programme, Slot, read_programme
from virtual_display import stop, virtual_display

from player import clock

ROOT: Final = Path(__file__).resolve().parent.parent
PLAYER: Final = ROOT / ".venv" / "bin" / "gate-player"
OUT: Final = ROOT / "build" / "pictures"

LASTS: Final = timedelta(seconds=30)
LOOKS_AHEAD: Final = timedelta(minutes=5)
ITEMS: Final = 3
"""How many different items must have been seen."""

START: Final = timedelta(minutes=2)
"""What the slowest machine needs to build the demo's pack and paint its first page."""

VISIBLE: Final = 16
"""Steps of 256 by which a colour must differ for an eye to see it."""

SAME: Final = 0.003
"""Two pictures that differ in a smaller share of their area show the same (a clock ticked)."""


def share_changed(one: Image.Image, other: Image.Image) -> float:
    """Return which share of two pictures' area differs to the eye, 0 to 1.

    Args:
        one: RGB.
        other: RGB, of the same size.
    """
    small = (192, 108)
    red, green, blue = ImageChops.difference(one.resize(small), other.resize(small)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[VISIBLE:]) / (small[0] * small[1])


def end_of_capture(programme: Programme, begin: datetime) -> datetime:
    """Return when enough has been seen.

    Args:
        programme: of the next minutes.
        begin: aware, when the first page was seen; a slot half over by then does not count.

    Raises:
        RuntimeError: the programme has too few items.
    """
    seen: set[str] = set()
    for slot in programme.slots:
        if slot.middle <= begin:
            continue
        seen.add(slot.item)
        if len(seen) == ITEMS:
            return max(begin + LASTS, slot.end)
    raise RuntimeError(f"the programme holds fewer than {ITEMS} items in {LOOKS_AHEAD}")


@contextmanager
def running_player(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the player; its messages go to a file beside the pictures."""
    with (OUT / "player.log").open("wb") as out:
        process = subprocess.Popen(
            [PLAYER, "run", *arguments], env=environment, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            yield process
        finally:
            stop(process)


def check_alive(player: "subprocess.Popen[bytes]") -> None:
    """Check that the player still runs.

    Raises:
        RuntimeError: it ended by itself; the message is the last it said.
    """
    if (code := player.poll()) is not None:
        said = (OUT / "player.log").read_text("utf-8", errors="replace").strip().splitlines()
        raise RuntimeError(f"the player ended with exit code {code}: {' '.join(said[-1:])}")


def look(display: str) -> Image.Image:
    """Return what is on a display now."""
    return ImageGrab.grab(xdisplay=display).convert("RGB")


def wait_for_first_page(
    display: str, empty: Image.Image, player: "subprocess.Popen[bytes]"
) -> datetime:
    """Wait until the display shows something, and return when that was.

    Raises:
        RuntimeError: the player ended, or painted nothing in time.
    """
    give_up = clock.now() + START
    while (now := clock.now()) < give_up:
        check_alive(player)
        if share_changed(empty, look(display)) > SAME:
            return now
        time.sleep(0.2)
    raise RuntimeError(f"the player painted nothing: see {OUT / 'player.log'}")


def grab_slots(
    display: str, programme: Programme, begin: datetime, end: datetime
) -> dict[Slot, Image.Image]:
    """Grab the display once a second.

    Args:
        display: the value of ``DISPLAY``.
        programme: what is on when.
        begin: aware; slots whose middle is earlier are left out.
        end: aware; when to stop.

    Returns:
        For each slot the picture nearest to its middle.
    """
    kept: dict[Slot, tuple[timedelta, Image.Image]] = {}
    while (now := clock.now()) < end:
        picture = look(display)
        for slot in programme.slots:
            away = abs(slot.middle - now)
            is_on = slot.start <= now < slot.end and slot.middle > begin
            if is_on and (slot not in kept or away < kept[slot][0]):
                kept[slot] = (away, picture)
        time.sleep(1)
    return {slot: picture for slot, (_, picture) in kept.items()}


def save(pictures: Mapping[Slot, Image.Image], empty: Image.Image) -> None:
    """Write the pictures, in order of time.

    Args:
        pictures: slot -> what the display showed in it.
        empty: the display before the player.

    Raises:
        RuntimeError: nothing was shown, or two different items look the same.
    """
    for number, (slot, picture) in enumerate(pictures.items(), start=1):
        picture.save(OUT / f"window-{number:02}-{slot.item}-{slot.language}.png")
    for slot, picture in pictures.items():
        if share_changed(picture, empty) < SAME:
            raise RuntimeError(f"the window showed nothing for {slot.item}")
    for one, other in combinations(pictures, 2):
        if one.item != other.item and share_changed(pictures[one], pictures[other]) < SAME:
            raise RuntimeError(f"the window showed the same for {one.item} and {other.item}")


def save_snapshots(choice: Sequence[str], programme: Programme) -> None:
    """Write one snapshot per language, all of the same instant."""
    at = programme.slots[0].middle.isoformat()
    for language in programme.languages:
        out = OUT / f"snapshot-{language}.png"
        subprocess.run(
            [PLAYER, "snapshot", *choice, "--at", at, "--language", language, "--out", out],
            check=True,
            stdout=subprocess.DEVNULL,
        )


def main(arguments: Sequence[str]) -> None:
    """Do it all.

    Args:
        arguments: of ``gate-player run``.
    """
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    choice = [argument for argument in arguments if argument != "--windowed"]
    with virtual_display() as display:
        empty = look(display)
        with running_player(arguments, {**os.environ, "DISPLAY": display}) as player:
            begin = wait_for_first_page(display, empty, player)
            programme = read_programme(PLAYER, choice, begin, begin + LOOKS_AHEAD)
            pictures = grab_slots(display, programme, begin, end_of_capture(programme, begin))
            check_alive(player)
    save(pictures, empty)
    save_snapshots(choice, programme)
    print(f"{len(pictures)} pictures of the window, {len(programme.languages)} snapshots: {OUT}")


if __name__ == "__main__":
    for number in (SIGHUP, SIGTERM):
        signal(number, lambda *_: sys.exit(1))  # so that every process started here is ended
    try:
        main(sys.argv[1:])
    except (RuntimeError, subprocess.CalledProcessError) as e:
        sys.exit(f"capture failed: {e}")
    except KeyboardInterrupt:
        sys.exit(130)
