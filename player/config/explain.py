"""What is wrong with a configuration, in a technician's words.

Turns error types into sentences of the message catalogue; no sentence of a library, and so no
language the reader did not ask for, gets through. Reading the file is ``load``'s business.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Any, Final

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from player.config.fields import FIELDS, limits, meant, split
from player.config.naming import closest
from player.errors import ConfigProblem

MESSAGES: Final = Path(__file__).parent / "messages"
LONGEST_SHOWN: Final = 80
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_CREDENTIALS: Final = re.compile(r"(?<=://)[^/@]*(?=@)")


@dataclass(frozen=True, slots=True)
class Explainer:
    """Makes problems out of errors, in the language of its catalogue.

    Attributes:
        words: the catalogue.
        fields: every key the file may hold: dotted path -> its field.
        names: of files that may have been meant by one that is not there.
        is_secret: nothing the file says is repeated, for a problem is told in a log.
    """

    words: Mapping[str, Any]
    fields: Mapping[str, FieldInfo] = field(default_factory=lambda: FIELDS)
    names: Sequence[str] = ()
    is_secret: bool = False

    def whole_file(
        self, code: str, closest_name: str | None = None, **facts: object
    ) -> ConfigProblem:
        """Return a problem of the file itself.

        Args:
            code: a key of the catalogue's ``whole`` sentences.
            closest_name: what a mistyped file name was probably meant to be.
            facts: placeholder -> value.
        """
        facts["hint"] = self._did_you_mean(closest_name)
        return ConfigProblem("", None, _fill(self.words["whole"][code], facts))

    def field(self, error: ErrorDetails) -> ConfigProblem:
        """Return what one validation error of the file's model means."""
        keys, value, kind = _keys(error["loc"]), error["input"], error["type"]
        path = ".".join(keys)
        # A name that somebody wrote may hold anything.
        told = error.get("ctx", {}).items()
        facts = {key: one_line(fact) if isinstance(fact, str) else fact for key, fact in told}
        if kind == "extra_forbidden":
            allowed, hint = self._known_keys(".".join(keys[:-1]), keys[-1])
        else:
            # Whoever names the entries of a table is told what the table may hold.
            while path not in self.fields:
                path = split(path)[0]
            allowed = _fill(self.words["allowed"][path], limits(self.fields[path]))
            hint = self._did_you_mean(facts.get("meant") or meant(path, value, self.fields))
        wrong = self.words["wrong"].get(kind, self.words["wrong"]["other"])
        sentence = {"wrong": _fill(wrong, facts), "allowed": allowed, "hint": hint}
        return ConfigProblem(
            field=path,
            value=None if kind == "missing" else "…" if self.is_secret else shown(value),
            problem=_fill(self.words["sentence"], sentence),
        )

    def _known_keys(self, section: str, key: str) -> tuple[str, str]:
        """Return which keys a section may hold, and which one an unknown key was meant to be."""
        here = [name for place, name in map(split, self.fields) if place == section]
        allowed = _fill(self.words["keys"], {"keys": ", ".join(here)})
        elsewhere = next((place for place, name in map(split, self.fields) if name == key), None)
        if elsewhere is None:
            return allowed, self._did_you_mean(closest(key, here))
        # In TOML a key written below a [section] belongs to it, wherever it was meant to be.
        hint = self.words["moved" if elsewhere else "moved_up"]
        return allowed, _fill(hint, {"section": elsewhere})

    def _did_you_mean(self, name: str | None) -> str:
        return _fill(self.words["closest"], {"closest": name}) if name else ""


def explainer(lang: str) -> Explainer:
    """Return the explainer for a reader of ``lang``: Vietnamese for ``vi…``, else English."""
    catalogue = MESSAGES / ("vi.json" if lang.startswith("vi") else "en.json")
    return Explainer(json.loads(catalogue.read_text("utf-8")))


def shown(value: object) -> str:
    """Return a value of the file much as the file says it, on one short line."""
    try:
        return one_line(json.dumps(value, ensure_ascii=False, default=str))
    except ValueError:  # a hexadecimal number of thousands of digits has no decimal form
        return "…"


def one_line(text: str) -> str:
    """Return ``text`` short, without credentials, and harmless on a terminal or in a log."""
    text = _CREDENTIALS.sub("…", text)
    text = text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in text)


def _keys(loc: Sequence[str | int]) -> list[str]:
    """Return the keys of a path as TOML writes them: no places in lists, no branches of unions."""
    parts = [*loc[:2], *loc[3:]] if tuple(loc[:2]) == ("display", "size") else loc
    keys = (part for part in parts if isinstance(part, str))
    return [key if _BARE_KEY.fullmatch(key) else shown(key) for key in keys]


def _fill(template: str, facts: Mapping[str, object]) -> str:
    floats = {name: f"{fact:g}" for name, fact in facts.items() if isinstance(fact, float)}
    return Template(template).substitute({**facts, **floats})
