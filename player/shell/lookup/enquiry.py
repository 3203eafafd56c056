"""What a traveller asks by typing: the keyboard, the librarian, and what was found so far.

What was typed lives in the keyboard and nowhere else; ``forget`` ends it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from player.lookup.suggestions import suggestions
from player.pack.language import choose_language
from player.pack.lookup import Lookup
from player.shell.keyboard_view import KeyboardViewModel
from player.shell.lookup.librarian import Answered, Hit, Librarian
from player.stage.session.moment import Found, FoundTopic

MOST_OFTEN: Final = 6
"""Questions offered before anything is typed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what, and in which language.

    Attributes:
        lookup: that is searched.
        fallback: language -> those tried where a topic lacks it.
        language: of the session.
    """

    lookup: Lookup
    fallback: Callable[[str], tuple[str, ...]]
    language: str


class Enquiry(QObject):
    """The searches of one screen's sessions."""

    typed = Signal()
    """The question is another one."""

    changed = Signal()
    """More was found, or nothing."""

    missed = Signal(str)
    """A search in that language was given up with nothing found."""

    def __init__(self, keyboard: KeyboardViewModel, librarian: Librarian) -> None:
        """Wait for a session.

        Args:
            keyboard: what is typed on.
            librarian: searches.
        """
        super().__init__(keyboard)
        self._keyboard = keyboard
        self._librarian = librarian
        self._asked: Asked | None = None
        self._found = Found()
        keyboard.queryChanged.connect(self._typed)
        librarian.answered.connect(self._answered)

    @property
    def found(self) -> Found:
        """What was found so far."""
        return self._found

    def speak(self, asked: Asked) -> None:
        """Ask of ``asked`` from now on; what was typed stays, and is searched for anew."""
        self._asked = asked
        self._keyboard.speak(asked.language)
        offered = suggestions(asked.lookup, asked.language, MOST_OFTEN)
        often = tuple(FoundTopic(topic, question, asked.language) for topic, question in offered)
        self._found = replace(self._found, often=often)
        self._search(asked)

    def leave(self) -> None:
        """Take note that the search is given up: one without a hit is counted, not kept."""
        found = self._found
        if self._asked is not None and found.query and found.is_current and not found.hits:
            self.missed.emit(self._asked.language)

    def forget(self) -> None:
        """Leave nothing of what was asked."""
        self.leave()
        self._asked, self._found = None, Found()
        self._keyboard.forget()
        self._librarian.forget()

    @Slot()
    def _typed(self) -> None:
        if self._asked is None:
            return
        if not self._keyboard.wanted:
            self.leave()
        self._search(self._asked)
        self.typed.emit()

    def _search(self, asked: Asked) -> None:
        query = self._keyboard.wanted
        if not query:
            self._librarian.forget()
            self._found = replace(self._found, query="", hits=(), is_current=True)
            return
        self._found = replace(self._found, query=query, is_current=False)
        self._librarian.ask(query, asked.language)

    @Slot(object)
    def _answered(self, answered: Answered) -> None:
        asked = self._asked
        if asked is None or answered.number != self._librarian.latest:
            return
        found = (_known(hit, asked) for hit in answered.hits)
        hits = tuple(each for each in found if each is not None)
        self._found = replace(self._found, hits=hits, is_current=True)
        self.changed.emit()


def _known(hit: Hit, asked: Asked) -> FoundTopic | None:
    """Return what was found as the pack has it: no digest covers the index."""
    topic = asked.lookup.topic_by_id.get(hit.topic)
    if topic is None:
        return None
    tag = choose_language(topic.text, asked.language, asked.fallback(asked.language))
    title = topic.text[tag].title
    spans = tuple(edge for span in hit.spans for edge in span) if hit.title == title else ()
    return FoundTopic(hit.topic, title, tag, spans)
