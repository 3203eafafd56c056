"""How a Chinese text sounds, for readers who type that: Latin keys are all a kiosk needs.

Tones are left out, for nobody types them. A sign with several readings gets the one it has in its
word: 重庆 is ``chong'qing``. Source: languages.md 4, "Pinyin".
"""

from collections.abc import Callable
from typing import Final

from icu4py.breakers import WordBreaker

from player.publish.wording import strip_controls

CHINESE: Final = "zh"


def pronounce(text: str, language: str) -> str:
    """Return how ``text`` is typed by its sound, on one line; empty unless it is Chinese.

    Args:
        text: as written.
        language: its BCP 47 tag.

    Returns:
        Words apart by a space, their syllables by an apostrophe: ``hu'zhao yu qian'zheng``; words
        in Latin letters, and figures, as they are, in small letters.
    """
    if language.partition("-")[0] != CHINESE:
        return ""
    # A quarter of a second and 60 MB, which only a pack with Chinese texts shall cost.
    from pypinyin import lazy_pinyin as read  # noqa: PLC0415

    words = (_typed(word, read) for word in WordBreaker(strip_controls(text), CHINESE))
    return " ".join(word for word in words if word)


def _typed(word: str, read: Callable[..., list[str]]) -> str:
    if word.isascii():
        return "".join(sign for sign in word.lower() if sign.isalnum())
    return "'".join(syllable for syllable in read(word, errors="ignore") if syllable)
