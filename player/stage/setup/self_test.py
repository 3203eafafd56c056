"""The self-test of a screen that was set up: what is measured, and what of it is good; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from player.store.setup import Answers, Finding, Verdict

CHECKS: Final = ("frames", "touch", "sound", "disk", "clock", "pack")

LEAST_FRAMES_PER_S: Final = 15.0
"""A line that moves is drawn this often at least, also by the slowest machine we run on."""

LONGEST_GAP_S: Final = 2.0
LEAST_FREE_MB: Final = 500
SLOWEST_WRITE_S: Final = 5.0
"""For 8 MB, forced to the disk: a card slower than that is dying, or no disk."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured while the self-test ran.

    Attributes:
        seconds: it took.
        frames: drawn meanwhile.
        gap_s: longest time between two of them.
        sound: why the chime could not be played; "": it was played to its end.
        write_s: 8 MB took to the disk, and back; None: the disk refused.
        free_mb: room on that disk.
        is_clock_trusted: whether the time can be right.
        clock: what time it is.
        pack: that can be shown; "": only the built-in page.
        is_factory: whether that is the one shipped with the player.
    """

    seconds: float
    frames: int
    gap_s: float
    sound: str
    write_s: float | None
    free_mb: int
    is_clock_trusted: bool
    clock: str
    pack: str
    is_factory: bool


def findings(measured: Measured, answers: Answers) -> Mapping[str, Finding]:
    """Return what came of each of ``CHECKS``."""
    per_s = measured.frames / measured.seconds if measured.seconds > 0 else 0.0
    is_fluent = per_s >= LEAST_FRAMES_PER_S and measured.gap_s <= LONGEST_GAP_S
    touch: Verdict = {"good": "good", "skipped": "skipped"}.get(answers.touch, "bad")  # type: ignore[assignment]
    is_heard = not measured.sound and answers.heard != "no"
    is_silent = not answers.plays_sound and not answers.alarm_sounds
    sound: Verdict = "skipped" if is_silent else _verdict(is_heard)
    writes = measured.write_s is not None and measured.write_s <= SLOWEST_WRITE_S
    disk = writes and measured.free_mb >= LEAST_FREE_MB
    return {
        "frames": Finding(
            verdict=_verdict(is_fluent),
            facts={"per_s": f"{per_s:.0f}", "gap": f"{measured.gap_s * 1000:.0f}"},
        ),
        "touch": Finding(verdict=touch),
        "sound": Finding(verdict=sound, facts={"why": measured.sound or answers.heard}),
        "disk": Finding(
            verdict=_verdict(disk),
            facts={
                "seconds": "–" if measured.write_s is None else f"{measured.write_s:.2f}",
                "free": str(measured.free_mb),
            },
        ),
        "clock": Finding(
            verdict=_verdict(measured.is_clock_trusted), facts={"clock": measured.clock}
        ),
        "pack": Finding(
            verdict="bad" if not measured.pack else "skipped" if measured.is_factory else "good",
            facts={"pack": measured.pack or "–"},
        ),
    }


def _verdict(is_good: bool) -> Verdict:  # noqa: FBT001  (a claim turned into its word)
    return "good" if is_good else "bad"
