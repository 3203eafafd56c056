"""The claims about a player that runs for long, each with what was measured."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from player.shell.application import Application
from player.store.layout import Home
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.kiosk_visit import kiosk_screen, own_home, visiting
from tests.fakes.watched_worker import SMALL
from torture import blows, damage, display_blows, flat, fleet, hands, repeats, syscalls
from torture.claim import Claim
from torture.clockwork import Clockwork
from torture.flat import CLEAR
from torture.matching import is_uniform, matches
from torture.packs import CLIP_RATE, CYCLE, Shelf, green, install_cycle, install_dated, shaded
from torture.playing import (
    LATE,
    draw_pages,
    judge,
    on_screen,
    playing,
    programme_of,
    screen,
)
from torture.small_disk import fill, small_disk

CYCLE_S: Final = (3, 3, 3, 3)
CHANGES: Final = 10_000
SLOT_S: Final = 60
MISHAPS: Final = 100
STRIKES: Final = 3
STRIKES_S: Final = 150
LONG_SLOT_S: Final = 600
SOON_S: Final = 60
PAINTED_S: Final = 3
"""Until the library reads its file again, and for the page to come on whole."""

WRONG: Final = datetime(1970, 1, 1, tzinfo=UTC)
SEED: Final = 1
SEEN_MS: Final = 100
WORKER_DESCRIPTORS: Final = 2
"""The first clip or recording that is opened starts the worker; it ends after ten minutes."""

LEFT_BYTES: Final = 1 << 20
FULL_S: Final = 15
TWIN: Final = "empty-twin"


def claims(folder: Path, minutes: float) -> Iterator[Claim]:
    """Measure one claim after the other.

    Args:
        folder: empty.
        minutes: of changes that are recorded.
    """
    # First: it forks, and nothing of Qt may have been started by then.
    yield syscalls.claim(folder / "syscalls")
    yield from fleet.claims(folder / "fleet")
    yield _nothing_grows(folder / "flat")
    yield from _mishaps_leave_nothing(folder / "mishaps")
    yield from _changes(folder / "changes", minutes)
    yield from _hands(folder / "hands", minutes)
    yield from _strikes(folder / "strikes")
    yield _clock(folder / "clock")
    yield _full_disk(folder / "full")
    yield from blows.claims(folder / "blows")
    yield from display_blows.claims(folder / "display")


def _nothing_grows(folder: Path) -> Claim:
    folder.mkdir()
    home = install_cycle(folder, (SLOT_S,) * 4)
    application = Application(screen(), flat.setup(folder))
    application.open()
    growth = flat.fit(flat.Runner(application, on_screen(home)).run(CHANGES))
    application.close()
    return Claim(f"nothing grows over {CHANGES} changes", str(growth), not growth.is_seen)


def _mishaps_leave_nothing(folder: Path) -> Iterator[Claim]:
    folder.mkdir()
    whole = code_clip(
        folder / "film.mp4", Recipe(2 * CLIP_RATE, SMALL, rate=CLIP_RATE, colour=green)
    )
    spoilt = folder / "no-index.mp4"
    spoilt.write_bytes(damage.without_index(whole.read_bytes()))
    left = repeats.repeat(MISHAPS, whole, spoilt)
    said = ", ".join(f"{count} {name}" for name, count in left.mishaps.items())
    figure = (
        f"{said}; {left.workers} workers, {left.dead} zombies, {left.descriptors:+d} descriptors, "
        f"{left.held_bytes / 1024:+.0f} kB in show"
    )
    nothing = not left.dead and left.descriptors <= 0 and left.held_bytes <= LEFT_BYTES
    yield Claim(f"{MISHAPS} mishaps leave nothing in show", figure, nothing)
    growth = repeats.wear(MISHAPS, whole, spoilt)
    yield Claim(f"{2 * MISHAPS} clips leave nothing in a worker", str(growth), not growth.is_seen)


def _changes(folder: Path, minutes: float) -> Iterator[Claim]:
    folder.mkdir()
    home = install_cycle(folder, CYCLE_S)
    pages = draw_pages(home, CYCLE)
    with playing(home, folder / "log") as play:
        play.watch(minutes * 60)
        programme, frames = programme_of(home), play.recording.frames
        verdict, missed = judge(frames, programme, pages), play.missed(frames, programme)
        warnings = sum(play.warnings().values())
        late = [seen.late for seen in play.seen().values()][1:]
    wrong = f"{len(verdict.uniform)} uniform, {len(verdict.neither)} neither of the two pages due"
    is_right = not verdict.uniform and not verdict.neither
    yield Claim(f"{verdict.frames} frames show what is due", wrong, is_right)
    slowest = max(late, default=timedelta()).total_seconds()
    figure = f"{len(missed)} of {len(late)}, slowest first paint after {slowest:.2f} s {missed}"
    yield Claim(f"no slot is missed by {LATE.total_seconds()} s", figure, not missed)
    yield Claim("nothing to complain of", f"{warnings} warnings", not warnings)


def _hands(folder: Path, minutes: float) -> Iterator[Claim]:
    """Let hands rage over a kiosk."""
    folder.mkdir()
    home = own_home(folder)
    with visiting(kiosk_screen(home), folder / "log") as visit:
        visit.until(lambda seen: bool(seen.controls))
        beaten = hands.beat(visit, minutes * 60, SEED)
    lost = "; ".join(beaten.lost) or "nothing lost"
    yield Claim(f"a kiosk outlives {beaten.gestures} gestures", lost, not beaten.lost)
    p99_ms, touches = beaten.answer_p99_s * 1000, len(beaten.answers_s)
    figure = f"p99 {p99_ms:.0f} ms of {touches}"
    yield Claim(f"touches are seen within {SEEN_MS} ms", figure, p99_ms <= SEEN_MS)
    growth = beaten.growth
    is_flat = growth.rise <= CLEAR * growth.noise and growth.descriptors <= WORKER_DESCRIPTORS
    yield Claim("hands leave nothing in memory", f"{growth} (per s)", is_flat)
    complaints = len(beaten.complaints)
    figure = f"{complaints} lines {list(beaten.complaints[:3])}"
    yield Claim("hands are nothing to complain of", figure, not complaints)


def _strikes(folder: Path) -> Iterator[Claim]:
    """Clips that cannot be played are tried three times each, by what is in the file."""
    folder.mkdir()
    shelf = Shelf()
    broken, stopping = damage.clips(folder), damage.films(folder)
    shelf.poster("whole", shaded(0), 1)
    shelf.clip(TWIN, broken["empty"], 2)
    for name, raw in {**broken, **stopping}.items():
        shelf.clip(name, raw, 5 if name in stopping else 2)
    home = shelf.install(folder)
    with playing(home, folder / "log") as play:
        play.watch(STRIKES_S)
        blank = sum(is_uniform(frame.pixels) for frame in play.recording.frames)
        frames, said = len(play.recording.frames), play.warnings()
    yield Claim(f"{frames} frames of spoilt clips", f"{blank} uniform", not blank)
    tries = {name: said["clip cannot be played", name] for name in (*broken, *stopping)}
    tries["empty"] += said["clip cannot be played", TWIN]
    figure = ", ".join(f"{name} {count}" for name, count in tries.items())
    is_kept = set(tries.values()) == {STRIKES}
    yield Claim("each file is tried three times, with a line each", figure, is_kept)
    others = sum(said.values()) - sum(tries.values())
    yield Claim("no other line about them", f"{others} lines", not others)


def _clock(folder: Path) -> Claim:
    """Set the clock right in the middle of a long slot and see when dated items are back."""
    folder.mkdir()
    home = install_dated(folder, LONG_SLOT_S)
    pages = draw_pages(home, ("undated", "dated"))
    clockwork = Clockwork(folder / "time")
    clockwork.show(WRONG)
    with playing(home, folder / "log", clockwork.environment) as play:
        clockwork.show(None)
        set_at = play.recording.frames[-1].at
        play.watch(2 * SOON_S, lambda frame: matches(frame.pixels, pages["dated"], pages["dated"]))
        last = play.recording.frames[-1]
        wrong = sum(
            not matches(pixels, pages["undated"], pages["dated"])
            for pixels in {frame.pixels for frame in play.recording.frames}
        )
    by_s = (last.at - set_at).total_seconds()
    figure = f"{by_s:.0f} s after the clock was set, {wrong} frames of neither page"
    return Claim(
        f"dated items are back within {SOON_S} s", figure, by_s <= SOON_S + 3 and not wrong
    )


def _full_disk(folder: Path) -> Claim:
    """Play from a home, and log to a disk, that has no room for one byte more."""
    folder.mkdir()
    claim = "a full disk blanks nothing"
    try:
        with small_disk(folder):
            home = Home(folder / "home")
            fill(folder)
            with playing(home, folder / "log") as play:
                play.watch(FULL_S)
                blank = sum(is_uniform(frame.pixels) for frame in play.recording.frames)
                lives = play.process.poll() is None
    except (OSError, subprocess.CalledProcessError) as e:
        return Claim(claim, f"not measured, no disk can be mounted: {e}", holds=False)
    return Claim(claim, f"{blank} uniform frames in {FULL_S} s", lives and not blank)
