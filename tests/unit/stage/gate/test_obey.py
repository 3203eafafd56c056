"""What orders of gate staff change, when it is over, and why some are refused."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.main.staff_words import read_staff_words
from player.notices.air import Sky, all_clear, takeovers
from player.notices.board import Posted, board_of
from player.stage.gate.obey import (
    AFTERWARDS,
    LONGEST_EMERGENCY,
    MOST_NOTICES,
    Obeyed,
    Refused,
    changes_at,
    nothing_sayable,
    obey,
    passed,
    shifted,
)
from player.stage.local_facts import Refusal
from player.store.gate_orders import (
    AnyOrder,
    BlankOrder,
    FactOrder,
    GateDay,
    HoldOrder,
    LanguageOrder,
    ShowOrder,
)
from tests.fakes.gate_orders import GRAVE, ZONE, after, post, setting, who

EMPTY = GateDay()
SPEAK = LanguageOrder(**who("a"), languages=("zh", "vi"), minutes=30)
HOLD = HoldOrder(**who("b"), item="map", language="vi", minutes=10)
SHOW = ShowOrder(**who("c"), topic="visa", language="zh", minutes=15)


def taken(order: AnyOrder, day: GateDay = EMPTY, minutes: float = 0) -> GateDay:
    """Return what is in force once ``order`` is taken."""
    outcome = obey(day, order, setting(minutes))
    assert isinstance(outcome, Obeyed)
    return outcome.day


def refused(order: AnyOrder, day: GateDay = EMPTY, minutes: float = 0) -> str:
    """Return why ``order`` is refused."""
    outcome = obey(day, order, setting(minutes))
    assert isinstance(outcome, Refused)
    return outcome.reason


@pytest.mark.parametrize(
    ("order", "name", "minutes"), [(SPEAK, "language", 30), (HOLD, "hold", 10), (SHOW, "show", 15)]
)
def test_a_spell_holds_for_its_minutes_and_not_a_moment_longer(
    order: AnyOrder, name: str, minutes: int
) -> None:
    day = taken(order)
    just_before = after(minutes) - timedelta(milliseconds=1)
    assert changes_at(day, after()) == after(minutes)
    assert getattr(passed(day, just_before, ZONE), name) is not None
    assert getattr(passed(day, after(minutes), ZONE), name) is None


def test_order_that_lay_in_the_inbox_counts_from_when_it_was_given() -> None:
    assert changes_at(taken(SPEAK, minutes=20), after(20)) == after(30)
    assert refused(SPEAK, minutes=30) == "over"


def test_order_given_twice_counts_once() -> None:
    assert refused(HOLD, taken(HOLD)) == "taken-before"


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (LanguageOrder(**who("a"), languages=("xx",)), "unknown-language"),
        (HoldOrder(**who("a"), item="gone"), "unknown-item"),
        (ShowOrder(**who("a"), topic="gone"), "unknown-topic"),
        (ShowOrder(**who("a"), topic="visa", language="xx"), "unknown-language"),
        (FactOrder(**who("a"), fact="gone", value="1"), "unknown-fact"),
        (post("new", message="update", references=["gone"]), "unknown-notice"),
    ],
)
def test_order_about_what_is_not_there_is_refused(order: AnyOrder, reason: str) -> None:
    assert refused(order) == reason


def test_what_the_centre_signed_is_not_cancelled_at_the_gate() -> None:
    order = post("end", message="cancel", references=["central"], text={})
    outcome = obey(EMPTY, order, setting(central=frozenset({"central"})))
    assert outcome == Refused("not-yours", "central")


@pytest.mark.parametrize(
    "end",
    [
        (SPEAK, LanguageOrder(**who("z"))),
        (HOLD, HoldOrder(**who("z"))),
        (SHOW, ShowOrder(**who("z"))),
    ],
)
def test_a_spell_is_ended_by_hand(end: tuple[AnyOrder, AnyOrder]) -> None:
    begun, ended = end
    day = taken(ended, taken(begun))
    assert (day.language, day.hold, day.show) == (None, None, None)


def test_blanking_by_hand_lasts_until_the_gate_next_opens() -> None:
    order = BlankOrder(**who("a"), is_blank=True)
    outcome = obey(EMPTY, order, setting(hand_until=lambda _: after(600)))
    assert isinstance(outcome, Obeyed)
    assert passed(outcome.day, after(599), ZONE).blank is not None
    assert passed(outcome.day, after(600), ZONE).blank is None


def test_fact_is_said_and_taken_back() -> None:
    day = taken(FactOrder(**who("a"), fact="gate-phone", value="0205 3 861 000"))
    assert day.facts["gate-phone"].value == "0205 3 861 000"
    assert taken(FactOrder(**who("b"), fact="gate-phone"), day).facts == {}


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (Refusal.UNKNOWN, "unknown-fact"),
        (Refusal.FORM, "fact-form"),
        (Refusal.BEGINS, "fact-begins"),
        (Refusal.OUTSIDE, "fact-outside"),
        (Refusal.TOO_FAR, "fact-too-far"),
    ],
)
def test_fact_beyond_the_limits_of_the_pack_is_refused_with_its_reason(
    refusal: Refusal, reason: str
) -> None:
    order = FactOrder(**who("a"), fact="rate", value="9")
    outcome = obey(EMPTY, order, setting(weigh=lambda *_: refusal))
    assert isinstance(outcome, Refused)
    assert (outcome.reason, outcome.what) == (reason, "rate")
    for lang in ("vi", "en"):
        assert read_staff_words(lang).say(f"why_{reason}")


def test_fact_of_another_pack_can_be_taken_back() -> None:
    day = taken(FactOrder(**who("a"), fact="gate-phone", value="0205 3 861 000"))
    outcome = obey(day, FactOrder(**who("b"), fact="gate-phone"), setting(weigh=nothing_sayable))
    assert isinstance(outcome, Obeyed)
    assert outcome.day.facts == {}


def test_notice_without_an_end_lives_twelve_hours() -> None:
    (notice,) = taken(post("queue", expires=None)).notices
    assert notice.expires == after(12 * 60)


def test_emergency_ends_after_four_hours_whatever_it_says() -> None:
    (notice,) = taken(post("fire", **GRAVE, expires="2026-12-31")).notices
    assert notice.expires == after() + LONGEST_EMERGENCY


def test_update_and_cancel_keep_what_they_refer_to_gone() -> None:
    day = taken(post("one"))
    day = taken(post("two", 1, message="update", references=["one"]), day, 1)
    day = taken(post("end", 2, message="cancel", references=["two"], text={}), day, 2)
    assert board_of((Posted(each, is_local=True) for each in day.notices), ZONE).posted == ()


def test_cancelled_emergency_gives_all_clear_for_a_minute() -> None:
    day = taken(post("fire", **GRAVE))
    day = taken(post("end", 5, message="cancel", references=["fire"], text={}), day, 5)
    board = board_of((Posted(each, is_local=True) for each in day.notices), ZONE)

    def seen(minutes: float) -> tuple[bool, bool]:
        sky = Sky(ZONE, after(minutes), ClockTrust.TRUSTED)
        return bool(takeovers(board, sky).shown), bool(all_clear(board, sky).shown)

    assert [seen(5), seen(5.99), seen(6)] == [(False, True), (False, True), (False, False)]


def test_notice_is_kept_until_its_all_clear_is_over() -> None:
    day = taken(post("queue", expires="2026-11-27T12:30+07:00"))
    assert passed(day, after(30) + AFTERWARDS - timedelta(seconds=1), ZONE).notices
    assert not passed(day, after(30) + AFTERWARDS, ZONE).notices


def test_too_many_notices_are_refused_and_none_is_lost() -> None:
    day = EMPTY
    for number in range(MOST_NOTICES):
        day = taken(post(f"n{number}"), day)
    assert refused(post("more"), day) == "too-many"
    day = taken(post("end", message="cancel", references=["n0"], text={}), day)
    assert len(day.notices) == MOST_NOTICES + 1


@given(st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)))
def test_time_left_stays_when_a_wrong_clock_is_set_right(by: timedelta) -> None:
    day = taken(HOLD, taken(SPEAK, taken(post("fire", **GRAVE))))
    later = shifted(day, by, ZONE, lambda _: True)
    ends = changes_at(later, after() + by)
    assert ends is not None
    assert ends - (after() + by) == timedelta(minutes=10)
    (notice,) = later.notices
    assert notice.expires == after() + LONGEST_EMERGENCY + by


def test_what_was_ordered_by_a_right_clock_stays_when_a_wrong_one_is_set_right() -> None:
    day = taken(HOLD, taken(post("fire", **GRAVE)))
    assert shifted(day, timedelta(days=20_000), ZONE, lambda instant: instant < after(-1)) == day


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=20_000)])
def test_clock_that_is_set_back_ends_no_spell_and_makes_none_longer(back: timedelta) -> None:
    day = passed(taken(HOLD, taken(SPEAK)), after() - back, ZONE)
    assert day.hold is not None
    assert day.language is not None
    assert day.hold.until == after(10) - back
    assert day.language.until == after(30) - back


def test_record_survives_being_written_and_read() -> None:
    day = taken(HOLD, taken(SPEAK, taken(post("fire", **GRAVE))))
    written = day.model_dump_json()
    assert GateDay.model_validate_json(written).model_dump_json() == written
