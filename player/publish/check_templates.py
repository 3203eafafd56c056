"""Checks of a pack's templates of notices: usable, whole in every language, and not a fixed one."""

from collections.abc import Iterator, Mapping
from typing import Final

from player.pack.icons import ICONS
from player.pack.language import REFERENCE
from player.pack.notice import NOTICE_SHOWN
from player.pack.notice_template import FIXED, FaultKind, NoticeTemplate, faults
from player.publish.built_content import built_template
from player.publish.codes import Code
from player.publish.complaint import suggest
from player.publish.finding import Finding
from player.publish.subject import Subject

BUILT_IN_LANGUAGES: Final = frozenset({"vi", "en", "zh", "lo", "km"})
"""In which the program has the fixed templates itself."""

_CODES: Final[Mapping[FaultKind, Code]] = {
    FaultKind.PLACEHOLDER_UNKNOWN: Code.PLACEHOLDER_UNKNOWN,
    FaultKind.PLACEHOLDER_MISSING: Code.PLACEHOLDER_MISSING,
    FaultKind.TEXT_LONG: Code.TEMPLATE_LONG,
    FaultKind.END_MISSING: Code.TEMPLATE_END_MISSING,
    FaultKind.NO_EMERGENCY: Code.TEMPLATE_NO_EMERGENCY,
    FaultKind.LIFE_LONG: Code.TEMPLATE_LIFE_LONG,
    FaultKind.CHOICES_MISSING: Code.TEMPLATE_CHOICES_MISSING,
}


def check_languages(subject: Subject) -> Iterator[Finding]:
    """Find templates, and choices of theirs, that lack a language the pack must have."""
    required = [each.tag for each in subject.languages if each.required or each.tag == REFERENCE]
    for entry in subject.source.templates:
        template = entry.template
        if template.id in FIXED:
            continue
        for tag in required:
            if tag not in template.text:
                yield Finding(entry.file, Code.TRANSLATION_MISSING, f"text.{tag}", tag)
            for place, name in _choices(template):
                if not name.get(tag, "").strip():
                    yield Finding(entry.file, Code.WORDS_MISSING, f"{place}.{tag}", tag)
        if not template.name.get(REFERENCE, "").strip():
            yield Finding(entry.file, Code.WORDS_MISSING, f"name.{REFERENCE}", REFERENCE)


def check_usable(subject: Subject) -> Iterator[Finding]:
    """Find what would keep a screen from filling a template in; break marks count."""
    for entry in subject.source.templates:
        for fault in faults(built_template(entry.template, subject.tools)):
            yield Finding(entry.file, _CODES[fault.kind], fault.place, fault.tag, fault.values)


def check_fixed(subject: Subject) -> Iterator[Finding]:
    """Find templates that would change an emergency of the program itself."""
    for entry in subject.source.templates:
        template = entry.template
        if template.id in FIXED and not BUILT_IN_LANGUAGES.isdisjoint(template.text):
            yield Finding(entry.file, Code.TEMPLATE_FIXED, "id", values={"id": template.id})


def check_icons(subject: Subject) -> Iterator[Finding]:
    """Find icons nobody has drawn."""
    for entry in subject.source.templates:
        icon = entry.template.icon
        if icon not in ICONS:
            close = suggest(icon, sorted(ICONS))
            values = {"value": icon, "choices": close or ", ".join(sorted(ICONS))}
            yield Finding(entry.file, Code.ICON_UNKNOWN, "icon", values=values)


def template_texts(subject: Subject) -> Iterator[tuple[str, str, str, str]]:
    """Yield (file, field, language, text) of all words of templates that travellers may see."""
    for entry in subject.source.templates:
        for tag, text in entry.template.text.items():
            for name in NOTICE_SHOWN:
                yield entry.file, f"text.{tag}.{name}", tag, getattr(text, name)
            for key, sentence in text.given.items():
                yield entry.file, f"text.{tag}.given.{key}", tag, sentence
        for place, words in _choices(entry.template):
            for tag, name in words.items():
                yield entry.file, f"{place}.{tag}", tag, name


def _choices(template: NoticeTemplate) -> Iterator[tuple[str, Mapping[str, str]]]:
    for place, field in enumerate(template.fields):
        for position, choice in enumerate(field.choices):
            yield f"fields[{place}].choices[{position}].name", choice.name
