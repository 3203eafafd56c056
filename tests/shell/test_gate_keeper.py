"""The gate keeper: what staff order is in force at once, once, and again after a power cut."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from player.pack.instants import to_ms
from player.pack.notice_book import NOTICES
from player.shell import gate_keeper
from player.stage.gate.cancels import cancel_of
from player.stage.gate.obey import Refused
from player.store import inbox
from player.store.gate_orders import HoldOrder, LanguageOrder, PostOrder
from player.store.layout import Home
from player.store.shift_log import read
from tests.fakes.content import Document
from tests.fakes.failing_disk import at_call, refuse
from tests.fakes.gate_orders import GRAVE, NOON, after, local_notice, post, who
from tests.fakes.gatehouse import Gatehouse
from tests.fakes.notices import content_with, notice_document

NO_DISK = pytest.mark.allow_log("an order cannot be written")
LONG_AGO = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
CONTENT = content_with()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path) -> Iterator[Gatehouse]:
    del qtbot
    house = Gatehouse(Home(tmp_path))
    yield house
    house.end()


def speak(id_: str = "s", minutes: float = 0, tag: str = "zh") -> LanguageOrder:
    """Return the order to speak one language first, for half an hour."""
    document = {**who(id_, minutes), "languages": (tag, "vi"), "minutes": 30}
    return LanguageOrder.model_validate(document)


def cancel(id_: str, of: PostOrder, minutes: float = 0) -> PostOrder:
    """Return the order that takes a notice back."""
    notice = cancel_of(of.notice, id_, after(minutes), "Lan")
    return PostOrder.model_validate({**who(id_, minutes), "notice": notice})


def put_book(home: Home, *notices: Document) -> None:
    """Have the centre's signed notices be these."""
    home.orders.mkdir(parents=True, exist_ok=True)
    book = {
        "format": "1.0",
        "gate": "lang-son/huu-nghi",
        "issued": "2026-11-27T04:00:00Z",
        "notices": list(notices),
    }
    path = home.orders / f"{NOTICES}.new"
    path.write_text(json.dumps(book))
    path.replace(home.orders / NOTICES)


def lasting(id_: str, **fields: object) -> Document:
    """Return a notice on air all day."""
    return notice_document(id_, windows=[], expires="2026-11-28T00:00:00+07:00", **fields)


