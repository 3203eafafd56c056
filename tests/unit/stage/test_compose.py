"""Scenes: which words, marks and files one picture of the stage is given."""

from datetime import datetime
from pathlib import Path
from typing import Final

import pytest

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.item import Clip, Poster
from player.schedule.slot import CLOSED_PAGE, DEFAULT_GATE_PAGE
from player.stage.compose import Composer
from player.stage.scene import (
    BulletinScene,
    GatePageScene,
    HoursScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    VideoScene,
    Wording,
)
from tests.fakes.built_pack import PICTURE, clip, picture_of, poster, sha256
from tests.fakes.composing import DAY, FakePack, composer
from tests.fakes.content import Document, item_document, make_content, source_document
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local

FACT: Final[Document] = {"sample": False, "source": source_document("2026-11-23", "label")}


def words_of(
    item: Document,
    language: str = "vi",
    now: datetime = DAY,
    trust: ClockTrust = ClockTrust.TRUSTED,
) -> Wording:
    scene = composer(item).scene(item["id"], language, now, trust)
    assert not isinstance(scene, GatePageScene)
    assert hasattr(scene, "words")
    words: Wording = scene.words
    return words


# --- words and marks ---


def test_words_come_in_the_language_whose_turn_it_is_with_gate_and_language_named() -> None:
    words = words_of(item_document("a"), "en")
    assert (words.language, words.title, words.body) == ("en", "a en", "a")
    assert (words.gate, words.language_name) == ("Huu Nghi", "EN")


VI_ONLY: Final = {"vi": 10}
VI_EN: Final = {"vi": 10, "en": 10}


@pytest.mark.parametrize(
    ("texts", "asked", "shown", "marks"),
    [
        (VI_EN, "vi", "vi", ("vi-sample",)),
        (VI_EN, "zh", "en", ("en-sample", "zh-fallback EN")),
        (VI_ONLY, "zh", "vi", ("vi-sample", "zh-fallback VI")),
        (VI_ONLY, "en", "vi", ("vi-sample", "en-fallback VI")),
    ],
)
def test_missing_translation_is_told_in_the_readers_language(
    texts: dict[str, int], asked: str, shown: str, marks: tuple[str, ...]
) -> None:
    words = words_of(item_document("a", duration_s=texts), asked)
    assert (words.language, words.marks) == (shown, marks)


@pytest.mark.parametrize(
    ("now", "trust", "marks"),
    [
        (local("2026-11-23T23:59"), ClockTrust.TRUSTED, ()),
        (local("2026-11-24T00:00"), ClockTrust.TRUSTED, ("vi-outdated",)),
        (local("2026-01-01T12:00"), ClockTrust.UNTRUSTED, ("vi-outdated",)),
    ],
    ids=["last day of review", "the day after", "clock not believed"],
)
def test_fact_is_marked_outdated_after_its_review_day_or_by_a_clock_nobody_believes(
    now: datetime, trust: ClockTrust, marks: tuple[str, ...]
) -> None:
    assert words_of(item_document("a", **FACT), "vi", now, trust).marks == marks


def test_sample_without_source_is_never_outdated() -> None:
    words = words_of(item_document("a"), "vi", DAY, ClockTrust.UNTRUSTED)
    assert words.marks == ("vi-sample",)


# --- the origin line ---

PHOTO: Final[Document] = {"kind": "photo", "picture": picture_of(PICTURE)}
UNSHOWN: Final[Document] = {
    **picture_of(PICTURE),
    "rights": {"credit": "Gate", "licence": "CC0-1.0", "shown": False},
}
AUTHORITY: Final = "vi-source: Cửa khẩu, 1/2026 · vi-effective vi:2026-01-01"
NAMELESS: Final = {**source_document("2026-11-23", "label"), "authority": {}}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "vi-issued vi:2026-01-02"),
        ({"issue_number": "7"}, "vi-issue 7 · vi-issued vi:2026-01-02"),
        (FACT, f"vi-issued vi:2026-01-02 · {AUTHORITY}"),
        (
            {"picture": picture_of(PICTURE)},
            "vi-issued vi:2026-01-02 · vi-picture Gate",
        ),
        ({**PHOTO, **FACT}, f"{AUTHORITY} · vi-photo Gate"),
        ({"kind": "poster", "picture": picture_of(PICTURE)}, "vi-picture Gate"),
        ({"kind": "photo", "picture": UNSHOWN}, ""),
        (clip("a", b"film"), "vi-picture Studio"),
        (
            {**PHOTO, "source": NAMELESS},
            "vi-source: 1/2026 · vi-effective vi:2026-01-01 · vi-photo Gate",
        ),
    ],
    ids=[
        "bulletin",
        "numbered bulletin",
        "bulletin of an authority",
        "bulletin with a picture",
        "photo of an authority",
        "poster",
        "photo whose credit needs no showing",
        "clip",
        "authority without a name",
    ],
)
def test_origin_line_says_who_when_and_whose_picture(fields: Document, expected: str) -> None:
    assert words_of({**item_document("a"), **fields}).origin == expected


