"""What show and snapshot both need: interface words, the pack of a screen, its composer."""

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from player import resources
from player.config.screen import Screen
from player.main.gate_facts import bare_content
from player.main.lookups import lookup_or_none
from player.schedule.profile import profile_of
from player.shell.amount_text import amount_text
from player.shell.date_text import date_text
from player.stage.announce import Announcer
from player.stage.compose import Composer
from player.stage.corrections import CorrectPack, as_packed
from player.stage.notice_words import NoticeWords, notice_words
from player.stage.phrases import Phrases
from player.stage.repertoire import Repertoire, Reworded
from player.store.reader import StoredPack

logger = logging.getLogger(__name__)

TRIAL_LANGUAGES: Final = ("vi", "en", "zh", "lo", "km")

_TABLE: Final = TypeAdapter(Mapping[str, str])


def read_phrases(folder: Path) -> Phrases:
    """Return the interface words of ``folder``, one ``<tag>.json`` per language.

    A file that cannot be read is left out, and logged: its language falls back to another.
    """
    tables: dict[str, Mapping[str, str]] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            tables[file.stem] = _TABLE.validate_json(file.read_bytes())
        except (OSError, ValueError) as e:
            logger.error("interface words cannot be read", extra={"file": file.name, "why": str(e)})  # noqa: TRY400  (foreseen; a traceback says nothing)
    return Phrases(tables)


def repertoire(screen: Screen, pack: StoredPack, correct: CorrectPack = as_packed) -> Repertoire:
    """Return ``pack`` ready to be performed on ``screen``.

    Args:
        screen: in the languages to be shown.
        pack: as it is stored.
        correct: says how the gate corrects it.
    """
    correction = correct(pack.content)
    shown = correction.shown
    profile = profile_of(screen, shown)
    composer = Composer(
        pack if shown is pack.content else Reworded(pack, shown),
        profile.languages,
        read_phrases(resources.assets() / "strings"),
        date_text,
        amount_text,
        screen.sound.volume,
        correction.stated,
    )
    read_lookup = partial(lookup_or_none, pack)
    return Repertoire(pack.sha256, composer, profile, read_lookup, correction)


def trial_words(screen: Screen) -> Mapping[str, str]:
    """Return language -> the word that says that this screen believes throwaway keys."""
    phrases = read_phrases(resources.assets() / "strings")
    languages = screen.languages or TRIAL_LANGUAGES
    found = {language: phrases.say(language, "trial") for language in languages}
    return {language: word for language, word in found.items() if word}


def announcer(performed: Repertoire) -> Announcer:
    """Return what words the notices and ticker lines of the pack that is performed."""
    composer = performed.composer
    audience = performed.profile.audience
    return Announcer(notice_words(composer), composer.languages, audience)


def bare_announcer(screen: Screen) -> Announcer:
    """Return what words the notices of ``screen`` while it has no pack."""
    phrases = read_phrases(resources.assets() / "strings")
    words = NoticeWords(bare_content(screen), phrases, date_text)
    return Announcer(words, tuple(words.content.language_by_tag), frozenset(screen.audience))
