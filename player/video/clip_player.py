"""What the worker needs of libvlc; ``libvlc.VlcPlayer`` is it, and says more of each call."""

from typing import Protocol

from player.video.admission import Playback, Track


class ClipPlayer(Protocol):
    """Plays one clip or recording at a time."""

    def tracks(self, fd: int, demuxer: str) -> tuple[Track, ...]:
        """Read what the file says of its tracks."""

    def play(self, fd: int, demuxer: str, how: Playback) -> None:
        """Start the file."""

    def decoded(self) -> int:
        """Return how many pictures have been decoded."""

    def heard(self) -> int:
        """Return how many blocks of sound have been given to the loudspeaker."""

    def left_ms(self) -> int:
        """Return how much of the clip is still to come."""

    def set_volume(self, volume: int) -> None:
        """Set the volume of the clip that has begun."""

    def stop(self) -> None:
        """Stop whatever plays."""

    def complaints(self) -> str:
        """Return the latest error messages and forget them."""
