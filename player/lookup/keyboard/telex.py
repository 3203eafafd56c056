"""Telex: Vietnamese from the keys of a plain Latin keyboard.

``aa ee oo`` make â ê ô, ``aw ow uw`` and a ``w`` after a consonant make ă ơ ư, ``dd`` makes đ;
``s f r x j`` set the tone of the syllable and ``z`` takes it away. Marks and tone may be typed at
once or at the end of the syllable (tieengs, tiengse); the tone stands where the modern rule puts
it (hoà, thuý). A key repeated undoes what it did and is written itself (ass: as, aaa: aa); from
there on the word is written as typed.

What cannot become a Vietnamese syllable is shown as it was typed, so most foreign words need no
care: hotel, internet, wifi. A few would turn into a syllable (visa: vía) or lose a letter (office:
ofice); those the keyboard's file lists stay as typed, and the syllable is had with the tone at
another place (vias). On the way there the syllable is seen: v, vi, ví, visa. A word without tones
stays as typed; the search does not need them.
"""

import unicodedata
from dataclasses import dataclass, field, replace
from typing import Final

LONGEST: Final = 24
"""Keys of one word; the longest syllable takes eleven. Beyond, a word is written as typed."""

TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
HATS: Final = {"a": "â", "e": "ê", "o": "ô"}
HORNS: Final = {"a": "ă", "o": "ơ", "u": "ư"}
KEYS: Final = {
    **{mark: tone for tone, mark in TONES.items()},
    "\u0302": "hat",
    "\u0306": "w",
    "\u031b": "w",
}

