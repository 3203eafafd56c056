"""Orders on the disk: what is recalled, whatever lies there, and the proof of when."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackError
from player.pack.orders import MAX_RECALL_BYTES, MOST_RECALLED, RECALL, STOP, parse_recall
from player.store.layout import Home
from player.store.orders import (
    Orders,
    Receipts,
    order_marks,
    read_orders,
    recalled_at,
    recalled_by,
    received,
)
from player.store.records import write_record

ISSUED = "2026-11-26T05:00:00Z"
GATE = "lang-son/huu-nghi"
NOW = datetime(2026, 11, 26, 5, 1, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def recall_document(*things: str, **fields: object) -> dict[str, Any]:
    """Return what ``recall.json`` holds."""
    recalled = [{"thing": each, "issued": ISSUED} for each in things]
    return {"format": "1.0", "gate": GATE, "issued": ISSUED, "recalled": recalled, **fields}


def recall_of(*things: str) -> Orders:
    """Return a recall as it is read."""
    return Orders(None, parse_recall(json.dumps(recall_document(*things)).encode()), {})


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.orders.mkdir(parents=True)
    return home


def test_unknown_fields_do_not_keep_a_recall_from_being_heard() -> None:
    document = recall_document("welcome", colour="red")
    document["recalled"][0]["colour"] = "red"
    assert parse_recall(json.dumps(document).encode(), GATE).things == {"welcome"}


@pytest.mark.parametrize(
    "document",
    [
        recall_document("welcome", gate="lang-son/tan-thanh"),
        recall_document("welcome", format="9.0"),
        recall_document("Not An Id"),
        recall_document("welcome", recalled="welcome"),
        recall_document("welcome", issued="2026-11-26T05:00:00"),
        recall_document(*(f"item-{number}" for number in range(MOST_RECALLED + 1))),
        {"recalled": []},
        [],
        None,
    ],
)
def test_what_is_no_recall_of_this_gate_is_refused(document: object) -> None:
    with pytest.raises(PackError, match=r"recall\.json|format"):
        parse_recall(json.dumps(document).encode(), GATE)


def test_recall_that_is_too_long_is_refused_unread() -> None:
    with pytest.raises(PackError, match="bytes are more than"):
        parse_recall(b" " * (MAX_RECALL_BYTES + 1), GATE)


def test_fullest_recall_is_not_too_long() -> None:
    things = [
        {"thing": "f" * 60 + f"{number:04}", "issued": ISSUED, "reason": "🛂" * 200}
        for number in range(MOST_RECALLED)
    ]
    raw = json.dumps(recall_document(recalled=things), ensure_ascii=False).encode()
    assert len(parse_recall(raw, GATE).things) == MOST_RECALLED


def test_nothing_is_recalled_where_there_is_no_order(tmp_path: Path) -> None:
    assert recalled_at(Home(tmp_path / "nowhere")) == frozenset()
    assert read_orders(Home(tmp_path / "nowhere")) == Orders(None, None, {})


def test_marks_change_with_either_order(home: Home) -> None:
    marks = [order_marks(home)]
    for name in (STOP, RECALL):
        (home.orders / name).write_text("{}")
        marks.append(order_marks(home))
    assert len(set(marks)) == 3


@given(raw=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_spoilt_order_takes_nothing_back(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    home.orders.mkdir(parents=True)
    write_record(home.obeyed, received(Receipts(), recall_of("welcome"), NOW))
    (home.orders / RECALL).write_bytes(raw)
    assert recalled_at(home) == {"welcome"}


def test_folder_in_place_of_an_order_takes_nothing_back(home: Home) -> None:
    (home.orders / RECALL).mkdir()
    write_record(home.obeyed, received(Receipts(), recall_of("welcome"), NOW))
    assert recalled_at(home) == {"welcome"}
    assert RECALL in read_orders(home).problems


def test_receipts_keep_their_time_and_lose_what_is_lifted() -> None:
    first = received(Receipts(), recall_of("a"), NOW)
    second = received(first, recall_of("a", "b"), LATER)
    assert {name: each.at for name, each in second.recalled.items()} == {"a": NOW, "b": LATER}
    assert set(received(second, recall_of("b"), LATER).recalled) == {"b"}
    assert received(second, Orders(None, None, {RECALL: "torn"}), LATER) == second


def test_stop_and_its_lifting_are_two_receipts(home: Home) -> None:
    receipts = Receipts()
    for at, says in ((NOW, True), (LATER, False)):
        order = {"format": "1.0", "gate": GATE, "stop": says, "issued": at.isoformat()}
        (home.orders / STOP).write_text(json.dumps(order))
        receipts = received(receipts, read_orders(home), at)
        assert receipts.stop is not None
        assert (receipts.stop.stop, receipts.stop.at) == (says, at)
    assert received(receipts, read_orders(home), LATER + timedelta(1)) == receipts


def test_order_that_is_whole_is_believed_over_what_was_obeyed() -> None:
    obeyed = received(Receipts(), recall_of("a"), NOW)
    assert recalled_by(recall_of("b"), obeyed) == {"b"}
