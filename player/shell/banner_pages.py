"""Sets a notice in the room of the banner: the largest headline that fits, the rest in pages.

Never cut off and never made smaller than the viewing distance permits: what does not fit at once
is read page by page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from player.shell.fit_ladder import STILL_LARGE
from player.shell.typefaces import Typefaces, line_heights
from player.stage.announce import BannerWords

SHRINK: Final = 0.9
"""From one headline size to the next."""

ENOUGH_LINES: Final = 2
"""Running text that has less room than this would be turned over all the time."""

LABEL_FRAME: Final = 2.4
NUMBER_ROOM: Final = 3.5
"""In letters of the row above: what a label takes besides its word; the number of the page."""


@dataclass(frozen=True, slots=True)
class BannerBox:
    """The room for headline and text, in pixels.

    Attributes:
        width, height: of that room.
        largest_px, body_px: letters of the headline at most; of the text, and of it at least.
        label_px: letters of the row above.
    """

    width: int
    height: int
    largest_px: int
    body_px: int
    label_px: int


@dataclass(frozen=True, slots=True)
class BannerPage:
    """What stands in that room at a time; empty text means absent.

    ``issuer`` and ``marks`` stand in the row above where there is room for them, else at the end of
    the text and before it.
    """

    headline: str
    headline_px: int
    body: str
    issuer: str
    marks: tuple[str, ...] = ()


def set_banner(words: BannerWords, box: BannerBox, faces: Typefaces) -> tuple[BannerPage, ...]:
    """Return the pages of a notice, at least one.

    Args:
        words: in one language.
        box: the room.
        faces: by language.
    """
    lines = line_heights(words.language)
    body_line = round(box.body_px * lines.body)
    marks = words.marks if _has_room_above(words, box, faces, "") else ()
    issuer = words.issuer if _has_room_above(words, box, faces, words.issuer) else ""
    parts = (*(words.marks if not marks else ()), words.body, "" if issuer else words.issuer)
    text = "\n".join(filter(None, parts))
    body = set_lines(text, faces.font(words.language, box.body_px, bold=False), box.width)
    wishes = ((len(body), round(box.body_px * STILL_LARGE)), (ENOUGH_LINES, 0), (1, 0))
    for enough, least_px in wishes:
        for size in (size for size in _sizes(box) if size >= least_px):
            font = faces.font(words.language, size, bold=True)
            taken = len(set_lines(words.headline, font, box.width)) * round(size * lines.title)
            room = (box.height - taken) // body_line
            if taken <= box.height and room >= min(enough, len(body)):
                pages = _chunks(body, max(room, 1)) if body else [""]
                return tuple(
                    BannerPage(words.headline, size, page, issuer, marks) for page in pages
                )
    font = faces.font(words.language, box.body_px, bold=True)
    room = max(1, box.height // round(box.body_px * lines.title))
    heads = _chunks(set_lines(words.headline, font, box.width), room)
    rest = _chunks(body, max(1, box.height // body_line))
    return (
        *(BannerPage(page, box.body_px, "", issuer, marks) for page in heads),
        *(BannerPage("", box.body_px, page, issuer, marks) for page in rest),
    )


def _has_room_above(words: BannerWords, box: BannerBox, faces: Typefaces, issuer: str) -> bool:
    """Say whether label, marks, ``issuer`` and number stand beside each other in the row above."""
    measure = QFontMetricsF(faces.font(words.language, box.label_px, bold=True))
    labels = (words.label, *words.marks)
    taken = sum(measure.horizontalAdvance(text) + LABEL_FRAME * box.label_px for text in labels)
    plain = QFontMetricsF(faces.font(words.language, box.label_px, bold=False))
    rest = plain.horizontalAdvance(issuer) + NUMBER_ROOM * box.label_px
    return taken + rest <= box.width


def _sizes(box: BannerBox) -> Iterator[int]:
    size = box.largest_px
    while size > box.body_px:
        yield size
        size = max(box.body_px, int(size * SHRINK))
    yield box.body_px


def _chunks(lines: list[str], most: int) -> list[str]:
    return ["\n".join(lines[at : at + most]) for at in range(0, len(lines), most)]


def set_lines(text: str, font: QFont, width: int) -> list[str]:
    """Return the lines in which QML's text element sets ``text``: same metrics, same breaks."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    found: list[str] = []
    for paragraph in text.split("\n") if text else []:
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            found.append(paragraph[start : start + line.textLength()].strip(" "))
        layout.endLayout()
    return found
