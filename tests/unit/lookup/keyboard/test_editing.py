"""The query: composed, limited, and mended cluster by cluster."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player import resources
from player.lookup.keyboard.board import keys_of
from player.lookup.keyboard.editing import MOST_SIGNS, Typing, begin, enter, press
from player.lookup.keyboard.layout import Key, layout_for, read_layouts, text_key

LAYOUTS: Final = read_layouts(resources.assets() / "keyboards")
BACKSPACE: Final = Key("backspace")
SPACE: Final = Key("space")


def typed(tag: str, signs: str) -> Typing:
    """Return the query after each of ``signs``; < is backspace."""
    state = begin(layout_for(LAYOUTS, tag))
    others = {" ": SPACE, "<": BACKSPACE, "^": Key("shift")}
    for sign in signs:
        state = press(state, others.get(sign) or text_key(sign))
    return state


@pytest.mark.parametrize(
    ("tag", "signs", "text"),
    [
        ("vi", "ddooir tieenf", "đổi tiền"),
        ("vi", "hooj chieeus", "hộ chiếu"),
        ("vi", "ho chieu", "ho chieu"),
        ("vi", "visa taxi wifi", "visa taxi wifi"),
        ("vi", "xe 16 choox", "xe 16 chỗ"),
        ("vi", "DDoongf DDawng", "Đồng Đăng"),
        ("vi", "a/bs", "a/bs"),
        ("vi", "a/as", "a/á"),
        ("en", "ddooir ass", "ddooir ass"),
        ("zh", "huzhao", "huzhao"),
        ("lo", "ໜັງສື", "ໜັງສື"),
        ("km", "ឯកសារ", "ឯកសារ"),
        ("th", "หนังสือเดินทาง", "หนังสือเดินทาง"),
    ],
)
def test_what_is_typed_is_read(tag: str, signs: str, text: str) -> None:
    assert typed(tag, signs).text == text


@pytest.mark.parametrize(
    ("tag", "signs", "text"),
    [
        ("vi", "tieenf<", "tiề"),
        ("vi", "tieenf<m", "tiềm"),
        ("vi", "tieenf<<<<<", ""),
        ("vi", "hooj chieeus<<<<<<", "hộ"),
        ("vi", "hooj chieeus<<<<<<if", "hồi"),
        ("vi", "visa<", "vis"),
        ("vi", "visa<a", "visa"),
        ("vi", "viss<t", "vit"),
        ("vi", "ass<s", "á"),
        ("vi", "passport<<", "passpo"),
        ("lo", "ນ້ຳ<", ""),
        ("lo", "ເມືອງ<<<", "ເ"),
        ("km", "ស្ត្រី<", ""),
        ("km", "កម្ពុជា<<", "ក"),
        ("km", "ខ្<", ""),
        ("th", "ที่<", ""),
        ("th", "น้ำ<", ""),
        ("zh", "hu<<<<", ""),
    ],
)
def test_backspace_takes_a_cluster_and_typing_goes_on(tag: str, signs: str, text: str) -> None:
    assert typed(tag, signs).text == text


def test_key_of_two_signs_writes_both_and_they_go_together() -> None:
    state = press(typed("km", "ក"), text_key("ាំ"))
    assert state.text == "កាំ"
    assert press(state, BACKSPACE).text == ""


def test_shift_holds_for_one_letter_and_can_be_taken_back() -> None:
    state = press(begin(LAYOUTS["vi"]), Key("shift"))
    assert state.page == "shift"
    assert press(state, Key("shift")).page == "letters"
    assert press(state, SPACE).page == "shift"
    after = press(state, text_key("D"))
    assert (after.page, after.text) == ("letters", "D")


def test_symbols_stay_until_letters_are_asked_for() -> None:
    state = press(begin(LAYOUTS["lo"]), Key("symbols"))
    state = press(press(state, text_key("1")), text_key("6"))
    assert (state.page, state.text) == ("symbols", "16")
    assert press(state, Key("letters")).page == "letters"


def test_more_keys_goes_on_and_another_page_begins_anew() -> None:
    state = press(press(begin(LAYOUTS["km"]), Key("more")), Key("more"))
    assert state.sheet == 2
    assert press(state, text_key("ឯ")).sheet == 2
    assert press(state, Key("symbols")).sheet == 0


def test_clear_empties_at_once_and_leaves_the_page() -> None:
    state = press(typed("vi", "hooj chieeus"), Key("symbols"))
    cleared = press(state, Key("clear"))
    assert (cleared.text, cleared.keys, cleared.page) == ("", "", "symbols")


@pytest.mark.parametrize(
    ("signs", "text"), [(" a", "a"), ("a  b", "a b"), ("a ", "a "), ("a <", "a")]
)
def test_spaces_part_words_only(signs: str, text: str) -> None:
    state = typed("en", signs)
    assert (state.text, state.query) == (text, text.strip())


def test_full_query_takes_no_more() -> None:
    state = typed("en", "a" * (MOST_SIGNS + 5))
    assert state.text == "a" * MOST_SIGNS
    assert press(state, SPACE).text == state.text
    assert press(typed("en", "a" * (MOST_SIGNS - 1)), text_key("ាំ")).text == "a" * (MOST_SIGNS - 1)


def test_full_query_may_still_be_given_a_tone() -> None:
    state = begin(LAYOUTS["vi"], "b" * (MOST_SIGNS - 3) + " ba")
    assert press(state, text_key("s")).text.endswith(" bá")


def test_endless_tones_are_no_word() -> None:
    state = typed("vi", "a" + "sz" * 50)
    assert len(state.text) <= MOST_SIGNS


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("a\nb\r\n\tc", "a b c"),
        ("\x00\x1b[31mx\u202e\u200b\ufeff", "[31mx"),
        ("  a  b  ", "a b "),
        ("\ud800a", "a"),
        ("ho\u0302\u0323", "hộ"),
        ("x" * 1_000_000, "x" * MOST_SIGNS),
        ("ນ້ຳ" * 400_000, "ນ້ຳ" * 26),
        (" " * 1_000_000, ""),
        ("", ""),
    ],
    ids=["lines", "unseen", "spaces", "half", "decomposed", "long", "clusters", "blank", "nothing"],
)
def test_paste_is_cleaned_and_cut(pasted: str, text: str) -> None:
    assert enter(begin(LAYOUTS["vi"]), pasted).text == text


def test_query_is_kept_when_the_keyboard_changes() -> None:
    state = begin(LAYOUTS["vi"], typed("lo", "ລາວ").text + " tieenf")
    assert state.text == "ລາວ tieenf"
    assert press(begin(LAYOUTS["vi"], "tiên"), text_key("f")).text == "tiền"


TAGS: Final = st.sampled_from(sorted(LAYOUTS))


@given(TAGS, st.data())
def test_no_press_fails_and_backspace_empties(tag: str, data: st.DataObject) -> None:
    keys = st.sampled_from(sorted(keys_of(LAYOUTS[tag]).values(), key=lambda key: key.id))
    state = begin(LAYOUTS[tag])
    for key in data.draw(st.lists(keys, max_size=120)):
        state = press(state, key)
        assert len(state.text) <= MOST_SIGNS
        assert not state.text.startswith(" ")
        assert state.text.isprintable()
    for _ in range(MOST_SIGNS):
        state = press(state, BACKSPACE)
    assert state.text == ""


@given(TAGS, st.text(), st.text())
def test_whatever_is_pasted_can_be_typed_on_and_taken_back(tag: str, one: str, two: str) -> None:
    state = enter(enter(begin(LAYOUTS[tag]), one), two)
    assert len(state.text) <= MOST_SIGNS
    assert state.text.isprintable()
    longer = press(state, text_key("a"))
    assert longer.text.startswith(state.text[:-1]) or LAYOUTS[tag].telex
    for at in range(MOST_SIGNS, 0, -1):
        shorter = press(state, BACKSPACE)
        assert len(shorter.text) < len(state.text) or not state.text, at
        state = shorter
    assert state.text == ""
