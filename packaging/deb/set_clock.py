"""Sets the clock of the machine as a technician said at the screen, which itself may not.

Installed as ``/usr/lib/gate-player/set_clock.py`` and run as root by gate-player-clock.service as
soon as ``/var/lib/gate-player/state/clock.json`` is there (``player/store/clock_wish.py``). The
wish says what time it was at an instant of the kernel's own count, so waiting makes it no wrong
time; one of another boot, an old one and an impossible one are dropped. Where there is a battery
clock it is set, too, or the next start would undo it.
"""

import fcntl
import json
import os
import struct
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

WISH: Final = Path("/var/lib/gate-player/state/clock.json")
BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
BATTERY_CLOCK: Final = Path("/dev/rtc0")
RTC_SET_TIME: Final = 0x4024700A
"""linux/rtc.h: takes nine integers, as struct tm has them; the battery clock keeps UTC."""

EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)
LONGEST_S: Final = 60.0
MOST_BYTES: Final = 10_000


class WishError(Exception):
    """A wish is not granted; the message says why."""


def wanted(raw: bytes, boot: str, up_s: float) -> datetime:
    """Return what time it is now by a wish.

    Args:
        raw: of its file.
        boot: the kernel's name of this boot.
        up_s: seconds of the clock that never steps, now.

    Raises:
        WishError: it says none that can be believed.
    """
    try:
        said = json.loads(raw)["wish"]
        told, begun = datetime.fromisoformat(said["at"]), float(said["up_s"])
    except (ValueError, TypeError, KeyError, RecursionError) as e:
        raise WishError(f"it cannot be understood: {e}") from e
    waited_s = up_s - begun
    if said.get("boot") != boot or not 0 <= waited_s <= LONGEST_S:
        raise WishError("it is an old one")
    if told.tzinfo is None or not EARLIEST <= told < LATEST:
        raise WishError(f"{told} cannot be the time")
    return datetime.fromtimestamp(told.timestamp() + waited_s, UTC)


def battery_time(instant: datetime) -> bytes:
    """Return an instant as the battery clock is told it."""
    day = (instant.day, instant.month - 1, instant.year - 1900)
    return struct.pack("9i", instant.second, instant.minute, instant.hour, *day, 0, 0, 0)


def set_clocks(instant: datetime) -> None:
    """Set the machine's clock, and that of its battery if there is one.

    Raises:
        OSError: this process may not.
    """
    time.clock_settime(time.CLOCK_REALTIME, instant.timestamp())
    try:
        descriptor = os.open(BATTERY_CLOCK, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        fcntl.ioctl(descriptor, RTC_SET_TIME, battery_time(instant))
    finally:
        os.close(descriptor)


def take(wish: Path) -> bytes:
    """Return what is wished for; no link is followed.

    Raises:
        OSError: it cannot be read.
    """
    descriptor = os.open(wish, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        return os.read(descriptor, MOST_BYTES)
    finally:
        os.close(descriptor)


def main() -> int:
    """Grant the wish that lies there; return the exit code."""
    try:
        raw = take(WISH)
        boot = BOOT.read_text("ascii").strip()
        instant = wanted(raw, boot, time.monotonic())
        set_clocks(instant)
    except (OSError, WishError) as e:
        sys.stderr.write(f"the clock is left as it is: {e}\n")
        return 1
    finally:
        # One that cannot be granted must not be looked at again and again.
        with suppress(OSError):
            WISH.unlink(missing_ok=True)
    sys.stderr.write(f"the clock was set at the screen: {instant:%Y-%m-%d %H:%M:%S} UTC\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
