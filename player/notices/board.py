"""The board: of all notices a screen has been given, those that stand. Pure, in whatever order.

A notice stands while nothing that may do so has replaced or cancelled it. An update or a cancel
takes effect however early or late it comes: it need not find what it refers to, and what it
referred to stays gone for as long as it is kept itself.

- What the centre signed is ended by the centre alone; what the gate's staff posted, by either.
- An exercise ends exercises only: no drill takes a real alert away.
- Of two notices of one id the one sent later counts, and the centre's before the staff's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.life import expiry_ms
from player.pack.content import Content
from player.pack.instants import start_ms
from player.pack.notice import Notice, Status, referenced

SHOWN: Final[frozenset[Status]] = frozenset({"actual", "exercise", "test"})
"""``system`` and ``draft`` are not for the public, whoever sent them."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A notice as it came to this screen.

    Attributes:
        notice: itself.
        is_local: posted by the gate's staff on this screen.
        heard_ms: when this screen came to know of it, milliseconds since the epoch; 0: it has
            known of it since it started.
    """

    notice: Notice
    is_local: bool = False
    heard_ms: int = 0


@dataclass(frozen=True, slots=True)
class Cleared:
    """An emergency that was cancelled, and when this screen learned of it."""

    notice: Notice
    at_ms: int


@dataclass(frozen=True, slots=True)
class Board:
    """What stands.

    Attributes:
        posted: notices that stand, by id.
        cleared: emergencies that were cancelled, the latest first.
    """

    posted: tuple[Posted, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    _by_id: Mapping[str, Posted] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {each.notice.id: each for each in self.posted})

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Those that stand."""
        return tuple(each.notice for each in self.posted)

    def find(self, id_: str) -> Posted | None:
        """Return the standing notice of that id, if there is one."""
        return self._by_id.get(id_)


def board_of(posted: Iterable[Posted], zone: ZoneInfo) -> Board:
    """Return what stands of ``posted``.

    Args:
        posted: all that this screen was given, in any order.
        zone: the gate's; local times are meant in it.
    """
    shown = [each for each in posted if _is_public(each.notice)]
    latest = sorted(_latest(shown, zone), key=lambda each: each.notice.id)
    standing = tuple(
        each
        for each in latest
        if each.notice.message in {"alert", "update"}
        and not any(_ends(other, each) for other in shown)
    )
    cleared = sorted(_cleared(shown, latest, zone), key=lambda each: (-each.at_ms, each.notice.id))
    return Board(standing, tuple(cleared))


def board_of_pack(content: Content) -> Board:
    """Return what stands where a screen was given nothing but its pack."""
    zone = ZoneInfo(content.gate.time_zone)
    return board_of((Posted(notice) for notice in content.notices), zone)


def _is_public(notice: Notice) -> bool:
    return notice.status in SHOWN and notice.scope == "public"


def _latest(shown: Iterable[Posted], zone: ZoneInfo) -> Iterable[Posted]:
    """Yield one notice for each id."""

    def rank(each: Posted) -> tuple[bool, int, str]:
        # Last the words themselves: whatever the order they came in, all screens agree.
        notice = each.notice
        return not each.is_local, start_ms(notice.sent, zone), notice.model_dump_json()

    by_id = sorted(shown, key=lambda each: each.notice.id)
    for _, same in groupby(by_id, key=lambda each: each.notice.id):
        yield max(same, key=rank)


def _ends(other: Posted, each: Posted) -> bool:
    """Say whether ``other`` replaces or cancels ``each``."""
    if other.notice.message not in {"update", "cancel"} or other.notice.id == each.notice.id:
        return False
    may = (each.is_local or not other.is_local) and other.notice.status == each.notice.status
    return may and each.notice.id in {referenced(one) for one in other.notice.references}


def _cleared(
    shown: Iterable[Posted], latest: Iterable[Posted], zone: ZoneInfo
) -> Iterable[Cleared]:
    """Yield the emergencies that a cancel ended."""
    alarms = [each for each in latest if each.notice.level == "emergency"]
    for other in shown:
        if other.notice.message != "cancel":
            continue
        for each in alarms:
            at_ms = max(other.heard_ms, start_ms(other.notice.sent, zone))
            was_on = each.notice.message != "cancel" and at_ms < expiry_ms(each.notice, zone)
            if was_on and _ends(other, each):
                yield Cleared(each.notice, at_ms)
