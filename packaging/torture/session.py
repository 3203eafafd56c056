"""Hands on a session that somebody else began: ``python -m torture.session DISPLAY SECONDS``.

``try_deb.sh`` lets them loose on what the package shows. Prints what was lost, a line each, then
how much was done; ends with 1 when anything was lost.
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
        end_s, count = clock.monotonic() + lasts_s, 0
        while clock.monotonic() < end_s:
            siege.press()
            count += 1
            time.sleep(KEY_EVERY_S)
    print(*siege.lost, f"{count} keys, clicks and wishes to close", sep="\n")
    return int(bool(siege.lost))


if __name__ == "__main__":
    sys.exit(main())
