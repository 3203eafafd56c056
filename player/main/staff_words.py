"""The words of gate staff: what the panel and the command line say, in Vietnamese and English."""

import logging
from dataclasses import dataclass

from player import resources
from player.main.repertoire import read_phrases
from player.stage.phrases import Phrases

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StaffWords:
    """Sentences for gate staff in one language."""

    phrases: Phrases
    lang: str

    def say(self, key: str, **values: str) -> str:
        """Return the sentence of ``key``."""
        return self.phrases.say(self.lang, key, **values)


def read_staff_words(lang: str) -> StaffWords:
    """Return the sentences in ``lang``, ``vi`` or ``en``."""
    return StaffWords(read_phrases(resources.assets() / "staff"), lang)
