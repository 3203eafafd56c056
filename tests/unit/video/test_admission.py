"""What the worker gives to libvlc at all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from player.errors import PlaybackError
from player.video.admission import (
    OtherTrack,
    SoundTrack,
    Track,
    VideoTrack,
    admitted_track,
    check_sound,
    decoder_threads,
    demuxer_for,
    open_clip,
    sound_demuxer_for,
)

FULL_HD = VideoTrack("h264", 1920, 1080, (1, 1), 30.0, turned=False)


def sniff(path: Path) -> str:
    """Return the demuxer for a file."""
    fd = open_clip(str(path))
    try:
        return demuxer_for(str(path), fd)
    finally:
        os.close(fd)


@pytest.mark.parametrize(
    ("head", "demuxer"),
    [(b"\0\0\0\x20ftypisom", "mp4"), (b"\x1a\x45\xdf\xa3rest of it", "mkv")],
)
def test_container_is_known_by_its_first_bytes(tmp_path: Path, head: bytes, demuxer: str) -> None:
    path = tmp_path / "clip.anything"
    path.write_bytes(head)
    assert sniff(path) == demuxer


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"#EXTM3U\nhttp://example.test/a.ts\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"<?xml version='1.0'?><playlist/>",
        b"\0\0\0",
        b"RIFF\0\0\0\0AVI ",
    ],
)
def test_file_that_only_says_it_is_a_video_is_refused(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(head)
    with pytest.raises(PlaybackError):
        sniff(path)


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    """Opening a FIFO would otherwise wait for a writer for ever."""
    fifo = tmp_path / "fifo.mp4"
    os.mkfifo(fifo)
    for path in (fifo, tmp_path, tmp_path / "missing.mp4"):
        with pytest.raises(PlaybackError):
            open_clip(str(path))


@pytest.mark.parametrize(
    "change",
    [
        {"codec": "png "},
        {"codec": "mjpg"},
        {"width": 0},
        {"width": 7680, "height": 4320},
        {"width": 65536, "height": 16},
        {"frame_rate": 240.0},
    ],
)
def test_track_beyond_the_limits_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(PlaybackError):
        admitted_track("a.mp4", [replace(FULL_HD, **change)])  # type: ignore[arg-type]


def test_file_without_video_is_refused() -> None:
    with pytest.raises(PlaybackError, match="no video track"):
        admitted_track("a.mp4", [])


@pytest.mark.parametrize(
    "track",
    [
        FULL_HD,
        replace(FULL_HD, codec="VP90", frame_rate=None),
        replace(FULL_HD, width=4096, height=2304, frame_rate=60.0),
        replace(FULL_HD, width=1080, height=1920),
    ],
)
def test_usual_track_is_played(track: VideoTrack) -> None:
    assert admitted_track("a.mp4", [track, FULL_HD]) is track


@pytest.mark.parametrize(
    ("change", "threads"),
    [
        ({}, 1),
        ({"frame_rate": 60.0}, 0),
        ({"frame_rate": None}, 0),
        ({"frame_rate": None, "width": 1280, "height": 720}, 1),
        ({"width": 3840, "height": 2160}, 0),
    ],
)
def test_decoder_has_one_thread_where_one_is_enough(
    change: dict[str, object], threads: int
) -> None:
    assert decoder_threads(replace(FULL_HD, **change)) == threads  # type: ignore[arg-type]


def sniff_sound(path: Path) -> str:
    """Return the demuxer for a recording."""
    fd = open_clip(str(path))
    try:
        return sound_demuxer_for(str(path), fd)
    finally:
        os.close(fd)


@pytest.mark.parametrize(
    ("head", "demuxer"),
    [
        (b"\0\0\0\x1cftypM4A ", "mp4"),
        (b"ID3\x04\0\0\0\0\0\0", "mpga"),
        (b"\xff\xfb\x90\x64", "mpga"),
    ],
)
def test_recording_is_known_by_its_first_bytes(tmp_path: Path, head: bytes, demuxer: str) -> None:
    path = tmp_path / "recording.anything"
    path.write_bytes(head)
    assert sniff_sound(path) == demuxer


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"#EXTM3U\nhttp://example.test/a.mp3\n",
        b"\x1a\x45\xdf\xa3rest of it",
        b"OggS\0\x02",
        b"RIFF\0\0\0\0WAVE",
    ],
)
def test_file_that_only_says_it_is_a_recording_is_refused(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "recording.m4a"
    path.write_bytes(head)
    with pytest.raises(PlaybackError):
        sniff_sound(path)


SPEECH = SoundTrack("mp4a", 2, 48_000)


def test_one_track_of_sound_is_let_in() -> None:
    check_sound("a", "mp4", [SPEECH])
    check_sound("a", "mpga", [SoundTrack("mp3 ", 1, 16_000)])


@pytest.mark.parametrize(
    "tracks",
    [
        [],
        [SPEECH, SPEECH],
        [FULL_HD],
        [FULL_HD, SPEECH],
        [SPEECH, OtherTrack()],
        [replace(SPEECH, codec="flac")],
        [replace(SPEECH, codec="mp3 ")],
        [replace(SPEECH, channels=6)],
        [replace(SPEECH, channels=0)],
        [replace(SPEECH, rate=192_000)],
    ],
)
def test_anything_but_one_track_of_sound_is_refused(tracks: list[Track]) -> None:
    with pytest.raises(PlaybackError):
        check_sound("a", "mp4", tracks)


def test_the_first_picture_track_is_played_whatever_stands_before_it() -> None:
    assert admitted_track("a", [SPEECH, OtherTrack(), FULL_HD]) is FULL_HD
