"""Single values of strangers' alerts: taken as a notice can hold them, and what that costs told."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from annotated_types import MaxLen
from pydantic import StringConstraints

from player.pack.notice import NamedValue, Notice, NoticeText
from player.pack.notice_book import CHOICES, MOST_CAREFUL
from player.pack.signs import plain
from player.publish.cap.elements import Named
from player.publish.codes import Code

ELLIPSIS: Final = "…"
_NAME: Final = re.compile(r"[^\s,<&]{1,200}")
_OLD_VALUES: Final = {"very likely": "likely"}
"""Of CAP 1.0, which 1.2 says how to read."""

_LIMITS: Final = {
    (model, name): rule.max_length
    for model in (Notice, NoticeText, NamedValue)
    for name, field in model.model_fields.items()
    for rule in field.metadata
    if isinstance(rule, MaxLen | StringConstraints) and rule.max_length is not None
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about an alert: ``element`` is a path in it."""

    code: Code
    element: str
    values: Mapping[str, str]


class Hearing:
    """Takes single values, and keeps what is to be said of them."""

    def __init__(self) -> None:
        self._remarks: dict[tuple[str, ...], Remark] = {}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was said, in the order heard, each once."""
        return tuple(self._remarks.values())

    def remark(self, code: Code, place: str, **values: str) -> None:
        """Keep what is to be said of an element."""
        self._remarks.setdefault((code, place, *values.values()), Remark(code, place, values))

    def name(self, element: str, value: str) -> str:
        """Return the name of an alert or a sender, which the model refuses if it is none."""
        if not _NAME.fullmatch(value):
            self.remark(Code.CAP_NAME, element, element=element, value=value)
        return value

    def time(self, element: str, value: str) -> str:
        """Return an instant as JSON; empty when it is none, or nobody can know which."""
        with suppress(ValueError):
            instant = datetime.fromisoformat(value)
            if instant.tzinfo is not None:
                return instant.replace(microsecond=0).isoformat()
        self.remark(Code.CAP_TIME, element, element=element, value=value)
        return ""

    def code(self, field: str, element: str, value: str) -> str:
        """Return a value of a notice's field; the most careful one for a value unknown."""
        folded = _OLD_VALUES.get(value.casefold(), value.casefold())
        if folded in CHOICES[field]:
            return folded
        careful = MOST_CAREFUL[field]
        self.remark(Code.CAP_VALUE_UNKNOWN, element, element=element, value=value, careful=careful)
        return careful

    def text(self, model: type[Notice | NoticeText], field: str, value: str) -> str:
        """Return a text no longer than a notice takes it, cut after a whole word."""
        clean = plain(value).strip()
        limit = _LIMITS.get((model, field))
        if limit is None or len(clean) <= limit:
            return clean
        self.remark(
            Code.CAP_TEXT_CUT, field, element=field, length=str(len(clean)), limit=str(limit)
        )
        head = clean[: limit - 1]
        return f"{head.rpartition(' ')[0] or head}{ELLIPSIS}"

    def named(self, entries: Iterable[Named]) -> list[dict[str, str]]:
        """Return each of ``entries`` once; what no notice holds is left out and told."""
        kept: list[dict[str, str]] = []
        for entry in dict.fromkeys(entries):
            name, value = plain(entry.name), plain(entry.value)
            longest = _LIMITS[NamedValue, "name"], _LIMITS[NamedValue, "value"]
            if not name or len(name) > longest[0] or len(value) > longest[1]:
                self.remark(Code.CAP_PARAMETER, "parameter", name=name, value=value)
            else:
                kept.append({"name": name, "value": value})
        return kept
