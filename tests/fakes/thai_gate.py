"""The demo gate Lao Bảo with Thai added by editing its files, as a content team would, and without.

What is Thai lies in ``tests/data/thai``: interface words for ``assets/strings``, and texts. Topics
are not really translated: each word of the English text gives way to some Thai word.
"""

import json
import re
import shutil
import tomllib
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Any, Final

from player import resources
from player.publish.wording import insert_breaks

THAI: Final = "th"
FAMILY: Final = "Noto Sans Thai"
STARTED: Final[Mapping[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "thai" / "texts.toml").read_text("utf-8")
)
WORDS: Final[Mapping[str, str]] = json.loads(
    (Path(__file__).parent.parent / "data" / "thai" / "th.json").read_text("utf-8")
)
TOPICS: Final = 32
"""Topics that get a Thai text; with the other texts there are, 60 % of what the pack says."""

_SOME: Final = ("เอกสาร", "ของท่าน", "เจ้าหน้าที่", "ด่าน", "และ", "โปรด", "สอบถาม", "เดินทาง", "เวลา")
_WORD: Final = re.compile(r"\{[^}]*\}|[^\W\d_]+")
_SECTION: Final = re.compile(r"^\[[a-z.]+\.th\]\n(?:(?!\[).*\n)*", re.MULTILINE)
_LANGUAGE: Final = re.compile(r'^\[\[languages\]\]\ntag = "th"\n(?:(?!\[).*\n)*', re.MULTILINE)
_LINE: Final = re.compile(r"^th = .*\n", re.MULTILINE)


def copy_gate(folder: Path) -> Path:
    """Return a copy of the demo gate's source, to be edited, beside a copy of what it stands on."""
    demos = resources.assets() / "demo"
    for name in ("lao-bao", "viet-nam"):
        shutil.copytree(demos / name, folder / name)
    return folder / "lao-bao"


def thai_topics(source: Path) -> list[Path]:
    """Return the folders of the topics that get a Thai text."""
    folders = (*(source / "topics").iterdir(), *(_base(source) / "topics").iterdir())
    return sorted(folders, key=lambda folder: folder.name)[:TOPICS]


def add_thai(source: Path) -> None:
    """Add the language, its names of the gate and every text there is."""
    pack = source / "pack.toml"
    names = {f"gate.{field}": text for field, text in STARTED["gate"].items()}
    language = "".join(f"{key} = {_toml(value)}\n" for key, value in STARTED["language"].items())
    said = _with_lines(pack.read_text("utf-8"), names)
    pack.write_text(f"{said}\n[[languages]]\n{language}", "utf-8")
    for item, text in STARTED["slides"].items():
        file = source / "slides" / f"{item}.toml"
        alt = {f"{medium}.alt": text["alt"] for medium in ("picture", "video") if "alt" in text}
        words = {key: value for key, value in text.items() if key != "alt"}
        said = _with_lines(file.read_text("utf-8"), alt)
        file.write_text(f"{said}\n{_section('text.th', words)}", "utf-8")
    plan = source / "plan.toml"
    alt = {"picture.alt": STARTED["plan"]["alt"]}
    plan.write_text(_with_lines(plan.read_text("utf-8"), alt), "utf-8")
    for topic in thai_topics(source):
        file = topic / "topic.toml"
        words = {"questions": ["ถาม"], "review": "draft"}
        lines = "".join(f"{key} = {_toml(value)}\n" for key, value in words.items())
        file.write_text(f"{file.read_text('utf-8')}\n[text.th]\n{lines}", "utf-8")
        (topic / "th.md").write_text(_some_thai((topic / "en.md").read_text("utf-8")), "utf-8")
    _add_to_entries(source / "notices.toml", "notices", STARTED["notices"])
    _add_to_entries(source / "ticker.toml", "ticker", STARTED["ticker"])


def remove_thai(source: Path) -> None:
    """Delete every line of it again."""
    for topic in thai_topics(source):
        (topic / "th.md").unlink()
    for file in (*source.rglob("*.toml"), *_base(source).rglob("*.toml")):
        said = file.read_text("utf-8")
        for pattern in (_SECTION, _LANGUAGE, _LINE):
            said = pattern.sub("", said)
        file.write_text(said, "utf-8")


def lay_out_assets(folder: Path, *, with_thai: bool) -> Path:
    """Return an assets folder; without Thai, neither its face nor a word of it is there."""
    shipped = resources.assets()
    shutil.copytree(shipped / "strings", folder / "strings")
    fonts = folder / "fonts"
    fonts.mkdir()
    table = (shipped / "fonts" / "fonts.toml").read_text("utf-8").splitlines(keepends=True)
    for family in (each for each in (shipped / "fonts").iterdir() if each.is_dir()):
        if with_thai or family.name != "noto-sans-thai":
            (fonts / family.name).symlink_to(family)
    kept = (line for line in table if with_thai or FAMILY not in line)
    (fonts / "fonts.toml").write_text("".join(kept), "utf-8")
    if with_thai:
        marked = {key: insert_breaks(text, THAI) for key, text in WORDS.items()}
        words = json.dumps(marked, ensure_ascii=False)
        (folder / "strings" / "th.json").write_text(words, "utf-8")
    return folder


def _base(source: Path) -> Path:
    return source.parent / "viet-nam"


def _some_thai(text: str) -> str:
    """Return a text with a Thai word for each of its own; signs, numbers and braces stay."""
    some = cycle(_SOME)
    return _WORD.sub(lambda word: word[0] if word[0].startswith("{") else next(some), text)


def _add_to_entries(file: Path, name: str, texts: Mapping[str, Any]) -> None:
    head, *entries = re.split(rf"(?=^\[\[{name}\]\])", file.read_text("utf-8"), flags=re.MULTILINE)
    grown = []
    for entry in entries:
        found = re.search(r'^id = "(.+)"$', entry, re.MULTILINE)
        assert found
        words = texts[found[1]]
        grown.append(
            _with_lines(entry, {f"{name}.text": words})
            if isinstance(words, str)
            else f"{entry.rstrip()}\n\n{_section(f'{name}.text.th', words)}\n"
        )
    file.write_text(head + "".join(grown), "utf-8")


def _with_lines(said: str, words: Mapping[str, str]) -> str:
    """Return a file with a Thai line below each table header that is named and there."""
    for table, text in words.items():
        said = said.replace(f"[{table}]\n", f"[{table}]\nth = {_toml(text)}\n")
    return said


def _section(name: str, words: Mapping[str, str]) -> str:
    lines = "".join(f"{key} = {_toml(text)}\n" for key, text in words.items())
    return f'[{name}]\n{lines}review = "draft"\n'


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
