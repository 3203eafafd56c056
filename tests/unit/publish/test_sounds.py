"""Recordings: what may be played at a gate, and what an editor hears about the rest."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from player.publish.codes import Code
from player.publish.media_facts import SoundFacts
from player.publish.sounds import MAX_BYTES, probe_sound
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.pack_folder import assert_faults_told, picture_bytes
from tests.fakes.recordings import GOOD, MP3, Tune, claim_two_hours, cut, record, spoil_sound


def codes(path: Path) -> list[Code]:
    """Return what a probe has to say; every sentence about it must be complete."""
    found = probe_sound(path)
    faults = found.remarks if isinstance(found, SoundFacts) else found
    assert_faults_told(faults)
    return [fault.code for fault in faults]


@pytest.mark.parametrize(
    ("name", "tune", "kind"),
    [
        ("a.m4a", GOOD, "audio/mp4"),
        ("a.mp4", Tune(container="mp4", layout="stereo", rate=44_100), "audio/mp4"),
        ("a.mp3", MP3, "audio/mpeg"),
    ],
)
def test_a_good_recording_tells_its_kind_and_length(
    tmp_path: Path, name: str, tune: Tune, kind: str
) -> None:
    facts = probe_sound(record(tmp_path / name, tune))
    assert isinstance(facts, SoundFacts)
    assert facts.type == kind
    assert facts.duration_ms == pytest.approx(1000, abs=80)
    assert facts.remarks == ()


@pytest.mark.parametrize(
    ("tune", "code"),
    [
        (Tune(tracks=2), Code.AUDIO_STREAMS),
        (Tune(codec="alac"), Code.AUDIO_CODEC),
        (Tune(layout="5.1"), Code.AUDIO_CHANNELS),
        (Tune(rate=8_000), Code.AUDIO_RATE),
        (Tune(level=0.002), Code.AUDIO_QUIET),
        (Tune(level=0), Code.AUDIO_QUIET),
        (Tune(level=2.5), Code.AUDIO_CLIPPED),
    ],
)
def test_what_screens_do_not_play_well_is_told(tmp_path: Path, tune: Tune, code: Code) -> None:
    assert codes(record(tmp_path / "a.m4a", tune)) == [code]


def test_a_film_is_no_recording(tmp_path: Path) -> None:
    assert codes(code_clip(tmp_path / "a.m4a", Recipe(sound="aac"))) == [Code.AUDIO_STREAMS]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.m4a", b"", Code.MEDIA_EMPTY),
        ("a.m4a", picture_bytes("red"), Code.MEDIA_DISGUISED),
        ("a.mp3", b"#EXTM3U\nhttp://example.org/a.mp3\n", Code.MEDIA_DISGUISED),
        ("a.mp3", b"<html></html>", Code.MEDIA_DISGUISED),
        ("a.m4a", b"nothing known", Code.AUDIO_UNREADABLE),
        ("a.m4a", b"\0\0\0\x14ftypM4A #EXTM3U\n", Code.AUDIO_UNREADABLE),
        ("a.mp3", b"\xff\xfb" + b"\xa5" * 4000, Code.AUDIO_UNREADABLE),
        ("a.ogg", b"OggS" + bytes(60), Code.AUDIO_TYPE),
        ("a.wav", b"RIFF\0\0\0\0WAVEfmt ", Code.AUDIO_TYPE),
    ],
)
def test_what_only_pretends_is_refused(
    tmp_path: Path, name: str, content: bytes, code: Code
) -> None:
    (tmp_path / name).write_bytes(content)
    assert codes(tmp_path / name) == [code]


def test_a_recording_of_the_other_kind_under_this_name_is_refused(tmp_path: Path) -> None:
    assert codes(record(tmp_path / "a.mp3", GOOD)) == [Code.MEDIA_DISGUISED]


@pytest.mark.parametrize(
    ("tune", "spoil", "code"),
    [
        (Tune(4, fast_start=True), cut, Code.AUDIO_CUT_SHORT),
        (Tune(4), cut, Code.AUDIO_UNREADABLE),
        (Tune(4), spoil_sound, Code.AUDIO_UNREADABLE),
        (Tune(4), claim_two_hours, Code.AUDIO_TOO_LONG),
    ],
    ids=["cut behind its index", "cut before its index", "spoilt", "two hours claimed"],
)
def test_a_damaged_recording_is_refused(
    tmp_path: Path, tune: Tune, spoil: Callable[[Path], Path], code: Code
) -> None:
    assert codes(spoil(record(tmp_path / "a.m4a", tune))) == [code]


def test_an_mp3_cut_in_the_middle_is_refused(tmp_path: Path) -> None:
    assert codes(cut(record(tmp_path / "a.mp3", replace(MP3, seconds=4)))) == [Code.AUDIO_CUT_SHORT]


def test_a_heavy_recording_is_refused_unread(tmp_path: Path) -> None:
    path = record(tmp_path / "a.m4a")
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert codes(path) == [Code.AUDIO_TOO_HEAVY]
