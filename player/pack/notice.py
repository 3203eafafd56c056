"""Notices: what people must be told now, each with an end it comes to by itself.

The fields are those of CAP 1.2 (OASIS, Common Alerting Protocol, 1 July 2010), in JSON and with
values in lower case, so that alerts of other systems are taken over field by field; what an
``info`` block says in words stands once per language (``NoticeText``), what it says in codes
stands once. Added are what a border gate needs: its rank here, lanes, activities, several windows
a day, and who ordered it.

Held against the elements of ``CAP-v1.2.xsd`` (names, order, how often, values)::

    alert  identifier=id sender sent status msgType=message source scope restriction addresses
           code=codes note references incidents
    info   language=key of text; category=categories event responseType=responses urgency severity
           certainty audience eventCode=event_codes effective onset expires senderName=authority
           headline description instruction web contact parameter=parameters area=areas
    area   areaDesc=name geocode=geocodes

Not kept, for a screen stands at one gate and draws no map: ``resource``, and of ``area`` polygon,
circle, altitude and ceiling; nor an XML signature, for what vouches for a notice is who signed the
book it is in. ``publish/cap/`` says so of each alert that had any.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from player.config.naming import Identifier, Tag
from player.pack.language import Words
from player.pack.model import PackModel
from player.pack.window import ClockRange, Moment, Validity

Level = Literal["emergency", "urgent", "important", "normal", "filler"]
"""P1 to P5: takes the screen over; banner and inserted page; pinned in the loop; now and then in
the loop; fills it. The first four are also told in words that stand or run beside the pages."""

LEVELS: Final[tuple[Level, ...]] = ("emergency", "urgent", "important", "normal", "filler")

Status = Literal["actual", "exercise", "system", "test", "draft"]
MessageType = Literal["alert", "update", "cancel", "ack", "error"]
Scope = Literal["public", "restricted", "private"]
Category = Literal[
    "geo", "met", "safety", "security", "rescue", "fire", "health", "env", "transport", "infra",
    "cbrne", "other",
]  # fmt: skip
ResponseType = Literal[
    "shelter", "evacuate", "prepare", "execute", "avoid", "monitor", "assess", "allclear", "none"
]
Urgency = Literal["immediate", "expected", "future", "past", "unknown"]
Severity = Literal["extreme", "severe", "moderate", "minor", "unknown"]
Certainty = Literal["observed", "likely", "possible", "unlikely", "unknown"]
SEVERITIES: Final[tuple[Severity, ...]] = ("extreme", "severe", "moderate", "minor", "unknown")
URGENCIES: Final[tuple[Urgency, ...]] = ("immediate", "expected", "future", "past", "unknown")
CERTAINTIES: Final[tuple[Certainty, ...]] = (
    "observed", "likely", "possible", "unlikely", "unknown",
)  # fmt: skip
"""Each of CAP 1.2, worst first."""

Sign = Literal["none", "warning", "evacuate", "assembly", "fire", "shelter", "first-aid", "clear"]
"""Which safety sign stands beside the words."""

AlertId = Annotated[str, StringConstraints(pattern=r"^[^\s,<&]+$", max_length=200)]
"""Names a notice for good; CAP forbids blanks, commas, ``<`` and ``&`` in it."""

Reference = Annotated[
    str, StringConstraints(pattern=r"^[^\s,<&]+(,[^\s,<&]+,[^\s,<&]+)?$", max_length=500)
]
"""An earlier notice: its id, or CAP's ``sender,identifier,sent``."""

ShortText = Annotated[str, StringConstraints(max_length=200)]


class NamedValue(PackModel):
    """What another system says by a name of its own; the same name may come again."""

    name: str = Field(min_length=1, max_length=200)
    value: str = Field(default="", max_length=2_000)


class Area(PackModel):
    """Where what a notice tells of is.

    Attributes:
        name: CAP's ``areaDesc``, per language.
        geocodes: codes of places, e.g. of a district.
    """

    name: Words = Field(default={}, max_length=40)
    geocodes: Sequence[NamedValue] = Field(default=(), max_length=100)


class NoticeWindow(Validity):
    """A stretch of time in which a notice is on air; it always has an end.

    Attributes:
        until: end, see ``Moment``.
        dayparts: only within these windows of the gate's day; empty: all the while.
    """

    until: Moment
    dayparts: Sequence[ClockRange] = Field(default=(), max_length=24)


class NoticeText(PackModel):
    """A notice in one language.

    Attributes:
        headline: what happens, where and until when, in a few words.
        description: the same in full.
        instruction: what to do, and where to go.
        event: what kind of event it is, in words.
        audience: whom it is meant for, in words.
        contact: whom to ask.
        is_untranslated: written by hand in another language than the one it stands for: then
            ``headline`` is this language's heading, and the rest is as it was written.
        review: whether a competent reader of this language has approved it, and who.
        of: stamp of the reference text this one was translated from; not in a built pack.
    """

    headline: str = Field(min_length=1, max_length=160)
    description: str = Field(default="", max_length=600)
    instruction: str = Field(default="", max_length=400)
    event: ShortText = ""
    audience: ShortText = ""
    contact: ShortText = ""
    is_untranslated: bool = False
    review: Literal["draft", "reviewed"] = "draft"
    reviewed_by: str = ""
    of: str = Field(default="", max_length=40)


