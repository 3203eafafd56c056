"""Searches what a screen's pack answers, without a screen: ``gate-player search``."""

import json
from collections.abc import Sequence
from contextlib import closing
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from player.config.screen import Screen
from player.errors import PackError
from player.lookup.builder import read_lookup
from player.lookup.search import Hit
from player.lookup.stored import open_search
from player.main.inquiry import open_pack_of
from player.store.layout import Home

WIDE: Final = 1000


def search(screen: Screen, query: str, language: str, *, as_json: bool) -> str:
    """Return what ``query`` finds in the pack of ``screen``, best first, as JSON or as a table.

    Raises:
        PackError: there is no pack to show, or it has no such language.
        PlaybackError: what the pack answers is damaged.
    """
    pack = open_pack_of(screen)
    index = Home(screen.home).index(pack.sha256)
    languages = pack.content.languages
    lookup = read_lookup(pack)
    with closing(open_search(lookup, languages, index)) as searching:
        if language not in searching.languages:
            has = ", ".join(searching.languages)
            raise PackError(f"pack {pack.manifest.pack} has no {language}, but {has}")
        found = searching.find(query, language)
    # The index is the pack's, and knows of no recall.
    hits = [hit for hit in found if hit.topic in lookup.topic_by_id]
    return _as_json(hits) if as_json else _as_table(hits)


def _as_json(hits: Sequence[Hit]) -> str:
    document = [
        {"topic": hit.topic, "title": hit.title, "score": round(hit.score, 3)} for hit in hits
    ]
    return json.dumps(document, ensure_ascii=False)


def _as_table(hits: Sequence[Hit]) -> str:
    if not hits:
        return "nothing found"
    table = Table("score", "topic", "title", box=None, pad_edge=False)
    for hit in hits:
        title = Text(hit.title)
        for start, end in hit.spans:
            title.stylize("bold", start, end)
        table.add_row(f"{hit.score:.2f}", hit.topic, title)
    # A terminal shows what matched in bold; a pipe gets the words alone, and lines of any length.
    console = Console()
    if not console.is_terminal:
        console.width = WIDE
    with console.capture() as said:
        console.print(table)
    return "\n".join(line.rstrip() for line in said.get().splitlines())
