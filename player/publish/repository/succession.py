"""Keys that go: revoked from every role they serve, or a root that is renewed."""

from collections.abc import Sequence

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Targets

from player.errors import SigningError
from player.publish.repository import roles
from player.publish.repository.agreement import agree
from player.publish.repository.keys import holder
from player.publish.repository.release import Office
from player.publish.repository.roles import ROOT, TARGETS, Holders, expiry
from player.publish.repository.tree import AnyMetadata, Tree


def revoke(office: Office, name: str, replacement: Key | None, keys: Sequence[str]) -> list[str]:
    """Take a key from every role it serves.

    Args:
        office: where and when.
        name: what people call the key, or how its id begins.
        replacement: takes its place; None: nobody does.
        keys: of the roles that vouch for those it serves; each signs what it may.

    Returns:
        Roles that lack signatures and wait in ``staging/``.

    Raises:
        SigningError: no key is called so, or too few would be left.
    """
    tree = office.tree
    key = _find(tree, name)
    drafts: dict[str, AnyMetadata] = {}
    for parent in _vouching(tree):
        targets = tree.next_targets(parent, office.now)
        if _take(targets, key, replacement):
            drafts[parent] = Metadata(targets)
    if any(key.keyid in role.keyids for role in tree.root().roles.values()):
        added = [replacement] if replacement else []
        drafts[ROOT] = Metadata(_next_root(office, added, [key]))
    return agree(office, drafts, keys)


def rotate_root(
    office: Office, added: Sequence[Key], removed: Sequence[str], keys: Sequence[str]
) -> list[str]:
    """Make the next root: a year more, and other keys where asked.

    It is signed by enough of the old holders and by enough of the new ones, so that screens that
    believe the old one follow.

    Args:
        office: where and when.
        added: keys that join: the roles that the removed ones leave, else root.
        removed: what people call the keys that leave, or how their ids begin.
        keys: of root holders, old and new.

    Returns:
        Roles that lack signatures and wait in ``staging/``.

    Raises:
        SigningError: too few keys would be left, or a key cannot be used.
    """
    leaving = [_find(office.tree, name) for name in removed]
    return agree(office, {ROOT: Metadata(_next_root(office, added, leaving))}, keys)


def _next_root(office: Office, added: Sequence[Key], leaving: Sequence[Key]) -> Root:
    root = office.tree.root()
    root.version += 1
    root.expires = expiry(ROOT, office.now)
    served = _leave(root, leaving) or {ROOT}
    for key in added:
        for role in served:
            root.add_key(key, role)
    for name, entry in root.roles.items():
        Holders([root.keys[k] for k in entry.keyids], entry.threshold).check(name)
    return root


def _leave(root: Root, keys: Sequence[Key]) -> set[str]:
    served: set[str] = set()
    for key in keys:
        for name, role in root.roles.items():
            if key.keyid in role.keyids:
                served.add(name)
                root.revoke_key(key.keyid, name)
    return served


def _take(targets: Targets, key: Key, replacement: Key | None) -> bool:
    """Take ``key`` from every role that ``targets`` vouches for; say whether it served one."""
    delegations = targets.delegations
    if delegations is None or key.keyid not in delegations.keys:
        return False
    for name, role in list((delegations.roles or {}).items()):
        if key.keyid not in role.keyids:
            continue
        left = [delegations.keys[k] for k in role.keyids if k != key.keyid]
        held = Holders([*left, replacement] if replacement else left, role.threshold)
        roles.delegate(targets, name, held)
    return True


def _vouching(tree: Tree) -> list[str]:
    """Return the roles that vouch for others, the highest first."""
    names = [name for name in tree.roles() if name not in {ROOT, roles.SNAPSHOT, TARGETS}]
    return [TARGETS, *(name for name in names if "." not in name)]


def _find(tree: Tree, name: str) -> Key:
    """Return the key that people call ``name``, or whose id begins so."""
    root = tree.root()
    known = dict(root.keys)
    for role in _vouching(tree):
        targets = tree.delegated(role)
        if targets is not None and targets.delegations is not None:
            known |= targets.delegations.keys
    found = [
        key
        for key in known.values()
        if holder(key) == name or (len(name) >= 8 and key.keyid.startswith(name))  # noqa: PLR2004  (fewer signs are soon ambiguous)
    ]
    if len(found) != 1:
        names = ", ".join(sorted(holder(key) for key in known.values()))
        which = "more than one" if found else "no"
        raise SigningError(f"{name}: {which} key is called so; there are {names}")
    return found[0]
