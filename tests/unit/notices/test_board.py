"""What stands of many notices: the same in whatever order they came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.notices.air import Sky, all_clear, banners, pinned, takeovers, waiting
from player.notices.board import Board, Posted, board_of
from player.pack.instants import from_ms, to_ms
from tests.fakes.content import Document
from tests.fakes.gate_orders import GRAVE, NOON, ZONE, after
from tests.fakes.notices import make_notice

ALL_DAY = [{"from": "2026-11-27", "until": "2026-11-27"}]
UNTRUSTED = ClockTrust.UNTRUSTED


def posted(id_: str, *, is_local: bool = False, heard: float = 0, **fields: object) -> Posted:
    """Return a notice of a whole day, sent at noon; ``heard``: so many minutes after it."""
    document: Document = {"sent": "2026-11-27T12:00", "windows": ALL_DAY, **fields}
    return Posted(make_notice(id_, **document), is_local, to_ms(after(heard)) if heard else 0)


def standing(*given_: Posted) -> list[str]:
    """Return the ids that stand."""
    return [each.notice.id for each in board_of(given_, ZONE).posted]


def sky(minutes: float = 0, trust: ClockTrust = ClockTrust.TRUSTED) -> Sky:
    """Return the hall so long after noon."""
    return Sky(ZONE, after(minutes), trust)


def test_update_takes_the_place_of_what_it_refers_to() -> None:
    new = posted("b", message="update", references=["a"])
    assert standing(posted("a"), new) == standing(new, posted("a")) == ["b"]


def test_cancel_that_comes_first_keeps_the_alert_from_ever_standing() -> None:
    end = posted("x", message="cancel", references=["gate@vn,a,2026-11-27T12:00:00+07:00"], text={})
    assert standing(end) == standing(end, posted("a")) == []


def test_chain_of_a_hundred_updates_leaves_the_last() -> None:
    chain = [posted("n000")]
    for number in range(1, 100):
        before = f"n{number - 1:03}"
        chain.append(posted(f"n{number:03}", message="update", references=[before]))
    assert standing(*chain) == standing(*reversed(chain)) == ["n099"]


def test_of_two_with_one_id_the_one_sent_later_stands() -> None:
    first, second = posted("a"), posted("a", sent="2026-11-27T12:01", level="important")
    (stands,) = board_of((second, first), ZONE).posted
    assert stands == second


def test_the_centre_is_not_cancelled_by_the_gate_but_cancels_it() -> None:
    ends: Document = {"message": "cancel", "references": ["a"], "text": {}}
    assert standing(posted("a"), posted("x", is_local=True, **ends)) == ["a"]
    assert standing(posted("a", is_local=True), posted("x", **ends)) == []


def test_a_drill_ends_drills_only() -> None:
    ends: Document = {"message": "cancel", "references": ["a"], "text": {}, "status": "exercise"}
    assert standing(posted("a"), posted("x", **ends)) == ["a"]
    assert standing(posted("a", status="exercise"), posted("x", **ends)) == []


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"status": "system"}, {"scope": "private"}]
)
def test_what_is_not_for_the_public_never_stands(fields: Document) -> None:
    assert standing(posted("a", **fields)) == []


def test_what_is_meant_comes_before_a_drill() -> None:
    drill, fire = posted("a", **GRAVE, status="exercise"), posted("b", **GRAVE)
    shown = takeovers(board_of((drill, fire), ZONE), sky()).shown
    assert [each.id for each in shown] == ["b", "a"]


def test_banner_counts_from_when_this_screen_knew_of_it() -> None:
    board = board_of((posted("a", heard=3),), ZONE)
    assert banners(board, sky(5)).since_ms == to_ms(after(3))


def test_all_clear_lasts_a_minute_from_when_this_screen_knew_of_it() -> None:
    end = posted("x", message="cancel", references=["a"], text={}, heard=10)
    board = board_of((posted("a", **GRAVE), end), ZONE)
    lit = [bool(all_clear(board, sky(minutes)).shown) for minutes in (9.9, 10, 10.9, 11)]
    assert lit == [False, True, True, False]
    assert all_clear(board, sky(10)).until_ms == to_ms(after(11))


def test_emergency_that_was_over_by_itself_gives_no_all_clear() -> None:
    gone = posted("a", **GRAVE, windows=(), expires="2026-11-27T12:05")
    end = posted("x", message="cancel", references=["a"], text={}, sent="2026-11-27T12:06")
    assert board_of((gone, end), ZONE).cleared == ()


def test_between_windows_the_next_one_is_announced() -> None:
    pauses = [
        {"from": "2026-11-27", "until": "2026-11-27", "dayparts": ["07:00-13:00", "15:30-17:30"]}
    ]
    board = board_of((posted("a", windows=pauses),), ZONE)
    assert waiting(board, sky(30))[0] == ()
    (next_,), until = waiting(board, sky(60))
    assert [f"{from_ms(ms).astimezone(ZONE):%H:%M}" for ms in (*next_.next, until)] == [
        "15:30",
        "17:30",
        "15:30",
    ]
    assert not banners(board, sky(60)).shown
    assert waiting(board, sky(6 * 60))[0] == ()
    sample = board_of((posted("a", windows=pauses, sample=True),), ZONE)
    assert waiting(sample, sky(60))[0] == ()


def test_notice_is_for_the_people_it_names() -> None:
    board = board_of((posted("a", audiences=["freight"], level="important"),), ZONE)
    hall = Sky(ZONE, NOON, ClockTrust.TRUSTED, frozenset({"passengers"}))
    assert not pinned(board, hall).shown
    assert pinned(board, sky()).shown


def test_with_a_clock_nobody_believes_only_the_gates_own_notices_are_on_air() -> None:
    board = board_of((posted("a", **GRAVE), posted("b", is_local=True, **GRAVE)), ZONE)
    assert [each.id for each in takeovers(board, sky(0, UNTRUSTED)).shown] == ["b"]


IDS = ("a", "b", "c", "d")


@st.composite
def messages(draw: st.DrawFn) -> Posted:
    """Draw an alert, update or cancel among four ids, of either source and any age."""
    message = draw(st.sampled_from(["alert", "update", "cancel"]))
    level = draw(st.sampled_from([GRAVE, {"level": "urgent"}]))
    return posted(
        draw(st.sampled_from(IDS)),
        is_local=draw(st.booleans()),
        heard=draw(st.integers(0, 3)),
        sent=f"2026-11-27T12:0{draw(st.integers(0, 5))}",
        message=message,
        status=draw(st.sampled_from(["actual", "exercise"])),
        references=() if message == "alert" else draw(st.lists(st.sampled_from(IDS), max_size=2)),
        **level,
    )


@given(st.data())
def test_order_of_arrival_changes_nothing(data: st.DataObject) -> None:
    given_ = data.draw(st.lists(messages(), max_size=7))
    shuffled = data.draw(st.permutations(given_))
    assert board_of(given_, ZONE) == board_of(shuffled, ZONE)


@given(st.lists(messages(), max_size=7), messages())
def test_nothing_that_comes_later_brings_back_what_ended(all_: list[Posted], more: Posted) -> None:
    def live(board: Board) -> set[str]:
        return {each.notice.model_dump_json() for each in board.posted}

    before, after_ = live(board_of(all_, ZONE)), live(board_of([*all_, more], ZONE))
    gone = {each.notice.model_dump_json() for each in all_} - before
    same_id = {each.notice.model_dump_json() for each in all_ if each.notice.id == more.notice.id}
    assert not (after_ & (gone - same_id))
