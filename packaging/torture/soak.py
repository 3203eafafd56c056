"""Hours of a station that is never left alone: ``python -m torture.soak --hours H [--dry]``.

Slots of seconds, a pack a minute, orders of staff, and mishaps: what a gate sees in months. Each
claim of ``SOAK.md`` is counted from what was on the display, in the logs and in ``/proc``.
"""

import argparse
import json
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bench.machine import facts

from player import clock
from player.schedule.slot import Slot
from torture.claim import Claim
from torture.flat import CLEAR, Growth, Sample, fit
from torture.held import descriptors
from torture.matching import is_uniform
from torture.packs import CLIP_RATE
from torture.playing import LATE, programme_of
from torture.recording import look
from torture.station import CLIP_S, CLIPS, SECONDS, Station, station

REPORT: Final = Path(__file__).parent.parent / "SOAK.md"
LOOK_S: Final = 0.5
SAMPLE_S: Final = 15.0
BACK_S: Final = 10.0
"""Within which the picture must be back after any mishap."""

AFTERMATH: Final = timedelta(seconds=20)
"""For so long after a mishap a slot may be missed."""

OVER_SOON: Final = timedelta(seconds=2)
"""After the end of a slot its clip is over, and that is logged, to the second."""

LONGEST_STILL_S: Final = 2.0 * max(SECONDS)
TROUBLED: Final = 0.35
"""Share of the time in which blows fall. Then there are none: memory is told from long lives."""

WARM_UP: Final = 0.2
"""Share of a program's life before its memory is looked at: caches fill."""

HOUR_S: Final = 3600.0
MOST_GROWTH_BYTES: Final = 1_000_000
"""In an hour, in which as many packs come as at a gate in two months: arenas of threads fill up
slowly, and less than this is reached by no limit before the planned restart."""

LEAST_SAMPLES: Final = 8
MOST_MISSING: Final = 0.005
"""Goal of frames that do not come on, as a share."""

Deed = Callable[[Station], bool]


def _publish(place: Station) -> bool:
    place.publish()
    return True


def _order(*words: str) -> Deed:
    def deed(place: Station) -> bool:
        place.order(*words)
        return True

    return deed


