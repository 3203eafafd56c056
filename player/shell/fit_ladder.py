"""How a page is set when its text is long: arrangements and letter sizes, best first.

A template tries the steps in order and keeps the first whose text fits. The letters never go
below what the viewing distance demands (``player.config.geometry``); the picture gives way
first, then the letters, then the rest of the picture.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from player.config.geometry import Metrics, Shape

Kind = Literal[
    "poster",
    "photo",
    "bulletin",
    "video",
    "audio",
    "table",
    "claim",
    "bilingual",
    "hours",
    "notice",
    "gate-page",
    "builtin",
]
Arrangement = Literal["beside", "above", "bare", "alone"]

SMALL_SHARE: Final = 0.8
"""Gate name, labels and source line against body text: D/250.

Source: reading distance / 250, the rail accessibility rule (TSI PRM) for signs.
"""


FOREIGN: Final = 0.75
"""Most of the size of the Vietnamese letters that foreign ones below them may have.

Source: Law on Advertising 2012, article 18(2).
"""


@dataclass(frozen=True, slots=True)
class FitStep:
    """One way to set a page.

    Attributes:
        arrangement: where the picture stands: ``beside`` the words, ``above`` them, or
            ``bare``: no picture (the gate page: nothing but what must be said), ``alone``: the
            gate page in one language.
        picture_share: least share of the page (its width, or height) the picture keeps, 0..1.
        title_px, body_px: letter sizes, pixels.
    """

    arrangement: Arrangement
    picture_share: float
    title_px: int
    body_px: int


@dataclass(frozen=True, slots=True)
class _Rung:
    """An arrangement tried at every size between two.

    0 is the floor, 1 the wanted size; upright pages have room for up to 2.
    """

    arrangement: Arrangement
    picture_share: float
    largest: float = 1.0
    smallest: float = 0.0


_BARE: Final = _Rung("bare", 0)
_GATE_PAGE: Final = (_Rung("above", 0), _Rung("beside", 0), _BARE, _Rung("alone", 0))
"""Mark, and in every language its name of the gate and advice; the advice only; no mark; only
the slot's language, for the others have slots of their own."""

_LADDERS: Final[dict[tuple[Kind, Shape], tuple[_Rung, ...]]] = {
    ("poster", "landscape"): (
        _Rung("above", 0.60, 1, 0.5),
        _Rung("above", 0.48, 0.75, 0.25),
        _Rung("beside", 0.46, 0.5, 0),
        _Rung("above", 0.38, 0.25, 0),
        _Rung("above", 0.25, 0, 0),
        _BARE,
    ),
    ("poster", "portrait"): (
        _Rung("above", 0.58, 2, 0.25),
        _Rung("above", 0.46, 0.5, 0),
        _Rung("above", 0.30, 0.25, 0),
        _BARE,
    ),
    ("photo", "landscape"): (
        _Rung("beside", 0.62, 1, 0.25),
        _Rung("beside", 0.52, 0.5, 0),
        _Rung("above", 0.50, 0.25, 0),
        _Rung("beside", 0.42, 0.25, 0),
        _BARE,
    ),
    ("photo", "portrait"): (
        _Rung("above", 0.50, 2, 0.25),
        _Rung("above", 0.38, 0.5, 0),
        _Rung("above", 0.28, 0, 0),
        _BARE,
    ),
    ("bulletin", "landscape"): (
        _Rung("beside", 0.42, 1, 0.25),
        _Rung("beside", 0.32, 0.5, 0),
        _BARE,
    ),
    ("bulletin", "portrait"): (
        _Rung("above", 0.36, 2, 0.25),
        _Rung("above", 0.26, 0.5, 0),
        _BARE,
    ),
    ("video", "landscape"): (
        _Rung("beside", 0.64, 1, 0.25),
        _Rung("beside", 0.55, 0.5, 0),
        _Rung("above", 0.55, 0.5, 0),
        _Rung("above", 0.40, 0.25, 0),
        _Rung("beside", 0.34, 0, 0),
        _Rung("above", 0.22, 0, 0),
    ),
    ("video", "portrait"): (
        _Rung("above", 0.32, 2, 0),
        _Rung("above", 0.20, 0, 0),
    ),
    ("video", "square"): (
        _Rung("above", 0.55, 1, 0.25),
        _Rung("above", 0.42, 0.75, 0),
        _Rung("above", 0.20, 0, 0),
    ),
    ("audio", "landscape"): (
        _Rung("beside", 0.54, 1, 0.25),
        _Rung("beside", 0.44, 0.5, 0),
        _Rung("beside", 0.34, 0.25, 0),
        _BARE,
    ),
    ("audio", "portrait"): (
        _Rung("above", 0.46, 2, 0.25),
        _Rung("above", 0.34, 0.5, 0),
        _Rung("above", 0.24, 0.25, 0),
        _BARE,
    ),
    # Where a picture would stand, stands a strip's table, or the card of a claim.
    ("table", "strip"): (_Rung("beside", 0.5), _Rung("beside", 0.62)),
    ("claim", "landscape"): (_Rung("beside", 0.42, 2),),
    ("claim", "portrait"): (_Rung("above", 0, 2),),
    ("bilingual", "landscape"): (
        _Rung("above", 0.46, 1, 0.25),
        _Rung("beside", 0.46, 1, 0),
        _Rung("above", 0.36, 0.25, 0),
        _Rung("beside", 0.36, 0, 0),
        _Rung("above", 0.22, 0, 0),
        _BARE,
    ),
    ("bilingual", "portrait"): (
        _Rung("above", 0.50, 2, 0.5),
        _Rung("above", 0.38, 1, 0),
        _Rung("above", 0.26, 0.25, 0),
        _BARE,
    ),
    # Where a picture would stand, stands the sign of a notice; it is never left out.
    ("notice", "landscape"): (_Rung("beside", 0.28, 2), _Rung("beside", 0.22, 0.5, 0)),
    ("notice", "portrait"): (_Rung("above", 0.22, 2), _Rung("above", 0.16, 0.5, 0)),
    ("notice", "strip"): (_Rung("beside", 0.24, 1), _Rung("beside", 0.2, 0.5, 0)),
    # A strip has no height for a picture above its words: a stamp of a few letters.
    ("poster", "strip"): (_Rung("beside", 0.3, 1, 0), _Rung("beside", 0.22, 0.5, 0), _BARE),
    ("photo", "strip"): (_Rung("beside", 0.36, 1, 0), _Rung("beside", 0.26, 0.5, 0), _BARE),
    ("bulletin", "strip"): (_Rung("beside", 0.26, 1, 0.25), _BARE),
    ("audio", "strip"): (_Rung("beside", 0.3, 1, 0), _Rung("beside", 0.22, 0.5, 0), _BARE),
    ("video", "strip"): (
        _Rung("beside", 0.34, 1, 0),
        _Rung("beside", 0.26, 0, 0),
    ),
}

