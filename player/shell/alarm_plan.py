"""Where everything on an emergency page stands, worked out in Python: signs, words, fields.

QML and the plain window draw the same plan. Letters are as large as the page has room for and
never smaller than the viewing distance demands; what does not fit even then goes on further pages
(``set_alarm``). Nothing is elided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QRectF

from player.config.geometry import Metrics, Shape
from player.shell.alarm_words import Arrangement, Row, Written, balanced, line_of, rows_of, set_body
from player.shell.fit_ladder import FOREIGN, small_px
from player.shell.screen_metrics import margin_px
from player.shell.typefaces import Typefaces
from player.stage.alarm.page import AlarmPage, TaggedWords, Tone
from player.stage.alarm.signs import DRAWINGS, Sign

Wish = Literal["large", "readable", "bare"]
"""Headlines as the viewing distance asks of headlines; as it asks of any text; and no signs."""

_SIGN_SHARES: Final[dict[Wish, tuple[float, ...]]] = {
    "large": (1.0, 0.75, 0.5),
    "readable": (0.75, 0.5),
    "bare": (0.0,),
}
"""How large the signs are, against the most they may be: words come before them."""

Ink = Literal["ink", "band", "level"]
"""Whose ink words are in: the page's, the band's, the level's."""

FRAME_SHARE: Final = 0.045
"""Of the shorter side, that the hatched frame of a page takes which is not meant."""

BAND_SHARE: Final = 0.075
"""Letters of the band at most, as a share of the page's shorter side."""

BAND_HEIGHT: Final[dict[Shape, float]] = {
    "landscape": 0.11,
    "portrait": 0.13,
    "square": 0.14,
    "strip": 0.16,
}
"""Of the page's height, that the band takes, unless its words need more at the smallest size."""

SHRINK: Final = 0.92
"""From one letter size to the next."""

LARGEST_SHARE: Final = 0.19
"""Letters of the first headline at most, likewise."""

LEVEL_LETTERS: Final = 1.6
LEVEL_WORDS: Final = 1.3
"""The number of a level against the letters of the page; where its words begin, against its box."""

SIGNS_BESIDE: Final[dict[Shape, float]] = {"landscape": 0.36, "square": 0.3, "strip": 0.36}
SIGNS_ABOVE: Final = 0.27
"""Of the page's width, or height, that the signs take at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page, pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def rect(self) -> QRectF:
        """The same, for Qt."""
        return QRectF(self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class SignPlace:
    """A sign, and the square in which it stands; ``is_mirrored``: drawn as in a mirror."""

    sign: Sign
    x: float
    y: float
    side: float
    is_mirrored: bool


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """Words whose lines are set, and where they stand.

    Attributes:
        text: lines, with line feeds between.
        ink: whose colour.
    """

    text: str
    language: str
    letter_px: int
    is_headline: bool
    is_strong: bool
    ink: Ink
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class AlarmPlan:
    """A page ready to be drawn.

    Attributes:
        tone: its colours.
        frame: width of the hatched frame; 0: none.
        band: behind the words at the head.
        level: of disaster risk; 0: not said.
        level_box: behind its number.
        signs, words: on the page.
    """

    tone: Tone
    frame: float
    band: Box
    level: int
    level_box: Box
    signs: tuple[SignPlace, ...]
    words: tuple[WordsPlace, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is the same on every page of a call: all but signs and blocks."""

    plan: AlarmPlan
    middle: Box


