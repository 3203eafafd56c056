"""Every kind of block as lines, in the reader's language and for this screen."""

from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.session.page import Line
from player.stage.session.views import TopicView
from tests.fakes.content import Document, picture_document
from tests.fakes.desk_pages import NOON, Desk, demo_desk, desk, named, section, topic

PLACES: Final = [
    named("hall", sign="4", x=0.25, y=0.5),
    named("yard", sign="", x=0.75, y=0.5),
]
PLAN: Final = {"picture": {**picture_document(), "alt": {"vi": "vi plan", "en": "en plan"}}}
CONTACTS: Final = [
    named("desk", "information", place="hall", note={"en": "en note"}, sample=True),
    named("police", "police", phones=["113", "+84 24 1"]),
]


def answering(*blocks: Document, here: str = "", picture: Document | None = None) -> Desk:
    told = topic("visa", section(*blocks), sample=False, picture=picture)
    plan = {**PLAN, "places": PLACES}
    return desk({"topics": [told], "contacts": CONTACTS, "plan": plan}, here=here)


def lines(*blocks: Document, language: str = "en", here: str = "") -> tuple[Line, ...]:
    return answering(*blocks, here=here).page(TopicView("visa"), language).lines


def test_steps_are_numbered_and_say_where_with_the_sign_that_hangs_there() -> None:
    steps = {"kind": "steps", "steps": [{"text": "@ go"}, {"text": "@ show", "place": "hall"}]}
    first, second = lines(steps)
    assert (first.lead, first.text, first.note, first.sign) == ("1", "en go", "", "")
    assert (second.lead, second.text, second.note, second.sign) == ("2", "en show", "en hall", "4")


def test_step_at_a_place_nobody_knows_is_still_told() -> None:
    steps = {"kind": "steps", "steps": [{"text": "@ go", "place": "moon"}]}
    assert [(line.text, line.note) for line in lines(steps)] == [("en go", "")]


def test_bullets_are_lines_of_their_own() -> None:
    told = lines({"kind": "bullets", "entries": ["@ one", "@ two"]})
    assert [(line.kind, line.text) for line in told] == [("bullet", "en one"), ("bullet", "en two")]


def test_table_has_its_headings_first_and_columns_as_wide_as_their_words() -> None:
    table = {
        "kind": "table",
        "align": ["start", "end"],
        "headings": ["@ what", "@"],
        "rows": [["@ a long service that is paid for", "1"], ["@ visa", "2"]],
    }
    head, *rows = lines(table)
    assert (head.kind, [row.kind for row in rows]) == ("headings", ["cells", "cells"])
    assert rows[1].cells == ("en visa", "2")
    assert {line.align for line in (head, *rows)} == {("start", "end")}
    assert len({line.weights for line in (head, *rows)}) == 1
    assert head.weights[0] > head.weights[1] > 0


def test_heading_of_a_table_is_nothing_without_its_first_row() -> None:
    table = {"kind": "table", "align": ["start"], "headings": ["@"], "rows": [["@"]]}
    assert [line.leads_on for line in lines(table)] == [True, False]


def test_phrase_shows_staff_vietnamese_and_the_traveller_what_it_means() -> None:
    (line,) = lines({"kind": "phrases", "phrases": ["@ help"]})
    assert (line.text, line.language) == ("vi help", "vi")
    assert (line.note, line.note_language) == ("en help", "en")


def test_phrase_for_a_vietnamese_reader_is_told_once() -> None:
    (line,) = lines({"kind": "phrases", "phrases": ["@ help"]}, language="vi")
    assert (line.text, line.note) == ("vi help", "")


def test_phrase_without_its_vietnamese_is_still_told() -> None:
    told = topic("visa", section({"kind": "phrases", "phrases": ["@ help"]}), tags=("en",))
    (line,) = desk({"topics": [{**told, "sample": False}]}).page(TopicView("visa")).lines
    assert (line.text, line.language, line.note) == ("en help", "en", "")


def test_contacts_say_who_where_and_by_which_numbers() -> None:
    told = lines({"kind": "contacts", "contacts": ["desk", "nobody", "police"]})
    assert [(each.text, each.note, each.sign, each.cells) for each in told] == [
        ("en desk", "en hall · en note · en-sample", "4", ()),
        ("en police", "", "", ("113", "+84 24 1")),
    ]


@pytest.mark.parametrize(
    ("places", "here", "names", "own"),
    [
        ([], "", ["en hall", "en yard"], -1),
        ([], "yard", ["en hall", "en yard – en-you_are_here"], 1),
        (["hall"], "", ["en hall"], -1),
        (["hall"], "yard", ["en hall", "en yard – en-you_are_here"], 1),
        (["hall"], "moon", ["en hall"], -1),
    ],
)
def test_plan_shows_the_places_meant_and_where_this_screen_is(
    places: list[str], here: str, names: list[str], own: int
) -> None:
    (line,) = lines({"kind": "plan", "places": places}, here=here)
    assert (list(line.cells), line.here) == (names, own)
    assert len(line.xs) == len(line.ys) == len(line.align) == len(line.actions) == len(names)
    assert line.note == ""


def test_plan_of_a_pack_without_one_is_left_out() -> None:
    told = topic("visa", section({"kind": "plan"}), sample=False)
    assert desk({"topics": [told]}).page(TopicView("visa")).lines == ()


def test_picture_follows_the_text_and_is_left_out_where_it_is_damaged() -> None:
    paragraph = {"kind": "paragraph", "text": "@"}
    picture = {**picture_document(), "alt": {"vi": "vi gate", "en": "en gate"}}
    desk_ = answering(paragraph, picture=picture)
    told = desk_.page(TopicView("visa")).lines
    assert [(line.kind, line.text) for line in told] == [
        ("paragraph", "en"),
        ("picture", "en gate"),
    ]
    desk_.pack.damaged.add("0" * 64)
    assert [line.kind for line in desk_.page(TopicView("visa")).lines] == ["paragraph"]


# --- opening hours of a demo gate ---


def test_hours_stand_as_they_are_now_and_say_when_they_change() -> None:
    page = demo_desk("huu-nghi").page(TopicView("today"), now=NOON)
    hours = [line for line in page.lines if line.kind == "hours"]
    assert {line.status for line in hours} <= {"open", "closed"}
    assert all(line.lead and line.cells for line in hours)
    assert page.fresh_until is not None
    assert page.fresh_until > NOON


def test_neighbours_clock_is_named_where_it_shows_another_time() -> None:
    page = demo_desk("huu-nghi").page(TopicView("today"), now=NOON)
    change = next(line.cells[0] for line in page.lines if line.kind == "hours")
    assert "(" in change


def test_lanes_are_unknown_to_a_clock_nobody_believes() -> None:
    page = demo_desk("huu-nghi").page(TopicView("today"), trust=ClockTrust.UNTRUSTED)
    assert {line.status for line in page.lines if line.kind == "hours"} == {"unknown"}
