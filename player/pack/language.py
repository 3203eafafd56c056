"""Languages of a pack, and which one is shown when the wanted one is missing."""

from collections.abc import Mapping, Sequence

from pydantic import Field

from player.config.naming import Tag
from player.pack.model import PackModel

Words = Mapping[Tag, str]
"""One short text in several languages: tag -> non-empty text."""

REFERENCE = "vi"
"""The reference language: complete for every item, last resort of every fallback."""


class PackLanguage(PackModel):
    """One language the pack offers.

    Attributes:
        tag: BCP 47.
        required: every item must have a text in it; the build refuses a gap.
        fallback: languages tried, in order, where a text is missing; the reference language
            is always tried last.
        name: its own name for itself; needed where the player has no words of this language.
        written: False for a language that is spoken and not read: nobody misses its texts.
    """

    tag: Tag
    required: bool = False
    fallback: Sequence[Tag] = Field(default=(), max_length=8)
    name: str = Field(default="", max_length=60)
    written: bool = True


def choose_language(present: Mapping[str, object], wanted: str, fallback: Sequence[str]) -> str:
    """Return the language to show for ``wanted``: never none, so nothing is ever blank.

    Args:
        present: tag -> anything; the languages that exist, at least one.
        wanted: the language a reader asked for.
        fallback: tried in order after it; then the reference language, then any.
    """
    for tag in (wanted, *fallback, REFERENCE):
        if tag in present:
            return tag
    return next(iter(present))
