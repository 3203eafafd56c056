"""What reaches the loudspeaker: a sound card that writes to a file, real libvlc before it."""

import math
import os
import struct
import subprocess
import sys
from array import array
from pathlib import Path

import av
import pytest
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

RATE = 48_000
CARD = """
pcm.nowhere {{ type null }}
pcm.!default {{ type plug slave.pcm {{ type file slave.pcm nowhere format raw file "{file}" }} }}
"""
PLAY = """
import os, sys
from queue import SimpleQueue
from types import SimpleNamespace
from player.video.admission import Playback, open_clip
from player.video.libvlc import VlcPlayer
ends = SimpleQueue()
listener = SimpleNamespace(note_begin=lambda: None, note_end=lambda failed: ends.put(failed))
card = ("--aout=alsa", "--alsa-audio-device=default")
player = VlcPlayer(SimpleNamespace(), listener, card)
player.play(open_clip(sys.argv[1]), "mp4", Playback(1, int(sys.argv[2]), 0))
ends.get(timeout=10)
player.stop()
os._exit(0)
"""


def write_tone(path: Path) -> None:
    """Write a tone."""
    with av.open(path, "w", format="mp4") as clip:
        stream = clip.add_stream("aac", rate=RATE)
        assert isinstance(stream, AudioStream)
        for block in range(24):
            frame = AudioFrame(format="fltp", layout="mono", samples=1024)
            times = range(block * 1024, (block + 1) * 1024)
            wave = (0.5 * math.sin(2 * math.pi * 440 * time / RATE) for time in times)
            frame.planes[0].update(struct.pack("1024f", *wave))
            frame.sample_rate, frame.pts = RATE, block * 1024
            clip.mux(stream.encode(frame))
        clip.mux(stream.encode())


def loudness(folder: Path, tone: Path, volume: int) -> float:
    """Return the amplitude of what a card is given at a volume."""
    file, card = folder / f"{volume}.raw", folder / f"{volume}.conf"
    card.write_text(CARD.format(file=file), encoding="ascii")
    environment = {**os.environ, "ALSA_CONFIG_PATH": str(card)}
    words = [sys.executable, "-c", PLAY, str(tone), str(volume)]
    subprocess.run(words, env=environment, check=True, timeout=30)
    raw = file.read_bytes()
    return max(array("f", raw[: len(raw) // 4 * 4]))


def test_clip_is_as_loud_as_it_is_asked_to_be(tmp_path: Path) -> None:
    """From its first moment, and on libvlc's scale: half the volume, an eighth of the amplitude."""
    tone = tmp_path / "tone.m4a"
    write_tone(tone)
    full = loudness(tmp_path, tone, 100)
    assert full > 0.1
    assert loudness(tmp_path, tone, 50) == pytest.approx(full / 8, rel=0.1)
    assert loudness(tmp_path, tone, 0) == 0
