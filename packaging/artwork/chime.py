"""A greeting on five gongs, synthesised: the same samples on every run.

A gong is not a bell: its partials stand in no simple ratio and swell a little before they fade.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi, sin
from typing import Final

RATE: Final = 44_100
SECONDS: Final = 12
PEAK: Final = 0.6
"""Of full scale: loud enough for a hall, far from breaking up."""

_PARTIALS: Final = ((1.0, 1.0, 0.62), (2.02, 0.42, 0.9), (2.74, 0.26, 1.3), (4.1, 0.12, 2.1))
"""Ratio to the note, strength, and how fast it fades, per second."""

_SWELL: Final = 36.0
_LOW: Final = 147.0
_SCALE: Final = (1.0, 1.125, 1.25, 1.5, 1.667, 2.0)
"""Steps of the five-note scale above the lowest gong, and the octave."""


@dataclass(frozen=True, slots=True)
class Note:
    """One stroke or pluck: when, on which step of the scale, and how hard, 0..1."""

    second: float
    step: int
    force: float = 1.0


GREETING: Final = (
    Note(0.0, 0),
    Note(0.0, 3, 0.5),
    Note(1.6, 3, 0.8),
    Note(2.4, 4, 0.8),
    Note(3.2, 5, 0.9),
    Note(4.8, 4, 0.7),
    Note(5.6, 3, 0.8),
    Note(6.4, 1, 0.8),
    Note(8.0, 0, 0.9),
    Note(8.0, 3, 0.6),
)


def play(notes: Sequence[Note]) -> "array[float]":
    """Return the sound of ``notes``, one sample for each moment, at most ``PEAK``."""
    sound = array("f", bytes(4 * RATE * SECONDS))
    for note in notes:
        _strike(sound, note)
    return levelled(sound, 1.0)


def levelled(sound: "array[float]", end_s: float) -> "array[float]":
    """Return ``sound`` at most ``PEAK`` loud, let go in its last ``end_s``: one cut off clicks."""
    loudest, last, end = max(map(abs, sound)), len(sound), RATE * end_s
    return array(
        "f", (each * PEAK / loudest * min(1.0, (last - at) / end) for at, each in enumerate(sound))
    )


def _strike(sound: "array[float]", note: Note) -> None:
    begin = round(note.second * RATE)
    pitch = _LOW * _SCALE[note.step]
    for ratio, strength, fading in _PARTIALS:
        turn = 2 * pi * pitch * ratio / RATE
        for at in range(len(sound) - begin):
            second = at / RATE
            swell = 1 - exp(-_SWELL * second)
            level = note.force * strength * swell * exp(-fading * second)
            sound[begin + at] += level * sin(turn * at)
