"""Pages that answer: the answer, the one question, where to read on, and what may not be said."""

from collections.abc import Sequence
from typing import Final

import pytest

from player.clock import ClockTrust
from player.pack.lookup import EMERGENCY, HELP
from player.stage.session.page import Line, Page
from player.stage.session.views import EmergencyView, HelpView, TopicView
from tests.fakes.content import mourning, recording, source_document
from tests.fakes.desk_pages import (
    Desk,
    actions,
    desk,
    kind_of_traveller,
    named,
    paragraph,
    section,
    topic,
)
from tests.fakes.programme import local

VISA: Final = TopicView("visa")
TRAVELLERS: Final = [kind_of_traveller("citizen"), kind_of_traveller("driver")]
FOR_BOTH: Final = (
    section(paragraph("answer"), paragraph("more")),
    section(paragraph("lorry"), heading="@ wheels", travellers=["driver"]),
    section(paragraph("passport"), heading="@ papers", travellers=["citizen"]),
    section(paragraph("end"), heading="@ everyone"),
)
COUNTER: Final = [
    named("counter", "information", place="hall"),
    named("other-counter", "information"),
    named("police-113", "police", phones=["113"]),
]
PAST: Final = [source_document("2026-01-01", "withdraw")]
LATE: Final = [source_document("2026-01-01", "label")]


def answering(*topics: object, **fields: object) -> Desk:
    return desk({"topics": topics, "travellers": TRAVELLERS, "contacts": COUNTER, **fields})


def texts(page: Page, *kinds: str) -> list[str]:
    return [line.text for line in page.lines if not kinds or line.kind in kinds]


def question(page: Page) -> Line | None:
    return next((line for line in page.lines if line.kind == "choices"), None)


# --- the answer, and who asks ---


def test_answer_comes_first_and_then_the_one_question() -> None:
    page = answering(topic("visa", *FOR_BOTH)).page(VISA)
    assert [line.kind for line in page.lines[:3]] == ["paragraph", "choices", "paragraph"]
    assert texts(page, "choices") == ["en-who"]


def test_question_offers_everyone_and_whom_the_topic_tells_apart() -> None:
    asked = question(answering(topic("visa", *FOR_BOTH[:2])).page(VISA))
    assert asked is not None
    assert (asked.cells, asked.actions, asked.chosen) == (
        ("en-everyone", "en driver"),
        ("traveller:", "traveller:driver"),
        0,
    )


def test_topic_that_tells_nobody_apart_asks_nothing() -> None:
    assert question(answering(topic("visa")).page(VISA, traveller="driver")) is None


@pytest.mark.parametrize(
    ("traveller", "parts"),
    [
        ("", ["answer", "more", "lorry", "passport", "end"]),
        ("driver", ["answer", "more", "lorry", "end"]),
        ("citizen", ["answer", "more", "passport", "end"]),
    ],
)
def test_traveller_reads_the_parts_for_them_and_for_everyone(
    traveller: str, parts: Sequence[str]
) -> None:
    page = answering(topic("visa", *FOR_BOTH)).page(VISA, traveller=traveller)
    assert texts(page, "paragraph") == [f"en {part}" for part in parts]


@pytest.mark.parametrize(("traveller", "chosen"), [("", 0), ("citizen", 1), ("driver", 2)])
def test_choice_in_force_is_marked(traveller: str, chosen: int) -> None:
    asked = question(answering(topic("visa", *FOR_BOTH)).page(VISA, traveller=traveller))
    assert asked is not None
    assert asked.chosen == chosen


def test_kind_of_traveller_a_topic_does_not_know_reads_everything() -> None:
    """Chosen on another page: "everyone" is what this page says is in force."""
    page = answering(topic("visa", *FOR_BOTH[:2])).page(VISA, traveller="citizen")
    assert texts(page, "paragraph") == ["en answer", "en more", "en lorry"]


def test_question_is_asked_even_where_nothing_answers_everyone() -> None:
    desk_ = answering(topic("visa", *FOR_BOTH[1:3]))
    assert question(desk_.page(VISA, traveller="driver")) is not None


@pytest.mark.parametrize(("traveller", "note"), [("", "en-for_whom"), ("driver", "")])
def test_heading_says_for_whom_its_part_is_unless_they_have_said_so(
    traveller: str, note: str
) -> None:
    page = answering(topic("visa", *FOR_BOTH)).page(VISA, traveller=traveller)
    heading = next(line for line in page.lines if line.text == "en wheels")
    assert heading.note.split(" ")[0] == note


# --- languages ---


def test_topic_is_read_in_the_language_of_the_session() -> None:
    page = answering(topic("visa", tags=("vi", "en", "lo"))).page(VISA, "lo")
    assert (page.title, page.language, page.marks) == ("lo visa", "lo", ("lo-sample",))


def test_missing_language_is_told_in_the_readers_own() -> None:
    page = answering(topic("visa")).page(VISA, "lo")
    assert (page.title, page.language) == ("en visa", "en")
    assert page.marks == ("en-sample", "lo-fallback EN")


# --- what may not be said any more ---


def test_outdated_facts_are_shown_and_said_to_be_so() -> None:
    page = answering(topic("visa", sources=LATE)).page(VISA)
    assert "en-outdated" in page.marks
    assert texts(page, "paragraph") == ["en answer"]


