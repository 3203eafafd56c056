"""How a repository stands: who may say what, until when, and what is on offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from player.errors import SigningError
from player.pack.manifest import MANIFEST
from player.publish.repository.keys import holder
from player.publish.repository.offered import published_manifest
from player.publish.repository.roles import ROOT, SNAPSHOT, TIMESTAMP
from player.publish.repository.tree import TRIAL, Tree, signed_by

SOON: Final = timedelta(days=14)
SOON_NOTICE: Final = timedelta(days=3)
_ONLINE: Final = frozenset({SNAPSHOT, TIMESTAMP})


@dataclass(frozen=True, slots=True)
class RoleState:
    """One role.

    Attributes:
        holders: names of those who may sign.
        is_urgent: it ends soon, and a person must do something about it.
    """

    role: str
    version: int
    expires: datetime
    threshold: int
    holders: Sequence[str]
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """A repository at an instant.

    Attributes:
        packs: name -> sequence that is public.
        waiting: role whose next version lacks signatures -> who has signed it.
    """

    is_trial: bool
    roles: Sequence[RoleState]
    packs: Mapping[str, int]
    waiting: Mapping[str, Sequence[str]]


def overview(tree: Tree, now: datetime) -> Overview:
    """Return how a repository stands, or what was proposed of one; raises SigningError."""
    if not tree.exists and not tree.waiting():
        raise SigningError(f"{tree.folder}: there is no repository; run pack init-repository")
    names = [*tree.roles(), TIMESTAMP] if tree.exists else []
    packs: dict[str, int] = {}
    for name in names:
        if name in {ROOT, *_ONLINE}:
            continue
        targets = tree.delegated(name)
        for target in targets.targets if targets else ():
            pack, _, file = target.rpartition("/")
            manifest = published_manifest(tree, pack) if file == MANIFEST else None
            if manifest is not None:
                packs[pack] = manifest.sequence
    waiting = {}
    staged = tree.waiting()
    for role, metadata in staged.items():
        judges = tree.judges(role, staged)
        signers = {key.keyid: key for each in judges for key in signed_by(metadata, each)}
        waiting[role] = [holder(key) for key in signers.values()]
    is_trial = tree.exists and bool(tree.root().unrecognized_fields.get(TRIAL))
    return Overview(is_trial, [_state(tree, name, now) for name in names], packs, waiting)


def _state(tree: Tree, role: str, now: datetime) -> RoleState:
    signed, holders = tree.load(role).signed, tree.holders(role)
    left = signed.expires - now
    # Notices are signed for two weeks: told of all the time, a warning is not read.
    soon = timedelta() if role in _ONLINE else SOON_NOTICE if role.startswith("notice.") else SOON
    names = [holder(key) for key in holders.keys]
    return RoleState(role, signed.version, signed.expires, holders.threshold, names, left <= soon)
