"""What show and snapshot both need: interface words, the pack of a screen, its composer."""

import json
import logging
from pathlib import Path

from player import resources
from player.config.screen import Screen
from player.schedule.profile import profile_of
from player.shell.date_text import date_text
from player.shell.performance import Repertoire
from player.stage.compose import Composer
from player.stage.phrases import Phrases
from player.store.layout import Home
from player.store.reader import Opened, StoredPack, open_best

logger = logging.getLogger(__name__)


def read_phrases(folder: Path) -> Phrases:
    """Return the interface words of ``folder``, one ``<tag>.json`` per language.

    A file that cannot be read is left out, and logged: its language falls back to another.
    """
    tables: dict[str, dict[str, str]] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            tables[file.stem] = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError) as e:
            logger.error("interface words cannot be read", extra={"file": file.name, "why": str(e)})  # noqa: TRY400  (foreseen; a traceback says nothing)
    return Phrases(tables)


def open_pack_for(screen: Screen) -> Opened | None:
    """Return the best pack of ``screen``'s home, else the factory pack; None: built-in page."""
    return open_best(Home(screen.home), resources.factory_pack())


def repertoire(screen: Screen, pack: StoredPack) -> Repertoire:
    """Return ``pack`` ready to be performed on ``screen``."""
    profile = profile_of(screen, pack.content)
    phrases = read_phrases(resources.assets() / "strings")
    return Repertoire(Composer(pack, profile.languages, phrases, date_text), profile)
