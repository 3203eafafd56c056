"""Occasions as a pack says them, and when they hold."""

import json
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from player.clock import ClockTrust
from player.pack.content import parse_content
from player.pack.instants import DAWN, DUSK, to_ms
from player.pack.occasion import Occasion, is_within, next_edge, quiet_hours
from tests.fakes.content import Document, content_document, mourning
from tests.fakes.programme import local

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TRUSTED, UNTRUSTED = ClockTrust.TRUSTED, ClockTrust.UNTRUSTED


def occasion(**fields: object) -> Occasion:
    return Occasion.model_validate({**mourning("2026-11-23", "2026-11-24"), **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {"until": "2026-11-22"},
        {"until": None},
        {"from": None},
        {"name": {}},
        {"authority": {}},
        {"document": ""},
        {"kind": "carnival"},
    ],
)
def test_occasion_that_says_too_little_is_refused(fields: Document) -> None:
    with pytest.raises(ValidationError):
        occasion(**fields)


def test_hours_are_joined_and_half_open() -> None:
    hours = quiet_hours(
        [occasion(), occasion(**{"from": "2026-11-25", "until": "2026-11-25T06:00:30"})],
        ZONE,
        TRUSTED,
    )
    begin, end = to_ms(local("2026-11-23")), to_ms(local("2026-11-25T06:00:30"))
    assert hours == [(begin, end)]
    inside = [is_within(hours, ms) for ms in (begin - 1, begin, end - 1, end)]
    assert inside == [False, True, True, False]
    assert [next_edge(hours, ms) for ms in (begin - 1, begin, end)] == [begin, end, None]


def test_with_a_clock_nobody_believes_an_occasion_may_be_now() -> None:
    assert quiet_hours([occasion()], ZONE, UNTRUSTED) == ((DAWN, DUSK),)
    assert next_edge(((DAWN, DUSK),), 0) is None
    assert not quiet_hours([], ZONE, UNTRUSTED)


def test_kind_of_occasion_that_is_unknown_here_is_left_out() -> None:
    occasions = [mourning("2026-11-23", "2026-11-24"), {"id": "x", "kind": "of-a-later-year"}]
    raw = json.dumps(content_document(occasions=occasions)).encode()
    assert [each.id for each in parse_content(raw).occasions] == ["quoc-tang"]
