"""Pages that are touched and set in sheets, whoever they are for: what is seen of one, for QML."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.desk_room import DeskRoom
from player.shell.lookup.flow import Measured, Spot, flow
from player.shell.lookup.slices import Sliced, Slices
from player.shell.row_list import RowList
from player.shell.touched import TouchedViewModel
from player.stage.session.page import Button

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


class Titled(Sliced, Protocol):
    """A page that says what it is about."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def icon(self) -> str:
        """Beside the title."""

    @property
    def hint(self) -> str:
        """One sentence about it."""


class Surround(Protocol):
    """What a frame says of the sheets of a page, whatever else it says."""

    @property
    def before(self) -> str:
        """On the button that turns back."""

    @property
    def following(self) -> str:
        """On the button that turns on."""

    @property
    def sheet(self) -> str:
        """Which of how many is seen, in words; "" for a page of one."""

    @property
    def has_more(self) -> bool:
        """Whether another sheet follows."""


@QmlElement
@QmlUncreatable("owned by the Python shell")
class PagedViewModel(TouchedViewModel):  # type: ignore[operator]
    """One page at a time, or none; the heirs say which."""

    folded = Signal()
    """The page is another one, or is worded anew."""

    turned = Signal()
    """Another sheet of it is seen."""

    framed = Signal()
    shownChanged = Signal()
    keyboardChanged = Signal()

    measured = Signal(int)
    """In how many sheets the page is set."""

    def __init__(
        self, room: DeskRoom, page: Titled, frame: Surround, line_type: "type[DataclassInstance]"
    ) -> None:
        """Begin unseen.

        Args:
            room: lengths of the pages.
            page: an empty one.
            frame: an empty one.
            line_type: of the lines of a page.
        """
        super().__init__(room)
        self._page = page
        self._frame = frame
        self._language = "vi"
        self._is_shown = False
        self._sheet = 0
        self._slices = Slices()
        self._spots: tuple[Spot, ...] = ()
        self._lines = RowList(line_type)
        self._buttons = RowList(Button)
        self._keyboard: KeyboardViewModel | None = None

    @property
    def is_shown(self) -> bool:
        """Whether a page is seen at all."""
        return self._is_shown

    def put_down(self, keyboard: KeyboardViewModel) -> None:
        """Lay a keyboard before those who type."""
        self._keyboard = keyboard
        self.keyboardChanged.emit()

    def show(self, *, shown: bool) -> None:
        """Cover the stage, or uncover it and forget what was seen."""
        if shown != self._is_shown:
            self._is_shown = shown
            self.shownChanged.emit()
        if not shown:
            self._forget()

    @abstractmethod
    def _forget(self) -> None:
        """Show an empty page."""

    @abstractmethod
    def _slice(self) -> None:
        """Show the buttons of the sheet that is seen."""

    def _flow(self, told: Sequence[Measured], room: float, gap: float) -> None:
        """Set the lines of the page, of these heights, in columns of ``room`` pixels.

        Where they need more than one sheet, each leaves room for the buttons that turn them.
        """
        self._spots = flow(told, room, gap, self.room.columns)
        if self._spots and self._spots[-1].sheet > 0:
            self._spots = flow(told, room - self._lengths.turn_px, gap, self.room.columns)
        self.measured.emit(self._spots[-1].sheet + 1 if self._spots else 1)
        self.turned.emit()

    @Slot(int, int)
    def setCapacity(self, whole: int, turned: int) -> None:
        """Take note how many buttons a sheet has room for.

        Args:
            whole: if all of them fit one sheet.
            turned: beside the buttons that turn sheets.
        """
        self._slices.note(self._page.template, whole, turned)
        self._slice()
        self.measured.emit(self._slices.sheets(self._page))
        self.turned.emit()

    @Property(int, notify=turned)
    def capacity(self) -> int:
        """How many buttons a sheet of this page has room for."""
        return self._slices.capacity(self._page)

    @Property(KeyboardViewModel, notify=keyboardChanged)
    def keyboard(self) -> KeyboardViewModel | None:
        """What words are typed on."""
        return self._keyboard

    @Property(bool, notify=shownChanged)
    def isShown(self) -> bool:
        """Whether a page is seen."""
        return self._is_shown

    @Property(str, notify=folded)
    def template(self) -> str:
        """How the page is drawn."""
        return self._page.template

    @Property(str, notify=folded)
    def language(self) -> str:
        """Of its words."""
        return self._language

    @Property(str, notify=folded)
    def title(self) -> str:
        """What it is about."""
        return self._page.title

    @Property(str, notify=folded)
    def icon(self) -> str:
        """Beside the title."""
        return self._page.icon

    @Property(str, notify=folded)
    def hint(self) -> str:
        """One sentence about it."""
        return self._page.hint

    @Property(RowList, constant=True)
    def lines(self) -> RowList:
        """Of the page."""
        return self._lines

    @Property(RowList, constant=True)
    def buttons(self) -> RowList:
        """To choose from, on this sheet."""
        return self._buttons

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
        """Which of how many is seen, in words; empty for a page of one sheet."""
        return self._frame.sheet

    @Property(str, notify=framed)
    def beforeWord(self) -> str:
        """On the button that turns back."""
        return self._frame.before

    @Property(str, notify=framed)
    def nextWord(self) -> str:
        """On the button that turns on."""
        return self._frame.following
