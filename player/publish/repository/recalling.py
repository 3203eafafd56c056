"""Recalling a thing at a gate, or lifting that.

The list is signed whole each time and only grows, unless something is lifted. An id must be one
that some pack of the gate has, or once had: a screen that was off may still hold an old pack, and
a slip of the pen would recall nothing while everybody believes it is gone. A digest is believed:
nobody types one by mistake, and the file may never have been public here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from pydantic import TypeAdapter, ValidationError

from player.config.naming import Identifier, closest
from player.errors import PackError, SigningError
from player.pack.content import CONTENT, FORMAT, first_problem
from player.pack.manifest import MANIFEST, parse_manifest
from player.pack.orders import RECALL, RecalledThing, RecallOrder
from player.pack.recall import names_in
from player.publish.built_content import encode
from player.publish.repository.offer import order_target
from player.publish.repository.offered import earlier_manifests
from player.publish.repository.recalled import public_recall, said_by
from player.publish.repository.release import Office
from player.publish.repository.roles import TARGETS, gate_parts, role_of, stop_role
from player.publish.repository.tree import Tree
from player.store.layout import blob_path

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_ID: Final = TypeAdapter[str](Identifier)


@dataclass(frozen=True, slots=True)
class Recall:
    """What is asked for.

    Attributes:
        gate: ``province/gate``.
        thing: an id, or the digest of a file.
        reason: for technicians and editors.
        lift: it may be shown again.
    """

    gate: str
    thing: str
    reason: str = ""
    lift: bool = False


def next_recall(tree: Tree, asked: Recall, now: datetime) -> RecallOrder:
    """Return the list of a gate with one thing more, or less where it is lifted.

    Raises:
        SigningError: that is no gate, no pack of it has such a thing, it is recalled already, or
            there is nothing to lift; names what is most like it.
    """
    _check_id(asked.thing)
    public = public_recall(tree, asked.gate)
    before = tuple(public.recalled) if public else ()
    issued = now.astimezone(UTC).replace(microsecond=0)
    known = next((each for each in before if each.thing == asked.thing), None)
    try:
        if asked.lift:
            if known is None:
                raise _unknown(asked, "not recalled", [each.thing for each in before])
            recalled = tuple(each for each in before if each is not known)
        else:
            if known is not None:
                raise SigningError(
                    f"{asked.thing}: recalled at {asked.gate} already, since {known.issued}"
                )
            new = RecalledThing(thing=asked.thing, issued=issued, reason=asked.reason)
            _check_known(tree, asked)
            recalled = (*before, new)
        return RecallOrder(format=FORMAT, gate=asked.gate, issued=issued, recalled=recalled)
    except ValidationError as e:
        raise SigningError(f"{asked.thing}: {first_problem(e)}") from e


def order_recall(office: Office, order: RecallOrder, keys: Sequence[str]) -> list[str]:
    """Make the list of a gate public; one signature, of those who may stop it.

    Raises:
        SigningError: nobody may recall anything at this gate, or the key may not.
    """
    province, _ = gate_parts(order.gate)
    role, name = stop_role(province), f"{order.gate}/{RECALL}"
    office.tree.holders(role)
    _check_may(office.tree, role, name, province)
    return order_target(office, role, name, encode(order.model_dump(mode="json")), keys)


def _check_id(thing: str) -> None:
    try:
        _ID.validate_python(thing)
    except ValidationError as e:
        raise SigningError(f"{thing}: neither an id like closing-hours nor a sha256") from e


def _check_may(tree: Tree, role: str, name: str, province: str) -> None:
    """Refuse an order that no screen would look for here: the role was appointed for stops only."""
    targets = tree.delegated(TARGETS)
    delegations = targets.delegations if targets else None
    entry = (delegations.roles or {}).get(role) if delegations else None
    if entry is None or not entry.is_delegated_path(name):
        raise SigningError(
            f"{role}: appointed before things could be recalled; run pack delegate {province} "
            "again, with the same editors, and it may"
        )


def _check_known(tree: Tree, asked: Recall) -> None:
    """Refuse an id that no pack of the gate has, or ever had."""
    if _DIGEST.fullmatch(asked.thing):
        return
    names: set[str] = set()
    for pack in _packs(tree, asked.gate):
        for _, raw in earlier_manifests(tree, pack):
            names |= _names(tree, raw)
            if asked.thing in names:
                return
    raise _unknown(asked, f"no pack of {asked.gate} has or ever had that", sorted(names))


def _unknown(asked: Recall, problem: str, known: Sequence[str]) -> SigningError:
    like = closest(asked.thing, known)
    hint = f"; do you mean {like}?" if like else ""
    return SigningError(f"{asked.thing}: {problem}{hint}")


def _packs(tree: Tree, gate: str) -> Iterator[str]:
    """Yield the packs that are public for a gate."""
    targets = tree.delegated(role_of(gate))
    for name in targets.targets if targets else ():
        pack, _, file = name.rpartition("/")
        if file == MANIFEST:
            yield pack


def _names(tree: Tree, raw: bytes) -> frozenset[str]:
    """Return the ids of a pack that was public; none where its files are gone."""
    try:
        manifest = parse_manifest(raw)
        digest = manifest.digest_of(CONTENT) or ""
        return names_in(*said_by(manifest, blob_path(tree.blobs, digest), tree.blobs))
    except (PackError, SigningError):
        return frozenset()
