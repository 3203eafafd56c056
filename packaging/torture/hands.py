"""Hands on the real kiosk: a storm of touches, and every key that leads out of other programs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from bench.motion import p99

from player import clock
from tests.fakes.kiosk_visit import Visit, wait_for
from tests.fakes.xtest import Keypad
from torture.flat import Growth, Sample, fit
from torture.held import descriptors, held_bytes

WARM_UP: Final = 0.3
"""Share of the time before memory is looked at: each page is set for the first time."""

KEY_EVERY_S: Final = 0.15
SAMPLE_EVERY_S: Final = 1.0

WAYS_OUT: Final[tuple[tuple[str, ...], ...]] = (
    ("Alt_L", "F4"),
    ("Alt_L", "Tab"),
    ("Alt_L", "space"),
    ("Control_L", "Alt_L", "t"),
    ("Control_L", "Alt_L", "BackSpace"),
    ("Control_L", "Alt_L", "Delete"),
    ("Control_L", "q"),
    ("Control_L", "w"),
    ("Control_L", "c"),
    ("Control_L", "Escape"),
    ("Super_L",),
    ("Super_L", "l"),
    ("Print",),
    ("Menu",),
    ("Escape",),
    ("Tab",),
    ("Return",),
    ("space",),
    ("Left",),
    ("Right",),
    ("Up",),
    ("Down",),
    *((f"F{number}",) for number in range(1, 13)),
)


@dataclass(frozen=True, slots=True)
class Beaten:
    """What a storm did to a player.

    Attributes:
        gestures: how many.
        answers_s: from each probing touch to the frame that shows it.
        growth: of its memory, over the seconds after the first part.
        lost: what was wrong with window, cursor or process, in words; once each.
        complaints: lines of the log at WARNING or worse.
    """

    gestures: int
    answers_s: Sequence[float]
    growth: Growth
    lost: Sequence[str]
    complaints: Sequence[str]

    @property
    def answer_p99_s(self) -> float:
        """The touch answered latest but for one in a hundred."""
        return p99(self.answers_s)


@dataclass
class Siege:
    """Keys, a mouse and wishes to close, pressed upon a display from outside.

    Attributes:
        keypad: plugged into it, and looking at it.
        random: what comes next.
        lost: what was wrong with windows and cursor, in words; once each.
    """

    keypad: Keypad
    random: Random
    lost: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._whole = self.keypad.windows()

    def press(self) -> None:
        """Do one thing, and see whether all is as it was."""
        self._do_something()
        windows = self.keypad.windows()
        if windows != self._whole:
            self.lost[f"windows: {windows}"] = None
        if self.keypad.shows_cursor():
            self.lost["a cursor is seen"] = None

    def _do_something(self) -> None:
        keypad, random = self.keypad, self.random
        match random.randrange(8):
            case 0:
                keypad.point(random.randrange(1920), random.randrange(1080))
                keypad.click(random.choice((1, 2, 3, 4, 5, 8, 9)))
            case 1:
                keypad.point(*random.choice(((0, 0), (1919, 0), (0, 1079), (1919, 1079))))
                keypad.click(3)
            case 2:
                for window in keypad.windows():
                    keypad.ask_to_close(window)
            case _:
                keypad.key(*random.choice(WAYS_OUT))


def beat(visit: Visit, lasts_s: float, seed: int) -> Beaten:
    """Let a storm rage over a player.

    Args:
        visit: of the player.
        lasts_s: how long.
        seed: of its randomness.
    """
    siege = Siege(visit.keypad, Random(seed))  # noqa: S311  (a storm, no secret)
    samples: list[Sample] = []
    begin_s = clock.monotonic()
    end_s, due_s = begin_s + lasts_s, begin_s + lasts_s * WARM_UP
    visit.order("storm", seconds=lasts_s, seed=seed)
    while (now_s := clock.monotonic()) < end_s and visit.process.poll() is None:
        siege.press()
        if now_s >= due_s:
            due_s += SAMPLE_EVERY_S
            pid = visit.process.pid
            samples.append(Sample(round(now_s - begin_s), held_bytes(pid), descriptors(pid), 0))
        wait_for(visit.process, KEY_EVERY_S)
    seen = visit.answer()
    lost = [*siege.lost]
    if seen.windows != 1 or not seen.is_whole:
        lost.append(f"Qt has {seen.windows} windows, covering the display: {seen.is_whole}")
    told = visit.told
    return Beaten(
        told["gestures"], told["answers_s"], fit(samples), tuple(lost), visit.complaints()
    )
