"""Pages that make a notice: template, fields, preview; and the page of emergencies."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from player.pack.notice import NOTICE_SHOWN, Notice
from player.stage.panel.fields import (
    DAY,
    MOST_WINDOWS,
    TOMORROW,
    Span,
    chosen_of,
    clock_text,
    spans_of,
)
from player.stage.panel.forms import Field, FieldKind, Forms, Template, refusals
from player.stage.panel.menu import standing_line
from player.stage.panel.page import PanelLine, PanelPage
from player.stage.panel.rules import Draft, PanelSession, template_of
from player.stage.panel.writing import Writing
from player.stage.session.page import Button

Control = tuple[str, str, bool]
"""Action, words, whether it is on."""

TYPED: Final[frozenset[FieldKind]] = frozenset({"place", "plate", "text", "free", "date"})
SPANNED: Final[frozenset[FieldKind]] = frozenset({"windows", "opening"})
NOW_MINUTES: Final = (30, 60, 120)


def templates_page(writing: Writing, forms: Forms) -> PanelPage:
    """Return what a notice can be about, the most used first."""
    buttons = tuple(
        Button(f"template:{each.id}", each.title, writing.tag, each.icon) for each in forms.everyday
    )
    hint = writing.say("hint_templates" if buttons else "no_templates")
    return PanelPage("Cards", writing.say("menu_notice"), "complaint", hint, buttons=buttons)


def form_page(writing: Writing, session: PanelSession, forms: Forms) -> PanelPage:
    """Return the fields of the draft, each its own control."""
    template, draft = template_of(session, forms), session.draft
    if template is None or draft is None:
        return templates_page(writing, forms)
    faults = refusals(template, draft.values) if draft.is_tried else {}
    lines = tuple(
        line
        for each in template.fields
        for line in _field(writing, each, draft, template, faults.get(each.id, ""))
    )
    hint = writing.say("hint_revise" if draft.replaces else "hint_form")
    tools = (writing.button("preview", "preview", "search", is_on=True),)
    return PanelPage("Lines", template.title, template.icon, hint, lines=lines, tools=tools)


def preview_page(
    writing: Writing, session: PanelSession, forms: Forms, notice: Notice | None
) -> PanelPage:
    """Return exactly what will be read, in every language."""
    template = template_of(session, forms)
    if template is None or notice is None:
        return form_page(writing, session, forms)
    lines = [_facts(writing, template, notice), *_texts(writing, notice)]
    key = "post_revision" if notice.message == "update" else "post"
    tools = (writing.button("post", key, "exit", is_on=True),)
    title = writing.say("preview_of", title=template.title)
    hint = writing.say("hint_preview")
    return PanelPage("Lines", title, template.icon, hint, lines=tuple(lines), tools=tools)


def emergency_page(writing: Writing, session: PanelSession, forms: Forms) -> PanelPage:
    """Return the kinds of emergency, each as a drill or meant; those in force come first."""
    standing = (
        standing_line(writing, session, each)
        for each in writing.gate.standing
        if each.notice.level == "emergency" and each.is_local
    )
    kinds = (
        PanelLine(
            each.title,
            language=writing.tag,
            icon=each.icon,
            actions=(f"drill:{each.id}", f"alarm:{each.id}"),
            words=(writing.say("drill"), writing.say("meant")),
            lit=(False, False),
            is_alarm=True,
        )
        for each in forms.emergencies
    )
    title, hint = writing.say("emergency"), writing.say("hint_emergency")
    return PanelPage("Lines", title, "emergency", hint, lines=(*standing, *kinds))


def _field(
    writing: Writing, field: Field, draft: Draft, template: Template, fault: str
) -> Iterator[PanelLine]:
    value = draft.values.get(field.id, "")
    controls = tuple(_choices(writing, field, value))
    if field.kind in SPANNED:
        spans, clock = spans_of(value), _clock(template.fields, draft.values)
        controls += tuple(_windows(writing, field, len(spans)))
        yield _line(writing, field.label, "" if spans else value, controls, fault)
        for at, span in enumerate(spans):
            yield _window(
                writing,
                field,
                at,
                _both(writing, span, clock),
                is_later=bool(_day(writing, span.day)),
            )
        return
    if field.kind == "time":
        steps = (("-60", "−1 h"), ("-15", "−15′"), ("+15", "+15′"), ("+60", "+1 h"))
        controls += tuple((f"edit:{field.id}:{how}", text, False) for how, text in steps)
        controls += ((f"pad:field/{field.id}", writing.say("type_time"), False),)
    if field.kind == "minutes":
        controls += tuple(
            (f"edit:{field.id}:{how}5", f"{sign}5", False) for how, sign in ("-−", "++")
        )
    if field.kind in TYPED:
        controls += ((f"type:field/{field.id}", writing.say("type"), False),)
    yield _line(writing, field.label, _said(writing, field, value), controls, fault)


def _line(
    writing: Writing, label: str, said: str, controls: Sequence[Control], fault: str = ""
) -> PanelLine:
    return PanelLine(
        label,
        said,
        writing.tag,
        fault=fault,
        actions=tuple(action for action, _, _ in controls),
        words=tuple(words for _, words, _ in controls),
        lit=tuple(is_on for _, _, is_on in controls),
    )


def _choices(_writing: Writing, field: Field, value: str) -> Iterator[Control]:
    is_many = field.kind == "lane"
    chosen = chosen_of(value) if is_many else (value,)
    how = "~" if is_many else "="
    for id_, words in field.choices:
        yield f"edit:{field.id}:{how}{id_}", words, id_ in chosen


def _windows(writing: Writing, field: Field, count: int) -> Iterator[Control]:
    for minutes in NOW_MINUTES:
        words = writing.say("from_now", minutes=str(minutes))
        yield f"edit:{field.id}:now{minutes}", words, False
    if count < MOST_WINDOWS:
        yield f"pad:window/{field.id}/{count}", writing.say("add_window"), False


def _window(writing: Writing, field: Field, at: int, said: str, *, is_later: bool) -> PanelLine:
    edit = f"edit:{field.id}:"
    controls: list[Control] = [
        (f"{edit}{at}{end}{step}15", f"{writing.say(word)} {sign}15′", False)
        for end, word in (("f", "from"), ("t", "until"))
        for step, sign in (("-", "−"), ("+", "+"))
    ]
    controls.append((f"pad:window/{field.id}/{at}", writing.say("type_time"), False))
    controls.append((f"{edit}{at}d", writing.say("tomorrow"), is_later))
    controls.append((f"{edit}drop{at}", writing.say("drop"), False))
    label = writing.say("window", number=str(at + 1))
    return _line(writing, label, said, controls)


def _both(writing: Writing, span: Span, clock: str) -> str:
    """Return a window on the clocks of both sides; ``clock``: the zone it was typed in."""
    gate = writing.gate
    is_own = clock in {"", gate.zone.key}
    own = _moved(span, 0 if is_own else -gate.ahead_min)
    told = (own, _day(writing, span.day))
    if not gate.neighbour or not gate.ahead_min:
        return " ".join(filter(None, told))
    theirs = _moved(span, gate.ahead_min if is_own else 0)
    return " · ".join(filter(None, (*told, f"{gate.neighbour} {theirs}")))


def _moved(span: Span, minutes: int) -> str:
    start, end = (clock_text((each + minutes) % DAY) for each in (span.start, span.end))
    return f"{start} – {end}"


def _day(writing: Writing, day: str) -> str:
    """Return the day of a window, as officers read it; "": today."""
    if day == TOMORROW:
        return writing.say("tomorrow")
    try:
        named = date.fromisoformat(day)
    except ValueError:
        return day
    is_today = named == writing.gate.now.astimezone(writing.gate.zone).date()
    return "" if is_today else f"{named:%d/%m}"


def _clock(fields: Sequence[Field], values: Mapping[str, str]) -> str:
    """Return the zone in which the times of a form are typed; "": the gate's."""
    return next((values.get(each.id, "") for each in fields if each.kind == "zone"), "")


