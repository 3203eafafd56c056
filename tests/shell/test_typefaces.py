"""Each language has its faces, room between its lines, and headlines that break evenly."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from player import resources
from player.shell.type_setter import SMALLEST, TypeSetter
from player.shell.typefaces import (
    LINES,
    Typefaces,
    line_heights,
    load_fonts,
    read_typefaces,
    shortened,
)

FONTS = resources.assets() / "fonts"
STACKING = ("lo", "km", "th", "cjm", "blt")
TITLE = "Hữu Nghị International Border Gate"


@pytest.fixture
def typefaces(qapp: object) -> Typefaces:
    del qapp
    assert load_fonts(FONTS) == ()
    return read_typefaces(FONTS)


def widest_line(text: str, font: QFont, width: float) -> tuple[int, float, float]:
    """Return the number of lines of ``text`` in ``width``, the shortest and the longest."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return len(widths), min(widths), max(widths)


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("vi", "Noto Sans"),
        ("zh", "Noto Sans SC"),
        ("zh-Hans-CN", "Noto Sans SC"),
        ("lo", "Noto Sans Lao"),
        ("km-KH", "Noto Sans Khmer"),
        ("xx", "Noto Sans"),
        ("", "Noto Sans"),
    ],
)
def test_language_is_drawn_by_its_own_face(language: str, first: str, typefaces: Typefaces) -> None:
    assert typefaces.font(language, 40, bold=True).families()[0] == first


def test_every_bundled_family_stands_behind_the_first(typefaces: Typefaces) -> None:
    assert set(typefaces.default) <= set(typefaces.families("km"))


def test_no_family_is_named_twice(typefaces: Typefaces) -> None:
    families = typefaces.families("lo")
    assert len(families) == len(set(families))


@pytest.mark.parametrize("language", STACKING)
def test_stacked_marks_have_one_and_a_half_lines(language: str) -> None:
    lines = line_heights(language)
    assert min(lines.body, lines.title) >= 1.5


def test_every_body_line_meets_the_table() -> None:
    """135 to 170 percent of the letters; Khmer needs a little more for its subscripts."""
    bodies = [line_heights(tag).body for tag in ("vi", "en", *LINES)]
    assert 1.35 <= min(bodies) <= max(bodies) <= 1.75


@pytest.mark.parametrize(
    ("tag", "forms"),
    [("vi", ["vi"]), ("zh-Hans-CN", ["zh-Hans-CN", "zh-Hans", "zh"]), ("", [])],
)
def test_tag_is_shortened_from_the_right(tag: str, forms: list[str]) -> None:
    assert list(shortened(tag)) == forms


def test_table_without_default_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fonts.toml").write_text('[languages]\nvi = ["Noto Sans"]\n')
    with pytest.raises(ValueError, match="default"):
        read_typefaces(tmp_path)


def test_file_that_is_no_font_is_told(qapp: object, tmp_path: Path) -> None:
    del qapp
    broken = tmp_path / "family" / "Broken.ttf"
    broken.parent.mkdir()
    broken.write_bytes(b"no font")
    assert load_fonts(tmp_path) == (broken,)


def test_balanced_headline_takes_no_more_lines(typefaces: Typefaces) -> None:
    font = typefaces.font("en", 60, bold=True)
    balanced = TypeSetter(typefaces).balancedWidth(TITLE, font, 1000)
    assert widest_line(TITLE, font, balanced)[0] == widest_line(TITLE, font, 1000)[0] == 2


def test_balanced_headline_leaves_no_word_alone(typefaces: Typefaces) -> None:
    font = typefaces.font("en", 60, bold=True)
    balanced = TypeSetter(typefaces).balancedWidth(TITLE, font, 1000)
    _, shortest, longest = widest_line(TITLE, font, balanced)
    assert shortest > longest / 2


def test_headline_of_one_line_keeps_its_room(typefaces: Typefaces) -> None:
    font = typefaces.font("en", 20, bold=True)
    assert TypeSetter(typefaces).balancedWidth(TITLE, font, 1000) == 1000


def test_word_wider_than_its_room_keeps_its_room(typefaces: Typefaces) -> None:
    font = typefaces.font("en", 60, bold=True)
    assert TypeSetter(typefaces).balancedWidth("Internationalisation", font, 100) == 100


