"""A phrase on the tính lute and its little bells, synthesised: the same samples on every run.

A plucked string is a burst of chance going round a loop as long as the note, a little smoother
each time round (Karplus and Strong, 1983); silk starts smoother than steel.
"""

from array import array
from math import exp, pi, sin
from typing import Final

from artwork.chime import RATE, SECONDS, Note, levelled
from artwork.noise import chance

_OPEN: Final = 174.6
_SCALE: Final = (1.0, 1.125, 1.333, 1.5, 1.667, 2.0, 2.25, 2.667)
"""Steps of the five-note scale above the open string, and on into the next octave."""

_KEEP: Final = 0.9965
"""How much of the string's swing each round of the loop leaves."""

_SOFT: Final = 3
"""Rounds of smoothing before a note: silk, and the flesh of a finger."""

_RING: Final = 2.8
"""Seconds a string is let sound."""

_BELL: Final = (2637.0, 3951.0, 5274.0)
_BELL_FADE: Final = 17.0


PHRASE: Final = (
    Note(0.0, 0, 0.9),
    Note(0.0, 3, 0.5),
    Note(0.62, 3, 0.8),
    Note(0.93, 4, 0.7),
    Note(1.24, 5),
    Note(1.86, 4, 0.8),
    Note(2.17, 3, 0.7),
    Note(2.48, 2, 0.9),
    Note(2.48, 0, 0.5),
    Note(3.10, 3, 0.8),
    Note(3.72, 0, 0.8),
    Note(4.34, 5, 0.8),
    Note(4.65, 6, 0.8),
    Note(4.96, 7),
    Note(4.96, 0, 0.5),
    Note(5.58, 6, 0.8),
    Note(5.89, 5, 0.7),
    Note(6.20, 4, 0.9),
    Note(6.82, 5, 0.8),
    Note(7.44, 3, 0.9),
    Note(7.44, 0, 0.5),
    Note(7.75, 2, 0.7),
    Note(8.06, 1, 0.8),
    Note(8.68, 2, 0.7),
    Note(8.99, 3, 0.8),
    Note(9.30, 0),
    Note(9.36, 3, 0.6),
    Note(9.42, 5, 0.5),
)

BELLS: Final = tuple(0.62 * beat for beat in range(16) if beat % 4 != 1)
"""When the bells are shaken, in seconds."""


def phrase() -> "array[float]":
    """Return the phrase, one sample for each moment, at most ``PEAK``."""
    sound = array("f", bytes(4 * RATE * SECONDS))
    for index, note in enumerate(PHRASE):
        _pluck(sound, note, index)
    for index, second in enumerate(BELLS):
        _shake(sound, second, 0.05 if index % 2 else 0.08)
    return levelled(sound, 1.0)


def _pluck(sound: "array[float]", note: Note, seed: int) -> None:
    begin, size = round(note.second * RATE), round(RATE / (_OPEN * _SCALE[note.step]))
    string = [2 * chance(700 + seed, at) - 1 for at in range(size)]
    for _ in range(_SOFT):
        string = [(string[at - 1] + string[at]) / 2 for at in range(size)]
    middle = sum(string) / size
    string = [each - middle for each in string]
    hard = note.force / max(map(abs, string))
    at = 0
    for index in range(begin, min(len(sound), begin + round(_RING * RATE))):
        now = string[at]
        following = at + 1 if at + 1 < size else 0
        sound[index] += hard * now
        string[at] = _KEEP * (now + string[following]) / 2
        at = following


def _shake(sound: "array[float]", second: float, force: float) -> None:
    begin = round(second * RATE)
    for at in range(round(0.35 * RATE)):
        level = force * exp(-_BELL_FADE * at / RATE)
        sound[begin + at] += level * sum(sin(2 * pi * tone * at / RATE) for tone in _BELL)
