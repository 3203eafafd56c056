"""Ticker lines: short sentences that run along the foot of every page."""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from player.config.naming import Identifier, Tag
from player.pack.model import PackModel
from player.pack.occasion import GIVES_WAY, Tone
from player.pack.window import Validity

MAX_LINE: Final = 300

LineText = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LINE)]


class TickerLine(PackModel):
    """One sentence, in every language it exists in.

    Attributes:
        sample: invented for demonstration; says so on screen, in the language shown.
        tone: ``festive`` and ``promotional`` give way in hours of mourning.
        lasting: has no expiry on purpose; else ``valid.until`` must be given.
        text: tag -> the sentence.
        of: tag -> stamp of the reference sentence it was translated from; not in a built pack.
    """

    id: Identifier
    sample: bool = False
    tone: Tone | None = None
    lasting: bool = False
    valid: Validity = Validity()
    text: Mapping[Tag, LineText] = Field(min_length=1)
    of: Mapping[Tag, str] = Field(default={}, max_length=40)

    @property
    def gives_way(self) -> bool:
        """Whether it is not for hours of mourning."""
        return self.tone in GIVES_WAY
