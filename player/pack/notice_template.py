"""Notice templates: the words of a notice but for a few fields that whoever posts it fills in.

Data, so that a gate can add its own. Built-in ones lie in ``assets/notice-templates``, a pack may
carry more. A field is typed: its kind says what may be chosen or typed (``notices/fields.py``),
and how that is said in each language (``notices/saying.py``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum, auto
from typing import Annotated, Final, Literal, get_args

from annotated_types import MaxLen
from pydantic import Field, StringConstraints

from player.config.naming import Identifier, Tag
from player.pack.language import REFERENCE, Words
from player.pack.model import PackModel
from player.pack.notice import (
    NOTICE_SHOWN,
    Category,
    Certainty,
    Level,
    NoticeText,
    ResponseType,
    Severity,
    Sign,
    Urgency,
    is_grave,
)

FieldKind = Literal[
    "lane", "activity", "zone", "windows", "opening", "time", "date", "minutes", "level", "place",
    "choice", "plate", "text", "free",
]  # fmt: skip
"""``lane`` one or several of the gate's · ``activity`` one of the gate's, else all · ``zone`` whose
clock the times are of · ``windows`` stretches of time · ``opening`` closed, or hours of a day ·
``time`` of a day · ``date`` a day, or the first and the last · ``minutes`` · ``level`` 1 to 5 after
Decision 18/2021 · ``place`` of the gate, else a few words · ``choice`` of the template's own ·
``plate`` of a vehicle · ``text`` a few words · ``free`` a paragraph that nobody translates."""

FIELD_KINDS: Final[tuple[str, ...]] = get_args(FieldKind)

ROOM: Final[Mapping[FieldKind, int]] = {
    "lane": 60, "activity": 40, "zone": 40, "windows": 400, "opening": 170, "time": 130,
    "date": 70, "minutes": 40, "level": 40, "place": 50, "choice": 50, "plate": 16, "text": 50,
    "free": 400,
}  # fmt: skip
"""Signs that what is said of a field takes at most, in any language, break marks included. A text
that leaves this much room never grows too long for a notice, whatever is filled in."""

TIMED: Final[frozenset[FieldKind]] = frozenset({"windows", "opening"})
"""Kinds that say until when a notice holds."""

LONGEST_EMERGENCY: Final = timedelta(hours=4)
"""One that the gate posted goes by then, unless it is renewed. Source: DECISIONS.md."""

FIXED: Final[frozenset[str]] = frozenset({"fire", "evacuate", "shelter"})
"""Built-in templates that no pack replaces: an emergency must work where no pack can be read, and
in the very words and signs that were drilled. A pack may add languages to them."""

MAX_TEMPLATES: Final = 60
DAY: Final = "day"

FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]

PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_BRACE: Final = re.compile(r"[{}]")
_LIFE: Final = r"^(day|[1-9][0-9]{0,3} (s|min|h|d))$"
_UNITS: Final[Mapping[str, timedelta]] = {
    "s": timedelta(seconds=1),
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}


class TemplateChoice(PackModel):
    """One thing that may be chosen.

    Attributes:
        window: with a field of kind ``time``: whether lanes are closed until that time of the day,
            or from it on; ``none``: it says nothing of that.
    """

    id: Identifier
    name: Words
    window: Literal["none", "before", "after"] = "none"


class TemplateField(PackModel):
    """What is filled in.

    Attributes:
        id: stands in braces where it is said.
        name: what the person who fills it in is asked.
        optional: it may be left out; ``TemplateText.given`` is what is then not said.
        choices: of a ``choice``.
    """

    id: FieldName
    kind: FieldKind
    name: Words = Field(default={}, max_length=40)
    optional: bool = False
    choices: Sequence[TemplateChoice] = Field(default=(), max_length=24)


class TemplateText(PackModel):
    """The words of a template in one language; what stands in braces is filled in.

    Attributes:
        headline, description, instruction: as of ``NoticeText``.
        given: optional field -> sentence that is added to the description when it is filled in.
    """

    headline: str = Field(min_length=1, max_length=160)
    description: str = Field(default="", max_length=600)
    instruction: str = Field(default="", max_length=400)
    given: Mapping[FieldName, str] = Field(default={}, max_length=20)


class NoticeTemplate(PackModel):
    """A notice to be filled in.

    Attributes:
        order: place in the menu, low numbers first.
        icon: one of ``pack/icons.py``.
        name: in the menu.
        level, categories, responses, urgency, severity, certainty, sign, sounds, audiences: of the
            notice, see ``Notice``.
        closes: whether the lanes it is about are closed within its windows.
        whole_gate: it is about all lanes of the gate.
        life: how long it stays where its fields do not say so: ``60 s``, ``30 min``, ``4 h``, ``7
            d``, or ``day``: until the end of the day; empty: its fields say so.
    """

    id: Identifier
    order: int = Field(default=1000, ge=0, le=10_000)
    icon: Identifier = "information"
    name: Words = Field(max_length=40)
    level: Level
    categories: Sequence[Category] = Field(default=("other",), max_length=12)
    responses: Sequence[ResponseType] = Field(default=(), max_length=9)
    urgency: Urgency = "unknown"
    severity: Severity = "moderate"
    certainty: Certainty = "unknown"
    sign: Sign = "none"
    sounds: bool = False
    audiences: Sequence[Identifier] = Field(default=(), max_length=40)
    closes: bool = False
    whole_gate: bool = False
    life: Annotated[str, StringConstraints(pattern=_LIFE)] | Literal[""] = ""
    fields: Sequence[TemplateField] = Field(default=(), max_length=12)
    text: Mapping[Tag, TemplateText] = Field(min_length=1, max_length=40)

    @property
    def is_untranslated(self) -> bool:
        """Whether it carries words that are shown as they were written, in every language."""
        return any(each.kind == "free" for each in self.fields)


def life_of(template: NoticeTemplate) -> timedelta | None:
    """Return how long a notice stays; None: until the end of the day, or as its fields say."""
    number, _, unit = template.life.partition(" ")
    return int(number) * _UNITS[unit] if unit else None


class FaultKind(StrEnum):
    """Why a template cannot be used."""

    PLACEHOLDER_UNKNOWN = auto()
    PLACEHOLDER_MISSING = auto()
    TEXT_LONG = auto()
    END_MISSING = auto()
    NO_EMERGENCY = auto()
    LIFE_LONG = auto()
    CHOICES_MISSING = auto()


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One reason, and where: ``place`` is the field's path, ``tag`` its language if it has one."""

    kind: FaultKind
    place: str
    tag: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def faults(template: NoticeTemplate) -> Iterator[TemplateFault]:
    """Yield what is wrong with a template that no single field shows."""
    yield from _of_rank(template)
    for place, each in enumerate(template.fields):
        if each.kind == "choice" and not each.choices:
            yield TemplateFault(FaultKind.CHOICES_MISSING, f"fields[{place}].choices")
        yield from _of_choices(f"fields[{place}].choices", each)
    wanted = _wanted(template)
    for tag, text in template.text.items():
        yield from _of_placeholders(template, tag, text)
        for name in sorted(wanted - {found for _, found in _said(text)}):
            values = {"value": f"{{{name}}}"}
            yield TemplateFault(FaultKind.PLACEHOLDER_MISSING, f"text.{tag}", tag, values)
        yield from _of_lengths(template, tag, text)


