"""The sentences: complete, alike in both languages, and safe with any value."""

import re
from pathlib import Path

import pytest

from player.publish.catalogue import LANGUAGES, MAX_VALUE_SIGNS, Catalogue, Language, fill
from player.publish.codes import WARNINGS, Code

PLACEHOLDER = re.compile(r"\{(\w+)\}")
CATALOGUES = {language: Catalogue.load(language) for language in LANGUAGES}


def names_in(template: str) -> set[str]:
    return set(PLACEHOLDER.findall(template))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_problem_and_a_remedy_and_no_other_has(language: Language) -> None:
    catalogue = CATALOGUES[language]
    assert catalogue.problems.keys() == set(Code)
    assert catalogue.remedies.keys() == set(Code)
    assert all(catalogue.problems.values())
    assert all(catalogue.remedies.values())


@pytest.mark.parametrize("code", Code)
def test_both_languages_tell_the_same_values(code: Code) -> None:
    vietnamese, english = CATALOGUES.values()
    assert names_in(vietnamese.problems[code]) == names_in(english.problems[code])
    assert names_in(vietnamese.remedies[code]) == names_in(english.remedies[code])


def test_both_languages_know_the_same_words() -> None:
    vietnamese, english = (each.words for each in CATALOGUES.values())
    assert vietnamese.keys() == english.keys()
    for key, sentence in vietnamese.items():
        assert names_in(sentence) == names_in(english[key]), key


@pytest.mark.parametrize("code", Code)
def test_every_code_is_raised_by_a_test(code: Code) -> None:
    """Each table of these tests names the codes it expects; none may be named by none."""
    tests = (path.read_text() for path in Path(__file__).parents[1].rglob("test_*.py"))
    assert any(re.search(rf"Code\.{code.name}\b", text) for text in tests)


def test_warnings_are_known_codes() -> None:
    assert set(Code) > WARNINGS


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("{0.__class__}", "{0.__class__}"),
        ("{other}", "{other}"),
        ("%s %n", "%s %n"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("x" * 500, "x" * (MAX_VALUE_SIGNS - 1) + "…"),
    ],
)
def test_a_value_is_put_in_as_it_is_and_can_do_nothing(value: str, shown: str) -> None:
    assert fill("[{value}]", {"value": value, "other": "no"}) == f"[{shown}]"
