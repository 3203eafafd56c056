"""Recordings of a source: every packet is decoded once, so that a gate is never the first to do so.

Two kinds are taken, both of which phones and studios write: AAC in MP4, and MP3. As for clips, the
bytes are handed over as an open file and the demuxer is named.
"""

import math
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer

from player.pack.file_kind import UNKNOWN
from player.pack.media import SoundType
from player.publish.codes import Code
from player.publish.media_facts import Fault, Faults, SoundFacts
from player.publish.sniff import digest, sniff, type_of_name

MAX_BYTES: Final = 30_000_000
MAX_DURATION_S: Final = 300
MAX_CHANNELS: Final = 2
MIN_RATE, MAX_RATE = 16_000, 48_000
LOST_S: Final = 0.5
FULL_SCALE: Final = 32_767
CLIPPED_SHARE: Final = 0.0005
"""Of all samples; a good recording reaches full scale in none."""

QUIET_DB: Final = -36
"""Root mean square against full scale; speech is made at -16 to -23."""

METER_RATE: Final = 8_000
"""Loudness is measured at this rate: speech and melody lie below half of it."""

_MP4: Final = "audio/mp4"
_MP3: Final = "audio/mpeg"
_DEMUXERS: Final[Mapping[SoundType, str]] = {_MP4: "mov", _MP3: "mp3"}
_CODECS: Final[Mapping[SoundType, str]] = {_MP4: "aac", _MP3: "mp3"}
_FOUND: Final[Mapping[str, SoundType]] = {_MP4: _MP4, "video/mp4": _MP4, _MP3: _MP3}
"""What the first bytes say -> kind of recording; those of MP4 do not tell sound from film."""


def probe_sound(path: Path) -> SoundFacts | Faults:
    """Return what a recording is, or everything that is wrong with it.

    Args:
        path: of a plain file.
    """
    size = path.stat().st_size
    if size == 0:
        return (Fault(Code.MEDIA_EMPTY),)
    found, promised = sniff(path), type_of_name(path)
    kind = _FOUND.get(found)
    if kind is None or _FOUND.get(promised) != kind:
        return (_refuse_type(path, found, promised),)
    if size > MAX_BYTES:
        values = {"size": f"{size / 1e6:.0f}", "limit": f"{MAX_BYTES / 1e6:.0f}"}
        return (Fault(Code.AUDIO_TOO_HEAVY, values),)
    try:
        with path.open("rb") as file, av.open(file, "r", format=_DEMUXERS[kind]) as sound:
            faults = tuple(_judge_streams(sound, kind))
            return faults or _listen(sound, kind, digest(path))
    except (av.FFmpegError, ValueError):
        return (Fault(Code.AUDIO_UNREADABLE),)


def _refuse_type(path: Path, found: str, promised: str) -> Fault:
    if found == UNKNOWN and promised in _FOUND:
        return Fault(Code.AUDIO_UNREADABLE)
    values = {"promised": path.suffix, "found": found}
    return Fault(Code.MEDIA_DISGUISED if promised in _FOUND else Code.AUDIO_TYPE, values)


def _judge_streams(sound: InputContainer, kind: SoundType) -> Iterator[Fault]:
    kinds = [stream.type for stream in sound.streams]
    if kinds != ["audio"]:
        yield Fault(Code.AUDIO_STREAMS, {"found": ", ".join(kinds) or "-"})
        return
    stream = sound.streams.audio[0]
    codec, name = stream.codec_context, stream.codec.canonical_name
    if name != _CODECS[kind]:
        yield Fault(Code.AUDIO_CODEC, {"found": name})
    if not 1 <= codec.channels <= MAX_CHANNELS:
        yield Fault(Code.AUDIO_CHANNELS, {"found": str(codec.channels)})
    if not MIN_RATE <= codec.rate <= MAX_RATE:
        limits = {"least": str(MIN_RATE), "most": str(MAX_RATE)}
        yield Fault(Code.AUDIO_RATE, {"found": str(codec.rate), **limits})
    claimed_s = _claimed_s(stream)
    if claimed_s > MAX_DURATION_S:
        yield _too_long(claimed_s)


@dataclass(slots=True)
class _Hearing:
    """What has been heard of a recording so far."""

    samples: int = 0
    clipped: int = 0
    energy: int = 0
    measured: int = 0
    is_damaged: bool = False
    meter: AudioResampler = field(default_factory=lambda: AudioResampler("s16", "mono", METER_RATE))


def _listen(sound: InputContainer, kind: SoundType, sha256: str) -> SoundFacts | Faults:
    stream, heard = sound.streams.audio[0], _Hearing()
    rate, channels = stream.codec_context.rate, stream.codec_context.channels
    most = (MAX_DURATION_S + 1) * rate
    peaks = AudioResampler("s16", stream.codec_context.layout, rate)
    try:
        for frame in sound.decode(stream):
            heard.is_damaged |= frame.is_corrupt or frame.sample_rate != rate
            heard.samples += frame.samples
            heard.clipped += sum(map(_at_full_scale, peaks.resample(frame)))
            _measure(heard, frame)
            if heard.samples > most:
                break
    except av.FFmpegError:
        heard.is_damaged = True
    length_s = heard.samples / rate
    faults = tuple(_judge_hearing(heard, length_s, _claimed_s(stream)))
    if faults:
        return faults
    remarks = tuple(_remark(heard, channels))
    return SoundFacts(sha256, kind, max(1, round(length_s * 1000)), remarks)


def _judge_hearing(heard: _Hearing, length_s: float, claimed_s: float) -> Iterator[Fault]:
    if not heard.samples:
        yield Fault(Code.AUDIO_UNREADABLE)
    elif length_s > MAX_DURATION_S:
        yield _too_long(length_s)
    elif heard.is_damaged or claimed_s - length_s > LOST_S:
        yield Fault(Code.AUDIO_CUT_SHORT, {"seconds": f"{length_s:.1f}"})


def _remark(heard: _Hearing, channels: int) -> Iterator[Fault]:
    mean_square = heard.energy / max(1, heard.measured)
    loudness_db = 10 * math.log10(max(mean_square, 1) / FULL_SCALE**2)
    if loudness_db < QUIET_DB:
        yield Fault(Code.AUDIO_QUIET, {"found": f"{loudness_db:.0f}", "least": str(QUIET_DB)})
    share = heard.clipped / (heard.samples * channels)
    if share > CLIPPED_SHARE:
        yield Fault(Code.AUDIO_CLIPPED, {"share": f"{share * 100:.1f}"})


def _measure(heard: _Hearing, frame: AudioFrame) -> None:
    for part in heard.meter.resample(frame):
        samples = _samples(part)
        heard.measured += len(samples)
        heard.energy += sum(sample * sample for sample in samples)


def _at_full_scale(frame: AudioFrame) -> int:
    samples = _samples(frame)
    return samples.count(FULL_SCALE) + samples.count(-FULL_SCALE - 1)


def _samples(frame: AudioFrame) -> "array[int]":
    # The plane is longer than what it holds.
    length = frame.samples * frame.layout.nb_channels * frame.format.bytes
    return array("h", bytes(frame.planes[0])[:length])


def _claimed_s(stream: AudioStream) -> float:
    return float((stream.duration or 0) * (stream.time_base or 0))


def _too_long(seconds: float) -> Fault:
    values = {"seconds": f"{seconds:.0f}", "limit": str(MAX_DURATION_S)}
    return Fault(Code.AUDIO_TOO_LONG, values)
