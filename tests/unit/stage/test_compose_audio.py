"""Pages that are read aloud: in which language, and where they are silent."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.scene import AudioScene, SoundRef
from tests.fakes.composing import DAY, FakePack, composer
from tests.fakes.content import recording

BELL: Final = recording("bell", {"vi": 21_000, "hmn": 9_000}, {"vi": 10, "en": 10})
HEARD: Final = Path("/blobs") / ("1" * 64)


def bell(language: str, volume: int | None = 60, *damaged: str) -> AudioScene:
    made = composer(BELL, volume=volume)
    assert isinstance(made.pack, FakePack)
    made.pack.damaged.update(damaged)
    scene = made.scene("bell", language, DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, AudioScene)
    return scene


@pytest.mark.parametrize(
    ("language", "sound"),
    [
        ("vi", SoundRef(HEARD, 21_000, 60, "VI")),
        ("en", None),
        ("zh", None),  # shown in English, which has no recording
        ("hmn", SoundRef(HEARD, 9_000, 60, "en-spoken Hmoob")),
    ],
)
def test_recording_of_the_readers_language_is_heard_and_named(
    language: str, sound: SoundRef | None
) -> None:
    assert bell(language).sound == sound


def test_words_shown_in_another_language_are_heard_in_that() -> None:
    item = recording("bell", {"vi": 21_000}, {"vi": 10})
    scene = composer(item, volume=60).scene("bell", "en", DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, AudioScene)
    assert scene.sound == SoundRef(HEARD, 21_000, 60, "VI")
    assert scene.words.marks == ("vi-sample", "en-fallback VI")


@pytest.mark.parametrize(
    ("volume", "marks"), [(60, ("en-sample",)), (None, ("en-sample", "en-fallback EN"))]
)
def test_language_without_a_text_is_told_of_it_where_it_is_not_heard(
    volume: int | None, marks: tuple[str, ...]
) -> None:
    assert bell("hmn", volume).words.marks == marks


@pytest.mark.parametrize("language", ["vi", "en", "hmn"])
def test_screen_without_sound_shows_the_page_alone(language: str) -> None:
    assert bell(language, None).sound is None


def test_page_stands_for_a_recording_that_fails_too_often() -> None:
    silent = composer(BELL, volume=60).still("bell", "vi", DAY, ClockTrust.TRUSTED)
    assert silent == replace(bell("vi"), sound=None)


@pytest.mark.allow_log(r"player\.stage\.compose: item without its recording$")
def test_page_is_read_without_its_damaged_recording() -> None:
    scene = bell("vi", 60, "1" * 64)
    assert (scene.sound, bool(scene.words.title)) == (None, True)
