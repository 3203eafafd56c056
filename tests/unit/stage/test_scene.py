"""Scenes that begin late."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from player.stage.scene import (
    AudioScene,
    PictureRef,
    PosterScene,
    SoundRef,
    VideoScene,
    Wording,
    joined,
)

REF = PictureRef(Path("/blobs/picture"), 16, 9)
WORDS = Wording("vi", "Kính chào")
STILL = PosterScene("still", WORDS, REF)
FILM = VideoScene("film", WORDS, REF, Path("/blobs/film"))
BELL = AudioScene("bell", WORDS, REF, SoundRef(Path("/blobs/bell"), 21_000, 60, "Tiếng Việt"))


@pytest.mark.parametrize(("late_s", "offset_ms"), [(5, 5_000), (20, 20_000), (20.5, None)])
def test_recording_is_joined_where_it_stands_unless_it_is_over(
    late_s: float, offset_ms: int | None
) -> None:
    scene = joined(BELL, timedelta(seconds=late_s))
    assert isinstance(scene, AudioScene)
    assert (scene.sound and scene.sound.offset_ms) == offset_ms


def test_clip_is_joined_where_it_stands() -> None:
    assert joined(FILM, timedelta(seconds=3)) == replace(FILM, offset_ms=3000)


def test_page_without_sound_is_the_same_however_late() -> None:
    silent = replace(BELL, sound=None)
    assert [joined(page, timedelta(seconds=3)) for page in (STILL, silent)] == [STILL, silent]
