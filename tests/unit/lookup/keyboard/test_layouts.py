"""The keyboards that ship, and files that are none."""

import json
import unicodedata
from pathlib import Path
from typing import Any, Final

import pytest

from player import resources
from player.lookup.keyboard.board import keys_of
from player.lookup.keyboard.layout import Layout, layout_for, read_layouts

FOLDER: Final = resources.assets() / "keyboards"
LAYOUTS: Final = read_layouts(FOLDER)
TAGS: Final = ("en", "km", "lo", "th", "vi")
BLOCKS: Final = {"lo": "LAO", "km": "KHMER", "th": "THAI"}

UNUSED: Final = {
    "km": "ឣឤ\u17b4\u17b5៓៘",  # deprecated, or discouraged, by the Unicode standard
    "lo": "ຆຉຌຎຏຐຑຒຓຘຠຨຩຬ຺ໟໞ\u0ece",  # for Pali and Khmu
    "th": "๎๏๚๛ฺ",
}
"""Letters nobody types into a search, which the national layouts have not."""


def typeable(layout: Layout) -> set[str]:
    return set("".join(layout.signs()))


def test_every_language_of_the_demo_gates_has_its_keyboard() -> None:
    assert tuple(sorted(LAYOUTS)) == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_digits_are_western_and_all_there(tag: str) -> None:
    digits = {sign for sign in typeable(LAYOUTS[tag]) if sign.isdigit()}
    assert digits == set("0123456789")


@pytest.mark.parametrize("tag", sorted(BLOCKS))
def test_every_letter_of_the_script_can_be_typed(tag: str) -> None:
    letters = {
        sign
        for sign in map(chr, range(0xE00, 0x1800))
        if unicodedata.name(sign, "").startswith(f"{BLOCKS[tag]} ")
        and unicodedata.category(sign)[0] in "LM"
    }
    assert letters - typeable(LAYOUTS[tag]) - set(UNUSED[tag]) == set()


@pytest.mark.parametrize("tag", TAGS)
def test_interface_words_can_be_typed(tag: str) -> None:
    """What the player itself says is a sample of what people type."""
    folder = resources.assets() / "strings"
    thai = Path(__file__).parents[3] / "data" / "thai" / "th.json"
    file = thai if tag == "th" else folder / f"{tag}.json"
    words = json.loads(file.read_text("utf-8"))
    signs = {
        sign for text in words.values() for sign in text if unicodedata.category(sign)[0] in "LM"
    }
    latin = set(map(chr, range(0x80)))
    if tag in {"vi", "en"}:
        signs = {unicodedata.normalize("NFD", sign)[0] for sign in signs} - set("đĐ")
    assert signs - typeable(LAYOUTS[tag]) - latin == set()


def test_khmer_vowels_of_two_signs_have_one_key() -> None:
    pairs = {signs for signs in LAYOUTS["km"].signs() if len(signs) > 1}
    assert pairs == {"ុំ", "ុះ", "េះ", "ោះ", "ាំ"}


def test_shift_of_latin_is_the_same_letter_in_large() -> None:
    for tag in ("vi", "en"):
        small, large = LAYOUTS[tag].letters, LAYOUTS[tag].shift
        assert [[sign.upper() for sign in row] for row in small] == [list(row) for row in large]


@pytest.mark.parametrize("tag", TAGS)
def test_letters_and_shift_keep_their_places(tag: str) -> None:
    layout = LAYOUTS[tag]
    assert [len(row) for row in layout.letters] == [len(row) for row in layout.shift]


@pytest.mark.parametrize("tag", TAGS)
def test_no_sign_is_called_like_a_key_that_writes_nothing(tag: str) -> None:
    kinds = {"shift", "symbols", "letters", "more", "space", "clear", "backspace"}
    keys = keys_of(LAYOUTS[tag])
    assert {key.kind for key in keys.values()} == {"text", *kinds}
    assert set(LAYOUTS[tag].signs()) == set(keys) - kinds


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("vi", "vi"),
        ("vi-VN", "vi"),
        ("lo", "lo"),
        ("zh", "en"),
        ("zh-Hans-CN", "en"),
        ("fr", "en"),
        ("hmn-Latn", "en"),
        ("", "en"),
    ],
)
def test_language_without_a_keyboard_types_latin(language: str, tag: str) -> None:
    assert layout_for(LAYOUTS, language) is LAYOUTS[tag]


def write(folder: Path, **changes: object) -> Path:
    whole: dict[str, Any] = {"label": "ABC", "letters": ["a b"], "shift": ["A B"]}
    symbols = {"label": "123", "symbols": ["1 2"]}
    (folder / "symbols.json").write_text(json.dumps(symbols), "utf-8")
    (folder / "xx.json").write_text(json.dumps(whole | changes), "utf-8")
    return folder


def test_small_keyboard_is_read(tmp_path: Path) -> None:
    assert list(read_layouts(write(tmp_path))) == ["xx"]


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("label", "", "label is no text"),
        ("label", 7, "label is no text"),
        ("letters", [], "letters has no rows"),
        ("letters", "a b", "letters has no rows"),
        ("letters", ["a", " "], "an empty row"),
        ("letters", ["a " * 201], "too many keys"),
        ("shift", ["abcd"], "'abcd' is no key"),
        ("shift", ["\u200d"], "is no key"),
        ("shift", ["a\u0000"], "is no key"),
        ("extra", {}, "extra has no rows"),
        ("telex", True, "telex is no text"),
    ],
)
def test_file_that_is_no_keyboard_is_refused(
    field: str, value: object, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=rf"xx\.json: .*{problem}"):
        read_layouts(write(tmp_path, **{field: value}))


@pytest.mark.parametrize("text", ["[]", "{", "\x00"])
def test_file_that_is_no_table_is_refused(text: str, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "xx.json").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"no table|Expecting"):
        read_layouts(tmp_path)
