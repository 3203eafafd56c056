"""The set-up for QML: what the staff panel shows of a page, and the figure of a step."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.lookup.desk_room import DeskRoom
from player.shell.panel.panel_view import PanelViewModel
from player.shell.row_list import RowList
from player.stage.panel.page import PanelPage
from player.stage.setup.pages import Mark, SetupPage

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class SetupViewModel(PanelViewModel):  # type: ignore[operator]
    """One page of the set-up at a time."""

    figureChanged = Signal()

    landed = Signal(float, float)
    """Where a finger was during the touch check, as shares of the picture."""

    def __init__(self, room: DeskRoom) -> None:
        """Begin unseen.

        Args:
            room: lengths of the pages.
        """
        super().__init__(room)
        self._marks = RowList(Mark)
        self._figure = SetupPage("Menu", "")

    def fold(self, page: PanelPage, sheet: int) -> None:
        """Show ``page``, its sheet number ``sheet``, and its figure."""
        if isinstance(page, SetupPage) and page != self._figure:
            self._figure = page
            self._marks.amend_rows(page.marks)
            self.test_card.keep_free(page.overscan)
            self.figureChanged.emit()
        super().fold(page, sheet)

    @Slot(float, float)
    def land(self, across: float, down: float) -> None:
        """Take note of a finger on the page of the touch check; shares of the picture."""
        self.landed.emit(across, down)

    @Property(RowList, constant=True)
    def marks(self) -> RowList:
        """Of the touch check: points, and where touches were reported."""
        return self._marks

    @Property(int, notify=figureChanged)
    def barPx(self) -> int:
        """Length of the bar that is held against a ruler."""
        return self._figure.bar_px

    @Property(int, notify=figureChanged)
    def barMm(self) -> int:
        """What it is to measure."""
        return self._figure.bar_mm

    @Property(bool, notify=figureChanged)
    def isMeasured(self) -> bool:
        """Whether frames are counted, and so something has to move."""
        return self._figure.is_measured

    @Property(str, notify=figureChanged)
    def code(self) -> str:
        """Dark modules of the code on the acceptance sheet, as an SVG path; "": none."""
        return self._figure.code

    @Property(int, notify=figureChanged)
    def codeModules(self) -> int:
        """How many modules it is wide."""
        return self._figure.code_modules
