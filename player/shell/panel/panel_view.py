"""The staff panel for QML: what is seen, and in which lengths.

Folds a page and its frame into display-ready values; what an officer touches comes back as the name
of an action (``acted``). It decides nothing.
"""

from typing import Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.lookup.desk_room import DeskRoom
from player.shell.lookup.flow import Measured
from player.shell.lookup.slices import is_sliced
from player.shell.paged import PagedViewModel
from player.shell.panel.touch_trace import TouchTrace
from player.shell.row_list import RowList
from player.shell.test_card_view import TestCardViewModel
from player.stage.panel.page import PanelFrame, PanelLine, PanelPage
from player.stage.session.page import Button

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

EMPTY: Final = PanelPage("Menu", "")
FLOWED: Final = frozenset({"Lines", "Sheet"})
"""Pages whose lines are set in columns, sheet after sheet."""


@QmlElement
@QmlUncreatable("owned by the Python shell")
class PanelViewModel(PagedViewModel):  # type: ignore[operator]
    """One page of the panel at a time, or none."""

    pageChanged = Signal()
    frameChanged = Signal()

    _page: PanelPage
    _frame: PanelFrame

    def __init__(self, room: DeskRoom) -> None:
        """Begin unseen.

        Args:
            room: lengths of the pages.
        """
        super().__init__(room, EMPTY, PanelFrame(), PanelLine)
        # A property of Python tells QML of changes by a signal of its own class only.
        self.folded.connect(self.pageChanged)
        self.framed.connect(self.frameChanged)
        self._tools = RowList(Button)
        self._bar = RowList(Button)
        self._trace = TouchTrace()
        self._card = TestCardViewModel()

    @property
    def page(self) -> PanelPage:
        """What is seen."""
        return self._page

    @property
    def test_card(self) -> TestCardViewModel:
        """What its page of that name shows."""
        return self._card

    def set_room(self, room: DeskRoom) -> None:
        """Set the pages in other lengths."""
        if room != self.room:
            self._lengths.set_room(room)
            self.folded.emit()

    def speak(self, language: str) -> None:
        """Draw the words of the panel in the face of ``language``."""
        self._language = language
        self.folded.emit()

    def fold(self, page: PanelPage, sheet: int) -> None:
        """Show ``page``, its sheet number ``sheet``."""
        is_other = page != self._page
        self._page, self._sheet = page, sheet
        if is_other:
            self._lines.amend_rows(page.lines)
            self._tools.amend_rows(page.tools)
            self._trace.wipe()
            self._card.turn(page.card)
        self._slice()
        if is_other:
            if page.template not in FLOWED:
                self.measured.emit(self._slices.sheets(page) if is_sliced(page) else page.sheets)
            self.folded.emit()
        self.turned.emit()

    def frame(self, frame: PanelFrame) -> None:
        """Show ``frame`` around the page."""
        if frame != self._frame:
            self._frame = frame
            self._bar.amend_rows(frame.bar)
            self.framed.emit()

    @Slot("QVariantList", float, float)
    def place(self, heights: list[float], room: float, gap: float) -> None:
        """Set the lines of the page, of these heights, in columns of ``room`` pixels."""
        if self._page.template not in FLOWED or len(heights) != len(self._page.lines):
            return
        self._flow([Measured(height) for height in heights], room, gap)

    def _forget(self) -> None:
        self.fold(EMPTY, 0)

    def _slice(self) -> None:
        self._buttons.amend_rows(self._slices.shown(self._page, self._sheet))

    @Property(str, notify=pageChanged)
    def typed(self) -> str:
        """On the pad or the keyboard."""
        return self._page.typed

    @Property(TouchTrace, constant=True)
    def trace(self) -> TouchTrace:
        """Where fingers were, on the page that tries the touch panel."""
        return self._trace

    @Property(TestCardViewModel, constant=True)
    def card(self) -> TestCardViewModel:
        """The test card."""
        return self._card

    @Property(RowList, constant=True)
    def tools(self) -> RowList:
        """What is done with all of the page."""
        return self._tools

    @Property(RowList, constant=True)
    def bar(self) -> RowList:
        """Buttons that never move."""
        return self._bar

    @Property(str, notify=frameChanged)
    def name(self) -> str:
        """Of the panel."""
        return self._frame.name

    @Property(str, notify=frameChanged)
    def officer(self) -> str:
        """Who is logged in."""
        return self._frame.officer

    @Property(str, notify=frameChanged)
    def clock(self) -> str:
        """What time it is."""
        return self._frame.clock

    @Property(str, notify=frameChanged)
    def warning(self) -> str:
        """That it logs out soon, or empty."""
        return self._frame.warning

    @Property(str, notify=frameChanged)
    def message(self) -> str:
        """What became of the last order, or empty."""
        return self._frame.message

    @Property(bool, notify=frameChanged)
    def isRefused(self) -> bool:
        """Whether it was refused."""
        return self._frame.is_refused
