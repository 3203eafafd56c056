"""The orders that lie in a store, and the proof of when each was given, taken and obeyed.

The agent notes what it took beside the orders, show notes in its own folder what it obeyed; both
notes have one form. An order that cannot be read takes nothing back: of a recall what show obeyed
last still holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from player.errors import PackError
from player.pack.notice_book import MAX_BOOK_BYTES, NOTICES, NoticeBook, parse_book
from player.pack.orders import (
    MAX_RECALL_BYTES,
    MAX_STOP_BYTES,
    RECALL,
    STOP,
    RecallOrder,
    StopOrder,
    parse_recall,
    parse_stop,
)
from player.store.layout import Home
from player.store.opening import open_below
from player.store.records import Record, read_record

T = TypeVar("T")

Mark = tuple[int, ...]
"""What the disk says of a file: another for another; empty: there is none."""


class Receipt(Record):
    """When an order was given, and when whoever wrote this took or obeyed it.

    Attributes:
        ordered: by the clock of whoever gave it.
        at: by the clock of this machine.
    """

    ordered: datetime
    at: datetime


class StopReceipt(Receipt):
    """The same of a stop; ``stop`` is False for one that was lifted."""

    stop: bool


class Receipts(Record):
    """The orders in force, and their proof.

    Attributes:
        stop: the latest order to stop or to go on; None: there never was one.
        recalled: id or digest -> its receipt; what was lifted is gone.
    """

    stop: StopReceipt | None = None
    recalled: Mapping[str, Receipt] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Orders:
    """What lies in a folder of orders.

    Attributes:
        stop: None: there is none, or it cannot be read.
        recall: likewise.
        problems: name of an order that cannot be read -> why.
    """

    stop: StopOrder | None
    recall: RecallOrder | None
    problems: Mapping[str, str]


def read_orders(home: Home) -> Orders:
    """Return the orders that were verified last; never raises what is foreseen."""
    problems: dict[str, str] = {}

    def read(name: str, limit: int, parse: Callable[[bytes], T]) -> T | None:
        try:
            with open_below(home.orders, name) as file:
                return parse(file.read(limit + 1))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, PackError) as e:
            problems[name] = str(e)
            return None

    stop = read(STOP, MAX_STOP_BYTES, parse_stop)
    recall = read(RECALL, MAX_RECALL_BYTES, parse_recall)
    return Orders(stop, recall, problems)


def read_book(home: Home) -> NoticeBook | None:
    """Return the notices that the centre signed; None: there are none.

    Raises:
        PackError: they cannot be read: what was read last still holds.
        OSError: likewise.
    """
    try:
        with open_below(home.orders, NOTICES) as file:
            return parse_book(file.read(MAX_BOOK_BYTES + 1))
    except (FileNotFoundError, NotADirectoryError):
        return None


def book_mark(home: Home) -> Mark:
    """Return what tells whether those notices are others than before, without reading any."""
    return _mark(home.orders / NOTICES)


def recalled_at(home: Home) -> frozenset[str]:
    """Return the ids and digests of what this screen must not show."""
    return recalled_by(read_orders(home), read_receipts(home.obeyed))


def recalled_by(orders: Orders, obeyed: Receipts) -> frozenset[str]:
    """Return what is recalled: by the order, or where that cannot be read, by what was obeyed."""
    if RECALL in orders.problems:
        return frozenset(obeyed.recalled)
    return orders.recall.things if orders.recall else frozenset()


def read_receipts(path: Path) -> Receipts:
    """Return the receipts in a file; none where it says nothing."""
    return read_record(path, Receipts) or Receipts()


def received(before: Receipts, orders: Orders, now: datetime) -> Receipts:
    """Return the receipts once ``orders`` were taken or obeyed; those there were keep their time.

    Args:
        before: as they were.
        orders: in force; of one that cannot be read the receipts stay.
        now: when it was done.
    """
    stop, recalled = before.stop, before.recalled
    if STOP not in orders.problems:
        stop = _of_stop(before.stop, orders.stop, now)
    if RECALL not in orders.problems:
        things = (
            {each.thing: each.issued for each in orders.recall.recalled} if orders.recall else {}
        )
        recalled = {thing: _of(recalled.get(thing), at, now) for thing, at in things.items()}
    return Receipts(stop=stop, recalled=recalled)


def order_marks(home: Home) -> tuple[Mark, ...]:
    """Return what tells whether an order is another than before, without reading any."""
    return tuple(_mark(home.orders / name) for name in (STOP, RECALL))


def _of_stop(
    before: StopReceipt | None, stop: StopOrder | None, now: datetime
) -> StopReceipt | None:
    if stop is None:
        return None
    if before is not None and (before.ordered, before.stop) == (stop.issued, stop.stop):
        return before
    return StopReceipt(ordered=stop.issued, at=now, stop=stop.stop)


def _of(before: Receipt | None, ordered: datetime, now: datetime) -> Receipt:
    if before is not None and before.ordered == ordered:
        return before
    return Receipt(ordered=ordered, at=now)


def _mark(path: Path) -> Mark:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns
