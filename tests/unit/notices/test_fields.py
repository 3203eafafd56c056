"""What may be chosen or typed in each kind of field, and what is kept of it."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from player.notices.fields import Posting, Reason, asked, is_offered, keep_field, offers
from player.pack.notice_template import TemplateField
from tests.fakes.templates import SENT, TEMPLATES, facts, voice

POSTING = Posting(facts(), SENT, ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY, TOMORROW = "2027-04-15", "2027-04-16"


def field(kind: str, *, optional: bool = False) -> TemplateField:
    return TemplateField.model_validate({"id": "x", "kind": kind, "optional": optional})


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("windows", "07:00-10:00", f"{TODAY} 07:00-10:00"),
        ("windows", "7h – 10h30 ; 15:30 -17:30", f"{TODAY} 07:00-10:30, 15:30-17:30"),
        ("windows", "hôm nay 7h-8h, mai 7h-9h", f"{TODAY} 07:00-08:00; {TOMORROW} 07:00-09:00"),
        ("windows", "mai 22:00-5:00", f"{TOMORROW} 22:00-05:00"),
        ("windows", "16/4 7:00-24:00", f"{TOMORROW} 07:00-24:00"),
        ("windows", "1/1 7:00-8:00", "2028-01-01 07:00-08:00"),
        ("windows", "15:30-17:30, 07:00-10:00", f"{TODAY} 07:00-10:00, 15:30-17:30"),
        ("time", "15h", f"{TODAY} 15:00"),
        ("time", "tomorrow 8:30", f"{TOMORROW} 08:30"),
        ("date", "mai", TOMORROW),
        ("date", "15/4 - 18/4", f"{TODAY} 2027-04-18"),
        ("opening", "closed", "closed"),
        ("opening", "9h-14h, 15:00-16:00", "09:00-14:00, 15:00-16:00"),
        ("minutes", "045", "45"),
        ("level", "3", "3"),
        ("lane", "lane-3, hall", "hall lane-3"),
        ("activity", "freight", "freight"),
        ("zone", "Asia/Shanghai", "Asia/Shanghai"),
        ("place", "counter-3", "counter-3"),
        ("place", "  gần   cổng số 2 ", "gần cổng số 2"),
        ("plate", " 12a-345.67", "12A-345.67"),
        ("plate", "桂a·12345", "桂A·12345"),
        ("plate", "ກຂ 1234", "ກຂ 1234"),
        ("text", "QL\u202e 1A\n", "QL 1A"),
        ("free", "Dòng một\r\n\r\n  dòng   hai ", "Dòng một\ndòng hai"),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept_in_one_form_that_reads_back(
    kind: str, typed: str, kept: str
) -> None:
    assert keep_field(field(kind), typed, POSTING) == kept
    assert keep_field(field(kind), kept, POSTING) == kept


@pytest.mark.parametrize(
    ("kind", "typed", "reason"),
    [
        ("windows", "", Reason.MISSING),
        ("windows", "sáng mai", Reason.NO_WINDOWS),
        ("windows", "7:00-7:00", Reason.NO_WINDOWS),
        ("windows", "7:60-8:00", Reason.NO_WINDOWS),
        ("windows", "25:00-26:00", Reason.NO_WINDOWS),
        ("windows", "31/2 7:00-8:00", Reason.NO_WINDOWS),
        ("windows", "2037-04-15 7:00-8:00", Reason.NO_WINDOWS),
        ("windows", "mai", Reason.NO_WINDOWS),
        ("windows", "05:00-06:30", Reason.OVER),
        ("windows", ", ".join(f"{n:02}:00-{n:02}:30" for n in range(7, 14)), Reason.MANY_WINDOWS),
        ("windows", "16/4 7h-8h, 17/4 7h-8h, 18/4 7h-8h, 19/4 7h-8h", Reason.MANY_WINDOWS),
        ("time", "khoảng 3 giờ", Reason.NO_TIME),
        ("time", "8:00 9:00", Reason.NO_TIME),
        ("time", "24:00", Reason.NO_TIME),
        ("time", "06:30", Reason.OVER),
        ("date", "18/4 15/4", Reason.NO_DATE),
        ("date", "15/4 16/4 17/4", Reason.NO_DATE),
        ("date", "14/4", Reason.OVER),
        ("opening", "9h", Reason.NO_OPENING),
        ("opening", "00:00-24:00", Reason.NO_OPENING),
        ("opening", "22:00-05:00", Reason.NO_OPENING),
        ("minutes", "0", Reason.OUT_OF_RANGE),
        ("minutes", "601", Reason.OUT_OF_RANGE),
        ("minutes", "-5", Reason.OUT_OF_RANGE),
        ("minutes", "٤٥", Reason.OUT_OF_RANGE),
        ("level", "6", Reason.NOT_OFFERED),
        ("lane", "lane-9", Reason.NOT_OFFERED),
        ("activity", "cattle", Reason.NOT_OFFERED),
        ("zone", "Asia/Vientiane", Reason.NOT_OFFERED),
        ("place", "x" * 51, Reason.TOO_LONG),
        ("plate", "không", Reason.NO_PLATE),
        ("plate", "12A<b>", Reason.NO_PLATE),
        ("plate", "12A-345.67-12A-345", Reason.TOO_LONG),
        ("text", "\u202e\u200f", Reason.MISSING),
        ("free", "x" * 401, Reason.TOO_LONG),
    ],
)
def test_what_cannot_be_taken_is_refused_for_a_reason(
    kind: str, typed: str, reason: Reason
) -> None:
    assert keep_field(field(kind), typed, POSTING) is reason


def test_optional_field_may_be_left_out() -> None:
    assert keep_field(field("level", optional=True), " ", POSTING) == ""


def test_times_are_read_by_the_clock_that_was_chosen() -> None:
    """At 23:30 in Hà Nội it is tomorrow in Beijing."""
    late = datetime.fromisoformat("2027-04-15T23:30:00+07:00")
    beijing = replace(POSTING, sent=late, zone=ZoneInfo("Asia/Shanghai"))
    assert keep_field(field("windows"), "8h-9h", beijing) == f"{TOMORROW} 08:00-09:00"


def test_everything_that_is_offered_is_taken() -> None:
    for template in TEMPLATES.values():
        for each in template.fields:
            for value in offers(each, POSTING.facts):
                assert keep_field(each, value, POSTING) == value


def test_places_are_lanes_and_spots_whose_names_find_room() -> None:
    assert offers(field("place"), facts()) == ("hall", "lane-2", "lane-3", "counter-3", "first-aid")
    named = facts(lanes={"hall": "Hall", "road": "x" * 60})
    assert offers(field("place"), named) == ("hall", "counter-3", "first-aid")


def ids(name: str, country: str, lanes: dict[str, str]) -> list[str]:
    return [each.id for each in asked(TEMPLATES[name], facts(country, lanes), SENT)]


def test_nobody_is_asked_what_there_is_no_choice_about() -> None:
    many, one = {"a": "A", "b": "B"}, {"a": "A"}
    assert ids("lane-paused", "CN", many) == ["lane", "windows", "zone", "activity"]
    assert ids("lane-paused", "LA", one) == ["windows", "activity"]


def test_gate_that_says_no_hours_is_not_offered_what_asks_for_a_lane() -> None:
    bare = replace(facts(), gate=facts().gate.model_copy(update={"hours": None}))
    assert not is_offered(TEMPLATES["lane-paused"], bare)
    assert is_offered(TEMPLATES["fire"], bare)
    assert is_offered(TEMPLATES["ceremony"], bare)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    assert voice().say("vi", f"refused_{reason.value}")
