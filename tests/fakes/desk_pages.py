"""The pages of touch sessions without a screen: of packs made to measure, and of the demo gates."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Final

from player import resources
from player.clock import ClockTrust
from player.lookup.suggestions import suggestions
from player.pack.lookup import Lookup
from player.pack.media import MediaFile
from player.publish.built_content import compose
from player.publish.built_library import compose_library
from player.publish.built_lookup import compose_lookup
from player.publish.progress import ignore_progress
from player.publish.source import read_source
from player.publish.workshop import Workshop
from player.stage.compose import Composer
from player.stage.phrases import Phrases
from player.stage.session.moment import Found, FoundTopic
from player.stage.session.page import Line, Page
from player.stage.session.rules import Session, Stop
from player.stage.session.topic_lines import LineWriter
from player.stage.session.views import Open, View, action_of
from player.stage.session.writer import PageWriter
from tests.fakes.composing import FakePack
from tests.fakes.content import Document, make_content
from tests.fakes.library import page as page_document
from tests.fakes.programme import local

GATES: Final = ("huu-nghi", "lao-bao")
LANGUAGES: Final = ("vi", "en", "zh", "lo", "km")
NOON: Final = local("2026-11-23T12:00")
_PLACE: Final = re.compile(r"\{\w+\}")


def _strings(tag: str) -> Mapping[str, str]:
    file = resources.assets() / "strings" / f"{tag}.json"
    words: dict[str, str] = json.loads(file.read_text("utf-8"))
    return words


def _told(tag: str) -> Mapping[str, str]:
    """Return words that say where they come from: tag, key and what was put in."""
    told = {
        key: " ".join((f"{tag}-{key}", *_PLACE.findall(text)))
        for key, text in _strings("vi").items()
    }
    return {**told, "language_name": tag.upper()}


REAL: Final = Phrases({tag: _strings(tag) for tag in LANGUAGES})
TOLD: Final = Phrases({tag: _told(tag) for tag in LANGUAGES})


@dataclass(frozen=True)
class Desk:
    """Writes pages of one pack, at noon of a trusted clock if nobody says otherwise."""

    writer: PageWriter

    @property
    def pack(self) -> FakePack:
        """Whose files can be damaged."""
        pack = self.writer.lines.composer.pack
        assert isinstance(pack, FakePack)
        return pack

    def page(
        self,
        view: View,
        language: str = "en",
        *,
        now: datetime = NOON,
        trust: ClockTrust = ClockTrust.TRUSTED,
        found: Found | None = None,
        **session: object,
    ) -> Page:
        """Return the page of ``view``; ``session``: fields of the session, over a fresh one's."""
        fields: dict[str, object] = {"trail": (Stop(view),), "touched_s": 0.0, **session}
        seen = Session(language, **fields)  # type: ignore[arg-type]
        return self.writer.page(seen, found or Found(), now, trust)


def topic(
    id_: str, *sections: Document, tags: Sequence[str] = ("vi", "en"), **fields: object
) -> Document:
    """Return a sample topic of the tile ``papers``, its texts alike but for their language.

    Args:
        id_: also its title, after the language.
        *sections: ``@`` in their texts becomes the language; none: one that says ``@ answer``.
        tags: languages it is told in.
        **fields: over what is filled in.
    """
    said = json.dumps(sections or (section(paragraph("answer")),))
    texts = {
        tag: {"title": f"{tag} {id_}", "sections": json.loads(said.replace("@", tag))}
        for tag in tags
    }
    facts = {"id": id_, "tile": "papers", "icon": "visa", "category": "C12", "sample": True}
    return {**facts, "text": texts, **fields}


def section(*blocks: Document, heading: str = "", travellers: Sequence[str] = ()) -> Document:
    """Return a part of a topic."""
    return {"heading": heading, "travellers": list(travellers), "blocks": blocks}


def paragraph(text: str) -> Document:
    """Return running text that begins with its language."""
    return {"kind": "paragraph", "text": f"@ {text}"}