_WANTED_TITLE: Final[dict[Kind, float]] = {
    "poster": 0.098,
    "gate-page": 0.09,
    "video": 0.07,
    "table": 0.066,
    "claim": 0.066,
    "hours": 0.066,
}
_USUAL_TITLE: Final = 0.078
_WANTED_BODY: Final = 0.042
"""Wanted sizes as shares of the page's shorter side, for screens read from close by."""

STILL_LARGE: Final = 1.25
"""A headline this much larger than the text stands out."""

_ABOVE_FLOOR: Final = 1.25
"""Where the distance decides, letters start this much above the floor."""

_GRADES: Final = (2.0, 1.5, 1.0, 0.75, 0.5, 0.25, 0.0)


def ladder(kind: Kind, metrics: Metrics, *, has_picture: bool) -> tuple[FitStep, ...]:
    """Return the ways to set a page, best first; never empty.

    Args:
        kind: of the page.
        metrics: of the screen.
        has_picture: or a card in its place; without one only the sizes vary.
    """
    shape: Shape = "landscape" if metrics.shape in {"landscape", "strip"} else "portrait"
    rungs: tuple[_Rung, ...] = _GATE_PAGE if kind == "gate-page" else (_BARE,)
    if has_picture:
        rungs = _LADDERS.get((kind, metrics.shape)) or _LADDERS.get((kind, shape), rungs)
    steps = (
        FitStep(
            rung.arrangement,
            rung.picture_share,
            _between(metrics.title_px, _wanted_title(kind, metrics), grade),
            _between(least_body(kind, metrics), _wanted_body(kind, metrics), grade),
        )
        for rung in rungs
        for grade in _grades(rung)
    )
    last = _modest_notice(metrics, rungs[-1]) if kind == "notice" else ()
    return tuple(dict.fromkeys((*steps, *last)))


def _modest_notice(metrics: Metrics, last: _Rung) -> Iterator[FitStep]:
    """Yield how a notice is set whose headline would take the room of its text.

    Rather than in several pages; on a strip the headline is only bold, if need be.
    """
    body = least_body("notice", metrics)
    shares = (STILL_LARGE, 1.0) if metrics.shape == "strip" else (STILL_LARGE,)
    for share in shares:
        title = min(metrics.title_px, round(body * share))
        yield FitStep(last.arrangement, last.picture_share, title, body)


def small_px(metrics: Metrics) -> int:
    """Return the letter size of gate name, labels and source line, in pixels."""
    return math.ceil(metrics.body_px * SMALL_SHARE)


def _grades(rung: _Rung) -> Iterator[float]:
    return (grade for grade in _GRADES if rung.smallest <= grade <= rung.largest)


def _wanted_title(kind: Kind, metrics: Metrics) -> float:
    share = _WANTED_TITLE.get(kind, _USUAL_TITLE)
    return max(share * min(metrics.width, metrics.height), _ABOVE_FLOOR * metrics.title_px)


def _wanted_body(kind: Kind, metrics: Metrics) -> float:
    shorter = min(metrics.width, metrics.height)
    return max(_WANTED_BODY * shorter, _ABOVE_FLOOR * least_body(kind, metrics))


def least_body(kind: Kind, metrics: Metrics) -> int:
    """Return the smallest letters of running text: what stands below it may need the floor."""
    return math.ceil(metrics.body_px / FOREIGN) if kind == "bilingual" else metrics.body_px


def _between(floor: int, wanted: float, grade: float) -> int:
    return round(floor + (max(wanted, floor) - floor) * grade)
