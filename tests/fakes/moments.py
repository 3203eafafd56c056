"""Instants of one boot or another, and what is remembered at them."""

from datetime import UTC, datetime, timedelta
from typing import Final

from player.store.recovery import Moment

FIRST: Final = "first-boot"
NOON: Final = datetime(2026, 11, 23, 5, tzinfo=UTC)


def at(up_s: float, boot: str = FIRST, stepped: timedelta = timedelta()) -> Moment:
    """Return an instant of a boot.

    Args:
        up_s: seconds since it.
        boot: which.
        stepped: how far the wall clock is off.
    """
    return Moment(at=NOON + timedelta(seconds=up_s) + stepped, boot=boot, up_s=up_s)
