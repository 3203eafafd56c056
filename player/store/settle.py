"""What the agent does about how a pack did on screen: promote it, or lay it in quarantine."""

from datetime import datetime
from enum import Enum

from player.errors import PackError
from player.pack.manifest import MANIFEST, parse_manifest
from player.store.install import promote, withdraw
from player.store.layout import Home
from player.store.quarantine import Quarantined, quarantine
from player.store.reader import linked_pack
from player.store.trial import Trial, Verdict, read_trial


class Settled(Enum):
    """What became of the pack on trial."""

    PROMOTED = "promoted"
    QUARANTINED = "quarantined"


def settle(home: Home, now: datetime) -> Settled | None:
    """Act on the verdict of show on the current pack; None: there is nothing to do.

    The caller holds the store. Quarantine is noted before the link is moved: a power cut between
    the two leaves a bad pack current, which show does not put on stage, and not a bad pack that
    the next cycle activates again.

    Raises:
        OSError: the disk refused.
    """
    trial, current = read_trial(home), linked_pack(home.current)
    if trial is None or trial.pack != current:
        return None
    is_good = linked_pack(home.last_good) == current
    if trial.verdict is Verdict.GOOD and not is_good:
        promote(home, trial.pack)
        return Settled.PROMOTED
    if trial.verdict is Verdict.FAILED and not is_good:
        _lay_aside(home, trial, now)
        return Settled.QUARANTINED
    return None


def _lay_aside(home: Home, trial: Trial, now: datetime) -> None:
    try:
        manifest = parse_manifest((home.packs / trial.pack / MANIFEST).read_bytes())
    except (OSError, PackError):
        manifest = None
    if manifest is not None:
        entry = Quarantined(
            digest=trial.pack,
            pack=manifest.pack,
            sequence=manifest.sequence,
            reason=trial.reason,
            since=now,
        )
        quarantine(home, entry)
    withdraw(home)
