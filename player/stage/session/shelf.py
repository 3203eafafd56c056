"""The library of a session: what is on offer, and one entry of it, read, heard or watched."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from player.clock import ClockTrust
from player.errors import PlaybackError
from player.pack.item import Bulletin, Clip, Item, Recording
from player.pack.language import choose_language
from player.pack.library import (
    DocumentEntry,
    LibraryEntry,
    Way,
    gives_way,
    had_in,
    item_of,
    languages_had,
    on_offer,
    version_for,
    ways,
)
from player.pack.media import BuiltFile, MediaFile
from player.stage.session.moment import Moment
from player.stage.session.page import Button, Line, Page
from player.stage.session.views import EntryView, LibraryView

_OPENS = {Way.READ: "read_in", Way.HEARD: "hear_in", Way.WATCHED: "watch_in"}


def entries_on_offer(moment: Moment) -> tuple[LibraryEntry, ...]:
    """Return what may be opened now, newest first."""
    zone = moment.zone
    is_sure = moment.trust is not ClockTrust.UNTRUSTED
    day = moment.now.astimezone(zone).date() if is_sure else None
    offered, items = on_offer(moment.lookup.library, _items(moment), day, zone), _items(moment)
    is_quiet = moment.is_quiet
    return tuple(each for each in offered if not (is_quiet and gives_way(each, items)))


def library_page(moment: Moment, view: LibraryView) -> Page:
    """Return the entries, all or those in one language, and the languages to choose from."""
    offered, items = entries_on_offer(moment), _items(moment)
    wanted = had_in(offered, items, view.language) if view.language else offered
    tags = ("", *_in_order(moment, languages_had(offered, items)))
    choices = Line(
        "choices",
        language=moment.tag,
        cells=(moment.say("library_all"), *map(moment.language_name, tags[1:])),
        actions=tuple(f"library:{tag}" for tag in tags),
        chosen=tags.index(view.language) if view.language in tags else -1,
    )
    buttons = tuple(_button(moment, entry, view.language) for entry in wanted)
    return Page(
        "Library",
        moment.tag,
        moment.say("library"),
        "books",
        hint="" if buttons else moment.say("library_none"),
        lines=(choices,),
        buttons=buttons,
    )


def entry_page(moment: Moment, view: EntryView) -> Page:
    """Return an entry as it is read, heard or watched; the library where it is gone."""
    entry = next((each for each in entries_on_offer(moment) if each.id == view.entry), None)
    asked = view.language or moment.tag
    fallback = moment.lines.composer.writer.fallback(asked)
    version = version_for(entry, _items(moment), asked, fallback) if entry else None
    if entry is None or version is None:
        return library_page(moment, LibraryView())
    tag, way = version
    title, title_tag = _title(moment, entry, tag)
    marks = [moment.say("sample")] if entry.sample else []
    if tag != asked:
        # In the language that was asked for: its reader must learn why this one is another.
        marks.append(moment.say("fallback", language=moment.language_name(tag)))
    page = Page("Reader", title_tag, title, entry.icon, marks=tuple(marks))
    versions = tuple(_versions(moment, entry, tag))
    if isinstance(entry, DocumentEntry):
        made = _document(moment, page, entry.pages[tag])
        return replace(made, buttons=versions, hint=_origin(moment, entry))
    item = item_of(entry, _items(moment))
    if isinstance(item, Clip):
        return replace(_film(moment, page, item), buttons=versions)
    lines = tuple(_words(moment, item, tag, way)) if item else ()
    others = tuple(
        Line("topic", each.text, each.language, icon=each.icon, action=each.action)
        for each in versions
    )
    return replace(page, template="Answer", lines=(*lines, *others))


def _document(moment: Moment, page: Page, files: Sequence[MediaFile]) -> Page:
    file = files[min(moment.session.stop.sheet, len(files) - 1)]
    aspect = file.width / file.height
    return replace(page, picture=_uri(moment, file), aspect=aspect, pages=len(files))


def _origin(moment: Moment, entry: DocumentEntry) -> str:
    """Return who says what a document says, and whose work it is."""
    source, rights = entry.source, entry.rights
    said = [moment.lines.composer.writer.source(source, moment.tag)] if source else []
    said += [moment.say("picture", credit=rights.credit)] if rights.shown else []
    return " · ".join(said)


def _film(moment: Moment, page: Page, item: Clip) -> Page:
    file, poster = item.video.file, item.video.poster
    volume = moment.lines.composer.volume
    return replace(
        page,
        template="Film",
        picture=_uri(moment, poster),
        aspect=poster.width / poster.height if poster else 1.0,
        clip=_uri(moment, file),
        volume=-1 if volume is None else volume,
        hint=moment.say("stop_listening" if moment.session.is_heard else "watch"),
    )


def _words(moment: Moment, item: Bulletin | Recording, tag: str, way: Way) -> Iterator[Line]:
    """Yield the words of an item, and where there is a recording the button that plays it."""
    writer = moment.lines.composer.writer
    shown_in = choose_language(item.text, tag, writer.fallback(tag))
    text = item.text[shown_in]
    if isinstance(item, Recording) and way is Way.HEARD:
        yield from listen_line(moment, item, tag)
    for part in filter(None, (text.caption, *text.body.split("\n"))):
        yield Line("paragraph", part, shown_in)
    picture = moment.lines.picture(item.picture, shown_in)
    if picture is not None:
        yield picture
    if item.source is not None:
        yield Line("origin", writer.source(item.source, shown_in), shown_in)


def listen_line(moment: Moment, item: Recording, tag: str) -> Iterator[Line]:
    """Yield the button that plays a recording in ``tag`` or stops it; none on a mute screen."""
    audio, volume = item.audio.get(tag), moment.lines.composer.volume
    if audio is None or audio.file is None or volume is None:
        return
    is_heard = moment.session.is_heard
    said = moment.say("hear_in", language=moment.language_name(tag))
    yield Line(
        "listen",
        moment.say("stop_listening") if is_heard else said,
        moment.tag,
        icon="stop" if is_heard else "listen",
        action="listen",
        chosen=1 if is_heard else -1,
        picture=_uri(moment, audio.file),
    )


def _versions(moment: Moment, entry: LibraryEntry, current: str) -> Iterator[Button]:
    """Yield a button for each other language the entry can be had in."""
    had = ways(entry, _items(moment))
    for tag in _in_order(moment, had):
        way = had[tag]
        if tag != current:
            words = moment.say(_OPENS[way], language=moment.language_name(tag))
            icon = "listen" if way is Way.HEARD else "language"
            yield Button(f"entry:{entry.id}/{tag}", words, moment.tag, icon)


def _button(moment: Moment, entry: LibraryEntry, language: str) -> Button:
    had = _in_order(moment, ways(entry, _items(moment)))
    title, tag = _title(moment, entry, language or moment.tag)
    names = " · ".join(map(moment.language_name, had))
    action = f"entry:{entry.id}/{language}" if language else f"entry:{entry.id}"
    return Button(action, title, tag, entry.icon, note=names)


def _title(moment: Moment, entry: LibraryEntry, language: str) -> tuple[str, str]:
    """Return the title in ``language`` or what stands in for it, and the language it is in."""
    fallback = moment.lines.composer.writer.fallback(language)
    tag = choose_language(entry.text, language, fallback)
    return entry.text[tag].title, tag


def _in_order(moment: Moment, tags: Iterable[str]) -> list[str]:
    """Return languages in the order of the screen, those it does not offer last."""
    ordered = moment.lines.composer.languages
    places = {tag: place for place, tag in enumerate(ordered)}
    return sorted(tags, key=lambda tag: places.get(tag, len(ordered)))


def _items(moment: Moment) -> Mapping[str, Item]:
    return moment.lines.composer.pack.content.item_by_id


def _uri(moment: Moment, file: BuiltFile | None) -> str:
    """Return the address of a built file; "" where it is missing or damaged."""
    if file is None:
        return ""
    try:
        return moment.lines.composer.pack.file(file.sha256).as_uri()
    except PlaybackError:
        return ""
