"""How gates, items, languages and places are named, in screens and packs alike."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import StringConstraints
from pydantic_core import PydanticCustomError

LONGEST_IDENTIFIER: Final = 64

Identifier = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_IDENTIFIER),
]
"""Lower-case words joined by hyphens: stable for an item's whole life, safe in a file name."""

TAG_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

Tag = Annotated[str, StringConstraints(pattern=TAG_PATTERN, max_length=35)]
"""A BCP 47 language tag, e.g. ``vi``, ``zh``, ``hmn-Latn``."""


def closest(word: str, known: Sequence[str], likeness: float = 0.6) -> str | None:
    """Return the one of ``known`` most like ``word``, capitals aside; None: none is.

    Args:
        word: probably mistyped.
        known: what may have been meant.
        likeness: the least that counts, 0..1, as ``difflib`` measures it.
    """
    by_folded = {name.casefold(): name for name in known}
    hits = get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[hits[0]] if hits else None


def check_time_zone(name: str) -> str:
    """Return ``name`` if it is an IANA time zone.

    Raises:
        PydanticCustomError: it is not.
    """
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as e:
        raise PydanticCustomError(
            "time_zone", "{name} is not a time zone like Asia/Ho_Chi_Minh", {"name": name}
        ) from e
    return name
