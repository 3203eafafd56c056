"""Packs that proved themselves bad: nothing of their sequence or below is activated again."""

from datetime import datetime
from typing import Final

from player.store.layout import Home
from player.store.records import Record, read_record, write_record

SUFFIX: Final = ".json"


class Quarantined(Record):
    """A pack that was on stage and failed.

    Attributes:
        digest: of its manifest.
        pack: ``province/gate/channel``.
        reason: one sentence.
    """

    digest: str
    pack: str
    sequence: int
    reason: str
    since: datetime


def quarantine(home: Home, entry: Quarantined) -> None:
    """Note a bad pack durably; raises OSError."""
    write_record(home.quarantine / f"{entry.digest}{SUFFIX}", entry)


def quarantined(home: Home) -> tuple[Quarantined, ...]:
    """Return what is noted, in the order of time."""
    files = sorted(home.quarantine.glob(f"*{SUFFIX}"))
    found = (read_record(file, Quarantined) for file in files)
    return tuple(sorted((each for each in found if each), key=lambda each: each.since))


def barring(home: Home, pack: str, sequence: int) -> Quarantined | None:
    """Return what keeps a pack of that sequence from being activated; None: nothing does."""
    return next(
        (e for e in quarantined(home) if e.pack == pack and sequence <= e.sequence),
        None,
    )
