"""From a template and what was filled in to a notice in every language."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.notices.fields import Reason, Refusal, offers
from player.notices.filling import Issue
from player.notices.life import expiry_ms, open_times
from player.pack.instants import from_ms, to_ms
from player.pack.notice import Notice
from player.pack.notice_template import ROOM, NoticeTemplate, TemplateField, faults
from tests.fakes.templates import MORNING, SENT, TEMPLATES, facts, filled, notice, with_thai

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LANGUAGES = {"vi", "en", "zh", "lo", "km"}
S4 = {"lane": "lane-2", "windows": "07:00-10:00, 15:30-17:30"}

SIMPLE = {
    "lane": "lane-2", "activity": "freight", "zone": "Asia/Shanghai", "windows": "7h-10h",
    "opening": "closed", "time": "15:00", "date": "16/4", "minutes": "45", "level": "3",
    "place": "counter-3", "plate": "12A-345.67", "text": "QL 1A", "free": "Mất điện.",
}  # fmt: skip
"""Something short that is taken, by kind."""


def answers(template: NoticeTemplate) -> dict[str, str]:
    """Return something short for every field."""
    return {
        each.id: each.choices[0].id if each.kind == "choice" else SIMPLE[each.kind]
        for each in template.fields
    }


def ends(made: Notice) -> str:
    return f"{from_ms(expiry_ms(made, ZONE)).astimezone(ZONE):%d %H:%M:%S}"


def plain(text: str) -> str:
    return text.replace("\u200b", "")


def test_lane_paused_twice_says_both_clocks_in_every_language() -> None:
    """S4 at a Chinese gate: the Chinese page also shows Beijing time."""
    made = notice("lane-paused", S4)
    said = {tag: plain(text.description) for tag, text in made.text.items()}
    assert said == {
        "vi": "Luồng lane-2 (mọi hoạt động) tạm dừng: 07:00–10:00 và 15:30–17:30 giờ Hà Nội "
        "(08:00–11:00 và 16:30–18:30 giờ Bắc Kinh).",
        "en": "Lane 2 (all services), paused: 07:00–10:00 and 15:30–17:30 Hà Nội time "
        "(08:00–11:00 and 16:30–18:30 Beijing time).",
        "zh": "lane-2通道（所有业务）暂停：河内时间 07:00–10:00和15:30–17:30"
        "（北京时间 08:00–11:00和16:30–18:30）。",
        "lo": "Lane 2 (ທຸກການບໍລິການ) ຢຸດຊົ່ວຄາວ: 07:00–10:00 ແລະ 15:30–17:30 ເວລາ ຮ່າໂນ້ຍ "
        "(08:00–11:00 ແລະ 16:30–18:30 ເວລາ ປັກກິ່ງ).",
        "km": "Lane 2 (សេវាទាំងអស់) ផ្អាកបណ្តោះអាសន្ន៖ 07:00–10:00 និង 15:30–17:30 ម៉ោង ហាណូយ "
        "(08:00–11:00 និង 16:30–18:30 ម៉ោង ប៉េកាំង)។",
    }
    assert made.text["vi"].headline == "Tạm dừng: Luồng lane-2"


def test_lane_paused_holds_within_its_windows_and_ends_with_the_last() -> None:
    made = notice("lane-paused", S4)
    times = [
        tuple(f"{from_ms(edge).astimezone(ZONE):%H:%M}" for edge in span)
        for span in open_times(made, ZONE, to_ms(SENT))
    ]
    assert times == [("07:00", "10:00"), ("15:30", "17:30")]
    assert (made.lanes, made.activities, made.closes) == (("lane-2",), (), True)
    assert (made.level, made.expires, ends(made)) == ("urgent", None, "15 17:30:00")


def test_gate_of_one_time_names_no_clock() -> None:
    made = notice("lane-paused", S4, at=facts("LA"))
    assert "tạm dừng: 07:00–10:00 và 15:30–17:30." in made.text["vi"].description


def test_times_of_the_neighbour_are_told_by_both_clocks_too() -> None:
    made = notice("lane-paused", {**S4, "windows": "8h-11h", "zone": "Asia/Shanghai"})
    assert "07:00–10:00 Hà Nội time (08:00–11:00 Beijing time)" in made.text["en"].description
    assert made.values["zone"] == "Asia/Shanghai"
    assert ends(made) == "15 10:00:00"


def test_days_are_named_unless_all_is_today() -> None:
    """Real case: two days, two windows each."""
    windows = "hôm nay 07:00-10:00, 15:30-17:30; mai 07:00-09:00, 11:30-14:00"
    made = notice("lane-paused", {**S4, "windows": windows}, at=facts("LA"))
    assert made.text["vi"].description.endswith(
        "07:00–10:00 và 15:30–17:30 ngày 15/04/2027; 07:00–09:00 và 11:30–14:00 ngày 16/04/2027."
    )
    assert made.values["windows"] == (
        "2027-04-15 07:00-10:00, 15:30-17:30; 2027-04-16 07:00-09:00, 11:30-14:00"
    )


def test_neighbour_whose_day_is_another_is_told_the_day() -> None:
    made = notice("lane-paused", {**S4, "windows": "23:30-24:00"})
    assert "23:30–24:00 giờ Hà Nội (00:30–01:00 ngày 16/04/2027" in made.text["vi"].description


def test_revised_notice_keeps_what_was_not_changed() -> None:
    first = notice("lane-paused", {**S4, "activity": "freight", "windows": "mai 7h-10h"})
    later = SENT + timedelta(days=1)
    changed = {**first.values, "lane": "lane-3"}
    again = notice(first.template, changed, issue=Issue("n-2", later, "A", references=[first.id]))
    assert (again.message, again.references) == ("update", ("n-1",))
    assert (again.lanes, again.activities) == (("lane-3",), ("freight",))
    assert again.windows == first.windows
    assert (first.message, first.template, first.ordered_by) == (
        "alert", "lane-paused", "Trung úy Lan",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "held"), [("closes-early", "15:00 00:00"), ("opens-late", "00:00 15:00")]
)
def test_gate_that_closes_early_or_opens_late_closes_all_its_lanes(change: str, held: str) -> None:
    made = notice("gate-hours", {"change": change, "time": "15:00"})
    [span] = open_times(made, ZONE, to_ms(SENT))
    assert " ".join(f"{from_ms(edge).astimezone(ZONE):%H:%M}" for edge in span) == held
    assert (made.lanes, made.closes) == (("hall", "lane-2", "lane-3"), True)
    assert "15:00 giờ Hà Nội (16:00 giờ Bắc Kinh)" in made.text["vi"].description


def test_holiday_closes_what_its_hours_leave() -> None:
    values = {"lane": "hall", "date": "5/5 7/5", "opening": "9h-14h"}
    made = notice("holiday-hours", values, at=facts("LA"))
    at = datetime.fromisoformat("2027-05-06T12:00+07:00")
    times = open_times(made, ZONE, to_ms(at))
    edges = [f"{from_ms(edge).astimezone(ZONE):%d %H:%M}" for span in times for edge in span]
    assert edges == [
        "05 00:00", "05 09:00", "05 14:00", "06 09:00", "06 14:00", "07 09:00", "07 14:00",
        "08 00:00",
    ]  # fmt: skip
    assert made.text["vi"].description == (
        "Luồng hall: mở cửa 09:00–14:00, từ 05/05/2027 đến hết 07/05/2027."
    )


def test_road_says_the_disaster_level_only_where_there_is_one() -> None:
    values = {"cause": "landslide", "road": "QL 4A, km 12"}
    without, given_ = notice("road", values), notice("road", {**values, "level": "3"})
    assert (without.disaster_level, given_.disaster_level) == (None, 3)
    assert without.text["vi"].headline == "Sạt lở đất: QL 4A, km 12"
    assert without.text["vi"].description == "Hiện không đi qua được."
    assert given_.text["vi"].description == (
        "Hiện không đi qua được. Rủi ro thiên tai: cấp 3 (lớn)."
    )


def test_free_text_stands_as_written_under_a_heading_of_each_language() -> None:
    made = notice("free-text", {"words": "Mất điện {windows}\nđến 15 giờ"})
    assert {text.description for text in made.text.values()} == {"Mất điện {windows}\nđến 15 giờ"}
    assert made.text["en"].headline == "Notice of the gate (in Vietnamese)"
    untranslated = {tag for tag, text in made.text.items() if text.is_untranslated}
    assert untranslated == LANGUAGES - {"vi"}


def test_what_is_typed_is_never_read_as_a_template_nor_turns_the_line() -> None:
    made = notice("road", {"cause": "flood", "road": "{cause}\u202e {x}\n\x07đê"})
    assert made.text["vi"].headline == "Đường ngập: {cause} {x} đê"


def test_many_lanes_are_counted_where_their_names_find_no_room() -> None:
    lanes = {f"lane-{n}": f"Lane {n} for lorries with refrigerated produce" for n in range(4)}
    made = notice("lane-paused", {**S4, "lane": "lane-0, lane-1"}, at=facts("CN", lanes))
    assert made.text["en"].headline == "Paused: lanes: 2"
    every = notice("lane-paused", {**S4, "lane": " ".join(lanes)}, at=facts("CN", lanes))
    assert every.text["en"].headline == "Paused: all lanes"


def test_what_is_refused_is_told_field_by_field() -> None:
    refused = filled("lane-paused", {"lane": "lane-9", "windows": "sớm mai"})
    assert refused == (
        Refusal("lane", Reason.NOT_OFFERED),
        Refusal("windows", Reason.NO_WINDOWS),
    )


LIVES = {
    "gate-hours": ("urgent", "15 15:00:00"), "moved": ("important", "15 10:30:00"),
    "long-queue": ("important", "15 07:30:00"), "system-down": ("important", "15 08:30:00"),
    "health-check": ("urgent", "16 00:00:00"), "documents": ("important", "15 10:30:00"),
    "move-vehicle": ("important", "15 07:00:00"), "lost-person": ("urgent", "15 07:30:00"),
    "lost-property": ("normal", "16 00:00:00"), "road": ("urgent", "15 12:30:00"),
    "storm": ("urgent", "15 18:30:00"), "ceremony": ("important", "15 10:00:00"),
    "utilities": ("normal", "16 00:00:00"), "scam": ("important", "22 06:30:00"),
    "doctor": ("urgent", "15 06:40:00"), "fire": ("emergency", "15 10:30:00"),
    "evacuate": ("emergency", "15 10:30:00"), "shelter": ("emergency", "15 10:30:00"),
    "all-clear": ("urgent", "15 06:31:00"), "lane-paused": ("urgent", "15 10:00:00"),
    "holiday-hours": ("important", "17 00:00:00"), "free-text": ("important", "15 10:30:00"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_has_its_rank_and_its_life(name: str) -> None:
    values = answers(TEMPLATES[name]) | {"zone": "Asia/Ho_Chi_Minh"}
    if name == "gate-hours":
        values["change"] = "opens-late"
    made = notice(name, values)
    assert (made.level, ends(made)) == LIVES[name]


def test_what_is_posted_shortly_before_midnight_is_seen_the_day_after() -> None:
    late = datetime.fromisoformat("2027-04-15T23:40:00+07:00")
    made = notice("utilities", {"what": "water"}, issue=replace(MORNING, sent=late))
    assert ends(made) == "17 00:00:00"


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_speaks_every_language_and_leaves_no_brace(name: str) -> None:
    template = with_thai(TEMPLATES[name])
    assert list(faults(template)) == []
    made = filled(template, answers(template))
    assert isinstance(made, Notice)
    assert made.text.keys() == LANGUAGES | {"th"}
    for text in made.text.values():
        said = f"{text.headline}|{text.description}|{text.instruction}"
        assert not re.search(r"[{}]|\(\)|  | [.。,]", said), said


def longest(field: TemplateField) -> st.SearchStrategy[str]:
    """Return values of a kind, long ones among them."""
    days = st.dates(SENT.date(), SENT.date() + timedelta(days=300))
    minutes = st.integers(0, 1439).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
    span = st.tuples(minutes, minutes).filter(lambda edges: edges[0] != edges[1]).map("-".join)
    signs = st.characters(categories=("L", "M", "N", "P", "S"))
    room = ROOM[field.kind]
    words = st.text(signs, min_size=1, max_size=5).map(lambda text: (text * room)[:room])
    lanes = st.lists(st.sampled_from(offers(field, facts()) or ("x",)), min_size=1, unique=True)
    by_kind = {
        "windows": st.lists(st.tuples(days, span), min_size=6, max_size=6).map(
            lambda all_: ", ".join(f"{all_[n // 2][0]} {each[1]}" for n, each in enumerate(all_))
        ),
        "opening": st.lists(
            st.sampled_from(["08:00-10:00", "11:00-12:00", "13:00-17:00"]), min_size=1, max_size=3
        ).map(", ".join),
        "time": st.tuples(days.map(lambda d: d + timedelta(days=1)), minutes).map(
            lambda both: f"{both[0]} {both[1]}"
        ),
        "date": st.tuples(days, days).map(lambda both: f"{min(both)} {max(both)}"),
        "minutes": st.integers(1, 600).map(str),
        "lane": lanes.map(" ".join),
        "plate": st.just("桂A·12345 12345"),
        "place": words,
        "text": words,
        "free": words,
    }
    offered = offers(field, facts())
    return by_kind[field.kind] if field.kind in by_kind else st.sampled_from(offered)


@pytest.mark.parametrize("name", TEMPLATES)
@settings(max_examples=30)
@given(drawn=st.data())
def test_nothing_that_is_taken_grows_too_long(name: str, drawn: st.DataObject) -> None:
    """The model refuses texts beyond its limits; and what was kept reads back to itself."""
    template = with_thai(TEMPLATES[name])
    values = {each.id: drawn.draw(longest(each), each.id) for each in template.fields}
    made = filled(template, values)
    if isinstance(made, Notice):
        written = made.model_dump_json(by_alias=True)
        assert Notice.model_validate_json(written).model_dump_json(by_alias=True) == written
        assert filled(template, made.values) == made
    else:
        # What is wrong is always wrong with a field, so that a person can mend it.
        assert all(each.field for each in made)
