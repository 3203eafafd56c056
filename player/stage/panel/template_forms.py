"""Templates of ``player/notices`` as the forms of the panel: at this gate, at this instant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from player.notices.fields import GateFacts, Posting, Reason, asked, is_offered, keep_field, offers
from player.notices.filling import Issue, fill
from player.notices.saying import Sayer, Speech, Voice
from player.pack.language import choose_language
from player.pack.notice import Level, Notice
from player.pack.notice_template import FieldKind, NoticeTemplate, TemplateField
from player.stage.panel.fields import first_span, spans_text
from player.stage.panel.forms import Forms, Occasion

DEFAULT_MINUTES: Final = "30"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where templates are filled in.

    Attributes:
        facts: of the gate.
        voice: how each language says what was filled in.
        speech: the panel's own words.
        tag: language of the panel.
        now: aware.
    """

    facts: GateFacts
    voice: Voice
    speech: Speech
    tag: str
    now: datetime

    @property
    def posting(self) -> Posting:
        """How a field would be filled in now."""
        return Posting(self.facts, self.now, ZoneInfo(self.facts.gate.time_zone))

    def choose(self, words: Mapping[str, str]) -> str:
        """Return words in the language of the panel, or the nearest there is."""
        return words[choose_language(words, self.tag, ())] if words else ""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field, with what there is to choose at this gate."""

    field: TemplateField
    desk: Desk

    @property
    def id(self) -> str:
        """Names it within its template."""
        return self.field.id

    @property
    def kind(self) -> FieldKind:
        """How it is filled."""
        return self.field.kind

    @property
    def label(self) -> str:
        """What it asks for."""
        return self.desk.choose(self.field.name)

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        """What can be chosen by a touch, in the language of the panel."""
        sayer = Sayer(self.desk.voice, self.desk.posting)
        found = offers(self.field, self.desk.facts)
        return [(value, sayer.said(self.field, value, self.desk.tag)) for value in found]

    def begin(self, now: datetime) -> str:
        """Return what usually stands in it: the hour that begins, half an hour to wait."""
        if self.kind == "windows":
            return spans_text((first_span(now),))
        if self.kind == "minutes":
            return DEFAULT_MINUTES
        found = self.choices if self.kind in {"lane", "choice"} and not self.field.optional else ()
        return found[0][0] if len(found) == 1 else ""

    def refuse(self, value: str) -> str:
        """Return why it cannot be ``value``, in words; "": it can."""
        kept = keep_field(self.field, value, self.desk.posting)
        if not isinstance(kept, Reason):
            return ""
        return self.desk.speech.say(self.desk.tag, f"refused_{kept.value}")


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """One template."""

    template: NoticeTemplate
    desk: Desk

    @property
    def id(self) -> str:
        """Names it."""
        return self.template.id

    @property
    def title(self) -> str:
        """What it is for."""
        return self.desk.choose(self.template.name)

    @property
    def icon(self) -> str:
        """Beside the title."""
        return self.template.icon

    @property
    def level(self) -> Level:
        """Its rank on screen."""
        return self.template.level

    @property
    def fields(self) -> Sequence[FormField]:
        """Those that there is something to ask about."""
        found = asked(self.template, self.desk.facts, self.desk.now)
        return [FormField(each, self.desk) for each in found]

    def fill(self, values: Mapping[str, str], occasion: Occasion) -> Notice:
        """Return the notice.

        Raises:
            ValueError: a value is refused by its field.
        """
        issue = Issue(occasion.id, occasion.at, occasion.by, occasion.status)
        made = fill(self.template, values, self.desk.facts, self.desk.voice, issue)
        if not isinstance(made, Notice):
            refused = ", ".join(f"{each.field}: {each.reason.value}" for each in made)
            raise ValueError(refused)  # noqa: TRY004  (the type tells that it was refused, and why)
        return made


def forms_at(desk: Desk, templates: Iterable[NoticeTemplate]) -> Forms:
    """Return the forms of a gate; a template that cannot be filled in there is left out."""
    return Forms([FormTemplate(each, desk) for each in templates if is_offered(each, desk.facts)])
