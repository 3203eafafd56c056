"""Signs that no text of a pack may hold, taken out where a pack is read.

The publisher strips them too; but a pack may be built by somebody else's program, and a single
sign can turn a page round, draw over its neighbours or break a line where none must be.
"""

import re
from typing import Final

_COMMANDS: Final = re.compile(
    "["
    "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters but tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\ufeff\ufff9-\ufffb"  # byte order mark, annotations
    "\U000e0000-\U000e007f"  # tags, which are never seen
    "]"
)
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MARK: Final = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWER: Final = re.compile(f"({_MARK}{{4}}){_MARK}+")
"""More marks on one letter than any language writes; they would reach over the lines above."""


def plain(text: str) -> str:
    """Return ``text`` with nothing in it but what is read, and lines that end in a line feed."""
    text = _LINE_ENDS.sub("\n", _COMMANDS.sub("", text))
    return _TOWER.sub(r"\1", text)


def plain_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return a JSON object whose texts are plain; an ``object_pairs_hook``."""
    return {key: _plain_value(value) for key, value in pairs}


def _plain_value(value: object) -> object:
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else plain(value)
    if isinstance(value, list):
        return [_plain_value(each) for each in value]
    return value
