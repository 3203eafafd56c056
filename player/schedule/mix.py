"""From winning rules to turns: who joins a loop, and how often."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from player.schedule.loop import Turn
from player.schedule.showable import Showable
from player.schedule.timetable import Rule

MAX_ROUND: Final = 20_000
"""Weights are given up where meeting them would make a round longer than this many turns."""


def joiners(showable: Iterable[Showable]) -> tuple[list[Turn], list[Turn]]:
    """Return the (essential, must-show) turns that join whatever loop wins.

    Args:
        showable: the items that may show now, in the pack's order.
    """
    essential: list[Turn] = []
    must_show: list[Turn] = []
    for item in (each.item for each in showable):
        if item.essential:
            essential.append(Turn(item.id, 1, f"essential:{item.id}"))
        elif item.must_show:
            must_show.append(Turn(item.id, 1, f"must-show:{item.id}"))
    return essential, must_show


def shares(winners: Sequence[Rule], items: frozenset[str]) -> list[Turn]:
    """Return the turns of ``winners``, each rule's repeated so that weights hold.

    Weights are met to the nearest whole showing.

    Args:
        winners: rules of equal rank.
        items: ids that may show now and do not join by another rule.
    """
    turns = {
        rule.playlist.id: [turn for turn in rule.turns if turn.item in items] for rule in winners
    }
    sizes = {id_: sum([turn.count for turn in each]) for id_, each in turns.items()}
    repeats = _repeats({rule.playlist.id: rule.playlist.weight for rule in winners}, sizes)
    return [
        turn if repeats[id_] == 1 else Turn(turn.item, turn.count * repeats[id_], turn.why)
        for id_, each in turns.items()
        for turn in each
    ]


def _repeats(weights: Mapping[str, int], sizes: Mapping[str, int]) -> dict[str, int]:
    """Return how often each playlist (of ``sizes`` turns) passes in one round."""
    unit = max((sizes[id_] / weights[id_] for id_ in sizes), default=0.0)
    repeats = {
        id_: max(1, round(unit * weights[id_] / size)) if size else 1 for id_, size in sizes.items()
    }
    if sum(sizes[id_] * repeats[id_] for id_ in sizes) > MAX_ROUND:
        return dict.fromkeys(sizes, 1)
    return repeats
