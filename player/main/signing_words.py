"""What a person who signs is told: what it says, how it differs from what is public, who signed."""

from collections.abc import Iterable
from typing import Final, cast

from rich.console import Console
from rich.text import Text

from player.pack.language import choose_language
from player.pack.notice_book import NoticeBook
from player.pack.scripts import BREAK
from player.publish.catalogue import Catalogue, Language
from player.publish.repository.offered import Changes
from player.publish.repository.proposal import Signing

SHOWN_ITEMS: Final = 40


def describe(done: Signing, lang: str) -> None:
    """Print what a person is about to sign, before a passphrase is asked for."""
    manifest = done.manifest
    if manifest is not None:
        gate, _, channel = manifest.pack.rpartition("/")
        say(
            lang,
            "signed_pack",
            gate=gate,
            channel=channel,
            sequence=str(manifest.sequence),
            published="?" if done.published is None else str(done.published),
            files=str(len(manifest.files)),
            size=f"{manifest.total / 1e6:.1f}",
        )
        _describe_changes(done.changes, lang)
    if done.signers:
        say(lang, "signed_before", names=", ".join(done.signers))


def describe_book(book: NoticeBook, lang: str) -> None:
    """Print what a book of notices says, before it is signed."""
    say(lang, "book_waits", gate=book.gate, count=str(len(book.notices)))
    for notice in book.notices:
        text = notice.text[choose_language(notice.text, lang, ())] if notice.text else None
        ends = [notice.expires, *(window.until for window in notice.windows)]
        end = next((str(each) for each in ends if each is not None), "-")
        say(
            lang,
            "book_notice",
            id=notice.id,
            level=notice.level,
            status=notice.status,
            message=notice.message,
            headline=text.headline.replace(BREAK, "") if text else "-",
            end=end,
        )


def tell_signers(done: Signing, lang: str) -> None:
    """Print who has signed."""
    key = "signed_by" if done.missing else "signed_enough"
    say(
        lang,
        key,
        role=done.role,
        names=", ".join(done.signers),
        count=str(done.threshold - done.missing),
        threshold=str(done.threshold),
    )


def _describe_changes(changes: Changes | None, lang: str) -> None:
    if changes is None:
        say(lang, "changes_unknown")
        return
    for key, items in (
        ("items_added", changes.added),
        ("items_changed", changes.changed),
        ("items_removed", changes.removed),
    ):
        say(lang, key, count=str(len(items)), items=_listed(items))


def _listed(items: Iterable[str]) -> str:
    names = list(items)
    more = f" +{len(names) - SHOWN_ITEMS}" if len(names) > SHOWN_ITEMS else ""
    return ", ".join(names[:SHOWN_ITEMS]) + more


def say(lang: str, key: str, **values: str) -> None:
    """Print a sentence of the catalogue."""
    sentence = Catalogue.load(cast("Language", str(lang))).say(key, **values)
    Console().print(Text(sentence), soft_wrap=True)
