"""What the worker gives to libvlc at all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from player.errors import PlaybackError
from player.video.admission import (
    VideoTrack,
    admitted_track,
    decoder_threads,
    demuxer_for,
    open_clip,
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
