"""How often a wrong PIN was typed at this screen: a file that outlives a pulled plug."""

from typing import Final

from pydantic import AwareDatetime, Field

from player.store.layout import Home
from player.store.records import Record, read_record, write_record

MOST: Final = 1_000


class Attempts(Record):
    """Errors since a PIN was right.

    Attributes:
        wrong: how many.
        failed_at: when the latest was made; None: never, or by a clock that nobody believed.
    """

    wrong: int = Field(default=0, ge=0, le=MOST)
    failed_at: AwareDatetime | None = None


def read_attempts(home: Home) -> Attempts:
    """Return what is known of earlier attempts."""
    return read_record(home.attempts, Attempts) or Attempts()


def write_attempts(home: Home, attempts: Attempts) -> None:
    """Remember ``attempts``.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.attempts, attempts)
