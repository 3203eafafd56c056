"""What an order of gate staff changes: pure, told what time it is and how the screen stands.

``obey`` folds one order into what is in force, or says why not; ``passed`` drops what is over.
Both give the same for the same, so an order taken before a power cut is not taken again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Literal, assert_never
from zoneinfo import ZoneInfo

from player.notices.life import DEFAULT_LIFE, expiry_ms
from player.pack.instants import from_ms, start_ms
from player.pack.notice import MessageType, Notice, referenced
from player.schedule.slot import Slot
from player.stage.local_facts import Refusal
from player.stage.power import LONGEST_BLANK
from player.store.gate_orders import (
    ON_STAGE,
    AnyOrder,
    BlankOrder,
    BlankSpell,
    FactOrder,
    GateDay,
    HoldOrder,
    HoldSpell,
    LanguageOrder,
    LanguageSpell,
    LocalFact,
    PostOrder,
    ShowOrder,
    ShowSpell,
    Spell,
)

LONGEST_EMERGENCY: Final = timedelta(hours=4)
"""Of one posted at the gate; whoever still needs it posts it again."""

AFTERWARDS: Final = timedelta(minutes=5)
"""How long a notice is kept once it is over: its all-clear, and the tombstone of a cancel."""

MOST_NOTICES: Final = 100
"""Of one screen's own that stand at a time; nobody reads more."""

MOST_TAKEN: Final = 200

Deed = Literal[
    "language", "language-end", "hold", "skip", "back", "hold-end", "show", "show-end", "blank",
    "wake", "post", "update", "cancel", "fact", "fact-end",
]  # fmt: skip
"""What an order did, for the shift log."""

POSTED: Final[Mapping[MessageType, Deed]] = {"update": "update", "cancel": "cancel"}

Reason = Literal[
    "taken-before", "unknown-language", "unknown-item", "unknown-topic", "unknown-fact",
    "fact-form", "fact-begins", "fact-outside", "fact-too-far", "too-many", "unknown-notice",
    "not-yours", "over",
]  # fmt: skip
"""Why an order is refused."""


WHY: Final[Mapping[Refusal, Reason]] = {
    Refusal.UNKNOWN: "unknown-fact",
    Refusal.FORM: "fact-form",
    Refusal.BEGINS: "fact-begins",
    Refusal.OUTSIDE: "fact-outside",
    Refusal.TOO_FAR: "fact-too-far",
}


def nothing_sayable(_id: str, _value: str) -> Refusal:
    """Refuse every fact: there is no pack that lets any be said."""
    return Refusal.UNKNOWN


def longest_by_hand(spell: BlankSpell) -> datetime:
    """Return when ``spell`` is over where nobody knows when the gate opens or closes."""
    return spell.since + LONGEST_BLANK


@dataclass(frozen=True, slots=True)
class Setting:
    """The screen that an order is for.

    Attributes:
        now: aware.
        zone: the gate's.
        languages: the pack offers.
        items: ids of the pack's items.
        topics: ids of its topics.
        central: ids of the notices that the centre signed.
        around: steps from what is on stage -> the slot there.
        weigh: (id of a fact, value) -> why it cannot be said; None: it can.
        hand_until: says of a picture off or on by hand, whose end nobody said, when it is over.
    """

    now: datetime
    zone: ZoneInfo
    languages: frozenset[str]
    items: frozenset[str]
    topics: frozenset[str] = frozenset()
    central: frozenset[str] = frozenset()
    around: Mapping[int, Slot] = field(default_factory=dict)
    weigh: Callable[[str, str], Refusal | None] = nothing_sayable
    hand_until: Callable[[BlankSpell], datetime] = longest_by_hand


