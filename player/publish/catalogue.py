"""Findings and command sentences in the reader's language, from ``messages/<language>.json``.

Values come from files anybody may have written: they are put in by plain substitution, never as
a format string, and signs that could disturb a terminal are shown by their code point.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Literal, Self

from player.publish.finding import Finding

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
MAX_VALUE_SIGNS: Final = 160
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every sentence of the content team's commands in one language.

    Attributes:
        problems: code -> what is wrong.
        remedies: code -> how to mend it.
        words: key -> sentence of a command.
    """

    problems: Mapping[str, str]
    remedies: Mapping[str, str]
    words: Mapping[str, str]

    @classmethod
    def load(cls, language: Language) -> Self:
        """Return the catalogue that ships with the program in ``language``."""
        raw = files("player.publish").joinpath("messages", f"{language}.json").read_bytes()
        document = json.loads(raw)
        findings = document["findings"]
        return cls(
            problems={code: entry["problem"] for code, entry in findings.items()},
            remedies={code: entry["mend"] for code, entry in findings.items()},
            words=document["words"],
        )

    def problem(self, finding: Finding) -> str:
        """Return what is wrong, as one sentence."""
        return fill(self.problems[finding.code], finding.values)

    def remedy(self, finding: Finding) -> str:
        """Return how to mend it, as one sentence."""
        return fill(self.remedies[finding.code], finding.values)

    def say(self, key: str, **values: str) -> str:
        """Return a sentence of a command."""
        return fill(self.words[key], values)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return ``template`` with each ``{name}`` replaced by its value, in one pass.

    Args:
        template: text of a catalogue.
        values: placeholder -> any text; braces in it stay as they are.

    Raises:
        KeyError: the template names a value that was not given.
    """
    return _PLACEHOLDER.sub(lambda found: show_value(values[found[1]]), template)


def show_value(value: str) -> str:
    """Return ``value`` fit for a terminal: no invisible signs, at most ``MAX_VALUE_SIGNS``."""
    short = value if len(value) <= MAX_VALUE_SIGNS else f"{value[: MAX_VALUE_SIGNS - 1]}…"
    return "".join(
        f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in _INVISIBLE else sign
        for sign in short
    )
