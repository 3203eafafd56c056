"""Notices from the command line: the templates of a gate, listed, and filled in and posted."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import typer

from player import clock
from player.config.naming import closest
from player.errors import OrderError
from player.main.gate_orders import Counter
from player.main.lookups import lookup_or_none
from player.main.notice_shelf import Shelf, shelf_of
from player.main.selection import open_pack_for
from player.notices.fields import Reason, Refusal, asked, is_offered, offers
from player.notices.filling import Issue
from player.notices.saying import in_language
from player.pack.notice import Notice
from player.pack.notice_template import FieldKind, NoticeTemplate, TemplateField
from player.store.gate_orders import PostOrder

HOW: Final[Mapping[FieldKind, Reason]] = {
    "windows": Reason.NO_WINDOWS,
    "opening": Reason.NO_OPENING,
    "time": Reason.NO_TIME,
    "date": Reason.NO_DATE,
    "minutes": Reason.OUT_OF_RANGE,
    "plate": Reason.NO_PLATE,
}
"""Kinds that are typed -> the reason whose sentence says how."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Whoever fills templates in for a counter."""

    counter: Counter
    shelf: Shelf

    @classmethod
    def at(cls, counter: Counter) -> "Clerk":
        """Return the clerk of ``counter``, who knows its gate by the best pack of its home."""
        opened = open_pack_for(counter.screen)
        content = opened.pack.content if opened else None
        lookup = lookup_or_none(opened.pack) if opened else None
        return cls(counter, shelf_of(counter.screen, content, lookup))

    def find(self, id_: str) -> NoticeTemplate:
        """Return the template of that id.

        Raises:
            OrderError: there is none; names the one probably meant.
        """
        known = self.shelf.templates
        if id_ not in known:
            raise OrderError(self._unknown("template", id_, tuple(known)))
        return known[id_]

    def read(self, template: NoticeTemplate, written: Sequence[str]) -> dict[str, str]:
        """Return field -> value, of ``FIELD=VALUE`` each.

        Raises:
            OrderError: one is no such pair, or names a field that ``template`` has not.
        """
        known = tuple(each.id for each in template.fields)
        values: dict[str, str] = {}
        for each in written:
            name, equals, value = each.partition("=")
            if not equals:
                raise OrderError(self.counter.words.say("field_unset", written=each))
            if name not in known:
                raise OrderError(self._unknown("field", name, known, template=template.id))
            values[name] = value
        return values

    def explain(self, template: NoticeTemplate, refused: Sequence[Refusal]) -> str:
        """Return why ``template`` was not filled in, a sentence for each field."""
        fields = {each.id: each for each in template.fields}
        return " ".join(self._why(fields.get(each.field), each.reason) for each in refused)

    def told(self, template: NoticeTemplate, now: datetime) -> Iterator[str]:
        """Yield the lines that tell of a template: itself, then each field that is asked."""
        lang = self.counter.words.lang
        level = self.counter.words.say(f"level_{template.level}")
        yield f"{template.id}  {in_language(template.name, lang)} ({level})"
        for each in asked(template, self.shelf.facts, now):
            name = in_language(each.name, lang)
            note = self.counter.words.say("field_optional") if each.optional else ""
            yield "  ".join(filter(None, ("   ", each.id, name, note, self._how(each))))

    def _how(self, field: TemplateField) -> str:
        """Return what may be written into ``field``."""
        choices = ", ".join(offers(field, self.shelf.facts))
        reason = HOW.get(field.kind)
        return self._sentence(reason) if reason else choices and f"[{choices}]"

    def _why(self, field: TemplateField | None, reason: Reason) -> str:
        sentence = self._sentence(reason)
        if field is None:
            return sentence
        choices = offers(field, self.shelf.facts)
        if choices and reason in {Reason.MISSING, Reason.NOT_OFFERED}:
            sentence += " " + self.counter.words.say("field_offers", known=", ".join(choices))
        name = in_language(field.name, self.counter.words.lang)
        named = f"{field.id} ({name})" if name else field.id
        return f"{named}: {sentence}"

    def _sentence(self, reason: Reason) -> str:
        return self.shelf.phrases.say(self.counter.words.lang, f"refused_{reason.value}")

    def _unknown(self, what: str, name: str, known: Sequence[str], **values: str) -> str:
        near = closest(name, known)
        say = self.counter.words.say
        values = {**values, "name": name, "known": ", ".join(known) or "–"}
        if near is None:
            return say(f"{what}_unknown", **values)
        return say(f"{what}_near", near=near, **values)


def list_templates(counter: Counter) -> None:
    """Say which templates can be filled in at this gate, and with what."""
    clerk, now = Clerk.at(counter), clock.now()
    for each in clerk.shelf.templates.values():
        if is_offered(each, clerk.shelf.facts):
            for line in clerk.told(each, now):
                typer.echo(line)


def post(
    counter: Counter, name: str, written: Sequence[str], replaces: str, *, is_exercise: bool
) -> None:
    """Fill a template in and post the notice.

    Args:
        counter: where.
        name: id of the template.
        written: ``FIELD=VALUE`` each; what is not said stays as in the notice that is revised.
        replaces: id of that notice; empty: it is a new one.
        is_exercise: whether it says in all languages that it is not meant.

    Raises:
        OrderError: there is no such template, field, value or notice, or the player refused.
    """
    clerk = Clerk.at(counter)
    template = clerk.find(name)
    values = {**_kept(counter, template, replaces), **clerk.read(template, written)}
    issue = Issue(
        id=uuid.uuid4().hex,
        sent=clock.now(),
        by=counter.by,
        status="exercise" if is_exercise else "actual",
        references=(replaces,) if replaces else (),
    )
    made = clerk.shelf.fill(template, values, issue)
    if not isinstance(made, Notice):
        raise OrderError(clerk.explain(template, made))
    counter.give(PostOrder.model_validate(counter.who | {"notice": made}))


def _kept(counter: Counter, template: NoticeTemplate, id_: str) -> Mapping[str, str]:
    """Return what the notice that is revised kept of the same template."""
    if not id_:
        return {}
    standing = {each.id: each for each in counter.day.notices if each.message != "cancel"}
    if id_ not in standing:
        known = ", ".join(standing) or "–"
        raise OrderError(counter.words.say("order_no_revised", id=id_, known=known))
    found = standing[id_]
    return found.values if found.template == template.id else {}
