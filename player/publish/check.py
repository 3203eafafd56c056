"""Everything that is wrong with a pack source, all at once.

Each check is a function of its own (``check_*.py``) that looks at the source and yields
findings. Here they are called in turn; findings about stand-ins of faulty fields are dropped.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from player.pack.media import Audio, Medium, Video
from player.publish import (
    check_anniversaries,
    check_facts,
    check_hours,
    check_identity,
    check_kinds,
    check_languages,
    check_library,
    check_local_facts,
    check_lookup,
    check_media,
    check_notices,
    check_occasions,
    check_pack,
    check_playlists,
    check_programme,
    check_signs,
    check_templates,
    check_texts,
)
from player.publish.built_content import BuiltMedium, built_file, compose
from player.publish.built_library import compose_library, provisional_pages
from player.publish.built_lookup import compose_lookup
from player.publish.codes import Code
from player.publish.completeness import Completeness, survey
from player.publish.finding import Finding, has_errors, sort_findings
from player.publish.media_facts import ClipFacts, DocumentFacts, Fault, Faults, MediaFacts
from player.publish.progress import Progress
from player.publish.source import PackSource, read_source
from player.publish.subject import Check, Subject, Tools

CHECKS: Final[tuple[Check, ...]] = (
    check_identity.check_item_ids,
    check_identity.check_lookup_ids,
    check_identity.check_listed_ids,
    check_languages.check_language_list,
    check_languages.check_translations,
    check_languages.check_stale,
    check_languages.check_words,
    check_languages.check_alt,
    check_languages.check_review,
    check_texts.check_presence,
    check_texts.check_length,
    check_texts.check_copies,
    check_signs.check_controls,
    check_signs.check_markup,
    check_signs.check_glyphs,
    check_facts.check_sources,
    check_facts.check_expiry,
    check_facts.check_rights,
    check_facts.check_approval,
    check_hours.check_twins,
    check_hours.check_ids,
    check_hours.check_boards,
    check_hours.check_coverage,
    check_hours.check_overlaps,
    check_hours.check_exceptions,
    check_local_facts.check_fact_ids,
    check_local_facts.check_fact_places,
    check_local_facts.check_fact_titles,
    check_kinds.check_tables,
    check_kinds.check_rebuttals,
    check_kinds.check_promotion,
    check_lookup.check_home,
    check_lookup.check_names,
    check_lookup.check_shown_facts,
    check_lookup.check_contacts,
    check_lookup.check_icons,
    check_lookup.check_parts,
    check_lookup.check_topic_texts,
    check_library.check_documents,
    check_library.check_references,
    check_library.check_entry_lengths,
    check_media.check_files,
    check_media.check_extra,
    check_playlists.check_entries,
    check_playlists.check_orphans,
    check_playlists.check_default,
    check_playlists.check_over,
    check_playlists.check_audiences,
    check_anniversaries.check_rare,
    check_anniversaries.check_never,
    check_notices.check_languages,
    check_notices.check_lengths,
    check_notices.check_times,
    check_notices.check_references,
    check_notices.check_lines,
    check_occasions.check_tones,
    check_occasions.check_words,
    check_occasions.check_times,
    check_occasions.check_effect,
    check_templates.check_languages,
    check_templates.check_usable,
    check_templates.check_fixed,
    check_templates.check_icons,
    check_pack.check_counts,
    check_pack.check_weight,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, and what it learned on the way.

    Attributes:
        source: as read.
        findings: sorted by file.
        media: path of a used file -> what it is, or its faults.
        completeness: how far it is translated.
        documents: path of a document of the library -> what it is, or its faults.
    """

    source: PackSource
    findings: tuple[Finding, ...]
    media: Mapping[str, MediaFacts | Faults]
    completeness: Completeness
    documents: Mapping[str, DocumentFacts | Faults] = field(default_factory=dict)

    @property
    def is_fit(self) -> bool:
        """Whether the pack may be built."""
        return not has_errors(self.findings)


def check_source(root: Path, today: date, tools: Tools, progress: Progress) -> Report:
    """Check a source folder.

    Args:
        root: the folder that holds ``pack.toml``.
        today: local day; dates before it have passed.
        tools: of the ``[publish]`` extra.
        progress: told after each piece of work.
    """
    source = read_source(root, progress)
    media = _inspect(source, tools, progress)
    documents = _inspect_documents(source, tools, progress)
    subject = Subject(source, media, today, tools, documents)
    found: list[Finding] = list(source.findings)
    for done, check in enumerate(CHECKS, start=1):
        found += (finding for finding in check(subject) if not source.hides(finding))
        progress("judge", done, len(CHECKS) + 1)
    found += (finding for finding in _judge_whole(subject) if not source.hides(finding))
    progress("judge", len(CHECKS) + 1, len(CHECKS) + 1)
    placed = (replace(each, file=source.folder.shown_name(each.file)) for each in found)
    return Report(source, sort_findings(placed), media, survey(subject), documents)


def _inspect(
    source: PackSource, tools: Tools, progress: Progress
) -> Mapping[str, MediaFacts | Faults]:
    used = check_media.used_media(source)
    paths = sorted(used.keys() & source.folder.media.keys())
    seen: dict[str, MediaFacts | Faults] = {}
    for done, path in enumerate(paths, start=1):
        file = source.folder.media[path]
        try:
            seen[path] = _probe(used[path], file, tools)
        except OSError as e:
            seen[path] = (Fault(Code.FILE_UNREADABLE, {"reason": e.strerror or str(e)}),)
        progress("inspect", done, len(paths))
    return seen


def _inspect_documents(
    source: PackSource, tools: Tools, progress: Progress
) -> Mapping[str, DocumentFacts | Faults]:
    documents = [each for kept in source.lookup.library for each in kept.documents.values()]
    seen: dict[str, DocumentFacts | Faults] = {}
    for done, document in enumerate(documents, start=1):
        files = [source.folder.others[name] for name in document.files]
        try:
            seen[document.path] = tools.document(files)
        except OSError as e:
            seen[document.path] = (Fault(Code.FILE_UNREADABLE, {"reason": e.strerror or str(e)}),)
        progress("open", done, len(documents))
    return seen


def _probe(medium: Medium, file: Path, tools: Tools) -> MediaFacts | Faults:
    match medium:
        case Audio():
            return tools.sound(file)
        case Video():
            return tools.clip(file)
        case _:
            return tools.picture(file)


def _judge_whole(subject: Subject) -> Iterator[Finding]:
    header = subject.source.header
    if header is None or any(check_pack.check_counts(subject)):
        return
    media = _provisional(subject)
    content = compose(subject.source, header, media, subject.tools)
    yield from check_pack.check_content_size(content)
    pages = {
        path: provisional_pages(facts)
        for path, facts in subject.documents.items()
        if not isinstance(facts, tuple)
    }
    library = compose_library(subject.source, pages, subject.tools)
    lookup = compose_lookup(subject.source.lookup, library, media, subject.tools)
    yield from check_pack.check_lookup_size(lookup)
    if subject.source.playlists:
        yield from check_programme.check_holes(subject, content)
    yield from check_programme.check_essential(subject, content)


def _provisional(subject: Subject) -> Mapping[str, BuiltMedium]:
    built: dict[str, BuiltMedium] = {}
    for path, facts in subject.media.items():
        if not isinstance(facts, tuple):
            size = subject.source.folder.media[path].stat().st_size
            file = built_file(facts, facts.sha256, size)
            built[path] = BuiltMedium(file, poster=file if isinstance(facts, ClipFacts) else None)
    return built