def named(id_: str, icon: str = "visa", **fields: object) -> Document:
    """Return a tile, contact or place: its name is its id, after the language."""
    return {"id": id_, "icon": icon, "name": {t: f"{t} {id_}" for t in ("vi", "en")}, **fields}


def kind_of_traveller(id_: str) -> Document:
    """Return a kind of traveller."""
    return {"id": id_, "name": {tag: f"{tag} {id_}" for tag in ("vi", "en")}}


def desk(
    lookup: Mapping[str, object] | Lookup,
    *items: str | Document,
    volume: int | None = None,
    here: str = "",
    fallback: Sequence[str] = ("en",),
    occasions: Sequence[Document] = (),
) -> Desk:
    """Return the desk of a pack in five languages whose words say where they come from.

    Args:
        lookup: fields of what the pack answers.
        *items: of the pack.
        volume: of the screen; None: it is silent.
        here: place of the screen.
        fallback: of Chinese, Lao and Khmer.
        occasions: of the pack.
    """
    tags = [{"tag": tag, "fallback": list(fallback)} for tag in LANGUAGES[2:]]
    languages: list[str | Document] = ["vi", "en", *tags]
    content = make_content(items or ("welcome",), languages=languages, occasions=occasions)
    if not isinstance(lookup, Lookup):
        lookup = Lookup.model_validate({"format": "1.0", **lookup})
    return _desk(Composer(FakePack(content), LANGUAGES, TOLD, _date, _amount, volume), lookup, here)


def _desk(composer: Composer, lookup: Lookup, here: str = "") -> Desk:
    return Desk(PageWriter(lookup, LineWriter(lookup, composer, here)))


def _date(tag: str, day: date) -> str:
    return f"{tag}:{day}"


def _amount(tag: str, amount: Decimal, currency: str, places: int) -> str:
    return f"{tag}:{amount:.{places}f} {currency}"


@cache
def demo_desk(gate: str) -> Desk:
    """Return the desk of a demo gate: real words, a library of two-page documents, no media."""
    source = read_source(resources.assets() / "demo" / gate, ignore_progress)
    assert source.header is not None
    tools = Workshop(resources.assets() / "fonts")
    made = [MediaFile.model_validate(page_document(number)) for number in (1, 2)]
    documents = [each for kept in source.lookup.library for each in kept.documents.values()]
    library = compose_library(source, {each.path: made for each in documents}, tools)
    lookup = compose_lookup(source.lookup, library, {}, tools)
    pack = FakePack(compose(source, source.header, {}, tools))
    return _desk(Composer(pack, LANGUAGES, REAL, _date, _amount, 50), lookup, "information")


def actions(page: Page) -> list[str]:
    """Return the actions of every control of a page, in reading order."""
    found = [action for line in page.lines for action in _actions(line)]
    return found + [button.action for button in page.buttons]


def _actions(line: Line) -> tuple[str, ...]:
    """Return the actions of a line; a plan names the icons of its places where choices act."""
    return line.actions if line.kind == "choices" else (line.action,) if line.action else ()


@cache
def demo_walk(gate: str, language: str) -> Mapping[View, tuple[int, Page]]:
    """Return every page that touching leads to from home: what it shows -> touches, page."""
    first = action_of("home")
    assert isinstance(first, Open)
    desk_, found, ahead = demo_desk(gate), dict[View, tuple[int, Page]](), [(first.view, 0)]
    asked = suggestions(desk_.writer.lookup, language, 6)
    often = Found(often=tuple(FoundTopic(topic, text, language) for topic, text in asked))
    more = [action_of(name) for name in ("search", "emergency", "help", "languages")]
    ahead += [(action.view, 1) for action in more if isinstance(action, Open)]
    for view, touches in ahead:
        if view in found:
            continue
        shown = desk_.page(view, language, found=often)
        found[view] = (touches, shown)
        opened = (action_of(name) for name in actions(shown))
        ahead += [(each.view, touches + 1) for each in opened if isinstance(each, Open)]
    return found
