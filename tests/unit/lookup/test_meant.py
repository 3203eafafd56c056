"""What is made of what was typed: keys, plurals, sounds, chips."""

import pytest

from player.lookup.keys import unkeyed
from player.lookup.question import MOST_SIGNS, ask, in_number
from player.lookup.search import Search
from player.lookup.sounds import sound_tokens
from player.lookup.suggestions import suggestions
from tests.fakes.lookups import demo_lookup, lookup_of, topic


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("hooj chieeus", "ho chieu"), ("dduwowngf boj", "duong bo"), ("ddwowngf", "duong")),
        *(("ho65 chie61u", "ho chieu"), ("d9u7o7ng2", "duong"), ("tieenf", "tien")),
        *(("hair quan", "hai quan"), ("nuwowcs", "nuoc"), ("tw vaans", "tu van")),
        *(("113", None), ("doi tien", None), ("护照", None), ("xyz", "xy"), ("sss", None)),
    ],
)
def test_telex_and_vni_keys_are_taken_out(typed: str, meant: str | None) -> None:
    question = unkeyed(ask(typed))
    assert (question and question.whole.text) == meant


@pytest.mark.parametrize(
    ("word", "others"),
    [
        *(("bus", ("buses",)), ("buses", ("bus", "buse")), ("taxi", ("taxis",))),
        *(("fruits", ("fruit",)), ("cities", ("city",)), ("city", ("cities", "citys"))),
        *(("watches", ("watch", "watche")), ("watch", ("watches",)), ("113", ())),
        *(("glass", ("glasses",)), ("status", ("statuses",)), ("is", ()), ("gas", ("gases",))),
    ],
)
def test_an_english_word_is_also_looked_for_in_its_other_number(
    word: str, others: tuple[str, ...]
) -> None:
    (piece,) = in_number(ask(word)).pieces
    assert piece.others == others


def test_what_is_typed_is_cut_off_somewhere() -> None:
    assert len(ask("a " * 1000).pieces) == MOST_SIGNS // 2


def test_a_text_is_typed_by_syllables_by_words_and_by_initials() -> None:
    title, questions = sound_tokens("hai'guan shen'bao\nSIM ka\nmai")
    assert set(title.split()) == {
        *("hai", "guan", "shen", "bao", "haiguanshenbao", "hgsb", "shenbao", "sb")
    }
    assert questions.split()[:3] == ["simka", "sk", "sim"]
    assert sound_tokens("") == ("", "")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("huzhao", "passport-visa"), ("hu zhao", "passport-visa"), ("huz", "passport-visa")),
        *(("hz", "passport-visa"), ("haiguan", "customs-declaration"), ("HAI GUAN", "customs")),
        *(("hgsb", "customs-declaration"), ("huanqian", "money-exchange"), ("qianzheng", "pass")),
    ],
)
@pytest.mark.parametrize("gate", ["huu-nghi", "lao-bao"])
def test_chinese_is_found_by_its_sound(gate: str, typed: str, first: str) -> None:
    hits = Search.build_in_memory(*demo_lookup(gate)).find(typed, "zh")
    assert any(hit.topic.startswith(first) for hit in hits[:3])


def on(tile: str, id_: str, *questions: str) -> dict[str, object]:
    return {**topic(id_, vi=(id_, questions, "x")), "tile": tile}


def test_chips_are_first_questions_of_every_tile_in_turn() -> None:
    tiles = [{"id": tile, "icon": "money", "name": {"vi": "x"}} for tile in ("place", "money")]
    lookup = lookup_of(
        on("money", "a", "a1", "a2"),
        on("money", "b", "b1"),
        on("other", "c", "c1"),
        on("place", "d", "d1"),
        on("place", "e"),
        on("place", "f", "a1"),
        topic("g", en=("g", ["g1"], "x")),
        tiles=tiles,
    )
    assert suggestions(lookup, "vi", 9) == (("d", "d1"), ("a", "a1"), ("c", "c1"), ("b", "b1"))
    assert suggestions(lookup, "vi", 2) == (("d", "d1"), ("a", "a1"))
    assert suggestions(lookup, "vi", -1) == ()
    assert suggestions(lookup, "km", 9) == ()


@pytest.mark.parametrize("language", ["vi", "en", "zh", "lo", "km"])
def test_the_demos_offer_questions_in_every_language(language: str) -> None:
    lookup, _ = demo_lookup("huu-nghi")
    assert len(suggestions(lookup, language, 6)) == 6
