"""What is recalled leaves the stage at once, and a spoilt order changes nothing."""

import json

import pytest

from player.pack.orders import RECALL, STOP
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.store.durable import write_file
from player.store.orders import read_receipts
from tests.fakes.keeper import STOP_ORDER, Kept

pytestmark = pytest.mark.allow_log("player.*")


def recall(kept: Kept, *things: str) -> None:
    """Lay a list of what is recalled where the agent would."""
    recalled = [{"thing": each, "issued": "2026-11-26T00:00:00Z"} for each in things]
    order = {**json.loads(STOP_ORDER % "false"), "recalled": recalled}
    kept.home.orders.mkdir(exist_ok=True)
    write_file(kept.home.orders / RECALL, json.dumps(order).encode())


def stays(kept: Kept) -> list[str]:
    """Return the items of the pack that the keeper chose."""
    opened = kept.keeper.opened
    return [item.id for item in opened.pack.content.items] if opened else []


def test_recalled_item_leaves_the_stage_in_the_middle_of_its_slot(kept: Kept) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    told: list[object] = []
    kept.keeper.withdrawn.connect(told.append)
    shown = kept.performance._state.showing
    assert shown is not None
    recall(kept, shown)
    kept.wait_s(1)
    assert kept.on_stage == [good, good]
    assert kept.performance._state.showing not in {shown, None}
    assert told == [{shown}]
    obeyed = read_receipts(kept.home.obeyed).recalled[shown]
    assert obeyed.at == kept.now[0]
    kept.wait_s(1)
    assert kept.on_stage == [good, good], "an order is obeyed once"
    assert read_receipts(kept.home.obeyed).recalled[shown] == obeyed


def test_everything_recalled_is_the_default_gate_page(kept: Kept) -> None:
    kept.bring(1, good=True)
    kept.keeper.look()
    recall(kept, *stays(kept))
    kept.wait_s(1)
    assert stays(kept) == []
    assert kept.performance._state.showing == DEFAULT_GATE_PAGE


def test_recall_holds_from_the_start_for_every_pack_and_until_it_is_lifted(kept: Kept) -> None:
    kept.bring(1, good=True)
    recall(kept, "welcome")
    kept.keeper.look()
    assert stays(kept) == ["words-1"]
    kept.bring(2)
    kept.wait_s(1)
    assert stays(kept) == ["words-2"]
    recall(kept)
    kept.wait_s(1)
    assert stays(kept) == ["welcome", "words-2"]
    assert read_receipts(kept.home.obeyed).recalled == {}


@pytest.mark.parametrize("raw", [b"", b"{", b'{"format":"1.0","recalled":7}', b"[" * 100_000])
def test_spoilt_recall_neither_blanks_the_screen_nor_brings_anything_back(
    kept: Kept, raw: bytes
) -> None:
    good = kept.bring(1, good=True)
    kept.keeper.look()
    recall(kept, "welcome")
    kept.wait_s(1)
    write_file(kept.home.orders / RECALL, raw)
    kept.wait_s(1)
    assert stays(kept) == ["words-1"]
    assert kept.on_stage == [good, good]


def test_stop_that_is_obeyed_is_noted(kept: Kept) -> None:
    kept.bring(1, good=True)
    kept.keeper.look()
    kept.home.orders.mkdir()
    for said in ("true", "false"):
        kept.wait_s(10)
        write_file(kept.home.orders / STOP, (STOP_ORDER % said).encode())
        kept.wait_s(1)
        stop = read_receipts(kept.home.obeyed).stop
        assert stop is not None
        assert (stop.stop, stop.at) == (said == "true", kept.now[0])
