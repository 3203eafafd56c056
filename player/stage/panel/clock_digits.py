"""A time of a day as it is typed on a pad of digits, to set a clock by: ``HHMMDDMMYYYY``."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

CLOCK_DIGITS: Final = len("HHMMDDMMYYYY")
CLOCK_YEARS: Final = (2026, 2099)
"""First and last in which a clock may be set; the package's ``set_clock.py`` has the same."""

_FORM: Final = "{}{}:{}{}  {}{}/{}{}/{}{}{}{}"


def dialled_clock(digits: str, zone: ZoneInfo) -> datetime | None:
    """Return the instant that is meant by all digits, aware; None: there is no such time."""
    try:
        local = datetime.strptime(digits, "%H%M%d%m%Y")  # noqa: DTZ007  (in ``zone``)
    except ValueError:
        return None
    is_likely = CLOCK_YEARS[0] <= local.year <= CLOCK_YEARS[1]
    return local.replace(tzinfo=zone) if is_likely else None


def masked_clock(digits: str) -> str:
    """Return digits as they will be read: ``14:05  2_/__/____``."""
    return _FORM.format(*digits.ljust(CLOCK_DIGITS, "_"))
