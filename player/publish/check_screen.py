"""Checks of a pack against one screen: what it cannot show, and which texts it must page.

The texts are set by the player's own layouts, lent by the caller; nothing here knows them.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final, Protocol

from player.errors import AssetMismatchError
from player.publish.check import Report
from player.publish.codes import Code
from player.publish.draft import Draft, make_draft
from player.publish.finding import Finding, sort_findings
from player.publish.folder import PACK_FILE
from player.publish.progress import Progress
from player.publish.sheet import Wanted
from player.publish.subject import BuildTools
from player.schedule.programme import GATE_PAGE_MS
from player.schedule.slot import DEFAULT_GATE_PAGE

SHORTEST_PAGE_S: Final = 3
"""The player turns no page of a text sooner."""


class Obstacle(Enum):
    """Why a screen shows something else instead of an item."""

    NONE = "it is shown"
    NO_ROOM = "its words fit in no way, not even page by page"
    OTHER = "its page cannot be drawn"


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a text stands on a screen.

    Attributes:
        pages: in how many it is set; 1 where all of it is seen at once.
        obstacle: what keeps it from the screen.
    """

    pages: int = 1
    obstacle: Obstacle = Obstacle.NONE


class TextFit(Protocol):
    """One screen's way of setting texts."""

    @property
    def name(self) -> str:
        """The screen's id, for the findings."""
        ...

    @property
    def languages(self) -> Sequence[str]:
        """Tags it shows; none: as the pack offers."""
        ...

    def fit(self, draft: Draft, day: date, wanted: Sequence[Wanted]) -> Iterator[Fitting]:
        """Yield how each of ``wanted`` stands on the screen, in order.

        Args:
            draft: what the pack says.
            day: local day; facts to be reviewed before it are shown as such.
            wanted: items and languages; ``DEFAULT_GATE_PAGE`` stands for that page.
        """
        ...


def check_screen(
    report: Report, screen: TextFit, today: date, tools: BuildTools, progress: Progress
) -> Report:
    """Return ``report`` with what is wrong on one screen besides.

    Args:
        report: of the source.
        screen: sets the texts.
        today: local day, as for the check before.
        tools: of the ``[publish]`` extra.
        progress: told after each text.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="gate-player-check-") as folder:
            draft = make_draft(report, Path(folder), tools, progress)
            found = list(_findings(draft, screen, today, progress))
    except AssetMismatchError as e:
        found = [Finding(e.path, Code.SOURCE_CHANGED)]
    return replace(report, findings=sort_findings((*report.findings, *found)))


def _findings(draft: Draft, screen: TextFit, today: date, progress: Progress) -> Iterator[Finding]:
    wanted = [
        (key, tag)
        for key in (*draft.content.item_by_id, DEFAULT_GATE_PAGE)
        for tag in screen.languages or tuple(draft.content.language_by_tag)
    ]
    fittings = screen.fit(draft, today, wanted)
    for done, ((key, tag), fitting) in enumerate(zip(wanted, fittings, strict=True), start=1):
        file = draft.files.get(key, PACK_FILE)
        yield from _judge(fitting, file, tag, _slot_s(draft, key, tag), screen.name)
        progress("draw", done, len(wanted))


def _judge(fitting: Fitting, file: str, tag: str, slot_s: int, screen: str) -> Iterator[Finding]:
    values = {"screen": screen}
    match fitting.obstacle:
        case Obstacle.NO_ROOM:
            yield Finding(file, Code.SCREEN_NO_ROOM, f"text.{tag}", tag, values)
            return
        case Obstacle.OTHER:
            yield Finding(file, Code.SCREEN_UNDRAWN, f"text.{tag}", tag, values)
            return
        case Obstacle.NONE:
            pass
    values |= {"pages": str(fitting.pages)}
    if fitting.pages * SHORTEST_PAGE_S > slot_s:
        values |= {"slot": str(slot_s), "least": str(fitting.pages * SHORTEST_PAGE_S)}
        yield Finding(file, Code.SCREEN_PAGES_LOST, f"text.{tag}", tag, values)
    elif fitting.pages > 1:
        values |= {"seconds": f"{slot_s / fitting.pages:.0f}"}
        yield Finding(file, Code.SCREEN_PAGED, f"text.{tag}", tag, values)


def _slot_s(draft: Draft, key: str, tag: str) -> int:
    """Return how long an item's text stays, in seconds, in whatever language it is shown."""
    item = draft.content.item_by_id.get(key)
    if item is None:
        return GATE_PAGE_MS // 1000
    longest = max(text.duration_s for text in item.text.values())
    return item.text[tag].duration_s if tag in item.text else longest
