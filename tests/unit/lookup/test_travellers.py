"""The demo gates answer what travellers ask, however they put it."""

import tomllib
from pathlib import Path
from typing import Final

import pytest

from player.lookup.search import Search
from tests.fakes.lookups import demo_lookup

GATES: Final = ("huu-nghi", "lao-bao")
ASKED: Final = tomllib.loads(Path(__file__).with_name("travellers.toml").read_text("utf-8"))[
    "asked"
]
FIRST: Final = 3
"""Hits that a reader sees without looking for them."""


@pytest.fixture(scope="module", params=GATES)
def search(request: pytest.FixtureRequest) -> Search:
    return Search.build_in_memory(*demo_lookup(request.param))


@pytest.mark.parametrize("language", ["vi", "en", "zh", "lo", "km"])
def test_what_travellers_ask_is_answered_by_the_first_hits(search: Search, language: str) -> None:
    found = {
        asked[language]: [hit.topic for hit in search.find(asked[language], language, FIRST)]
        for asked in ASKED
    }
    missed = [asked for asked in ASKED if asked["topic"] not in found[asked[language]]]
    assert missed == []
