"""Telex: what is seen while Vietnamese is typed on a Latin keyboard."""

import unicodedata
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player import resources
from player.lookup.keyboard.layout import read_layouts
from player.lookup.keyboard.telex import LONGEST, Telex

BARE: Final = Telex()

SYLLABLES: Final = {
    # what people look for at a gate
    "hooj": "hộ",
    "chieeus": "chiếu",
    "dduwowngf": "đường",
    "boj": "bọ",
    "booj": "bộ",
    "ddooir": "đổi",
    "tieenf": "tiền",
    "cuwar": "cửa",
    "khaaur": "khẩu",
    "thij": "thị",
    "thuwcj": "thực",
    "hair": "hải",
    "quan": "quan",
    "nguwowif": "người",
    "nuwowcs": "nước",
    "ngoaif": "ngoài",
    "Vieejt": "Việt",
    "ruouwj": "rượu",
    "quyeenf": "quyền",
    "xuaats": "xuất",
    # marks and tone at the end of the syllable
    "tiengse": "tiếng",
    "tieengs": "tiếng",
    "duongwd": "duongwd",
    "dduongwf": "đường",
    "chieues": "chiếu",
    "nguoiwf": "người",
    "muaw": "mưa",
    "muwa": "mưa",
    "luuw": "lưu",
    # a w alone
    "tw": "tư",
    "nhwng": "nhưng",
    "hwong": "hương",
    "huwong": "hương",
    # the modern place of the tone
    "hoaf": "hoà",
    "khoer": "khoẻ",
    "thuys": "thuý",
    "hoangf": "hoàng",
    "mias": "mía",
    "muaf": "mùa",
    "cuar": "của",
    "maij": "mại",
    "hoais": "hoái",
    "khuyur": "khuỷu",
    "khuya": "khuya",
    "tuyeets": "tuyết",
    "thuowr": "thuở",
    "thuowngr": "thưởng",
    # q and g carry a vowel that is none
    "quys": "quý",
    "quoocs": "quốc",
    "quaas": "quấ",
    "gif": "gì",
    "giaf": "già",
    "gieengs": "giếng",
    "giuwx": "giữ",
    # other marks take the place of the first
    "aaw": "ă",
    "awa": "â",
    "oow": "ơ",
    "owo": "ô",
    "asf": "à",
    # taken away, undone
    "asz": "a",
    "hooijz": "hôi",
    "ass": "as",
    "assa": "asa",
    "aaa": "aa",
    "eee": "ee",
    "ooo": "oo",
    "aww": "aw",
    "uww": "uw",
    "ddd": "dd",
    "dddd": "ddd",
    "uowww": "uoww",
    "xooong": "xoong",
    "thuoww": "thươ",
    # a vowel that is no mark
    "khoeo": "khoeo",
    "ngoao": "ngoao",
    # capitals
    "DDoongf": "Đồng",
    "Dd": "Đ",
    "dD": "đ",
    "DDAWKS": "ĐẮK",
    "HAF": "HÀ",
    "NOOIJ": "NỘI",
    "W": "W",
    "TW": "TƯ",
    # no tones, no change
    "ho": "ho",
    "chieu": "chieu",
    "thi": "thi",
    "thuc": "thuc",
    "": "",
}

FOREIGN: Final = (
    *("wifi", "hotel", "internet", "camera", "border", "customs", "terminal", "transfer"),
    *("hospital", "museum", "restaurant", "banana", "canada", "Asia", "zalo", "facebook", "usd"),
    *("bank", "card", "cash", "train", "truck", "cargo", "port", "toilet", "Pleiku", "fax"),
    *("az", "szs", "www", "lxw", "quw"),
)


@pytest.mark.parametrize(("keys", "seen"), SYLLABLES.items())
def test_keys_compose_a_syllable(keys: str, seen: str) -> None:
    assert BARE.compose(keys) == seen


@pytest.mark.parametrize("keys", FOREIGN)
def test_what_is_no_syllable_stays_as_typed(keys: str) -> None:
    assert BARE.compose(keys) == keys


def test_listed_words_stay_as_typed_and_the_syllable_is_had_another_way() -> None:
    telex = Telex(frozenset({"visa", "taxi"}))
    typed = ("visa", "VISA", "Visa", "vis", "taxi", "vias", "taix", "vissa")
    seen = ("visa", "VISA", "Visa", "ví", "taxi", "vía", "tãi", "visa")
    assert tuple(map(telex.compose, typed)) == seen


def test_keyboard_lists_no_word_that_stays_by_itself() -> None:
    telex = read_layouts(resources.assets() / "keyboards")["vi"].telex
    assert telex is not None
    assert telex.plain >= {"visa", "taxi"}
    assert sorted(word for word in telex.plain if BARE.compose(word) == word) == []


def test_very_long_word_is_written_as_typed() -> None:
    assert BARE.compose("as" + "z" * LONGEST) == "as" + "z" * LONGEST


@pytest.mark.parametrize("keys", SYLLABLES)
def test_word_whose_keys_are_known_can_be_typed_on(keys: str) -> None:
    seen = BARE.compose(keys)
    again = BARE.keys_of(seen)
    assert again is None or BARE.compose(again) == seen


@pytest.mark.parametrize("word", ["hộ", "chiếu", "đường", "thuở", "người", "Đồng", "quốc", "giếng"])
def test_keys_of_a_syllable_are_found(word: str) -> None:
    assert BARE.keys_of(word) is not None


@pytest.mark.parametrize("word", ["as", "vis", "ắn̂", "ລາວ-s"])
def test_word_that_no_keys_compose_has_none(word: str) -> None:
    assert BARE.keys_of(word) in {None, word}


@given(st.text("aeiouydwsfrxjzngthqDAWSĐ-ữ", max_size=30))
def test_composing_never_fails_nor_lengthens_and_is_composed(keys: str) -> None:
    seen = BARE.compose(keys)
    assert len(seen) <= len(keys)
    if keys.isascii():
        assert unicodedata.normalize("NFC", seen) == seen


@given(st.text("aeiouyngthqb", max_size=9))
def test_letters_without_tones_and_doubles_stay_as_typed(keys: str) -> None:
    if all(keys.count(letter) < 2 for letter in "aeo"):
        assert BARE.compose(keys) == keys
