"""Interface words: what the player itself says, per language, from ``assets/strings``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LAST_RESORT: Final = ("en", "vi")


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
        for language in (tag, *LAST_RESORT):
            text = self.tables.get(language, {}).get(key)
            if text is not None:
                break
        else:
            return ""
        parts = text.split("{")
        said = parts[0]
        for part in parts[1:]:
            name, closed, rest = part.partition("}")
            said += values[name] + rest if closed and name in values else "{" + part
        return said

    def language_name(self, tag: str) -> str:
        """Return a language's own name in its own script; its tag if nobody told."""
        return self.tables.get(tag, {}).get("language_name", tag)
