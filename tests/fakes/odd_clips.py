"""Clips that are not what their container says, each in one way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from struct import pack_into, unpack_from
from typing import TYPE_CHECKING, Final, TypeAlias

import av
from av.audio.stream import AudioStream
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from tests.fakes.coded_clips import SOUND_RATE, Colour, paint, silence

if TYPE_CHECKING:
    from av.packet import Packet

    CodedPicture: TypeAlias = Packet[VideoStream]

RATE: Final = 30
TICK: Final = Fraction(1, RATE)
MOMENTS: Final = 40
_ALL_KEY: Final = "repeat-headers=1:bframes=0"


@dataclass(frozen=True, slots=True)
class Splice:
    """Parts of film put together as one track.

    Attributes:
        sizes: of the pictures of each part.
        frames: of each part.
        colours: of the frames of the whole, in turn.
        gap_s: between the time of one part's last picture and of the next one's first.
        claims: size the container states; None: that of the first part.
    """

    sizes: Sequence[tuple[int, int]]
    frames: int
    colours: Sequence[Colour]
    gap_s: float = 0
    claims: tuple[int, int] | None = None


def splice(path: Path, recipe: Splice) -> bytes:
    """Write such a clip to ``path`` and return it."""
    with av.open(path, "w", format="mp4") as clip:
        stream = clip.add_stream("libx264", rate=RATE)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = recipe.claims or recipe.sizes[0]
        stream.pix_fmt, stream.time_base = "yuv420p", TICK
        for packet in _parts(recipe):
            packet.stream = stream
            clip.mux(packet)
    return path.read_bytes()


def sound_only(path: Path) -> bytes:
    """Return a clip without pictures."""
    with av.open(path, "w", format="mp4") as clip:
        stream = clip.add_stream("aac", rate=SOUND_RATE)
        assert isinstance(stream, AudioStream)
        for number in range(MOMENTS):
            moment = silence()
            moment.pts = number * moment.samples
            clip.mux(stream.encode(moment))
        clip.mux(stream.encode())
    return path.read_bytes()


def claiming_length(clip: bytes, seconds: int) -> bytes:
    """Return ``clip`` with another length in its headers.

    Source: ISO/IEC 14496-12: duration is the fifth word of MovieHeaderBox and MediaHeaderBox
    after their type (behind the time scale), the sixth of TrackHeaderBox, version 0.
    """
    raw = bytearray(clip)
    scale = unpack_from(">I", raw, raw.index(b"mvhd") + 4 * 4)[0]
    media_scale = unpack_from(">I", raw, raw.index(b"mdhd") + 4 * 4)[0]
    for box, word, ticks in ((b"mvhd", 5, scale), (b"mdhd", 5, media_scale), (b"tkhd", 6, scale)):
        pack_into(">I", raw, raw.index(box) + 4 * word, seconds * ticks)
    return bytes(raw)


def _parts(recipe: Splice) -> Iterator["CodedPicture"]:
    shift, colours = 0, iter(recipe.colours)
    for size in recipe.sizes:
        coder = VideoCodecContext.create("libx264", "w")
        coder.width, coder.height = size
        coder.pix_fmt, coder.time_base, coder.framerate = "yuv420p", TICK, Fraction(RATE)
        coder.options = {"x264-params": _ALL_KEY, "preset": "ultrafast"}
        for packet in _coded(coder, recipe.frames, colours):
            packet.pts, packet.dts = (packet.pts or 0) + shift, (packet.dts or 0) + shift
            packet.time_base = TICK
            yield packet
        shift += recipe.frames + round(recipe.gap_s * RATE)


def _coded(
    coder: VideoCodecContext, frames: int, colours: Iterator[Colour]
) -> Iterator["CodedPicture"]:
    for number in range(frames):
        colour = next(colours)
        frame = paint((coder.width, coder.height), colour, colour).reformat(format="yuv420p")
        frame.pts, frame.time_base = number, TICK
        yield from coder.encode(frame)
    yield from coder.encode()
