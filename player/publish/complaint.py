"""What the pack's models refuse, told as codes the content team's messages are written for."""

import re
import zoneinfo
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic_core import ErrorDetails

from player.config.naming import closest
from player.publish.codes import Code

LIKENESS: Final = 0.7
_BY_TYPE: Final[Mapping[str, Code]] = {
    "missing": Code.FIELD_MISSING,
    "literal_error": Code.NOT_A_CHOICE,
    "string_too_short": Code.EMPTY,
    "too_short": Code.EMPTY,
    "string_too_long": Code.TOO_LONG,
    "too_long": Code.TOO_LONG,
    "greater_than": Code.OUT_OF_RANGE,
    "greater_than_equal": Code.OUT_OF_RANGE,
    "less_than": Code.OUT_OF_RANGE,
    "less_than_equal": Code.OUT_OF_RANGE,
    "finite_number": Code.OUT_OF_RANGE,
    "decimal_max_places": Code.OUT_OF_RANGE,
    "moment": Code.BAD_MOMENT,
    "clock_range": Code.BAD_CLOCK_RANGE,
    "recurrence_rule": Code.BAD_RECURRENCE,
    "recurrence_first": Code.BAD_RECURRENCE,
    "day_of_year": Code.BAD_DAY_OF_YEAR,
    "every_without_since": Code.EVERY_WITHOUT_SINCE,
    "time_zone": Code.BAD_TIME_ZONE,
    "window_ends_first": Code.WINDOW_ENDS_FIRST,
    "exception_empty": Code.EXCEPTION_EMPTY,
    "notice_silent": Code.NOTICE_SILENT,
    "notice_no_emergency": Code.NOTICE_NO_EMERGENCY,
}
_BY_PATTERN_FIELD: Final[Mapping[str, Code]] = {
    "category": Code.BAD_CATEGORY,
    "currency": Code.BAD_CURRENCY,
    "tag": Code.BAD_LANGUAGE_TAG,
    "[key]": Code.BAD_LANGUAGE_TAG,
    "fallback": Code.BAD_LANGUAGE_TAG,
    "id": Code.BAD_IDENTIFIER,
    "item": Code.BAD_IDENTIFIER,
    "audience": Code.BAD_IDENTIFIER,
    "lanes": Code.BAD_IDENTIFIER,
    "languages": Code.BAD_LANGUAGE_TAG,
    "activities": Code.BAD_IDENTIFIER,
    "icon": Code.BAD_IDENTIFIER,
    "place": Code.BAD_IDENTIFIER,
    "recording": Code.BAD_IDENTIFIER,
    "related": Code.BAD_IDENTIFIER,
    "tile": Code.BAD_IDENTIFIER,
    "link": Code.BAD_LINK,
    "phones": Code.BAD_PHONE,
}
_WANTED: Final[Mapping[str, str]] = {
    "string": '"…"',
    "int": "12",
    "float": "0.5",
    "bool": "true / false",
    "tuple": "[…]",
    "list": "[…]",
    "sequence": "[…]",
    "mapping": "[…] / { … = … }",
    "dict": "[…] / { … = … }",
    "model": "[…] / { … = … }",
}
"""Kind of value a model asks for -> how it is written in TOML; the same in every language."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One refusal of a model.

    Attributes:
        path: keys and positions from the document's root to the field.
        code: what is wrong.
        values: for the message.
    """

    path: tuple[str | int, ...]
    code: Code
    values: Mapping[str, str]


def complain(error: ErrorDetails, document: object) -> Complaint:
    """Return one error of a model as the content team is told it.

    Args:
        error: of pydantic.
        document: what was validated; decides how much of the error's path an editor can see.
    """
    path = _visible(error, document)
    code = _code(error)
    return Complaint(path, code, _values(error, code))


def complain_of_kind(kind: object, choices: Collection[str]) -> Complaint:
    """Return the complaint about a kind that is missing or none of those there are."""
    if kind is None:
        return Complaint(("kind",), Code.FIELD_MISSING, {})
    values = {"value": str(kind), "choices": ", ".join(choices)}
    return Complaint(("kind",), Code.NOT_A_CHOICE, values)


def suggest(word: str, choices: Sequence[str]) -> str:
    """Return the choice most like ``word``, capitals apart; empty when none is like it."""
    return closest(word, choices, LIKENESS) or ""


