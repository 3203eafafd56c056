"""The technician's pages: who sees them, what they say, and what is asked before it is done."""

from datetime import UTC, datetime
from typing import Final

import pytest

from player.config.officers import Role
from player.stage.panel.machine_view import Entry, MachineView, Trouble
from player.stage.panel.orders import Outcome, act
from player.stage.panel.page import FACES
from player.stage.panel.rules import shown
from player.stage.panel.technician import CARDS, MOST_JOURNAL
from player.stage.panel.views import action_of
from tests.fakes.panel import Hand, ObedientGate

ILL: Final = MachineView(
    is_read=True,
    troubles=(Trouble("Máy quá nóng", "cpu: 92 °C", "Lau bụi quạt và khe gió."),),
    chapters={
        "program": (Entry("Trình phát", "0.1.0"), Entry("Phông chữ", "Thiếu: ຂ", is_wrong=True))
    },
    journal=tuple(f"line {number}" for number in range(300)),
)


def technician(machine: MachineView = ILL) -> Hand:
    """Return a technician before the menu."""
    return Hand(ObedientGate(machine=machine), "technician")


def outcome(hand: Hand, action: str) -> Outcome:
    """Return what becomes of ``action``, without doing it."""
    found = action_of(action)
    assert hand.session is not None
    assert found is not None
    return act(hand.session, found, hand.context)


@pytest.mark.parametrize("role", ["staff", "duty-officer"])
def test_only_a_technician_reaches_the_machine(role: Role) -> None:
    hand = Hand(ObedientGate(machine=ILL), role)
    assert "machine" not in hand.offered()
    for place in ("machine", *(action for action, _, _ in CARDS)):
        hand.do(place)
        assert hand.place == "menu"
    assert outcome(hand, "bundle") == Outcome(hand.session, fault="not_yours")


def test_every_card_leads_to_a_page_or_is_an_errand() -> None:
    for action, _, _ in CARDS:
        hand = technician()
        hand.touch("machine")
        found = outcome(hand, action)
        moved = found.session is not None and found.session.view.place != "machine"
        assert moved or found.errand is not None, action


def test_clock_is_set_by_what_is_typed() -> None:
    hand = technician()
    hand.touch("machine", "clock", *(f"digit:{digit}" for digit in "1405271120260"))
    assert hand.page.typed == "14:05  27/11/2026"
    found = outcome(hand, "done")
    assert found.clock == datetime(2026, 11, 27, 7, 5, tzinfo=UTC)
    assert found.session is not None
    assert found.session.view.place == "machine"


@pytest.mark.parametrize("typed", ["", "1405", "256027112026", "140530022026", "140527111999"])
def test_time_that_is_none_is_typed_anew(typed: str) -> None:
    hand = technician()
    hand.touch("machine", "clock", *(f"digit:{digit}" for digit in typed))
    found = outcome(hand, "done")
    assert (found.clock, found.fault) == (None, "no_clock")
    assert found.session is not None
    assert found.session.typed == ""


def test_fault_says_what_it_is_in_figures_and_what_to_do() -> None:
    hand = technician()
    hand.touch("machine")
    assert "1 lỗi" in hand.page.hint
    hand.touch("troubles")
    (line,) = hand.page.lines
    assert (line.text, line.fault) == ("Máy quá nóng", "cpu: 92 °C")
    assert line.note == "Lau bụi quạt và khe gió."


def test_machine_that_is_well_says_so_and_one_not_read_yet_does_not() -> None:
    well, unread = technician(MachineView(is_read=True)), technician(MachineView())
    for hand in (well, unread):
        hand.touch("machine", "troubles")
        assert hand.page.lines == ()
    assert well.page.hint == "Không thấy lỗi nào"
    assert unread.page.hint == "Đang xem máy…"


def test_what_is_wrong_among_the_facts_stands_out() -> None:
    hand = technician()
    hand.touch("machine", "chapter:program")
    player, fonts = hand.page.lines
    assert (player.lead, player.text, player.fault) == ("Trình phát", "0.1.0", "")
    assert (fonts.lead, fonts.text, fonts.fault) == ("Phông chữ", "", "Thiếu: ຂ")


def test_journal_on_the_screen_is_bounded() -> None:
    hand = technician()
    hand.touch("machine", "journal")
    assert [line.note for line in hand.page.lines] == [f"line {n}" for n in range(MOST_JOURNAL)]


def test_faces_of_the_test_card_go_round_and_back_leads_away_from_any() -> None:
    hand = technician()
    hand.touch("machine", "test-card")
    faces, titles = [], []
    for _ in range(len(FACES) + 2):
        assert hand.session is not None
        # As the shell does, once the page is set.
        hand.session = shown(hand.session, hand.page.sheets)
        faces.append(hand.page.card)
        titles.append(hand.page.title)
        hand.touch("next")
    assert faces == [*FACES, *FACES[:2]]
    assert len(set(titles)) == len(FACES)
    hand.do("before")
    hand.do("before")
    assert hand.page.card == FACES[0]
    hand.touch("back")
    assert hand.place == "machine"


def test_restart_is_asked_once_and_only_where_it_was_asked() -> None:
    hand = technician()
    hand.touch("machine")
    assert outcome(hand, "restart:yes").errand is None
    hand.touch("restart")
    assert outcome(hand, "restart:yes").errand == "restart"
    hand.touch("machine")
    assert hand.place == "machine"


def test_reset_is_asked_twice_and_yes_is_never_where_yes_was() -> None:
    hand = technician()
    hand.touch("machine", "reset")
    first = [each.action for each in hand.page.buttons]
    assert outcome(hand, "reset:yes").errand is None
    hand.touch("reset-sure")
    second = [each.action for each in hand.page.buttons]
    assert outcome(hand, "reset:yes").errand == "reset"
    assert (first, second) == (["reset-sure", "machine"], ["machine", "reset:yes"])


def test_logs_are_written_at_a_touch() -> None:
    hand = technician()
    hand.touch("machine")
    assert outcome(hand, "bundle").errand == "bundle"
