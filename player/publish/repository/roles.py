"""Who there is in a repository, what each may sign, for how long, and by how many.

::

    root                 who everybody is                  3 of 5, offline, a year
    targets              who speaks for which province     2 of 3, offline, half a year
      stop.PROVINCE        PROVINCE/*/stop.json            1, a year: one person can stop a gate
                           PROVINCE/*/recall.json          and take a thing off its screens
      notice.PROVINCE      PROVINCE/*/notices.json         2, two weeks
      PROVINCE             PROVINCE/…, delegates gates     2, 90 days
        PROVINCE.GATE        PROVINCE/GATE/…               2, 90 days
    snapshot             what belongs together             1, online, a week
    timestamp            what is newest                    1, online, a day

Source: DECISIONS.md, "the ceremony".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from securesystemslib.signer import Key
from tuf.api.metadata import DelegatedRole, Delegations, Targets

from player.errors import SigningError

ROOT: Final = "root"
TARGETS: Final = "targets"
SNAPSHOT: Final = "snapshot"
TIMESTAMP: Final = "timestamp"
TOP: Final = (ROOT, TARGETS, SNAPSHOT, TIMESTAMP)

LIFE: Final[Mapping[str, timedelta]] = {
    ROOT: timedelta(days=365),
    TARGETS: timedelta(days=183),
    SNAPSHOT: timedelta(days=7),
    TIMESTAMP: timedelta(days=1),
    "stop": timedelta(days=365),
    "notice": timedelta(days=14),
}
EDITORS_LIFE: Final = timedelta(days=90)
OFFLINE_LIFE: Final = timedelta(days=45)
"""A stick is carried by a monthly visit; its timestamp lasts over a missed one."""

PUBLISH_THRESHOLD: Final = 2
STOP_THRESHOLD: Final = 1
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def expiry(role: str, now: datetime) -> datetime:
    """Return when metadata of ``role`` that is signed ``now`` ends; whole seconds, as TUF wants."""
    life = LIFE.get(role) or LIFE.get(role.partition(".")[0], EDITORS_LIFE)
    return (now + life).replace(microsecond=0)


def gate_parts(gate: str) -> tuple[str, str]:
    """Return province and gate of ``province/gate``; raises SigningError."""
    province, slash, name = gate.partition("/")
    if not slash or not _is_name(province) or _NAME.fullmatch(name) is None:
        raise SigningError(f"{gate}: not a gate; write province/gate, e.g. lang-son/huu-nghi")
    return province, name


def role_of(name: str) -> str:
    """Return the role that speaks for ``province`` or ``province/gate``; raises SigningError."""
    if _is_name(name):
        return name
    return ".".join(gate_parts(name))


def _is_name(province: str) -> bool:
    """Say whether a province may be called so: some words are names of roles."""
    return _NAME.fullmatch(province) is not None and province not in {*TOP, "stop", "notice"}


def role_of_pack(pack: str) -> str:
    """Return the role that signs a pack of name ``province/gate/channel``; raises SigningError."""
    gate, _, channel = pack.rpartition("/")
    if gate.count("/") != 1 or not channel:
        raise SigningError(f"{pack}: not the name of a pack; write province/gate/channel")
    return role_of(gate)


def stop_role(province: str) -> str:
    """Return the role that may stop the gates of a province, and recall things there."""
    return f"stop.{province}"


def notice_role(province: str) -> str:
    """Return the role that signs the notices of a province's gates."""
    return f"notice.{province}"


def parent_of(role: str) -> str:
    """Return the role that vouches for ``role``."""
    if role in TOP:
        return ROOT
    kind, dot, _ = role.partition(".")
    return TARGETS if not dot or kind in {"stop", "notice"} else kind


@dataclass(frozen=True, slots=True)
class Holders:
    """The keys of a role and how many of them must sign."""

    keys: Sequence[Key]
    threshold: int

    def check(self, role: str) -> None:
        """Refuse a threshold nobody can reach, or that one person reaches alone by mistake."""
        # By what they are, not by what they are called: one person must not count twice.
        ids = {str(key.keyval.get("public")) for key in self.keys}
        if len({key.keyid for key in self.keys}) != len(self.keys) or len(ids) != len(self.keys):
            raise SigningError(f"{role}: the same key is given twice")
        if not 1 <= self.threshold <= len(ids):
            raise SigningError(f"{role}: {self.threshold} must sign, and {len(ids)} keys are given")


def delegate(parent: Targets, role: str, holders: Holders) -> None:
    """Let ``role`` speak for its paths, in the name of ``parent``; replaces earlier holders."""
    holders.check(role)
    if parent.delegations is None:
        parent.delegations = Delegations({}, {})
    delegations = parent.delegations
    roles = dict(delegations.roles or {})
    kind, _, rest = role.partition(".")
    is_order = kind in {"stop", "notice"}
    old = roles.pop(role, None)
    entry = DelegatedRole(
        role,
        [],
        holders.threshold,
        terminating=is_order,
        paths=_paths(kind, rest),
    )
    # Orders first, and with no way back: nobody but they may say stop.
    ordered = [entry, *roles.values()] if is_order else [*roles.values(), entry]
    delegations.roles = {each.name: each for each in ordered}
    for keyid in old.keyids if old else ():
        _forget(delegations, keyid)
    for key in holders.keys:
        parent.add_key(key, role)


def _forget(delegations: Delegations, keyid: str) -> None:
    """Drop a key that no role has any more."""
    if all(keyid not in role.keyids for role in (delegations.roles or {}).values()):
        delegations.keys.pop(keyid, None)


def _paths(kind: str, rest: str) -> list[str]:
    match kind, rest:
        case "stop", _:
            return [f"{rest}/*/stop.json", f"{rest}/*/recall.json"]
        case "notice", _:
            return [f"{rest}/*/notices.json"]
        case _, "":
            return [f"{kind}/*", f"{kind}/*/*", f"{kind}/*/*/*"]
        case _:
            return [f"{kind}/{rest}/*", f"{kind}/{rest}/*/*"]
