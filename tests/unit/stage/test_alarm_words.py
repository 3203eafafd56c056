"""What an emergency page says by itself: the same in code and in the files, in every language."""

import json
from collections.abc import Mapping
from typing import Final

import pytest

from player import resources
from player.stage.alarm.call import AlarmKind
from player.stage.alarm.words import BUILT_IN, usual_texts, with_builtin
from player.stage.phrases import Phrases

FOLDER: Final = resources.assets() / "strings"


def table(tag: str) -> Mapping[str, str]:
    words: dict[str, str] = json.loads((FOLDER / f"{tag}.json").read_text("utf-8"))
    return words


def test_words_are_built_in_in_every_language_of_the_gates_vietnamese_first() -> None:
    assert list(BUILT_IN) == ["vi", "en", "zh", "lo", "km"]
    assert sorted(BUILT_IN) == sorted(file.stem for file in FOLDER.glob("*.json"))


@pytest.mark.parametrize("tag", BUILT_IN)
def test_files_say_what_the_program_says(tag: str) -> None:
    words = table(tag)
    kept = {key: words[key] for key in BUILT_IN[tag]}
    assert kept == BUILT_IN[tag]
    assert {key for key in words if key.startswith("alarm_")} <= set(BUILT_IN[tag])


def test_words_of_files_go_before_built_in_ones_and_add_languages() -> None:
    tables = {"vi": {"alarm_safe": "YÊN ỔN"}, "th": {"alarm_safe": "ปลอดภัย"}}
    phrases = with_builtin(Phrases(tables))
    assert (phrases.say("vi", "alarm_safe"), phrases.say("th", "alarm_safe")) == (
        "YÊN ỔN",
        "ปลอดภัย",
    )
    assert phrases.say("vi", "alarm_act") == BUILT_IN["vi"]["alarm_act"]


@pytest.mark.parametrize("kind", AlarmKind)
def test_every_kind_can_be_said_without_a_file(kind: AlarmKind) -> None:
    texts = usual_texts(kind, with_builtin(None))
    assert list(texts) == list(BUILT_IN)
    assert all(text.headline and all(text.instructions) for text in texts.values())


@pytest.mark.parametrize("kind", AlarmKind)
def test_vietnamese_headline_has_few_words(kind: AlarmKind) -> None:
    """Three to six are read in passing; a warning of one kind alone may be shorter."""
    headline = usual_texts(kind, with_builtin(None))["vi"].headline
    assert 2 <= len(headline.split()) <= 6
