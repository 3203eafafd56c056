"""The words of the panel: a catalogue of its own, in two languages."""

import json
import re

from player import resources
from tests.fakes.panel import staff_words

STAFF = resources.assets() / "staff"


def test_both_languages_have_the_same_keys_and_gaps() -> None:
    tables = [json.loads((STAFF / f"{tag}.json").read_text("utf-8")) for tag in ("vi", "en")]
    gaps = [
        {key: set(re.findall(r"\{\w+\}", text)) for key, text in table.items()} for table in tables
    ]
    assert gaps[0] == gaps[1]
    assert all(text.strip() for table in tables for text in table.values())


def test_every_word_that_code_asks_for_is_there() -> None:
    code = resources.folder() / "player"
    asked: set[str] = set()
    for folder in (code / "stage" / "panel", code / "shell" / "panel"):
        for file in folder.glob("*.py"):
            asked |= set(re.findall(r'\bsay\(\s*"(\w+)"', file.read_text("utf-8")))
    assert asked
    assert {key for key in asked if not staff_words().say("vi", key)} == set()
