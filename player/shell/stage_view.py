"""The stage for Python and for QML: two layers, one of them seen, and the change between them.

``show(scene)`` sets the scene on the hidden layer. When its text is set and its picture decoded
it fades in above the layer seen so far, which stays opaque beneath until a frame with the new
page alone has been drawn; only then is the old page freed. Each ``show`` is answered exactly
once, by ``painted``, ``failed`` or ``superseded``, never from within ``show`` itself; before
``painted`` comes ``appeared``, with the first frame in which the page begins to be seen.

Nothing is chosen here. If a scene fails, what was seen stays; if nothing was seen yet, the
built-in page stands in until a scene succeeds.
"""

import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.shell.page_turner import PageTurner, Span
from player.shell.picture_check import refusal
from player.shell.screen_metrics import ScreenMetrics
from player.shell.slide import Slide, slide_of
from player.shell.slide_view import SlideViewModel
from player.shell.type_setter import TypeSetter
from player.shell.video_player import VideoPlayer
from player.stage.clocks import ClockTimes
from player.stage.scene import BuiltinScene, Scene, VideoScene

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

FADE_MS: Final = 500
"""A change on a public screen takes no less than 300 ms."""

LOAD_LIMIT_MS: Final = 8_000
"""A picture that takes longer to decode is given up; a large one takes a tenth of a second."""

MUTED: Final = -1

PAINT_LIMIT_MS: Final = 3_000
"""Beyond the fade: how long a drawn frame may be awaited. A covered window may draw none."""

MOST_COMPLAINTS: Final = 500
"""Texts of several pages are logged once each, and no more of them than anyone would read."""

logger = logging.getLogger(__name__)


