"""One layer of the stage for QML: the page it holds and how that page is set.

A stage has two of these for its whole life; the words of the next scene are folded into the
hidden one. QML answers by the signals at the end of the class.
"""

from typing import Final

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.claim_view import ClaimViewModel
from player.shell.clock_words import ClockWords
from player.shell.fit_ladder import FitStep
from player.shell.foreign_view import ForeignViewModel
from player.shell.hours_view import HoursModel
from player.shell.notice_view import NoticeViewModel
from player.shell.row_list import RowList
from player.shell.slide import NO_WORDS, Slide, kept_together
from player.shell.table_view import TableViewModel
from player.stage.clocks import ClockTimes
from player.stage.scene import Wording

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

NO_ROOM: Final = "its words fit this screen in no way"
"""Why a page fails whose headline and one line of text are already too high."""

EMPTY: Final = Slide("", "", NO_WORDS, (), None, (FitStep("bare", 0, 1, 1),))


@QmlElement
@QmlUncreatable("owned by the Python shell")
class SlideViewModel(QObject):  # type: ignore[operator]
    """A page and its place in the pile.

    A page's words never change while its template lives, so one signal, ``folded``, stands for
    all of them; it tells the layer to load the template named by ``template``.
    """

    folded = Signal()
    stepChanged = Signal()
    raisedChanged = Signal()
    aloneChanged = Signal()
    isHeardChanged = Signal()
    fadeMsChanged = Signal()

    pageCountChanged = Signal()
    pageChanged = Signal()

    # Told by QML: the page is set and its picture decoded; its fade is over.
    ready = Signal()
    risen = Signal()

    failed = Signal(object, str, bool)
    """A page (Slide) that cannot be shown, why, and whether its picture is to blame."""

    def __init__(self) -> None:
        super().__init__()
        self._slide = EMPTY
        self._step = 0
        self._pages = 1
        self._page = 0
        self._raised = False
        self._depth = 0
        self._fade_ms = 0
        self._alone = False
        self._is_heard = True
        self._stacked = RowList(Wording)
        self._table = TableViewModel()
        self._claim = ClaimViewModel()
        self._foreign = ForeignViewModel()
        self._clocks = ClockWords()
        self._foot = 0
        self._hours = HoursModel()
        self._notice = NoticeViewModel()

    def fold(self, slide: Slide, foot: int = 0) -> None:
        """Take the words of ``slide`` and have its template loaded; empty unloads it.

        Args:
            slide: the page.
            foot: pixels at its foot that something above it covers.
        """
        self._slide = slide
        self._foot = foot
        self._clocks.place(slide.words.own_place, slide.words.neighbour_place)
        self._step = 0
        self._pages, self._page = 1, 0
        self._is_heard = True
        self._stacked.replace_rows(slide.stacked)
        self._table.fold(slide.table)
        self._claim.fold(slide.claim)
        self._foreign.fold(slide.foreign)
        self._hours.fold(slide.hours)
        self._notice.fold(slide.notice)
        self.pageCountChanged.emit()
        self.pageChanged.emit()
        # Last: the template it brings has told in how many pages it is set when this returns.
        self.folded.emit()

    def unload(self) -> None:
        """Lower this layer and free everything its page held."""
        self._set_place(raised=False, depth=0)
        self.set_alone(alone=False)
        if self._slide is not EMPTY:
            self.fold(EMPTY)

    def raise_above(self, fade_ms: int) -> None:
        """Bring the page in above the other layer, within ``fade_ms``; 0: at once."""
        # Told first: the fade begins the moment QML learns that the page is raised.
        self._fade_ms = fade_ms
        self.fadeMsChanged.emit()
        self._set_place(raised=True, depth=1)

    def lie_below(self) -> None:
        """Stay in sight, under the page that comes on."""
        self._set_place(raised=self._raised, depth=0)
        self.set_alone(alone=False)

    def _set_place(self, *, raised: bool, depth: int) -> None:
        if (raised, depth) == (self._raised, self._depth):
            return
        self._raised, self._depth = raised, depth
        self.raisedChanged.emit()

    def set_alone(self, *, alone: bool) -> None:
        """Say whether the page is seen whole, with nothing fading over or under it."""
        if alone != self._alone:
            self._alone = alone
            self.aloneChanged.emit()

    def silence(self) -> None:
        """Say no longer that the page is heard: its recording does not play."""
        self._is_heard = False
        self.isHeardChanged.emit()

    @Slot(result=bool)
    def narrow(self) -> bool:
        """Set the page in the next way, smaller; False when there is none left."""
        if self._step + 1 >= len(self._slide.steps):
            return False
        self._step += 1
        self.stepChanged.emit()
        return True

    def turn_to(self, page: int) -> None:
        """Have page number ``page`` of the text seen, from 0."""
        if page != self._page:
            self._page = page
            self.pageChanged.emit()

    @Slot(int)
    def setPageCount(self, count: int) -> None:
        """Take note that the words are set in ``count`` pages, to be turned one after another."""
        self._pages = max(1, count)
        self.pageCountChanged.emit()

    @Slot()
    def refusePicture(self) -> None:
        """Take note that the picture cannot be decoded."""
        self.failed.emit(self._slide, "picture cannot be decoded", True)  # noqa: FBT003  (a signal takes no names)

    @Slot()
    def refuseWords(self) -> None:
        """Take note that the words fit this screen in no way, not even page by page."""
        self.failed.emit(self._slide, NO_ROOM, False)  # noqa: FBT003  (the same)

    def tell_time(self, times: ClockTimes) -> None:
        """Show what time it is, in whatever language the page speaks."""
        self._clocks.tell(times)

    @property
    def slide(self) -> Slide:
        """The page now held."""
        return self._slide

    @property
    def pages(self) -> int:
        """In how many pages its words are set; 1 when all fit at once."""
        return self._pages

    @Property(int, notify=pageCountChanged)
    def pageCount(self) -> int:
        """The same, for QML."""
        return self._pages

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """Which of them is seen, from 0."""
        return self._page

    @Property(str, notify=folded)
    def template(self) -> str:
        """File stem of the template; empty when the layer is empty."""
        return self._slide.template

    @Property(bool, notify=raisedChanged)
    def raised(self) -> bool:
        """Whether the page is to be seen."""
        return self._raised

    @Property(int, notify=raisedChanged)
    def depth(self) -> int:
        """1 for the layer that lies above."""
        return self._depth

    @Property(int, notify=fadeMsChanged)
    def fadeMs(self) -> int:
        """How long the page takes to come on."""
        return self._fade_ms

    @Property(bool, notify=aloneChanged)
    def alone(self) -> bool:
        """Whether the page is seen whole: the moment for a clip to begin."""
        return self._alone

    @Property(str, notify=folded)
    def language(self) -> str:
        """Tag of the language of the words."""
        return self._slide.words.language

    @Property(str, notify=folded)
    def languageName(self) -> str:
        """Own name of that language."""
        return self._slide.words.language_name

    @Property(str, notify=folded)
    def gate(self) -> str:
        """Name of the gate."""
        return self._slide.words.gate

    @Property(ClockWords, constant=True)
    def clocks(self) -> ClockWords:
        """The time here and across the border."""
        return self._clocks

    @Property(int, notify=folded)
    def foot(self) -> int:
        """Pixels at the foot of the stage that are not the page's."""
        return self._foot

    @Property(str, notify=folded)
    def title(self) -> str:
        """Headline, or empty."""
        return self._slide.words.title

    @Property(str, notify=folded)
    def body(self) -> str:
        """Running text, or empty."""
        return kept_together(self._slide.words.body)

    @Property(str, notify=folded)
    def caption(self) -> str:
        """Caption of the picture, or empty."""
        return self._slide.words.caption

    @Property(str, notify=folded)
    def origin(self) -> str:
        """Source line, or empty."""
        return kept_together(self._slide.words.origin)

    @Property("QStringList", notify=folded)  # type: ignore[arg-type]
    def marks(self) -> list[str]:
        """Labels that must be seen."""
        return list(self._slide.words.marks)

    @Property(RowList, notify=folded)
    def stacked(self) -> RowList:
        """The words in the other languages."""
        return self._stacked

    @Property(TableViewModel, constant=True)
    def table(self) -> TableViewModel:
        """The table of the page, if it is one."""
        return self._table

    @Property(NoticeViewModel, constant=True)
    def notice(self) -> NoticeViewModel:
        """What kind of notice the page is, if it is one."""
        return self._notice

    @Property(ClaimViewModel, constant=True)
    def claim(self) -> ClaimViewModel:
        """The false claim that the page answers, if it does."""
        return self._claim

    @Property(ForeignViewModel, constant=True)
    def foreign(self) -> ForeignViewModel:
        """The words below the Vietnamese ones of a bilingual page."""
        return self._foreign

    @Property(HoursModel, constant=True)
    def hours(self) -> HoursModel:
        """The lanes and clocks of a page of opening hours."""
        return self._hours

    @Property(QUrl, notify=folded)
    def picture(self) -> QUrl:
        """File of the picture, or empty."""
        picture = self._slide.picture
        return QUrl.fromLocalFile(str(picture.path)) if picture else QUrl()

    @Property(float, notify=folded)
    def pictureAspect(self) -> float:
        """Width of the picture divided by its height; 0 without one."""
        picture = self._slide.picture
        return picture.width / picture.height if picture else 0

    @Property(float, notify=folded)
    def focusX(self) -> float:
        """Share of the picture's width that must stay in view."""
        return self._slide.picture.focus_x if self._slide.picture else 0.5

    @Property(float, notify=folded)
    def focusY(self) -> float:
        """Share of the picture's height that must stay in view."""
        return self._slide.picture.focus_y if self._slide.picture else 0.5

    @Property(QUrl, notify=folded)
    def clip(self) -> QUrl:
        """File of the clip, or empty."""
        clip = self._slide.clip
        return QUrl.fromLocalFile(str(clip.path)) if clip else QUrl()

    @Property(int, notify=folded)
    def clipOffsetMs(self) -> int:
        """Where in the clip to begin."""
        return self._slide.clip.offset_ms if self._slide.clip else 0

    @Property(str, notify=folded)
    def sound(self) -> str:
        """Language the page is heard in, as its mark says; empty for a silent page."""
        return self._slide.sound

    @Property(bool, notify=isHeardChanged)
    def isHeard(self) -> bool:
        """Whether the recording, if there is one, has not failed."""
        return self._is_heard

    @Property(str, notify=stepChanged)
    def arrangement(self) -> str:
        """``beside``, ``above`` or ``bare``: where the picture stands."""
        return self._fit.arrangement

    @Property(float, notify=stepChanged)
    def pictureShare(self) -> float:
        """Least share of the page the picture keeps."""
        return self._fit.picture_share

    @Property(int, notify=stepChanged)
    def titlePx(self) -> int:
        """Letters of the headline."""
        return self._fit.title_px

    @Property(int, notify=stepChanged)
    def bodyPx(self) -> int:
        """Letters of running text."""
        return self._fit.body_px

    @property
    def _fit(self) -> FitStep:
        return self._slide.steps[self._step]
