"""Which faces draw which language, and how far apart its lines stand.

``fonts.toml`` beside the fonts is the table of families; this module reads it and answers for a
language tag. Registering the files with Qt and building ``QFont``s is here too, so that a face is
always asked for by a list of families: where the first lacks a letter (a Vietnamese name in a
Lao sentence) the second is stated and not left to chance.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

TABLE: Final = "fonts.toml"


@dataclass(frozen=True, slots=True)
class LineHeights:
    """Distance from one line to the next, as a multiple of the letters' pixel size.

    Attributes:
        body: of running text.
        title: of headlines, which are short and stand closer.
    """

    body: float
    title: float


LATIN_LINES: Final = LineHeights(body=1.45, title=1.28)
"""Vietnamese capitals carry two marks: the line is never closer than its tallest letter."""

LINES: Final[Mapping[str, LineHeights]] = {
    "zh": LineHeights(body=1.55, title=1.35),
    "lo": LineHeights(body=1.66, title=1.55),
    "km": LineHeights(body=1.72, title=1.62),
    "th": LineHeights(body=1.62, title=1.52),
    "cjm": LineHeights(body=1.6, title=1.5),
    "blt": LineHeights(body=1.6, title=1.5),
}
"""Scripts that stack marks above and below need 1.5 at the least; Khmer subscripts most.

The excess over 1.5 is what keeps neighbouring lines of the bundled faces from touching.
"""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Families per language.

    Attributes:
        default: every bundled family, in the order tried for a language not named.
        by_tag: language tag -> families, first choice first.
    """

    default: tuple[str, ...]
    by_tag: Mapping[str, tuple[str, ...]]

    def families(self, language: str) -> tuple[str, ...]:
        """Return the families for ``language``, each family at most once, never empty.

        Args:
            language: BCP 47 tag; shortened from the right until the table names it.
        """
        chosen = next((self.by_tag[tag] for tag in shortened(language) if tag in self.by_tag), ())
        return tuple(dict.fromkeys((*chosen, *self.default)))

    def font(self, language: str, pixel_size: int, *, bold: bool) -> QFont:
        """Return the face for text in ``language`` at ``pixel_size`` pixels (at least 1)."""
        font = QFont()
        font.setFamilies(list(self.families(language)))
        font.setPixelSize(max(1, pixel_size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        # Hinting depends on the machine's libraries; letters this large gain nothing from it.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def line_heights(language: str) -> LineHeights:
    """Return how far apart lines in ``language`` stand."""
    return next((LINES[tag] for tag in shortened(language) if tag in LINES), LATIN_LINES)


def shortened(language: str) -> Iterator[str]:
    """Yield ``language`` and its shorter forms: zh-Hans-CN, zh-Hans, zh."""
    while language:
        yield language
        language = language.rpartition("-")[0]


def read_typefaces(folder: Path) -> Typefaces:
    """Read the table of families.

    Args:
        folder: of the bundled fonts.

    Raises:
        OSError: there is no table.
        ValueError: it is no TOML, or names no default.
    """
    table = tomllib.loads((folder / TABLE).read_text(encoding="utf-8"))
    default = table.get("default")
    if not default:
        raise ValueError(f"{TABLE}: default names no family")
    languages = table.get("languages", {})
    return Typefaces(tuple(default), {tag: tuple(names) for tag, names in languages.items()})


def load_fonts(folder: Path) -> tuple[Path, ...]:
    """Register every bundled font file with Qt.

    Args:
        folder: of the bundled fonts, one folder per family.

    Returns:
        Files Qt refused, in order; empty when all is well.
    """
    files = sorted(folder.glob("*/*.ttf"))
    return tuple(file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)
