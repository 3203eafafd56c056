"""The staff panel for QML: what is seen, and in which lengths.

Folds a page and its frame into display-ready values; what an officer touches comes back as the name
of an action (``acted``). It decides nothing.
"""

from typing import Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk_room import DeskRoom
from player.shell.lookup.flow import Measured, Spot, flow
from player.shell.lookup.slices import Slices, is_sliced
from player.shell.row_list import RowList
from player.shell.touched import TouchedViewModel
from player.stage.panel.page import PanelFrame, PanelLine, PanelPage
from player.stage.session.page import Button

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

EMPTY: Final = PanelPage("Menu", "")


@QmlElement
@QmlUncreatable("owned by the Python shell")
class PanelViewModel(TouchedViewModel):  # type: ignore[operator]
    """One page of the panel at a time, or none."""

    folded = Signal()
    """The page is another one, or is worded anew."""

    turned = Signal()
    """Another sheet of it is seen."""

    framed = Signal()
    shownChanged = Signal()
    keyboardChanged = Signal()

    measured = Signal(int)
    """In how many sheets the page is set."""

    def __init__(self, room: DeskRoom) -> None:
        """Begin unseen.

        Args:
            room: lengths of the pages.
        """
        super().__init__(room)
        self._page = EMPTY
        self._frame = PanelFrame()
        self._language = "vi"
        self._is_shown = False
        self._sheet = 0
        self._slices = Slices()
        self._spots: tuple[Spot, ...] = ()
        self._lines = RowList(PanelLine)
        self._buttons = RowList(Button)
        self._tools = RowList(Button)
        self._bar = RowList(Button)
        self._keyboard: KeyboardViewModel | None = None

    @property
    def page(self) -> PanelPage:
        """What is seen."""
        return self._page

    @property
    def is_shown(self) -> bool:
        """Whether the panel is seen at all."""
        return self._is_shown

    def set_room(self, room: DeskRoom) -> None:
        """Set the pages in other lengths."""
        if room != self.room:
            self._lengths.set_room(room)
            self.folded.emit()

    def put_down(self, keyboard: KeyboardViewModel) -> None:
        """Lay a keyboard before officers who type."""
        self._keyboard = keyboard
        self.keyboardChanged.emit()

    def speak(self, language: str) -> None:
        """Draw the words of the panel in the face of ``language``."""
        self._language = language
        self.framed.emit()

    def fold(self, page: PanelPage, sheet: int) -> None:
        """Show ``page``, its sheet number ``sheet``."""
        is_other = page != self._page
        self._page, self._sheet = page, sheet
        if is_other:
            self._lines.amend_rows(page.lines)
            self._tools.amend_rows(page.tools)
        self._slice()
        if is_other:
            if page.template != "Lines":
                self.measured.emit(self._slices.sheets(page) if is_sliced(page) else 1)
            self.folded.emit()
        self.turned.emit()

    def frame(self, frame: PanelFrame) -> None:
        """Show ``frame`` around the page."""
        if frame != self._frame:
            self._frame = frame
            self._bar.amend_rows(frame.bar)
            self.framed.emit()

    def show(self, *, shown: bool) -> None:
        """Cover the stage, or uncover it and forget what was seen."""
        if shown != self._is_shown:
            self._is_shown = shown
            self.shownChanged.emit()
        if not shown:
            self.fold(EMPTY, 0)

    @Slot("QVariantList", float, float)
    def place(self, heights: list[float], room: float, gap: float) -> None:
        """Set the lines of the page, of these heights, in columns of ``room`` pixels."""
        if self._page.template != "Lines" or len(heights) != len(self._page.lines):
            return
        told = [Measured(height) for height in heights]
        self._spots = flow(told, room, gap, self.room.columns)
        if self._spots and self._spots[-1].sheet > 0:
            self._spots = flow(told, room - self._lengths.turn_px, gap, self.room.columns)
        self.measured.emit(self._spots[-1].sheet + 1 if self._spots else 1)
        self.turned.emit()

    @Slot(int, int)
    def setCapacity(self, whole: int, turned: int) -> None:
        """Take note how many cards a sheet has room for: all of them, and beside the buttons."""
        self._slices.note(self._page.template, whole, turned)
        self._slice()
        self.measured.emit(self._slices.sheets(self._page))
        self.turned.emit()

    def _slice(self) -> None:
        self._buttons.amend_rows(self._slices.shown(self._page, self._sheet))

    @Property(int, notify=turned)
    def capacity(self) -> int:
        """How many cards a sheet of this page has room for."""
        return self._slices.capacity(self._page)

    @Property(KeyboardViewModel, notify=keyboardChanged)
    def keyboard(self) -> KeyboardViewModel | None:
        """What words are typed on."""
        return self._keyboard

    @Property(bool, notify=shownChanged)
    def isShown(self) -> bool:
        """Whether the panel is seen."""
        return self._is_shown

    @Property(str, notify=folded)
    def template(self) -> str:
        """How the page is drawn."""
        return self._page.template

    @Property(str, notify=framed)
    def language(self) -> str:
        """Of the panel's own words."""
        return self._language

    @Property(str, notify=folded)
    def title(self) -> str:
        """What the page is about."""
        return self._page.title

    @Property(str, notify=folded)
    def icon(self) -> str:
        """Beside the title."""
        return self._page.icon

    @Property(str, notify=folded)
    def hint(self) -> str:
        """One sentence about it."""
        return self._page.hint

    @Property(str, notify=folded)
    def typed(self) -> str:
        """On the pad or the keyboard."""
        return self._page.typed

    @Property(RowList, constant=True)
    def lines(self) -> RowList:
        """Of the page."""
        return self._lines

    @Property(RowList, constant=True)
    def buttons(self) -> RowList:
        """To choose from, on this sheet."""
        return self._buttons

    @Property(RowList, constant=True)
    def tools(self) -> RowList:
        """What is done with all of the page."""
        return self._tools

    @Property(RowList, constant=True)
    def bar(self) -> RowList:
        """Buttons that never move."""
        return self._bar

    @Property("QList<int>", notify=turned)  # type: ignore[arg-type]
    def lineSheets(self) -> list[int]:
        """Sheet of each line."""
        return [spot.sheet for spot in self._spots]

    @Property("QList<int>", notify=turned)  # type: ignore[arg-type]
    def lineColumns(self) -> list[int]:
        """Column of each line."""
        return [spot.column for spot in self._spots]

    @Property("QVariantList", notify=turned)  # type: ignore[arg-type]
    def lineTops(self) -> list[float]:
        """Distance of each line from the head of its column, pixels."""
        return [spot.y for spot in self._spots]

    @Property(int, notify=turned)
    def sheet(self) -> int:
        """Which is seen, from 0."""
        return self._sheet

    @Property(bool, notify=framed)
    def hasMore(self) -> bool:
        """Whether another sheet follows."""
        return self._frame.has_more

    @Property(str, notify=framed)
    def sheetWords(self) -> str:
        """The same in words; empty for a page of one sheet."""
        return self._frame.sheet

    @Property(str, notify=framed)
    def beforeWord(self) -> str:
        """On the button that turns back."""
        return self._frame.before

    @Property(str, notify=framed)
    def nextWord(self) -> str:
        """On the button that turns on."""
        return self._frame.following

    @Property(str, notify=framed)
    def name(self) -> str:
        """Of the panel."""
        return self._frame.name

    @Property(str, notify=framed)
    def officer(self) -> str:
        """Who is logged in."""
        return self._frame.officer

    @Property(str, notify=framed)
    def clock(self) -> str:
        """What time it is."""
        return self._frame.clock

    @Property(str, notify=framed)
    def warning(self) -> str:
        """That it logs out soon, or empty."""
        return self._frame.warning

    @Property(str, notify=framed)
    def message(self) -> str:
        """What became of the last order, or empty."""
        return self._frame.message

    @Property(bool, notify=framed)
    def isRefused(self) -> bool:
        """Whether it was refused."""
        return self._frame.is_refused
