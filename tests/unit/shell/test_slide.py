"""Each kind of scene has its template, and is told all it draws."""

from pathlib import Path
from typing import Final

import pytest

from player.config.geometry import measure
from player.config.screen import Display
from player.resources import layouts
from player.shell.slide import ClipRef, kept_together, side_by_side, slide_of
from player.stage.scene import (
    BuiltinScene,
    BulletinScene,
    GatePageScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    Scene,
    VideoScene,
    Wording,
)

METRICS: Final = measure(Display(width_mm=1210, viewing_distance_mm=4000), "hall-tv", 1920, 1080)
WORDS: Final = Wording("lo", title="ຍິນດີ")
OTHER: Final = Wording("vi", title="Kính chào")
PICTURE: Final = PictureRef(Path("/p.png"), 16, 9)
CLIP: Final = VideoScene("c", WORDS, PICTURE, Path("/c.mp4"), 1500)


@pytest.mark.parametrize(
    ("scene", "template", "picture"),
    [
        (PosterScene("p", WORDS, PICTURE), "Poster", PICTURE),
        (PhotoScene("p", WORDS, PICTURE), "Photo", PICTURE),
        (BulletinScene("p", WORDS, PICTURE), "Bulletin", PICTURE),
        (BulletinScene("p", WORDS, None), "Bulletin", None),
        (CLIP, "Video", PICTURE),
        (GatePageScene(WORDS, (OTHER,)), "GatePage", None),
        (BuiltinScene(), "Builtin", None),
    ],
)
def test_scene_has_a_template(scene: Scene, template: str, picture: PictureRef | None) -> None:
    slide = slide_of(scene, METRICS)
    assert (slide.template, slide.picture) == (template, picture)
    assert (layouts() / "GatePlayer" / "Slides" / f"{template}.qml").is_file()


def test_clip_begins_where_it_stands() -> None:
    assert slide_of(CLIP, METRICS).clip == ClipRef(Path("/c.mp4"), 1500)


def test_gate_page_carries_every_language() -> None:
    slide = slide_of(GatePageScene(WORDS, (OTHER,)), METRICS)
    assert (slide.words, slide.stacked) == (WORDS, (OTHER,))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Quyết định 1191/QĐ-TTg", "Quyết định 1191/\u2060QĐ-\u2060TTg"),
        ("ngày 18/11/2009, và", "ngày 18/\u206011/\u20602009, và"),
        ("và/hoặc", "và/hoặc"),
        ("Nguồn: A · Hiệu lực", "Nguồn: A\u00a0· Hiệu lực"),
        ("An e-visa, x-rays", "An e-\u2060visa, x-\u2060rays"),
        ("land-border 2009", "land-border 2009"),
        ("", ""),
    ],
)
def test_document_numbers_and_dots_stay_on_their_line(text: str, kept: str) -> None:
    assert kept_together(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("113 công an\n115 cấp cứu\n\nBáo cán bộ.", "113 công an · 115 cấp cứu\nBáo cán bộ."),
        ("113\n115\n", "113 · 115"),
        ("một dòng", "một dòng"),
        ("", ""),
    ],
)
def test_strip_sets_the_lines_of_a_paragraph_side_by_side(text: str, kept: str) -> None:
    assert side_by_side(text) == kept


@pytest.mark.parametrize(("size", "body"), [((1152, 288), "a · b"), ((1920, 1080), "a\nb")])
def test_only_a_strip_joins_lines(size: tuple[int, int], body: str) -> None:
    metrics = measure(Display(width_mm=4608, viewing_distance_mm=15_000), "led-strip", *size)
    slide = slide_of(BulletinScene("p", Wording("vi", body="a\nb"), None), metrics)
    assert slide.words.body == body
