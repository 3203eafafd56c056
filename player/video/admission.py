"""Which files the worker gives to libvlc at all.

libvlc guesses by content and would follow a playlist named .mp4, draw a PNG as a ten second
film or open a socket. So the container is named by us from the first bytes and only that
demuxer is allowed, and what the container says it holds is bounded before a decoder sees it.
The publisher checks far more; here is only what protects the screen from a bad file.
"""

import os
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from player.errors import PlaybackError

MAX_SIDE: Final = 4096
MAX_PIXELS: Final = 4096 * 2304
MAX_FRAME_RATE: Final = 61
ONE_THREAD_PIXELS_PER_S: Final = 1920 * 1080 * 31
"""Up to here one decoder thread is enough; each further one costs 25 MB for pictures in flight
(1080p H.264: 164 MB with libvlc's own choice of threads, 138 MB with one)."""
CODECS: Final = frozenset(("h264", "hevc", "VP80", "VP90", "av01"))
SOUND_CODECS: Final = {"mp4": frozenset(("mp4a",)), "mpga": frozenset(("mp3 ", "mpga"))}
"""Demuxer -> what a recording may be coded as, in libvlc's four characters."""
MAX_CHANNELS: Final = 2
MAX_SAMPLE_RATE: Final = 48_000
_SIGNATURE_BYTES: Final = 12
_ISO_BRAND: Final = b"ftyp"
_MP3: Final = re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")
"""A tag, or the header of a frame of MPEG layer III."""
_EBML: Final = b"\x1a\x45\xdf\xa3"


@dataclass(frozen=True, slots=True)
class VideoTrack:
    """What a container says of one video track.

    Attributes:
        codec: four characters, as libvlc writes them.
        width: of the picture in its own pixels.
        height: the same.
        sample_ratio: width : height of a pixel; (0, 0) when not said.
        frame_rate: per second; None when not said.
        turned: the picture lies on its side.
    """

    codec: str
    width: int
    height: int
    sample_ratio: tuple[int, int]
    frame_rate: float | None
    turned: bool


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """What a container says of one track of sound.

    Attributes:
        codec: four characters, as libvlc writes them.
        channels: how many.
        rate: samples per second.
    """

    codec: str
    channels: int
    rate: int


@dataclass(frozen=True, slots=True)
class OtherTrack:
    """A track of subtitles, or of what libvlc does not know."""


Track = VideoTrack | SoundTrack | OtherTrack


@dataclass(frozen=True, slots=True)
class Playback:
    """How to play a file.

    Attributes:
        threads: of the picture's decoder; 0 leaves the number to libvlc, None decodes no picture.
        volume: 0 to 100; None decodes no sound.
        start_ms: where in the clip to begin.
    """

    threads: int | None
    volume: int | None
    start_ms: int


def open_clip(path: str) -> int:
    """Open a video file for reading, only if it is one file and stays the same one.

    Args:
        path: absolute.

    Returns:
        A descriptor; libvlc is given its name under ``/proc/self/fd``, so what was looked at is
        what is played.

    Raises:
        PlaybackError: there is no such regular file. A FIFO does not hang the open.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError as error:
        raise PlaybackError(path, error.strerror or "cannot be opened") from error
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise PlaybackError(path, "not a regular file")
    return fd


def demuxer_for(path: str, fd: int) -> str:
    """Name the only demuxer allowed to read the file, from its first bytes.

    Args:
        path: for the error.
        fd: the open file; its position is not moved.

    Raises:
        PlaybackError: neither MP4 nor Matroska/WebM.
    """
    head = os.pread(fd, _SIGNATURE_BYTES, 0)
    if head[4:8] == _ISO_BRAND:
        return "mp4"
    if head.startswith(_EBML):
        return "mkv"
    raise PlaybackError(path, "empty file" if not head else "neither MP4 nor Matroska")


def sound_demuxer_for(path: str, fd: int) -> str:
    """Name the only demuxer allowed to read a recording; as ``demuxer_for``.

    Raises:
        PlaybackError: neither MP4 nor MP3.
    """
    head = os.pread(fd, _SIGNATURE_BYTES, 0)
    if head[4:8] == _ISO_BRAND:
        return "mp4"
    if _MP3.match(head):
        return "mpga"
    raise PlaybackError(path, "empty file" if not head else "neither MP4 nor MP3")


def check_sound(path: str, demuxer: str, tracks: Sequence[Track]) -> None:
    """Let a recording pass, if it is one track of sound that the decoders may have.

    Args:
        path: for the error.
        demuxer: that has read it.
        tracks: all of the file's tracks.

    Raises:
        PlaybackError: it is anything else.
    """
    match tuple(tracks):
        case (SoundTrack(codec, channels, rate),):
            if codec not in SOUND_CODECS[demuxer]:
                raise PlaybackError(path, f"codec {codec!r} is not played")
            if not 0 < channels <= MAX_CHANNELS or not 0 < rate <= MAX_SAMPLE_RATE:
                reason = f"{channels} channels of {rate} samples a second are not played"
                raise PlaybackError(path, reason)
        case _:
            raise PlaybackError(path, "not one track of sound alone, or no index")


def admitted_track(path: str, tracks: Sequence[Track]) -> VideoTrack:
    """Return the track to play, if the decoders may have it.

    Args:
        path: for the error.
        tracks: the file's tracks in order; the first video track is played.

    Raises:
        PlaybackError: no video, or a codec, size or rate this player does not take.
    """
    track = next((track for track in tracks if isinstance(track, VideoTrack)), None)
    if track is None:
        raise PlaybackError(path, "no video track, or no index")
    if track.codec not in CODECS:
        raise PlaybackError(path, f"codec {track.codec!r} is not played")
    pixels = track.width * track.height
    if not 0 < pixels <= MAX_PIXELS or max(track.width, track.height) > MAX_SIDE:
        raise PlaybackError(path, f"{track.width} x {track.height} pixels are not played")
    if (track.frame_rate or 0) > MAX_FRAME_RATE:
        raise PlaybackError(path, f"{track.frame_rate:.0f} frames a second are not played")
    return track


def decoder_threads(track: VideoTrack) -> int:
    """Return how many threads libvlc's decoder may use; 0 leaves it to libvlc."""
    per_second = track.width * track.height * (track.frame_rate or MAX_FRAME_RATE)
    return 1 if per_second <= ONE_THREAD_PIXELS_PER_S else 0