def _strike(name: str, number: signal.Signals) -> Deed:
    return lambda place: place.strike(name, number)


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that is done again and again.

    Attributes:
        what: in the report.
        every_s: how often.
        deed: does it; False: there was nothing to do it to.
        is_mishap: whether slots may be missed for it.
        is_blow: whether it ends a program, and so what is known of its memory.
    """

    what: str
    every_s: float
    deed: Deed
    is_mishap: bool = False
    is_blow: bool = False


def _blow(what: str, every_s: float, name: str, number: signal.Signals) -> Habit:
    return Habit(what, every_s, _strike(name, number), is_mishap=True, is_blow=True)


HABITS: Final = (
    Habit("a pack published", 60, _publish),
    Habit("a language ordered", 290, _order("language", "vi", "--minutes", "1")),
    _blow("the worker killed", 210, "worker", signal.SIGKILL),
    _blow("the worker stopped dead", 330, "worker", signal.SIGSTOP),
    Habit("the agent killed", 290, _strike("agent", signal.SIGKILL), is_blow=True),
    _blow("show killed", 430, "show", signal.SIGKILL),
    _blow("show stopped dead", 610, "show", signal.SIGSTOP),
)


@dataclass
class Watch:
    """Somebody who looks at a station for hours, does what is due, and writes down what was seen.

    Attributes:
        place: looked at.
        begun, ended: when.
        looks: at the display.
        blank: instants at which it was of one colour.
        still_s: the longest for which it did not change.
        backs_s: how long the picture was away after each start of show.
        done: habit -> how often.
        mishaps: when.
        held: program and process -> samples of its memory.
    """

    place: Station
    begun: datetime = field(default_factory=clock.now)
    ended: datetime = field(default_factory=clock.now)
    looks: int = 0
    blank: list[datetime] = field(default_factory=list)
    still_s: float = 0.0
    backs_s: list[float] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    mishaps: list[datetime] = field(default_factory=list)
    held: dict[str, list[Sample]] = field(default_factory=lambda: defaultdict(list))
    _begun_s: float = field(default_factory=clock.monotonic)
    _calm_s: float = 0.0
    _due_s: dict[Habit, float] = field(default_factory=dict)
    _sample_s: float = 0.0
    _away_s: float | None = None
    _last: bytes = b""
    _changed_s: float = 0.0

    def keep(self, lasts_s: float) -> None:
        """Stay for ``lasts_s`` seconds."""
        self._due_s = {habit: self._begun_s + habit.every_s for habit in HABITS}
        self._calm_s = self._begun_s + TROUBLED * lasts_s
        while (now_s := clock.monotonic()) < self._begun_s + lasts_s:
            self._note_starts(now_s)
            self._do(now_s)
            self._look(now_s)
            self._sample(now_s)
            time.sleep(LOOK_S)
        self.ended = clock.now()

    def _note_starts(self, now_s: float) -> None:
        begun_s = self.place.begun()
        if "show" in begun_s:
            self.mishaps.append(clock.now())
        if self._away_s is None and ("show" in begun_s or self.place.pid("show") is None):
            self._away_s = begun_s.get("show", now_s)

    def _do(self, now_s: float) -> None:
        for habit in [each for each, due_s in self._due_s.items() if now_s >= due_s]:
            self._due_s[habit] = now_s + habit.every_s
            if habit.is_blow and now_s > self._calm_s:
                continue
            self.done[habit.what] += habit.deed(self.place)
            if habit.is_mishap:
                self.mishaps.append(clock.now())

    def _look(self, now_s: float) -> None:
        frame = look(self.place.display)
        self.looks += 1
        is_blank = is_uniform(frame.pixels)
        if self._away_s is not None:
            # Until it is back for the first time there is nothing to be blank or still.
            self._changed_s = now_s
            if not is_blank:
                self.backs_s.append(clock.monotonic() - self._away_s)
                self._away_s = None
        elif is_blank:
            self.blank.append(frame.at)
        if frame.pixels != self._last:
            self._last, self._changed_s = frame.pixels, now_s
        self.still_s = max(self.still_s, now_s - self._changed_s)

    def _sample(self, now_s: float) -> None:
        if now_s < self._sample_s:
            return
        self._sample_s = now_s + SAMPLE_S
        at_s = round(now_s - self._begun_s)
        for name, mb in self.place.held_mb().items():
            pid = self.place.pid(name)
            if pid is not None:
                sample = Sample(at_s, round(mb * 1e6), descriptors(pid), 0)
                self.held[f"{name} {pid}"].append(sample)


def claims(place: Station, seen: Watch) -> Iterator[Claim]:
    """Yield what must hold, judged by what was seen and logged."""
    yield _rotation(place, seen)
    blank = len(seen.blank)
    yield Claim("never blank while show runs", f"{blank} of {seen.looks} looks", not blank)
    figure = f"{seen.still_s:.1f} s without any change of the picture, {LONGEST_STILL_S:.0f} may be"
    yield Claim("never still", figure, seen.still_s <= LONGEST_STILL_S)
    slowest = max(seen.backs_s, default=0.0)
    figure = f"{len(seen.backs_s)} starts, the slowest {slowest:.1f} s"
    yield Claim(f"the picture is back within {BACK_S:.0f} s", figure, slowest <= BACK_S)
    yield _frames(place, seen)
    unasked = {name: codes for name, codes in place.unasked.items() if codes}
    figure = ", ".join(f"{name} {count}" for name, count in place.starts.items())
    yield Claim(
        "nothing ends unasked", f"starts: {figure}; unasked {unasked or 'none'}", not unasked
    )
    yield from _memory(seen)
    yield _refreshed(place, seen)


def _rotation(place: Station, seen: Watch) -> Claim:
    """Compare every slot with the programme, but for those around a mishap."""
    shown: dict[datetime, Mapping[str, str]] = {}
    for line in _lines(place.log("show")):
        if line["message"] == "slot":
            shown.setdefault(datetime.fromisoformat(line["begin"]), line)
    wrong, count, worst = [], 0, timedelta()
    for slot in _calm_slots(place, seen):
        count += 1
        said = shown.get(slot.start)
        late = timedelta(milliseconds=int(said["late_ms"])) if said else LATE * 2
        if said is None or said["item"] != slot.item or late > LATE:
            wrong.append(f"{slot.start:%H:%M:%S} {slot.item}")
        else:
            worst = max(worst, late)
    slowest = worst / timedelta(milliseconds=1)
    figure = f"{count - len(wrong)} of {count}, the latest {slowest:.0f} ms late {wrong[:5] or ''}"
    return Claim("every slot shows what is due, in time", figure, not wrong and count > 0)


def _calm_slots(place: Station, seen: Watch) -> Iterator[Slot]:
    """Yield the slots of the programme but for those around a mishap."""
    begin, end = seen.begun + AFTERMATH, seen.ended - AFTERMATH
    for slot in programme_of(place.home).slots(begin, end):
        if not any(slot.start - AFTERMATH < at < slot.end + AFTERMATH for at in seen.mishaps):
            yield slot


def _frames(place: Station, seen: Watch) -> Claim:
    """Count the frames that came on in each clip's slot: libvlc drops some unheard.

    A clip whose language is changed is played in two parts.
    """
    played = [
        (datetime.fromisoformat(line["time"]), int(line["presented"]))
        for line in _lines(place.log("show"))
        if line["message"] == "clip over"
    ]
    slots = [slot for slot in _calm_slots(place, seen) if slot.item in CLIPS]
    missing = 0
    for slot in slots:
        over = slot.end + OVER_SOON
        came = sum(count for at, count in played if slot.start < at <= over)
        missing += max(0, CLIP_S * CLIP_RATE - came)
    due = len(slots) * CLIP_S * CLIP_RATE
    share = missing / max(1, due)
    figure = f"{missing} of {due} of {len(slots)} clips ({share:.2%}), up to {MOST_MISSING:.1%} may"
    return Claim("frames that did not come on", figure, share <= MOST_MISSING and due > 0)


def _memory(seen: Watch) -> Iterator[Claim]:
    """Fit a line to each program's longest life."""
    lives: dict[str, list[Sample]] = {}
    for key, samples in seen.held.items():
        name = key.partition(" ")[0]
        settled = samples[round(WARM_UP * len(samples)) :]
        if len(settled) > max(LEAST_SAMPLES, len(lives.get(name, ()))):
            lives[name] = settled
    for name, samples in sorted(lives.items()):
        growth = fit(samples)
        yield Claim(f"memory of {name} does not grow", _said(growth, samples), not _grows(growth))


