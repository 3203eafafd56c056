"""What a press of a key does to the query; pure.

The query is held, composed and cut here and nowhere else: at most 80 signs, no line feed, nothing
that cannot be seen, no two spaces together. It is never written anywhere: people type names and
numbers of papers. With a keyboard that composes (Vietnamese) the keys of the last word are kept
beside it, see ``telex.py``; a word whose keys are not known any more is typed on as it stands.
"""

import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from player.lookup.keyboard.clusters import cut, without_last
from player.lookup.keyboard.layout import Key, Layout, PageName
from player.lookup.keyboard.telex import LONGEST, Telex

MOST_SIGNS: Final = 80
_LONGEST_PASTE: Final = 4 * MOST_SIGNS
"""Read of what is pasted; a letter with its marks composes to fewer signs."""


@dataclass(frozen=True, slots=True)
class Typing:
    """A query being typed.

    Attributes:
        text: the query, composed (NFC), without a space at its start; it may end with one.
        page: of the keyboard.
        sheet: of the page, counted up by "more keys"; the board takes it modulo its sheets.
        telex: composes; None: letters are written as they are.
        keys: of the last word of ``text``; None: not known, the word is typed on as it stands.
    """

    text: str = ""
    page: PageName = "letters"
    sheet: int = 0
    telex: Telex | None = None
    keys: str | None = ""

    @property
    def query(self) -> str:
        """What to search for."""
        return self.text.strip()


def begin(layout: Layout, text: str = "") -> Typing:
    """Return a query on ``layout``, with what was typed on another keyboard before."""
    return enter(Typing(telex=layout.telex), text)


def press(state: Typing, key: Key) -> Typing:
    """Return the query after one press of ``key``; Shift holds for one letter.

    A key that can do nothing, as one that writes into a full query, changes nothing.
    """
    match key.kind:
        case "text":
            written = _written(state, key.text)
            return replace(written, page="letters", sheet=0) if state.page == "shift" else written
        case "space":
            return _spaced(state)
        case "backspace" | "clear":
            left = "" if key.kind == "clear" else without_last(state.text)
            return _with_text(state, left)
        case "more":
            return replace(state, sheet=state.sheet + 1)
        case "shift":
            return replace(state, page="letters" if state.page == "shift" else "shift", sheet=0)
        case "symbols" | "letters":
            return replace(state, page=key.kind, sheet=0)


def enter(state: Typing, text: str) -> Typing:
    """Return the query with a whole text put after it, as by a paste, cut to what it may hold.

    Args:
        state: the query before.
        text: any length, any signs.
    """
    seen = "".join(
        " " if sign.isspace() else sign
        for sign in text[:_LONGEST_PASTE]
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    whole = unicodedata.normalize("NFC", state.text + seen)
    ending = " " if whole.endswith(" ") else ""
    return _with_text(state, cut(" ".join(whole.split()) + ending, MOST_SIGNS).lstrip())


def _written(state: Typing, signs: str) -> Typing:
    is_letter = len(signs) == 1 and signs.isascii() and signs.isalpha()
    if state.telex is None or not is_letter:
        return _kept(state, replace(state, text=state.text + signs, keys=""))
    if state.keys is None or len(state.keys) >= LONGEST:
        return _kept(state, replace(state, text=state.text + signs, keys=None))
    before = state.text.removesuffix(state.telex.compose(state.keys))
    keys = state.keys + signs
    return _kept(state, replace(state, text=before + state.telex.compose(keys), keys=keys))


def _spaced(state: Typing) -> Typing:
    if not state.text or state.text.endswith(" "):
        return state
    return _kept(state, replace(state, text=state.text + " ", keys=""))


def _kept(before: Typing, after: Typing) -> Typing:
    return after if len(after.text) <= MOST_SIGNS else before


def _with_text(state: Typing, text: str) -> Typing:
    """Return the state with another text, whose last word can be typed on where it may be."""
    word = _last_word(text)
    keys = state.telex.keys_of(word) if state.telex and word else ""
    return replace(state, text=text, keys=keys)


def _last_word(text: str) -> str:
    at = len(text)
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    return text[at:]
