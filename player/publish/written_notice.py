"""Notices as editors write them: the fields that say something, in TOML or for a JSON book."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pydantic_core import to_jsonable_python

from player.pack.notice import Notice, NoticeText

DEFAULTS: Final[Mapping[type, Mapping[str, object]]] = {
    model: {
        field.alias or name: to_jsonable_python(field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
        if not field.is_required()
    }
    for model in (Notice, NoticeText)
}
"""Model -> fields and what they say, as JSON, when they are left out."""

_KEY: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def written_notice(notice: Notice) -> dict[str, object]:
    """Return what a notice says as JSON, its windows of the day as people write them."""
    document: dict[str, object] = notice.model_dump(
        mode="json", by_alias=True, exclude_defaults=True
    )
    windows = document.get("windows")
    for window in windows if isinstance(windows, list) else ():
        if parts := window.pop("dayparts", ()):
            window["dayparts"] = [_clock_range(part) for part in parts]
    return _pruned(document)


def notices_toml(notices: Sequence[Notice]) -> str:
    """Return ``notices.toml`` of a pack's source."""
    return "\n".join(line for notice in notices for line in (*_block(written_notice(notice)), ""))


def _block(document: Mapping[str, object]) -> Iterator[str]:
    tables = {name: value for name, value in document.items() if isinstance(value, Mapping)}
    yield "[[notices]]"
    yield from (
        f"{_key(name)} = {_value(value)}" for name, value in document.items() if name not in tables
    )
    for name, table in tables.items():
        if name != "text":
            yield f"\n[notices.{_key(name)}]"
            yield from (f"{_key(key)} = {_value(value)}" for key, value in table.items())
            continue
        for tag, text in table.items():
            yield f"\n[notices.text.{_key(tag)}]"
            yield from (f"{_key(key)} = {_value(value)}" for key, value in text.items())


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return _quoted(value)


def _key(name: str) -> str:
    return name if name and set(name) <= _KEY else _quoted(name)


def _quoted(value: object) -> str:
    """Return a plain value of JSON as TOML has it: the same, but for one sign."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _pruned(document: Mapping[str, object]) -> dict[str, object]:
    """Return a notice without empty lists that somebody wrote out: to the model they differ."""
    defaults = DEFAULTS[Notice]
    kept = {key: each for key, each in document.items() if each != defaults.get(key)}
    return {"id": document["id"], **kept}


def _clock_range(part: Mapping[str, int]) -> str:
    start, end = part["start_minute"], part["end_minute"]
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
