"""The shipped examples: each loads, and explains every key in both languages."""

import re
from pathlib import Path
from typing import Final

import pytest

from player.config.fields import FIELDS
from player.config.load import ROLES, find_screen, load_screen, role_example
from player.config.load_officers import demo_officers

SECTIONS: Final = {"display", "sound", "content", "panel", "keypad", "power", "report"}


def explained_keys(file: Path) -> dict[str, list[str]]:
    """Dotted key -> the comment lines directly above it."""
    section, comments, found = "", list[str](), dict[str, list[str]]()
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("#"):
            comments.append(line)
            continue
        if header := re.fullmatch(r"\[(.+)\]", line):
            section = header[1] + "."
        elif key := re.match(r"(\w+) = ", line):
            found[section + key[1]] = comments
        comments = []
    return found


@pytest.mark.parametrize("role", ROLES)
def test_example_is_a_screen_of_its_role(role: str) -> None:
    assert load_screen(find_screen(role), "vi").role == role


@pytest.mark.parametrize("role", ROLES)
def test_example_has_every_key(role: str) -> None:
    within_size = {key for key in FIELDS if key.startswith("display.size.")}
    assert set(explained_keys(role_example(role))) == set(FIELDS) - SECTIONS - within_size


@pytest.mark.parametrize("role", ROLES)
def test_every_key_is_explained_in_vietnamese_and_then_in_english(role: str) -> None:
    for key, comments in explained_keys(role_example(role)).items():
        plain_letters = [line.isascii() for line in comments]
        assert not plain_letters[0], key
        assert plain_letters[-1], key


def test_every_example_is_of_a_role() -> None:
    folder = role_example(ROLES[0]).parent
    assert set(folder.glob("*.toml")) - {demo_officers()} == set(map(role_example, ROLES))


def test_no_two_examples_share_an_id() -> None:
    assert len({load_screen(role_example(role), "en").id for role in ROLES}) == len(ROLES)
