"""Whether a topic may still be shown as it is, at an instant; pure."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from player.clock import ClockTrust
from player.pack.instants import DAWN, DUSK, to_ms, validity
from player.pack.topic import TopicFacts


@dataclass(frozen=True, slots=True)
class TopicStanding:
    """What may be said of a topic.

    Attributes:
        is_offered: whether lists and search show it.
        is_withheld: whether its facts have passed their limit: ask at the counter.
        is_outdated: whether they may have changed, and the page says so.
    """

    is_offered: bool = True
    is_withheld: bool = False
    is_outdated: bool = False


def topic_standing(
    topic: TopicFacts, now: datetime, zone: ZoneInfo, trust: ClockTrust
) -> TopicStanding:
    """Return how ``topic`` stands.

    Without a believed clock nobody knows what is past its day: what must not be shown after one
    is withheld, what must be labelled after one is labelled.

    Args:
        topic: any.
        now: aware.
        zone: of the gate.
        trust: whether ``now`` can be the true time.
    """
    unsure = trust is ClockTrust.UNTRUSTED
    today = now.astimezone(zone).date()
    start, end = validity(topic.valid, zone)
    is_bounded = (start, end) != (DAWN, DUSK)
    is_valid = unsure or start <= to_ms(now) < end
    late = [source for source in topic.sources if unsure or today > source.review_by]
    withdrawn = any(source.stale == "withdraw" for source in late)
    return TopicStanding(
        is_offered=unsure or start <= to_ms(now),
        is_withheld=withdrawn or not is_valid or (unsure and is_bounded),
        is_outdated=any(source.stale == "label" for source in late),
    )