class Phase(Enum):
    """What the stage is waiting for."""

    REST = "nothing"
    LOADING = "the hidden page to be ready"
    RISING = "the fade to end"
    SETTLING = "a frame with the new page alone"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A scene on its way: ``told`` is False for one nobody asked for (a refit, a stand-in)."""

    scene: Scene
    span: Span
    told: bool = True


@QmlElement
@QmlUncreatable("owned by the Python shell")
class StageViewModel(QObject):  # type: ignore[operator]
    """Two layers and the rule by which one replaces the other."""

    painted = Signal(object)
    failed = Signal(object, str, bool)
    """A scene, why it cannot be shown, and whether its picture is to blame."""

    appeared = Signal(object)
    superseded = Signal(object)
    paged = Signal(str, int)
    awaitsFrameChanged = Signal()
    _answered = Signal(object)

    def __init__(
        self,
        metrics: ScreenMetrics,
        type_setter: TypeSetter,
        clips: VideoPlayer | None = None,
        *,
        volume: int = MUTED,
        fade_ms: int = FADE_MS,
        monotonic: Callable[[], float],
    ) -> None:
        """Set up an empty stage.

        Args:
            metrics: of the screen; a change sets the page seen again.
            type_setter: faces by language.
            clips: plays them; None: a clip is its first picture.
            volume: of clips, 0 to 100; ``MUTED`` for no sound at all.
            fade_ms: 0 in pictures made for comparison.
            monotonic: seconds of a clock that never steps; turns the pages of long texts.
        """
        super().__init__()
        self._metrics = metrics
        self._type_setter = type_setter
        self._clips = clips
        self._volume = volume
        self._fade_ms = fade_ms
        self._monotonic = monotonic
        self._layers = (SlideViewModel(), SlideViewModel())
        self._turners = tuple(PageTurner(layer, monotonic) for layer in self._layers)
        self._hidden = 0
        self._foot = 0
        self._phase = Phase.REST
        self._has_appeared = True
        self._seen: _Turn | None = None
        self._coming: _Turn | None = None
        self._next: _Turn | None = None
        self._told_long: set[tuple[str, str]] = set()
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._run_out)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        metrics.changed.connect(self.refit)
        for layer in self._layers:
            self._listen(layer)

    def _listen(self, layer: SlideViewModel) -> None:
        layer.ready.connect(self._page_ready)
        layer.risen.connect(self._page_risen)
        # Later: giving up unloads the page, which must not happen within one of its own bindings.
        layer.failed.connect(self._page_failed, Qt.ConnectionType.QueuedConnection)
        layer.pageCountChanged.connect(self._page_paged)

    @property
    def scene(self) -> Scene | None:
        """The scene last painted alone, still seen; None before the first."""
        return self._seen.scene if self._seen else None

    @property
    def layers(self) -> tuple[SlideViewModel, SlideViewModel]:
        """Both layers; one of them is empty at rest."""
        return self._layers

    def show(self, scene: Scene, elapsed_s: float = 0, lasts_s: float = math.inf) -> None:
        """Bring ``scene`` on; a later call replaces one that has not begun to fade.

        Args:
            scene: what is to be seen.
            elapsed_s: of its slot, when it comes late.
            lasts_s: its slot, from beginning to end: a text of several pages shares it out.
        """
        self._request(_Turn(scene, Span(self._monotonic() - elapsed_s, lasts_s)))

    def close(self) -> None:
        """Wait for nothing any more: the pages have gone with their window."""
        self._coming = self._next = None
        self._phase = Phase.REST
        self._limit.stop()

    def silence(self) -> None:
        """Take the mark of sound from the page seen: its recording does not play."""
        self._layers[1 - self._hidden].silence()

    @Slot()
    def refit(self) -> None:
        """Set the scene seen again, for a window of another size."""
        self._told_long.clear()
        if self._phase is Phase.LOADING and self._coming is not None:
            self._load(self._coming)
            return
        turn = self._coming or self._seen
        if turn is not None and self._next is None:
            self._request(replace(turn, told=False))

    def set_foot(self, foot: int) -> None:
        """Leave ``foot`` pixels at the foot to what lies above the pages.

        The page seen is set again at once, but not a clip: it would begin anew. A clip keeps its
        page until its slot ends.
        """
        if foot == self._foot:
            return
        self._foot = foot
        turn = self._coming or self._seen
        is_playing = turn is not None and isinstance(turn.scene, VideoScene)
        if self._phase is Phase.LOADING or not is_playing:
            self.refit()

    def tell_time(self, times: ClockTimes) -> None:
        """Show what time it is on whatever page is seen."""
        for layer in self._layers:
            layer.tell_time(times)

    def _request(self, turn: _Turn) -> None:
        if self._phase in {Phase.RISING, Phase.SETTLING}:
            self._drop(self._next)
            self._next = turn
            return
        self._drop(self._coming)
        if turn.told and turn.scene == self.scene and not isinstance(turn.scene, VideoScene):
            self._layers[self._hidden].unload()
            self._rest()
            self._tell(lambda: self.appeared.emit(turn.scene))
            self._tell(lambda: self.painted.emit(turn.scene))
            return
        self._load(turn)

    def _load(self, turn: _Turn) -> None:
        self._coming = turn
        self._phase = Phase.LOADING
        slide = slide_of(turn.scene, self._metrics.metrics)
        reason = refusal(slide.picture.path) if slide.picture else None
        if reason is not None:
            self._give_up(reason, is_of_picture=True)
            return
        self._limit.start(LOAD_LIMIT_MS)
        self._layers[self._hidden].unload()
        self._turners[self._hidden].expect(turn.span)
        self._layers[self._hidden].fold(slide, self._foot)

    @Slot()
    def _page_ready(self) -> None:
        if self._phase is not Phase.LOADING or self.sender() is not self._layers[self._hidden]:
            return
        self._phase = Phase.RISING
        self._has_appeared = False
        # The first page has nothing to fade from, and nobody waits for it longer than need be.
        fade_ms = self._fade_ms if self._seen is not None else 0
        self._limit.start(fade_ms + PAINT_LIMIT_MS)
        self._layers[1 - self._hidden].lie_below()
        self._layers[self._hidden].raise_above(fade_ms)
        self.awaitsFrameChanged.emit()

    @Slot()
    def _page_risen(self) -> None:
        if self._phase is not Phase.RISING or self.sender() is not self._layers[self._hidden]:
            return
        self._phase = Phase.SETTLING
        self._limit.start(PAINT_LIMIT_MS)
        self.awaitsFrameChanged.emit()

    @Slot()
    def framePainted(self) -> None:
        """Take note that a frame has reached the display (called by QML)."""
        turn = self._coming
        if turn is not None and not self._has_appeared:
            self._has_appeared = True
            self.awaitsFrameChanged.emit()
            if turn.told:
                self._tell(lambda: self.appeared.emit(turn.scene))
        if self._phase is Phase.SETTLING:
            self._settle()

    def _settle(self) -> None:
        turn = self._coming
        if turn is None:
            return
        self._hidden = 1 - self._hidden
        self._layers[self._hidden].unload()
        self._seen = turn
        self._rest()
        self._layers[1 - self._hidden].set_alone(alone=True)
        if turn.told:
            self._tell(lambda: self.painted.emit(turn.scene))
        following, self._next = self._next, None
        if following is not None:
            self._request(following)

    def _give_up(self, reason: str, *, is_of_picture: bool = False) -> None:
        turn = self._coming
        if turn is None:
            return
        self._layers[self._hidden].unload()
        self._rest()
        if turn.told:
            self._tell(lambda: self.failed.emit(turn.scene, reason, is_of_picture))
        if self._seen is None and not isinstance(turn.scene, BuiltinScene):
            self._load(_Turn(BuiltinScene(), Span(self._monotonic()), told=False))

    @Slot(object, str, bool)
    def _page_failed(self, slide: Slide, reason: str, isOfPicture: bool) -> None:  # noqa: FBT001, N803  (a slot)
        if self._phase is Phase.LOADING and slide is self._layers[self._hidden].slide:
            self._give_up(reason, is_of_picture=isOfPicture)

    @Slot()
    def _page_paged(self) -> None:
        layer = self.sender()
        if not isinstance(layer, SlideViewModel) or layer.pages == 1:
            return
        item, language = layer.slide.item, layer.slide.words.language
        if (item, language) not in self._told_long and len(self._told_long) < MOST_COMPLAINTS:
            self._told_long.add((item, language))
            logger.info(
                "a text is shown page by page",
                extra={"item": item, "language": language, "pages": layer.pages},
            )
        self.paged.emit(item, layer.pages)

    @Slot()
    def _run_out(self) -> None:
        match self._phase:
            case Phase.LOADING:
                self._give_up("page was not ready in time")
            case Phase.RISING | Phase.SETTLING:
                # Nothing is drawn while the window is covered or the display is off; the page
                # is in place all the same, and waiting on would leave it there for good.
                logger.info("no frame was drawn in time", extra={"phase": self._phase.name})
                self._settle()
            case Phase.REST:
                return

    def _rest(self) -> None:
        self._coming = None
        self._phase = Phase.REST
        self._has_appeared = True
        self._limit.stop()
        self.awaitsFrameChanged.emit()

    def _drop(self, turn: _Turn | None) -> None:
        if turn is not None and turn.told:
            self._tell(lambda: self.superseded.emit(turn.scene))

    def _tell(self, answer: Callable[[], None]) -> None:
        self._answered.emit(answer)

    @Slot(object)
    def _answer(self, answer: Callable[[], None]) -> None:
        answer()

    @Property(SlideViewModel, constant=True)
    def first(self) -> SlideViewModel:
        """One layer."""
        return self._layers[0]

    @Property(SlideViewModel, constant=True)
    def second(self) -> SlideViewModel:
        """The other layer."""
        return self._layers[1]

    @Property(ScreenMetrics, constant=True)
    def screen(self) -> ScreenMetrics:
        """Lengths of this screen."""
        return self._metrics

    @Property(TypeSetter, constant=True)
    def typeSetter(self) -> TypeSetter:
        """Faces by language."""
        return self._type_setter

    @Property(VideoPlayer, constant=True)
    def clips(self) -> VideoPlayer | None:
        """Plays clips; null where they stand still."""
        return self._clips

    @Property(int, constant=True)
    def volume(self) -> int:
        """Volume of clips, 0 to 100; less than 0: no sound at all."""
        return self._volume

    @Property(bool, notify=awaitsFrameChanged)
    def awaitsFrame(self) -> bool:
        """Whether the next drawn frame is to be told."""
        return self._phase is Phase.SETTLING or not self._has_appeared
