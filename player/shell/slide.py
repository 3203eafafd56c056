"""What a template is told about a scene: plain values, derived once per scene.

Pure: the view model holds the result and the QML template draws it.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, assert_never

from player.config.geometry import Metrics
from player.shell.fit_ladder import FitStep, Kind, ladder
from player.stage.scene import (
    BuiltinScene,
    BulletinScene,
    GatePageScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    Scene,
    VideoScene,
    Wording,
)

NO_BREAK: Final = "\u2060"
_NUMBERED: Final = re.compile(r"\S*\d\S*/\S*|\S*/\S*\d\S*")
"""A document number or a date: 1191/QĐ-TTg, 18/11/2009."""

_PARAGRAPH: Final = re.compile(r"\n\s*\n")

NO_WORDS: Final = Wording(language="")
BUILTIN_ITEM: Final = "builtin-page"
GATE_PAGE_ITEM: Final = "default-gate-page"


@dataclass(frozen=True, slots=True)
class ClipRef:
    """A clip and where it begins: ``offset_ms`` of the verified file ``path``."""

    path: Path
    offset_ms: int


@dataclass(frozen=True, slots=True)
class Slide:
    """One page, ready to be set.

    Attributes:
        item: what log lines call it.
        template: file stem of the QML template.
        words: in the language shown.
        stacked: the same in other languages; the gate page only.
        picture: None when the page has none.
        steps: ways to set it, best first; never empty.
        clip: played over the picture; None for a still page.
    """

    item: str
    template: str
    words: Wording
    stacked: tuple[Wording, ...]
    picture: PictureRef | None
    steps: tuple[FitStep, ...]
    clip: ClipRef | None = None


def slide_of(scene: Scene, metrics: Metrics) -> Slide:
    """Return the page that draws ``scene`` on a screen of ``metrics``."""
    match scene:
        case PosterScene():
            return _pictured("poster", scene.item, scene.words, scene.picture, metrics)
        case PhotoScene():
            return _pictured("photo", scene.item, scene.words, scene.picture, metrics)
        case BulletinScene():
            return _pictured("bulletin", scene.item, scene.words, scene.picture, metrics)
        case VideoScene():
            slide = _pictured("video", scene.item, scene.words, scene.poster, metrics)
            return replace(slide, clip=ClipRef(scene.clip, scene.offset_ms))
        case GatePageScene():
            steps = ladder("gate-page", metrics, has_picture=False)
            return Slide(GATE_PAGE_ITEM, "GatePage", scene.words, scene.stacked, None, steps)
        case BuiltinScene():
            steps = ladder("builtin", metrics, has_picture=False)
            return Slide(BUILTIN_ITEM, "Builtin", NO_WORDS, (), None, steps)
        case _ as never:
            assert_never(never)


def whole_numbers(text: str) -> str:
    """Return ``text`` with no line break possible inside a document number or a date."""
    return _NUMBERED.sub(lambda found: re.sub("([/-])", rf"\1{NO_BREAK}", found[0]), text)


def side_by_side(text: str) -> str:
    """Return ``text`` with each paragraph on one line, for a page that is wide and low.

    Lines that the author set below one another stand beside one another there: else all but
    the first, such as a second row of telephone numbers, would be left away.
    """
    paragraphs = (part.strip("\n") for part in _PARAGRAPH.split(text))
    return "\n".join(part.replace("\n", " · ") for part in paragraphs if part)


def _pictured(
    kind: Kind, item: str, words: Wording, picture: PictureRef | None, metrics: Metrics
) -> Slide:
    if metrics.shape == "strip":
        words = replace(words, body=side_by_side(words.body))
    steps = ladder(kind, metrics, has_picture=picture is not None)
    return Slide(item, kind.capitalize(), words, (), picture, steps)
