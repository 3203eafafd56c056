"""The inbox: orders wait in the order in which they were given, whatever else lies there."""

import errno
import os
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from player.store import inbox
from player.store.gate_orders import GateDay, HoldOrder, PostOrder
from player.store.layout import Home
from player.store.records import read_record, write_record
from tests.fakes.failing_disk import at_call, refuse
from tests.fakes.gate_orders import post, who

NO_ORDER = pytest.mark.allow_log("a file in the inbox is no order")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def order(id_: str, minutes: float = 0) -> HoldOrder:
    """Return an order given so long after noon."""
    return HoldOrder.model_validate({**who(id_, minutes), "item": "map"})


def ids(home: Home) -> list[str | None]:
    """Return the ids of what waits."""
    return [each.id if each else None for _, each in inbox.waiting(home)]


def test_nothing_waits_where_nothing_was_given(home: Home) -> None:
    assert ids(home) == []


def test_earliest_order_comes_first_whatever_zone_it_was_given_in(home: Home) -> None:
    here = timezone(timedelta(hours=7))
    early = order("zz", 1)
    inbox.give(home, early.model_copy(update={"at": early.at.astimezone(here)}))
    inbox.give(home, order("aa", 2))
    assert ids(home) == ["zz", "aa"]


def test_order_is_gone_once_it_was_removed(home: Home) -> None:
    path = inbox.give(home, order("a"))
    ((found, taken),) = inbox.waiting(home)
    assert (found, taken) == (path, order("a"))
    inbox.remove(path)
    inbox.remove(path)
    assert ids(home) == []


def test_order_given_twice_waits_once(home: Home) -> None:
    inbox.give(home, order("a"))
    inbox.give(home, order("a"))
    assert ids(home) == ["a"]


def test_full_disk_leaves_no_half_of_an_order(home: Home) -> None:
    for number in range(1, 50):
        with at_call(number, refuse) as made:
            try:
                inbox.give(home, order(f"a{number}"))
            except OSError as e:
                assert e.errno == errno.ENOSPC  # noqa: PT017  (the last of them raises nothing)
        assert None not in ids(home)
        if len(made) < number:
            assert f"a{number}" in ids(home)
            return
    pytest.fail("it never ended")


@NO_ORDER
@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "garbage", "empty", "long", "unknown"])
def test_what_is_no_order_keeps_none_from_being_read(home: Home, kind: str, tmp_path: Path) -> None:
    inbox.give(home, order("a"))
    path = home.inbox / "0.json"
    good = tmp_path / "elsewhere.json"
    good.write_text(order("b").model_dump_json())
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "link":
            path.symlink_to(good)
        case "folder":
            path.mkdir()
        case "garbage":
            path.write_bytes(b"\xff\x00{")
        case "long":
            path.write_text(f"{' ' * inbox.MAX_BYTES}{order('c').model_dump_json()}")
        case "unknown":
            path.write_text(order("d").model_dump_json().replace('"hold"', '"dance"'))
        case _:
            path.touch()
    assert ids(home) == [None, "a"]


def test_files_of_others_and_unfinished_ones_are_let_be(home: Home) -> None:
    inbox.give(home, order("a"))
    (home.inbox / ".new-x.json").write_text("{")
    (home.inbox / "readme.txt").write_text("hello")
    assert ids(home) == ["a"]


def test_no_more_are_read_at_a_time_than_memory_bears(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST", 3)
    for number in range(5):
        inbox.give(home, order(f"a{number}", number))
    assert ids(home) == ["a0", "a1", "a2"]


def test_those_that_are_not_looked_at_take_no_room_of_others(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST", 2)
    paths = [inbox.give(home, order(f"a{number}", number)) for number in range(4)]
    seen = [each.id for _, each in inbox.waiting(home, {path.name for path in paths[:2]}) if each]
    assert seen == ["a2", "a3"]


def test_notice_waits_and_stands_with_every_end_of_its_windows(home: Home) -> None:
    """The one at the gate that begins at seven must not have begun at once after a restart."""
    window = {"from": "2026-11-27T07:00", "until": "2026-11-27T10:00", "dayparts": ["08:00-09:00"]}
    given = post("pause", windows=[window])
    inbox.give(home, given)
    ((_, waiting),) = inbox.waiting(home)
    assert isinstance(waiting, PostOrder)
    write_record(home.gate_day, GateDay(notices=(waiting.notice,)))
    day = read_record(home.gate_day, GateDay)
    assert day is not None
    assert list(day.notices[0].windows) == list(given.notice.windows)
    assert day.notices[0].model_dump() == waiting.notice.model_dump()
