"""What is left of a pack once things of it are recalled; pure.

A thing is recalled by its id, whatever it is, or by the digest of a file. Of a file the rule is:
what a pack may leave out is left out (the picture beside a bulletin or a topic, one of several
recordings, a document in one language); what it may not leave out takes the whole thing along
(the picture of a poster, a clip or the picture that stands for it, the plan of the gate).
What refers to something that is gone refers to nothing, as where a pack never had it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol, TypeVar

from player.pack.content import Content, item_media
from player.pack.library import DocumentEntry, LibraryEntry
from player.pack.lookup import Lookup, lookup_media
from player.pack.media import Medium
from player.pack.model import PackModel

Root = TypeVar("Root", Content, Lookup)
Holder = TypeVar("Holder", bound=PackModel)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Named = TypeVar("Named", bound=_Named)


def content_without(content: Content, recalled: frozenset[str]) -> Content:
    """Return ``content`` without what is recalled; itself where nothing is.

    Args:
        content: built.
        recalled: ids and digests.
    """
    if not recalled:
        return content
    items = _kept(_unnamed(content.items, recalled), recalled)
    changes = {
        "items": tuple(items),
        "notices": tuple(_unnamed(content.notices, recalled)),
        "ticker": tuple(_unnamed(content.ticker, recalled)),
    }
    return _changed(content, changes)


def lookup_without(lookup: Lookup, recalled: frozenset[str]) -> Lookup:
    """Return ``lookup`` without what is recalled; itself where nothing is.

    Args:
        lookup: built.
        recalled: ids and digests.
    """
    if not recalled:
        return lookup
    plan = lookup.plan and _without_files(lookup.plan, recalled)
    entries = (_entry(each, recalled) for each in _unnamed(lookup.library, recalled))
    changes = {
        "contacts": tuple(_unnamed(lookup.contacts, recalled)),
        "plan": plan,
        "topics": tuple(_kept(_unnamed(lookup.topics, recalled), recalled)),
        "library": tuple(each for each in entries if each is not None),
    }
    return _changed(lookup, changes)


def names_in(content: Content, lookup: Lookup) -> frozenset[str]:
    """Return the ids of everything in a pack that can be recalled."""
    named: Iterable[Sequence[_Named]] = (
        content.items,
        content.notices,
        content.ticker,
        lookup.contacts,
        lookup.topics,
        lookup.library,
    )
    return frozenset(each.id for each in chain.from_iterable(named))


def files_in(content: Content, lookup: Lookup) -> frozenset[str]:
    """Return the digests of every file in a pack that can be recalled."""
    files = chain(chain.from_iterable(map(item_media, content.items)), lookup_media(lookup))
    return frozenset(file.sha256 for file in files)


def _unnamed(things: Iterable[Named], recalled: frozenset[str]) -> Iterator[Named]:
    return (each for each in things if each.id not in recalled)


def _kept(holders: Iterable[Holder], recalled: frozenset[str]) -> Iterator[Holder]:
    kept = (_without_files(each, recalled) for each in holders)
    return (each for each in kept if each is not None)


def _without_files(holder: Holder, recalled: frozenset[str]) -> Holder | None:
    """Return what is left of an item, topic or plan without recalled files; None: nothing is."""
    changes: dict[str, object] = {}
    for name, value in holder:
        if isinstance(value, Medium) and _is_recalled(value, recalled):
            if type(holder).model_fields[name].is_required():
                return None
            changes[name] = None
        elif isinstance(value, Mapping):
            left = {key: each for key, each in value.items() if not _is_recalled(each, recalled)}
            if value and not left:
                return None
            if len(left) != len(value):
                changes[name] = left
    return holder.model_copy(update=changes) if changes else holder


def _is_recalled(value: object, recalled: frozenset[str]) -> bool:
    return isinstance(value, Medium) and any(
        file is not None and file.sha256 in recalled for file in value.built()
    )


def _entry(entry: LibraryEntry, recalled: frozenset[str]) -> LibraryEntry | None:
    """Return an entry of the library without the languages of which a page is recalled."""
    if not isinstance(entry, DocumentEntry):
        return entry
    pages = {
        tag: files
        for tag, files in entry.pages.items()
        if recalled.isdisjoint(file.sha256 for file in files)
    }
    if len(pages) == len(entry.pages):
        return entry
    return entry.model_copy(update={"pages": pages}) if pages else None


def _changed(root: Root, changes: Mapping[str, object]) -> Root:
    """Return a root with other fields; ``model_copy`` would keep what it looked up by id."""
    if all(_is_same(getattr(root, name), value) for name, value in changes.items()):
        return root
    fields = {name: getattr(root, name) for name in type(root).model_fields}
    return type(root).model_construct(**{**fields, **changes})


def _is_same(old: object, new: object) -> bool:
    if isinstance(old, Sequence) and isinstance(new, Sequence):
        return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
    return old is new
