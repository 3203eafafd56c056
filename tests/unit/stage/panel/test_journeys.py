"""What officers come for, touch by touch, counted from the menu on."""

from datetime import timedelta

import pytest

from player.config.officers import Role
from player.stage.panel.rules import PATIENCE_S, WARNING_S, passed, seconds_left
from player.stage.panel.views import action_of
from player.stage.session.page import Button
from player.store.gate_orders import (
    BlankOrder,
    FactOrder,
    HoldOrder,
    LanguageOrder,
    PostOrder,
    ShowOrder,
)
from tests.fakes.panel import OFFICER, Hand


def posted(hand: Hand) -> PostOrder:
    """Return the order given last."""
    order = hand.gate.orders[-1]
    assert isinstance(order, PostOrder)
    return order


def test_tour_group_reads_its_language_after_two_touches() -> None:
    """S3."""
    hand = Hand()
    hand.touch("language", "language:zh")
    order = hand.gate.orders[-1]
    assert isinstance(order, LanguageOrder)
    assert (order.languages, order.minutes) == (("zh", "vi", "en", "lo", "km"), 30)
    assert (order.by, order.role, hand.touches) == (OFFICER, "staff", 2)
    assert hand.place == "menu"


def test_one_language_alone_for_an_hour() -> None:
    hand = Hand()
    hand.touch("language", "only:yes", "minutes:60", "language:lo")
    order = hand.gate.orders[-1]
    assert isinstance(order, LanguageOrder)
    assert (order.languages, order.minutes) == (("lo",), 60)


def test_lane_is_paused_in_two_windows_within_eight_touches() -> None:
    """S4: template, lane, two typed windows, preview, confirm."""
    hand = Hand()
    hand.touch("notice", "template:lane-paused", "edit:lane:~lane-2", "pad:window/windows/0")
    hand.dial("07001000")
    hand.touch("pad:window/windows/1")
    hand.dial("15301730")
    hand.touch("preview")
    assert len([line for line in hand.page.lines if line.lead]) == 5
    assert "Bắc Kinh 08:00 – 11:00" in hand.page.lines[0].note
    hand.touch("post")
    notice = posted(hand).notice
    assert hand.touches <= 8
    assert notice.values == {"lane": "lane-2", "windows": "07:00-10:00, 15:30-17:30"}
    assert (notice.message, notice.ordered_by, hand.place) == ("alert", OFFICER, "menu")


def test_times_typed_by_the_neighbours_clock_are_told_on_both() -> None:
    hand = Hand()
    hand.touch("notice", "template:weather", "pad:window/windows/0")
    hand.dial("08001100")
    assert hand.page.lines[2].note == "08:00 – 11:00 · Bắc Kinh 09:00 – 12:00"
    hand.touch("edit:zone:=Asia/Shanghai")
    assert hand.page.lines[2].note == "07:00 – 10:00 · Bắc Kinh 08:00 – 11:00"
    hand.touch("edit:windows:0d")
    assert "Ngày mai" in hand.page.lines[2].note


def test_long_queue_is_told_after_three_touches_on_the_list() -> None:
    """Its usual minutes already stand in the field."""
    hand = Hand()
    hand.touch("notice")
    hand.touches = 0
    hand.touch("template:queue", "preview", "post")
    assert hand.touches == 3
    assert posted(hand).notice.values == {"minutes": "45"}


def test_notice_is_taken_down_by_one_touch_on_the_menu() -> None:
    hand = Hand()
    hand.touch("notice", "template:queue", "preview", "post")
    gone = posted(hand).notice.id
    hand.touch(f"cancel:{gone}")
    notice = posted(hand).notice
    assert (notice.message, notice.references) == ("cancel", (gone,))
    assert hand.gate.look().standing == ()


