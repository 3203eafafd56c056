"""``gate-player programme``: what is said of a stretch of time, as JSON and as a table."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest

from player import RELEASED, resources
from player.clock import HORIZON
from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.errors import PackError
from player.main.inquiry import open_pack_of, parse_instant, programme
from player.store.install import install
from player.store.layout import Home
from tests.fakes.built_pack import write_built
from tests.fakes.content import Document, content_document, item_document, mourning

HANOI: Final = ZoneInfo("Asia/Ho_Chi_Minh")
FROM, TO = "2026-11-23T06:00", "2026-11-24T06:00"
NO_PACK: Final = pytest.mark.allow_log(r"pack cannot be shown$")


@pytest.fixture(autouse=True)
def _no_factory_pack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "factory_pack", lambda: tmp_path / "no-factory")


def screen_with(
    tmp_path: Path,
    items: Sequence[str | Document],
    *,
    zone: str = "Asia/Ho_Chi_Minh",
    occasions: Sequence[Document] = (),
) -> Screen:
    """Return a hall screen whose home holds a pack of ``items``."""
    home = Home(tmp_path / "home")
    languages: list[str | Document] = ["vi", "en", {"tag": "zh", "fallback": ["en"]}]
    document = content_document(items, languages=languages, zone=zone, occasions=occasions)
    install(write_built(tmp_path / "built", document, ()), home)
    return empty_screen(home.folder)


def empty_screen(home: Path) -> Screen:
    return load_screen(role_example("hall-tv"), "en").model_copy(update={"home": home})


def asked(screen: Screen, start: str = FROM, end: str = TO) -> Any:  # noqa: ANN401  (JSON)
    return json.loads(programme(screen, start, end, as_json=True))


def instants(document: Any, name: str) -> list[datetime]:  # noqa: ANN401  (JSON)
    return [datetime.fromisoformat(slot[name]) for slot in document["slots"]]


# --- JSON ---


def test_document_says_what_scripts_rely_on(tmp_path: Path) -> None:
    document = asked(screen_with(tmp_path, ["a", item_document("b", duration_s={"vi": 10})]))
    assert set(document) >= {"slots", "longest_absence"}
    assert set(document["slots"][0]) >= {"start", "end", "item", "language", "why"}
    assert set(document["longest_absence"]["languages"]) == {"vi", "en", "zh"}
    assert set(document["longest_absence"]["items"]) == {"a", "b"}
    assert {slot["why"] for slot in document["slots"]} == {"playlist:all"}


def test_slots_follow_each_other_without_gap_or_overlap_from_the_first_time_to_the_last(
    tmp_path: Path,
) -> None:
    document = asked(screen_with(tmp_path, ["a", "b"]))
    starts, ends = instants(document, "start"), instants(document, "end")
    assert starts[0] == datetime(2026, 11, 23, 6, tzinfo=HANOI)
    assert ends[-1] == datetime(2026, 11, 24, 6, tzinfo=HANOI)
    assert starts[1:] == ends[:-1]
    assert all(end > start for start, end in zip(starts, ends, strict=True))


def test_longest_absence_is_what_the_slots_show(tmp_path: Path) -> None:
    document = asked(screen_with(tmp_path, ["a", "b"]), FROM, "2026-11-23T06:10")
    shown = [
        (start, end)
        for start, end, slot in zip(
            instants(document, "start"), instants(document, "end"), document["slots"], strict=True
        )
        if slot["language"] == "zh"
    ]
    waits = [(later[0] - earlier[1]).total_seconds() for earlier, later in zip(shown, shown[1:])]  # noqa: B905, RUF007
    begin = (shown[0][0] - instants(document, "start")[0]).total_seconds()
    end = (instants(document, "end")[-1] - shown[-1][1]).total_seconds()
    assert document["longest_absence"]["languages"]["zh"] == max(begin, *waits, end)


@pytest.mark.parametrize(
    ("zone", "offsets"),
    [
        ("Asia/Ho_Chi_Minh", {timedelta(hours=7)}),
        ("Europe/Paris", {timedelta(hours=1), timedelta(hours=2)}),
    ],
)
def test_times_are_the_gates_and_carry_their_offset(
    zone: str, offsets: set[timedelta], tmp_path: Path
) -> None:
    """In Paris the clocks go forward in that night: the day has 23 hours, and no hour is lost."""
    screen = screen_with(tmp_path, ["a"], zone=zone)
    document = asked(screen, "2027-03-27T20:00", "2027-03-28T20:00")
    starts, ends = instants(document, "start"), instants(document, "end")
    assert {start.utcoffset() for start in starts} == offsets
    assert ends[-1] - starts[0] == timedelta(hours=25 - len(offsets))
    assert starts[1:] == ends[:-1]


# --- occasions ---


def test_mourning_announced_for_next_week_is_told_and_seen(tmp_path: Path) -> None:
    week = [mourning("2026-11-30T06:00:00", "2026-12-01T06:00:00")]
    screen = screen_with(tmp_path, ["a", item_document("feast", tone="festive")], occasions=week)
    span = ("2026-11-30T05:00", "2026-11-30T08:00")
    document = asked(screen, *span)
    (told,) = document["occasions"]
    assert (told["kind"], told["name"]) == ("mourning", "Quốc tang")
    assert (told["start"], told["end"]) == (
        "2026-11-30T06:00:00+07:00",
        "2026-11-30T08:00:00+07:00",
    )
    feasts = [slot["end"] for slot in document["slots"] if slot["item"] == "feast"]
    assert max(feasts) <= "2026-11-30T06:00:00+07:00"
    lines = programme(screen, *span, as_json=False).splitlines()
    assert lines[0].split() == ["start", "end", "occasion", "name"]
    assert lines[1].split()[:4] == ["2026-11-30", "06:00:00", "2026-11-30", "08:00:00"]
    assert lines[1].endswith("mourning  Quốc tang")
    assert asked(screen)["occasions"] == []


# --- times ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T06:00", datetime(2026, 11, 22, 23, tzinfo=UTC)),
        ("2026-11-23 06:00:30", datetime(2026, 11, 22, 23, 0, 30, tzinfo=UTC)),
        ("2026-11-23", datetime(2026, 11, 22, 17, tzinfo=UTC)),
        ("2026-11-23T06:00+01:00", datetime(2026, 11, 23, 5, tzinfo=UTC)),
        ("2026-11-23T06:00Z", datetime(2026, 11, 23, 6, tzinfo=UTC)),
    ],
)
def test_time_without_an_offset_is_gate_time(text: str, expected: datetime) -> None:
    assert parse_instant(text, HANOI) == expected


@pytest.mark.parametrize(
    "text",
    ["", "now", "23/11/2026", "2026-02-30", "2026-11-23T24:01", "0001-01-01", "9999-12-31T23-12"],
)
def test_text_that_is_no_time_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time like 2026-11-23T06:00$") as told:
        parse_instant(text, HANOI)
    assert str(told.value).startswith(text)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (FROM, FROM, "2026-11-23T06:00 is not after 2026-11-23T06:00"),
        (TO, FROM, "2026-11-23T06:00 is not after 2026-11-24T06:00"),
        ("2026-11-23T06:00Z", "2026-11-23T13:00", "is not after"),
        ("2026-11-01", "2026-12-03", "2026-11-01 to 2026-12-03 is longer than 31 days"),
        ("1950-01-01", "9999-01-01", "longer than 31 days"),
        ("1950-01-01", "1950-01-02", "lies outside 1970..2999"),
        ("3000-01-01", "3000-01-02", "lies outside 1970..2999"),
    ],
)
def test_stretch_that_makes_no_sense_is_told_in_one_sentence(
    start: str, end: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=said) as told:
        programme(screen_with(tmp_path, ["a"]), start, end, as_json=True)
    assert len(str(told.value).splitlines()) == 1


# --- clocks nobody believes ---


@pytest.mark.parametrize(
    ("edge", "before", "after"),
    [(RELEASED, {"lasting"}, {"lasting", "dated"}), (RELEASED + HORIZON, None, {"lasting"})],
    ids=["before this version was made", "long after"],
)
def test_dated_items_show_only_where_a_clock_would_be_believed(
    edge: datetime, before: set[str] | None, after: set[str], tmp_path: Path
) -> None:
    dated = item_document("dated", lasting=False, valid={"until": "2999-01-01"})
    start, end = edge - timedelta(hours=1), edge + timedelta(hours=1)
    document = asked(screen_with(tmp_path, ["lasting", dated]), start.isoformat(), end.isoformat())
    starts, ends = instants(document, "start"), instants(document, "end")
    items = [slot["item"] for slot in document["slots"]]
    told_before = {i for i, at in zip(items, starts, strict=True) if at < edge}
    told_after = {i for i, at in zip(items, starts, strict=True) if at >= edge}
    assert (told_before, told_after) == (before or {"lasting", "dated"}, after)
    assert starts[1:] == ends[:-1]


# --- the table ---


def table(screen: Screen) -> list[str]:
    return programme(screen, FROM, "2026-11-23T06:01", as_json=False).splitlines()


def test_table_has_a_line_per_slot_the_longest_absences_and_the_shares(tmp_path: Path) -> None:
    screen = screen_with(tmp_path, ["a"])
    head, *slots = table(screen)
    gap = slots.index("")
    assert head.split() == ["start", "end", "item", "language", "why"]
    assert slots[0].split()[:4] == ["2026-11-23", "06:00:00", "06:00:10", "a"]
    assert gap == len(asked(screen, FROM, "2026-11-23T06:01")["slots"])
    waits, shares = slots[gap + 2 : gap + 6], slots[gap + 8 :]
    assert [line.split()[0] for line in waits] == ["vi", "en", "zh", "a"]
    assert [line.split() for line in shares] == [["en", "20"], ["vi", "20"], ["zh", "20"]]


def test_table_names_the_language_that_stands_in(tmp_path: Path) -> None:
    item = item_document("a", duration_s={"vi": 10, "en": 10})
    assert any("zh (en)" in line for line in table(screen_with(tmp_path, [item])))


def test_table_is_never_cut_however_long_the_names(tmp_path: Path) -> None:
    name = "-".join(["word"] * 12)
    lines = table(screen_with(tmp_path, [name]))
    assert all(name in line for line in lines[1:7])
    assert len({line.index("playlist:") for line in lines[1:7]}) == 1


# --- packs ---


@NO_PACK
def test_home_without_a_pack_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=f"no pack that can be shown in {tmp_path}"):
        programme(empty_screen(tmp_path), FROM, TO, as_json=True)


@NO_PACK
def test_home_without_a_pack_answers_for_the_factory_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory = write_built(tmp_path / "factory", content_document(["welcome"]), ())
    monkeypatch.setattr(resources, "factory_pack", lambda: factory)
    content = open_pack_of(empty_screen(tmp_path)).content
    assert [item.id for item in content.items] == ["welcome"]
