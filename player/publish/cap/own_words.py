"""What CAP has no element for: fields of a notice that travel as ``parameter``.

``valueName`` is ``GatePlayer:FIELD``, the value is the field in JSON. Fields of the whole notice
stand in its first ``info``, those of one language (``GatePlayer:text.FIELD``) in its own. Only
what a reader would not find in the standard elements is written, and ``level`` always: so an alert
that went out and came back says what it said, and other systems read all that concerns them.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from player.pack.notice import Notice, NoticeText
from player.pack.signs import plain
from player.publish.cap.elements import Named
from player.publish.written_notice import DEFAULTS

PREFIX: Final = "GatePlayer:"
OF_TEXT: Final = "text."
LANGUAGE: Final = "language"
ALWAYS: Final = frozenset({"level"})


def own_words(parameters: tuple[Named, ...]) -> dict[str, str]:
    """Return field -> JSON of what a notice of ours said in parameters."""
    return {
        plain(each.name).strip().removeprefix(PREFIX): each.value
        for each in parameters
        if _is_own(each)
    }


def other_words(parameters: tuple[Named, ...]) -> list[Named]:
    """Return the parameters of other systems."""
    return [each for each in parameters if not _is_own(each)]


def unsaid(
    model: type[Notice | NoticeText], said: Mapping[str, object], meant: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    """Yield field and value of what ``said`` leaves out or says otherwise.

    Args:
        model: of both.
        said: as JSON; fields left out are at their default.
        meant: as JSON, in full.
    """
    for name, value in meant.items():
        found = said.get(name, DEFAULTS[model].get(name))
        if name in ALWAYS or not _is_same(found, value):
            yield name, value


def parameter(name: str, value: object) -> Named:
    """Return the parameter that says a field."""
    return Named(f"{PREFIX}{name}", json.dumps(value, ensure_ascii=False))


def _is_own(parameter: Named) -> bool:
    # As it will be written: an invisible sign before the prefix must not smuggle one past.
    return plain(parameter.name).strip().startswith(PREFIX)


def _is_same(one: object, other: object) -> bool:
    if one == other:
        return True
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    try:
        moments = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return False
    return moments[0] == moments[1] and moments[0].utcoffset() == moments[1].utcoffset()