def test_order_of_the_inbox_is_in_force_and_gone_from_there(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    path = inbox.give(house.home, speak())
    keeper.look()
    assert keeper.day.language is not None
    assert list(keeper.day.language.languages) == ["zh", "vi"]
    assert not path.exists()
    assert house.deeds() == ["language zh vi"]
    assert [each.order for each in read(house.home)] == ["s"]
    assert house.changes == 1


def test_order_of_the_panel_is_in_force_at_once(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    assert keeper.give(speak()) is None
    assert keeper.day.language is not None


def test_order_that_is_refused_says_why_and_changes_nothing(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    assert keeper.give(speak(tag="xx")) == Refused("unknown-language", "xx")
    assert (keeper.day.language, house.deeds(), house.changes) == (
        None,
        ["refused unknown-language"],
        0,
    )


def test_order_given_twice_is_carried_out_and_noted_once(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    keeper.give(speak())
    inbox.give(house.home, speak())
    keeper.look()
    assert house.deeds() == ["language zh vi"]
    assert [*inbox.waiting(house.home)] == []


def test_orders_wait_until_the_keeper_begins(house: Gatehouse) -> None:
    inbox.give(house.home, speak())
    keeper = house.start(CONTENT)
    assert keeper.day.language is None
    keeper.begin()
    assert keeper.day.language is not None


def test_power_cut_at_any_write_leaves_the_order_waiting_or_in_force(house: Gatehouse) -> None:
    class PowerCutError(BaseException):
        pass

    def cut(_: str) -> None:
        raise PowerCutError

    number = 0
    while True:
        number += 1
        house.home = Home(house.home.folder.parent / f"home-{number}")
        keeper = house.begin(CONTENT)
        inbox.give(house.home, speak())
        with at_call(number, cut) as made, suppress(PowerCutError):
            keeper.look()
        again = house.begin(CONTENT)
        assert again.day.language is not None
        assert [*inbox.waiting(house.home)] == []
        if len(made) < number:
            break
    assert number > 10


@NO_DISK
def test_disk_that_refuses_is_no_reason_to_leave_an_order_undone(
    house: Gatehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = house.begin(CONTENT)
    monkeypatch.setattr(gate_keeper, "write_record", lambda *_: refuse("write"))
    monkeypatch.setattr(gate_keeper, "note", lambda *_: refuse("write"))
    assert keeper.give(post("fire", **GRAVE)) is None
    assert house.standing() == ["fire"]
    assert house.deeds() == ["post fire"]


@NO_DISK
@pytest.mark.parametrize("order", [speak(), speak(tag="xx")])
def test_order_that_cannot_be_removed_is_taken_or_refused_once(
    house: Gatehouse, order: LanguageOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = house.begin(CONTENT)
    inbox.give(house.home, order)
    monkeypatch.setattr(inbox, "remove", lambda _: refuse("unlink"))
    for _ in range(3):
        keeper.look()
    assert len(house.deeds()) == 1


@NO_DISK
@pytest.mark.allow_log("a file in the inbox is no order")
def test_what_can_neither_be_read_nor_removed_is_told_once(
    house: Gatehouse, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = house.begin(CONTENT)
    (house.home.inbox / "0.json").mkdir(parents=True)
    inbox.give(house.home, speak())
    for _ in range(5):
        keeper.look()
    said = [each.getMessage() for each in caplog.records]
    assert said.count("a file in the inbox is no order") == 1
    assert keeper.day.language is not None


@pytest.mark.allow_log("an order cannot be taken")
def test_order_that_nobody_foresaw_bars_none_behind_it(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    strange = post("strange").model_dump(mode="json") | {"at": "0001-01-01T00:00:00+07:00"}
    (house.home.inbox).mkdir(parents=True)
    (house.home.inbox / "0.json").write_text(json.dumps(strange))
    inbox.give(house.home, speak())
    keeper.look()
    assert keeper.day.language is not None
    assert os.listdir(house.home.inbox) == []  # noqa: PTH208


def test_what_has_time_left_is_back_after_a_restart_and_what_is_over_is_not(
    house: Gatehouse,
) -> None:
    keeper = house.begin(CONTENT)
    keeper.give(speak())
    keeper.give(post("lane"))
    house.end()
    house.now = after(20)
    again = house.begin(CONTENT)
    assert again.changes_at() == after(30)
    assert house.standing() == ["lane"]
    house.end()
    house.now = after(30)
    last = house.begin(CONTENT)
    assert last.day.language is None
    assert [each.deed for each in read(house.home)] == ["language", "post", "over"]


def test_what_is_over_goes_by_itself_and_says_whose_it_was(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    keeper.give(speak())
    house.wait(minutes=30)
    assert keeper.day.language is None
    assert [(each.deed, each.what, each.by) for each in house.noted[1:]] == [
        ("over", "language", "Nguyễn Văn An")
    ]


def test_notice_is_heard_of_when_it_comes_and_not_when_the_player_starts(
    house: Gatehouse,
) -> None:
    pack = content_with([lasting("old")])
    keeper = house.start(pack)
    keeper.begin()
    house.wait(minutes=1)
    keeper.give(post("new", 1))
    house.wait(minutes=1)
    heard = {each.notice.id: each.heard_ms for each in keeper.board.posted}
    assert heard == {"old": 0, "new": to_ms(after(1))}
    house.begin(pack)
    heard = {each.notice.id: each.heard_ms for each in house.keeper.board.posted}
    assert heard == {"old": 0, "new": 0}


def test_cancel_of_staff_takes_their_notice_back(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    order = post("lane")
    keeper.give(order)
    assert keeper.give(cancel("c", order, 1)) is None
    assert house.standing() == []
    assert keeper.give(cancel("d", post("never"))) == Refused("unknown-notice", "never")


def test_cancel_survives_the_inbox(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    order = post("fire", **GRAVE, onset="2026-11-27T12:00:00+07:00")
    keeper.give(order)
    house.now = after(1)
    inbox.give(house.home, cancel("c", order, 1))
    keeper.look()
    assert house.standing() == []
    assert [each.notice.id for each in keeper.board.cleared] == ["fire"]


def test_book_of_the_centre_appears_changes_and_goes(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    put_book(house.home, lasting("a"))
    keeper.look()
    assert house.standing() == ["a"]
    put_book(house.home, lasting("a"), lasting("b"))
    house.wait(seconds=1)
    heard = {each.notice.id: each.heard_ms for each in keeper.board.posted}
    assert heard == {"a": to_ms(NOON), "b": to_ms(after(1 / 60))}
    (house.home.orders / NOTICES).unlink()
    keeper.look()
    assert house.standing() == []
    assert house.changes == 3


@pytest.mark.allow_log("signed notices cannot be read")
def test_book_that_is_damaged_takes_nothing_back_and_is_told_of_once(
    house: Gatehouse, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = house.begin(CONTENT)
    put_book(house.home, lasting("a"))
    keeper.look()
    (house.home.orders / NOTICES).write_text("{")
    for _ in range(3):
        keeper.look()
    assert house.standing() == ["a"]
    said = [each.getMessage() for each in caplog.records]
    assert said.count("signed notices cannot be read") == 1
    put_book(house.home, lasting("b"))
    keeper.look()
    assert house.standing() == ["b"]


def test_notice_cancelled_before_it_came_never_stands(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    put_book(house.home, lasting("c", message="cancel", references=["late"], text={}))
    keeper.look()
    keeper.take(content_with([lasting("late")]))
    assert house.standing() == []


def test_notice_of_the_centre_is_not_the_gates_to_take_back(house: Gatehouse) -> None:
    put_book(house.home, lasting("a"))
    keeper = house.begin(CONTENT)
    order = PostOrder(**who("x"), notice=local_notice("a"))
    assert keeper.give(cancel("c", order)) == Refused("not-yours", "a")


def test_spell_and_notice_ordered_by_a_wrong_clock_keep_their_time_when_it_is_set_right(
    house: Gatehouse,
) -> None:
    house.set_clock(LONG_AGO)
    keeper = house.begin(CONTENT)
    keeper.give(speak().model_copy(update={"at": LONG_AGO}))
    keeper.give(post("fire", **GRAVE).model_copy(update={"at": LONG_AGO}))
    assert house.standing() == ["fire"]
    house.wait(minutes=10)
    house.set_clock(NOON)
    keeper.look()
    assert keeper.changes_at() == after(20)
    (posted,) = keeper.board.posted
    assert posted.heard_ms == to_ms(after(-10))
    assert posted.notice.expires == after(4 * 60 - 10)


def test_power_cut_that_took_the_time_along_ends_no_spell_and_moves_no_notice(
    house: Gatehouse,
) -> None:
    keeper = house.begin(CONTENT)
    keeper.give(speak())
    keeper.give(post("lane"))
    expires = keeper.day.notices[0].expires
    house.end()
    house.set_clock(LONG_AGO)
    again = house.begin(CONTENT)
    assert again.day.language is not None
    house.wait(minutes=1)
    house.set_clock(after(5))
    again.look()
    assert again.changes_at() == after(5 + 29)
    assert again.day.notices[0].expires == expires


@pytest.mark.parametrize("gives", ["panel", "inbox"])
def test_order_given_as_the_clock_is_set_right_is_not_shifted(house: Gatehouse, gives: str) -> None:
    house.set_clock(LONG_AGO)
    keeper = house.begin(CONTENT)
    house.set_clock(NOON)
    give = keeper.give if gives == "panel" else partial(inbox.give, house.home)
    give(speak())
    keeper.look()
    assert keeper.changes_at() == after(30)


def test_clock_that_slips_back_a_second_ends_no_order(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    keeper.give(speak())
    house.set_clock(NOON - timedelta(seconds=1))
    keeper.look()
    assert keeper.day.language is not None


def test_hold_of_what_is_on_stage_asks_what_that_is(house: Gatehouse) -> None:
    keeper = house.begin(CONTENT)
    order = HoldOrder(**who("h"), item="@stage")
    assert keeper.give(order) == Refused("unknown-item", "@stage")


def test_without_a_pack_an_emergency_is_posted_all_the_same(house: Gatehouse) -> None:
    keeper = house.begin()
    assert keeper.give(post("fire", **GRAVE)) is None
    assert house.standing() == ["fire"]


def test_who_was_let_in_is_noted(house: Gatehouse) -> None:
    house.begin().log("login", "Lan", "staff")
    assert [(each.deed, each.by) for each in read(house.home)] == [("login", "Lan")]
