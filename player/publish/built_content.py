"""From a source to what the built pack says: words with break marks, durations, media by digest."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, assert_never

from player.pack.content import Content
from player.pack.facts import LocalFacts
from player.pack.gate import Gate
from player.pack.hours import Hours
from player.pack.item import HoursBoard, Item, ItemText, Table, shown_fields
from player.pack.language import Words
from player.pack.media import Audio, BuiltFile, MediaFile, Medium, Picture, SoundFile, Video
from player.pack.model import PackModel
from player.pack.notice import NOTICE_SHOWN, Notice, NoticeText
from player.pack.notice_template import NoticeTemplate, TemplateField, TemplateText
from player.pack.occasion import Occasion
from player.pack.playlist import Playlist
from player.publish.built_table import broken_cells
from player.publish.check_media import medium_path
from player.publish.media_facts import ClipFacts, MediaFacts, PictureFacts, SoundFacts
from player.publish.shown import read_text, shown_texts
from player.publish.slide_time import slide_s
from player.publish.source import Header, PackSource
from player.publish.subject import Tools

_Worded = TypeVar("_Worded", bound=PackModel)


@dataclass(frozen=True, slots=True)
class BuiltMedium:
    """What the build made of one file of a source; a clip has a ``poster``."""

    file: BuiltFile
    poster: BuiltFile | None = None


def built_file(facts: MediaFacts, sha256: str, size: int) -> BuiltFile:
    """Return a probed file as a pack names it: by what its probe said, digest and bytes."""
    match facts:
        case PictureFacts(_, kind, width, height):
            return MediaFile(sha256=sha256, size=size, type=kind, width=width, height=height)
        case ClipFacts(_, width, height, length):
            return MediaFile(
                sha256=sha256,
                size=size,
                type="video/mp4",
                width=width,
                height=height,
                duration_ms=length,
            )
        case SoundFacts(_, kind, length):
            return SoundFile(sha256=sha256, size=size, type=kind, duration_ms=length)
        case _:
            assert_never(facts)


def compose(
    source: PackSource, header: Header, media: Mapping[str, BuiltMedium], tools: Tools
) -> Content:
    """Return what the built pack says.

    Args:
        source: as read; items that cannot be read are left out.
        header: of that source.
        media: path -> what the build made of it; a path that is missing stays unbuilt.
        tools: of the ``[publish]`` extra.
    """
    gate = header.gate
    neighbour = gate.neighbour
    neighbour_name = built_words(neighbour.name, tools)
    return Content(
        format=header.format,
        pack=header.pack,
        gate=gate.model_copy(
            update={
                "name": built_words(gate.name, tools),
                "province": built_words(gate.province, tools),
                "neighbour": neighbour.model_copy(update={"name": neighbour_name}),
                "hours": _hours(gate.hours, tools) if gate.hours else None,
            }
        ),
        languages=header.languages,
        items=[_item(entry.item, gate, media, tools) for entry in source.items if entry.item],
        playlists=[built_playlist(entry.value, tools) for entry in source.playlists],
        notices=tuple(built_notice(entry.value, tools) for entry in source.notices),
        ticker=tuple(
            entry.value.model_copy(update={"text": built_words(entry.value.text, tools), "of": {}})
            for entry in source.ticker
        ),
        occasions=tuple(_occasion(entry.value, tools) for entry in source.occasions),
        local_facts=_local_facts(header.local_facts, tools),
        notice_templates=tuple(built_template(entry.template, tools) for entry in source.templates),
    )


def built_playlist(playlist: Playlist, tools: Tools) -> Playlist:
    """Return a playlist with the solar days of its lunar one."""
    lunar = playlist.when.lunar
    if lunar is None:
        return playlist
    dated = lunar.model_copy(update={"dates": tools.lunar_days(lunar)})
    when = playlist.when.model_copy(update={"lunar": dated})
    return playlist.model_copy(update={"when": when})


def encode(document: Mapping[str, object]) -> bytes:
    """Return ``document`` as JSON, the same bytes for the same values."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def encode_content(content: Content) -> bytes:
    """Return ``content.json``; fields at their default are left to the reader's default."""
    return encode(content.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def _item(item: Item, gate: Gate, media: Mapping[str, BuiltMedium], tools: Tools) -> Item:
    update: dict[str, object] = dict(_media(item, media, tools))
    video = update.get("video")
    clip = video.file if isinstance(video, Video) else None
    clip_ms = (clip.duration_ms if clip else None) or 0
    update["text"] = {tag: _text(item, gate, tag, clip_ms, tools) for tag in item.text}
    if isinstance(item, Table):
        update |= broken_cells(item, tools)
    if item.source is not None:
        authority = built_words(item.source.authority, tools)
        update["source"] = item.source.model_copy(update={"authority": authority})
    return item.model_copy(update=update)


def _media(
    item: Item, media: Mapping[str, BuiltMedium], tools: Tools
) -> Iterator[tuple[str, Medium | Mapping[str, Medium]]]:
    """Yield the fields of an item that hold media, built."""
    for name, value in item:
        if isinstance(value, Medium):
            yield name, built_medium(value, media, tools)
        elif isinstance(value, Mapping) and any(isinstance(e, Medium) for e in value.values()):
            yield name, {tag: built_medium(each, media, tools) for tag, each in value.items()}


def built_medium(medium: Medium, media: Mapping[str, BuiltMedium], tools: Tools) -> Medium:
    """Return a medium with the files the build made of it, as far as it made any."""
    built = media.get(medium_path(medium))
    if built and isinstance(built.file, SoundFile) != isinstance(medium, Audio):
        built = None  # one file, named as two things
    update: dict[str, object] = {"file": built.file} if built else {}
    if isinstance(medium, Video) and built:
        update["poster"] = built.poster
    if isinstance(medium, Audio):
        update["of"] = ""
    if isinstance(medium, Picture | Video):
        update["alt"] = built_words(medium.alt, tools)
    return medium.model_copy(update=update)


def _text(item: Item, gate: Gate, tag: str, clip_ms: int, tools: Tools) -> ItemText:
    text = item.text[tag]
    read = "\n".join((read_text(item, tag), *_board_names(item, gate, tag)))
    searched = (tools.break_words(shown.text, tag)[1] for shown in shown_texts(item, tag))
    return text.model_copy(
        update={
            **{
                name: tools.break_words(getattr(text, name), tag)[0]
                for name in shown_fields(item.kind)
            },
            "of": "",
            "search": "\n".join(filter(None, searched)),
            "duration_s": slide_s(read, item.min_duration_s, clip_ms),
        }
    )


def _board_names(item: Item, gate: Gate, tag: str) -> Iterator[str]:
    """Yield what a reader looks through to find his lane on a board of opening hours."""
    if isinstance(item, HoursBoard) and gate.hours is not None:
        for pair in gate.hours.pairs(item.lanes, item.activities):
            yield from (named.name.get(tag, "") for named in pair)


def _hours(hours: Hours, tools: Tools) -> Hours:
    def worded(entry: _Worded, field: str) -> _Worded:
        return entry.model_copy(update={field: built_words(getattr(entry, field), tools)})

    return hours.model_copy(
        update={
            "lanes": [worded(lane, "name") for lane in hours.lanes],
            "activities": [worded(activity, "name") for activity in hours.activities],
            "exceptions": [worded(exception, "reason") for exception in hours.exceptions],
        }
    )


def _local_facts(facts: LocalFacts, tools: Tools) -> LocalFacts:
    def worded(entry: _Worded, *fields: str) -> _Worded:
        words = {field: built_words(getattr(entry, field), tools) for field in fields}
        return entry.model_copy(update=words)

    return facts.model_copy(
        update={
            "phones": tuple(worded(each, "title") for each in facts.phones),
            "openings": tuple(worded(each, "title") for each in facts.openings),
            "rates": tuple(worded(each, "title", "ask") for each in facts.rates),
        }
    )


def built_notice(notice: Notice, tools: Tools) -> Notice:
    """Return a notice as screens show it: its words with break marks."""
    text = {tag: _notice_text(each, tag, tools) for tag, each in notice.text.items()}
    authority = built_words(notice.authority, tools)
    return notice.model_copy(update={"text": text, "authority": authority})


def _notice_text(text: NoticeText, tag: str, tools: Tools) -> NoticeText:
    shown = {name: tools.break_words(getattr(text, name), tag)[0] for name in NOTICE_SHOWN}
    return text.model_copy(update={**shown, "of": ""})


def _occasion(occasion: Occasion, tools: Tools) -> Occasion:
    """Return an occasion in plain words: they are printed, which needs no break marks."""
    update = {
        field: {tag: tools.break_words(text, tag)[1] for tag, text in words.items()}
        for field, words in (("name", occasion.name), ("authority", occasion.authority))
    }
    return occasion.model_copy(update=update)


def built_template(template: NoticeTemplate, tools: Tools) -> NoticeTemplate:
    """Return a template of notices with break marks."""
    return template.model_copy(
        update={
            "name": built_words(template.name, tools),
            "fields": tuple(_field(each, tools) for each in template.fields),
            "text": {tag: _template_text(each, tag, tools) for tag, each in template.text.items()},
        }
    )


def _field(field: TemplateField, tools: Tools) -> TemplateField:
    choices = tuple(
        each.model_copy(update={"name": built_words(each.name, tools)}) for each in field.choices
    )
    return field.model_copy(update={"name": built_words(field.name, tools), "choices": choices})


def _template_text(text: TemplateText, tag: str, tools: Tools) -> TemplateText:
    shown = {name: tools.break_words(getattr(text, name), tag)[0] for name in NOTICE_SHOWN}
    given = {key: tools.break_words(each, tag)[0] for key, each in text.given.items()}
    return text.model_copy(update={**shown, "given": given})


def built_words(words: Words, tools: Tools) -> Words:
    """Return a short text of several languages with break marks."""
    return {tag: tools.break_words(text, tag)[0] for tag, text in words.items()}
