"""Sets an emergency call on a screen: as few pages as its words can be read on.

All languages at once where they fit; else fewer languages on a page, at last a text in parts. The
letters are never smaller than the viewing distance demands, but on a panel that has no room for a
single line of such letters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFont

from player.config.geometry import Metrics
from player.shell.alarm_plan import AlarmPlan, Wish, plan_page
from player.shell.banner_pages import set_lines
from player.shell.typefaces import Typefaces
from player.stage.alarm.call import AlarmCall
from player.stage.alarm.page import MOST_LANGUAGES, AlarmPage, AlarmPlace, alarm_pages, in_two

MOST_LINES: Final = 6
"""Of a text in parts, tried first."""

PART_WIDTH: Final = 0.4
"""Of the page, that a line of such a part takes at most, while it is cut."""

SMALLER: Final = 0.8


@dataclass(frozen=True, slots=True)
class AlarmScreen:
    """What the pages depend on besides the call.

    Attributes:
        place: its languages, exit and interface words.
        metrics: its lengths.
        faces: by language.
    """

    place: AlarmPlace
    metrics: Metrics
    faces: Typefaces


def set_alarm(call: AlarmCall, screen: AlarmScreen, time_text: str) -> tuple[AlarmPlan, ...]:
    """Return the pages of ``call``, at least one.

    Args:
        call: the order.
        screen: what it is set for.
        time_text: of its time at the gate; empty: not shown.
    """
    together = alarm_pages(call, screen.place, time_text, MOST_LANGUAGES)
    halved = tuple(_halved(together, call, screen, time_text))
    ways: tuple[tuple[Wish, Iterable[Sequence[AlarmPage]]], ...] = (
        # In two pages with headlines to be seen from afar rather than in one with small ones.
        ("large", (together, *halved)),
        ("readable", (together, *halved, *_apart(call, screen, time_text))),
        ("bare", (together, *halved, *_apart(call, screen, time_text))),
    )
    for wish, tries in ways:
        for pages in tries:
            plans = _plans(pages, screen, wish)
            if plans:
                return plans
    # Too low for a line of the letters wanted: whatever can be read is better than an empty page.
    letters = max(1, int(screen.metrics.body_px * SMALLER))
    smaller = replace(screen.metrics, body_px=letters, title_px=2 * letters)
    return set_alarm(call, replace(screen, metrics=smaller), time_text)


def _halved(
    together: Sequence[AlarmPage], call: AlarmCall, screen: AlarmScreen, time_text: str
) -> Iterator[Sequence[AlarmPage]]:
    """Yield what is the matter in all languages, and after it what to do, in fewer and fewer."""
    yield [half for page in together for half in in_two(page)]
    heads = [in_two(page)[0] for page in together]
    for most in range(MOST_LANGUAGES - 1, 1, -1):
        pages = alarm_pages(call, screen.place, time_text, most)
        yield [*heads, *(in_two(page)[1] for page in pages)]


def _apart(call: AlarmCall, screen: AlarmScreen, time_text: str) -> Iterator[Sequence[AlarmPage]]:
    """Yield the pages of ``call`` with fewer and fewer words on each."""
    for most in range(MOST_LANGUAGES - 1, 0, -1):
        yield alarm_pages(call, screen.place, time_text, most)
    alone = alarm_pages(call, screen.place, time_text, 1)
    for lines in range(MOST_LINES, 0, -1):
        yield [part for page in alone for part in _parts(page, lines, screen)]


def _plans(pages: Sequence[AlarmPage], screen: AlarmScreen, wish: Wish) -> tuple[AlarmPlan, ...]:
    """Return every page set; none: one of them does not fit."""
    plans: list[AlarmPlan] = []
    for at, page in enumerate(pages):
        number = f"{at + 1}/{len(pages)}" if len(pages) > 1 else ""
        plan = plan_page(page, screen.metrics, screen.faces, number, wish)
        if plan is None:
            return ()
        plans.append(plan)
    return tuple(plans)


def _parts(page: AlarmPage, lines: int, screen: AlarmScreen) -> Iterator[AlarmPage]:
    """Yield ``page``, of one language, again and again, each with ``lines`` of its words."""
    (block,) = page.blocks
    width = round(screen.metrics.width * PART_WIDTH)
    empty = replace(block, headline="", body="")
    for name in ("headline", "body"):
        font = screen.faces.font(block.language, screen.metrics.body_px, bold=name == "headline")
        for part in _cut(getattr(block, name), font, width, lines):
            yield replace(page, blocks=(replace(empty, **{name: part}),))


def _cut(text: str, font: QFont, width: int, most: int) -> Iterator[str]:
    """Yield ``text`` in parts of at most so many lines, nothing of it lost but their ends."""
    found = set_lines(text, font, width)
    at = 0
    for first in range(0, len(found), most):
        begin = text.index(found[first], at)
        at = begin
        for line in found[first : first + most]:
            at = text.index(line, at) + len(line)
        yield text[begin:at]