BOLD = True
"""QML passes by position."""


def advance(text: str, font: QFont) -> float:
    """Return how wide ``text`` is in one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def test_letters_shrink_until_no_line_ends_within_a_word(typefaces: Typefaces) -> None:
    setter, font = TypeSetter(typefaces), typefaces.font("en", 60, bold=True)
    whole = advance("Emergency", font)
    assert setter.wholeWordsPx("Emergency exit", font, whole + 1, 0) == 60
    small = setter.wholeWordsPx("Emergency exit", font, whole * 0.8, 0)
    assert 46 <= small <= 48
    assert advance("Emergency", typefaces.font("en", small, bold=True)) <= whole * 0.8


def test_letters_shrink_until_there_are_few_enough_lines(typefaces: Typefaces) -> None:
    setter, font = TypeSetter(typefaces), typefaces.font("en", 60, bold=True)
    width = advance(TITLE, font) * 0.9
    assert setter.wholeWordsPx(TITLE, font, width, 2) == 60
    small = setter.wholeWordsPx(TITLE, font, width, 1)
    assert 52 <= small <= 54
    assert widest_line(TITLE, typefaces.font("en", small, bold=True), width)[0] == 1


@pytest.mark.parametrize("most", [0, 1, 9])
def test_letters_too_small_to_be_read_are_refused(most: int, typefaces: Typefaces) -> None:
    setter, font = TypeSetter(typefaces), typefaces.font("en", 60, bold=True)
    least = advance("Emergency", font) * SMALLEST
    assert setter.wholeWordsPx("Emergency", font, least + 1, most) == 60 * SMALLEST
    assert setter.wholeWordsPx("Emergency", font, least - 1, most) == 0


@pytest.mark.parametrize("text", ["Emergency", ""])
def test_letters_keep_their_size_before_anything_is_laid_out(
    text: str, typefaces: Typefaces
) -> None:
    setter, font = TypeSetter(typefaces), typefaces.font("en", 60, bold=True)
    assert setter.wholeWordsPx(text, font, -4, 1) == 60
    assert setter.boxedWordsPx(text, "en", 60, BOLD, QSizeF(-4, 0)) == 60


@pytest.mark.parametrize("language", ["en", "km"])
def test_words_in_a_box_are_as_large_as_its_height_permits(
    language: str, typefaces: Typefaces
) -> None:
    setter, line = TypeSetter(typefaces), TypeSetter(typefaces).lineHeight(language, BOLD)
    wide = advance("Emergency exit", typefaces.font(language, 60, bold=True)) + 1
    sizes = [
        setter.boxedWordsPx("Emergency exit", language, 60, BOLD, QSizeF(wide, high * line))
        for high in (61, 50, 41)
    ]
    assert sizes == [60, 50, 0]


def test_headlines_side_by_side_share_the_size_of_the_longest(typefaces: Typefaces) -> None:
    setter = TypeSetter(typefaces)
    box = QSizeF(advance("Emergency", typefaces.font("en", 60, bold=True)) * 0.8, 200)
    told = (["Help", "Emergency"], ["en", "en"])
    alone = setter.boxedWordsPx("Emergency", "en", 60, BOLD, box)
    assert setter.sharedWordsPx(*told, 60, BOLD, box) == alone < 60
    assert setter.sharedWordsPx(*told, 60, BOLD, box / 2) == 0
    assert setter.sharedWordsPx([], [], 60, BOLD, box) == 60


def test_lower_letters_have_room_for_one_line_more_in_a_box(typefaces: Typefaces) -> None:
    setter, font = TypeSetter(typefaces), typefaces.font("en", 60, bold=True)
    box = QSizeF(advance("Emergency", font), 1.6 * 60 * setter.lineHeight("en", BOLD))
    size = setter.boxedWordsPx("Emergency exit", "en", 60, BOLD, box)
    assert size == 48
    assert widest_line("Emergency exit", typefaces.font("en", size, bold=True), box.width())[0] == 2


@pytest.mark.parametrize(("language", "mirrored"), [("vi", False), ("ar", True), ("lo", False)])
def test_page_is_mirrored_where_people_read_from_the_right(
    language: str, mirrored: bool, typefaces: Typefaces
) -> None:
    assert TypeSetter(typefaces).isMirrored(language) is mirrored
