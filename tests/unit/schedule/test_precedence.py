"""The precedence table, row by row (player/schedule/README.md)."""

from collections import Counter
from datetime import timedelta

import pytest

from player.schedule.slot import DEFAULT_GATE_PAGE
from tests.fakes.content import (
    Document,
    Items,
    item_document,
    make_content,
    picture_document,
    source_document,
)
from tests.fakes.programme import changes, local, make_programme, playlist, shown

MONDAY = local("2026-11-23")


def on_air(
    items: Items, playlists: list[Document], at: str = "12:00", audience: tuple[str, ...] = ()
) -> set[str]:
    """Return the rules that play in the hour from ``at``."""
    programme = make_programme(make_content(items, playlists), audience=audience)
    hour = shown(programme, local(f"2026-11-23T{at}"), hours=1)
    return {slot.why for slot in hour}


ABC: Items = ("a", "b", "c")


@pytest.mark.parametrize(
    ("playlists", "expected"),
    [
        # Row 2: the highest priority alone.
        ([playlist("a", priority=1), playlist("b", priority=2)], {"playlist:b"}),
        ([playlist("b", priority=2), playlist("a", priority=1)], {"playlist:b"}),
        ([playlist("a", priority=-100), playlist("b", default=True)], {"playlist:a"}),
        # … of those whose conditions hold.
        (
            [playlist("a", priority=9, when={"dayparts": ["06:00-07:00"]}), playlist("b")],
            {"playlist:b"},
        ),
        # … and that have something to show.
        ([playlist("a", "gone", priority=9), playlist("b")], {"playlist:b"}),
        # Row 3: equals share.
        ([playlist("a"), playlist("b"), playlist("c")], {f"playlist:{id_}" for id_ in "abc"}),
        (
            [playlist("a", priority=4), playlist("b", priority=4), playlist("c", priority=3)],
            {"playlist:a", "playlist:b"},
        ),
        # Row 4: defaults where no other holds, whatever their priority says.
        ([playlist("a", default=True, priority=100), playlist("b")], {"playlist:b"}),
        ([playlist("a", default=True), playlist("b", default=True)], {"playlist:a", "playlist:b"}),
        ([playlist("a", default=True), playlist("b", when={"weekdays": ["tue"]})], {"playlist:a"}),
        # Row 6: nothing at all.
        ([], {DEFAULT_GATE_PAGE}),
        ([playlist("x", "gone")], {DEFAULT_GATE_PAGE}),
        ([playlist("a", when={"valid": {"until": "2020-01-01"}})], {DEFAULT_GATE_PAGE}),
    ],
)
def test_playlists_rank(playlists: list[Document], expected: set[str]) -> None:
    assert on_air(ABC, playlists) == expected


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        # Row 5, whoever wins: also over the highest priority, defaults and nothing.
        ({"must_show": True}, "must-show:m"),
        ({"essential": True}, "essential:m"),
        ({"essential": True, "must_show": True}, "essential:m"),
    ],
)
@pytest.mark.parametrize(
    ("playlists", "others"),
    [
        ([playlist("a", priority=100)], {"playlist:a"}),
        ([playlist("a", default=True)], {"playlist:a"}),
        ([], set()),
        # One that is in a playlist anyway does not show twice as often.
        ([playlist("x", "a", "m")], {"playlist:x"}),
        # A playlist of nothing else still wins.
        ([playlist("x", "m", priority=1), playlist("a")], set()),
    ],
)
def test_must_show_and_essential_items_join_whatever_wins(
    flags: dict[str, bool], expected: str, playlists: list[Document], others: set[str]
) -> None:
    items: Items = ["a", item_document("m", **flags)]
    assert on_air(items, playlists) == {expected, *others}


def test_must_show_item_shows_once_a_round_and_first() -> None:
    items: Items = [*"abcd", item_document("m", must_show=True)]
    programme = make_programme(make_content(items, [playlist("x", "a", "b", "m", "c", "d")]))
    order = [slot.item for slot in shown(programme, MONDAY, hours=100 / 3600)]
    assert order == ["m", "a", "b", "c", "d", "m", "a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("playlists", "portions"),
    [
        ([playlist("a", weight=1), playlist("b", weight=3)], {"a": 1, "b": 3}),
        ([playlist("x", "a", "b"), playlist("c")], {"a": 1, "b": 1, "c": 2}),
        ([playlist("x", "a", {"item": "b", "weight": 4})], {"a": 1, "b": 4}),
        ([playlist("x", "a", "a", "b")], {"a": 2, "b": 1}),
        # Two rules of one id are still two.
        ([playlist("x", "a"), playlist("x", "b", weight=2)], {"a": 1, "b": 2}),
        (
            [playlist("x", {"item": "a", "weight": 20}), playlist("y", "b", weight=20)],
            {"a": 1, "b": 20},
        ),
    ],
)
def test_showings_follow_weights(playlists: list[Document], portions: dict[str, int]) -> None:
    programme = make_programme(make_content(ABC, playlists))
    round_s = 10 * sum(portions.values())
    count = Counter(slot.item for slot in shown(programme, MONDAY, hours=round_s * 6 / 3600))
    assert count == {id_: 6 * portion for id_, portion in portions.items()}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # Row 1, exactly at local midnight and to the second.
        ({"valid": {"until": "2026-11-23"}}, [("00:00", "a"), ("00:00", "b")]),
        ({"valid": {"from": "2026-11-24"}}, [("00:00", "b"), ("00:00", "a")]),
        ({"valid": {"until": "2026-11-23T18:00"}}, [("00:00", "a"), ("18:00", "b")]),
        ({"valid": {"from": "2026-11-24T06:00"}}, [("00:00", "b"), ("06:00", "a")]),
        ({"picture": picture_document("2026-11-23")}, [("00:00", "a"), ("00:00", "b")]),
        ({"source": source_document("2026-11-23", "withdraw")}, [("00:00", "a"), ("00:00", "b")]),
        ({"source": source_document("2026-11-23", "label")}, [("00:00", "a")]),
    ],
)
def test_item_outside_its_dates_never_shows(
    fields: Document, expected: list[tuple[str, str]]
) -> None:
    items: Items = [item_document("a", **fields), "b"]
    programme = make_programme(make_content(items, [playlist("a", priority=1), playlist("b")]))
    assert changes(programme, MONDAY, hours=48) == expected


