"""Tiny recordings, coded on the spot: each test says how its recording differs from a good one."""

import math
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer

_BLOCK: Final = 1024
_CLAIMED_S: Final = 7200


@dataclass(frozen=True, slots=True)
class Tune:
    """How to code a recording: one tone, its level as a share of full scale."""

    seconds: float = 1.0
    container: str = "ipod"
    codec: str = "aac"
    rate: int = 48_000
    layout: str = "mono"
    level: float = 0.3
    tracks: int = 1
    fast_start: bool = False


GOOD: Final = Tune()
MP3: Final = Tune(container="mp3", codec="libmp3lame")


def record(path: Path, tune: Tune = GOOD) -> Path:
    """Write a recording to ``path`` and return it."""
    options = {"movflags": "faststart"} if tune.fast_start else {}
    with av.open(path, "w", format=tune.container, options=options) as file:
        streams = [_add_track(file, tune) for _ in range(tune.tracks)]
        for start in range(0, round(tune.seconds * tune.rate), _BLOCK):
            for stream in streams:
                file.mux(stream.encode(_tone(tune, start)))
        for stream in streams:
            file.mux(stream.encode())
    return path


def spoil_sound(path: Path) -> Path:
    """Overwrite all sound of an MP4 recording and keep its index; return ``path``."""
    whole = bytearray(path.read_bytes())
    begin, end = whole.index(b"mdat") + 4, whole.index(b"moov") - 4
    whole[begin:end] = b"\xa5" * (end - begin)
    path.write_bytes(whole)
    return path


def claim_two_hours(path: Path) -> Path:
    """Have an MP4 recording say that each of its packets lasts for minutes; return ``path``."""
    whole = bytearray(path.read_bytes().replace(b"edts", b"free"))  # it states the length, too
    for name in (b"mvhd", b"mdhd"):
        at = whole.index(name) + 16
        whole[at + 4 : at + 8] = (_CLAIMED_S * int.from_bytes(whole[at : at + 4])).to_bytes(4)
    at = whole.index(b"mdhd") + 16
    rate = int.from_bytes(whole[at : at + 4])
    at = whole.index(b"stts") + 12
    packets = int.from_bytes(whole[at : at + 4])
    whole[at + 4 : at + 8] = (_CLAIMED_S * rate // packets).to_bytes(4)
    path.write_bytes(whole)
    return path


def cut(path: Path) -> Path:
    """Keep the first half of a file; return ``path``."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def _add_track(file: OutputContainer, tune: Tune) -> AudioStream:
    stream = file.add_stream(tune.codec, rate=tune.rate)
    assert isinstance(stream, AudioStream)
    stream.layout = tune.layout
    return stream


def _tone(tune: Tune, start: int) -> AudioFrame:
    frame = AudioFrame(format="fltp", layout=tune.layout, samples=_BLOCK)
    step = 2 * math.pi * 440 / tune.rate
    wave = array("f", (tune.level * math.sin(step * (start + at)) for at in range(_BLOCK)))
    for plane in frame.planes:
        plane.update(wave.tobytes().ljust(plane.buffer_size, b"\0"))
    frame.sample_rate, frame.pts = tune.rate, start
    return frame
