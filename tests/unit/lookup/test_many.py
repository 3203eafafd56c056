"""Ten thousand topics in five languages: all is found, and how long it takes is told."""

import sys
from time import perf_counter

import pytest

from player.lookup.search import Search
from tests.fakes.lookups import LANGUAGES
from tests.fakes.many_topics import TAGS, keystroke_ms, many_topics, percentile

COUNT = 10_000
STEP = 7
"""Every how many-th keystroke is typed: the benchmark types them all, and in more topics."""


@pytest.fixture(scope="module")
def search() -> Search:
    began = perf_counter()
    made = Search.build_in_memory(many_topics(COUNT), LANGUAGES)
    sys.stdout.write(f"{COUNT} topics built in {perf_counter() - began:.1f} s\n")
    return made


@pytest.mark.parametrize("tag", TAGS)
def test_every_keystroke_is_answered(search: Search, tag: str) -> None:
    taken = keystroke_ms(search, tag, STEP)
    p50, p99 = (percentile(taken, share) for share in (0.5, 0.99))
    sys.stdout.write(f"{tag}: {len(taken)} keystrokes, p50 {p50:.1f} ms, p99 {p99:.1f} ms\n")
    assert taken


def test_the_editors_first_topics_are_found_among_ten_thousand(search: Search) -> None:
    first = {hit.topic for hit in search.find("đổi tiền", "vi", 3)}
    assert "money-exchange" in first
    assert search.find("Đổi tiền, rút tiền", "vi")[0].topic == "money-exchange"
    assert search.find("9999", "km")[0].topic == "topic-9999"
