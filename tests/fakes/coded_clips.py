"""Tiny clips, coded on the spot: each test says how its clip differs from a good one."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

Colour = tuple[int, int, int]
SOUND_RATE: Final = 44_100


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to code a clip: one plain colour per frame, unless its right half has another."""

    frames: int = 12
    size: tuple[int, int] = (64, 48)
    codec: str = "libx264"
    pixels: str = "yuv420p"
    rate: int = 12
    container: str = "mp4"
    colour: Callable[[int], Colour] = lambda number: (40 + number % 200, 120, 90)
    right: Callable[[int], Colour] | None = None
    sound: str = ""
    aspect: Fraction | None = None
    turned: int = 0
    fast_start: bool = False


def code_clip(path: Path, recipe: Recipe) -> Path:
    """Write a clip to ``path`` and return it."""
    options = {"movflags": "faststart"} if recipe.fast_start else {}
    with av.open(path, "w", format=recipe.container, options=options) as clip:
        _code_frames(clip, recipe)
    return path


def _code_frames(clip: OutputContainer, recipe: Recipe) -> None:
    stream = _add_video(clip, recipe)
    sounds = [clip.add_stream(recipe.sound, rate=SOUND_RATE)] if recipe.sound else []
    for number in range(recipe.frames):
        right = (recipe.right or recipe.colour)(number)
        painted = paint(recipe.size, recipe.colour(number), right)
        frame = painted.reformat(format=recipe.pixels)
        frame.pts, frame.time_base = number, Fraction(1, recipe.rate)
        clip.mux(stream.encode(frame))
    clip.mux(stream.encode())
    for sound in sounds:
        assert isinstance(sound, AudioStream)
        clip.mux(sound.encode(silence()))
        clip.mux(sound.encode())


def _add_video(clip: OutputContainer, recipe: Recipe) -> VideoStream:
    stream = clip.add_stream(recipe.codec, rate=recipe.rate)
    assert isinstance(stream, VideoStream)
    stream.width, stream.height = recipe.size
    stream.pix_fmt = recipe.pixels
    stream.options = {"x265-params": "log-level=none"} if recipe.codec == "libx265" else {}
    if recipe.aspect is not None:
        stream.codec_context.sample_aspect_ratio = recipe.aspect
    if recipe.turned:
        stream.set_display_rotation(recipe.turned)
    return stream


def paint(size: tuple[int, int], left: Colour, right: Colour) -> VideoFrame:
    """Return a picture of two colours side by side."""
    frame = VideoFrame(*size, "rgb24")
    plane = frame.planes[0]
    half = size[0] // 2
    row = (bytes(left) * half + bytes(right) * half).ljust(plane.line_size, b"\0")
    plane.update(row * size[1])
    return frame


def silence() -> AudioFrame:
    """Return a moment without sound."""
    frame = AudioFrame(format="fltp", layout="mono", samples=1024)
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    frame.sample_rate = SOUND_RATE
    return frame
