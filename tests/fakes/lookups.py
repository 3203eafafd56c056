"""Lookups to search in: a few topics by hand, ten thousand by a generator, those of the demos."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from player import resources
from player.pack.language import PackLanguage
from player.pack.lookup import Lookup
from player.publish.built_lookup import compose_lookup
from player.publish.progress import ignore_progress
from player.publish.source import read_source
from player.publish.workshop import Workshop

LANGUAGES: Final = tuple(
    PackLanguage(tag=tag, fallback=fallback)
    for tag, fallback in (("vi", ()), ("en", ()), ("zh", ("en",)), ("lo", ("en",)), ("km", ("en",)))
)

Said = tuple[str, Sequence[str], str]
"""Title, questions and text of a topic."""


def topic(id_: str, **said: Said) -> dict[str, Any]:
    """Return a topic with its texts by language."""
    texts = {
        tag: {
            "title": title,
            "questions": list(questions),
            "search": f"{title}\n{text}".replace("\u200b", ""),
            "sections": [{"blocks": [{"kind": "paragraph", "text": text}]}],
        }
        for tag, (title, questions, text) in said.items()
    }
    facts = {"id": id_, "tile": "money", "icon": "money", "category": "C12", "sample": True}
    return {**facts, "text": texts}


def lookup_of(*topics: Mapping[str, Any], **fields: object) -> Lookup:
    """Return a lookup of these topics, in this order."""
    return Lookup.model_validate({"format": "1.0", "topics": topics, **fields})


@cache
def demo_lookup(gate: str) -> tuple[Lookup, tuple[PackLanguage, ...]]:
    """Return what the demo gate ``gate`` answers, as its pack has it, and the pack's languages."""
    source = read_source(resources.assets() / "demo" / gate, ignore_progress)
    assert source.header is not None
    tools = Workshop(resources.assets() / "fonts")
    return compose_lookup(source.lookup, (), {}, tools), tuple(source.header.languages)
