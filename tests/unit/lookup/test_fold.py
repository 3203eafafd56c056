"""Folding and cutting text, in every script, and finding the pieces again."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from player.lookup.fold import accented, fold, spanned, tokens

SCRIPTS = (
    *("aăđĐéœßıİ", "ẠỆữ", "护照海关", "ໜັງສືຜ່ານແດນ", "ប្តូរប្រាក់", "ឆ្លង", "เงินด่านๆ", "ျမန္မာ"),
    *("ꪼꪕꪒꪾ", "\u200b\u2060\u202e", "\u0301\u0327\u0323", "각ㅏ\u11a8", "ｶﾞﾊﾟ", "１１３๑៣", "x_ -'"),
)
letters = st.text(st.one_of(st.sampled_from("".join(SCRIPTS)), st.characters(codec="utf-8")))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("HỘ CHIẾU", "ho chieu"),
        (unicodedata.normalize("NFD", "Đường bộ"), "duong bo"),
        ("Straße, İstanbul, Łódź, Ærø", "strasse, istanbul, lodz, aero"),
        ("naïve café", "naive cafe"),
        ("ＡＴＭ ①", "atm 1"),
        ("ໜັງສື", "ຫນັງສື"),
        ("ແລກ\u200bເງິນ\u2060", "ແລກເງິນ"),
        ("ប្តូរ\u200bប្រាក់", "ប្តូរប្រាក់"),
        ("ទី១១៣", "ទី113"),
        ("เงิน ๑๑๓", "เงิน 113"),
        ("\u202eabc\u202c", "abc"),
        ("护照", "护照"),
        ("ガ", "ガ"),
        ("", ""),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hộ chiếu, thị thực", ["ho", "chieu", "thi", "thuc"]),
        ("5.000 USD", ["5", "000", "usd"]),
        ("Viet Nam's e-visa_2", ["viet", "nam", "s", "e", "visa", "2"]),
        ("护照与 SIM卡", ["护", "照", "与", "sim", "卡"]),
        ("ឆ្លង", ["ឆ្ល", "ង"]),
        ("ឆ្", ["ឆ្"]),
        ("ແລກ\u200bເງິນ", ["ແລ", "ກ", "ເງິ", "ນ"]),
        ("ເ", ["ເ"]),
        ("เงิน", ["เงิ", "น"]),
        ("မြန်မာ", ["မြ", "န်", "မာ"]),
        ("ꪼꪕ", ["ꪼꪕ"]),
        ("Привет 한국어", ["привет", "한국어"]),
        ("हिन्दी", ["हिन्दी"]),
        ("🛂 → ", []),
    ],
)
def test_text_is_cut_into_words_clusters_and_signs(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_pieces_are_found_again_in_the_text_as_it_was_given() -> None:
    title = "ບໍ່ \u200bSIM ແລກ\u200bເງິນ Đổi"
    assert [title[token.start : token.end] for token in spanned(title)] == [
        *("ບໍ່", "SIM", "ແລ", "ກ", "ເງິ", "ນ", "Đổi")
    ]


def test_signs_of_one_run_follow_each_other_also_across_a_break_mark() -> None:
    follows = [token.follows for token in spanned("ແລກ\u200bເງິນ ນ SIM卡护 照")]
    assert follows == [False, True, True, True, False, False, False, True, False]


def test_accents_are_kept_where_they_are_asked_for() -> None:
    assert accented(unicodedata.normalize("NFD", "ĐỔI tiền")) == "đổi tiền"
    assert accented("ABC") == "abc"


@given(letters)
@example("a\u200b\u0301")
@example("ｶ\u200bﾞ")
def test_both_ways_of_cutting_give_the_same_tokens(text: str) -> None:
    assert [token.text for token in spanned(text)] == tokens(text)


@given(letters)
def test_folding_twice_is_as_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(letters)
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    edges = [edge for token in spanned(text) for edge in (token.start, token.end)]
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(token.start < token.end for token in spanned(text))
    assert [token.start for token in spanned(text)] == sorted(t.start for t in spanned(text))


@pytest.mark.parametrize(
    "text",
    [
        *("x" * 200_000, "a\u0301" * 100_000, "\u0301" * 200_000, "a" + "\u0301\u0323" * 100_000),
        *("\u200b\u0301" * 100_000, "\u202e" * 200_000, "😀" * 200_000, "ា" * 200_000),
    ],
    ids=["letters", "accents", "marks", "tower", "hidden", "turned", "emoji", "vowels"],
)
def test_a_long_text_of_anything_is_cut_in_reasonable_time(text: str) -> None:
    """Nothing takes longer than its length allows: squares would take hours."""
    began = perf_counter()
    tokens(text)
    assert perf_counter() - began < 10
