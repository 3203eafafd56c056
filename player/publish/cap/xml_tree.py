"""XML of strangers, as a small tree: no document type, no entity, no depth, no size without end.

Written upon expat alone. An alert needs no document type, so the first ``<!DOCTYPE`` ends the
reading: with it go entities that multiply, that name files, and that name servers.
"""

from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from player.errors import PackFormatError

MAX_BYTES: Final = 2_000_000
MAX_DEPTH: Final = 32
MAX_ELEMENTS: Final = 50_000
_BETWEEN: Final = "|"


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        namespace: empty: none.
        text: all of its own text, joined.
    """

    namespace: str
    name: str
    text: str = ""
    children: list["Element"] = field(default_factory=list)


def parse_xml(raw: bytes) -> Element:
    """Return the root of the document in ``raw``.

    Raises:
        PackFormatError: not XML, with a document type, too large, too deep, or of too many parts.
    """
    if len(raw) > MAX_BYTES:
        raise PackFormatError(f"{len(raw)} bytes are more than {MAX_BYTES}")
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.tell
    parser.StartDoctypeDeclHandler = builder.refuse_doctype
    try:
        parser.Parse(raw, True)  # noqa: FBT003  (expat takes no keyword)
    except (expat.ExpatError, ValueError, LookupError) as e:
        raise PackFormatError(f"not XML ({e})") from e
    return builder.root


class _Builder:
    """Builds the tree from what the parser tells."""

    def __init__(self) -> None:
        self._above = [Element("", "")]
        self._texts: list[list[str]] = [[]]
        self._count = 0

    @property
    def root(self) -> Element:
        return self._above[0].children[0]

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._above) > MAX_DEPTH:
            raise PackFormatError(f"more than {MAX_ELEMENTS} elements, or {MAX_DEPTH} deep")
        namespace, _, local = name.rpartition(_BETWEEN)
        element = Element(namespace, local)
        self._above[-1].children.append(element)
        self._above.append(element)
        self._texts.append([])

    def end(self, _name: str) -> None:
        self._above.pop().text = "".join(self._texts.pop())

    def tell(self, text: str) -> None:
        self._texts[-1].append(text)

    def refuse_doctype(self, *_declared: object) -> None:
        raise PackFormatError("a document type (<!DOCTYPE) has no place in an alert")