def test_authority_is_named_by_the_declared_fallback() -> None:
    words = words_of(item_document("a", **FACT), "zh")
    assert "zh-source: Gate, 1/2026" in words.origin


# --- kinds and files ---

REF: Final = PictureRef(Path("/blobs") / sha256(PICTURE), 16, 9)


def test_each_kind_becomes_its_scene() -> None:
    focused = {**picture_of(PICTURE), "focus_x": 0.2, "focus_y": 0.8}
    made = composer(
        poster("poster"),
        item_document("photo", kind="photo", picture=focused),
        item_document("plain"),
        item_document("pictured", picture=picture_of(PICTURE)),
        clip("clip", b"film"),
    )
    scenes = {id_: made.scene(id_, "vi", DAY, ClockTrust.TRUSTED) for id_ in _ids(made)}
    words = {id_: words_of(item, "vi") for id_, item in _documents().items()}
    film = Path("/blobs") / sha256(b"film")
    assert scenes == {
        "poster": PosterScene("poster", words["poster"], REF),
        "photo": PhotoScene("photo", words["photo"], PictureRef(REF.path, 16, 9, 0.2, 0.8)),
        "plain": BulletinScene("plain", words["plain"], None),
        "pictured": BulletinScene("pictured", words["pictured"], REF),
        "clip": VideoScene("clip", words["clip"], REF, film, lasts_ms=12_000),
    }


def _ids(made: Composer) -> list[str]:
    return [item.id for item in made.pack.content.items]


def _documents() -> dict[str, Document]:
    return {
        "poster": poster("poster"),
        "photo": item_document("photo", **PHOTO),
        "plain": item_document("plain"),
        "pictured": item_document("pictured", picture=picture_of(PICTURE)),
        "clip": clip("clip", b"film"),
    }


@pytest.mark.parametrize(
    ("item", "damaged"),
    [
        (poster("a"), PICTURE),
        (item_document("a", **PHOTO), PICTURE),
        (clip("a", b"film"), PICTURE),
        (clip("a", b"film"), b"film"),
    ],
    ids=["poster", "photo", "poster of a clip", "clip"],
)
def test_damaged_file_makes_the_scene_unplayable(item: Document, damaged: bytes) -> None:
    made = composer(item)
    assert isinstance(made.pack, FakePack)
    made.pack.damaged.add(sha256(damaged))
    with pytest.raises(PlaybackError, match="damaged"):
        made.scene("a", "vi", DAY, ClockTrust.TRUSTED)


@pytest.mark.allow_log(r"player\.stage\.compose: bulletin without its picture$")
def test_bulletin_is_read_without_its_damaged_picture() -> None:
    made = composer(item_document("a", picture=picture_of(PICTURE)))
    assert isinstance(made.pack, FakePack)
    made.pack.damaged.add(sha256(PICTURE))
    scene = made.scene("a", "vi", DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, BulletinScene)
    assert (scene.picture, bool(scene.words.title)) == (None, True)


def test_media_that_was_never_built_makes_the_scene_unplayable() -> None:
    made = composer(poster("poster"), clip("clip", b"film"))
    built = made.pack.content.item_by_id
    still, film = built["poster"], built["clip"]
    assert isinstance(still, Poster)
    assert isinstance(film, Clip)
    raw = [
        still.model_copy(update={"picture": still.picture.model_copy(update={"file": None})}),
        film.model_copy(update={"video": film.video.model_copy(update={"file": None})}),
    ]
    unbuilt = composer(items=raw)
    for id_ in ("poster", "clip"):
        with pytest.raises(PlaybackError, match="never built"):
            unbuilt.scene(id_, "vi", DAY, ClockTrust.TRUSTED)


