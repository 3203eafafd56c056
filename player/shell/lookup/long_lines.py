"""Cuts lines of an answer that would not fit one column, at places where a line may break."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from player.stage.session.page import Line, LineKind

CUT: Final = frozenset({"paragraph", "bullet", "step", "caution"})
_BREAKS: Final = frozenset(" \u200b\n。，；、！？")


def cut_long(lines: Iterable[Line], most: int) -> Iterator[Line]:
    """Yield ``lines``, those of running text with more than ``most`` letters in several parts.

    What follows a cut has no bullet or number of its own.

    Args:
        lines: of an answer.
        most: letters a column has room for; a Han character counts as two.
    """
    for line in lines:
        if line.kind not in CUT or letters(line.text) <= most:
            yield line
            continue
        first, *others = parts(line.text, most)
        yield replace(line, text=first)
        kind: LineKind = "caution" if line.kind == "caution" else "paragraph"
        yield from (Line(kind, other, line.language) for other in others)


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
