"""Single characters of texts: none that turns text round, none that cannot be drawn, no markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from player.pack.scripts import BIDI_CONTROLS
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.subject import Tools

MAX_NAMED_SIGNS: Final = 6
_HARMLESS_CONTROLS: Final = frozenset("\n\t\r")
_HARMFUL: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_BROKEN_SIGNS: Final = frozenset("\ufffd\ufeff")
_MARKUP: Final = re.compile(r"</?[A-Za-z][^<>]*>|&[A-Za-z]+;|\*\*|\]\(")

Told = tuple[str, str, str, str]
"""File, field, language, text."""


def with_controls(texts: Iterable[Told]) -> Iterator[Finding]:
    """Find characters that reorder text or that no text should hold."""
    for file, field, language, text in texts:
        bidi = sorted(set(text) & BIDI_CONTROLS)
        harmful = sorted(sign for sign in set(text) - BIDI_CONTROLS if _is_harmful(sign))
        if bidi:
            yield Finding(file, Code.BIDI_CONTROL, field, language, {"signs": _name(bidi)})
        if harmful:
            yield Finding(file, Code.CONTROL_CHARACTER, field, language, {"signs": _name(harmful)})


def with_markup(texts: Iterable[Told]) -> Iterator[Finding]:
    """Find markup: texts are plain, so it would be seen by travellers."""
    for file, field, tag, text in texts:
        found = _MARKUP.search(text)
        if found:
            yield Finding(file, Code.MARKUP_IN_TEXT, field, tag, {"value": found[0]})


def missing_glyphs(texts: Iterable[Told], tools: Tools) -> Iterator[Finding]:
    """Find characters no font of their language can draw."""
    for file, field, tag, text in texts:
        missing = tools.missing_signs(unicodedata.normalize("NFC", text), tag)
        drawable = sorted(sign for sign in missing if not _is_harmful(sign))
        if drawable:
            yield Finding(file, Code.GLYPH_MISSING, field, tag, {"signs": _name(drawable)})


def _is_harmful(sign: str) -> bool:
    if sign in _HARMLESS_CONTROLS:
        return False
    return sign in _BROKEN_SIGNS or unicodedata.category(sign) in _HARMFUL


def _name(signs: list[str]) -> str:
    named = [
        f"{sign} U+{ord(sign):04X}" if sign.isprintable() else f"U+{ord(sign):04X}"
        for sign in signs[:MAX_NAMED_SIGNS]
    ]
    return ", ".join((*named, *(["…"] if len(signs) > MAX_NAMED_SIGNS else [])))
