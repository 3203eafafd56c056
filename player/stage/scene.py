"""Scenes: everything one picture of the stage says, ready to be drawn.

A scene is made from a slot by ``compose.py`` and drawn by a template of ``layouts/``. It holds
words in the language shown and paths of verified files; whoever draws it decides nothing.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal

from player.pack.table import Alignment
from player.stage.alarm.signs import Sign

Tone = Literal["prepare", "safe", "calm", "drill"]
"""How a notice looks: yellow and black, be ready; green and white, safe; in the colours of the
house, calm; white and hatched, not meant."""

LEAST_LEFT_MS: Final = 1000
"""A recording with less than this to go is not begun."""


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A verified picture file.

    Attributes:
        path: absolute.
        width, height: pixels.
        focus_x, focus_y: 0..1, the point that must stay in view when cropped.
    """

    path: Path
    width: int
    height: int
    focus_x: float = 0.5
    focus_y: float = 0.5


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a scene, each ready to be drawn; empty means absent.

    Attributes:
        language: tag of these words; decides font, line height and direction.
        title, body, caption: of the item.
        origin: source line (authority, document, dates, credit).
        marks: labels that must be seen: sample, shown in another language, may be outdated.
        gate: name of the gate, which stands on every page.
        language_name: own name of this language, in its own script.
        own_place, neighbour_place: whose time the clocks of the page show.
        fresh_until: aware instant from which they would be worded otherwise; None: they do not
            depend on the time of day. The page that says them is then composed anew.
    """

    language: str
    title: str = ""
    body: str = ""
    caption: str = ""
    origin: str = ""
    marks: tuple[str, ...] = ()
    gate: str = ""
    language_name: str = ""
    own_place: str = ""
    neighbour_place: str = ""
    # Two pages that say the same are the same page, whenever they were worded.
    fresh_until: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PosterScene:
    """A full picture with large words."""

    item: str
    words: Wording
    picture: PictureRef


@dataclass(frozen=True, slots=True)
class PhotoScene:
    """A photograph with a caption."""

    item: str
    words: Wording
    picture: PictureRef


@dataclass(frozen=True, slots=True)
class BulletinScene:
    """Headline and paragraphs, beside a picture if there is one."""

    item: str
    words: Wording
    picture: PictureRef | None


@dataclass(frozen=True, slots=True)
class VideoScene:
    """A clip over its poster.

    Attributes:
        clip: absolute path of the verified file.
        offset_ms: where the clip stands when the scene begins late.
        lasts_ms: how long the clip is said to be; 0 when nobody says.
    """

    item: str
    words: Wording
    poster: PictureRef
    clip: Path
    offset_ms: int = 0
    lasts_ms: int = 0


@dataclass(frozen=True, slots=True)
class SoundRef:
    """A recording that is played while its page stands alone.

    Attributes:
        path: absolute path of the verified file.
        duration_ms: of all of it.
        volume: 0 to 100.
        label: the language it speaks, as its page names it.
        offset_ms: where it begins when the scene begins late.
    """

    path: Path
    duration_ms: int
    volume: int
    label: str
    offset_ms: int = 0


@dataclass(frozen=True, slots=True)
class AudioScene:
    """A picture with words that are read aloud.

    Attributes:
        sound: None where nothing is heard: no recording, or a screen without sound.
    """

    item: str
    words: Wording
    picture: PictureRef
    sound: SoundRef | None = None


@dataclass(frozen=True, slots=True)
class CellWords:
    """The words of one cell of a table, and their language: not always that of the page."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its heading, empty if it has none, and where its cells stand."""

    heading: CellWords
    align: Alignment


@dataclass(frozen=True, slots=True)
class TableScene:
    """A table; ``words`` are its title and the note below it.

    Attributes:
        rows: each with as many cells as there are columns.
    """

    item: str
    words: Wording
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[CellWords, ...], ...]


@dataclass(frozen=True, slots=True)
class ClaimScene:
    """A false claim and the fact that answers it.

    Attributes:
        words: ``body`` is the fact.
        claim: never to be seen without ``verdict`` and the beginning of the fact.
        verdict: says that the claim is false.
        fact_label: says that what follows is true.
    """

    item: str
    words: Wording
    claim: str
    verdict: str
    fact_label: str


@dataclass(frozen=True, slots=True)
class BilingualScene:
    """A picture with Vietnamese words and, smaller and below, those of one other language.

    Attributes:
        words: Vietnamese; labels and source line are of this language too.
        foreign: title and body; None where the pack has no words but the Vietnamese.
    """

    item: str
    words: Wording
    foreign: Wording | None
    picture: PictureRef


@dataclass(frozen=True, slots=True)
class HoursRow:
    """How one lane stands for one activity, in words; empty means absent.

    Attributes:
        status: decides shape and colour of the sign beside ``word``.
        word: e.g. "Open now".
        change: what happens at ``times``, e.g. "opens tomorrow at".
        times: of that change, one for each of the board's clocks; empty: none is foreseen.
        countdown: how far off it is, where it is near.
        reason: of an exception in force.
    """

    lane: str
    activity: str
    status: Literal["open", "closed", "unknown"]
    word: str
    change: str = ""
    times: tuple[str, ...] = ()
    countdown: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HoursScene:
    """The opening hours of the gate.

    Attributes:
        clocks: whose time each of a row's ``times`` is; empty: both sides have the same.
    """

    item: str
    words: Wording
    clocks: tuple[str, ...]
    rows: tuple[HoursRow, ...]


@dataclass(frozen=True, slots=True)
class NoticeMark:
    """What a notice is, without words.

    Attributes:
        tone: its colours.
        sign: safety sign; None: the triangle of what is yellow, else the icon.
        icon: what it is about.
    """

    tone: Tone
    sign: Sign | None = None
    icon: str = "information"


URGENT: Final = NoticeMark("prepare")


@dataclass(frozen=True, slots=True)
class NoticeScene:
    """A notice as a page of its own.

    Attributes:
        words: ``title`` is what happens, ``origin`` who says so.
        label: the word that says what this is.
        mark: beside that word.
    """

    item: str
    words: Wording
    label: str
    mark: NoticeMark


@dataclass(frozen=True, slots=True)
class GatePageScene:
    """The default gate page: a readable pack, but nothing scheduled.

    Attributes:
        words: title is the gate's name, body the standing invitation, in the slot's language.
        stacked: the same in the other languages, in order.
    """

    words: Wording
    stacked: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class BuiltinScene:
    """The built-in page: drawn with no file at all."""


ItemScene = (
    PosterScene
    | PhotoScene
    | BulletinScene
    | VideoScene
    | AudioScene
    | TableScene
    | ClaimScene
    | BilingualScene
    | HoursScene
    | NoticeScene
)
Scene = ItemScene | GatePageScene | BuiltinScene


def joined(scene: Scene, late: timedelta) -> Scene:
    """Return ``scene`` as it stands when it begins ``late``, in step with the screens beside it."""
    late_ms = late // timedelta(milliseconds=1)
    match scene:
        case VideoScene():
            return replace(scene, offset_ms=late_ms)
        case AudioScene(sound=SoundRef() as sound):
            is_over = sound.duration_ms - late_ms < LEAST_LEFT_MS
            return replace(scene, sound=None if is_over else replace(sound, offset_ms=late_ms))
    return scene
