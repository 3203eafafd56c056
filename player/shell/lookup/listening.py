"""What a page lets hear: plays its recording, stops with the page, and tells when it is over."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from player.shell.video_player import VideoPlayer
from player.stage.session.page import Page


class Listening(QObject):
    """The recording of the page that is seen, or none; clips are played by what draws them."""

    silent = Signal()
    """Whatever was heard is over, or cannot be played."""

    def __init__(self, clips: VideoPlayer, volume: int | None, parent: QObject) -> None:
        """Begin silent.

        Args:
            clips: plays.
            volume: 0 to 100; None: this screen plays no sound.
            parent: lives as long.
        """
        super().__init__(parent)
        self._clips = clips
        self._volume = volume
        self._heard = ""
        clips.ended.connect(self._end)
        clips.failed.connect(self._end)

    def follow(self, page: Page) -> None:
        """Play what ``page`` wants heard, or stop."""
        line = next((each for each in page.lines if each.kind == "listen"), None)
        wanted = line.picture if line is not None and line.chosen >= 0 else ""
        if wanted == self._heard:
            return
        self._heard = wanted
        if wanted and self._volume is not None:
            self._clips.listen(Path(QUrl(wanted).toLocalFile()), self._volume)
        else:
            self._clips.stop()

    def forget(self) -> None:
        """Forget what was heard; it plays no more, or is stopped by somebody else."""
        self._heard = ""

    def stop(self) -> None:
        """Stop whatever plays."""
        self.forget()
        self._clips.stop()

    @Slot()
    def _end(self) -> None:
        self.silent.emit()
