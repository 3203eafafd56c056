"""Opening hours in words: what is said of a lane, by whose clock, and until when it stays true."""

import json
from datetime import date
from typing import Final

import pytest

from player import resources
from player.clock import ClockTrust
from player.pack.gate import Gate
from player.pack.item import HoursBoard
from player.pack.language import Words
from player.stage.hours_words import Board, HoursWriter
from player.stage.phrases import Phrases
from player.stage.scene import HoursRow
from tests.fakes.content import GATE_ZONE, Document, item_document
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

SHANGHAI: Final = "Asia/Shanghai"
TAGS: Final = ("vi", "en", "zh", "lo", "km")
PHRASES: Final = Phrases(
    {
        tag: json.loads((resources.assets() / "strings" / f"{tag}.json").read_text("utf-8"))
        for tag in TAGS
    }
)
ALL: Final = HoursBoard.model_validate({**item_document("hours"), "kind": "hours"})
MORNINGS: Final = {"windows": ["07:00-11:30"]}


def gate_beside(neighbour: str) -> Gate:
    return Gate.model_validate(
        {
            "id": "gate",
            "name": {},
            "province": {"en": "Here"},
            "time_zone": GATE_ZONE,
            "neighbour": {"country": "CN", "name": {"en": "There"}, "time_zone": neighbour},
        }
    )


def day_text(_tag: str, day: date) -> str:
    return f"{day}"


def words_in(tag: str, words: Words) -> str:
    return words.get(tag, words.get("vi", ""))


def board(
    at: str,
    openings: list[Document],
    exceptions: list[Document] | None = None,
    *,
    tag: str = "en",
    neighbour: str = GATE_ZONE,
    trust: ClockTrust = ClockTrust.TRUSTED,
) -> Board:
    lanes = [{"id": "road", "name": {"vi": "Đường bộ", "en": "Road"}, "activities": ["passenger"]}]
    hours = make_hours(openings, exceptions or (), lanes)
    writer = HoursWriter(gate_beside(neighbour), hours, PHRASES, day_text, words_in)
    return writer.board(ALL, tag, local(at), trust, ("Here", "There"))


def whole(
    at: str,
    *openings: Document,
    tag: str = "en",
    neighbour: str = GATE_ZONE,
    trust: ClockTrust = ClockTrust.TRUSTED,
) -> str:
    """Say how the gate as a whole stands."""
    hours = make_hours(openings or (MORNINGS,))
    writer = HoursWriter(gate_beside(neighbour), hours, PHRASES, day_text, words_in)
    found = writer.whole(tag, local(at), trust, ("Here", "There"))
    return " / ".join(part for part in (found.word, found.change) if part)


def row(at: str, openings: list[Document], exceptions: list[Document] | None = None) -> HoursRow:
    (found,) = board(at, openings, exceptions).rows
    return found


def said(found: HoursRow) -> str:
    parts = (found.word, found.change, *found.times, found.countdown, found.reason)
    return " / ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T06:50", "Closed now / Opens at / 07:00 / in 10 min"),
        ("2026-11-23T06:59:30", "Closed now / Opens at / 07:00 / in 1 min"),
        ("2026-11-23T07:00", "Open now / Closes at / 11:30 / in 4 h 30 min"),
        ("2026-11-23T10:30", "Open now / Closes at / 11:30 / in 1 h"),
        ("2026-11-23T11:30", "Closed now / Opens tomorrow at / 07:00"),
        ("2026-11-23T00:30", "Closed now / Opens at / 07:00"),
    ],
)
def test_a_lane_says_whether_it_is_open_and_when_that_changes(at: str, expected: str) -> None:
    assert said(row(at, [MORNINGS])) == expected


@pytest.mark.parametrize(
    ("weekday", "expected"),
    [
        ("tue", "Closed today / Opens tomorrow at / 07:00"),
        ("wed", "Closed today / Opens Wednesday at / 07:00"),
        ("sun", "Closed today / Opens Sunday at / 07:00"),
    ],
)
def test_days_ahead_have_names(weekday: str, expected: str) -> None:
    assert said(row("2026-11-23T09:00", [{**MORNINGS, "weekdays": [weekday]}])) == expected