def test_clip_that_cannot_play_is_stood_for_by_its_poster() -> None:
    made = composer(clip("a", b"film"))
    scene = made.scene("a", "en", DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, VideoScene)
    assert made.still("a", "en", DAY, ClockTrust.TRUSTED) == PosterScene("a", scene.words, REF)


def test_clip_whose_file_is_damaged_is_stood_for_by_its_poster() -> None:
    made = composer(clip("a", b"film"))
    assert isinstance(made.pack, FakePack)
    made.pack.damaged.add(sha256(b"film"))
    with pytest.raises(PlaybackError, match="damaged"):
        made.scene("a", "en", DAY, ClockTrust.TRUSTED)
    assert made.still("a", "en", DAY, ClockTrust.TRUSTED).picture == REF


def test_nothing_stands_for_an_item_that_is_no_clip() -> None:
    with pytest.raises(PlaybackError, match="no clip"):
        composer(poster("a")).still("a", "en", DAY, ClockTrust.TRUSTED)


# --- the default gate page ---


def gate_page(language: str, made: Composer) -> GatePageScene:
    scene = made.scene(DEFAULT_GATE_PAGE, language, DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, GatePageScene)
    return scene


@pytest.mark.parametrize(
    ("language", "order"),
    [("vi", ["vi", "en", "zh"]), ("zh", ["zh", "vi", "en"]), ("th", ["th", "vi", "en", "zh"])],
)
def test_gate_page_speaks_the_slots_language_first_and_then_all_in_order(
    language: str, order: list[str]
) -> None:
    page = gate_page(language, composer())
    assert [page.words.language, *(words.language for words in page.stacked)] == order


def test_gate_page_names_the_gate_by_the_declared_fallback_and_invites() -> None:
    page = gate_page("zh", composer())
    assert page.words == Wording(
        language="zh",
        title="Huu Nghi",
        body="zh-gate_invitation",
        caption="zh-gate_welcome",
        language_name="ZH",
        own_place="Lạng Sơn",
        neighbour_place="Trung Quốc",
    )


def test_gate_without_any_name_still_welcomes() -> None:
    nameless = make_content().gate.model_copy(update={"name": {}})
    page = gate_page("vi", composer(gate=nameless))
    assert (page.words.title, page.words.caption) == ("", "vi-gate_welcome")


# --- opening hours ---


def test_a_board_of_hours_is_worded_for_its_instant() -> None:
    item = {**item_document("hours"), "kind": "hours"}
    gate = make_content().gate.model_copy(update={"hours": make_hours()})
    scene = composer(item, gate=gate).scene("hours", "en", DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, HoursScene)
    assert (scene.item, scene.words.title) == ("hours", "hours en")
    assert [row.status for row in scene.rows] == ["closed", "closed"]
    assert [row.times for row in scene.rows] == [("13:30",), ("13:30",)]
    assert scene.words.fresh_until == local("2026-11-23T12:01")


def test_a_board_of_hours_at_a_gate_without_any_cannot_be_shown() -> None:
    item = {**item_document("hours"), "kind": "hours"}
    with pytest.raises(PlaybackError):
        composer(item).scene("hours", "en", DAY, ClockTrust.TRUSTED)


def test_pages_that_say_the_same_are_the_same_whenever_they_were_worded() -> None:
    assert Wording("vi", "a", fresh_until=DAY) == Wording("vi", "a")


# --- the page of a closed gate ---


def test_closed_gate_says_in_every_language_how_it_stands_and_is_worded_anew() -> None:
    gate = make_content().gate.model_copy(update={"hours": make_hours()})
    made = composer(item_document("a"), gate=gate)
    scene = made.scene(CLOSED_PAGE, "en", local("2026-11-23T20:00"), ClockTrust.TRUSTED)
    assert isinstance(scene, GatePageScene)
    assert [each.language for each in (scene.words, *scene.stacked)] == ["en", "vi", "zh"]
    assert (scene.words.caption, scene.words.body) == ("Huu Nghi", "07:00")
    assert scene.words.fresh_until == local("2026-11-24T00:00")


def test_closed_gate_whose_hours_nobody_has_said_welcomes() -> None:
    made = composer(item_document("a"))
    said = made.scene(CLOSED_PAGE, "vi", DAY, ClockTrust.TRUSTED)
    assert said == made.scene(DEFAULT_GATE_PAGE, "vi", DAY, ClockTrust.TRUSTED)