def plan_page(
    page: AlarmPage,
    metrics: Metrics,
    faces: Typefaces,
    number: str = "",
    wish: Wish = "large",
) -> AlarmPlan | None:
    """Return where everything on ``page`` stands; None: it does not fit at any size allowed.

    Args:
        page: what is said.
        metrics: of the screen.
        faces: by language.
        number: which page of how many, like ``1/2``; empty: there is one.
        wish: how good a page must be.
    """
    ground = _ground(page, metrics, faces, number)
    least = -(-metrics.body_px // FOREIGN)
    most = max(least, LARGEST_SHARE * min(metrics.width, metrics.height))
    wanted = min(most, max(least, metrics.title_px))
    floor = wanted if wish == "large" else least
    for share in _SIGN_SHARES[wish]:
        signs, room = _signs(page, ground.middle, metrics, share)
        body = _largest(page, room, metrics, faces, (most, floor))
        if body is not None:
            words = (*ground.plan.words, *(_place(each, room) for each in body))
            return replace(ground.plan, signs=signs, words=words)
    return None


def _largest(
    page: AlarmPage,
    room: Box,
    metrics: Metrics,
    faces: Typefaces,
    sizes: tuple[float, float],
) -> tuple[Written, ...] | None:
    """Return the blocks at the largest size at which they fit, from ``sizes`` down."""
    most, floor = sizes
    size = most
    while size > floor * SHRINK:
        for is_beside, columns in _columns(page, metrics):
            how = Arrangement(max(size, floor), is_beside, columns, metrics.body_px, room.width)
            body = set_body(page.blocks, how, faces)
            if body is not None and body.height <= room.height:
                return tuple(balanced(each, faces) for each in body.placed(room.height))
        size *= SHRINK
    return None


def _columns(page: AlarmPage, metrics: Metrics) -> Sequence[tuple[bool, int]]:
    """Return the arrangements tried: whether the first block stands beside, columns of the rest."""
    others = len(page.blocks) - 1
    if others < 1:
        return ((False, 1),)
    if metrics.shape == "strip":
        return tuple((True, count) for count in range(1, others + 1))
    return tuple((False, count) for count in (1, 2) if count <= others)


def _place(written: Written, room: Box) -> WordsPlace:
    return WordsPlace(
        text=written.text,
        language=written.how.language,
        letter_px=written.how.px,
        is_headline=written.how.is_headline,
        is_strong=written.how.is_headline,
        ink="ink",
        x=room.x + written.x,
        y=room.y + written.y,
        width=written.width,
        height=written.height,
    )


def _ground(page: AlarmPage, metrics: Metrics, faces: Typefaces, number: str) -> _Ground:
    frame = 0.0
    if page.tone == "drill":
        frame = round(FRAME_SHARE * min(metrics.width, metrics.height))
    margin = max(frame * 0.5, margin_px(metrics) * (0.5 if metrics.shape == "strip" else 1))
    left, top = metrics.overscan_x + frame, metrics.overscan_y + frame
    inside = Box(left, top, metrics.width - 2 * left, metrics.height - 2 * top)
    width = inside.width - 2 * margin
    band, band_words = _band(page, metrics, faces, Box(left + margin, top, width, 0))
    foot, level_box, foot_words = _foot(
        page, metrics, faces, number, Box(left + margin, top + inside.height, width, 0)
    )
    gap = round(metrics.body_px * (0.3 if metrics.shape == "strip" else 0.7))
    band_box = Box(left if frame else 0, band.y, inside.width if frame else metrics.width, 0)
    band_box = replace(
        band_box, y=top if frame else 0, height=band.y + band.height - (top if frame else 0)
    )
    middle_top = band_box.y + band_box.height + gap
    middle = Box(left + margin, middle_top, width, foot - gap - middle_top)
    plan = AlarmPlan(
        page.tone, frame, band_box, page.level or 0, level_box, (), (*band_words, *foot_words)
    )
    return _Ground(plan, middle)


def _band(
    page: AlarmPage, metrics: Metrics, faces: Typefaces, place: Box
) -> tuple[Box, tuple[WordsPlace, ...]]:
    """Return the band's box below ``place.y``, and its words: one line if they can be."""
    most = BAND_HEIGHT[metrics.shape] * metrics.height
    size = max(metrics.body_px, BAND_SHARE * min(metrics.width, metrics.height))
    while True:
        letters = max(metrics.body_px, round(size))
        rows = rows_of(page.band, letters, place.width, faces, strong=True)
        air = round(letters * 0.18)
        height = sum(row.height for row in rows) + 2 * air
        if height <= most or letters == metrics.body_px:
            break
        size *= SHRINK
    words = _rows(rows, place.x, place.y + air, place.width, "band", is_centred=True)
    return Box(place.x, place.y, place.width, height), tuple(words)


def _foot(
    page: AlarmPage, metrics: Metrics, faces: Typefaces, number: str, place: Box
) -> tuple[float, Box, tuple[WordsPlace, ...]]:
    """Return where the foot begins, the box of the level's number, and its words.

    The first language always says who and when; others as far as one line more has room.
    """
    small = small_px(metrics)
    air = round(small * (0.2 if metrics.shape == "strip" else 0.6))
    words: list[WordsPlace] = []
    bottom = place.y - air
    number_words = (
        line_of((TaggedWords("en", number),), small, faces, strong=True) if number else None
    )
    room = place.width - (number_words.width + 2 * small if number_words else 0)
    rows = rows_of(page.foot, small, room, faces, strong=False)
    shown = rows[: max(1, len(rows_of(page.foot[:1], small, room, faces, strong=False)))]
    if number_words is not None:
        at = place.x + place.width - number_words.width
        words += _rows((number_words,), at, bottom - number_words.height, 0, "ink")
    height = max(sum(row.height for row in shown), number_words.height if number_words else 0)
    words += _rows(shown, place.x, bottom - height, 0, "ink")
    bottom -= height
    level_box, level_words = _level(page, metrics, faces, replace(place, y=bottom))
    top = min([bottom, *(each.y for each in level_words)])
    return top, level_box, (*words, *level_words)


def _level(
    page: AlarmPage, metrics: Metrics, faces: Typefaces, place: Box
) -> tuple[Box, tuple[WordsPlace, ...]]:
    """Return the box of the level's number, its foot on ``place.y``, and the words beside it."""
    if page.level is None:
        return Box(0, 0, 0, 0), ()
    letters = small_px(metrics)
    number = (TaggedWords("en", str(page.level)),)
    digit = line_of(number, round(metrics.body_px * LEVEL_LETTERS), faces, strong=True)
    side, beside = digit.height, digit.height * LEVEL_WORDS
    told = rows_of(page.level_words, letters, place.width - beside, faces, strong=True)
    high = sum(row.height for row in told)
    total = max(side, high)
    box = Box(place.x, place.y - total + (total - side) / 2, side, side)
    return box, (
        *_rows((digit,), box.x, box.y, side, "level", is_centred=True),
        *_rows(told, place.x + beside, place.y - total + (total - high) / 2, 0, "ink"),
    )


def _rows(
    rows: Sequence[Row], x: float, y: float, width: float, ink: Ink, *, is_centred: bool = False
) -> Iterator[WordsPlace]:
    for row in rows:
        start = x + max(0.0, (width - row.width) / 2) if is_centred else x
        for word in row.words:
            yield WordsPlace(
                text=word.text,
                language=word.how.language,
                letter_px=word.how.px,
                is_headline=True,
                is_strong=row.is_strong,
                ink=ink,
                x=start + word.x,
                y=y + word.y,
                width=word.width,
                height=word.height,
            )
        y += row.height


def _signs(
    page: AlarmPage, middle: Box, metrics: Metrics, share: float
) -> tuple[tuple[SignPlace, ...], Box]:
    """Return where the signs stand, and what they leave to the words."""
    if share <= 0:
        return (), middle
    count = len(page.signs)
    gap = round(metrics.body_px * 0.5)
    between = round(metrics.body_px * 0.3)
    if metrics.shape in SIGNS_BESIDE:
        share *= SIGNS_BESIDE[metrics.shape]
        return _beside(page, middle, (gap, between), share, metrics)
    side = min(
        (middle.width - (count - 1) * between) / count,
        SIGNS_ABOVE * metrics.height * share,
    )
    total = count * side + (count - 1) * between
    at = middle.x + (middle.width - total) / 2
    signs = tuple(
        SignPlace(sign, at + number * (side + between), middle.y, side, _turns(sign, page))
        for number, sign in enumerate(page.signs)
    )
    taken = side + gap
    return signs, Box(middle.x, middle.y + taken, middle.width, middle.height - taken)


def _beside(
    page: AlarmPage, middle: Box, gaps: tuple[int, int], share: float, metrics: Metrics
) -> tuple[tuple[SignPlace, ...], Box]:
    """Set the signs at the left: one above the other, on a strip side by side."""
    count, (gap, between) = len(page.signs), gaps
    is_row = metrics.shape == "strip"
    across, down = (count, 1) if is_row else (1, count)
    side = min(
        (share * metrics.width - (across - 1) * between) / across,
        (middle.height - (down - 1) * between) / down,
    )
    high = down * side + (down - 1) * between
    wide = across * side + (across - 1) * between
    top = middle.y + (middle.height - high) / 2
    step = side + between
    signs = tuple(
        SignPlace(
            sign,
            middle.x + (number * step if is_row else 0),
            top + (0 if is_row else number * step),
            side,
            _turns(sign, page),
        )
        for number, sign in enumerate(page.signs)
    )
    taken = wide + gap * 2
    return signs, Box(middle.x + taken, middle.y, middle.width - taken, middle.height)


def _turns(sign: Sign, page: AlarmPage) -> bool:
    return DRAWINGS[sign].is_turnable and page.is_left
