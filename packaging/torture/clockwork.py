"""A clock for the player that can be set while it runs; the machine's own is left alone.

Only the time of day is turned: timers go by the monotonic clock, as on a machine whose clock is
set by hand or from the network.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from player import clock

LIBRARIES: Final = Path("/usr/lib")
LIBRARY: Final = "*/faketime/libfaketimeMT.so.1"
"""Of Debian's package libfaketime."""

SECOND: Final = timedelta(seconds=1)
READ_AGAIN_S: Final = 1
"""How often the library looks into its file."""


@dataclass(frozen=True, slots=True)
class Clockwork:
    """A clock in a file."""

    file: Path

    def show(self, instant: datetime | None) -> None:
        """Let the player believe it is ``instant`` now; None: the machine's own time."""
        ahead_s = 0 if instant is None else (instant - clock.now()) // SECOND
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{ahead_s:+d}\n", "ascii")
        fresh.replace(self.file)

    @property
    def environment(self) -> Mapping[str, str]:
        """What the player's environment needs for it."""
        (library,) = LIBRARIES.glob(LIBRARY)
        return {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_CACHE_DURATION": str(READ_AGAIN_S),
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_DONT_RESET": "1",
        }