@dataclass(frozen=True, slots=True)
class Obeyed:
    """An order was taken: what is in force now, and what was done with what."""

    day: GateDay
    deed: Deed
    what: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An order was not taken; nothing has changed."""

    reason: Reason
    what: str = ""


def obey(day: GateDay, order: AnyOrder, setting: Setting) -> Obeyed | Refused:
    """Return what is in force once ``order`` is taken."""
    if order.id in day.taken:
        return Refused("taken-before", order.id)
    # An order that lay in the inbox while the player was off counts from when it was given.
    given = replace(setting, now=min(order.at, setting.now))
    outcome = _obey(day, order, given)
    if isinstance(outcome, Refused):
        return outcome
    if outcome.until is not None and outcome.until <= setting.now:
        return Refused("over", outcome.what)
    taken = (*day.taken, order.id)[-MOST_TAKEN:]
    after = outcome.day.model_copy(update={"taken": taken})
    return Obeyed(after, outcome.deed, outcome.what, outcome.until)


def passed(day: GateDay, now: datetime, zone: ZoneInfo) -> GateDay:
    """Return what is in force at ``now``: spells that are over and notices long over are gone.

    A spell that has yet to begin was ordered before the clock was set back, by a second or, where
    a power cut took the time along, by years: it begins now and lasts as long as it was to.
    """
    spells = {name: _begun(spell, now) for name, spell in _spells(day) if not spell.holds(now)}
    notices = tuple(
        each for each in day.notices if now < from_ms(expiry_ms(each, zone)) + AFTERWARDS
    )
    if not spells and len(notices) == len(day.notices):
        return day
    return day.model_copy(update={**spells, "notices": notices})


def _begun(spell: Spell, now: datetime) -> Spell | None:
    """Return ``spell`` as it is in force from ``now`` on; None: it is over."""
    if spell.since <= now:
        return None
    until = None if spell.until is None else now + (spell.until - spell.since)
    return spell.model_copy(update={"since": now, "until": until})


def changes_at(day: GateDay, now: datetime) -> datetime | None:
    """Return when the next of the spells in force is over; None: none ends by itself."""
    ends = [spell.until for _, spell in _spells(day) if spell.until is not None]
    return min((end for end in ends if end > now), default=None)


def shifted(
    day: GateDay, by: timedelta, zone: ZoneInfo, is_wrong: Callable[[datetime], bool]
) -> GateDay:
    """Return what is in force when the clock it was ordered by has been set right.

    Args:
        day: ordered, some of it, while the clock was not to be believed.
        by: how much later it is than that clock showed.
        zone: the gate's.
        is_wrong: whether an instant is of that clock; what was ordered by a right one, before the
            player was last started, stays as it is.
    """
    spells = {
        name: spell.model_copy(
            update={
                "since": spell.since + by,
                "until": None if spell.until is None else spell.until + by,
            }
        )
        for name, spell in _spells(day)
        if is_wrong(spell.since)
    }
    notices = tuple(
        _shifted(each, by) if is_wrong(from_ms(start_ms(each.sent, zone))) else each
        for each in day.notices
    )
    return day.model_copy(update={**spells, "notices": notices})


def _obey(day: GateDay, order: AnyOrder, setting: Setting) -> Obeyed | Refused:
    match order:
        case LanguageOrder():
            return _speak(day, order, setting)
        case HoldOrder():
            return _hold(day, order, setting)
        case ShowOrder():
            return _show(day, order, setting)
        case BlankOrder():
            return _blank(day, order, setting)
        case PostOrder():
            return _post(day, order, setting)
        case FactOrder():
            return _say(day, order, setting)
        case _:
            assert_never(order)


def _speak(day: GateDay, order: LanguageOrder, setting: Setting) -> Obeyed | Refused:
    strange = [tag for tag in order.languages if tag not in setting.languages]
    if strange:
        return Refused("unknown-language", strange[0])
    if not order.languages:
        return Obeyed(day.model_copy(update={"language": None}), "language-end")
    until = _until(setting, order.minutes)
    spell = LanguageSpell(since=setting.now, until=until, by=order.by, languages=order.languages)
    after = day.model_copy(update={"language": spell})
    return Obeyed(after, "language", " ".join(order.languages), until)


def _hold(day: GateDay, order: HoldOrder, setting: Setting) -> Obeyed | Refused:
    if not order.item:
        return Obeyed(day.model_copy(update={"hold": None}), "hold-end")
    item, language, until = order.item, order.language, _until(setting, order.minutes)
    if item == ON_STAGE:
        slot = setting.around.get(order.steps)
        if slot is None:
            return Refused("unknown-item", item)
        item, language = slot.item, slot.language
        if order.steps > 0:
            until = slot.end
        elif order.steps < 0:
            until = setting.now + (slot.end - slot.start)
    if item not in setting.items:
        return Refused("unknown-item", item)
    spell = HoldSpell(since=setting.now, until=until, by=order.by, item=item, language=language)
    deed: Deed = "hold" if order.steps == 0 else "skip" if order.steps > 0 else "back"
    return Obeyed(day.model_copy(update={"hold": spell}), deed, item, until)


def _show(day: GateDay, order: ShowOrder, setting: Setting) -> Obeyed | Refused:
    if not order.topic:
        return Obeyed(day.model_copy(update={"show": None}), "show-end")
    if order.topic not in setting.topics:
        return Refused("unknown-topic", order.topic)
    if order.language not in setting.languages:
        return Refused("unknown-language", order.language)
    until = _until(setting, order.minutes)
    spell = ShowSpell(
        since=setting.now,
        until=until,
        by=order.by,
        role=order.role,
        topic=order.topic,
        language=order.language,
    )
    return Obeyed(day.model_copy(update={"show": spell}), "show", order.topic, until)


def _blank(day: GateDay, order: BlankOrder, setting: Setting) -> Obeyed:
    until = _until(setting, order.minutes) if order.minutes else None
    spell = BlankSpell(since=setting.now, until=until, by=order.by, is_blank=order.is_blank)
    if until is None:
        # Said now: what the shift log tells is then what happens, whatever the hours become.
        until = setting.hand_until(spell)
        spell = spell.model_copy(update={"until": until})
    deed: Deed = "blank" if order.is_blank else "wake"
    return Obeyed(day.model_copy(update={"blank": spell}), deed, "", until)


def _post(day: GateDay, order: PostOrder, setting: Setting) -> Obeyed | Refused:
    notice = _bounded(order.notice, setting)
    known = {each.id for each in day.notices}
    for reference in map(referenced, notice.references):
        if reference in setting.central:
            return Refused("not-yours", reference)
        if reference not in known:
            return Refused("unknown-notice", reference)
    if notice.message == "alert" and len(day.notices) >= MOST_NOTICES:
        return Refused("too-many", notice.id)
    if notice.message == "cancel":
        notice = _tombstone(notice, day, setting)
    kept = tuple(each for each in day.notices if each.id != notice.id)
    after = day.model_copy(update={"notices": (*kept, notice)})
    over = from_ms(expiry_ms(notice, setting.zone))
    return Obeyed(after, POSTED.get(notice.message, "post"), notice.id, over)


def _bounded(notice: Notice, setting: Setting) -> Notice:
    """Return ``notice`` sent now, with an end; an emergency's is near."""
    now = setting.now.astimezone(setting.zone)
    sent = notice.model_copy(update={"sent": now})
    over = from_ms(expiry_ms(sent, setting.zone))
    if sent.level == "emergency" and sent.message != "cancel":
        over = min(over, now + LONGEST_EMERGENCY)
    elif sent.expires is None and not sent.windows:
        over = now + DEFAULT_LIFE
    return sent.model_copy(update={"expires": over.astimezone(setting.zone)})


