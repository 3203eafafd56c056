"""The video client for Qt: its socket and its deadlines in the event loop, its events as signals.

Decides nothing about video; ``player.video.client`` does. QML sees it as the source of frames.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from player.video.client import (
    FrameReady,
    VideoClient,
    VideoEvent,
    WorkerGone,
    WorkerRenewed,
)
from player.video.frames import Frame
from player.video.geometry import Fill
from player.video.protocol import Ended, Failed, Opened

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

CHECK_INTERVAL_MS: Final = 250
logger = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("owned by the Python shell")
class VideoPlayer(QObject):  # type: ignore[operator]
    """Plays one clip at a time through the worker process.

    The signals speak of the clip played last: ``opened`` with the size of its frames,
    ``firstFrame`` when there is something to draw, then ``ended`` or ``failed`` with the reason,
    or neither when another clip is played or ``stop`` is called. ``workerGone`` is for health;
    where a clip failed with it, that has been told already.
    """

    opened = Signal(int, int)
    firstFrame = Signal()
    frameReady = Signal()
    ended = Signal()
    failed = Signal(str)
    workerGone = Signal(str)
    clipIdChanged = Signal()

    def __init__(self, client: VideoClient, monotonic: Callable[[], float]) -> None:
        """Take over a client.

        Args:
            client: owned from now on; ended by ``close``.
            monotonic: the clock the client was made with.
        """
        super().__init__()
        self._client: Final = client
        self._monotonic: Final = monotonic
        self._clip = 0
        self._awaits_first = False
        self._began: float | None = None
        self._notifier: QSocketNotifier | None = None
        self._timer: Final = QTimer(self)
        self._timer.setInterval(CHECK_INTERVAL_MS)
        self._timer.timeout.connect(self._check)

    def play(
        self,
        path: Path,
        size: tuple[int, int],
        volume: int | None = None,
        fill: Fill = Fill.FIT,
        start_ms: int = 0,
    ) -> int:
        """Play a file, instead of whatever is playing.

        Args:
            path: absolute path of a local file.
            size: of its place on screen, in device pixels.
            volume: 0 to 100; None for no sound at all.
            fill: fit inside ``size`` or cover it.
            start_ms: where in the clip to begin.

        Returns:
            The number of the clip, for ``VideoItem.clipId``. No signal comes before this returns.
        """
        return self._begun(self._client.play(path, size, volume, fill, start_ms))

    def listen(self, path: Path, volume: int, start_ms: int = 0) -> int:
        """Play a recording, instead of whatever is playing; there are no frames.

        Args:
            path: absolute path of a local file.
            volume: 0 to 100.
            start_ms: where in the recording to begin.

        Returns:
            As ``play``.
        """
        return self._begun(self._client.listen(path, volume, start_ms))

    def _begun(self, clip: int) -> int:
        self._clip = clip
        self._awaits_first = True
        self._began = None
        self._watch()
        self.clipIdChanged.emit()
        return clip

    @Slot()
    def stop(self) -> None:
        """Stop playing; what was drawn last stays."""
        self._client.stop()

    @Slot()
    def prepare(self) -> None:
        """Start the worker, so that the next clip begins at once."""
        self._client.prepare()
        self._watch()

    @Slot()
    def retire(self) -> None:
        """End the worker; what was drawn last stays."""
        self._unwatch()
        self._client.retire()

    def close(self) -> None:
        """End the worker for good; call it after the last window is gone."""
        self._unwatch()
        self._client.close()

    def take_frame(self, clip: int) -> Frame | None:
        """Return the newest frame of ``clip``, once; see ``VideoClient.latest_frame``."""
        return self._client.latest_frame(clip)

    def refuse(self, reason: str) -> None:
        """Have the clip played last count as failed."""
        self.failed.emit(reason)

    @property
    def played_ms(self) -> int:
        """How long ago the first frame of the clip played last came; 0 before it came."""
        return 0 if self._began is None else round((self._monotonic() - self._began) * 1000)

    @property
    def clip_id(self) -> int:
        """Number of the clip played last; 0 before the first."""
        return self._clip

    @Slot()
    def _read(self) -> None:
        self._handle(self._client.read_events())

    @Slot()
    def _check(self) -> None:
        events = self._client.check(self._monotonic())
        self._handle(events)
        if not events and self._client.fileno() is None:
            self._timer.stop()

    def _handle(self, events: tuple[VideoEvent, ...]) -> None:
        if self._client.fileno() is None:
            self._unwatch()
        told = {event.reason for event in events if isinstance(event, Failed)}
        for event in events:
            if isinstance(event, WorkerGone) and event.reason not in told:
                logger.warning("video worker gone", extra={"reason": event.reason})
            self._tell(event)

    def _tell(self, event: VideoEvent) -> None:
        match event:
            case WorkerGone(reason):
                self.workerGone.emit(reason)
            case WorkerRenewed(reason):
                logger.info("video worker renewed", extra={"reason": reason})
                self._watch()
            case _ if event.clip != self._clip:
                # A slot called for an event before this one has begun another clip.
                return
            case Opened():
                self.opened.emit(event.width, event.height)
            case FrameReady():
                self._tell_frame()
            case Ended():
                self.ended.emit()
            case Failed(_, reason):
                self.failed.emit(reason)

    def _tell_frame(self) -> None:
        if self._awaits_first:
            self._awaits_first = False
            self._began = self._monotonic()
            self.firstFrame.emit()
        self.frameReady.emit()

    def _watch(self) -> None:
        # The timer runs without a worker, too: why none could be started waits in the client.
        self._timer.start()
        fd = self._client.fileno()
        if self._notifier is not None and self._notifier.socket() == fd:
            return
        self._unwatch()
        if fd is not None:
            self._notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._read)

    def _unwatch(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
