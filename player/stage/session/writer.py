"""From what a traveller looks at to the page that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from player.clock import ClockTrust
from player.notices.board import Board
from player.pack.instants import from_ms, to_ms
from player.pack.lookup import Lookup
from player.pack.occasion import next_edge
from player.pack.reading import reading_s
from player.stage.session.answers import emergency_page, help_page, topic_page
from player.stage.session.menus import home_page, languages_page, search_page, topics_page
from player.stage.session.moment import Found, Moment
from player.stage.session.notices import notices_page
from player.stage.session.page import Page
from player.stage.session.rules import Session
from player.stage.session.shelf import entry_page, library_page
from player.stage.session.topic_lines import LineWriter
from player.stage.session.views import (
    EmergencyView,
    EntryView,
    HelpView,
    HomeView,
    LanguageView,
    LibraryView,
    NoticesView,
    SearchView,
    TileView,
    TopicView,
)


@dataclass(frozen=True)
class PageWriter:
    """Writes the pages of one pack for one screen.

    Attributes:
        lookup: what the pack answers.
        lines: writes answers.
        audience: tags of the people before the screen; empty: everyone.
        notices: that stand at its gate.
    """

    lookup: Lookup
    lines: LineWriter
    audience: frozenset[str] = frozenset()
    notices: Board = field(default_factory=Board)

    def page(self, session: Session, found: Found, now: datetime, trust: ClockTrust) -> Page:
        """Return the page that ``session`` looks at.

        Args:
            session: whose language, place and kind of traveller count.
            found: by the search.
            now: aware.
            trust: whether ``now`` can be the true time.
        """
        moment = Moment(
            self.lookup, self.lines, session, now, trust, found, self.notices, self.audience
        )
        page = _page(moment)
        edge = next_edge(moment.quiet, to_ms(now))
        changes = [each for each in (page.fresh_until, edge and from_ms(edge)) if each]
        return replace(
            page,
            fresh_until=min(changes, default=None),
            reading_s=reading_s(" ".join(_words(page))),
        )


def _page(moment: Moment) -> Page:
    match moment.session.view:
        case HomeView():
            return home_page(moment)
        case NoticesView():
            return notices_page(moment) or home_page(moment)
        case TileView() as view:
            return topics_page(moment, view)
        case TopicView() as view:
            return topic_page(moment, view)
        case SearchView():
            return search_page(moment)
        case _:
            return _other(moment)


def _other(moment: Moment) -> Page:
    match moment.session.view:
        case EmergencyView():
            return emergency_page(moment)
        case HelpView():
            return help_page(moment)
        case LanguageView():
            return languages_page(moment)
        case LibraryView() as view:
            return library_page(moment, view)
        case EntryView() as view:
            return entry_page(moment, view)
        case _:
            return home_page(moment)


def _words(page: Page) -> Iterable[str]:
    yield from (page.title, page.hint, *page.marks)
    if page.notice is not None:
        yield from (page.notice.label, page.notice.headline)
    for line in (*page.lines, *page.today):
        yield from line.words
    yield from (button.text for button in page.buttons)
