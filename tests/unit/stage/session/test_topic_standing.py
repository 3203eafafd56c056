"""Whether a topic may still be shown as it is: windows, review dates, clocks nobody believes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from player.clock import ClockTrust
from player.pack.topic import TopicFacts
from player.stage.session.topic_standing import TopicStanding, topic_standing
from tests.fakes.content import GATE_ZONE, source_document
from tests.fakes.programme import local

ZONE: Final = ZoneInfo(GATE_ZONE)
CURRENT: Final = TopicStanding()
NOT_YET: Final = TopicStanding(is_offered=False, is_withheld=True)
WITHHELD: Final = TopicStanding(is_withheld=True)
LABELLED: Final = TopicStanding(is_outdated=True)


def standing(
    at: str = "2026-11-23T12:00",
    *sources: tuple[str, str],
    trust: ClockTrust = ClockTrust.TRUSTED,
    valid: Mapping[str, str] = MappingProxyType({}),
) -> TopicStanding:
    facts = {"id": "visa", "tile": "papers", "icon": "visa", "category": "C12"}
    made = [source_document(review_by, stale) for review_by, stale in sources]
    topic = TopicFacts.model_validate({**facts, "sources": made, "valid": dict(valid)})
    return topic_standing(topic, local(at), ZONE, trust)


def test_topic_without_dates_is_current() -> None:
    assert standing() == CURRENT


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-21T23:59:59", NOT_YET),
        ("2026-11-22T00:00", CURRENT),
        ("2026-11-24T23:59:59", CURRENT),
        ("2026-11-25T00:00", WITHHELD),
    ],
)
def test_topic_is_valid_from_midnight_to_midnight_of_the_gate(
    at: str, expected: TopicStanding
) -> None:
    assert standing(at, valid={"from": "2026-11-22", "until": "2026-11-24"}) == expected


@pytest.mark.parametrize(("stale", "late"), [("label", LABELLED), ("withdraw", WITHHELD)])
def test_fact_is_current_until_the_midnight_after_its_review_day(
    stale: str, late: TopicStanding
) -> None:
    review = ("2026-11-23", stale)
    assert standing("2026-11-23T23:59:59", review) == CURRENT
    assert standing("2026-11-24T00:00", review) == late


def test_day_is_the_gates_and_not_the_one_of_the_clock_asked() -> None:
    facts = {"id": "visa", "tile": "papers", "icon": "visa", "category": "C12"}
    topic = TopicFacts.model_validate(
        {**facts, "sources": [source_document("2026-11-23", "withdraw")]}
    )
    late = local("2026-11-23T17:30", "UTC")  # half past midnight at the gate
    assert topic_standing(topic, late, ZONE, ClockTrust.TRUSTED) == WITHHELD


def test_one_of_several_sources_is_enough_to_withhold() -> None:
    reviews = (("2027-01-01", "label"), ("2026-01-01", "withdraw"), ("2026-01-01", "label"))
    assert standing("2026-11-23T12:00", *reviews) == TopicStanding(
        is_withheld=True, is_outdated=True
    )


@pytest.mark.parametrize(
    ("sources", "valid", "expected"),
    [
        ((), {}, CURRENT),
        ((("2027-01-01", "label"),), {}, LABELLED),
        ((("2027-01-01", "withdraw"),), {}, WITHHELD),
        ((), {"until": "2027-01-01"}, WITHHELD),
        ((), {"from": "2020-01-01"}, WITHHELD),
    ],
    ids=["undated", "labelled", "withdrawn", "ends", "begins"],
)
def test_clock_nobody_believes_says_that_every_day_may_have_passed(
    sources: tuple[tuple[str, str], ...], valid: dict[str, str], expected: TopicStanding
) -> None:
    assert (
        standing("2026-11-23T12:00", *sources, trust=ClockTrust.UNTRUSTED, valid=valid) == expected
    )


@pytest.mark.parametrize("trust", [each for each in ClockTrust if each != ClockTrust.UNTRUSTED])
def test_clock_that_may_be_right_is_believed(trust: ClockTrust) -> None:
    assert standing("2026-11-23T12:00", ("2027-01-01", "withdraw"), trust=trust) == CURRENT
