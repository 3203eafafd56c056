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
from player.publish.repository.keys import make_key
from player.publish.repository.offer import offer_or_stage
from player.publish.repository.proposal import sign_with, stage
from player.publish.repository.release import KEY, Office, OnlineKeys, check_threshold, commit
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
    stop_role,
)
from player.publish.repository.tree import TRIAL, AnyMetadata, Tree, signed_by

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
    tree, now, passphrase = office.tree, office.now, office.online.passphrase
    _must_be_new(tree)
    root = _first_root(founders, now, is_trial=False)
    metadata = Metadata(root)
    sign_with(metadata, keys, founders.root, passphrase, may_be_none=True)
    targets = Metadata(Targets(1, expires=expiry(TARGETS, now)))
    sign_with(targets, keys, founders.targets, passphrase, may_be_none=True)
    if len(signed_by(metadata, founders.root)) < founders.root.threshold:
        # Without its root nothing else can be judged: all of it waits.
        stage(tree, ROOT, metadata)
        stage(tree, TARGETS, targets)
        return [ROOT, TARGETS]
    tree.write(ROOT, metadata)
    if len(signed_by(targets, founders.targets)) < founders.targets.threshold:
        stage(tree, TARGETS, targets)
        return [TARGETS]
    commit(office, {TARGETS: targets})
    return []


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
    root = Metadata(_first_root(founders, now, is_trial=True))
    sign_with(root, _files(keys, ROOT), founders.root, _no_passphrase)
    tree.write(ROOT, root)
    signed = _appointed(gates, editors, stopper, now)
    for role, metadata in signed.items():
        holders = founders.targets if role == TARGETS else editors
        names = _files(keys, TARGETS if role == TARGETS else "editor")
        sign_with(metadata, names, holders, _no_passphrase)
    tree.write(TARGETS, signed.pop(TARGETS))
    # Parents before children: who may sign is looked up in what is public already.
    for role in sorted(signed, key=lambda each: each.count(".")):
        check_threshold(role, signed[role], tree.holders(role))
        tree.write(role, signed[role])
    commit(Office(tree, OnlineKeys(keys, _no_passphrase), now), {})


def appoint(
    office: Office, name: str, editors: Holders, stoppers: Holders | None, keys: Sequence[str]
) -> list[str]:
    """Appoint who speaks for ``province`` or ``province/gate``; replaces who did.

    Args:
        office: where and when.
        name: ``province`` or ``province/gate``.
        editors: sign packs, and notices of a province.
        stoppers: may stop the gates of a province; None: as it is.
        keys: of the role that vouches for it.

    Returns:
        Roles that lack signatures and wait in ``staging/``.

    Raises:
        SigningError: a key cannot be used, or nobody speaks for the province yet.
    """
    tree = office.tree
    role = name.replace("/", ".")
    parent = parent_of(role)
    holders = tree.holders(parent)
    targets = tree.next_targets(parent, office.now)
    roles.delegate(targets, role, editors)
    if parent == TARGETS:
        roles.delegate(targets, notice_role(name), editors)
        if stoppers is not None:
            roles.delegate(targets, stop_role(name), stoppers)
    metadata = Metadata(targets)
    sign_with(metadata, keys, holders, office.online.passphrase)
    return offer_or_stage(office, parent, metadata)


def _appointed(
    gates: Sequence[str], editors: Holders, stoppers: Holders, now: datetime
) -> dict[str, AnyMetadata]:
    """Return the unsigned first metadata of all roles that sign targets."""
    made: dict[str, Targets] = {TARGETS: Targets(1, expires=expiry(TARGETS, now))}
    for gate in gates:
        province, name = gate_parts(gate)
        if province not in made:
            made[province] = Targets(1, expires=expiry(province, now))
            roles.delegate(made[TARGETS], province, editors)
            roles.delegate(made[TARGETS], notice_role(province), editors)
            roles.delegate(made[TARGETS], stop_role(province), stoppers)
        roles.delegate(made[province], f"{province}.{name}", editors)
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
    if tree.exists or tree.staging.exists():
        raise SigningError(f"{tree.folder}: there is a repository already")


def _files(folder: Path, name: str) -> list[str]:
    return [str(folder / f"{name}-{n}{KEY}") for n in range(1, TRIAL_THRESHOLD + 1)]


def _no_passphrase(_name: str) -> str:
    return ""
