"""The only readers of the machine's clocks, and the rule that says whether to believe them.

Everything else takes instants as parameters. Whether a time is believed is a value,
``ClockTrust``, so that the programme stays a pure function of (pack, screen, instant, trust).
"""

import time
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Final

HORIZON: Final = timedelta(days=400)
"""A clock further than this past its floor is not believed (DECISIONS.md, rules of the stage)."""


class ClockTrust(Enum):
    """Whether dated content may be chosen by the present clock."""

    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"


def now() -> datetime:
    """Return the present wall-clock time, aware, in UTC."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Return seconds of a clock that never steps; only differences mean anything."""
    return time.monotonic()


def trust(instant: datetime, floor: datetime) -> ClockTrust:
    """Say whether ``instant`` can be the true time.

    Args:
        instant: what the wall clock shows; timezone-aware.
        floor: an instant known to have passed (the release date, or a later signed time).

    Returns:
        UNTRUSTED before the floor or more than ``HORIZON`` after it, else TRUSTED.

    Source: DECISIONS.md, "clock not trusted".
    """
    if floor <= instant <= floor + HORIZON:
        return ClockTrust.TRUSTED
    return ClockTrust.UNTRUSTED