def _tombstone(cancel: Notice, day: GateDay, setting: Setting) -> Notice:
    """Return ``cancel`` so that it is kept for as long as what it cancels."""
    named = {referenced(each) for each in cancel.references}
    ends = [from_ms(expiry_ms(each, setting.zone)) for each in day.notices if each.id in named]
    over = max((*ends, setting.now + AFTERWARDS))
    return cancel.model_copy(update={"expires": over.astimezone(setting.zone)})


def _say(day: GateDay, order: FactOrder, setting: Setting) -> Obeyed | Refused:
    refusal = setting.weigh(order.fact, order.value)
    if order.value and refusal is not None:
        return Refused(WHY[refusal], order.fact)
    if not order.value and refusal is Refusal.UNKNOWN and order.fact not in day.facts:
        return Refused(WHY[refusal], order.fact)
    facts = {id_: fact for id_, fact in day.facts.items() if id_ != order.fact}
    if not order.value:
        return Obeyed(day.model_copy(update={"facts": facts}), "fact-end", order.fact)
    facts[order.fact] = LocalFact(value=order.value, at=setting.now, by=order.by)
    return Obeyed(day.model_copy(update={"facts": facts}), "fact", order.fact)


def _until(setting: Setting, minutes: int) -> datetime:
    return setting.now + timedelta(minutes=minutes)


def _spells(day: GateDay) -> Iterator[tuple[str, Spell]]:
    for name in ("language", "hold", "show", "blank"):
        spell = getattr(day, name)
        if spell is not None:
            yield name, spell


def _shifted(notice: Notice, by: timedelta) -> Notice:
    moved = {
        name: moment.astimezone(UTC) + by
        for name in ("sent", "effective", "onset", "expires")
        if isinstance(moment := getattr(notice, name), datetime) and moment.tzinfo is not None
    }
    return notice.model_copy(update=moved)
