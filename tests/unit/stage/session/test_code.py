"""Codes for telephones: as ISO/IEC 18004 has them, so far as can be seen without reading them."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.pack.topic import LONGEST_LINK
from player.stage.session.code import QUIET, code_path

LINKS: Final = (
    "https://a.vn",
    "https://evisa.gov.vn/",
    "https://xuatnhapcanh.gov.vn/",
    "https://" + "a" * (LONGEST_LINK - 8),
)
FINDER: Final = ("#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######")
RUN: Final = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def picture(link: str) -> list[str]:
    """Return the code as rows of ``#`` and ``.``, drawn from its path."""
    path, width = code_path(link)
    assert RUN.sub("", path) == ""
    rows = [["."] * width for _ in range(width)]
    for x, y, length in _runs(path):
        for at in range(x, x + length):
            assert rows[y][at] == "."
            rows[y][at] = "#"
    return ["".join(row) for row in rows]


def _runs(path: str) -> Iterator[tuple[int, int, int]]:
    for x, y, there, back in RUN.findall(path):
        assert there == back
        yield int(x), int(y), int(there)


@pytest.mark.parametrize("link", LINKS)
def test_code_has_its_three_finders_and_no_fourth(link: str) -> None:
    rows = picture(link)
    end = len(rows) - QUIET - 7
    found = [
        tuple(row[x : x + 7] for row in rows[y : y + 7]) == FINDER
        for x, y in ((QUIET, QUIET), (end, QUIET), (QUIET, end), (end, end))
    ]
    assert found == [True, True, True, False]


@pytest.mark.parametrize("link", LINKS)
def test_code_stands_in_its_quiet_zone(link: str) -> None:
    rows = picture(link)
    blank = "." * len(rows)
    edges = [*rows[:QUIET], *rows[-QUIET:]]
    assert edges == [blank] * (2 * QUIET)
    assert all(row[:QUIET] + row[-QUIET:] == "." * 2 * QUIET for row in rows)


@pytest.mark.parametrize("link", LINKS)
def test_code_has_its_timing_line(link: str) -> None:
    line = picture(link)[QUIET + 6][QUIET + 8 : -QUIET - 8]
    assert line == ("#." * len(line))[: len(line)]


@pytest.mark.parametrize(("link", "most"), [(LINKS[0], 25), (LINKS[-1], 33)])
def test_code_is_as_small_as_its_link_allows(link: str, most: int) -> None:
    """At most version 4: modules a telephone tells apart from a kiosk's reading distance."""
    _, width = code_path(link)
    assert (width - 2 * QUIET) % 4 == 1
    assert width - 2 * QUIET <= most


@settings(max_examples=30)
@given(st.lists(st.text("abcdef/.", min_size=1, max_size=20), min_size=2, max_size=2, unique=True))
def test_two_links_have_two_codes(ends: list[str]) -> None:
    one, other = (code_path(f"https://{end}") for end in ends)
    assert one != other


def test_same_link_has_the_same_code() -> None:
    assert code_path(LINKS[0]) == code_path(LINKS[0])
