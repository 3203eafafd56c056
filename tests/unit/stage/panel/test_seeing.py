"""What officers see at the panel, of what the player knows."""

from dataclasses import replace

from player.notices.board import Board, Posted, board_of
from player.stage.panel.gate_view import Named
from player.stage.panel.seeing import Seen, gate_view
from player.store.gate_orders import GateDay
from player.store.shift_log import Deed
from tests.fakes.gate_orders import GRAVE, NOON, ZONE, after, local_notice
from tests.fakes.notices import content_with
from tests.fakes.panel import staff_words

BARE = Seen(NOON, ZONE, GateDay(), Board())
CONTENT = content_with()


def say(key: str, **values: str) -> str:
    """Say it in Vietnamese, or name what nobody says."""
    return staff_words().say("vi", key, **values) or key


def test_without_a_pack_the_panel_stands_all_the_same() -> None:
    view = gate_view(BARE, say, "vi")
    assert (view.items, view.tiles, view.topics, view.facts) == ([], [], [], [])
    assert (view.stage, view.neighbour, view.ahead_min) == (None, "", 0)


def test_latest_deed_comes_first_in_words() -> None:
    deeds = [
        Deed(at=after(number), by="Lan", deed=deed)
        for number, deed in enumerate(("login", "hold-end"))
    ]
    log = gate_view(replace(BARE, deeds=deeds), say, "vi").log
    assert [each.at for each in log] == [after(1), after()]
    assert log[1].text == "Lan vào bảng điều khiển."


def test_gravest_notice_comes_first_and_what_is_over_is_not_seen() -> None:
    ours = [
        local_notice("calm", level="normal", sent=NOON, expires=after(60)),
        local_notice("fire", sent=NOON, expires=after(60), **GRAVE),
        local_notice("past", sent=after(-60), expires=NOON),
    ]
    posted = [Posted(each, is_local=True) for each in ours]
    centre = Posted(local_notice("lane", sent=NOON, expires=after(60)))
    board = board_of([*posted, centre], ZONE)
    standing = gate_view(replace(BARE, board=board), say, "vi").standing
    assert [(each.notice.id, each.title, each.is_local) for each in standing] == [
        ("fire", "fire vi", True),
        ("lane", "lane vi", False),
        ("calm", "calm vi", True),
    ]
    assert {each.until for each in standing} == {after(60)}


def test_item_on_stage_is_named_by_its_title() -> None:
    seen = replace(BARE, content=CONTENT, stage=CONTENT.items[0].id)
    view = gate_view(seen, say, "vi")
    assert view.stage == Named(CONTENT.items[0].id, CONTENT.items[0].text["vi"].title)
    assert gate_view(replace(seen, stage="gone"), say, "vi").stage is None


def test_clock_of_the_neighbour_is_told_where_it_differs() -> None:
    neighbour = CONTENT.gate.neighbour.model_copy(update={"time_zone": "Asia/Shanghai"})
    gate = CONTENT.gate.model_copy(update={"neighbour": neighbour})
    view = gate_view(replace(BARE, content=CONTENT.model_copy(update={"gate": gate})), say, "vi")
    assert (view.neighbour, view.ahead_min) == ("zone.Asia/Shanghai", 60)
