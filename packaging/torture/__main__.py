"""The long runs; each prints its figures. ``python -m torture [MINUTES]``, 10 unless told."""

import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Final

from torture import damage
from torture.matching import is_uniform
from torture.packs import Shelf, install_cycle, shaded
from torture.playing import Verdict, draw_pages, judge, playing, programme_of

CYCLE: Final = (3, 3, 3, 3)
ITEMS: Final = ("picture-1", "picture-2", "clip-1", "clip-2")
MISSED: Final = timedelta(seconds=1)
"""The fade, half a second, and the half second a page may be late."""

STRIKES_S: Final = 60


def main() -> int:
    """Do it all; 1 when a frame was wrong, a page late, or a clip not tried three times."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    with tempfile.TemporaryDirectory(prefix="gate-player-torture-") as folder:
        changes = _changes(Path(folder) / "changes", minutes)
        strikes = _strikes(Path(folder) / "strikes")
    return int(changes or strikes)


def _changes(folder: Path, minutes: float) -> bool:
    """Play every kind of change; return whether anything was wrong."""
    folder.mkdir()
    home = install_cycle(folder, CYCLE)
    pages = draw_pages(home, ITEMS)
    with playing(home, folder / "log") as play:
        play.watch(minutes * 60)
        programme, frames = programme_of(home), play.recording.frames
        verdict, missed = judge(frames, programme, pages), play.missed(frames, programme)
        warnings = sum(play.warnings().values())
    late = _tell("changes", verdict)
    print(f"changes: {len(missed)} slots missed by the player's own account {missed}")
    print(f"changes: {warnings} warnings")
    return bool(verdict.uniform or verdict.neither or late or missed or warnings)


def _strikes(folder: Path) -> bool:
    """Play clips that cannot be played; return whether one was tried more than three times."""
    folder.mkdir()
    shelf = Shelf()
    spoilt = damage.clips(folder)
    shelf.poster("whole", shaded(0), 1)
    for name, raw in spoilt.items():
        shelf.clip(name, raw, 2)
    home = shelf.install(folder)
    with playing(home, folder / "log") as play:
        play.watch(STRIKES_S)
        blank = sum(is_uniform(frame.pixels) for frame in play.recording.frames)
        tries = {name: play.warnings()["clip cannot be played", name] for name in spoilt}
    said = ", ".join(f"{name} {count}" for name, count in tries.items())
    print(f"damaged clips: {len(play.recording.frames)} frames, {blank} uniform")
    print(f"damaged clips: failures before each became its picture: {said}")
    return bool(blank or set(tries.values()) != {3})


def _tell(name: str, verdict: Verdict) -> int:
    """Print the figures of a run; return how many pages came late, but for the very first."""
    by = list(verdict.late.values())[1:]
    late = sum(each > MISSED for each in by)
    print(
        f"{name}: {verdict.frames} frames, {len(verdict.uniform)} uniform,"
        f" {len(verdict.neither)} matching neither page; {len(by)} changes, {late} late,"
        f" slowest whole after {max(by).total_seconds():.2f} s",
        flush=True,
    )
    return late


if __name__ == "__main__":
    sys.exit(main())
