"""Every word of the set-up is there in both languages, and each of them is used."""

import json
import re
from pathlib import Path
from typing import Final

from player import resources
from player.stage.setup.self_test import CHECKS

ROOT: Final = Path(__file__).resolve().parents[4]
PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


def words(tag: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((resources.assets() / "setup" / f"{tag}.json").read_text())
    return found


def test_both_languages_say_the_same_things() -> None:
    vi, en = words("vi"), words("en")
    assert list(vi) == list(en)
    assert {
        key for key in vi if set(PLACEHOLDER.findall(vi[key])) != set(PLACEHOLDER.findall(en[key]))
    } == set()


def test_nothing_is_left_unsaid() -> None:
    assert all(text.strip() for tag in ("vi", "en") for text in words(tag).values())


def test_every_word_is_used() -> None:
    folders = ("stage/setup", "main", "shell/setup", "cli")
    sources = [path for folder in folders for path in (ROOT / "player" / folder).glob("*.py")]
    code = "\n".join(path.read_text("utf-8") for path in sources).replace("'", '"')
    assert [key for key in words("vi") if not _is_used(key, code)] == ["language_name"]


def _is_used(key: str, code: str) -> bool:
    """Whether the code names a word, or puts its name together from a part and what is inserted."""
    begun = (f'"{key[:at]}{{' for at, sign in enumerate(key, 1) if sign == "_")
    ended = re.search(rf"\}}_{key.rpartition('_')[2]}\"", code)
    return f'"{key}"' in code or any(stem in code for stem in begun) or ended is not None


def test_every_check_has_its_words() -> None:
    assert {f"test_{check}" for check in CHECKS} <= set(words("vi"))
