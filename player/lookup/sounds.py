"""How a Chinese text sounds, as one types it: ``huzhao``, ``hu zhao`` and ``hz`` are one word."""

from collections.abc import Iterator
from typing import Final

from player.lookup.fold import fold

LONGEST: Final = 12
"""Syllables that are typed in one go, at most."""


def sound_tokens(sounds: str) -> tuple[str, str]:
    """Return what a title, and its questions, are found by when they are typed by their sound.

    Args:
        sounds: as ``TopicText.sounds`` has it: a line for the title, then one per question.
    """
    title, *questions = (" ".join(_line(line)) for line in fold(sounds).split("\n"))
    return title, " ".join(questions)


def _line(line: str) -> Iterator[str]:
    """Yield the keys of a line.

    From the beginning of every word to the end of the line, joined and by initials, so that whoever
    types its first letters, of a word or of several, has typed the beginning of a key.
    """
    words = [word.split("'") for word in line.split()]
    for at, word in enumerate(words):
        rest = [syllable for later in words[at:] for syllable in later][:LONGEST]
        yield "".join(rest)
        yield "".join(syllable[0] for syllable in rest if syllable)
        yield from word