def test_revision_replaces_and_opens_filled() -> None:
    """S5."""
    hand = Hand()
    hand.touch("notice", "template:queue", "edit:minutes:=90", "preview", "post")
    old = posted(hand).notice.id
    hand.touch(f"revise:{old}", "edit:minutes:+5", "preview", "post")
    notice = posted(hand).notice
    assert (notice.message, notice.references) == ("update", (old,))
    assert notice.values == {"minutes": "95"}
    assert [each.notice.id for each in hand.gate.look().standing] == [notice.id]


@pytest.mark.parametrize(("control", "status"), [("drill", "exercise"), ("alarm", "actual")])
def test_evacuation_is_two_touches_and_so_is_its_end(control: str, status: str) -> None:
    """S9."""
    hand = Hand()
    hand.touch("emergency", f"{control}:evacuate")
    notice = posted(hand).notice
    assert (notice.level, notice.status, hand.touches) == ("emergency", status, 2)
    assert f"cancel:{notice.id}" not in hand.offered()
    hand.touch("emergency", f"cancel:{notice.id}")
    assert (posted(hand).notice.message, posted(hand).notice.status) == ("cancel", status)
    assert (hand.touches, hand.gate.look().standing) == (4, ())


def test_emergency_is_in_reach_of_every_role_from_every_page() -> None:
    for role in ("staff", "duty-officer", "technician"):
        hand = Hand(role=role)
        hand.touch("language", "emergency", "drill:fire")
        assert posted(hand).notice.status == "exercise"


@pytest.mark.parametrize("role", ["staff", "technician"])
def test_doctor_is_called_to_a_place(role: Role) -> None:
    """The one emergency with a field that nobody can guess."""
    hand = Hand(role=role)
    hand.touch("emergency", "drill:doctor", "edit:where:=hall", "preview")
    assert "DIỄN TẬP" in hand.page.lines[0].text
    hand.touch("post")
    notice = posted(hand).notice
    assert (notice.values, notice.status) == ({"where": "hall"}, "exercise")


def test_free_text_is_marked_as_not_translated() -> None:
    hand = Hand()
    hand.touch("notice", "template:free", "type:field/text")
    hand.write("Xe màu đỏ chắn lối ra")
    hand.touch("done", "preview")
    leads = [line.lead for line in hand.page.lines if line.lead]
    assert leads[0] == "Tiếng Việt"
    assert all("CHƯA DỊCH" in lead for lead in leads[1:])
    hand.touch("post")
    assert posted(hand).notice.values == {"text": "Xe màu đỏ chắn lối ra"}


def test_preview_waits_for_what_is_missing_and_says_it() -> None:
    hand = Hand()
    hand.touch("notice", "template:lane-paused", "preview")
    assert hand.place == "form"
    assert hand.page.lines[0].fault
    hand.touch("edit:lane:~lane-1")
    assert not hand.page.lines[0].fault


@pytest.mark.parametrize(
    ("action", "item", "steps"),
    [("keep", "item-2", 0), ("skip", "item-3", 1), ("previous", "item-1", -1)],
)
def test_page_is_held_skipped_or_taken_back(action: str, item: str, steps: int) -> None:
    hand = Hand()
    hand.touch("hold", action)
    order = hand.gate.orders[-1]
    assert isinstance(order, HoldOrder)
    assert (order.item, order.steps, order.minutes) == (item, steps, 10)


def test_counter_shows_one_topic_after_another() -> None:
    hand = Hand()
    hand.touch("show", "tile:crossing", "speak:zh", "topic:exit-steps", "topic:phrases")
    shown = [order for order in hand.gate.orders if isinstance(order, ShowOrder)]
    assert [(order.topic, order.language) for order in shown] == [
        ("exit-steps", "zh"),
        ("phrases", "zh"),
    ]


