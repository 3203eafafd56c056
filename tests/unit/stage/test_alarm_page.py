"""The pages of an emergency: languages, signs, colours, and which stands when."""

from dataclasses import replace
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.config.screen import ExitDirection
from player.stage.alarm.call import AlarmCall, AlarmKind, AlarmStatus, AlarmText
from player.stage.alarm.page import (
    CHIME_MS,
    MOST_LANGUAGES,
    TURN_MS,
    AlarmPage,
    AlarmPlace,
    TaggedWords,
    alarm_pages,
    call_signs,
    chimes_by,
    in_two,
    next_chime_ms,
    next_turn_ms,
    page_at,
    shared_out,
)
from player.stage.alarm.signs import ARROWS, Sign
from player.stage.alarm.words import with_builtin

PHRASES: Final = with_builtin(None)
FIVE: Final = ("zh", "vi", "en", "lo", "km")
EVACUATE: Final = AlarmCall(AlarmKind.EVACUATE, AlarmStatus.ACTUAL, since_ms=0)
DIRECTIONS: Final[tuple[ExitDirection, ...]] = get_args(ExitDirection)


def pages(
    call: AlarmCall = EVACUATE,
    languages: tuple[str, ...] = FIVE,
    direction: ExitDirection = "none",
    most: int = MOST_LANGUAGES,
) -> tuple[AlarmPage, ...]:
    return alarm_pages(call, AlarmPlace(languages, direction, PHRASES), "14:05", most)


def test_five_languages_stand_at_once_vietnamese_first() -> None:
    (page,) = pages()
    assert [block.language for block in page.blocks] == ["vi", "zh", "en", "lo", "km"]


def test_vietnamese_stands_also_where_the_screen_leaves_it_out() -> None:
    (page,) = pages(languages=("zh",))
    assert [block.language for block in page.blocks] == ["vi", "zh"]


def test_more_languages_are_shared_out_and_all_pages_carry_the_vietnamese() -> None:
    assert shared_out(("vi", "zh", "en", "lo", "km", "th"), MOST_LANGUAGES) == (
        ("vi", "zh", "en"),
        ("vi", "lo", "km", "th"),
    )


@given(st.integers(1, 40), st.integers(1, 8))
def test_every_language_stands_somewhere_and_no_page_has_too_many(count: int, most: int) -> None:
    tags = tuple(f"x{number}" for number in range(count))
    shared = shared_out(tags, most)
    assert list(dict.fromkeys(tag for page in shared for tag in page)) == list(tags)
    assert max(map(len, shared)) <= most


def test_band_names_every_language_on_every_page() -> None:
    table = {"th": {"alarm_exercise": "การฝึกซ้อม"}}
    phrases = replace(PHRASES, tables={**PHRASES.tables, **table})
    call = replace(EVACUATE, status=AlarmStatus.EXERCISE)
    shown = alarm_pages(call, AlarmPlace((*FIVE, "th"), "none", phrases))
    words = [[word.text.replace("\u200b", "") for word in page.band] for page in shown]
    assert words == [["DIỄN TẬP", "演习", "EXERCISE", "ການຝຶກຊ້ອມ", "ការហាត់សម", "การฝึกซ้อม"]] * 2


@pytest.mark.parametrize("status", [AlarmStatus.EXERCISE, AlarmStatus.TEST])
@pytest.mark.parametrize("kind", AlarmKind)
def test_what_is_not_meant_has_another_look_and_says_so(
    kind: AlarmKind, status: AlarmStatus
) -> None:
    (page,) = pages(replace(EVACUATE, kind=kind, status=status))
    assert page.tone == "drill"
    assert page.band[0] == TaggedWords(
        "vi", {"exercise": "DIỄN TẬP", "test": "THỬ HỆ THỐNG"}[status.value]
    )


@pytest.mark.parametrize(
    ("kind", "tone", "word"),
    [
        (AlarmKind.EVACUATE, "act", "HÀNH ĐỘNG NGAY"),
        (AlarmKind.FIRE, "act", "HÀNH ĐỘNG NGAY"),
        (AlarmKind.SHELTER, "act", "HÀNH ĐỘNG NGAY"),
        (AlarmKind.DANGER, "prepare", "CHUẨN BỊ SẴN SÀNG"),
        (AlarmKind.ALL_CLEAR, "safe", "AN TOÀN"),
    ],
)
def test_colour_and_word_say_the_same(kind: AlarmKind, tone: str, word: str) -> None:
    (page,) = pages(replace(EVACUATE, kind=kind))
    assert (page.tone, page.band[0].text) == (tone, word)


