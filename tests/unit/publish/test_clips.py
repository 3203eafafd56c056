"""Clips: really coded, really decoded."""

import io
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from player.publish.clips import MAX_BYTES, make_poster, probe_clip
from player.publish.codes import Code
from player.publish.media_facts import ClipFacts
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.pack_folder import assert_faults_told, picture_bytes


def blink(number: int) -> tuple[int, int, int]:
    return (255, 255, 255) if number % 2 else (0, 0, 0)


RECIPES = {
    "another codec": (Recipe(codec="libx265"), Code.VIDEO_CODEC),
    "ten bits": (Recipe(pixels="yuv420p10le"), Code.VIDEO_PIXELS),
    "full chroma": (Recipe(pixels="yuv444p"), Code.VIDEO_PIXELS),
    "sound that is not AAC": (Recipe(sound="mp2"), Code.VIDEO_AUDIO_CODEC),
    "turned": (Recipe(turned=90), Code.VIDEO_TURNED),
    "wide pixels": (Recipe(aspect=Fraction(4, 3)), Code.VIDEO_PIXEL_SHAPE),
    "too wide": (Recipe(size=(1936, 16), frames=2), Code.VIDEO_TOO_LARGE),
    "too fast": (Recipe(rate=120), Code.VIDEO_FRAME_RATE),
    "too long": (Recipe(rate=1, frames=602), Code.VIDEO_TOO_LONG),
    "flashing": (Recipe(frames=24, colour=blink), Code.VIDEO_FLASHES),
    "QuickTime": (Recipe(container="mov"), Code.VIDEO_TYPE),
}


def codes(path: Path) -> list[Code]:
    faults = probe_clip(path)
    assert isinstance(faults, tuple)
    assert_faults_told(faults)
    return [fault.code for fault in faults]


@pytest.mark.parametrize(("recipe", "code"), RECIPES.values(), ids=RECIPES.keys())
def test_an_unfit_clip_is_refused(tmp_path: Path, recipe: Recipe, code: Code) -> None:
    assert codes(code_clip(tmp_path / "a.mp4", recipe)) == [code]


BYTES = {
    "empty": ("a.mp4", b"", Code.MEDIA_EMPTY),
    "noise": ("a.mp4", b"no clip at all", Code.VIDEO_UNREADABLE),
    "a header and nothing": ("a.mp4", b"\0\0\0\x18ftypisom" + bytes(64), Code.VIDEO_UNREADABLE),
    "a picture": ("a.mp4", picture_bytes("red"), Code.MEDIA_DISGUISED),
    "a playlist": ("a.mp4", b"#EXTM3U\nhttp://example.org/a.ts\n", Code.MEDIA_DISGUISED),
    "a film of another container": ("a.webm", b"\x1a\x45\xdf\xa3webm", Code.VIDEO_TYPE),
}


@pytest.mark.parametrize(("name", "content", "code"), BYTES.values(), ids=BYTES.keys())
def test_what_is_no_clip_is_refused(tmp_path: Path, name: str, content: bytes, code: Code) -> None:
    (tmp_path / name).write_bytes(content)
    assert codes(tmp_path / name) == [code]


def test_a_clip_named_as_a_picture_is_refused(tmp_path: Path) -> None:
    path = code_clip(tmp_path / "a.mp4", Recipe()).rename(tmp_path / "a.jpg")
    assert codes(path) == [Code.MEDIA_DISGUISED]


def test_a_heavy_clip_is_refused_unread(tmp_path: Path) -> None:
    path = code_clip(tmp_path / "a.mp4", Recipe())
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert codes(path) == [Code.VIDEO_TOO_HEAVY]


def test_a_clip_without_its_index_is_refused(tmp_path: Path) -> None:
    path = code_clip(tmp_path / "a.mp4", Recipe())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert codes(path) == [Code.VIDEO_UNREADABLE]


def test_a_clip_that_ends_too_early_is_refused(tmp_path: Path) -> None:
    path = code_clip(tmp_path / "a.mp4", Recipe(frames=60, fast_start=True, size=(160, 120)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 4])
    assert codes(path) == [Code.VIDEO_CUT_SHORT]


def test_a_clip_of_sound_alone_is_refused(tmp_path: Path) -> None:
    path = code_clip(tmp_path / "a.mp4", Recipe(frames=0, sound="aac"))
    assert codes(path) == [Code.VIDEO_STREAMS]


@pytest.mark.parametrize("sound", ["", "aac"])
def test_a_good_clip_tells_size_length_and_sound(tmp_path: Path, sound: str) -> None:
    facts = probe_clip(code_clip(tmp_path / "a.mp4", Recipe(frames=18, rate=12, sound=sound)))
    assert isinstance(facts, ClipFacts)
    assert (facts.width, facts.height, facts.duration_ms) == (64, 48, 1500)
    assert facts.has_sound is bool(sound)


def test_three_flashes_a_second_are_allowed(tmp_path: Path) -> None:
    recipe = Recipe(frames=24, colour=lambda number: blink(number // 2))
    assert isinstance(probe_clip(code_clip(tmp_path / "a.mp4", recipe)), ClipFacts)


def test_the_poster_is_the_first_frame_that_shows_something(tmp_path: Path) -> None:
    recipe = Recipe(
        frames=12,
        colour=lambda _number: (0, 0, 0),
        right=lambda number: (240, 240, 240) if number > 5 else (0, 0, 0),
    )
    content = code_clip(tmp_path / "a.mp4", recipe).read_bytes()
    poster = Image.open(io.BytesIO(make_poster(content).content))
    assert poster.size == (64, 48)
    assert poster.getpixel((8, 24)) == pytest.approx((0, 0, 0), abs=12)
    assert poster.getpixel((56, 24)) == pytest.approx((240, 240, 240), abs=12)


def test_a_plain_clip_has_its_first_frame_as_poster(tmp_path: Path) -> None:
    recipe = Recipe(colour=lambda number: (20 * number, 0, 0))
    content = code_clip(tmp_path / "a.mp4", recipe).read_bytes()
    poster = Image.open(io.BytesIO(make_poster(content).content))
    assert poster.getpixel((32, 24)) == pytest.approx((0, 0, 0), abs=12)


def test_two_posters_of_one_clip_are_the_same_bytes(tmp_path: Path) -> None:
    content = code_clip(tmp_path / "a.mp4", Recipe()).read_bytes()
    assert make_poster(content) == make_poster(content)
