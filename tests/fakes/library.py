"""Library entries as ``lookup.json`` holds them: say only what a test is about."""

from collections.abc import Sequence
from typing import Any

Document = dict[str, Any]


def page(number: int) -> Document:
    """Return a built page; each number has a digest of its own."""
    return {
        "sha256": f"{number:064x}",
        "size": 1,
        "type": "image/webp",
        "width": 1414,
        "height": 2000,
    }


def entry(kind: str, id_: str, tags: Sequence[str] = ("vi", "en"), **fields: object) -> Document:
    """Return a lasting sample: a document of two pages, or an entry for the item ``id_``."""
    own = {
        "rights": {"credit": "Gate", "licence": "CC0-1.0"},
        "pages": {tag: [page(1), page(2)] for tag in tags},
    }
    return {
        "kind": kind,
        "id": id_,
        "icon": "books",
        "category": "C12",
        "issued": "2026-03-01",
        "sample": True,
        "lasting": True,
        "text": {tag: {"title": f"{id_} {tag}"} for tag in tags},
        **(own if kind == "document" else {"item": id_}),
        **fields,
    }