def _of_choices(place: str, each: TemplateField) -> Iterator[TemplateFault]:
    for position, choice in enumerate(each.choices):
        for tag, text in choice.name.items():
            if len(text) > ROOM["choice"]:
                values = {"limit": str(ROOM["choice"]), "length": str(len(text))}
                where = f"{place}[{position}].name.{tag}"
                yield TemplateFault(FaultKind.TEXT_LONG, where, tag, values)


def _of_rank(template: NoticeTemplate) -> Iterator[TemplateFault]:
    life = life_of(template)
    is_emergency = template.level == "emergency"
    if is_emergency and not is_grave(template.urgency, template.severity, template.certainty):
        yield TemplateFault(FaultKind.NO_EMERGENCY, "level")
    if is_emergency and (life is None or life > LONGEST_EMERGENCY):
        yield TemplateFault(FaultKind.LIFE_LONG, "life")
    if not template.life and not any(_ends(each) for each in template.fields):
        yield TemplateFault(FaultKind.END_MISSING, "life")


def _ends(each: TemplateField) -> bool:
    return not each.optional and each.kind in TIMED


def _wanted(template: NoticeTemplate) -> set[str]:
    """Return the placeholders every language must have: those of the reference text."""
    text = template.text.get(REFERENCE) or next(iter(template.text.values()))
    return {name for _, name in _said(text)}


def _said(text: TemplateText) -> Iterator[tuple[str, str]]:
    """Yield (field of the text, placeholder in it)."""
    for shown in NOTICE_SHOWN:
        yield from ((shown, name) for name in PLACEHOLDER.findall(getattr(text, shown)))
    for key, sentence in text.given.items():
        yield from ((f"given.{key}", name) for name in PLACEHOLDER.findall(sentence))


def _of_placeholders(
    template: NoticeTemplate, tag: str, text: TemplateText
) -> Iterator[TemplateFault]:
    by_id = {each.id: each for each in template.fields}
    for place, name in _said(text):
        known = by_id.get(name)
        # What may be left out would leave a hole; of activities there is a word for all.
        is_safe = known is not None and (
            not known.optional or known.kind == "activity" or place == f"given.{name}"
        )
        if not is_safe:
            values = {"value": f"{{{name}}}", "choices": ", ".join(by_id)}
            yield TemplateFault(FaultKind.PLACEHOLDER_UNKNOWN, f"text.{tag}.{place}", tag, values)
    sentences = {shown: getattr(text, shown) for shown in NOTICE_SHOWN}
    sentences |= {f"given.{key}": sentence for key, sentence in text.given.items()}
    for place, sentence in sentences.items():
        left = _BRACE.search(PLACEHOLDER.sub("", sentence))
        if left:
            values = {"value": left[0], "choices": ", ".join(by_id)}
            yield TemplateFault(FaultKind.PLACEHOLDER_UNKNOWN, f"text.{tag}.{place}", tag, values)


def _of_lengths(template: NoticeTemplate, tag: str, text: TemplateText) -> Iterator[TemplateFault]:
    for name in NOTICE_SHOWN:
        sentences = [getattr(text, name)]
        if name == "description":
            sentences += text.given.values()
        length = sum(_longest(template, sentence) + 1 for sentence in sentences) - 1
        if length > LIMITS[name]:
            values = {"limit": str(LIMITS[name]), "length": str(length)}
            yield TemplateFault(FaultKind.TEXT_LONG, f"text.{tag}.{name}", tag, values)


def _longest(template: NoticeTemplate, sentence: str) -> int:
    """Return how long ``sentence`` is with the longest values."""
    kinds = {each.id: each.kind for each in template.fields}
    rooms = (ROOM[kinds[name]] for name in PLACEHOLDER.findall(sentence) if name in kinds)
    return len(PLACEHOLDER.sub("", sentence)) + sum(rooms)


LIMITS: Final[Mapping[str, int]] = {
    name: rule.max_length
    for name in NOTICE_SHOWN
    for rule in NoticeText.model_fields[name].metadata
    if isinstance(rule, MaxLen)
}
"""Of each shown field of a notice, in signs."""