@pytest.mark.parametrize("direction", [each for each in DIRECTIONS if each != "none"])
def test_arrow_stands_on_the_side_to_which_it_points(direction: ExitDirection) -> None:
    signs = call_signs(EVACUATE, direction)
    at = 0 if "left" in direction else -1
    assert signs[at] is ARROWS[direction]
    assert Sign.EXIT in signs


@pytest.mark.parametrize("kind", AlarmKind)
def test_no_arrow_where_nobody_said_where_the_exit_lies(kind: AlarmKind) -> None:
    assert not set(call_signs(replace(EVACUATE, kind=kind), "none")) & set(ARROWS.values())


@pytest.mark.parametrize("kind", [AlarmKind.SHELTER, AlarmKind.DANGER, AlarmKind.ALL_CLEAR])
def test_nobody_is_led_out_by_a_page_that_says_stay(kind: AlarmKind) -> None:
    signs = call_signs(replace(EVACUATE, kind=kind), "left")
    assert not set(signs) & {*ARROWS.values(), Sign.EXIT}


def test_another_sign_may_be_asked_for() -> None:
    signs = call_signs(replace(EVACUATE, sign=Sign.ASSEMBLY), "right")
    assert signs == (Sign.ASSEMBLY, Sign.RIGHT)


@pytest.mark.parametrize(
    ("said", "language"),
    [(("vi", "en", "ru"), "vi"), (("ru", "en"), "en"), (("ru",), "ru")],
)
def test_missing_language_falls_back_and_is_labelled(said: tuple[str, ...], language: str) -> None:
    texts = {tag: AlarmText(f"headline {tag}", ("one.", "two.")) for tag in said}
    (page,) = pages(replace(EVACUATE, texts=texts), ("km",))
    first = page.blocks[0]
    assert (first.language, first.body) == (language, "one. two.")
    assert all(block.label for block in page.blocks if block.label_language not in said)


def test_words_that_stand_above_are_pointed_at_and_not_repeated() -> None:
    texts = {"vi": AlarmText("Sơ tán")}
    (page,) = pages(replace(EVACUATE, texts=texts), ("vi", "zh"))
    second = page.blocks[1]
    assert (second.headline, second.body, second.label_language) == ("", "", "zh")
    assert "Tiếng Việt" in second.label


def test_level_is_number_and_word_in_every_language() -> None:
    (page,) = pages(replace(EVACUATE, level=4), ("vi", "en"))
    assert [words.text for words in page.level_words] == [
        "Cấp độ rủi ro thiên tai 4: rất lớn",
        "Disaster risk level 4: very high",
    ]


@pytest.mark.parametrize("level", [0, 6, -1])
def test_level_that_does_not_exist_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        replace(EVACUATE, level=level)


def test_foot_says_who_and_when() -> None:
    issuers = {"vi": "Đồn Biên phòng", "en": "Border post"}
    (page,) = pages(replace(EVACUATE, issuers=issuers), ("vi", "en"))
    assert [words.text for words in page.foot] == [
        "Phát lúc 14:05 · Đồn Biên phòng",
        "Issued 14:05 · Border post",
    ]


def test_page_of_two_halves_loses_no_word() -> None:
    (page,) = pages()
    heads, bodies = in_two(page)
    assert [block.headline for block in heads.blocks] == [b.headline for b in page.blocks]
    assert [block.body for block in bodies.blocks] == [b.body for b in page.blocks]
    assert heads.band == bodies.band == page.band


@given(st.integers(-(10**12), 10**13), st.integers(1, 9))
def test_page_is_a_function_of_the_instant_alone(elapsed_ms: int, count: int) -> None:
    at = page_at(elapsed_ms, count)
    assert 0 <= at < count
    assert 0 < next_turn_ms(elapsed_ms) <= TURN_MS <= 6000
    if elapsed_ms >= 0:
        later = elapsed_ms + next_turn_ms(elapsed_ms)
        assert page_at(later, count) == (at + 1) % count
        assert page_at(later - 1, count) == at


@given(st.integers(-(10**12), 10**13))
def test_chime_is_due_at_once_and_each_half_minute(elapsed_ms: int) -> None:
    wait_ms = next_chime_ms(elapsed_ms)
    assert chimes_by(elapsed_ms + wait_ms) == chimes_by(elapsed_ms) + 1
    assert chimes_by(elapsed_ms + wait_ms - 1) == chimes_by(elapsed_ms)
    assert CHIME_MS == 30_000
