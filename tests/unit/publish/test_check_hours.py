"""Opening hours: rules that name what exists, cover all of it, and still matter."""

from datetime import date

import pytest

from player.pack.content import parse_content
from player.publish.built_content import compose, encode_content
from player.publish.codes import Code
from tests.fakes.pack_folder import UNDRAWN, Document, Found, PackFolder

HOURS = "hours.toml"
NAMES = {"vi": "Tên", "en": "Name", "lo": "ຊື່"}


@pytest.fixture
def hours(folder: PackFolder) -> Document:
    """Return good hours of a road and a railway for passengers, and of the road for freight."""
    document: Document = {
        "lanes": [
            {"id": "road", "name": dict(NAMES)},
            {"id": "rail", "name": dict(NAMES), "activities": ["passenger"]},
        ],
        "activities": [
            {"id": "passenger", "name": dict(NAMES)},
            {"id": "freight", "name": dict(NAMES)},
        ],
        "openings": [
            {"activities": ["passenger"], "windows": ["06:00-22:00"]},
            {"lanes": ["road"], "activities": ["freight"], "windows": ["22:00-06:00"]},
        ],
        "exceptions": [
            {
                "activities": ["freight"],
                "from": "2027-02-05",
                "until": "2027-02-09",
                "closed": True,
                "reason": dict(NAMES),
            }
        ],
    }
    folder.documents[HOURS] = document
    return document


def at(code: Code, field: str, language: str = "") -> set[Found]:
    return {(code, HOURS, field, language)}


def test_good_hours_have_no_findings(folder: PackFolder, hours: Document) -> None:
    assert folder.found() == set()
    assert hours


def test_hours_reach_the_built_pack_with_their_words_broken(
    folder: PackFolder, hours: Document
) -> None:
    hours["exceptions"][0]["closed"] = ["07:00-10:00"]
    source = folder.check().source
    assert source.header is not None
    built = compose(source, source.header, {}, folder.tools)
    gate = built.model_copy(update={"items": ()})
    read = parse_content(encode_content(gate)).gate.hours
    assert read is not None
    assert read.lanes[0].name["lo"] == "ຊື່\u200b"
    assert read.exceptions[0].reason["lo"] == "ຊື່\u200b"
    assert read.exceptions[0].closed[0].start_minute == 7 * 60
    assert read.pairs()[0][1].name["vi"] == "Tên"


def test_an_id_used_twice_is_told(folder: PackFolder, hours: Document) -> None:
    hours["lanes"].append({"id": "road", "name": dict(NAMES)})
    assert folder.found() == at(Code.ID_DUPLICATE, "lanes[2].id")


@pytest.mark.parametrize(
    ("place", "name", "code"),
    [
        ("openings", "lanes", Code.LANE_UNKNOWN),
        ("openings", "activities", Code.ACTIVITY_UNKNOWN),
        ("exceptions", "lanes", Code.LANE_UNKNOWN),
        ("lanes", "activities", Code.ACTIVITY_UNKNOWN),
    ],
)
def test_unknown_lanes_and_activities_are_told(
    folder: PackFolder, hours: Document, place: str, name: str, code: Code
) -> None:
    known = {"lanes": "road", "activities": "passenger"}[name]
    hours[place][0][name] = [known, "river"]
    assert at(code, f"{place}[0].{name}[1]") <= folder.found()


def test_an_unreadable_id_hides_what_would_follow_from_it(
    folder: PackFolder, hours: Document
) -> None:
    hours["lanes"][0]["id"] = "Làn 1"
    assert folder.found() == at(Code.BAD_IDENTIFIER, "lanes[0].id")


def test_a_lane_no_opening_covers_is_told(folder: PackFolder, hours: Document) -> None:
    hours["lanes"][1]["activities"] = []
    assert folder.found() == at(Code.LANE_WITHOUT_HOURS, "lanes[1]")


def test_a_rule_about_a_lane_that_does_not_serve_it_is_told(
    folder: PackFolder, hours: Document
) -> None:
    hours["openings"].append(
        {"lanes": ["rail"], "activities": ["freight"], "windows": ["06:00-07:00"]}
    )
    assert folder.found() == at(Code.SCOPE_EMPTY, "openings[2]")


