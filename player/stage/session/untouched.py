"""A page on a screen that nobody touches: what is left out, and how long a sheet is read; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from player.pack.reading import reading_s
from player.stage.session.page import Line, Page

TOUCHED: Final = frozenset({"choices", "topic", "listen"})
"""Kinds of lines that are only there to be touched."""

DRAWN: Final = frozenset({"plan", "picture"})

LEAST_SHEET_S: Final = 8.0
"""Somebody who looks up in the middle still finds where to begin."""


def as_read(page: Page, *, is_low: bool = False) -> Page:
    """Return ``page`` without what asks to be touched, and without headings of nothing else.

    Args:
        page: of a session.
        is_low: whether the screen is too low for pictures and plans; then they go, too.
    """
    left_out = TOUCHED | DRAWN if is_low else TOUCHED
    return replace(page, lines=tuple(_read(page.lines, left_out)))


def sheet_s(lines: Iterable[Line]) -> float:
    """Return for how long a sheet of these lines stands, in seconds."""
    words = " ".join(word for line in lines for word in line.words)
    return max(LEAST_SHEET_S, reading_s(words))


def _read(lines: Iterable[Line], left_out: frozenset[str]) -> Iterator[Line]:
    heading: Line | None = None
    has_lost = False
    for line in lines:
        if line.kind in left_out:
            has_lost = True
            continue
        if line.kind == "heading":
            if heading is not None and not has_lost:
                yield heading
            heading, has_lost = line, False
            continue
        if heading is not None:
            yield heading
            heading = None
        yield line
    if heading is not None and not has_lost:
        yield heading
