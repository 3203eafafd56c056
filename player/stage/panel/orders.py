"""From what an officer touches to an order of ``store/gate_orders.py``; pure.

An order that ends where it began leads back to the menu, where it says what is in force now.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from player.pack.notice import Notice, Status
from player.stage.gate.cancels import cancel_of
from player.stage.panel.clock_digits import dialled_clock
from player.stage.panel.fields import clock_minute
from player.stage.panel.forms import EMERGENCIES, Forms, Occasion, Template, refusals
from player.stage.panel.gate_view import FactOffer, GateView
from player.stage.panel.machine_view import Errand
from player.stage.panel.rights import Deed, may
from player.stage.panel.rules import (
    HOLD_MIN,
    LANGUAGE_MIN,
    TYPED,
    Draft,
    PanelSession,
    at_menu,
    back,
    drafting,
    opened,
    template_of,
    valued,
    walk,
)
from player.stage.panel.views import (
    Action,
    Alarm,
    Back,
    Begin,
    Blank,
    Cancel,
    Dial,
    Done,
    Edit,
    Export,
    Hold,
    Keep,
    Leave,
    Open,
    Place,
    Post,
    Revise,
    Service,
    Set,
    Show,
    Speak,
    Turn,
    Undo,
    Unsay,
    View,
)
from player.store.gate_orders import (
    AnyOrder,
    BlankOrder,
    FactOrder,
    HoldOrder,
    LanguageOrder,
    PostOrder,
    ShowOrder,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes an order this one: an id that was never given before, and when."""

    id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Context:
    """What an officer acts upon."""

    gate: GateView
    forms: Forms
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a touch.

    Attributes:
        session: if the order is taken, or there is none; None: it is over.
        order: to be given; None: nothing is ordered.
        exports: whether the shift log is to be written to a stick.
        errand: to be done to the machine; None: nothing is.
        clock: what time the machine's clock is to be set to; None: it is left.
        fault: key of a sentence why nothing was ordered; "": nothing is wrong.
    """

    session: PanelSession | None
    order: AnyOrder | None = None
    exports: bool = False
    errand: Errand | None = None
    clock: datetime | None = None
    fault: str = ""


def act(session: PanelSession, action: Action, context: Context) -> Outcome:
    """Return what becomes of ``action``."""
    if isinstance(action, Open | Back | Turn | Leave | Set | Dial | Edit):
        return Outcome(walk(session, action, context.gate, context.forms))
    deed, do = _DO[type(action)]
    if not may(session.role, deed):
        return Outcome(session, fault="not_yours")
    return do(replace(session, message="", is_refused=False), action, context)


def previewed(session: PanelSession, context: Context) -> Notice | None:
    """Return the notice as it would be posted now; None: it is not complete."""
    template, draft = template_of(session, context.forms), session.draft
    if template is None or draft is None or refusals(template, draft.values):
        return None
    try:
        notice = _filled(template, draft.values, session, context, draft.status)
    except ValueError:
        return None
    if not draft.replaces:
        return notice
    before = context.gate.find(draft.replaces)
    status = before.notice.status if before else notice.status
    revision = {"message": "update", "references": (draft.replaces,), "status": status}
    return notice.model_copy(update=revision)


def begun(template: Template, now: datetime) -> Draft:
    """Return a draft with what usually stands in its fields."""
    return Draft(template.id, {each.id: each.begin(now) for each in template.fields})


def _filled(
    template: Template,
    values: Mapping[str, str],
    session: PanelSession,
    context: Context,
    status: Status = "actual",
) -> Notice:
    stamp = context.stamp
    return template.fill(values, Occasion(stamp.id, stamp.at, session.by, status))


def _who(session: PanelSession, context: Context) -> dict[str, Any]:
    stamp = context.stamp
    return {"id": stamp.id, "at": stamp.at, "by": session.by, "role": session.role}


def _speak(session: PanelSession, action: Speak, context: Context) -> Outcome:
    tags = [each.id for each in context.gate.languages]
    if action.language not in tags:
        return Outcome(session)
    others = [] if session.is_only else [tag for tag in tags if tag != action.language]
    order = LanguageOrder(
        **_who(session, context),
        languages=(action.language, *others),
        minutes=session.minutes or LANGUAGE_MIN,
    )
    return Outcome(at_menu(session), order)


def _hold(session: PanelSession, action: Hold, context: Context) -> Outcome:
    gate = context.gate
    ids = [each.id for each in gate.items]
    here = gate.stage.id if gate.stage else ""
    if action.steps == 0 or here not in ids:
        item = here if action.steps == 0 else (ids[0] if ids else "")
    else:
        item = ids[(ids.index(here) + action.steps) % len(ids)]
    return _kept(session, item, action.steps, context)


def _keep(session: PanelSession, action: Keep, context: Context) -> Outcome:
    known = any(each.id == action.item for each in context.gate.items)
    return _kept(session, action.item if known else "", 0, context)


def _kept(session: PanelSession, item: str, steps: int, context: Context) -> Outcome:
    if not item:
        return Outcome(session, fault="no_item")
    order = HoldOrder(
        **_who(session, context),
        item=item,
        steps=steps,
        language=session.speak,
        minutes=session.minutes or HOLD_MIN,
    )
    return Outcome(at_menu(session), order)


def _show(session: PanelSession, action: Show, context: Context) -> Outcome:
    gate = context.gate
    if not any(each.id == action.topic for each in gate.topics) or not gate.languages:
        return Outcome(session)
    order = ShowOrder(
        **_who(session, context),
        topic=action.topic,
        language=session.speak or gate.languages[0].id,
        minutes=session.minutes or HOLD_MIN,
    )
    # An information counter goes on from topic to topic.
    return Outcome(session, order)


def _blank(session: PanelSession, action: Blank, context: Context) -> Outcome:
    order = BlankOrder(**_who(session, context), is_blank=action.is_blank)
    return Outcome(at_menu(session), order)


def _undo(session: PanelSession, action: Undo, context: Context) -> Outcome:
    who = _who(session, context)
    orders: dict[str, Callable[[], AnyOrder]] = {
        "language": lambda: LanguageOrder(**who),
        "hold": lambda: HoldOrder(**who),
        "show": lambda: ShowOrder(**who),
        "blank": lambda: BlankOrder(**who, is_blank=not _is_blank(context.gate)),
    }
    if not may(session.role, action.what):
        return Outcome(session, fault="not_yours")
    return Outcome(session, orders[action.what]())


def _is_blank(gate: GateView) -> bool:
    return gate.day.blank is not None and gate.day.blank.is_blank


def _begin(session: PanelSession, action: Begin, context: Context) -> Outcome:
    template = context.forms.find(action.template)
    if template is None or template.id in EMERGENCIES:
        return Outcome(session)
    now = context.gate.now.astimezone(context.gate.zone)
    drafted = replace(session, draft=begun(template, now))
    return Outcome(opened(drafted, View("form") if template.fields else View("preview")))


def _post(session: PanelSession, _action: Post, context: Context) -> Outcome:
    notice = previewed(session, context)
    if not may(session.role, drafting(session)):
        return Outcome(session, fault="not_yours")
    if notice is None or session.view.place != "preview":
        return Outcome(session, fault="not_complete")
    return Outcome(at_menu(session), PostOrder(**_who(session, context), notice=notice))


def _revise(session: PanelSession, action: Revise, context: Context) -> Outcome:
    found = context.gate.find(action.notice)
    template = context.forms.find(found.notice.template) if found else None
    if found is None or not found.is_local or template is None or template.id in EMERGENCIES:
        return Outcome(session, fault="not_revisable")
    draft = Draft(template.id, dict(found.notice.values), replaces=found.notice.id)
    return Outcome(opened(replace(session, draft=draft), View("form")))


def _cancel(session: PanelSession, action: Cancel, context: Context) -> Outcome:
    found = context.gate.find(action.notice)
    if found is None or not found.is_local:
        return Outcome(session, fault="not_revisable")
    is_alarm = found.notice.level == "emergency"
    if not may(session.role, "emergency" if is_alarm else "notice"):
        return Outcome(session, fault="not_yours")
    stamp = context.stamp
    cancel = cancel_of(found.notice, stamp.id, stamp.at, session.by)
    gone = at_menu(session) if is_alarm else session
    return Outcome(gone, PostOrder(**_who(session, context), notice=cancel))


def _alarm(session: PanelSession, action: Alarm, context: Context) -> Outcome:
    template = context.forms.find(action.template)
    if template is None or template.id not in EMERGENCIES:
        return Outcome(session)
    draft = begun(template, context.gate.now.astimezone(context.gate.zone))
    draft = replace(draft, status=action.status)
    if refusals(template, draft.values):
        # A doctor is called to a place, and only the officer knows which.
        return Outcome(opened(replace(session, draft=draft), View("form")))
    try:
        notice = _filled(template, draft.values, session, context, action.status)
    except ValueError:
        return Outcome(session, fault="not_complete")
    return Outcome(at_menu(session), PostOrder(**_who(session, context), notice=notice))


def _done(session: PanelSession, _action: Done, context: Context) -> Outcome:
    kind, _, rest = session.view.what.partition("/")
    gone = back(session)
    if session.view.place not in TYPED or gone is None:
        return Outcome(session)
    typed = session.typed.strip()
    if session.view.place == "clock":
        return _set(session, gone, typed, context)
    if kind == "field":
        if session.view.place == "pad" and clock_minute(typed) is None:
            return Outcome(replace(session, typed=""), fault="no_time")
        return Outcome(valued(gone, rest, typed))
    fact = context.gate.fact(rest) if kind == "fact" else None
    if fact is None:
        return Outcome(gone)
    return _said(session, gone, fact, typed, context)


def _set(session: PanelSession, gone: PanelSession, typed: str, context: Context) -> Outcome:
    if not may(session.role, "machine"):
        return Outcome(session, fault="not_yours")
    at = dialled_clock(typed, context.gate.zone)
    if at is None:
        return Outcome(replace(session, typed=""), fault="no_clock")
    return Outcome(gone, clock=at)


def _said(
    session: PanelSession, gone: PanelSession, fact: FactOffer, typed: str, context: Context
) -> Outcome:
    if not may(session.role, "fact"):
        return Outcome(session, fault="not_yours")
    if not typed or (fact.kind == "number" and not _fits(fact, typed)):
        return Outcome(session, fault="beyond_limits")
    return Outcome(gone, FactOrder(**_who(session, context), fact=fact.id, value=typed))


def _fits(fact: FactOffer, typed: str) -> bool:
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        return False
    is_enough = fact.least is None or number >= fact.least
    return is_enough and (fact.most is None or number <= fact.most)


def _unsay(session: PanelSession, action: Unsay, context: Context) -> Outcome:
    if context.gate.fact(action.fact) is None:
        return Outcome(session)
    return Outcome(session, FactOrder(**_who(session, context), fact=action.fact))


def _export(session: PanelSession, _action: Export, _context: Context) -> Outcome:
    return Outcome(session, exports=True)


ASKED_ON: Final[Mapping[Errand, Place]] = {"restart": "restart", "reset": "reset-sure"}
"""Page that asks for the last time; whatever comes from elsewhere was not asked."""


def _service(session: PanelSession, action: Service, _context: Context) -> Outcome:
    asked_on = ASKED_ON.get(action.errand)
    if asked_on is not None and session.view.place != asked_on:
        return Outcome(session)
    return Outcome(session, errand=action.errand)


_DO: Final[Mapping[type, tuple[Deed, Callable[[PanelSession, Any, Context], Outcome]]]] = {
    Speak: ("language", _speak),
    Hold: ("hold", _hold),
    Keep: ("hold", _keep),
    Show: ("show", _show),
    Blank: ("blank", _blank),
    Undo: ("log", _undo),
    Begin: ("notice", _begin),
    Post: ("log", _post),
    Revise: ("notice", _revise),
    Cancel: ("emergency", _cancel),
    Alarm: ("emergency", _alarm),
    Done: ("log", _done),
    Unsay: ("fact", _unsay),
    Export: ("export", _export),
    Service: ("machine", _service),
}
"""What each asks a right for; where several may be meant, the deed itself asks again."""
