"""Hands on a session that somebody else began: ``python -m torture.session DISPLAY SECONDS``.

``try_deb.sh`` lets them loose on what the package shows. Prints what was lost, a line each, and
ends with 1 when anything was.
"""

import sys
import time
from random import Random
from typing import Final

from player import clock
from tests.fakes.xtest import keypad
from torture.hands import KEY_EVERY_S, Siege

SEED: Final = 11


def main() -> int:
    """Press until the time is over."""
    display, lasts_s = sys.argv[1], float(sys.argv[2])
    with keypad(display) as plugged:
        siege = Siege(plugged, Random(SEED))  # noqa: S311  (a storm, no secret)
        end_s = clock.monotonic() + lasts_s
        while clock.monotonic() < end_s:
            siege.press()
            time.sleep(KEY_EVERY_S)
    for what in siege.lost:
        print(what)
    return int(bool(siege.lost))


if __name__ == "__main__":
    sys.exit(main())