@pytest.mark.parametrize(
    ("before", "after", "overlaps"),
    [
        ({"windows": ["06:00-12:00"]}, {"windows": ["11:59-13:00"]}, True),
        ({"windows": ["06:00-12:00"]}, {"windows": ["12:00-13:00"]}, False),
        (
            {"windows": ["22:00-05:00"], "weekdays": ["sun"]},
            {"windows": ["04:00-06:00"], "weekdays": ["mon"]},
            True,
        ),
        (
            {"windows": ["22:00-05:00"], "weekdays": ["sat"]},
            {"windows": ["04:00-06:00"], "weekdays": ["mon"]},
            False,
        ),
        ({"windows": ["00:00-24:00"], "lanes": ["road"]}, {"windows": ["06:00-07:00"]}, True),
        (
            {"windows": ["00:00-24:00"], "lanes": ["road"]},
            {"windows": ["00:00-24:00"], "lanes": ["rail"]},
            False,
        ),
    ],
)
def test_openings_that_overlap_are_told(
    folder: PackFolder, hours: Document, before: Document, after: Document, *, overlaps: bool
) -> None:
    del hours["exceptions"]
    for lane in hours["lanes"]:
        lane["activities"] = ["passenger"]
    hours["activities"] = hours["activities"][:1]
    hours["openings"] = [before, after]
    found = folder.found() - at(Code.LANE_WITHOUT_HOURS, "lanes[0]")
    assert found - at(Code.LANE_WITHOUT_HOURS, "lanes[1]") == (
        at(Code.OPENINGS_OVERLAP, "openings[1].windows") if overlaps else set()
    )


def test_an_exception_that_is_over_is_told(folder: PackFolder, hours: Document) -> None:
    assert hours
    assert folder.found(date(2027, 2, 9)) == set()
    assert folder.found(date(2027, 2, 10)) == at(Code.EXCEPTION_OVER, "exceptions[0].until")


@pytest.mark.parametrize(
    ("later", "hides"),
    [
        ({"from": "2027-02-01", "until": "2027-02-28"}, True),
        ({"from": "2027-02-05"}, True),
        ({"from": "2027-02-06"}, False),
        ({"from": "2027-02-05", "until": "2027-02-08"}, False),
        ({"from": "2027-02-01", "activities": ["passenger"]}, False),
    ],
)
def test_an_exception_a_later_one_hides_is_told(
    folder: PackFolder, hours: Document, later: Document, *, hides: bool
) -> None:
    hours["exceptions"].append({"closed": True, "reason": dict(NAMES), **later})
    expected = at(Code.EXCEPTION_OVERRIDDEN, "exceptions[0]") if hides else set()
    assert folder.found() == expected


def test_an_exception_without_an_end_outlasts_any_other(
    folder: PackFolder, hours: Document
) -> None:
    del hours["exceptions"][0]["until"]
    hours["exceptions"].append({**hours["exceptions"][0], "until": "2027-12-31"})
    assert folder.found() == set()


def test_an_exception_without_a_reason_is_told(folder: PackFolder, hours: Document) -> None:
    del hours["exceptions"][0]["reason"]
    assert folder.found() == at(Code.EXCEPTION_UNEXPLAINED, "exceptions[0].reason")


@pytest.mark.parametrize(
    ("place", "name"), [("lanes", "name"), ("activities", "name"), ("exceptions", "reason")]
)
def test_words_missing_in_a_required_language_are_told(
    folder: PackFolder, hours: Document, place: str, name: str
) -> None:
    del hours[place][0][name]["en"]
    assert folder.found() == at(Code.WORDS_MISSING, f"{place}[0].{name}.en", "en")


def test_words_no_font_draws_are_told(folder: PackFolder, hours: Document) -> None:
    hours["exceptions"][0]["reason"]["vi"] = UNDRAWN
    assert folder.found() == at(Code.GLYPH_MISSING, "exceptions[0].reason.vi", "vi")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"openings": "all day"}, (Code.WRONG_TYPE, HOURS, "openings", "")),
        ({"lanes": ["Ga"]}, (Code.BAD_IDENTIFIER, HOURS, "lanes[0]", "")),
        ({"holidays": []}, (Code.FIELD_UNKNOWN, HOURS, "holidays", "")),
    ],
)
def test_faulty_fields_are_told_and_read_round(
    folder: PackFolder, hours: Document, change: Document, expected: Found
) -> None:
    hours |= change
    assert expected in folder.found()


