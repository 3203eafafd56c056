"""The banner for QML: the page of a notice that stands on it, and the one before.

Nothing is chosen here: the herald says what is on air and whose turn it is.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.banner_pages import BannerPage
from player.shell.cards_view import CardsViewModel
from player.shell.mark_view import NoticeMarkModel
from player.shell.overlay_room import BannerRoom
from player.stage.scene import URGENT, NoticeMark

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

NO_PAGE: Final = BannerPage("", 1, "", "")
NO_ROOM: Final = BannerRoom(0, 0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class BannerFace:
    """What the banner shows at a time.

    Attributes:
        language: of its words.
        label: the word that says what this is.
        marks: labels that must be seen.
        page: headline and text.
        number: which page of how many, as ``1/2``; empty when there is one.
        mark: beside the label.
    """

    language: str = ""
    label: str = ""
    marks: tuple[str, ...] = ()
    page: BannerPage = NO_PAGE
    number: str = ""
    mark: NoticeMark = URGENT


@QmlElement
@QmlUncreatable("owned by the Python shell")
class BannerCard(QObject):  # type: ignore[operator]
    """One of the two cards that take turns: while one comes on, the other goes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.face = BannerFace()
        self._mark = NoticeMarkModel()

    def show(self, face: BannerFace) -> None:
        """Take other words."""
        self.face = face
        self._mark.fold(face.mark)
        self.changed.emit()

    @Property(NoticeMarkModel, constant=True)
    def mark(self) -> NoticeMarkModel:
        """Beside the label."""
        return self._mark

    @Property(str, notify=changed)
    def language(self) -> str:
        """Tag of the language of the words."""
        return self.face.language

    @Property(str, notify=changed)
    def label(self) -> str:
        """The word beside the sign."""
        return self.face.label

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def marks(self) -> list[str]:
        """Labels that must be seen."""
        return list(self.face.marks)

    @Property(str, notify=changed)
    def headline(self) -> str:
        """Headline, or empty."""
        return self.face.page.headline

    @Property(int, notify=changed)
    def headlinePx(self) -> int:
        """Letters of the headline."""
        return self.face.page.headline_px

    @Property(str, notify=changed)
    def body(self) -> str:
        """Running text, each line set already, or empty."""
        return self.face.page.body

    @Property(str, notify=changed)
    def issuer(self) -> str:
        """Who says so, where it has room in the label's row; else it is part of the text."""
        return self.face.page.issuer

    @Property(str, notify=changed)
    def number(self) -> str:
        """Which page of how many, or empty."""
        return self.face.number


@QmlElement
@QmlUncreatable("owned by the Python shell")
class BannerViewModel(CardsViewModel):  # type: ignore[operator]
    """A banner that is up or not, and what it says."""

    roomChanged = Signal()

    def __init__(self, fade_ms: int) -> None:
        """Set up a banner that is down; ``fade_ms`` is 0 in pictures made for comparison."""
        super().__init__(fade_ms)
        self._cards = (BannerCard(), BannerCard())
        self._room = NO_ROOM

    def show(self, face: BannerFace) -> None:
        """Put ``face`` up; at once when the banner was down, else in place of the one before."""
        if self.is_up and face == self._cards[self._front].face:
            return
        self._turn()
        self._cards[self._front].show(face)
        self._put_up()

    @property
    def room(self) -> BannerRoom:
        """The lengths now in force."""
        return self._room

    def set_room(self, room: BannerRoom) -> None:
        """Take the lengths of this screen."""
        if room != self._room:
            self._room = room
            self.roomChanged.emit()

    @Property(int, notify=roomChanged)
    def height(self) -> int:
        """Of the whole, pixels."""
        return self._room.height

    @Property(int, notify=roomChanged)
    def margin(self) -> int:
        """From its left and right edge."""
        return self._room.margin

    @Property(int, notify=roomChanged)
    def inset(self) -> int:
        """From its upper and lower edge."""
        return self._room.inset

    @Property(int, notify=roomChanged)
    def sign(self) -> int:
        """Side of the warning sign."""
        return self._room.sign

    @Property(int, notify=roomChanged)
    def gap(self) -> int:
        """From the sign to the words."""
        return self._room.gap

    @Property(int, notify=roomChanged)
    def textWidth(self) -> int:
        """Room for headline and text."""
        return self._room.text_width

    @Property(int, notify=roomChanged)
    def textHeight(self) -> int:
        """Room for headline and text."""
        return self._room.text_height

    @Property(BannerCard, constant=True)
    def first(self) -> BannerCard:
        """One card."""
        return self._cards[0]

    @Property(BannerCard, constant=True)
    def second(self) -> BannerCard:
        """The other card."""
        return self._cards[1]