def test_expired_item_is_gone_at_the_very_millisecond() -> None:
    leaving = item_document("a", duration_s=7, valid={"until": "2026-11-23"})
    items: Items = [leaving, "b"]
    programme = make_programme(make_content(items, [playlist("x", "a", "b")]))
    midnight = local("2026-11-24")
    before = programme.slot_at(midnight - timedelta(milliseconds=1))
    assert before.end == midnight
    assert {slot.item for slot in shown(programme, midnight, hours=1)} == {"b"}


def test_loop_begins_anew_where_one_of_its_items_comes_or_goes() -> None:
    items: Items = [
        item_document("a", valid={"until": "2026-11-23T12:00:25"}),
        "b",
        item_document("m", must_show=True, valid={"from": "2026-11-23T12:01:05"}),
    ]
    programme = make_programme(make_content(items, [playlist("x", "a", "b")]))
    found = shown(programme, local("2026-11-23T12:00:05"), hours=90 / 3600)
    told = [(f"{slot.start:%M:%S}", slot.item) for slot in found]
    assert told == [
        ("00:05", "a"), ("00:10", "b"), ("00:25", "b"), ("00:35", "b"), ("00:45", "b"),
        ("00:55", "b"), ("01:05", "m"), ("01:15", "b"), ("01:25", "m"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before_it", "expected"),
    [
        # There may be anyone before it, but it is not one of the drivers' screens.
        ((), {"playlist:x", "playlist:z"}),
        (("drivers",), {"playlist:x", "playlist:y"}),
        (("arrivals",), {"playlist:x", "playlist:z"}),
        (("arrivals", "drivers"), {"playlist:x", "playlist:y", "playlist:z"}),
        (("staff",), {"playlist:x"}),
    ],
)
def test_playlists_and_items_are_for_their_audience(
    before_it: tuple[str, ...], expected: set[str]
) -> None:
    items: Items = ["a", "b", item_document("c", audience=["arrivals"])]
    playlists = [playlist("x", "a"), playlist("y", "b", audience=["drivers"]), playlist("z", "c")]
    assert on_air(items, playlists, audience=before_it) == expected


def test_day_changes_hands_as_its_rules_say() -> None:
    playlists = [
        playlist("a", default=True),
        playlist("b", when={"dayparts": ["06:00-11:30"]}),
        playlist("c", priority=5, when={"dayparts": ["11:00-12:00"], "weekdays": ["mon"]}),
        playlist("d", when={"dayparts": ["22:00-02:00"], "weekdays": ["sun"]}),
    ]
    programme = make_programme(make_content([*"abcd"], playlists))
    assert changes(programme, MONDAY) == [
        ("00:00", "d"), ("02:00", "a"), ("06:00", "b"), ("11:00", "c"), ("12:00", "a"),
    ]  # fmt: skip


def test_rule_that_does_not_win_does_not_disturb_the_loop() -> None:
    quiet = [playlist("x", "a", "b", "c", priority=1)]
    busy = [
        playlist(f"y-{hour}", "b", when={"dayparts": [f"{hour:02}:17-23:00"]}) for hour in range(20)
    ]
    expired = item_document("e", valid={"until": "2026-11-23T12:00:05"})
    alone = make_programme(make_content(ABC, quiet))
    crowded = make_programme(make_content([*ABC, expired], [*quiet, *busy, playlist("e")]))
    assert shown(crowded, MONDAY) == shown(alone, MONDAY)


def test_winning_playlists_of_any_time_are_named_and_holes_are_empty() -> None:
    items: Items = ["a", "b", item_document("m", must_show=True)]
    playlists = [
        playlist("a", when={"dayparts": ["06:00-08:00"]}),
        playlist("b", when={"dayparts": ["07:00-09:00"]}),
    ]
    programme = make_programme(make_content(items, playlists))
    end = MONDAY + timedelta(hours=26)
    found = [
        (f"{start.astimezone(MONDAY.tzinfo):%d %H:%M}", rules)
        for start, _, rules in programme.rules_between(MONDAY, end)
    ]
    assert found == [
        ("23 00:00", ()), ("23 06:00", ("a",)), ("23 07:00", ("a", "b")), ("23 08:00", ("b",)),
        ("23 09:00", ()),
    ]  # fmt: skip
    assert list(programme.rules_between(end, end)) == []
