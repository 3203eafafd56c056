"""Characters that need care: scripts without spaces between words, and signs that turn text."""

from functools import cache
from typing import Final

BIDI_CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Invisible signs that reorder the text around them, so that it reads as nobody wrote it."""

BREAK: Final = "\u200b"
"""Invisible: a line may be broken here. The build puts it between words of unspaced scripts."""

_UNSPACED: Final = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Myanmar
    ("\u1780", "\u17ff"),  # Khmer
    ("\uaa80", "\uaadf"),  # Tai Viet
)


@cache
def is_unspaced(sign: str) -> bool:
    """Whether ``sign`` is of a script of South-East Asia that puts no space between words."""
    return any(first <= sign <= last for first, last in _UNSPACED)
