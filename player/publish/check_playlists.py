"""Checks of the playlists: they name items that exist, and together they leave none out."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from player.pack.playlist import Playlist
from player.publish.check_facts import last_day
from player.publish.codes import Code
from player.publish.complaint import suggest
from player.publish.finding import Finding
from player.publish.folder import PLAYLISTS_FILE
from player.publish.subject import Subject


def check_entries(subject: Subject) -> Iterator[Finding]:
    """Find entries that name no item, or one twice."""
    known = _known_items(subject)
    for position, playlist in _playlists(subject):
        seen: set[str] = set()
        for place, entry in enumerate(playlist.items):
            field = f"playlists[{position}].items[{place}]"
            values = {"playlist": playlist.id, "item": entry.item}
            if entry.item not in known:
                values["suggestion"] = suggest(entry.item, sorted(known)) or "—"
                yield Finding(PLAYLISTS_FILE, Code.ITEM_UNKNOWN, field, values=values)
            elif entry.item in seen:
                yield Finding(PLAYLISTS_FILE, Code.ITEM_REPEATED, field, values=values)
            seen.add(entry.item)


def check_orphans(subject: Subject) -> Iterator[Finding]:
    """Find items that no playlist plays, no loop takes in and the library does not hold."""
    is_unsure = any(file == PLAYLISTS_FILE for file, _ in subject.source.faulty)
    if is_unsure or not subject.source.playlists:
        return
    played = {entry.item for _, playlist in _playlists(subject) for entry in playlist.items}
    played |= {kept.item for kept in subject.source.lookup.library if kept.item is not None}
    for file, item in subject.items():
        if item.id not in played and not item.essential and not item.must_show:
            yield Finding(file, Code.ITEM_NEVER_PLAYS, "id", values={"item": item.id})


def check_default(subject: Subject) -> Iterator[Finding]:
    """Find a pack whose screens have nothing to play when no rule holds."""
    if not subject.source.documents.get(PLAYLISTS_FILE):
        return
    defaults = [(place, playlist) for place, playlist in _playlists(subject) if playlist.default]
    if not defaults:
        yield Finding(PLAYLISTS_FILE, Code.DEFAULT_PLAYLIST_MISSING)
    for position, playlist in defaults:
        if not playlist.when.is_always:
            field = f"playlists[{position}].when"
            values = {"playlist": playlist.id}
            yield Finding(PLAYLISTS_FILE, Code.DEFAULT_PLAYLIST_CONDITIONAL, field, values=values)


def check_over(subject: Subject) -> Iterator[Finding]:
    """Find playlists whose last day has passed."""
    for position, playlist in _playlists(subject):
        until = last_day(playlist.when.valid.until)
        if until is not None and until < subject.today:
            field = f"playlists[{position}].when.valid.until"
            values = {"playlist": playlist.id, "date": f"{until}"}
            yield Finding(PLAYLISTS_FILE, Code.PLAYLIST_OVER, field, values=values)


def check_audiences(subject: Subject) -> Iterator[Finding]:
    """Find an audience tag used once that looks like one used more often."""
    uses = [
        *((file, "audience", tag) for file, item in subject.items() for tag in item.audience),
        *(
            (PLAYLISTS_FILE, f"playlists[{position}].audience", tag)
            for position, playlist in _playlists(subject)
            for tag in playlist.audience
        ),
    ]
    counts = Counter(tag for _, _, tag in uses)
    common = [tag for tag, count in counts.items() if count > 1]
    for file, field, tag in uses:
        close = suggest(tag, common) if counts[tag] == 1 else ""
        if close:
            values = {"value": tag, "suggestion": close}
            yield Finding(file, Code.AUDIENCE_MISSPELT, field, values=values)


def _playlists(subject: Subject) -> Iterator[tuple[int, Playlist]]:
    for entry in subject.source.playlists:
        yield entry.position, entry.value


def _known_items(subject: Subject) -> frozenset[str]:
    # A file too faulty to be read counts as the item it would be: one finding about it is enough.
    stems = {PurePosixPath(entry.file).stem for entry in subject.source.items if not entry.item}
    return frozenset(stems | {item.id for _, item in subject.items()})
