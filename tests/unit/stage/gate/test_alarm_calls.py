"""From the board to the order that takes the screen, and the notice that takes another back."""

from datetime import timedelta
from typing import get_args

import pytest

from player.clock import ClockTrust
from player.notices.air import ALL_CLEAR_MS, Sky
from player.notices.board import Board, Posted, board_of
from player.pack.instants import DUSK, to_ms
from player.pack.notice import Notice
from player.pack.notice import Sign as NoticeSign
from player.stage.alarm.call import AlarmKind, AlarmStatus
from player.stage.gate.alarm_calls import KINDS, call_on_air
from player.stage.gate.cancels import cancel_of
from tests.fakes.gate_orders import GRAVE, NOON, ZONE, after, local_notice

END = after(60)


def alarm(id_: str = "fire", **fields: object) -> Notice:
    """Return an emergency of the gate's staff, from noon, for an hour."""
    said: dict[str, object] = {"sent": NOON, "expires": END, **GRAVE, **fields}
    return local_notice(id_, **said)


def board(*notices: Notice, heard_ms: int = 0) -> Board:
    """Return what stands of notices of the gate's staff."""
    return board_of((Posted(each, is_local=True, heard_ms=heard_ms) for each in notices), ZONE)


def sky(minutes: float = 0, trust: ClockTrust = ClockTrust.TRUSTED) -> Sky:
    """Return where and when, so long after noon."""
    return Sky(ZONE, after(minutes), trust)


def test_nothing_stands_and_nothing_changes_on_an_empty_board() -> None:
    assert call_on_air(Board(), sky()) == (None, DUSK)


@pytest.mark.parametrize("sign", get_args(NoticeSign))
def test_every_sign_calls_for_something(sign: NoticeSign) -> None:
    call, until = call_on_air(board(alarm(sign=sign)), sky(1))
    assert call is not None
    assert call.kind is KINDS.get(sign, AlarmKind.DANGER)
    assert until == to_ms(END)


def test_words_become_sentences_in_their_order() -> None:
    text = {"vi": {"headline": "Cháy", "description": "Một.\nHai.\n", "instruction": "Ba."}}
    call, _ = call_on_air(board(alarm(text=text)), sky())
    assert call is not None
    assert call.texts["vi"].headline == "Cháy"
    assert call.texts["vi"].instructions == ("Một.", "Hai.", "Ba.")


def test_call_counts_from_when_it_came_or_from_when_this_screen_heard_of_it() -> None:
    early, _ = call_on_air(board(alarm()), sky(5))
    late, _ = call_on_air(board(alarm(), heard_ms=to_ms(after(3))), sky(5))
    assert early is not None
    assert late is not None
    assert (early.since_ms, late.since_ms) == (to_ms(NOON), to_ms(after(3)))


def test_what_is_meant_comes_before_a_drill() -> None:
    both = board(alarm("drill", status="exercise"), alarm("real"))
    call, _ = call_on_air(both, sky())
    assert call is not None
    assert call.status is AlarmStatus.ACTUAL


def test_time_is_not_told_by_a_clock_nobody_believes() -> None:
    call, _ = call_on_air(board(alarm()), sky(trust=ClockTrust.UNTRUSTED))
    assert call is not None
    assert not call.is_timed


@pytest.mark.parametrize("status", ["actual", "exercise"])
def test_cancel_clears_for_a_minute_counted_from_when_it_was_heard(status: str) -> None:
    fire = alarm(status=status)
    both = board(fire, cancel_of(fire, "c", after(5), "Lan"))
    call, until = call_on_air(both, sky(5.5))
    assert call is not None
    assert (call.kind, call.status) == (AlarmKind.ALL_CLEAR, AlarmStatus(status))
    assert (call.since_ms, until) == (to_ms(after(5)), to_ms(after(5)) + ALL_CLEAR_MS)
    assert call_on_air(both, sky(6)) == (None, DUSK)


def test_another_emergency_comes_before_the_all_clear() -> None:
    fire = alarm()
    three = board(fire, cancel_of(fire, "c", after(5), "Lan"), alarm("flood"))
    call, until = call_on_air(three, sky(5.5))
    assert call is not None
    assert call.kind is not AlarmKind.ALL_CLEAR
    assert until == to_ms(after(6))


def test_cancel_is_a_notice_that_can_be_written_and_read() -> None:
    fire = alarm(onset=after(-1), effective=after(-1), disaster_level=3, sign="fire", sounds=True)
    cancel = cancel_of(fire, "c", after(5), "Lan")
    raw = cancel.model_dump_json()
    assert Notice.model_validate_json(raw).model_dump_json() == raw
    assert (cancel.message, cancel.references, cancel.ordered_by) == ("cancel", ("fire",), "Lan")


def test_cancel_of_a_notice_with_windows_outlives_none_of_them() -> None:
    window = {"from": NOON, "until": NOON + timedelta(hours=5)}
    lane = local_notice("lane", windows=[window])
    assert cancel_of(lane, "c", after(1), "Lan").windows == ()
    assert board(lane, cancel_of(lane, "c", after(1), "Lan")).posted == ()
