"""What a gate may say itself: within the pack's limits, for the day it is said, and no longer."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.clock import ClockTrust
from player.pack.content import Content
from player.pack.item import Table
from player.pack.lookup import Lookup
from player.pack.table import Amount, Cell
from player.schedule.hours import OpeningHours, Status
from player.stage.local_facts import Corrected, Refusal, correct, correct_lookup, refusal
from player.stage.scene import TableScene
from player.store.gate_orders import LocalFact
from tests.fakes.composing import FakePack, composer
from tests.fakes.content import GATE_ZONE, Document, content_document, table_document
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

TRUSTED, UNTRUSTED = ClockTrust.TRUSTED, ClockTrust.UNTRUSTED
TITLE: Final = {"vi": "Điều cần nói"}
ASK: Final = {"vi": "Xin hỏi quầy", "en": "Ask the counter"}
FACTS: Final[Document] = {
    "phones": [
        {"id": "duty", "title": TITLE, "contact": "gate-duty", "begins": ["0205", "+84 205"]}
    ],
    "openings": [
        {"id": "road-today", "title": TITLE, "lanes": ["road"], "within": "06:00-22:00"},
        {"id": "night", "title": TITLE, "lanes": ["road"], "within": "20:00-06:00"},
    ],
    "rates": [
        {
            "id": "cny",
            "title": TITLE,
            "item": "rates",
            "row": 1,
            "column": 2,
            "percent": 5,
            "ask": ASK,
        }
    ],
}
MORNING, NOON, NEXT = "2026-11-23T08:15", "2026-11-23T12:00", "2026-11-24T00:00"


def pack(**changes: object) -> Content:
    """Return a pack with a rate of 3600, a road open from 7 to 17, and the facts above."""
    rates = table_document("rates", [["1 CNY", {"amount": 3600, "currency": "VND"}]])
    document = {**content_document([rates]), "local_facts": FACTS, **changes}
    content = Content.model_validate(document)
    hours = make_hours([{"windows": ["07:00-17:00"]}])
    return content.model_copy(update={"gate": content.gate.model_copy(update={"hours": hours})})


def said(at: str = MORNING, **values: str) -> dict[str, LocalFact]:
    return {
        id_.replace("_", "-"): LocalFact(value=value, at=local(at), by="Lan")
        for id_, value in values.items()
    }


def corrected(
    facts: dict[str, LocalFact], now: str = NOON, trust: ClockTrust = TRUSTED
) -> Corrected:
    return correct(pack(), facts, local(now), trust)


def rate(found: Corrected) -> Cell:
    table = found.content.item_by_id["rates"]
    assert isinstance(table, Table)
    return table.rows[0][1]


def is_open(found: Corrected, at: str) -> bool:
    assert found.content.gate.hours is not None
    rules = OpeningHours(found.content.gate.hours, ZoneInfo(GATE_ZONE))
    return rules.standing("road", "passenger", local(at), TRUSTED).status is Status.OPEN


# --- what may be said ---


@pytest.mark.parametrize(
    ("id_", "value", "expected"),
    [
        ("nothing", "1", Refusal.UNKNOWN),
        ("duty", "0205 386 1234", None),
        ("duty", "+84 205 386 1234", None),
        ("duty", "0912 345 678", Refusal.BEGINS),
        ("duty", "call me", Refusal.FORM),
        ("duty", "", Refusal.FORM),
        ("road-today", "08:00-11:00, 13:00-16:30", None),
        ("road-today", "closed", None),
        ("road-today", "05:59-11:00", Refusal.OUTSIDE),
        ("road-today", "08:00-22:01", Refusal.OUTSIDE),
        ("road-today", "20:00-07:00", Refusal.OUTSIDE),
        ("road-today", "8 to 5", Refusal.FORM),
        ("road-today", "08:00-11:00,", Refusal.FORM),
        ("night", "22:00-05:00", None),
        ("night", "19:00-23:00", Refusal.OUTSIDE),
        ("cny", "3600", None),
        ("cny", "3780", None),
        ("cny", "3780.01", Refusal.TOO_FAR),
        ("cny", "3420", None),
        ("cny", "3419,99", Refusal.TOO_FAR),
        ("cny", "3,6", Refusal.TOO_FAR),
        # Three decimals would be 3.6 to one reader and 3600 to another.
        ("cny", "3.600", Refusal.FORM),
        ("cny", "-3600", Refusal.FORM),
    ],
)
def test_value_is_weighed_against_the_limits_of_the_pack(
    id_: str, value: str, expected: Refusal | None
) -> None:
    assert refusal(pack(), id_, value) is expected


@pytest.mark.parametrize("place", [{"item": "other"}, {"row": 2}, {"column": 3}, {"column": 1}])
def test_rate_that_stands_nowhere_cannot_be_said(place: Document) -> None:
    rates = [{**FACTS["rates"][0], **place}]
    content = pack(local_facts={**FACTS, "rates": rates})
    assert refusal(content, "cny", "3600") is Refusal.UNKNOWN
    assert correct(content, said(cny="3600"), local(NOON), TRUSTED).stated == {}


# --- rates ---


def test_rate_of_today_is_shown_with_who_said_it_and_when() -> None:
    found = corrected(said(cny="3650,5"))
    cell = rate(found)
    assert isinstance(cell, Amount)
    assert (str(cell.amount), cell.currency) == ("3650.5", "VND")
    assert found.stated == {"rates": said(cny="3650,5")["cny"]}
    assert found.until == local(NEXT)


@pytest.mark.parametrize(
    ("facts", "now", "trust"),
    [
        ({}, NOON, TRUSTED),
        (said(cny="3650"), NEXT, TRUSTED),
        (said(cny="3650"), "2026-11-23T08:14", TRUSTED),
        (said(cny="3650"), NOON, UNTRUSTED),
        (said(cny="9999"), NOON, TRUSTED),
    ],
)
def test_rate_nobody_said_today_gives_way_to_where_to_ask(
    facts: dict[str, LocalFact], now: str, trust: ClockTrust
) -> None:
    found = corrected(facts, now, trust)
    assert (rate(found), found.stated, found.until) == (ASK, {}, None)


def test_page_of_a_table_says_who_said_its_rates_and_when() -> None:
    found, later = corrected(said(cny="3650")), said(NOON, cny="3660")
    made = replace(composer(), pack=FakePack(found.content), stated=found.stated)
    scene = made.scene("rates", "en", local(NOON), TRUSTED)
    assert isinstance(scene, TableScene)
    assert scene.words.origin == "en-as_of 08:15 Lan"
    assert scene.rows[0][1].text.endswith("3650 VND")
    assert corrected(later, "2026-11-23T13:00").stated["rates"].at == local(NOON)


def test_page_of_a_table_nobody_spoke_of_names_nobody() -> None:
    made = replace(composer(), pack=FakePack(corrected({}).content))
    scene = made.scene("rates", "en", local(NOON), TRUSTED)
    assert isinstance(scene, TableScene)
    assert scene.rows[0][1].text == "Ask the counter"
    assert scene.words.origin == ""


# --- hours ---


def test_hours_of_today_take_the_place_of_the_packs_until_midnight() -> None:
    found = corrected(said(road_today="09:00-10:00"))
    assert [is_open(found, f"2026-11-23T{at}") for at in ("08:00", "09:30", "12:00")] == [
        False,
        True,
        False,
    ]
    assert is_open(found, "2026-11-24T08:00")
    assert found.until == local(NEXT)


def test_gate_may_say_that_a_lane_is_closed_today() -> None:
    found = corrected(said(road_today="closed"))
    assert not any(is_open(found, f"2026-11-23T{hour:02}:00") for hour in range(24))


@pytest.mark.parametrize(("now", "trust"), [(NEXT, TRUSTED), (NOON, UNTRUSTED)])
def test_hours_of_another_day_are_the_packs(now: str, trust: ClockTrust) -> None:
    found = corrected(said(road_today="closed"), now, trust)
    assert found.content.gate == pack().gate


# --- phones ---


def lookup() -> Lookup:
    contacts = [
        {"id": "gate-duty", "icon": "phone", "name": TITLE, "phones": ["222"]},
        {"id": "police", "icon": "phone", "name": TITLE, "phones": ["113"]},
    ]
    return Lookup.model_validate({"format": "1.0", "contacts": contacts})


def phones(facts: dict[str, LocalFact]) -> dict[str, tuple[str, ...]]:
    found = correct_lookup(lookup(), pack(), facts)
    return {each.id: tuple(each.phones) for each in found.contacts}


def test_phone_takes_the_place_of_the_contacts_first_number_and_no_other() -> None:
    assert phones(said(duty="0205 386 1234")) == {
        "gate-duty": ("0205 386 1234",),
        "police": ("113",),
    }


@pytest.mark.parametrize("facts", [{}, said(duty="0912 345 678"), said(cny="3600")])
def test_phone_that_may_not_be_said_is_the_packs(facts: dict[str, LocalFact]) -> None:
    assert correct_lookup(lookup(), pack(), facts) == lookup()


# --- laws ---


@settings(max_examples=50)
@given(
    value=st.text(alphabet="0123456789.,+-: acdelos", max_size=16),
    now=st.integers(0, 4 * 24 * 60).map(
        lambda minutes: local("2026-11-22T00:00") + timedelta(minutes=minutes)
    ),
    trust=st.sampled_from(ClockTrust),
)
def test_whatever_is_said_the_pack_stands(value: str, now: datetime, trust: ClockTrust) -> None:
    facts = said(duty=value, road_today=value, night=value, cny=value)
    found = correct(pack(), facts, now, trust)
    cell = rate(found)
    assert cell == ASK or (isinstance(cell, Amount) and 3420 <= cell.amount <= 3780)
    assert Content.model_validate(found.content.model_dump(by_alias=True)) == found.content
    correct_lookup(lookup(), pack(), facts)
