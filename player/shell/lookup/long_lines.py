"""Cuts lines of an answer that would not fit one column: where a line may break, or a part ends."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from player.stage.session.page import Line, LineKind
from player.stage.session.untouched import DRAWN

CUT: Final = frozenset({"paragraph", "bullet", "step", "caution"})
NAMES_SHARE: Final = 0.5
"""Of a column: with more names the plan beside them would be too small for its signs."""

SIGN_LETTERS: Final = 8
"""What a place takes besides its name: its sign, and the end of a line."""

_BREAKS: Final = frozenset(" \u200b\n。，；、！？")


def cut_long(lines: Iterable[Line], most: int, *, is_drawn: bool = True) -> Iterator[Line]:
    """Yield ``lines``, those of running text with more than ``most`` letters in several parts.

    What follows a cut has no bullet or number of its own. A plan with many places is followed by
    their names.

    Args:
        lines: of an answer.
        most: letters a column has room for; a Han character counts as two.
        is_drawn: whether it has room for a plan or picture, too; of a plan the names remain.
    """
    for line in lines:
        if line.kind in DRAWN:
            yield from _drawn(line, most, is_drawn=is_drawn)
            continue
        if line.kind not in CUT or letters(line.text) <= most:
            yield line
            continue
        first, *others = parts(line.text, most)
        yield replace(line, text=first)
        kind: LineKind = "caution" if line.kind == "caution" else "paragraph"
        yield from (Line(kind, other, line.language) for other in others)


def _drawn(line: Line, most: int, *, is_drawn: bool) -> Iterator[Line]:
    """Yield a plan or picture, apart from its names where these are many."""
    is_cut = not is_drawn or _named(line) > most * NAMES_SHARE
    if is_drawn:
        yield replace(line, cells=()) if is_cut else line
    if is_cut and line.cells:
        yield replace(line, text="", note="", picture="", aspect=0.0, xs=(), ys=())


def _named(plan: Line) -> int:
    """Return how many letters the names of a plan take, with their signs."""
    return sum(letters(name) + SIGN_LETTERS for name in plan.cells)


def letters(text: str) -> int:
    """Return how many letters wide ``text`` is: marks count nothing, Han characters two."""
    return sum(map(_width, text))


def parts(text: str, most: int) -> Iterator[str]:
    """Yield ``text`` in parts of at most ``most`` letters, whole words where there are any."""
    start = end = width = 0
    for at, sign in enumerate(text):
        width += _width(sign)
        if width > most:
            cut = end if end > start else at
            yield text[start:cut].strip()
            width = letters(text[cut : at + 1])
            start = cut
        if sign in _BREAKS:
            end = at + 1
    if text[start:].strip():
        yield text[start:].strip()


def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
