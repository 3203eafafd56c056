"""The chime of the emergency page: gentle, short, and the file that is kept is the one made."""

from pathlib import Path
from typing import Final

import make_chime
import pytest
from artwork.chime import PEAK, RATE
from make_demo_media import write_sound

from player.publish.media_facts import SoundFacts
from player.publish.sounds import probe_sound

MOST_BYTES: Final = 100_000


def test_chime_that_is_kept_is_a_good_recording_and_small() -> None:
    facts = probe_sound(make_chime.TARGET)
    assert isinstance(facts, SoundFacts)
    assert facts.remarks == ()
    assert facts.duration_ms == pytest.approx(make_chime.SECONDS * 1000, abs=100)
    assert make_chime.TARGET.stat().st_size < MOST_BYTES


def test_chime_is_made_the_same_twice(tmp_path: Path) -> None:
    one, two = tmp_path / "one.m4a", tmp_path / "two.m4a"
    for target in (one, two):
        write_sound(make_chime.chime(), target)
    assert one.read_bytes() == two.read_bytes()


def test_chime_swells_and_fades_without_a_click() -> None:
    sound = make_chime.chime()
    assert max(map(abs, sound)) <= PEAK + 1e-6
    assert abs(sound[0]) < 0.001
    assert max(map(abs, sound[-RATE // 100 :])) < 0.01