def test_a_day_a_week_ahead_is_a_date() -> None:
    closed = {"from": "2026-11-23", "until": "2026-11-29", "closed": True}
    found = row("2026-11-23T09:00", [MORNINGS], [closed])
    assert said(found) == "Closed today / Opens 2026-11-30 at / 07:00"


def test_the_reason_of_an_exception_is_told_in_the_readers_language() -> None:
    pause = {
        "from": "2026-11-23",
        "until": "2026-11-23",
        "closed": ["08:00-09:00"],
        "reason": {"vi": "Lễ", "en": "Ceremony"},
    }
    assert said(row("2026-11-23T08:30", [MORNINGS], [pause])).endswith("in 30 min / Ceremony")
    (lao,) = board("2026-11-23T08:30", [MORNINGS], [pause], tag="lo").rows
    assert lao.reason == "Lễ"
    assert (lao.lane, lao.status) == ("Đường bộ", "closed")


def test_what_has_no_end_is_said_without_a_time() -> None:
    assert said(row("2026-11-23T08:00", [{"windows": ["00:00-24:00"]}])) == (
        "Open now / Open day and night"
    )
    shut = {"from": "2026-11-01", "closed": True, "reason": {"en": "Flood"}}
    assert said(row("2026-11-23T08:00", [MORNINGS], [shut])) == (
        "Closed today / Reopening not announced / Flood"
    )


def test_what_closes_at_midnight_closes_at_the_end_of_the_day() -> None:
    assert said(row("2026-11-23T20:00", [{"windows": ["18:00-24:00"]}])) == (
        "Open now / Closes at / 24:00 / in 4 h"
    )


def test_both_clocks_are_told_where_they_differ() -> None:
    found = board("2026-11-23T06:50", [MORNINGS], neighbour=SHANGHAI)
    assert found.clocks == ("Here time", "There time")
    assert found.rows[0].times == ("07:00", "08:00")


def test_a_clock_that_shows_another_day_says_so() -> None:
    found = board("2026-11-23T20:00", [{"windows": ["06:00-23:30"]}], neighbour=SHANGHAI)
    assert found.rows[0].times == ("23:30", "00:30 (+1)")


def test_a_board_stays_true_until_its_next_minute() -> None:
    assert board("2026-11-23T06:50:30", [MORNINGS]).fresh_until == local("2026-11-23T06:51")
    assert board("2026-11-23T12:00", [MORNINGS]).fresh_until == local("2026-11-24T00:00")


def test_without_a_trusted_clock_travellers_are_sent_to_an_officer() -> None:
    found = board("2026-11-23T08:00", [MORNINGS], trust=ClockTrust.UNTRUSTED)
    (only,) = found.rows
    assert said(only) == "Please ask an officer"
    assert (only.status, found.fresh_until) == ("unknown", None)


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_says_all_of_it_in_its_own_words(tag: str) -> None:
    instants = ("2026-11-23T06:50", "2026-11-23T05:00", "2026-11-23T08:00", "2026-11-23T12:00")
    for at in instants:
        (found,) = board(at, [MORNINGS], tag=tag).rows
        for text in (found.word, found.change, found.countdown):
            assert "{" not in text
            assert tag == "en" or text not in {PHRASES.say("en", "hours_open"), "Opens at"}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T06:50", "Closed now / Opens at 07:00"),
        ("2026-11-23T08:00", "Open now / Closes at 11:30"),
        ("2026-11-23T12:00", "Closed now / Opens tomorrow at 07:00"),
    ],
)
def test_gate_as_a_whole_says_when_that_changes(at: str, expected: str) -> None:
    assert whole(at) == expected


def test_gate_as_a_whole_tells_it_by_both_clocks() -> None:
    assert whole("2026-11-23T12:00", neighbour=SHANGHAI) == (
        "Closed now / Opens tomorrow at 07:00\u00a0(Here) · 08:00\u00a0(There)"
    )


def test_gate_that_opens_again_on_another_day_says_which() -> None:
    weekdays = {"windows": ["07:00-11:30"], "weekdays": ["thu"]}
    assert whole("2026-11-23T12:00", weekdays) == "Closed now / Opens Thursday at 07:00"


def test_gate_as_a_whole_is_unknown_by_a_clock_nobody_believes() -> None:
    assert whole("2026-11-23T12:00", trust=ClockTrust.UNTRUSTED) == "Please ask an officer"
