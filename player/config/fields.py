"""The keys a configuration may hold: what bounds each, and what a mistyped one was meant to be."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, get_args
from zoneinfo import available_timezones

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from player.config.naming import LONGEST_IDENTIFIER, TAG_PATTERN, closest
from player.config.screen import Screen


def _sections(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _sections(part)


def _fields(section: type[BaseModel], above: str = "") -> Iterator[tuple[str, FieldInfo]]:
    for name, field in section.model_fields.items():
        yield above + name, field
        for below in _sections(field.annotation):
            yield from _fields(below, f"{above}{name}.")


def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return every key that a file read as ``model`` may hold: dotted path -> its field."""
    return dict(_fields(model))


FIELDS: Final = fields_of(Screen)
"""Every key a configuration may hold: dotted path -> its field."""


def split(path: str) -> tuple[str, str]:
    """Return the section (empty: the top of the file) and the key of a dotted path."""
    section, _, key = path.rpartition(".")
    return section, key


def limits(field: FieldInfo) -> Mapping[str, object]:
    """Return what bounds ``field``: any of ge, le, max_length, choices."""
    found: dict[str, object] = {"choices": ", ".join(_choices(field))}
    for bound in field.metadata:
        for name in ("ge", "le", "max_length"):
            if hasattr(bound, name):
                found[name] = getattr(bound, name)
    return found


def meant(path: str, value: object, fields: Mapping[str, FieldInfo] = FIELDS) -> str | None:
    """Return what the mistyped ``value`` of the field at ``path`` was probably meant to be."""
    if not isinstance(value, str) or path not in fields:
        return None
    if path == "time_zone":
        return closest(value, sorted(available_timezones()))
    if path == "languages":
        return _tag(value)
    if path in {"id", "gate", "audience", "place"}:
        return _plain(value)
    return closest(value, _choices(fields[path]))


def _choices(field: FieldInfo) -> tuple[str, ...]:
    return tuple(choice for choice in get_args(field.annotation) if isinstance(choice, str))


def _tag(name: str) -> str | None:
    """Return ``VI`` as ``vi`` and ``zh_CN`` as ``zh-CN``."""
    language, joint, rest = name.strip().replace("_", "-").partition("-")
    tag = language.lower() + joint + rest
    return tag if re.fullmatch(TAG_PATTERN, tag) else None


def _plain(name: str) -> str | None:
    """Return ``Hữu Nghị`` as ``huu-nghi``."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    kept = (letter for letter in letters if not unicodedata.combining(letter))
    plain = re.sub(r"[^a-z0-9]+", "-", "".join(kept)).strip("-")
    return plain if plain != name and len(plain) <= LONGEST_IDENTIFIER else None
