"""Makes the chime of the emergency page: two gentle notes, no siren; the same samples every time.

    .venv/bin/python packaging/make_chime.py

It is kept in the repository, for it must be there where nothing was built: ``assets/sounds``.
"""

import sys
from array import array
from math import exp, pi, sin
from pathlib import Path
from typing import Final

from artwork.chime import RATE, levelled
from make_demo_media import write_sound

TARGET: Final = Path(__file__).resolve().parent.parent / "assets" / "sounds" / "chime.m4a"
SECONDS: Final = 2.4

NOTES: Final = ((0.0, 659.26), (0.7, 523.25))
"""When, and how high: a third down, as doors and halls have it. Both are well within what old ears
and small loudspeakers still give."""

_SWELL: Final = 90.0
_FADING: Final = 2.6
_PARTIALS: Final = ((1.0, 1.0), (2.0, 0.25), (3.0, 0.08))
"""Ratio to the note, and strength."""


def chime() -> "array[float]":
    """Return the chime, one sample for each moment, at most ``PEAK``."""
    sound = array("f", bytes(4 * round(RATE * SECONDS)))
    for begin, note in NOTES:
        for at in range(round(begin * RATE), len(sound)):
            second = at / RATE - begin
            level = (1 - exp(-_SWELL * second)) * exp(-_FADING * second)
            sound[at] += level * sum(
                strength * sin(2 * pi * note * ratio * second) for ratio, strength in _PARTIALS
            )
    return levelled(sound, 0.1)


def main() -> int:
    """Write the file."""
    TARGET.parent.mkdir(exist_ok=True)
    write_sound(chime(), TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())
