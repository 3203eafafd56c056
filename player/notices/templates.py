"""The templates of a gate: the built-in ones and those of its pack, each read on its own."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from player.pack.content import first_problem
from player.pack.notice_template import FIXED, NoticeTemplate, faults
from player.pack.signs import plain

MAX_BYTES: Final = 200_000
"""Of one file; a larger one is refused unread."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that is no template, and why."""

    file: str
    why: str


def parse_template(file: str, raw: bytes) -> NoticeTemplate | Unusable:
    """Return the template in ``raw``, or why there is none.

    Args:
        file: its name, ``<id>.toml``.
        raw: UTF-8 TOML.
    """
    if len(raw) > MAX_BYTES:
        return Unusable(file, f"{len(raw)} bytes are more than {MAX_BYTES}")
    try:
        template = NoticeTemplate.model_validate(tomllib.loads(plain(raw.decode("utf-8-sig"))))
    except ValidationError as e:
        return Unusable(file, first_problem(e))
    except (ValueError, RecursionError) as e:  # not UTF-8, not TOML, nested too deep
        return Unusable(file, str(e))
    if file != f"{template.id}.toml":
        return Unusable(file, f"id: {template.id} is not the name of the file")
    fault = next(faults(template), None)
    return Unusable(file, f"{fault.place}: {fault.kind}") if fault else template


def offered(
    built_in: Iterable[NoticeTemplate], of_pack: Iterable[NoticeTemplate]
) -> Mapping[str, NoticeTemplate]:
    """Return id -> template, in the order of the menu.

    A template of the pack takes the place of the built-in one of its id, except where that is one
    of ``FIXED``: to those it adds the languages they lack. One with faults is passed over.
    """
    known = {each.id: each for each in built_in}
    for each in of_pack:
        if any(True for _ in faults(each)):
            continue
        fixed = known.get(each.id) if each.id in FIXED else None
        known[each.id] = _with_languages(fixed, each) if fixed else each
    return {
        each.id: each for each in sorted(known.values(), key=lambda each: (each.order, each.id))
    }


def _with_languages(fixed: NoticeTemplate, other: NoticeTemplate) -> NoticeTemplate:
    return fixed.model_copy(update={"text": {**other.text, **fixed.text}})
