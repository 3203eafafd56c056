"""Clips of a source: every frame is decoded once, so that a gate is never the first to do so.

PyAV and not the player's libvlc: it gives each frame, at the machine's speed, and says what is
wrong. Bytes are handed over as an open file and the demuxer is named, so that no playlist or
address inside a file is ever followed.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import av
from av.codec.context import ThreadType
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from player.pack.file_kind import UNKNOWN
from player.pack.media import MAX_VIDEO_HEIGHT_PX, MAX_VIDEO_WIDTH_PX
from player.publish.codes import Code
from player.publish.flashes import COLUMNS, ROWS, FlashScan, luminance
from player.publish.media_facts import ClipFacts, Converted, Fault, Faults
from player.publish.sniff import PICTURE_TYPES, digest, sniff, type_of_name

MP4: Final = "video/mp4"
DEMUXER: Final = "mov"
MAX_RATE: Final = 60
RATE_SLACK: Final = 0.5
MAX_DURATION_S: Final = 600
MAX_BYTES: Final = 200_000_000
POSTER_QUALITY: Final = 90
POSTER_WITHIN_S: Final = 10
POSTER_MIN_SPREAD: Final = 0.03
"""A frame whose brightest and darkest parts differ by less shows nothing yet."""

UNNAMED_MATRIX: Final = 2
SD_HEIGHT_PX: Final = 576
LOST_S, LOST_SHARE = 0.5, 0.05
_PIXELS: Final = frozenset({"yuv420p", "yuvj420p"})
_PERMITTED_STREAMS: Final = frozenset({"video", "audio", "data"})


def probe_clip(path: Path) -> ClipFacts | Faults:
    """Return what a clip is, or everything that is wrong with it.

    Args:
        path: of a plain file.
    """
    size = path.stat().st_size
    if size == 0:
        return (Fault(Code.MEDIA_EMPTY),)
    refused = _refuse_by_type(path) or _refuse_by_weight(size)
    if refused:
        return refused
    try:
        with path.open("rb") as file, av.open(file, "r", format=DEMUXER) as clip:
            faults = tuple(_judge_streams(clip))
            return faults or _watch(clip, digest(path))
    except (av.FFmpegError, ValueError):
        return (Fault(Code.VIDEO_UNREADABLE),)


def make_poster(content: bytes) -> Converted:
    """Return the first frame of a clip that shows something, as a picture.

    Args:
        content: of a clip whose probe found no fault.
    """
    with av.open(io.BytesIO(content), "r", format=DEMUXER) as clip:
        frames = clip.decode(clip.streams.video[0])
        chosen = first = next(frames)
        while _spread(chosen) < POSTER_MIN_SPREAD:
            later = next(frames, None)
            if later is None or (later.time or 0) > POSTER_WITHIN_S:
                chosen = first
                break
            chosen = later
        picture = _as_picture(chosen)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=POSTER_QUALITY, subsampling=0, optimize=True)
    return Converted(file.getvalue(), "image/jpeg", *picture.size)


def _refuse_by_type(path: Path) -> Faults:
    kind, promised = sniff(path), type_of_name(path)
    values = {"promised": path.suffix, "found": kind}
    if kind == MP4 and promised == MP4:
        return ()
    if kind == UNKNOWN and promised == MP4:
        return (Fault(Code.VIDEO_UNREADABLE),)
    is_lie = promised in {MP4, *PICTURE_TYPES} and kind != "video/quicktime"
    return (Fault(Code.MEDIA_DISGUISED if is_lie else Code.VIDEO_TYPE, values),)


def _refuse_by_weight(size: int) -> Faults:
    if size <= MAX_BYTES:
        return ()
    values = {"size": f"{size / 1e6:.0f}", "limit": f"{MAX_BYTES / 1e6:.0f}"}
    return (Fault(Code.VIDEO_TOO_HEAVY, values),)


def _judge_streams(clip: InputContainer) -> Iterator[Fault]:
    kinds = [stream.type for stream in clip.streams]
    odd = [kind for kind in kinds if kind not in _PERMITTED_STREAMS]
    if kinds.count("video") != 1 or kinds.count("audio") > 1 or odd:
        yield Fault(Code.VIDEO_STREAMS, {"found": ", ".join(kinds) or "-"})
    for sound in clip.streams.audio:
        name = sound.codec.canonical_name
        if name != "aac":
            yield Fault(Code.VIDEO_AUDIO_CODEC, {"found": name})
    for stream in clip.streams.video:
        yield from _judge_video(stream)
    claimed_s = (clip.duration or 0) / 1_000_000
    if claimed_s > MAX_DURATION_S:
        yield _too_long(claimed_s)


def _judge_video(stream: VideoStream) -> Iterator[Fault]:
    codec = stream.codec_context
    name = stream.codec.canonical_name
    if name != "h264":
        yield Fault(Code.VIDEO_CODEC, {"found": name})
    elif codec.pix_fmt not in _PIXELS:
        yield Fault(Code.VIDEO_PIXELS, {"found": codec.pix_fmt or "-"})
    if codec.width > MAX_VIDEO_WIDTH_PX or codec.height > MAX_VIDEO_HEIGHT_PX:
        values = {"width": str(codec.width), "height": str(codec.height)}
        limits = {"max_width": str(MAX_VIDEO_WIDTH_PX), "max_height": str(MAX_VIDEO_HEIGHT_PX)}
        yield Fault(Code.VIDEO_TOO_LARGE, values | limits)
    aspect = stream.sample_aspect_ratio
    if aspect not in {None, 0, 1}:
        yield Fault(Code.VIDEO_PIXEL_SHAPE, {"found": f"{aspect}"})
    rate = float(stream.average_rate or 0)
    if rate > MAX_RATE + RATE_SLACK:
        yield Fault(Code.VIDEO_FRAME_RATE, {"found": f"{rate:.0f}", "limit": str(MAX_RATE)})


@dataclass(slots=True)
class _Viewing:
    """What has been seen of a clip so far."""

    flashes: FlashScan = field(default_factory=FlashScan)
    began_s: float | None = None
    end_s: float = 0
    is_damaged: bool = False
    is_turned: bool = False


def _watch(clip: InputContainer, sha256: str) -> ClipFacts | Faults:
    stream = clip.streams.video[0]
    stream.thread_type = ThreadType.AUTO
    seen = _Viewing()
    try:
        for frame in clip.decode(stream):
            _see(seen, frame, stream)
            if seen.end_s > MAX_DURATION_S + 1:
                break
    except av.FFmpegError:
        seen.is_damaged = True
    faults = tuple(_judge_viewing(seen, stream))
    if faults:
        return faults
    return ClipFacts(
        sha256,
        stream.codec_context.width,
        stream.codec_context.height,
        round(seen.end_s * 1000),
        has_sound=bool(clip.streams.audio),
    )


def _see(seen: _Viewing, frame: VideoFrame, stream: VideoStream) -> None:
    if seen.began_s is None:
        seen.began_s = float(frame.time or 0)
    start_s = float(frame.time or 0) - seen.began_s
    shown_s = float((frame.duration or 0) * (stream.time_base or 0))
    seen.end_s = max(seen.end_s, start_s + (shown_s or 1 / float(stream.average_rate or 25)))
    seen.is_turned |= frame.rotation != 0
    size = (stream.codec_context.width, stream.codec_context.height)
    seen.is_damaged |= frame.is_corrupt or (frame.width, frame.height) != size
    seen.flashes.add(_grid(frame), start_s)


def _judge_viewing(seen: _Viewing, stream: VideoStream) -> Iterator[Fault]:
    if not seen.end_s:
        yield Fault(Code.VIDEO_UNREADABLE)
        return
    claimed_s = float((stream.duration or 0) * (stream.time_base or 0))
    lost_s = claimed_s - seen.end_s
    if seen.end_s > MAX_DURATION_S:
        yield _too_long(seen.end_s)
    elif seen.is_damaged or lost_s > max(LOST_S, claimed_s * LOST_SHARE):
        yield Fault(Code.VIDEO_CUT_SHORT, {"seconds": f"{seen.end_s:.1f}"})
    if seen.is_turned:
        yield Fault(Code.VIDEO_TURNED)
    if seen.flashes.first_s is not None:
        yield Fault(Code.VIDEO_FLASHES, {"second": f"{seen.flashes.first_s:.1f}"})


def _too_long(seconds: float) -> Fault:
    values = {"seconds": f"{seconds:.0f}", "limit": str(MAX_DURATION_S)}
    return Fault(Code.VIDEO_TOO_LONG, values)


def _grid(frame: VideoFrame) -> bytes:
    small = frame.reformat(COLUMNS, ROWS, "rgb24", interpolation="AREA")
    plane = small.planes[0]
    raw, width, stride = bytes(plane), COLUMNS * len("rgb"), plane.line_size
    return b"".join(raw[start : start + width] for start in range(0, ROWS * stride, stride))


def _as_picture(frame: VideoFrame) -> Image.Image:
    # A clip that does not name its colour matrix: libvlc goes by the height, and so must the
    # poster, or the picture would change its tint when the clip starts.
    is_unnamed = frame.colorspace == UNNAMED_MATRIX
    matrix = "ITU709" if is_unnamed and frame.height > SD_HEIGHT_PX else None
    plane = frame.reformat(format="rgb24", src_colorspace=matrix).planes[0]
    size = (frame.width, frame.height)
    return Image.frombytes("RGB", size, bytes(plane), "raw", "RGB", plane.line_size)


def _spread(frame: VideoFrame) -> float:
    grid = _grid(frame)
    values = [luminance(grid[place : place + 3]) for place in range(0, len(grid), 3)]
    return max(values) - min(values)