@pytest.mark.parametrize(
    ("begin", "undo"),
    [
        (("language", "language:zh"), "undo:language"),
        (("hold", "keep"), "undo:hold"),
        (("show", "tile:money", "topic:exchange", "menu"), "undo:show"),
        (("blank", "sleep"), "undo:blank"),
    ],
)
def test_whatever_is_in_force_ends_by_one_touch_on_the_menu(
    begin: tuple[str, ...], undo: str
) -> None:
    hand = Hand()
    hand.touch(*begin)
    assert len(hand.page.lines) == 1
    hand.touch(undo)
    day = hand.gate.day
    assert (day.language, day.hold, day.show) == (None, None, None)
    assert day.blank is None or not day.blank.is_blank


def test_screen_is_turned_off_until_the_gate_opens() -> None:
    hand = Hand()
    hand.touch("blank", "sleep")
    order = hand.gate.orders[-1]
    assert isinstance(order, BlankOrder)
    assert (order.is_blank, order.minutes) == (True, 0)


def test_rate_is_said_within_its_limits_only() -> None:
    hand = Hand(role="duty-officer")
    hand.touch("facts", "pad:fact/rate")
    hand.dial("9")
    hand.touch("done")
    assert hand.session is not None
    assert (hand.session.message, hand.gate.orders) == ("beyond_limits", [])
    hand.touch("erase")
    hand.dial("3650,5")
    hand.touch("done")
    order = hand.gate.orders[-1]
    assert isinstance(order, FactOrder)
    assert (order.fact, order.value) == ("rate", "3650,5")


def test_roles_see_and_do_what_is_theirs() -> None:
    staff, technician = Hand(), Hand(role="technician")
    assert "facts" not in staff.offered()
    assert "notice" not in technician.offered()
    technician.do("template:queue")
    technician.do("unsay:gate-phone")
    assert (technician.place, technician.gate.orders) == ("menu", [])
    assert "export" not in {each.action for each in _log(staff)}
    assert "export" in {each.action for each in _log(technician)}


def _log(hand: Hand) -> tuple[Button, ...]:
    hand.touch("log")
    return hand.page.tools


def test_refused_order_says_why_and_keeps_what_was_typed() -> None:
    hand = Hand()
    hand.gate.refuses = "Đĩa không ghi được"
    hand.touch("notice", "template:queue", "edit:minutes:=90", "preview", "post")
    assert hand.session is not None
    assert (hand.place, hand.session.message) == ("preview", "Đĩa không ghi được")
    assert hand.session.draft is not None
    assert hand.session.draft.values == {"minutes": "90"}


def test_going_to_the_menu_leaves_nothing_half_made() -> None:
    hand = Hand()
    hand.touch("notice", "template:queue", "menu")
    assert hand.session is not None
    assert hand.session.draft is None
    hand.do("post")
    assert hand.gate.orders == []


def test_panel_says_that_it_logs_out_and_does() -> None:
    hand = Hand()
    session = hand.session
    assert session is not None
    assert seconds_left(session, PATIENCE_S - WARNING_S - 0.1) is None
    assert seconds_left(session, PATIENCE_S - WARNING_S) == 10
    assert seconds_left(session, PATIENCE_S - 0.5) == 1
    assert passed(session, PATIENCE_S - 0.1) == session
    assert passed(session, PATIENCE_S) is None


def test_what_is_typed_is_not_in_the_words_of_a_log() -> None:
    hand = Hand()
    hand.touch("notice", "template:free", "type:field/text")
    hand.write("30A-123.45")
    assert "30A" not in repr(hand.session)


def test_time_left_is_said() -> None:
    hand = Hand()
    hand.touch("language", "language:zh")
    hand.gate.now += timedelta(minutes=5)
    assert "25 phút" in hand.page.lines[0].note


def test_more_in_force_than_fits_is_one_touch_away() -> None:
    hand = Hand()
    for _ in range(5):
        hand.touch("notice", "template:queue", "preview", "post")
    assert len(hand.page.lines) == 3
    hand.touch("standing")
    assert len(hand.page.lines) == 5


@pytest.mark.parametrize("name", ["", "nothing", "topic:", "template", "post:now"])
def test_names_that_are_no_actions(name: str) -> None:
    assert action_of(name) is None