def _said(writing: Writing, field: Field, value: str) -> str:
    """Return the value where no lit button says it."""
    if any(value == id_ for id_, _ in field.choices) or field.kind == "lane":
        return ""
    if field.kind == "minutes" and value:
        return writing.say("minutes", minutes=value)
    return value


def _facts(writing: Writing, template: Template, notice: Notice) -> PanelLine:
    told = [writing.say(f"{what}_{notice.level}") for what in ("level", "form")]
    if notice.status != "actual":
        told.insert(0, writing.say(f"status_{notice.status}"))
    spans = [
        _both(writing, span, _clock(template.fields, notice.values))
        for field in template.fields
        if field.kind in SPANNED
        for span in spans_of(notice.values.get(field.id, ""))
    ]
    return PanelLine(" · ".join(told), "\n".join(spans), writing.tag)


def _texts(writing: Writing, notice: Notice) -> Iterator[PanelLine]:
    order = [each.id for each in writing.gate.languages]
    tags = sorted(notice.text, key=lambda tag: order.index(tag) if tag in order else len(order))
    for tag in tags:
        text = notice.text[tag]
        headline, *rest = (getattr(text, name) for name in NOTICE_SHOWN)
        lead = writing.gate.language_name(tag)
        if text.is_untranslated:
            lead = writing.say("not_translated", language=lead)
        yield PanelLine(headline, "\n".join(filter(None, rest)), tag, lead=lead)
