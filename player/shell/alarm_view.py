"""An emergency page for QML: where its signs and words stand, and which of two cards is in front.

Nothing is chosen here: ``alarm_plan`` sets the pages, ``alarm_keeper`` turns them.
"""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import Property, QObject, QRectF, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.alarm_plan import AlarmPlan, Box, SignPlace, WordsPlace
from player.shell.cards_view import CardsViewModel
from player.shell.mark_view import SignRow, sign_row
from player.shell.row_list import RowList

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

MOST_FADE_MS: Final = 250
"""A page comes on within this: an emergency owns the screen at once, and nothing ever flashes."""

NOWHERE: Final = Box(0, 0, 0, 0)
NO_PLAN: Final = AlarmPlan("drill", 0, NOWHERE, 0, NOWHERE, (), ())


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words for QML."""

    text: str
    language: str
    letter_px: int
    headline: bool
    strong: bool
    whose: str
    from_left: float
    from_top: float
    wide: float


@QmlElement
@QmlUncreatable("owned by the Python shell")
class AlarmCard(QObject):  # type: ignore[operator]
    """One of the two cards that take turns."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plan = NO_PLAN
        self._hatch = ""
        self._signs = RowList(SignRow)
        self._words = RowList(WordsRow)

    def show(self, plan: AlarmPlan, width: int, height: int) -> None:
        """Take another page of ``width`` x ``height`` pixels."""
        self.plan = plan
        self._hatch = hatch(width, height, plan.frame)
        self._signs.replace_rows([_sign_row(place) for place in plan.signs])
        self._words.replace_rows([_words_row(place) for place in plan.words])
        self.changed.emit()

    @Property(str, notify=changed)
    def tone(self) -> str:
        """Colours of the page: ``act``, ``prepare``, ``safe`` or ``drill``."""
        return self.plan.tone

    @Property(float, notify=changed)
    def frame(self) -> float:
        """Width of the hatched frame; 0: none."""
        return self.plan.frame

    @Property(str, notify=changed)
    def hatch(self) -> str:
        """Path of the frame's stripes; empty: none."""
        return self._hatch

    @Property(QRectF, notify=changed)
    def band(self) -> QRectF:
        """Behind the words at the head."""
        return self.plan.band.rect

    @Property(int, notify=changed)
    def level(self) -> int:
        """Of disaster risk; 0: not said."""
        return self.plan.level

    @Property(QRectF, notify=changed)
    def levelBox(self) -> QRectF:
        """Behind the level's number."""
        return self.plan.level_box.rect

    @Property(RowList, constant=True)
    def signs(self) -> RowList:
        """Signs of the page."""
        return self._signs

    @Property(RowList, constant=True)
    def words(self) -> RowList:
        """Words of the page."""
        return self._words


@QmlElement
@QmlUncreatable("owned by the Python shell")
class AlarmViewModel(CardsViewModel):  # type: ignore[operator]
    """An emergency that covers the screen, or none."""

    def __init__(self, fade_ms: int) -> None:
        """Set up a view that shows nothing; ``fade_ms`` is 0 in pictures made for comparison."""
        super().__init__(min(fade_ms, MOST_FADE_MS))
        self._cards = (AlarmCard(), AlarmCard())

    def show(self, plan: AlarmPlan, width: int, height: int) -> None:
        """Put a page of ``width`` x ``height`` pixels up, above whatever is there."""
        if self.is_up and plan == self.plan:
            return
        self._turn()
        self._cards[self._front].show(plan, width, height)
        self._put_up()

    @property
    def plan(self) -> AlarmPlan:
        """The page in front."""
        return self._cards[self._front].plan

    @Property(AlarmCard, constant=True)
    def first(self) -> AlarmCard:
        """One card."""
        return self._cards[0]

    @Property(AlarmCard, constant=True)
    def second(self) -> AlarmCard:
        """The other card."""
        return self._cards[1]


def hatch(width: int, height: int, frame: float) -> str:
    """Return the path of the stripes of a frame, half as wide as it; empty without a frame.

    Only the four sides are striped: stripes across the whole page took a third of a second to paint
    in software. They meet in the corners, for all lie where x + y is in the same steps, and turn
    the same way round, so that none takes another out.
    """
    if frame <= 0:
        return ""
    wide = max(4, round(frame / 2))
    steps = range(0, width + height + wide, 2 * wide)
    return " ".join(
        path
        for at in steps
        for path in (
            _across(at, 0, wide, frame),
            _across(at, height - frame, wide, frame),
            _down(at, 0, wide, frame),
            _down(at, width - frame, wide, frame),
        )
    )


def _across(at: float, top: float, wide: float, frame: float) -> str:
    left, foot = at - top, top + frame
    return (
        f"M {left} {top} L {left + wide} {top}"
        f" L {left + wide - frame} {foot} L {left - frame} {foot} Z"
    )


def _down(at: float, left: float, wide: float, frame: float) -> str:
    top, right = at - left, left + frame
    return (
        f"M {left} {top} L {right} {top - frame}"
        f" L {right} {top + wide - frame} L {left} {top + wide} Z"
    )


def _sign_row(place: SignPlace) -> SignRow:
    return sign_row(place.sign, place.x, place.y, place.side, is_mirrored=place.is_mirrored)


def _words_row(place: WordsPlace) -> WordsRow:
    return WordsRow(
        text=place.text,
        language=place.language,
        letter_px=place.letter_px,
        headline=place.is_headline,
        strong=place.is_strong,
        whose=place.ink,
        from_left=place.x,
        from_top=place.y,
        wide=ceil(place.width),
    )
