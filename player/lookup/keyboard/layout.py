"""Keyboards as data: what each key writes, per language, from ``assets/keyboards``.

A language without a file of its own types Latin letters (Chinese: pinyin). Where keys stand on a
given screen is ``board.py``'s.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from player.lookup.keyboard.clusters import label_of
from player.lookup.keyboard.telex import Telex

Kind = Literal["text", "shift", "symbols", "letters", "more", "space", "clear", "backspace"]
PageName = Literal["letters", "shift", "symbols"]
Rows = tuple[tuple[str, ...], ...]

SYMBOLS: Final = "symbols"
"""The file that all languages share."""

LAST_RESORT: Final = "en"
LONGEST_KEY: Final = 3
"""Signs one key may write."""

MOST_KEYS: Final = 200


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        kind: ``text`` writes something; the others are named for what they do.
        text: what it writes; "" unless ``kind`` is ``text``.
        label: what stands on it; "" where an icon does.
        span: how many columns it is wide.
    """

    kind: Kind
    text: str = ""
    label: str = ""
    span: int = 1

    @property
    def id(self) -> str:
        """Unlike that of any other key of the keyboard: what it writes, else its kind."""
        return self.text or self.kind


@dataclass(frozen=True, slots=True)
class Layout:
    """A keyboard: its signs in the rows of the national standard.

    Attributes:
        tag: the language whose face draws its letters.
        letters_label: stands on the key that leads back to the letters.
        symbols_label: stands on the key that leads to digits and symbols.
        letters, shift, extra, symbols: rows of what keys write; ``extra`` is further letters and
            may be empty.
        telex: composes what is typed; None: letters are written as they are.
    """

    tag: str
    letters_label: str
    symbols_label: str
    letters: Rows
    shift: Rows
    extra: Rows
    symbols: Rows
    telex: Telex | None = None

    def signs(self) -> Iterator[str]:
        """Yield what each key writes, page by page."""
        for rows in (self.letters, self.shift, self.extra, self.symbols):
            for row in rows:
                yield from row


def text_key(signs: str) -> Key:
    """Return the key that writes ``signs``."""
    return Key("text", signs, label_of(signs))


def read_layouts(folder: Path) -> Mapping[str, Layout]:
    """Return tag -> keyboard, of every file of ``folder``.

    Raises:
        OSError: the folder or a file cannot be read.
        ValueError: a file is no keyboard; the message names the file and what is wrong.
    """
    symbols = _Source(folder / f"{SYMBOLS}.json")
    files = (file for file in sorted(folder.glob("*.json")) if file.stem != SYMBOLS)
    return {file.stem: _layout(_Source(file), symbols) for file in files}


def layout_for(layouts: Mapping[str, Layout], language: str) -> Layout:
    """Return the keyboard of ``language``, of its shorter form (zh-Hans: zh), else the English one.

    Raises:
        KeyError: there is no English one either.
    """
    tag = language
    while tag and tag not in layouts:
        tag = tag.rpartition("-")[0]
    return layouts[tag or LAST_RESORT]


def _layout(source: "_Source", symbols: "_Source") -> Layout:
    return Layout(
        tag=source.file.stem,
        letters_label=source.word("label"),
        symbols_label=symbols.word("label"),
        letters=source.rows("letters"),
        shift=source.rows("shift"),
        extra=source.rows("extra") if "extra" in source.table else (),
        symbols=symbols.rows("symbols"),
        telex=Telex(frozenset(source.word("telex").split())) if "telex" in source.table else None,
    )


class _Source:
    """One file, whose fields are asked for by name."""

    def __init__(self, file: Path) -> None:
        self.file = file
        table = json.loads(file.read_bytes())
        if not isinstance(table, dict):
            raise ValueError(f"{file.name}: no table")  # noqa: TRY004  (the file is wrong, not the caller)
        self.table: Mapping[str, object] = table

    def word(self, field: str) -> str:
        found = self.table.get(field)
        if not isinstance(found, str) or not found.strip():
            raise ValueError(f"{self.file.name}: {field} is no text")
        return found

    def rows(self, field: str) -> Rows:
        found = self.table.get(field)
        if not isinstance(found, list) or not found:
            raise ValueError(f"{self.file.name}: {field} has no rows")
        rows = tuple(tuple(str(row).split()) for row in found)
        if not all(rows) or sum(map(len, rows)) > MOST_KEYS:
            raise ValueError(f"{self.file.name}: {field} has an empty row, or too many keys")
        for signs in (signs for row in rows for signs in row):
            if len(signs) > LONGEST_KEY or any(map(_is_unseen, signs)):
                raise ValueError(f"{self.file.name}: {field}: {signs!r} is no key")
        return rows


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "CZ"
