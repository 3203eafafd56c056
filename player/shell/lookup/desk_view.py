"""The pages of a touch session for QML: what is seen, and in which lengths.

Folds a page and a session into display-ready values; what a traveller touches comes back as the
name of an action (``acted``). It decides nothing.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.clock_words import ClockWords
from player.shell.lookup.desk_room import DeskRoom
from player.shell.lookup.flow import Measured
from player.shell.lookup.frame import Frame
from player.shell.lookup.long_lines import cut_long
from player.shell.lookup.slices import is_sliced
from player.shell.mark_view import NoticeMarkModel
from player.shell.paged import PagedViewModel
from player.shell.row_list import RowList
from player.stage.clocks import ClockTimes
from player.stage.session.page import Button, Line, Page

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

EMPTY: Final = Page("Home", "")

ZOOMS: Final = (1.0, 1.5, 2.2, 3.2)
"""How much larger than whole a page is, by steps of zoom."""


@QmlElement
@QmlUncreatable("owned by the Python shell")
class DeskViewModel(PagedViewModel):  # type: ignore[operator]
    """One session's page at a time, or none."""

    pageChanged = Signal()
    zoomChanged = Signal()
    frameChanged = Signal()
    invitedChanged = Signal()

    _page: Page
    _frame: Frame

    def __init__(self, room: DeskRoom, *, is_touched: bool = True) -> None:
        """Begin unseen.

        Args:
            room: lengths of the pages.
            is_touched: whether travellers touch the screen; else nothing on it asks to be.
        """
        super().__init__(room, EMPTY, Frame(), Line)
        # A property of Python tells QML of changes by a signal of its own class only.
        self.folded.connect(self.pageChanged)
        self.turned.connect(self.zoomChanged)
        self.framed.connect(self.frameChanged)
        self._is_touched = is_touched
        self._zoom = 0
        self._cut: tuple[Line, ...] = ()
        self._today = RowList(Line)
        self._notice = NoticeMarkModel()
        self._navigation = RowList(Button)
        self._modes = RowList(Button)
        self._invitations = RowList(Button)
        self._clocks = ClockWords()

    def set_room(self, room: DeskRoom) -> None:
        """Set the pages in other lengths."""
        if room == self.room:
            return
        self._lengths.set_room(room)
        self._cut_lines()
        self.folded.emit()

    @property
    def page(self) -> Page:
        """What is seen."""
        return self._page

    @property
    def is_touched(self) -> bool:
        """Whether travellers touch the screen, and turn its sheets themselves."""
        return self._is_touched

    @property
    def seen(self) -> tuple[Line, ...]:
        """The lines on the sheet that is seen; of a page that has not been set: all."""
        if len(self._spots) != len(self._cut):
            return self._cut
        told = zip(self._cut, self._spots, strict=True)
        return tuple(line for line, spot in told if spot.sheet == self._sheet)

    @property
    def question(self) -> str:
        """What stands over the page, "": nothing is asked."""
        return next(iter(self._frame.asks), "")

    def fold(self, page: Page, sheet: int, zoom: int = 0) -> None:
        """Show ``page``, its sheet number ``sheet``, larger by ``zoom`` steps."""
        is_other = page != self._page
        self._page, self._sheet, self._zoom = page, sheet, zoom
        self._language = page.language
        if is_other:
            self._cut_lines()
            self._today.replace_rows(page.today)
            if page.notice is not None:
                self._notice.fold(page.notice.mark)
        self._slice()
        if is_other and is_sliced(page):
            self.measured.emit(self._slices.sheets(page))
        if is_other:
            # Last: QML measures the lines when it hears of it, and answers by ``place``.
            self.folded.emit()
        self.turned.emit()

    def _cut_lines(self) -> None:
        self._cut = tuple(
            cut_long(self._page.lines, self.room.letters, is_drawn=self.room.is_drawn)
        )
        self._lines.replace_rows(self._cut)

    def frame(self, frame: Frame) -> None:
        """Show ``frame`` around the page."""
        if frame == self._frame:
            return
        self._frame = frame
        self._navigation.replace_rows(frame.navigation)
        self._modes.replace_rows(frame.modes)
        self._clocks.place(*frame.places)
        self.framed.emit()

    def tell_time(self, times: ClockTimes) -> None:
        """Show what time it is."""
        self._clocks.tell(times)

    def invite(self, buttons: Sequence[Button]) -> None:
        """Offer languages below the programme; none: nobody is invited to touch."""
        self._invitations.replace_rows(buttons)
        self.invitedChanged.emit()

    @property
    def invitation_px(self) -> int:
        """Height that the invitation takes of the stage; 0: nobody is invited."""
        return self.room.invitation if self._invitations.rows else 0

    @Slot("QVariantList", float, float)
    def place(self, heights: list[float], room: float, gap: float) -> None:
        """Set the lines of the page, of these heights, in columns of ``room`` pixels."""
        rows = self._cut
        if len(heights) != len(rows):
            return
        told = [Measured(h, line.leads_on) for h, line in zip(heights, rows, strict=True)]
        self._flow(told, room, gap)

    def _forget(self) -> None:
        self.fold(EMPTY, 0)

    def _slice(self) -> None:
        self._buttons.replace_rows(self._slices.shown(self._page, self._sheet))

    @Property(RowList, constant=True)
    def invitations(self) -> RowList:
        """Languages to begin in."""
        return self._invitations

    @Property(bool, notify=invitedChanged)
    def isInviting(self) -> bool:
        """Whether the screen is to be touched."""
        return bool(self._invitations.rows)

    @Property(bool, constant=True)
    def isTouched(self) -> bool:
        """Whether travellers touch the screen."""
        return self._is_touched

    @Property("QStringList", notify=pageChanged)  # type: ignore[arg-type]
    def marks(self) -> list[str]:
        """Labels that must be seen."""
        return list(self._page.marks)

    @Property(NoticeMarkModel, constant=True)
    def notice(self) -> NoticeMarkModel:
        """What the first notice is, where there is one."""
        return self._notice

    @Property("QStringList", notify=pageChanged)  # type: ignore[arg-type]
    def noticeWords(self) -> list[str]:
        """Its label, its headline, and how many there are beside it; empty: there is none."""
        card = self._page.notice
        if card is None:
            return []
        return [card.label, card.headline, f"+{card.others}" if card.others else ""]

    @Property(str, notify=pageChanged)
    def noticeLanguage(self) -> str:
        """Of these words."""
        return self._page.notice.language if self._page.notice else ""

    @Property(RowList, constant=True)
    def today(self) -> RowList:
        """How lanes stand."""
        return self._today

    @Property(float, notify=zoomChanged)
    def zoom(self) -> float:
        """How much larger than whole a page of a document is."""
        return ZOOMS[self._zoom]

    @Property(bool, notify=zoomChanged)
    def canEnlarge(self) -> bool:
        """Whether it can be made larger still."""
        return self._zoom + 1 < len(ZOOMS)

    @Property(str, notify=pageChanged)
    def picture(self) -> str:
        """Address of the page of a document, or of the first picture of a clip."""
        return self._page.picture

    @Property(float, notify=pageChanged)
    def aspect(self) -> float:
        """Its width divided by its height."""
        return self._page.aspect

    @Property(str, notify=pageChanged)
    def clip(self) -> str:
        """Address of the clip, or empty."""
        return self._page.clip

    @Property(int, notify=pageChanged)
    def volume(self) -> int:
        """Of the clip; -1: without sound."""
        return self._page.volume

    @Property(bool, notify=frameChanged)
    def isHeard(self) -> bool:
        """Whether the clip is to play."""
        return self._frame.is_heard

    @Property("QStringList", notify=frameChanged)  # type: ignore[arg-type]
    def zoomWords(self) -> list[str]:
        """On the buttons that make a page smaller and larger."""
        return list(self._frame.zoom)

    @Property(str, notify=frameChanged)
    def gate(self) -> str:
        """Name of the gate."""
        return self._frame.gate

    @Property(RowList, constant=True)
    def navigation(self) -> RowList:
        """Buttons that never move."""
        return self._navigation

    @Property(RowList, constant=True)
    def modes(self) -> RowList:
        """Buttons that change how pages are seen."""
        return self._modes

    @Property(ClockWords, constant=True)
    def clocks(self) -> ClockWords:
        """The time here and across the border."""
        return self._clocks

    @Property("QStringList", notify=frameChanged)  # type: ignore[arg-type]
    def searchWords(self) -> list[str]:
        """Word and hint of the field that opens the search."""
        return list(self._frame.search)

    @Property("QStringList", notify=frameChanged)  # type: ignore[arg-type]
    def asks(self) -> list[str]:
        """Whether the traveller is still there: question, explanation, button; none: not asked."""
        return list(self._frame.asks)

    @Property(bool, notify=frameChanged)
    def isContrast(self) -> bool:
        """Whether colours are as far apart as can be."""
        return self._frame.is_contrast
