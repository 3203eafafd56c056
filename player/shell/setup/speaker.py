"""Plays one recording to whoever sets a screen up, and knows why it could not."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from player.shell.video_player import VideoPlayer


class Speaker(QObject):
    """Plays the chime; ``fault``: why the latest time failed, "": it did not."""

    failed = Signal(str)

    def __init__(self, clips: VideoPlayer, chime: Path) -> None:
        """Be silent.

        Args:
            clips: plays through the worker process.
            chime: file.
        """
        super().__init__(clips)
        self._clips = clips
        self._chime = chime
        self.fault = ""
        clips.failed.connect(self._note)

    def play(self, volume: int) -> None:
        """Play the chime once, at 0 to 100 percent."""
        self.fault = ""
        self._clips.listen(self._chime, volume)

    def silence(self) -> None:
        """Play nothing."""
        self._clips.stop()

    @Slot(str)
    def _note(self, reason: str) -> None:
        self.fault = reason
        self.failed.emit(reason)
