"""Whose turn it is on the banner: which notice, in which language, which page of its text.

Counted from the instant at which the present banners came on, so that screens side by side agree
without a protocol (DECISIONS.md D-06), and the first language is the first one seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

ROUND_MS: Final = 60_000
"""Every language has a turn within this time."""

LONGEST_TURN_MS: Final = 12_000
SHORTEST_TURN_MS: Final = 5_000
"""Nobody reads a sentence in less, however many languages there are."""

PAGE_MS: Final = 6_000
"""A page of a longer text stands for this long at least; the rest waits for the next turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the banner shows.

    Attributes:
        notice, language: positions in the lists they came from.
        page: of the text, from 0.
        until_ms: when the next page or turn comes, counted like ``elapsed_ms``.
    """

    notice: int
    language: int
    page: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class _Share:
    """Pages ``first`` .. ``first + count - 1`` of one notice: what one turn shows."""

    notice: int
    first: int
    count: int


def turn_ms(languages: int) -> int:
    """Return how long a turn lasts among so many languages (at least 1)."""
    return max(SHORTEST_TURN_MS, min(LONGEST_TURN_MS, ROUND_MS // languages))


def turn_at(elapsed_ms: int, pages: Sequence[Sequence[int]]) -> Turn:
    """Return whose turn it is.

    In each language's turn one notice speaks; several take turns from round to round. A notice of
    more pages than a turn has time for goes on in the language's next turn.

    Args:
        elapsed_ms: since the present banners came on; at least 0.
        pages: of each notice, in order, for each language, in order; every count at least 1.
    """
    languages = len(pages[0])
    length = turn_ms(languages)
    number, within = divmod(elapsed_ms, length)
    round_, language = divmod(number, languages)
    shares = [*_shares([notice[language] for notice in pages], max(1, length // PAGE_MS))]
    share = shares[round_ % len(shares)]
    page = within * share.count // length
    # Rounded up: at that instant the next page is due.
    until = number * length - (-(page + 1) * length // share.count)
    return Turn(share.notice, language, share.first + page, until)


def _shares(pages: Sequence[int], most: int) -> Iterator[_Share]:
    for notice, count in enumerate(pages):
        for first in range(0, count, most):
            yield _Share(notice, first, min(most, count - first))
