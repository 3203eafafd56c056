"""Which characters the bundled fonts can draw, language by language."""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS_FILE: Final = "fonts.toml"
_DRAWN_BY_NONE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_FAMILY_NAME: Final = 1


class FontCoverage:
    """Answers which characters of a text no font of its language's list covers.

    Args:
        folder: of the bundled fonts, with ``fonts.toml``.
    """

    def __init__(self, folder: Path) -> None:
        document = tomllib.loads((folder / FONTS_FILE).read_text(encoding="utf-8"))
        self._default: Sequence[str] = document["default"]
        self._languages: Mapping[str, Sequence[str]] = document["languages"]
        self._by_family = _read_families(folder)
        self._signs_of = cache(self._collect)

    def missing(self, text: str, language: str) -> frozenset[str]:
        """Return the characters of ``text`` that would show as empty boxes.

        Args:
            text: in NFC, as the pack will show it.
            language: BCP 47 tag.
        """
        covered = self._signs_of(language)
        return frozenset(
            sign
            for sign in set(text)
            if ord(sign) not in covered and unicodedata.category(sign) not in _DRAWN_BY_NONE
        )

    def _collect(self, language: str) -> frozenset[int]:
        families = self._families_of(language)
        return frozenset().union(*(self._by_family.get(name, frozenset()) for name in families))

    def _families_of(self, language: str) -> Sequence[str]:
        tag = language
        while tag and tag not in self._languages:
            tag = tag.rpartition("-")[0]
        return self._languages[tag] if tag else self._default


def _read_families(folder: Path) -> Mapping[str, frozenset[int]]:
    families: dict[str, frozenset[int]] = {}
    for path in sorted(folder.glob("*/*.ttf")):
        with TTFont(path, lazy=True) as font:
            family = str(font["name"].getDebugName(_FAMILY_NAME))
            signs = frozenset(font.getBestCmap())
        # A character must be in every weight of the family: titles are bold.
        families[family] = families[family] & signs if family in families else signs
    return families
