"""Sets the words of an emergency page: blocks of headline and sentences, rows of single words.

Lines are broken here, as QML's text element would break them, so that what fits here fits there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from PySide6.QtGui import QFontMetricsF

from player.shell.banner_pages import set_lines
from player.shell.fit_ladder import FOREIGN
from player.shell.typefaces import Typefaces, line_heights
from player.stage.alarm.page import AlarmBlock, TaggedWords

BODY: Final = 0.42
OTHER: Final = 0.66
OTHER_BODY: Final = 0.34
"""Letters against those of the first headline: of its sentences, of the other headlines, of
theirs. Foreign ones stay below three quarters (Law on Advertising 2012, article 18)."""

BETWEEN_BLOCKS: Final = 0.3
BETWEEN_COLUMNS: Final = 0.6
"""Of the letters of the first headline."""

MOST_AIR: Final = 2.2
"""How far the distances between blocks may grow where there is room to spare."""

FIRST_BESIDE: Final = 0.34
"""Of the width, that the first block takes where the others stand beside it."""

MOST_BALANCED: Final = 4
GRAIN: Final = 0.25
"""Lines of a text that are made of like length, and how nearly; in letters."""

APART: Final = 0.9
"""Between single words in a row, in letters."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How words are written: which face, how large (pixels), bold and close or not."""

    language: str
    px: int
    is_headline: bool


@dataclass(frozen=True, slots=True)
class Written:
    """Words and where they stand, pixels from the corner of their room.

    ``text`` has a line feed at the end of each line; ``source`` is what was to be set.
    """

    text: str
    source: str
    how: Letters
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """Single words side by side; ``x`` of each counts from the row's beginning."""

    words: tuple[Written, ...]
    width: float
    height: float
    is_strong: bool


