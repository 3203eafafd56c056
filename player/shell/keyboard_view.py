"""The touch keyboard for QML: what stands on which key, and what was typed.

What people type is held here and nowhere else in the shell; nothing of it is logged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.lookup.keyboard.board import STANDARD_ROWS, Sheet, board_for, keys_of
from player.lookup.keyboard.editing import Typing, begin, enter, press
from player.lookup.keyboard.layout import Key, Kind, Layout, layout_for
from player.shell.row_list import RowList
from player.stage.phrases import Phrases

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

SLOTS: Final[tuple[tuple[Kind, ...], ...]] = (
    ("symbols", "letters"),
    ("space",),
    ("clear",),
    ("backspace",),
    ("shift",),
    ("more",),
)
"""The first rows of the model on every page, whether the key is there or not: so another page
leaves each key where it was, and with it the focus that may lie there."""


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """One key, and where it stands.

    Attributes:
        keyId: what to press.
        kind: what it does.
        label: what stands on it; "" where ``icon`` does.
        icon: name of what stands on it; "" where ``label`` does.
        name: read to those who do not see it.
        fromLeft: columns before it.
        span: columns it is wide; 0: the page has no such key.
        line: rows above it.
        isLatched: it holds until the next letter.
    """

    keyId: str
    kind: Kind
    label: str
    icon: str
    name: str
    fromLeft: float
    span: int
    line: int
    isLatched: bool


@QmlElement
@QmlUncreatable("owned by the Python shell")
class KeyboardViewModel(QObject):  # type: ignore[operator]
    """A keyboard in one language, set for the room a page has, and the query typed on it."""

    textChanged = Signal()
    queryChanged = Signal()
    boardChanged = Signal()
    languageChanged = Signal()
    typed = Signal()
    """A key was pressed, whatever it did: somebody is there."""

    def __init__(self, layouts: Mapping[str, Layout], phrases: Phrases, language: str) -> None:
        """Set up an empty query.

        Args:
            layouts: tag -> keyboard, with an English one.
            phrases: what the keys are called.
            language: whose keyboard it is at first.
        """
        super().__init__()
        self._layouts = layouts
        self._phrases = phrases
        self._language = language
        self._room = (0, STANDARD_ROWS)
        self._rows = RowList(KeyPlace)
        self._layout = layout_for(layouts, language)
        self._state = begin(self._layout)
        self._settle()

    def speak(self, language: str) -> None:
        """Change to the keyboard of ``language``; what was typed stays."""
        if language == self._language:
            return
        self._language = language
        self._layout = layout_for(self._layouts, language)
        self._keep(begin(self._layout, self._state.text))
        self._settle()
        self.languageChanged.emit()

    def forget(self) -> None:
        """Leave nothing of what was typed, and show the letters."""
        self._keep(begin(self._layout))

    @Slot(int, int)
    def fit(self, columns: int, lines: int) -> None:
        """Set the keyboard in ``columns`` x ``lines`` touch targets; 0 lines: as it likes."""
        room = (columns, min(lines, STANDARD_ROWS) if lines > 0 else STANDARD_ROWS)
        if room != self._room:
            self._room = room
            self._settle()

    @Slot(str)
    def press(self, key_id: str) -> None:
        """Press a key by its id; one that this keyboard has not is not there."""
        key = self._keys.get(key_id)
        if key is None:
            return
        self._keep(press(self._state, key))
        self.typed.emit()

    @Slot(str)
    def enter(self, text: str) -> None:
        """Put a text of any length after what was typed."""
        self._keep(enter(self._state, text))

    def _keep(self, state: Typing) -> None:
        before, self._state = self._state, state
        if (before.page, before.sheet) != (state.page, state.sheet):
            self._show()
        if before.text != state.text:
            self.textChanged.emit()
        if before.query != state.query:
            self.queryChanged.emit()

    def _settle(self) -> None:
        self._keys = keys_of(self._layout)
        self._board = board_for(self._layout, *self._room)
        self._show()
        self.boardChanged.emit()

    def _show(self) -> None:
        sheets = self._board.sheets[self._state.page]
        places = self._places(sheets[self._state.sheet % len(sheets)])
        self._rows.amend_rows(_in_order(places))

    def _places(self, sheet: Sheet) -> Iterator[KeyPlace]:
        """Yield the keys of a sheet; a low one stands at the foot, where the fingers are."""
        for line, row in enumerate(sheet, start=self._board.lines - len(sheet)):
            left = (self._board.columns - sum(key.span for key in row)) / 2
            for key in row:
                yield self._place(key, left, line)
                left += key.span

    def _place(self, key: Key, left: float, line: int) -> KeyPlace:
        return KeyPlace(
            keyId=key.id,
            kind=key.kind,
            label=key.label,
            icon="" if key.label else f"key-{key.kind}",
            name=key.text or self._phrases.say(self._language, f"key_{key.kind}"),
            fromLeft=left,
            span=key.span,
            line=line,
            isLatched=key.kind == "shift" and self._state.page == "shift",
        )

    @Property(str, notify=textChanged)
    def text(self) -> str:
        """What was typed, to be shown; a space may end it."""
        return self._state.text

    @property
    def wanted(self) -> str:
        """What is to be searched for; as ``query``, for Python."""
        return self._state.query

    @Property(str, notify=queryChanged)
    def query(self) -> str:
        """What was typed, to be searched for."""
        return self._state.query

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The language spoken."""
        return self._language

    @Property(str, notify=languageChanged)
    def face(self) -> str:
        """The language whose face draws the keys: another where the language has none."""
        return self._layout.tag

    @Property(int, notify=boardChanged)
    def columns(self) -> int:
        """Keys side by side; a key is this part of the keyboard's width, times its span."""
        return self._board.columns

    @Property(int, notify=boardChanged)
    def lines(self) -> int:
        """Keys above one another, on the page that has most."""
        return self._board.lines

    @Property(RowList, constant=True)
    def keys(self) -> RowList:
        """The keys of the page that is shown, as ``KeyPlace``."""
        return self._rows


ABSENT: Final = KeyPlace("", "more", "", "", "", fromLeft=0, span=0, line=0, isLatched=False)


def _in_order(places: Iterable[KeyPlace]) -> Sequence[KeyPlace]:
    """Return the keys as rows of the model: the slots, then what writes something."""
    every = tuple(places)
    others = {place.kind: place for place in every if place.kind != "text"}
    slots = (next((others[kind] for kind in kinds if kind in others), ABSENT) for kinds in SLOTS)
    return (*slots, *(place for place in every if place.kind == "text"))
