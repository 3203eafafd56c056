"""What lies above every page: the banner and the ticker, and the room they take."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.config.geometry import Metrics
from player.pack.instants import DAWN
from player.shell.banner_view import BannerViewModel
from player.shell.overlay_room import banner_room, is_low, ticker_height
from player.shell.screen_metrics import ScreenMetrics, margin_px, trial_px
from player.shell.ticker_view import TickerViewModel
from player.stage.announce import RunningWords

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("owned by the Python shell")
class Overlay(QObject):  # type: ignore[operator]
    """Banner and ticker of one screen."""

    resized = Signal()
    invitationChanged = Signal()
    trialChanged = Signal()

    def __init__(self, screen: ScreenMetrics, fade_ms: int) -> None:
        """Set up an overlay that shows nothing.

        Args:
            screen: lengths of it.
            fade_ms: 0 in pictures made for comparison.
        """
        super().__init__()
        self._screen = screen
        screen.changed.connect(self.resized)
        self.banner = BannerViewModel(fade_ms)
        self.ticker = TickerViewModel(fade_ms)
        self._trial: Mapping[str, str] = {}
        self._invitation = 0

    def set_invitation(self, height: int) -> None:
        """Leave room at the foot for the bar that invites travellers to touch; pixels."""
        if height != self._invitation:
            self._invitation = height
            self.invitationChanged.emit()
            self.resized.emit()

    def set_trial(self, words: Mapping[str, str]) -> None:
        """Say that this screen believes throwaway keys.

        Args:
            words: language -> the word for it; none: it does not.
        """
        if words != self._trial:
            self._trial = words
            self.trialChanged.emit()

    @property
    def metrics(self) -> Metrics:
        """Lengths of the screen."""
        return self._screen.metrics

    @property
    def is_low(self) -> bool:
        """Whether there is room for one thing at a time; see ``overlay_room``."""
        return is_low(self.metrics)

    @property
    def hides_page(self) -> bool:
        """Whether nothing of the page below the banner is seen."""
        return self.is_low and self.banner.is_up

    def run(self, rows: Sequence[RunningWords], since_ms: int) -> None:
        """Run ``rows`` along the foot; the banner stands above them.

        Args:
            rows: none: nothing runs.
            since_ms: when they came on.
        """
        self.ticker.set_height(ticker_height(self.metrics))
        self.ticker.fill(rows, since_ms)
        running = self.ticker.running_height
        taken = running + self._invitation
        self.banner.set_room(banner_room(self.metrics, margin_px(self.metrics), taken))

    def clear(self) -> None:
        """Show nothing."""
        self.run((), DAWN)
        self.banner.take_down()

    @property
    def foot(self) -> int:
        """Pixels at the foot of the safe area that pages must leave free."""
        if self.is_low:
            return self._invitation
        return self._invitation + self.ticker.running_height + self.banner_height

    @property
    def banner_height(self) -> int:
        """Pixels that the banner takes; 0: there is none."""
        return self.banner.room.height if self.banner.is_up else 0

    @Property(int, notify=invitationChanged)
    def invitation(self) -> int:
        """Pixels at the foot of the stage that the invitation takes."""
        return self._invitation

    @Property(bool, notify=resized)
    def runsAtHead(self) -> bool:
        """Whether the ticker takes the place of the masthead."""
        return self.is_low

    @Property("QStringList", notify=trialChanged)  # type: ignore[arg-type]
    def trialLanguages(self) -> list[str]:
        """Languages in which it is said that this is a trial; none: it is not."""
        return list(self._trial)

    @Property("QStringList", notify=trialChanged)  # type: ignore[arg-type]
    def trialWords(self) -> list[str]:
        """How it is said, in the order of ``trialLanguages``."""
        return list(self._trial.values())

    @Property(int, notify=resized)
    def trialWidth(self) -> int:
        """Pixels at the side of the screen that the words of pages leave free."""
        return trial_px(self.metrics)

    @Property(BannerViewModel, constant=True)
    def bannerView(self) -> BannerViewModel:
        """The banner."""
        return self.banner

    @Property(TickerViewModel, constant=True)
    def tickerView(self) -> TickerViewModel:
        """The ticker."""
        return self.ticker