VOWELS: Final = frozenset("aăâeêioôơuưy")
SHAPED: Final = frozenset("ăâêôơư")
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
ONSETS: Final = frozenset(("", *_ONSETS.split()))
CODAS: Final = frozenset(("", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t"))
STOPS: Final = frozenset(("c", "ch", "k", "p", "t"))
"""Syllables that end so have the tones s and j only."""

_UNMARKED = (
    "a e i o u y ai ao au ay eo eu ia ie iu oa oe oi oo ua ue ui uo uu uy ye "
    "ieu yeu oai oao oay oeo uay uoi uou uya uye uyu"
)
_MARKED = (
    "ă â ê ô ơ ư âu ây êu iê yê oă uâ uê uô ươ uơ ưa ưi ưu ôi ơi ưo iêu yêu uôi ươi ươu uyê uây"
)
NUCLEI: Final = frozenset((*_UNMARKED.split(), *_MARKED.split()))
"""Vowels of a syllable; without marks also those that will have some. ưo is on its way to ươ."""

FIRST_OF_TWO: Final = frozenset(
    ("ai", "ao", "au", "ay", "eo", "eu", "ia", "iu", "oi", "ua", "ui", "uu")
)
"""Of these the first vowel carries the tone where no consonant follows; of others the second."""

RISING: Final = frozenset(("h", "kh", "th"))
"""After these uow is uơ (thuở) until a letter follows."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word on its way: letters without tone, and the key of its tone."""

    letters: tuple[str, ...] = ()
    tone: str = ""
    is_literal: bool = False

    def parts(self) -> tuple[str, str, str]:
        """Return consonants, vowels, consonants; in small letters."""
        low = "".join(self.letters).lower()
        start = next((at for at, letter in enumerate(low) if letter in VOWELS), len(low))
        is_glide = low[:2] == "qu" or (low[:2] == "gi" and low[2:3] in VOWELS)
        start += 1 if is_glide else 0
        end = next((at for at in range(start, len(low)) if low[at] not in VOWELS), len(low))
        return low[:start], low[start:end], low[end:]

    def is_syllable(self) -> bool:
        """Return whether this is, or may become, a Vietnamese syllable."""
        onset, nucleus, coda = self.parts()
        if onset not in ONSETS or (nucleus not in NUCLEI and (nucleus or coda)):
            return False
        return coda in CODAS and not (coda in STOPS and self.tone in tuple("frx"))

    def with_letter(self, at: int, letter: str) -> "_Word":
        """Return the word with another letter at ``at``, as large as the one there."""
        letter = letter.upper() if self.letters[at].isupper() else letter
        return replace(self, letters=(*self.letters[:at], letter, *self.letters[at + 1 :]))

    def followed_by(self, letter: str) -> "_Word":
        """Return the word with one more letter."""
        return replace(self, letters=(*self.letters, letter))

    def undone(self, key: str) -> "_Word":
        """Return the word with ``key`` itself, and all after it as typed."""
        return replace(self.followed_by(key), is_literal=True)

    def shown(self) -> str:
        """Return the word as it is read."""
        onset, nucleus, coda = self.parts()
        if not self.tone or not nucleus:
            return "".join(self.letters)
        at = len(onset) + _toned(nucleus, is_closed=bool(coda))
        letters = (*self.letters[: at + 1], TONES[self.tone], *self.letters[at + 1 :])
        return unicodedata.normalize("NFC", "".join(letters))


@dataclass(frozen=True, slots=True)
class Telex:
    """The rules, and the words they leave alone.

    Attributes:
        plain: words in small letters that stay as typed.
    """

    plain: frozenset[str] = field(default_factory=frozenset)

    def compose(self, keys: str) -> str:
        """Return what a word typed with ``keys`` looks like; never longer than ``keys``.

        Args:
            keys: of one word, in order; anything but Latin letters is left as it is.
        """
        if keys.lower() in self.plain or len(keys) > LONGEST:
            return keys
        word = _Word()
        for at, key in enumerate(keys):
            word = _typed(word, key)
            if word.is_literal:
                return word.shown() + keys[at + 1 :]
            if not word.is_syllable():
                return keys
        return word.shown()

    def keys_of(self, word: str) -> str | None:
        """Return keys that compose ``word``, so that it can be typed on; None if there are none."""
        return next((keys for keys in (_spelt(word), word) if self.compose(keys) == word), None)


def _typed(word: _Word, key: str) -> _Word:
    low = key.lower()
    for rule in (_tone, _stroke, _hat, _horn):
        changed = rule(word, low, key)
        if changed is not None:
            return changed
    _, nucleus, _ = word.parts()
    for pair in ("uơ", "ưo"):
        if nucleus.endswith(pair):  # thuơ + n, ưo + ng: only ươ is followed by anything
            end = len(word.letters) - 1
            word = word.with_letter(end - 1, "ư").with_letter(end, "ơ")
    return word.followed_by(key)


def _tone(word: _Word, low: str, key: str) -> _Word | None:
    if not word.parts()[1]:
        return None
    if low == "z" and word.tone:
        return replace(word, tone="")
    if low not in TONES:
        return None
    if low == word.tone:
        return replace(word, tone="").undone(key)
    return replace(word, tone=low)


def _stroke(word: _Word, low: str, key: str) -> _Word | None:
    so_far = "".join(word.letters).lower()
    if low != "d" or so_far not in {"d", "đ"}:
        return None
    return word.with_letter(0, "đ") if so_far == "d" else word.with_letter(0, "d").undone(key)


def _hat(word: _Word, low: str, key: str) -> _Word | None:
    onset, nucleus, _ = word.parts()
    places = [at for at, letter in enumerate(nucleus) if _plain(letter) == low]
    if low not in HATS or not places:
        return None
    at = len(onset) + places[-1]
    if nucleus[places[-1]] == HATS[low]:
        return word.with_letter(at, low).undone(key)
    changed = word.with_letter(at, HATS[low])
    return changed if changed.is_syllable() else None  # ngoao, khoeo


def _horn(word: _Word, low: str, key: str) -> _Word | None:
    onset, nucleus, coda = word.parts()
    if low != "w" or not onset + nucleus:
        return None
    if not nucleus:
        return None if onset == "qu" else word.followed_by("Ư" if key.isupper() else "ư")
    start = len(onset)
    pair = next(
        (at for at in range(len(nucleus)) if nucleus[at : at + 2] in {"uo", "uô", "ưo"}), -1
    )
    if pair >= 0:
        is_last = not coda and pair + 2 == len(nucleus)
        first = "u" if is_last and onset in RISING and nucleus[pair] == "u" else "ư"
        return word.with_letter(start + pair, first).with_letter(start + pair + 1, "ơ")
    for at in reversed(range(len(nucleus))):
        changed = word.with_letter(start + at, HORNS.get(_plain(nucleus[at]), nucleus[at]))
        if changed != word and changed.is_syllable():
            return changed
    horned = [at for at, letter in enumerate(nucleus) if letter in HORNS.values()]
    for at in horned:
        word = word.with_letter(start + at, _plain(nucleus[at]))
    return word.undone(key) if horned else None


def _toned(nucleus: str, *, is_closed: bool) -> int:
    """Return which vowel carries the tone."""
    shaped = [at for at, letter in enumerate(nucleus) if letter in SHAPED]
    if shaped:
        return shaped[-1]
    if is_closed:
        return len(nucleus) - 1
    return 0 if len(nucleus) == 1 or nucleus in FIRST_OF_TWO else 1


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _spelt(word: str) -> str:
    """Return the keys of a word in the order of its letters, its tone last."""
    keys, tone = "", ""
    for sign in unicodedata.normalize("NFD", word):
        key = KEYS.get(sign, "")
        if key in TONES:
            tone = key
        elif sign in "đĐ":
            keys += "dd" if sign == "đ" else "DD"
        else:
            keys += {"": sign, "hat": keys[-1:]}.get(key, key)
    return keys + tone
