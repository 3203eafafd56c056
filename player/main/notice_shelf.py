"""The templates of a gate, and all that they are filled in with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from player import resources
from player.config.screen import Screen
from player.main.gate_facts import gate_facts, voice_of
from player.main.notice_templates import built_in, templates_for
from player.main.repertoire import read_phrases
from player.notices.fields import GateFacts, Refusal
from player.notices.filling import Issue, fill
from player.pack.content import Content
from player.pack.lookup import Lookup
from player.pack.notice import Notice
from player.pack.notice_template import NoticeTemplate
from player.stage.panel.forms import Forms
from player.stage.panel.template_forms import Desk, forms_at
from player.stage.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies ready at a gate.

    Attributes:
        templates: by id, in the order of the menu.
        facts: of the gate.
        phrases: interface words.
    """

    templates: Mapping[str, NoticeTemplate]
    facts: GateFacts
    phrases: Phrases

    def fill(
        self, template: NoticeTemplate, values: Mapping[str, str], issue: Issue
    ) -> Notice | tuple[Refusal, ...]:
        """Return the notice, or what of ``values`` is refused; see ``notices/filling.py``."""
        return fill(template, values, self.facts, voice_of(self.phrases), issue)

    def forms(self, language: str, now: datetime) -> Forms:
        """Return the templates as the staff panel fills them in at ``now``, in ``language``."""
        desk = Desk(self.facts, voice_of(self.phrases), self.phrases, language, now)
        return forms_at(desk, self.templates.values())


def shelf_of(screen: Screen, content: Content | None, lookup: Lookup | None) -> Shelf:
    """Return the templates of the gate of ``screen``; ``content`` None: there is no pack."""
    phrases = read_phrases(resources.assets() / "strings")
    facts = gate_facts(screen, content, lookup, phrases)
    return Shelf(templates_for(built_in(), content), facts, phrases)