def _grows(growth: Growth) -> bool:
    an_hour = growth.slope * HOUR_S
    return growth.rise > CLEAR * growth.noise and an_hour > MOST_GROWTH_BYTES


def _said(growth: Growth, samples: Sequence[Sample]) -> str:
    minutes = (samples[-1].change - samples[0].change) / 60
    return (
        f"{samples[-1].held_bytes / 1e6:.0f} MB of its own after {minutes:.0f} min, a line of "
        f"{growth.slope * HOUR_S / 1e6:+.2f} MB an hour amid {growth.noise / 1e6:.2f} MB of noise, "
        f"{growth.descriptors:+d} descriptors"
    )


def _refreshed(place: Station, seen: Watch) -> Claim:
    taken = sum(line["message"] == "activated" for line in _lines(place.log("agent")))
    published = seen.done["a pack published"]
    figure = f"{published} published, {taken} taken"
    # The last one may have come a moment before the end.
    return Claim("every pack is taken", figure, taken >= published - 1)


def _lines(log: Path) -> list[Mapping[str, str]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines() if line[:1] == "{"]


def complaints(place: Station) -> Counter[str]:
    """Return how often each message was logged at WARNING or worse."""
    lines = [line for name in ("show", "agent") for line in _lines(place.log(name))]
    return Counter(line["message"] for line in lines if line["level"] not in {"info", "debug"})


def report(found: Sequence[Claim], place: Station, seen: Watch) -> str:
    """Return ``SOAK.md``."""
    lasted = (seen.ended - seen.begun) / timedelta(hours=1)
    rows = [
        f"| {claim.what} | {claim.figure} | {'holds' if claim.holds else '**failed**'} |"
        for claim in found
    ]
    said = [f"- {count} x {message}" for message, count in complaints(place).most_common()]
    parts = [
        "# A long run",
        "Written by `bash packaging/soak.sh --hours H`; not edited by hand.",
        f"{lasted:.2f} hours of slots of {min(SECONDS)} to {max(SECONDS)} s, on its own display.",
        f"Blows fall in the first {lasted * TROUBLED * 60:.0f} minutes; memory is told from then.",
        "\n".join(["| claim | figure | |", "|---|---|---|", *rows]),
        "## What was done to it",
        "\n".join(f"- {habit.what}: {seen.done[habit.what]} times" for habit in HABITS),
        "## What it complained of",
        "\n".join(said) or "Nothing.",
        "## Machine",
        "\n".join(f"- {name}: {value}" for name, value in facts().items()),
    ]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """Run, judge and write."""
    asked = argparse.ArgumentParser(prog="soak.sh")
    asked.add_argument("--hours", type=float, required=True)
    asked.add_argument("--dry", action="store_true", help="print the report, write nothing")
    wish = asked.parse_args()
    # Whoever ends the run ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with (
        tempfile.TemporaryDirectory(prefix="gate-player-soak-") as folder,
        station(Path(folder)) as place,
    ):
        seen = Watch(place)
        seen.keep(wish.hours * HOUR_S)
        found = list(claims(place, seen))
        written = report(found, place, seen)
    print(written)
    if not wish.dry:
        REPORT.write_text(written, "utf-8")
    return int(not all(claim.holds for claim in found))


if __name__ == "__main__":
    sys.exit(main())
