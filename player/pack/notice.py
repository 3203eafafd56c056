"""Notices: what people must be told now, each within windows that end by themselves.

The names are those of CAP 1.2 (``sent``, ``severity``, ``headline``, ``description``,
``instruction``), so that alerts of other systems can be taken over field by field.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from pydantic import Field

from player.config.naming import Identifier, Tag
from player.pack.language import Words
from player.pack.model import PackModel
from player.pack.window import ClockRange, Moment, Validity

Level = Literal["urgent", "important"]
"""``urgent``: a banner above every page; ``important``: joins the ticker."""

LEVELS: Final[tuple[Level, ...]] = ("urgent", "important")

Severity = Literal["extreme", "severe", "moderate", "minor"]
SEVERITIES: Final[tuple[Severity, ...]] = ("extreme", "severe", "moderate", "minor")
"""Of CAP 1.2, worst first."""


class NoticeWindow(Validity):
    """A stretch of time in which a notice is on air; it always has an end.

    Attributes:
        until: end, see ``Moment``.
        dayparts: only within these windows of the gate's day; empty: all the while.
    """

    until: Moment
    dayparts: Sequence[ClockRange] = Field(default=(), max_length=24)


class NoticeText(PackModel):
    """A notice in one language.

    Attributes:
        headline: what happens, where and until when, in a few words.
        description: the same in full.
        instruction: what to do, and where to go.
        review: whether a competent reader of this language has approved it, and who.
        of: stamp of the reference text this one was translated from; not in a built pack.
    """

    headline: str = Field(min_length=1, max_length=160)
    description: str = Field(default="", max_length=600)
    instruction: str = Field(default="", max_length=400)
    review: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    of: str = Field(default="", max_length=40)


NOTICE_SHOWN: Final = ("headline", "description", "instruction")
"""Fields of ``NoticeText`` a traveller sees, in reading order."""


class Notice(PackModel):
    """One notice of an authority.

    Attributes:
        severity: how grave; decides which of several comes first.
        authority: who issues it, per language.
        sent: when it was issued; of two equally grave the newer comes first.
        sample: invented for demonstration; says so on screen, in the language shown.
        windows: when it is on air; a revision replaces the whole notice.
    """

    id: Identifier
    level: Level
    severity: Severity = "moderate"
    authority: Words
    sent: Moment
    sample: bool = False
    windows: Sequence[NoticeWindow] = Field(min_length=1, max_length=60)
    text: Mapping[Tag, NoticeText] = Field(min_length=1)
