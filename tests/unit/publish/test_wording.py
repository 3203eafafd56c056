"""Words as shown and as searched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.pack.scripts import BIDI_CONTROLS, BREAK
from player.publish.wording import NO_BREAK, count_words, insert_breaks, word

LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E00, max_codepoint=0x0EFF),
        st.characters(min_codepoint=0x1780, max_codepoint=0x17FF),
        st.characters(min_codepoint=0x0300, max_codepoint=0x030F),
        st.sampled_from("aàạ đĐ 中，0\n.\u200b\u2060\u202e\u200f\r"),
    ),
    max_size=40,
)
LANGUAGE = st.sampled_from(["vi", "lo", "km", "th", "zh"])


@given(LETTERS, LANGUAGE)
def test_removing_the_break_marks_gives_the_text_back(text: str, language: str) -> None:
    clean = "".join(sign for sign in text if sign not in BIDI_CONTROLS)
    clean = clean.replace("\r\n", "\n").replace("\r", "\n")
    expected = unicodedata.normalize("NFC", clean).replace(BREAK, "")
    assert word(text, language).shown.replace(BREAK, "") == expected


@given(LETTERS, LANGUAGE)
def test_breaking_twice_is_breaking_once(text: str, language: str) -> None:
    once = word(text, language).shown
    assert word(once, language).shown == once


@given(LETTERS, LANGUAGE)
def test_search_text_holds_no_invisible_marks(text: str, language: str) -> None:
    assert not set(word(text, language).search) & {BREAK, NO_BREAK, *BIDI_CONTROLS}


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("lo", "ປະເທດລາວ", "ປະເທດ|ລາວ"),
        ("lo", "ທຸກໆຄົນ", "ທຸກໆ|ຄົນ"),
        ("lo", "ປະເທດ\u2060ລາວ", "ປະເທດ\u2060ລາວ"),
        ("lo", "ຍິນ|ດີ", "ຍິນ|ດີ"),
        ("km", "ប្រទេសវៀតណាម។", "ប្រទេស|វៀតណាម។"),
        ("th", "ยินดีต้อนรับ", "ยินดี|ต้อนรับ"),
        ("vi", "Cửa khẩu ລາວ", "Cửa khẩu ລາວ"),
        ("zh", "欢迎来到友谊关", "欢迎来到友谊关"),
    ],
)
def test_words_break_where_readers_expect(language: str, text: str, shown: str) -> None:
    assert word(text.replace("|", BREAK), language).shown == shown.replace("|", BREAK)


def test_a_hand_made_joiner_is_kept_on_screen_and_left_out_of_the_search() -> None:
    words = word("Hữu\u2060Nghị", "vi")
    assert words.shown == "Hữu\u2060Nghị"
    assert words.search == "HữuNghị"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Khai báo tiền mặt", 4),
        ("欢迎来到友谊关", 4),
        ("ປະເທດລາວ", 2),
        ("— … !", 0),
        ("5.000 USD", 2),
    ],
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert count_words(text) == count


def test_words_the_dictionary_cuts_in_two_stay_whole() -> None:
    assert "ວີຊາ" in insert_breaks("ເອກະສານ ແລະ ວີຊາ", "lo")
