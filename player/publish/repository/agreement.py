"""Changes in who may say what: signed by those whose word it takes, public together or not at all.

A key that goes takes its signatures along. What only stood with them is signed anew in the same
step, or all of it waits in ``staging/``: no screen is left with metadata nobody vouches for.
"""

from collections.abc import Sequence

from tuf.api.metadata import Metadata

from player.errors import SigningError
from player.publish.repository.proposal import sign_with
from player.publish.repository.release import Office, check_threshold, commit
from player.publish.repository.roles import ROOT, SNAPSHOT, TIMESTAMP
from player.publish.repository.tree import (
    AnyMetadata,
    Changed,
    Tree,
    missing,
    write_metadata,
)
from player.store.durable import make_folder


def agree(office: Office, drafts: Changed, keys: Sequence[str]) -> list[str]:
    """Sign new versions of metadata and make them public, or let them wait for signatures.

    Args:
        office: where and when.
        drafts: role -> its next version; signed in place.
        keys: key files or addresses; each signs what it may.

    Returns:
        Roles that wait in ``staging/``, all of them; empty when they are public.

    Raises:
        SigningError: a key cannot be used or may sign none of it, or a next version of a role
            waits already.
    """
    tree = office.tree
    drafts = {**drafts, **_orphans(office, drafts)}
    for role in drafts:
        if tree.staged(role).exists():
            raise SigningError(
                f"{tree.staged(role)}: a next version waits already; have it signed and publish "
                "it, or remove it"
            )
    unused = set(keys)
    for role, metadata in drafts.items():
        judges, ask = tree.judges(role, drafts), office.online.passphrase
        unused -= sign_with(metadata, keys, judges, ask, may_be_none=True)
    if unused:
        raise SigningError(f"{min(unused)}: may sign none of this ({', '.join(sorted(drafts))})")
    if not any(missing(metadata, tree.judges(role, drafts)) for role, metadata in drafts.items()):
        commit(office, drafts)
        return []
    for role, metadata in drafts.items():
        stage(tree, role, metadata)
    return sorted(drafts)


def publish_staged(office: Office) -> list[str]:
    """Make public what waits in ``staging/`` and has all its signatures; return the roles.

    Raises:
        SigningError: nothing waits, nothing has its signatures, or one cannot go without another.
    """
    tree = office.tree
    waiting = tree.waiting()
    if not waiting:
        raise SigningError(f"{tree.staging}: nothing waits there")
    ready = {
        role: metadata
        for role, metadata in waiting.items()
        if not missing(metadata, tree.judges(role, waiting))
    }
    if not ready:
        for role, metadata in waiting.items():
            check_threshold(role, metadata, tree.judges(role, waiting))
    commit(office, ready)
    for role in ready:
        tree.staged(role).unlink()
    return sorted(ready)


def stage(tree: Tree, role: str, metadata: AnyMetadata) -> None:
    """Lay metadata that lacks signatures into ``staging/``; raises SigningError."""
    try:
        make_folder(tree.staging)
    except OSError as e:
        raise SigningError(f"{tree.staging}: {e.strerror or e}") from e
    write_metadata(tree.staged(role), metadata)


def _orphans(office: Office, drafts: Changed) -> dict[str, AnyMetadata]:
    """Return next versions, alike but unsigned, of what would not be vouched for any more."""
    tree = office.tree
    found: dict[str, AnyMetadata] = {}
    for role in tree.roles() if tree.exists else ():
        if role not in {*drafts, ROOT, SNAPSHOT, TIMESTAMP} and missing(
            tree.load(role), tree.judges(role, drafts)
        ):
            found[role] = Metadata(tree.next_targets(role, office.now))
    return found
