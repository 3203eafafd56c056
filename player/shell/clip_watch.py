"""What becomes of the clip or recording on stage: it goes on, or its page does without it.

A clip has failed when its player says so, and when it ended long before its time: a file may
claim two hours and hold a second. It is stopped when a page without a clip is seen. A film is begun
by the page it plays on, a recording here, when its page stands alone: setting that page again does
not begin it again.
"""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from player.shell.stage_view import StageViewModel
from player.shell.video_player import VideoPlayer
from player.stage.scene import AudioScene, Scene, SoundRef, VideoScene

SHORT_MS: Final = 2_000
"""How much before its time a clip may end: what it takes to begin, and a rounded duration."""


class ClipWatch(QObject):
    """Listens to the stage and to the clip player."""

    failed = Signal(str, str)
    """The item whose clip does not play, and why; once for each showing."""

    def __init__(self, stage: StageViewModel, clips: VideoPlayer) -> None:
        """Listen from now on.

        Args:
            stage: says which page is seen.
            clips: plays the clip of that page.
        """
        super().__init__()
        self._stage = stage
        self._clips = clips
        self._seen: VideoScene | AudioScene | None = None
        stage.painted.connect(self._painted)
        clips.failed.connect(self._failed)
        clips.ended.connect(self._ended)

    @Slot(object)
    def _painted(self, scene: Scene) -> None:
        before, self._seen = self._seen, None
        match scene:
            case VideoScene():
                self._seen = scene
            case AudioScene(sound=SoundRef() as sound):
                self._seen = scene
                self._clips.listen(sound.path, sound.volume, sound.offset_ms)
            case _ if before is not None:
                self._clips.stop()

    @Slot(str)
    def _failed(self, reason: str) -> None:
        if self._seen is not None:
            self._stage.silence()
            self.failed.emit(self._seen.item, reason)

    @Slot()
    def _ended(self) -> None:
        if not isinstance(self._seen, VideoScene):
            return
        reached_ms = self._seen.offset_ms + self._clips.played_ms
        if reached_ms + SHORT_MS < self._seen.lasts_ms:
            lasts_s, reached_s = self._seen.lasts_ms // 1000, reached_ms // 1000
            self._clips.refuse(f"it ended after {reached_s} s of {lasts_s} s")
