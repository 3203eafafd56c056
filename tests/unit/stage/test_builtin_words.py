"""The words of the built-in page: every language of the gates, ready to be drawn."""

import unicodedata

import pytest

from player.stage.builtin_words import GREETINGS, Greeting


def test_page_greets_in_every_language_of_the_gates_vietnamese_first() -> None:
    assert [greeting.tag for greeting in GREETINGS] == ["vi", "en", "zh", "lo", "km"]


@pytest.mark.parametrize("greeting", GREETINGS, ids=lambda greeting: greeting.tag)
def test_greeting_is_composed_text_whose_only_sign_without_ink_marks_where_lines_break(
    greeting: Greeting,
) -> None:
    text = greeting.welcome + greeting.advice
    unseen = {sign for sign in text if unicodedata.category(sign) in {"Cc", "Cf"}}
    assert greeting.welcome
    assert greeting.advice
    assert unicodedata.normalize("NFC", text) == text
    assert unseen == ({"\u200b"} if greeting.tag in {"lo", "km"} else set())
