"""The drawn pictures and clips: nothing named that is not drawn, the same bytes each time."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import make_demo_media
import pytest
from artwork import factory, huu_nghi, lao_bao
from artwork.chime import GREETING, SECONDS
from artwork.leaf import FOOT, Leaf
from artwork.motion import Moving
from artwork.night_market import night_market
from artwork.rivers import ky_cung, se_pon
from artwork.sheet import Scene, press

from player.publish.documents import probe_document
from player.publish.media_facts import DocumentFacts, SoundFacts
from player.publish.sounds import probe_sound

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
PACKS: Mapping[str, Mapping[str, Scene]] = {
    "demo/huu-nghi": huu_nghi.PICTURES,
    "demo/lao-bao": lao_bao.PICTURES,
    "factory": factory.PICTURES,
}


def media_named_by(pack: str) -> set[Path]:
    named = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (
            *sorted((ASSETS / pack / "slides").glob("*.toml")),
            *(ASSETS / pack).glob("plan.toml"),
        )
    ]
    media = [
        medium
        for each in named
        for medium in (each.get("picture"), each.get("video"), *each.get("audio", {}).values())
        if medium
    ]
    return {ASSETS / pack / medium["path"] for medium in media}


def booklets_named_by(pack: str) -> set[Path]:
    entries = {
        path.parent: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (ASSETS / pack / "library").glob("*/entry.toml")
    }
    return {
        folder / f"{tag}.pdf"
        for folder, entry in entries.items()
        for tag in entry.get("languages", ())
    }


def test_every_file_the_packs_name_is_made_and_no_other() -> None:
    made = {work.target for work in make_demo_media.works()}
    named = set().union(*map(media_named_by, PACKS))
    assert made == named.union(*map(booklets_named_by, ("demo/viet-nam", *PACKS)))


def test_a_booklet_is_printed_the_same_twice_and_brings_its_fonts(tmp_path: Path) -> None:
    """Qt for fonts is started in a process of its own: there is one for each."""
    program = (
        "import sys; from pathlib import Path; from artwork import booklets;"
        "[booklets.print_handbook('lo', Path(each)) for each in sys.argv[1:]]"
    )
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    here = ASSETS.parent / "packaging"
    surroundings = {**os.environ, "PYTHONPATH": str(here), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, *map(str, files)]
    subprocess.run(command, check=True, env=surroundings, cwd=ASSETS.parent)
    one, two = (file.read_bytes() for file in files)
    assert one == two
    facts = probe_document(files[:1], ASSETS / "fonts")
    assert isinstance(facts, DocumentFacts)
    assert len(facts.sizes) == 4
    assert facts.remarks == ()


def test_a_page_that_is_too_full_is_refused() -> None:
    leaf = object.__new__(Leaf)
    leaf._y, leaf._number, leaf._language = FOOT, 3, "lo"
    with pytest.raises(ValueError, match="page 3 in lo is too full"):
        leaf._fits(1)


@pytest.mark.parametrize("pack", PACKS)
def test_every_item_has_a_picture_of_its_own(pack: str) -> None:
    prints = [press(scene, 96, 54) for scene in PACKS[pack].values()]
    assert all(one != other for one, other in combinations(prints, 2))


@pytest.mark.parametrize("pack", PACKS)
def test_a_scene_is_drawn_the_same_twice(pack: str) -> None:
    scene = next(iter(PACKS[pack].values()))
    assert press(scene, 160, 90) == press(scene, 160, 90)


@pytest.mark.parametrize("prepare", [ky_cung, se_pon, night_market])
def test_a_clip_ends_where_it_began(prepare: Callable[[], Moving]) -> None:
    moving = prepare()
    first, last = make_demo_media.picture(moving, 0.0), make_demo_media.picture(moving, 1.0)
    assert first == last


def test_media_are_made_again_when_one_is_missing(tmp_path: Path) -> None:
    assert not make_demo_media.is_made(tmp_path / "stamp", "recipe", [tmp_path / "gone.webp"])


def test_the_greeting_is_a_good_recording(tmp_path: Path) -> None:
    make_demo_media.make_recording(GREETING, tmp_path / "greeting.m4a")
    facts = probe_sound(tmp_path / "greeting.m4a")
    assert isinstance(facts, SoundFacts)
    assert facts.remarks == ()
    assert facts.duration_ms == pytest.approx(SECONDS * 1000, abs=100)


def test_the_phrase_of_the_lute_is_a_good_recording(tmp_path: Path) -> None:
    make_demo_media.make_phrase(tmp_path / "phrase.m4a")
    facts = probe_sound(tmp_path / "phrase.m4a")
    assert isinstance(facts, SoundFacts)
    assert facts.remarks == ()
    assert facts.duration_ms == pytest.approx(SECONDS * 1000, abs=100)


def test_a_recording_is_made_the_same_twice(tmp_path: Path) -> None:
    one, two = tmp_path / "one.m4a", tmp_path / "two.m4a"
    for target in (one, two):
        make_demo_media.make_recording(GREETING[:1], target)
    assert one.read_bytes() == two.read_bytes()