NOTICE_SHOWN: Final = ("headline", "description", "instruction")
"""Fields of ``NoticeText`` a traveller sees, in reading order."""


class Notice(PackModel):
    """One notice of an authority.

    Attributes:
        id: CAP's ``identifier``.
        sender: who sent it, by CAP's rules for the name; empty: the gate itself.
        sent: when it was issued; of two equally grave the newer comes first.
        status: ``actual`` is meant; ``exercise`` and ``test`` say so wherever they show;
            ``system`` and ``draft`` show nowhere.
        message: CAP's ``msgType``: whether it is new, or replaces or cancels ``references``.
        scope: only ``public`` shows; ``restriction`` and ``addresses`` say for whom the others are.
        incidents: names that several notices of one event have in common.
        source, note, codes: where it comes from, what for, and how other systems handle it.
        level: its rank on screen.
        severity: how grave; decides which of several comes first.
        authority: who issues it, per language (CAP's ``senderName``).
        categories, responses, urgency, certainty: CAP's, for other systems and for the rank.
        effective: from when on it is known to the public; None: since it was sent.
        onset: when what it tells of begins.
        expires: when it goes; None: with its last window, else ``notices.life.DEFAULT_LIFE`` after
            it was sent.
        windows: when what it tells of holds; it is on air within them, and announced between
            them; none: from ``effective`` until ``expires``.
        web: page of the issuer with more.
        event_codes, parameters, areas: of other systems; kept for them, and shown nowhere.
        lanes, activities: of the gate's hours that it is about; empty: it is about no lane.
        closes: whether those are closed within its windows.
        audiences: tags of the people it is for, as an item's; empty: everyone.
        disaster_level: 1 to 5 after Viet Nam's Decision 18/2021; None: no disaster.
        sign: beside the words.
        sounds: whether a screen that may sound an alarm does so.
        sample: invented for demonstration; says so on screen, in the language shown.
        ordered_by, order_reference: who ordered it, and by which paper.
        template, values: what it was made of at the gate, so that it can be revised.
    """

    id: AlertId
    sender: Annotated[str, StringConstraints(pattern=r"^[^\s,<&]*$", max_length=200)] = ""
    sent: Moment
    status: Status = "actual"
    message: MessageType = "alert"
    scope: Scope = "public"
    restriction: ShortText = ""
    addresses: Sequence[ShortText] = Field(default=(), max_length=40)
    references: Sequence[Reference] = Field(default=(), max_length=100)
    incidents: Sequence[ShortText] = Field(default=(), max_length=20)
    source: ShortText = ""
    note: str = Field(default="", max_length=600)
    codes: Sequence[ShortText] = Field(default=(), max_length=20)

    level: Level
    categories: Sequence[Category] = Field(default=("other",), min_length=1, max_length=12)
    responses: Sequence[ResponseType] = Field(default=(), max_length=9)
    urgency: Urgency = "unknown"
    severity: Severity = "moderate"
    certainty: Certainty = "unknown"
    authority: Words = Field(default={}, max_length=40)
    effective: Moment | None = None
    onset: Moment | None = None
    expires: Moment | None = None
    windows: Sequence[NoticeWindow] = Field(default=(), max_length=60)
    web: str = Field(default="", max_length=500)
    event_codes: Sequence[NamedValue] = Field(default=(), max_length=20)
    parameters: Sequence[NamedValue] = Field(default=(), max_length=100)
    areas: Sequence[Area] = Field(default=(), max_length=100)

    lanes: Sequence[Identifier] = Field(default=(), max_length=40)
    activities: Sequence[Identifier] = Field(default=(), max_length=20)
    closes: bool = False
    audiences: Sequence[Identifier] = Field(default=(), max_length=40)
    disaster_level: Annotated[int, Field(ge=1, le=5)] | None = None
    sign: Sign = "none"
    icon: Identifier = "information"
    sounds: bool = False
    sample: bool = False
    ordered_by: ShortText = ""
    order_reference: ShortText = ""
    template: ShortText = ""
    values: Mapping[str, str] = Field(default={}, max_length=20)
    text: Mapping[Tag, NoticeText] = Field(default={}, max_length=40)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and self.message != "cancel":
            raise PydanticCustomError("notice_silent", "the notice has no text in any language")
        return self

    @model_validator(mode="after")
    def _is_as_grave_as_it_claims(self) -> Self:
        if self.level == "emergency" and not is_emergency(self):
            raise PydanticCustomError(
                "notice_no_emergency",
                "an emergency is immediate or expected, extreme or severe, observed or likely",
            )
        return self


def is_emergency(notice: Notice) -> bool:
    """Say whether CAP's three scales together are those of an emergency."""
    return is_grave(notice.urgency, notice.severity, notice.certainty)


def is_grave(urgency: str, severity: str, certainty: str) -> bool:
    """Say whether these three together are those of an emergency.

    Source: the usual threshold of wireless alerts; DECISIONS.md.
    """
    return (
        urgency in {"immediate", "expected"}
        and severity in {"extreme", "severe"}
        and certainty in {"observed", "likely"}
    )


def referenced(reference: str) -> str:
    """Return the id of the notice that a reference names."""
    parts = reference.split(",")
    return parts[1] if len(parts) > 1 else parts[0]
