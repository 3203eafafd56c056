"""A notice in the room of the banner: all of it, in letters no smaller than permitted."""

from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtGui import QFontMetricsF

from player import resources
from player.shell.banner_pages import BannerBox, set_banner
from player.shell.typefaces import Typefaces, line_heights, load_fonts, read_typefaces
from player.stage.announce import BannerWords

FONTS: Final = resources.assets() / "fonts"
HALL: Final = BannerBox(1642, 256, largest_px=89, body_px=45, label_px=36)
UPRIGHT: Final = BannerBox(802, 400, largest_px=89, body_px=45, label_px=36)
STRIP: Final = BannerBox(990, 174, largest_px=53, body_px=27, label_px=22)
SLOT: Final = BannerBox(300, 60, largest_px=40, body_px=24, label_px=20)
HEADLINES: Final = {
    "vi": "Làn 2 tạm dừng ít phút",
    "en": "Lane 2 is paused for a few minutes",
    "zh": "2号通道暂停几分钟",
    "lo": "ຊ່ອງ 2 ຢຸດ|ຊົ່ວຄາວ|ສອງ|ສາມ|ນາທີ",
    "km": "ផ្លូវ|ទី 2 ផ្អាក|ប៉ុន្មាន|នាទី",
}


@pytest.fixture(scope="module")
def faces(qapp: object) -> Typefaces:
    del qapp
    load_fonts(FONTS)
    return read_typefaces(FONTS)


def words(language: str, times: int = 1, issuer: str = "Gate") -> BannerWords:
    """Return a notice whose text is its headline so many times over."""
    head = HEADLINES[language].replace("|", "\u200b")
    return BannerWords(language, "urgent", ("sample",), head, "\n".join([head] * times), issuer)


@pytest.mark.parametrize("box", [HALL, UPRIGHT, STRIP, SLOT])
@pytest.mark.parametrize("language", HEADLINES)
@pytest.mark.parametrize("times", [0, 1, 7])
def test_every_line_fits_and_every_word_is_there(
    language: str, times: int, box: BannerBox, faces: Typefaces
) -> None:
    said = words(language, times, issuer="")
    pages = set_banner(said, box, faces)
    lines = line_heights(language)
    for page in pages:
        assert box.body_px <= page.headline_px <= box.largest_px
        shown = page.body.split("\n") if page.body else []
        measure = QFontMetricsF(faces.font(language, box.body_px, bold=False))
        assert max((measure.horizontalAdvance(line) for line in shown), default=0) <= box.width + 1
        height = len(shown) * round(box.body_px * lines.body)
        if box is not SLOT:
            height += bool(page.headline) * round(page.headline_px * lines.title)
        assert height <= box.height
    squeezed = "".join(page.body for page in pages).replace("\n", "").replace(" ", "")
    marked = "" if pages[0].marks else "sample"
    assert squeezed == marked + said.body.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("language", HEADLINES)
def test_headline_is_larger_than_the_text_where_there_is_room(
    language: str, faces: Typefaces
) -> None:
    (page,) = set_banner(words(language), HALL, faces)
    assert page.headline_px > 1.25 * HALL.body_px


def test_headline_stands_on_every_page_of_a_long_text(faces: Typefaces) -> None:
    pages = set_banner(words("vi", 9), HALL, faces)
    assert len(pages) > 1
    assert {page.headline for page in pages} == {HEADLINES["vi"]}


def test_headline_too_long_for_the_room_is_read_in_pages_too(faces: Typefaces) -> None:
    long = BannerWords("en", "urgent", (), "A very long headline " * 8, "And more.", "")
    pages = set_banner(long, SLOT, faces)
    heads = [page.headline for page in pages if page.headline]
    assert len(heads) > 1
    assert " ".join(heads).replace("\n", " ").split() == long.headline.split()
    assert [page.body for page in pages if page.body] == ["And more."]


def test_labels_that_have_no_room_above_come_before_the_text(faces: Typefaces) -> None:
    (short,) = set_banner(words("en"), HALL, faces)
    assert (short.marks, short.body) == (("sample",), HEADLINES["en"])
    label = "Exercise of the whole gate and of the gate on the other side, please stay calm " * 2
    pages = set_banner(replace(words("en"), label=label), HALL, faces)
    assert {page.marks for page in pages} == {()}
    assert pages[0].body.startswith("sample\n")


def test_issuer_stands_above_where_there_is_room_else_at_the_end(faces: Typefaces) -> None:
    (short,) = set_banner(words("en"), HALL, faces)
    assert (short.issuer, short.body) == ("Gate", HEADLINES["en"])
    issuer = "The Management Board of the International Border Gate of a Province " * 2
    pages = set_banner(words("en", issuer=issuer.strip()), HALL, faces)
    assert {page.issuer for page in pages} == {""}
    assert "".join(page.body for page in pages).replace("\n", " ").endswith("of a Province")