def _visible(error: ErrorDetails, document: object) -> tuple[str | int, ...]:
    path: list[str | int] = []
    here = document
    for part in error["loc"]:
        if _has(here, part):
            here = here[part]  # type: ignore[index]
        elif error["type"] == "missing" and part == error["loc"][-1]:
            here = None
        else:  # a branch of a union, or a mark like [key]: nothing an editor wrote
            continue
        path.append(part)
    return tuple(path)


def _has(here: object, part: str | int) -> bool:
    if isinstance(here, list):
        return isinstance(part, int) and part < len(here)
    return isinstance(here, Mapping) and part in here


def _code(error: ErrorDetails) -> Code:
    kind = error["type"]
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if kind == "string_pattern_mismatch" and "[^\\s,<&]" in error["ctx"]["pattern"]:
        return Code.BAD_ALERT_ID
    if kind == "string_pattern_mismatch":
        names = [part for part in error["loc"] if isinstance(part, str)]
        return _BY_PATTERN_FIELD.get(names[-1] if names else "", Code.BAD_PATTERN)
    if kind.startswith(("date", "time")):
        return Code.BAD_DATE
    if kind.endswith(("_type", "_parsing", "_from_float", "_str")):
        return Code.WRONG_TYPE
    return Code.BAD_VALUE


def _values(error: ErrorDetails, code: Code) -> Mapping[str, str]:
    tell = _TELLERS.get(code)
    if tell is None:
        return {"value": _written(error["input"])}
    return tell(error)


def _tell_choice(error: ErrorDetails) -> Mapping[str, str]:
    choices = re.findall(r"'([^']+)'", str(error["ctx"]["expected"]))
    return {"value": _written(error["input"]), "choices": ", ".join(choices)}


def _tell_length(error: ErrorDetails) -> Mapping[str, str]:
    length = error["ctx"].get("actual_length") or len(error["input"])
    return {"limit": str(error["ctx"]["max_length"]), "length": str(length)}


def _tell_range(error: ErrorDetails) -> Mapping[str, str]:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    limits = error.get("ctx", {})
    told = [f"{sign} {limits[key]}" for key, sign in signs.items() if key in limits]
    return {"value": _written(error["input"]), "limits": " ".join(told) or "0, 1, 2 …"}


def _tell_type(error: ErrorDetails) -> Mapping[str, str]:
    kind = error["type"].split("_")[0]
    return {"value": _written(error["input"]), "wanted": _WANTED.get(kind, "…")}


def _tell_zone(error: ErrorDetails) -> Mapping[str, str]:
    value = _written(error["input"])
    close = suggest(value, sorted(zoneinfo.available_timezones()))
    return {"value": value, "suggestion": close or "Asia/Ho_Chi_Minh"}


def _tell_recurrence(error: ErrorDetails) -> Mapping[str, str]:
    return {"value": str(error["ctx"].get("rule") or error["ctx"]["first"])}


def _tell_window(error: ErrorDetails) -> Mapping[str, str]:
    return {"start": str(error["ctx"]["start"]), "until": str(error["ctx"]["until"])}


def _tell_value(error: ErrorDetails) -> Mapping[str, str]:
    return {"value": str(error["ctx"]["value"])}


def _tell_every(error: ErrorDetails) -> Mapping[str, str]:
    return {"value": str(error["ctx"]["every"])}


def _tell_nothing(_error: ErrorDetails) -> Mapping[str, str]:
    return {}


_TELLERS: Final[Mapping[Code, Callable[[ErrorDetails], Mapping[str, str]]]] = {
    Code.BAD_DAY_OF_YEAR: _tell_value,
    Code.BAD_RECURRENCE: _tell_recurrence,
    Code.BAD_TIME_ZONE: _tell_zone,
    Code.EMPTY: _tell_nothing,
    Code.EVERY_WITHOUT_SINCE: _tell_every,
    Code.EXCEPTION_EMPTY: _tell_nothing,
    Code.FIELD_MISSING: _tell_nothing,
    Code.NOTICE_NO_EMERGENCY: _tell_nothing,
    Code.NOTICE_SILENT: _tell_nothing,
    Code.NOT_A_CHOICE: _tell_choice,
    Code.OUT_OF_RANGE: _tell_range,
    Code.TOO_LONG: _tell_length,
    Code.WINDOW_ENDS_FIRST: _tell_window,
    Code.WRONG_TYPE: _tell_type,
}


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{" + ", ".join(str(key) for key in value) + "}"
    return str(value)
