"""Texts: present, short, and translated."""

import pytest

from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder

WELCOME = "slides/welcome.toml"


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ("welcome", "title"),
        ("view", "caption"),
        ("papers", "title"),
        ("papers", "body"),
        ("river", "title"),
    ],
)
def test_a_field_its_kind_needs_may_not_be_empty(folder: PackFolder, item: str, field: str) -> None:
    folder.text(item, "lo")[field] = "  "
    expected = (Code.TEXT_EMPTY, f"slides/{item}.toml", f"text.lo.{field}", "lo")
    assert folder.found() == {expected}


def test_more_than_a_hundred_words_are_told(folder: PackFolder) -> None:
    folder.text("welcome", "en")["body"] = "a " * 96
    assert folder.found() == set()
    folder.text("welcome", "en")["body"] = "a " * 97
    assert folder.found() == {(Code.TEXT_TOO_WORDY, WELCOME, "text.en", "en")}


def test_a_text_that_cannot_be_read_in_its_time_is_told(folder: PackFolder) -> None:
    words = folder.text("welcome", "en")
    words["body"] = "a" * (370 - len(words["title"]))
    assert folder.found() == set()
    words["body"] += "a"
    assert folder.found() == {(Code.TEXT_OUTLASTS_SLIDE, WELCOME, "text.en", "en")}


def test_a_long_headline_is_told(folder: PackFolder) -> None:
    folder.text("welcome", "en")["title"] = "a " * 13
    assert folder.found() == {(Code.HEADLINE_LONG, WELCOME, "text.en.title", "en")}


def test_a_field_its_break_marks_make_too_long_is_told(folder: PackFolder) -> None:
    folder.text("welcome", "lo")["title"] = "ກ" * 300
    assert (Code.TOO_LONG, WELCOME, "text.lo.title", "lo") in folder.found()


def test_a_copy_of_the_vietnamese_words_is_told(folder: PackFolder) -> None:
    folder.text("welcome", "lo").update(
        title=folder.text("welcome", "vi")["title"], body=folder.text("welcome", "vi")["body"]
    )
    assert folder.found() == {(Code.TRANSLATION_SAME, WELCOME, "text.lo", "lo")}


def test_a_short_name_may_be_the_same_in_two_languages(folder: PackFolder) -> None:
    for tag in ("vi", "lo"):
        folder.text("view", tag)["caption"] = "Đồng Đăng"
    assert folder.found() == set()
