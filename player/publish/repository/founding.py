"""Founding a repository, and appointing who speaks for a province or a gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Targets

from player.errors import SigningError
from player.publish.repository import roles
from player.publish.repository.agreement import agree
from player.publish.repository.keys import make_key
from player.publish.repository.release import KEY, Office, OnlineKeys
from player.publish.repository.roles import (
    ROOT,
    SNAPSHOT,
    STOP_THRESHOLD,
    TARGETS,
    TIMESTAMP,
    Holders,
    expiry,
    gate_parts,
    notice_role,
    parent_of,
    role_of,
    stop_role,
)
from player.publish.repository.tree import TRIAL, AnyMetadata, Tree

TRIAL_KEYS: Final = 3
TRIAL_THRESHOLD: Final = 2


@dataclass(frozen=True, slots=True)
class Founders:
    """Who holds the four top roles; snapshot and timestamp have one key each."""

    root: Holders
    targets: Holders
    snapshot: Key
    timestamp: Key

    def of(self, role: str) -> Holders:
        """Return the holders of a top role."""
        match role:
            case roles.ROOT:
                return self.root
            case roles.TARGETS:
                return self.targets
            case roles.SNAPSHOT:
                return Holders([self.snapshot], 1)
            case _:
                return Holders([self.timestamp], 1)


def found(office: Office, founders: Founders, keys: Sequence[str]) -> list[str]:
    """Found a repository.

    Args:
        office: whose folder must not hold one yet.
        founders: who holds the top roles.
        keys: with which root and targets are signed; each signs what it may.

    Returns:
        Roles that lack signatures and wait in ``staging/``; empty when the repository stands.

    Raises:
        SigningError: there is one, or a key cannot be used.
    """
    _must_be_new(office.tree)
    root = _first_root(founders, office.now, is_trial=False)
    targets = Targets(1, expires=expiry(TARGETS, office.now))
    return agree(office, {ROOT: Metadata(root), TARGETS: Metadata(targets)}, keys)


def found_trial(tree: Tree, keys: Path, gates: Sequence[str], now: datetime) -> None:
    """Found a repository of throwaway keys, all in folder ``keys`` and without a passphrase.

    Screens that trust it say so. Three editors serve all its gates.

    Raises:
        SigningError: there is a repository or a key already, or a gate's name is none.
    """
    _must_be_new(tree)
    for gate in gates:
        gate_parts(gate)

    def several(name: str) -> Holders:
        made = [make_key(keys / f"{name}-{n}{KEY}", f"{name} {n}", None) for n in range(1, 4)]
        return Holders(made[:TRIAL_KEYS], TRIAL_THRESHOLD)

    def single(name: str) -> Key:
        return make_key(keys / f"{name}{KEY}", name, None)

    founders = Founders(several(ROOT), several(TARGETS), single(SNAPSHOT), single(TIMESTAMP))
    editors, stopper = several("editor"), Holders([single("stop")], STOP_THRESHOLD)
    drafts = _appointed(gates, editors, stopper, now)
    drafts[ROOT] = Metadata(_first_root(founders, now, is_trial=True))
    signing = [file for name in (ROOT, TARGETS, "editor") for file in _files(keys, name)]
    office = Office(tree, OnlineKeys(keys, _no_passphrase), now)
    agree(office, drafts, [*signing, str(keys / f"stop{KEY}")])


def appoint(
    office: Office, name: str, editors: Holders, stoppers: Holders | None, keys: Sequence[str]
) -> list[str]:
    """Appoint who speaks for ``province`` or ``province/gate``; replaces who did.

    Args:
        office: where and when.
        name: ``province`` or ``province/gate``.
        editors: sign packs, and notices of a province.
        stoppers: may stop the gates of a province and recall things there; None: who may now.
        keys: of the role that vouches for it.

    Returns:
        Roles that lack signatures and wait in ``staging/``.

    Raises:
        SigningError: a key cannot be used, or nobody speaks for the province yet.
    """
    tree, role = office.tree, role_of(name)
    parent = parent_of(role)
    tree.holders(parent)
    if stoppers is not None and parent != TARGETS:
        raise SigningError(f"{name}: keys that stop are of a whole province; leave --stop-key out")
    if not keys:
        raise SigningError("say with which keys: --key FILE, one of each who vouches")
    targets = tree.next_targets(parent, office.now)
    roles.delegate(targets, role, editors)
    if parent == TARGETS:
        roles.delegate(targets, notice_role(name), editors)
        # Also where they stay: what they may sign has grown since older programs appointed them.
        stoppers = stoppers or _stoppers(tree, name)
        if stoppers is not None:
            roles.delegate(targets, stop_role(name), stoppers)
    return agree(office, {parent: Metadata(targets)}, keys)


def _stoppers(tree: Tree, province: str) -> Holders | None:
    """Return who may stop the gates of a province now, None: nobody."""
    targets, role = tree.delegated(TARGETS), stop_role(province)
    appointed = targets.delegations.roles if targets and targets.delegations else None
    return tree.holders(role) if role in (appointed or {}) else None


def _appointed(
    gates: Sequence[str], editors: Holders, stoppers: Holders, now: datetime
) -> dict[str, AnyMetadata]:
    """Return the unsigned first metadata of all roles that sign targets.

    Also of those that have nothing to say as yet: a screen that asks gets an answer.
    """
    made: dict[str, Targets] = {TARGETS: Targets(1, expires=expiry(TARGETS, now))}
    for gate in gates:
        province, name = gate_parts(gate)
        if province not in made:
            made[province] = Targets(1, expires=expiry(province, now))
            roles.delegate(made[TARGETS], province, editors)
            roles.delegate(made[TARGETS], notice_role(province), editors)
            roles.delegate(made[TARGETS], stop_role(province), stoppers)
            for order in (notice_role(province), stop_role(province)):
                made[order] = Targets(1, expires=expiry(order, now))
        roles.delegate(made[province], f"{province}.{name}", editors)
        made[f"{province}.{name}"] = Targets(1, expires=expiry(f"{province}.{name}", now))
    return {role: Metadata(targets) for role, targets in made.items()}


def _first_root(founders: Founders, now: datetime, *, is_trial: bool) -> Root:
    fields = {TRIAL: True} if is_trial else {}
    root = Root(1, expires=expiry(ROOT, now), consistent_snapshot=True, unrecognized_fields=fields)
    for role in roles.TOP:
        holders = founders.of(role)
        holders.check(role)
        root.roles[role].threshold = holders.threshold
        for key in holders.keys:
            root.add_key(key, role)
    return root


def _must_be_new(tree: Tree) -> None:
    if tree.exists or tree.waiting():
        raise SigningError(f"{tree.folder}: there is a repository already")


def _files(folder: Path, name: str) -> list[str]:
    return [str(folder / f"{name}-{n}{KEY}") for n in range(1, TRIAL_THRESHOLD + 1)]


def _no_passphrase(_name: str) -> str:
    return ""