def test_withheld_facts_give_way_to_the_counter() -> None:
    page = answering(topic("visa", *FOR_BOTH, sources=PAST, link="https://a.vn")).page(VISA)
    assert [(line.kind, line.text) for line in page.lines] == [
        ("caution", "en-ask_counter"),
        ("contact", "en counter"),
    ]


def test_withheld_page_still_leads_on() -> None:
    topics = (topic("visa", sources=PAST, related=["fees"]), topic("fees"))
    assert actions(answering(*topics).page(VISA)) == ["topic:fees"]


def test_clock_nobody_believes_withholds_what_ends() -> None:
    desk_ = answering(topic("visa", valid={"until": "2027-01-01"}))
    assert texts(desk_.page(VISA), "caution") == []
    unsure = desk_.page(VISA, trust=ClockTrust.UNTRUSTED)
    assert texts(unsure, "caution") == ["en-clock_unknown"]


@pytest.mark.parametrize("contacts", [COUNTER, []], ids=["counter", "no counter"])
def test_unknown_topic_sends_to_the_counter(contacts: list[object]) -> None:
    page = answering(contacts=contacts).page(TopicView("gone"))
    assert texts(page)[0] == "en-ask_counter"
    assert len(page.lines) == (2 if contacts else 1)


# --- where to read on ---


def test_sources_and_the_official_page_close_an_answer() -> None:
    page = answering(topic("visa", sources=LATE, link="https://a.vn/b")).page(VISA)
    link, origin = page.lines[-2:]
    assert (link.kind, link.text, link.note) == ("link", "https://a.vn/b", "en-scan")
    assert (link.lead[:1], link.aspect > 20) == ("M", True)
    assert (origin.kind, origin.text) == (
        "origin",
        "en-source: Gate, 1/2026 · en-effective {date}".replace("{date}", "en:2026-01-01"),
    )


def test_only_related_topics_that_are_offered_are_named() -> None:
    page = answering(
        topic("visa", related=["fees", "soon", "gone"]),
        topic("fees"),
        topic("soon", valid={"from": "2027-01-01", "until": "2027-02-01"}),
    ).page(VISA)
    assert actions(page) == ["topic:fees"]


def test_no_heading_stands_over_nothing_related() -> None:
    assert texts(answering(topic("visa", related=["gone"])).page(VISA), "heading") == []


# --- emergency and help ---


def test_emergency_page_is_the_packs() -> None:
    page = answering(topic(EMERGENCY)).page(EmergencyView())
    assert (page.title, page.icon, texts(page)) == ("en-emergency", "emergency", ["en answer"])


@pytest.mark.parametrize("topics", [(), (topic(EMERGENCY, sources=PAST),)], ids=["none", "late"])
def test_emergency_page_without_the_packs_words_has_the_national_numbers(
    topics: Sequence[object],
) -> None:
    page = answering(*topics).page(EmergencyView())
    numbers = [line.cells[0] for line in page.lines if line.kind == "contact" and line.cells]
    assert numbers == ["113", "114", "115", "112"]
    assert texts(page)[-1] == "en counter"


def test_help_says_how_the_screen_is_used_and_offers_its_topics() -> None:
    page = answering(topic("lost-child", tile=HELP), topic("visa")).page(HelpView())
    assert texts(page, "bullet") == ["en-help_touch", "en-help_modes", "en-help_forget"]
    assert actions(page) == ["topic:lost-child"]


# --- time ---


def test_answer_that_tells_no_hours_does_not_change_by_itself() -> None:
    assert answering(topic("visa")).page(VISA, now=local("2026-11-23T06:50")).fresh_until is None


def test_long_answer_takes_long_to_read() -> None:
    short, long = (
        answering(topic("visa", section(paragraph("word " * count)))).page(VISA).reading_s
        for count in (1, 300)
    )
    assert long - short == pytest.approx(299 * 0.5, abs=0.2)


# --- reading aloud ---


@pytest.mark.parametrize(
    ("volume", "kinds"), [(50, ["paragraph", "listen"]), (None, ["paragraph"])]
)
def test_topic_is_read_aloud_where_the_screen_has_sound(
    volume: int | None, kinds: Sequence[str]
) -> None:
    read = topic("visa", recording="read")
    page = desk(
        {"topics": [read]}, recording("read", {"vi": 9000, "en": 9000}), volume=volume
    ).page(VISA)
    assert [line.kind for line in page.lines[:2]] == kinds


def test_festive_recording_is_not_heard_in_hours_of_mourning() -> None:
    song = {**recording("read", {"vi": 9000, "en": 9000}), "tone": "festive"}
    hours = mourning("2026-11-23", "2026-11-24T12:00:00")
    written = desk(
        {"topics": [topic("visa", recording="read")]}, song, volume=50, occasions=[hours]
    )
    inside, outside = (
        written.page(VISA, now=local(f"2026-11-24T{at}")) for at in ("11:59:59", "12:00")
    )
    assert ["listen" in [line.kind for line in page.lines] for page in (inside, outside)] == [
        False,
        True,
    ]


def test_button_stops_what_it_began() -> None:
    read = topic("visa", recording="read")
    silent = desk({"topics": [read]}, recording("read", {"vi": 9000, "en": 9000}), volume=50)
    before, after = (silent.page(VISA, is_heard=heard).lines[1] for heard in (False, True))
    assert (before.chosen, after.chosen) == (-1, 1)
    assert (before.text, after.text) == ("en-hear_in EN", "en-stop_listening")
    assert after.picture
