"""Who plays in a segment, and in which order: the rules of the precedence table that mix a loop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from player.schedule.loop import Loop
from player.schedule.mix import Share, Turn, essential_room_ms, mixed, spread, with_essential
from player.schedule.profile import ScreenProfile
from player.schedule.showable import Airtime, Showable
from player.schedule.slot import DEFAULT_GATE_PAGE
from player.schedule.timetable import Rule, Segment


class Cast:
    """Everything that may play on a screen."""

    def __init__(
        self,
        rules: Sequence[Rule],
        showable: Mapping[str, Showable],
        gate_page: Airtime,
        profile: ScreenProfile,
    ) -> None:
        """Gather what may play.

        Args:
            rules: as in the timetable.
            showable: has every item of every rule.
            gate_page: of the default gate page, in every language of ``profile``.
            profile: the screen.
        """
        self.languages = profile.languages
        self.essential = tuple(id_ for id_, each in showable.items() if each.item.essential)
        self._must_show = tuple(
            id_ for id_, each in showable.items() if each.joins and not each.item.essential
        )
        self._rules = rules
        self._orders: dict[int, tuple[Turn, ...]] = {}
        self._showable = showable
        self._airtime = {id_: each.airtime for id_, each in showable.items()}
        self._airtime[DEFAULT_GATE_PAGE] = gate_page

    def loop(
        self,
        segment: Segment,
        languages: tuple[str, ...],
        waiting: Iterable[str],
        *,
        is_closing: bool,
    ) -> Loop:
        """Return the loop of ``segment``.

        Args:
            segment: of the timetable of the same rules.
            languages: in the order their turns come.
            waiting: ids of all essential items, the longest absent first.
            is_closing: the last segment of a day, which ends with the last language.
        """
        essential = self._joining(waiting, "essential", segment)
        must_show = self._joining(self._must_show, "must-show", segment)
        order: Iterator[Turn] = chain(must_show, mixed(self._shares(segment)))
        if essential:
            lengths_ms = [self._airtime[turn.item].longest_ms for turn in essential]
            room_ms = essential_room_ms(lengths_ms, is_closing=is_closing)
            order = with_essential(order, essential, room_ms, self._airtime, len(languages))
        length_ms = segment.end - segment.start
        loop = Loop(_or_gate_page(order), languages, self._airtime, length_ms)
        if is_closing:
            loop.close(self.languages[0])
        return loop

    def _joining(self, ids: Iterable[str], rule: str, segment: Segment) -> list[Turn]:
        return [
            Turn(id_, f"{rule}:{id_}")
            for id_ in ids
            if self._showable[id_].is_on_air(segment.start)
        ]

    def _shares(self, segment: Segment) -> list[Share]:
        absent = {id_ for id_, each in self._showable.items() if not each.is_on_air(segment.start)}
        shares: list[Share] = []
        for index in segment.winners:
            rule, turns = self._rules[index], self._spread(index)
            if not rule.items.isdisjoint(absent):
                turns = tuple(turn for turn in turns if turn.item not in absent)
            if turns:
                shares.append(Share(turns, rule.playlist.weight))
        return shares

    def _spread(self, index: int) -> tuple[Turn, ...]:
        """Return the turns of a rule, each as often as its weight; made once, if it ever wins."""
        if index not in self._orders:
            rule = self._rules[index]
            lanes = [(turn,) for turn in rule.turns]
            self._orders[index] = tuple(spread(lanes, rule.weights))
        return self._orders[index]


def _or_gate_page(order: Iterator[Turn]) -> Iterator[Turn]:
    first = next(order, Turn(DEFAULT_GATE_PAGE, DEFAULT_GATE_PAGE))
    return chain((first,), order)