@dataclass(frozen=True, slots=True)
class _Set:
    """A block set in a width: its parts one below the other."""

    parts: tuple[Written, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Body:
    """All blocks of a page, set.

    Attributes:
        rows: of blocks, one below the other, each with its place from the left.
        gap: between rows at least.
        beside: the first block, where the others stand beside it.
    """

    rows: tuple[tuple[tuple[float, _Set], ...], ...]
    gap: float
    beside: _Set | None = None

    @property
    def height(self) -> float:
        """Of everything, without air to spare."""
        return max(self.beside.height if self.beside else 0, self._stacked)

    @property
    def _stacked(self) -> float:
        return sum(map(_row_height, self.rows)) + self.gap * max(0, len(self.rows) - 1)

    def placed(self, room: float) -> Iterator[Written]:
        """Yield every part where it stands, in the middle of a ``room`` that high."""
        spare, joints = room - self._stacked, len(self.rows) - 1
        more = min(self.gap * (MOST_AIR - 1), spare / (joints + 2)) if joints > 0 else 0.0
        top = (spare - more * joints) / 2
        for row in self.rows:
            for x, each in row:
                yield from (replace(part, x=part.x + x, y=part.y + top) for part in each.parts)
            top += _row_height(row) + self.gap + more
        if self.beside is not None:
            top = (room - self.beside.height) / 2
            yield from (replace(part, y=part.y + top) for part in self.beside.parts)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to set the blocks of a page.

    Attributes:
        size: letters of the first headline, pixels.
        is_beside: whether the first block stands beside the others, or above them.
        columns: in which those stand.
        least: letters of anything, pixels.
        width: what there is, pixels.
    """

    size: float
    is_beside: bool
    columns: int
    least: int
    width: float


def set_body(blocks: Sequence[AlarmBlock], how: Arrangement, faces: Typefaces) -> Body | None:
    """Set blocks, the first of them largest; None: a column would be too narrow for its words."""
    apart = max(how.least, how.size * BETWEEN_COLUMNS)
    gap = max(how.least, how.size) * BETWEEN_BLOCKS
    first_width = (how.width - apart) * FIRST_BESIDE if how.is_beside else how.width
    left = first_width + apart if how.is_beside else 0.0
    column = (how.width - left - (how.columns - 1) * apart) / how.columns
    first = _set_block(blocks[0], _first_letters(how), first_width, faces)
    rest = [_set_block(block, _other_letters(how), column, faces) for block in blocks[1:]]
    if first is None or None in rest:
        return None
    sets = [
        (at % how.columns * (column + apart) + left, each) for at, each in enumerate(rest) if each
    ]
    rows = tuple(tuple(sets[at : at + how.columns]) for at in range(0, len(sets), how.columns))
    return Body(rows, gap, first) if how.is_beside else Body((((0.0, first),), *rows), gap)


def _first_letters(how: Arrangement) -> tuple[int, int]:
    """Return the letters of headline and sentences."""
    return round(how.size), max(how.least, round(how.size * BODY))


def _other_letters(how: Arrangement) -> tuple[int, int]:
    headline = min(max(how.least, how.size * OTHER), how.size * FOREIGN)
    return max(how.least, int(headline)), max(how.least, round(how.size * OTHER_BODY))


def _row_height(row: Sequence[tuple[float, _Set]]) -> float:
    return max((each.height for _, each in row), default=0)


def _set_block(
    block: AlarmBlock, sizes: tuple[int, int], width: float, faces: Typefaces
) -> _Set | None:
    head, body = sizes
    said = (
        (block.label, Letters(block.label_language, body, is_headline=False)),
        (block.headline, Letters(block.language, head, is_headline=True)),
        (block.body, Letters(block.language, body, is_headline=False)),
    )
    parts: list[Written] = []
    top = 0.0
    for text, how in said:
        if not text:
            continue
        part = _set_text(text, how, width, faces)
        if part is None:
            return None
        parts.append(replace(part, y=top))
        top += part.height
    return _Set(tuple(parts), top)


def _set_text(text: str, how: Letters, width: float, faces: Typefaces) -> Written | None:
    font = faces.font(how.language, how.px, bold=how.is_headline)
    lines = set_lines(text, font, int(width) - 1)
    if _is_torn(text, lines):
        return None
    heights = line_heights(how.language)
    line = round(how.px * (heights.title if how.is_headline else heights.body))
    joined = "\n".join(lines)
    high = line * (len(lines) - 1) + max(line, QFontMetricsF(font).height())
    return Written(joined, text, how, 0, 0, width, ceil(high) + 1)


def balanced(written: Written, faces: Typefaces) -> Written:
    """Return the same words in as many lines of like length: no word is left alone on the last."""
    lines = written.text.split("\n")
    if not 1 < len(lines) <= MOST_BALANCED:
        return written
    font = faces.font(written.how.language, written.how.px, bold=written.how.is_headline)
    best, least, most = lines, written.width / len(lines), written.width
    while most - least > written.how.px * GRAIN:
        middle = (least + most) / 2
        tried = set_lines(written.source, font, int(middle))
        if len(tried) > len(lines) or _is_torn(written.source, tried):
            least = middle
        else:
            best, most = tried, middle
    return replace(written, text="\n".join(best))


def _is_torn(text: str, lines: Sequence[str]) -> bool:
    """Whether a word was broken inside: spaces, and marks where a line may break, are lost."""
    if not any(gap in text for gap in (" ", "\u200b")):
        return False
    words = re.split("[ \n\u200b]+", text)
    return any(word not in words for line in lines for word in re.split("[ \u200b]+", line) if word)


def line_of(words: Sequence[TaggedWords], letters: int, faces: Typefaces, *, strong: bool) -> Row:
    """Return ``words`` side by side, however wide."""
    measures = [QFontMetricsF(faces.font(each.language, letters, bold=strong)) for each in words]
    # On one baseline, whatever the script: Qt sets the first line by the ascent of its face.
    highest = max(measure.ascent() for measure in measures)
    placed: list[Written] = []
    x = 0.0
    for word, measure in zip(words, measures, strict=True):
        width = ceil(measure.horizontalAdvance(word.text)) + 1.0
        height = ceil(max(letters * line_heights(word.language).title, measure.height()))
        y = highest - measure.ascent()
        how = Letters(word.language, letters, is_headline=True)
        placed.append(Written(word.text, word.text, how, x, y, width, height))
        x += width + APART * letters
    tallest = max(word.y + word.height for word in placed)
    return Row(tuple(placed), x - APART * letters, tallest, is_strong=strong)


def rows_of(
    words: Sequence[TaggedWords], letters: int, width: float, faces: Typefaces, *, strong: bool
) -> tuple[Row, ...]:
    """Return ``words`` in rows of a width, each whole: only one wider than that is broken."""
    rows: list[Row] = []
    waiting: list[TaggedWords] = []
    for word in _broken(words, letters, width, faces, strong=strong):
        if waiting and line_of((*waiting, word), letters, faces, strong=strong).width > width:
            rows.append(line_of(waiting, letters, faces, strong=strong))
            waiting = []
        waiting.append(word)
    if waiting:
        rows.append(line_of(waiting, letters, faces, strong=strong))
    return tuple(rows)


def _broken(
    words: Sequence[TaggedWords], letters: int, width: float, faces: Typefaces, *, strong: bool
) -> Iterator[TaggedWords]:
    for word in words:
        font = faces.font(word.language, letters, bold=strong)
        for line in set_lines(word.text, font, int(width) - 1):
            yield TaggedWords(word.language, line)
