"""What the player itself says: complete in every language, drawable, and breakable at words."""

import json
import re
from typing import Final

import pytest

from player import resources
from player.publish.glyphs import FontCoverage
from player.publish.wording import insert_breaks
from player.stage.builtin_words import GREETINGS, Greeting

LANGUAGES: Final = ("vi", "zh", "en", "lo", "km")
FOLDER: Final = resources.assets() / "strings"
PLACE: Final = re.compile(r"\{\w+\}")


def table(tag: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((FOLDER / f"{tag}.json").read_text("utf-8"))
    return words


@pytest.fixture(scope="module")
def fonts() -> FontCoverage:
    return FontCoverage(resources.assets() / "fonts")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_language_says_everything_vietnamese_says(tag: str) -> None:
    assert {key: sorted(PLACE.findall(text)) for key, text in table(tag).items()} == {
        key: sorted(PLACE.findall(text)) for key, text in table("vi").items()
    }


@pytest.mark.parametrize("tag", LANGUAGES)
def test_words_break_between_words(tag: str) -> None:
    """They are not built with a pack, so the marks stand in the file."""
    unmarked = [text for text in table(tag).values() if insert_breaks(text, tag) != text]
    assert unmarked == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_letter_is_drawable(tag: str, fonts: FontCoverage) -> None:
    assert fonts.missing("".join(table(tag).values()), tag) == frozenset()


def test_builtin_page_greets_in_every_language_vietnamese_first() -> None:
    tags = [greeting.tag for greeting in GREETINGS]
    assert (tags[0], sorted(tags)) == ("vi", sorted(LANGUAGES))


@pytest.mark.parametrize("greeting", GREETINGS, ids=lambda greeting: greeting.tag)
def test_builtin_words_break_between_words(greeting: Greeting) -> None:
    assert insert_breaks(greeting.advice, greeting.tag) == greeting.advice


@pytest.mark.parametrize("greeting", GREETINGS, ids=lambda greeting: greeting.tag)
def test_builtin_words_are_drawable(greeting: Greeting, fonts: FontCoverage) -> None:
    assert fonts.missing(greeting.welcome + greeting.advice, greeting.tag) == frozenset()
