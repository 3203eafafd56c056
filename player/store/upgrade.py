"""What became of the player's own latest upgrade; the package writes it, here it is read.

``packaging/deb/upgrade.py`` keeps it beside all versions of the player, and in no format of theirs:
it must work when a version does not.
"""

from typing import Final

from player.store.layout import Home
from player.store.records import Record, read_record

ROLLED_BACK: Final = "rolled back"


class Upgrade(Record):
    """A version of the player on trial, or what came of it.

    Attributes:
        to: the version that was installed.
        back: folder of the version before, named after it; below that of the programs.
        tries: starts of the picture whose end nobody asked for.
        verdict: ``trial``, ``good`` or ``rolled back``.
        reason: why it was rolled back, one sentence; else empty.
    """

    to: str
    back: str
    tries: int = 0
    verdict: str = "trial"
    reason: str = ""

    @property
    def was_rolled_back(self) -> bool:
        """Whether the version before plays again."""
        return self.verdict == ROLLED_BACK


def read_upgrade(home: Home) -> Upgrade | None:
    """Return the trial that goes on, else what came of the latest; None: there was none."""
    return read_record(home.upgrade, Upgrade) or read_record(home.upgraded, Upgrade)
