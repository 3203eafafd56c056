"""Opening hours as files write them, and as older and newer players read them."""

import pytest
from pydantic import ValidationError

from player.errors import PackFormatError
from player.pack.content import parse_content
from player.pack.hours import Hours, HoursException
from player.publish.built_content import encode
from tests.fakes.content import content_document, item_document

HOURS = {
    "lanes": [
        {"id": "road", "name": {"vi": "Đường bộ"}},
        {"id": "rail", "name": {"vi": "Đường sắt"}, "activities": ["passenger"]},
    ],
    "activities": ["passenger", "freight"],
    "openings": [{"windows": ["07:00-17:00"]}],
}


def test_lanes_serve_all_activities_unless_they_name_some() -> None:
    pairs = [(lane.id, activity.id) for lane, activity in Hours.model_validate(HOURS).pairs()]
    assert pairs == [("road", "passenger"), ("road", "freight"), ("rail", "passenger")]


def test_pairs_are_those_asked_for() -> None:
    pairs = Hours.model_validate(HOURS).pairs(["rail", "road"], ["freight"])
    assert [(lane.id, activity.id) for lane, activity in pairs] == [("road", "freight")]


@pytest.mark.parametrize(
    ("written", "is_whole_day"),
    [(True, True), (["00:00-24:00"], True), (["00:00-23:00"], False), (["07:00-07:30"], False)],
)
def test_closed_is_a_whole_day_or_windows(written: object, *, is_whole_day: bool) -> None:
    exception = HoursException.model_validate({"from": "2027-02-05", "closed": written})
    assert exception.is_whole_day_closed is is_whole_day


@pytest.mark.parametrize("nothing", [{}, {"closed": False}, {"open": [], "closed": []}])
def test_an_exception_must_say_something(nothing: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="neither open nor closed"):
        HoursException.model_validate({"from": "2027-02-05", **nothing})


def test_an_exception_lasts_through_its_last_day_or_until_further_notice() -> None:
    ended = HoursException.model_validate(
        {"from": "2027-02-05", "until": "2027-02-05", "closed": True}
    )
    assert ended.holds_on(ended.start)
    open_ended = HoursException.model_validate({"from": "2027-02-05", "closed": True})
    assert open_ended.holds_on(ended.start.replace(year=2099))
    assert not open_ended.holds_on(ended.start.replace(year=2026))


def test_a_gate_without_hours_is_a_gate() -> None:
    assert parse_content(encode(content_document())).gate.hours is None


def test_hours_with_fields_of_a_newer_format_are_read() -> None:
    document = content_document()
    document["gate"]["hours"] = {**HOURS, "holidays": {"lunar": True}}
    hours = parse_content(encode(document)).gate.hours
    assert hours is not None
    assert hours.lanes[1].activities == ("passenger",)


def test_a_board_of_hours_needs_a_gate_that_has_some() -> None:
    item = {**item_document("hours"), "kind": "hours"}
    document = content_document([item])
    with pytest.raises(PackFormatError, match="hours"):
        parse_content(encode(document))
    document["gate"]["hours"] = HOURS
    assert parse_content(encode(document)).item_by_id.keys() == {"hours"}
