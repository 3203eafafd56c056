"""Interface words: which language speaks, and what becomes of placeholders."""

import json
from typing import Final

import pytest

from player import resources
from player.stage.phrases import Phrases

TABLES: Final = {
    "vi": {"a": "chữ", "only-vi": "chỉ", "language_name": "Tiếng Việt"},
    "en": {"a": "word", "only-en": "only {what}", "braces": "{a} and {b} {c"},
    "lo": {"a": "ຄຳ"},
}
PHRASES: Final = Phrases(TABLES)


@pytest.mark.parametrize(
    ("tag", "key", "expected"),
    [
        ("lo", "a", "ຄຳ"),
        ("lo", "only-vi", "chỉ"),
        ("lo", "only-en", "only {what}"),
        ("hmn-Latn", "a", "word"),
        ("en", "only-vi", "chỉ"),
        ("vi", "nobody says this", ""),
    ],
)
def test_word_is_said_in_the_language_else_english_else_vietnamese(
    tag: str, key: str, expected: str
) -> None:
    assert PHRASES.say(tag, key) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "{a} and {b} {c"),
        ({"a": "1", "b": "2", "c": "3"}, "1 and 2 {c"),
        ({"a": "{b}", "b": "2"}, "{b} and 2 {c"),
        ({"a": "{0.__class__}", "b": "%s"}, "{0.__class__} and %s {c"),
    ],
    ids=["unknown stay", "known are filled", "a value is no template", "nor a format string"],
)
def test_placeholders_are_replaced_literally(values: dict[str, str], expected: str) -> None:
    assert PHRASES.say("en", "braces", **values) == expected


def test_language_is_named_in_its_own_script_else_by_its_tag() -> None:
    assert [PHRASES.language_name(tag) for tag in ("vi", "km")] == ["Tiếng Việt", "km"]


def test_every_built_in_language_says_the_same_things_with_the_same_placeholders() -> None:
    tables = {
        path.stem: json.loads(path.read_text("utf-8"))
        for path in sorted((resources.assets() / "strings").glob("*.json"))
    }
    assert set(tables) >= {"vi", "en", "zh", "lo", "km"}
    keys = {key: _placeholders(text) for key, text in tables["vi"].items()}
    for tag, table in tables.items():
        assert {key: _placeholders(text) for key, text in table.items()} == keys, tag
        assert all(table.values()), tag


def _placeholders(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}
