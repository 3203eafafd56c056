"""Interface words: what the player itself says, per language, from ``assets/strings``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LAST_RESORT: Final = ("en", "vi")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words of the interface.

    Attributes:
        tables: tag -> key -> text with named placeholders like ``{date}``.
    """

    tables: Mapping[str, Mapping[str, str]]

    def say(self, tag: str, key: str, **values: str) -> str:
        """Return the text of ``key`` in ``tag``, else in English, else in Vietnamese, else "".

        Placeholders are replaced literally: a value is never itself read as a template.
        """
        texts = (self.tables.get(language, {}).get(key) for language in (tag, *LAST_RESORT))
        text = next((text for text in texts if text is not None), "")
        return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)

    def language_name(self, tag: str) -> str:
        """Return a language's own name in its own script; its tag if nobody told."""
        return self.tables.get(tag, {}).get("language_name", tag)