@pytest.mark.parametrize(
    ("exception", "code", "field"),
    [
        ({"from": "2027-02-05"}, Code.EXCEPTION_EMPTY, ""),
        ({"from": "5/2", "closed": True}, Code.BAD_DATE, ".from"),
        ({"closed": True}, Code.FIELD_MISSING, ".from"),
        ({"from": "2027-02-05", "closed": ["7-10"]}, Code.BAD_CLOCK_RANGE, ".closed[0]"),
        ({"from": "2027-02-05", "open": ["7-10"]}, Code.BAD_CLOCK_RANGE, ".open[0]"),
        (
            {"from": "2027-02-05", "until": "2027-02-01", "closed": True},
            Code.WINDOW_ENDS_FIRST,
            "",
        ),
        ("Tết", Code.WRONG_TYPE, ""),
    ],
)
def test_a_faulty_exception_is_the_only_thing_told(
    folder: PackFolder, hours: Document, exception: object, code: Code, field: str
) -> None:
    if isinstance(exception, dict):
        exception = {**exception, "reason": dict(NAMES)}
    hours["exceptions"] = [exception]
    assert folder.found() == at(code, f"exceptions[0]{field}")


@pytest.mark.parametrize("opening", [{}, {"windows": []}, {"windows": ["07:00-07:00"]}])
def test_a_faulty_opening_is_told(folder: PackFolder, hours: Document, opening: Document) -> None:
    hours["openings"].append(opening)
    ((code, _, field, _),) = (
        each for each in folder.found() if each[0] is not Code.OPENINGS_OVERLAP
    )
    assert field.startswith("openings[2].windows")
    assert code in {Code.FIELD_MISSING, Code.EMPTY, Code.BAD_CLOCK_RANGE}


def test_hours_in_the_pack_file_are_not_used(folder: PackFolder) -> None:
    folder.pack["gate"]["hours"] = {}
    assert (Code.FIELD_OF_THE_BUILD, "pack.toml", "gate.hours", "") in folder.found()


BOARD = "slides/hours.toml"


@pytest.fixture
def board(folder: PackFolder) -> Document:
    """Return an item that shows all hours of the gate."""
    item = {**folder.slide("papers"), "id": "hours", "kind": "hours"}
    del item["issued"]
    folder.documents[BOARD] = item
    folder.playlists[0]["items"].append("hours")
    return item


def test_a_board_of_hours_is_fine(folder: PackFolder, hours: Document, board: Document) -> None:
    board["lanes"] = [hours["lanes"][0]["id"]]
    assert folder.found() == set()


def test_a_board_at_a_gate_without_hours_is_told(folder: PackFolder, board: Document) -> None:
    assert board
    assert folder.found() == {(Code.HOURS_MISSING, BOARD, "kind", "")}


def test_a_board_of_hours_that_cannot_be_read_is_told_of_by_them_alone(
    folder: PackFolder, board: Document
) -> None:
    folder.files[HOURS] = b"lanes = ["
    assert board
    assert {code for code, *_ in folder.found()} == {Code.TOML_SYNTAX, Code.HOURS_MISSING}


@pytest.mark.parametrize(
    ("field", "code"),
    [("lanes", Code.LANE_UNKNOWN), ("activities", Code.ACTIVITY_UNKNOWN)],
)
def test_a_board_of_what_the_gate_does_not_have_is_told(
    folder: PackFolder, hours: Document, board: Document, field: str, code: Code
) -> None:
    board[field] = ["river"]
    assert hours
    assert folder.found() == {(code, BOARD, f"{field}[0]", "")}


def test_a_board_that_would_be_empty_is_told(
    folder: PackFolder, hours: Document, board: Document
) -> None:
    board |= {"lanes": ["rail"], "activities": ["freight"]}
    assert hours
    assert folder.found() == {(Code.SCOPE_EMPTY, BOARD, "lanes", "")}


def test_a_board_stays_long_enough_to_find_a_lane_on_it(
    folder: PackFolder, hours: Document, board: Document
) -> None:
    def seconds() -> int:
        source = folder.check().source
        assert source.header is not None
        built = compose(source, source.header, {}, folder.tools)
        return built.item_by_id["hours"].text["vi"].duration_s

    assert board
    for lane in hours["lanes"]:
        lane["name"] = dict.fromkeys(NAMES, "x" * 40)
    short = seconds()
    hours["lanes"][0]["name"]["vi"] = "x" * 80
    assert seconds() == short + 2 * 40 // 10
