"""What a template is told about a scene: plain values, derived once per scene.

Pure: the view model holds the result and the QML template draws it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from player.config.geometry import Metrics
from player.shell.fit_ladder import FitStep, Kind, ladder
from player.stage.scene import (
    AudioScene,
    BilingualScene,
    BuiltinScene,
    BulletinScene,
    ClaimScene,
    GatePageScene,
    HoursScene,
    ItemScene,
    NoticeScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    Scene,
    TableScene,
    VideoScene,
    Wording,
)

NO_BREAK: Final = "\u2060"
NO_BREAK_SPACE: Final = "\u00a0"
_WHOLE: Final = re.compile(r"\S*\d\S*/\S*|\S*/\S*\d\S*|\b[^\W\d_]-(?=\w)")
"""A document number or a date: 1191/QĐ-TTg, 18/11/2009; the first letter of an e-visa."""

_PARAGRAPH: Final = re.compile(r"\n\s*\n")

_KINDS: Final[Mapping[type[ItemScene], Kind]] = {
    PosterScene: "poster",
    PhotoScene: "photo",
    BulletinScene: "bulletin",
    VideoScene: "video",
    AudioScene: "audio",
    TableScene: "table",
    ClaimScene: "claim",
    BilingualScene: "bilingual",
    HoursScene: "hours",
    NoticeScene: "notice",
}
"""Scene of an item -> how its page is set; the template is called the same."""

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
        table: of a page that is a table.
        claim: of a page that answers a false one.
        foreign: words below the Vietnamese ones of a bilingual page.
        sound: language the page is heard in, as its mark says; empty for a silent page.
        hours: of a page of opening hours.
        notice: of a page that is one.
    """

    item: str
    template: str
    words: Wording
    stacked: tuple[Wording, ...]
    picture: PictureRef | None
    steps: tuple[FitStep, ...]
    clip: ClipRef | None = None
    table: TableScene | None = None
    claim: ClaimScene | None = None
    foreign: Wording | None = None
    sound: str = ""
    hours: HoursScene | None = None
    notice: NoticeScene | None = None


def slide_of(scene: Scene, metrics: Metrics) -> Slide:
    """Return the page that draws ``scene`` on a screen of ``metrics``."""
    match scene:
        case GatePageScene():
            steps = ladder("gate-page", metrics, has_picture=False)
            return Slide(GATE_PAGE_ITEM, "GatePage", scene.words, scene.stacked, None, steps)
        case BuiltinScene():
            steps = ladder("builtin", metrics, has_picture=False)
            return Slide(BUILTIN_ITEM, "Builtin", NO_WORDS, (), None, steps)
        case _:
            return _item_page(scene, metrics)


def kept_together(text: str) -> str:
    """Return ``text`` with no line break inside a document number, a date, or after ``e-``.

    Nor does a line begin with the dot that stands between two statements.
    """
    whole = _WHOLE.sub(lambda found: re.sub("([/-])", rf"\1{NO_BREAK}", found[0]), text)
    return whole.replace(" · ", f"{NO_BREAK_SPACE}· ")


def side_by_side(text: str) -> str:
    """Return ``text`` with each paragraph on one line, for a page that is wide and low.

    Lines that the author set below one another stand beside one another there: else all but
    the first, such as a second row of telephone numbers, would be left away.
    """
    paragraphs = (part.strip("\n") for part in _PARAGRAPH.split(text))
    return "\n".join(part.replace("\n", " · ") for part in paragraphs if part)


def _item_page(scene: ItemScene, metrics: Metrics) -> Slide:
    kind = _KINDS[type(scene)]
    picture = _picture(scene)
    has_picture = picture is not None or isinstance(scene, ClaimScene | TableScene | NoticeScene)
    steps = ladder(kind, metrics, has_picture=has_picture)
    words = _set(scene.words, metrics)
    hours = scene if isinstance(scene, HoursScene) else None
    notice = scene if isinstance(scene, NoticeScene) else None
    slide = Slide(
        scene.item, kind.capitalize(), words, (), picture, steps, hours=hours, notice=notice
    )
    match scene:
        case VideoScene():
            return replace(slide, clip=ClipRef(scene.clip, scene.offset_ms))
        case AudioScene():
            return replace(slide, sound=scene.sound.label if scene.sound else "")
        case TableScene():
            note = replace(words, body=words.caption, caption="")
            return replace(slide, words=note, table=scene)
        case ClaimScene():
            return replace(slide, claim=scene)
        case BilingualScene():
            return replace(slide, foreign=_set(scene.foreign, metrics) if scene.foreign else None)
        case _:
            return slide


def _picture(scene: ItemScene) -> PictureRef | None:
    match scene:
        case VideoScene():
            return scene.poster
        case TableScene() | ClaimScene() | HoursScene() | NoticeScene():
            return None
        case _:
            return scene.picture


def _set(words: Wording, metrics: Metrics) -> Wording:
    is_strip = metrics.shape == "strip"
    return replace(words, body=side_by_side(words.body)) if is_strip else words
