"""Questions to offer before anything is typed: pure."""

from itertools import chain, zip_longest

from player.pack.lookup import Lookup


def suggestions(lookup: Lookup, language: str, count: int) -> tuple[tuple[str, str], ...]:
    """Return questions that are worth offering, each as (topic, question), the most useful first.

    They are the first questions of topics, for what an editor put first is asked most: of every
    tile of the home page the first topic, then of every tile the second.

    Args:
        lookup: what the pack answers.
        language: of the questions; topics without a text in it have none.
        count: at most.

    Returns:
        No question twice.
    """
    columns: dict[str, list[tuple[str, str]]] = {tile.id: [] for tile in lookup.tiles}
    for topic in lookup.topics:
        text = topic.text.get(language)
        if text is not None and text.questions:
            columns.setdefault(topic.tile, []).append((topic.id, text.questions[0]))
    turns = chain.from_iterable(zip_longest(*columns.values()))
    offered: dict[str, tuple[str, str]] = {}
    for turn in turns:
        if turn is not None:
            offered.setdefault(turn[1], turn)
    return tuple(offered.values())[: max(count, 0)]
