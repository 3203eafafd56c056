"""The booklets in the libraries of the demo gates.

They have no words of their own: titles are those of ``entry.toml``, the handbook is set from the
topics of the kiosk and the albums from items, so that a word is mended in one place.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from artwork import huu_nghi, lao_bao
from artwork.leaf import PICTURE_PX, Leaf, printed
from artwork.sheet import Scene, press
from player import resources
from player.pack.topic import Block, Bullets, ContactCards, Grid, Paragraph, Phrases, Steps
from player.publish.topic_body import Body, read_body

DEMO: Final = resources.assets() / "demo"
HANDBOOK: Final = DEMO / "viet-nam" / "library" / "10-handbook"
ENTRY: Final = "entry.toml"
PAGES: Final = (("entry-steps",), ("exit-steps", "customs-declaration"))
"""Topics of each page of the handbook after its cover."""

LAST_PAGE: Final = "emergency"
"""Topic whose sentences to show to staff end the handbook."""


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures of a province.

    Attributes:
        folder: of its entry.
        pictures: of the gate.
        cover: name of the picture on it.
        items: items whose pictures and words follow, two to a page.
    """

    folder: Path
    pictures: Mapping[str, Scene]
    cover: str
    items: tuple[str, ...]


ALBUMS: Final = (
    Album(
        DEMO / "huu-nghi" / "library" / "20-lang-son",
        huu_nghi.PICTURES,
        "welcome",
        ("geopark", "star-anise", "then-singing", "tinh-lute"),
    ),
    Album(
        DEMO / "lao-bao" / "library" / "20-quang-tri",
        lao_bao.PICTURES,
        "hills-to-sea",
        ("khe-sanh-coffee", "con-co", "shared-heritage", "gong-greeting"),
    ),
)


def booklets() -> Iterator[tuple[Path, partial[None]]]:
    """Yield (file, what makes it) of every booklet in every language it is issued in."""
    for tag in _entry(HANDBOOK)["languages"]:
        yield HANDBOOK / f"{tag}.pdf", partial(print_handbook, tag)
    for album in ALBUMS:
        for tag in _entry(album.folder)["languages"]:
            yield album.folder / f"{tag}.pdf", partial(print_album, album, tag)


def words() -> Iterator[Path]:
    """Yield every file a booklet takes words or letters from."""
    for folder in (HANDBOOK, *(album.folder for album in ALBUMS)):
        yield folder / ENTRY
    for name in (*(name for page in PAGES for name in page), LAST_PAGE):
        yield from sorted(_topic(name).glob("*.md"))
    yield from sorted((DEMO / "viet-nam" / "contacts").glob("*.toml"))
    for album in ALBUMS:
        yield from (_item_file(album, name) for name in album.items)
    yield from sorted((resources.assets() / "strings").glob("*.json"))
    yield from sorted((resources.assets() / "fonts").rglob("*.ttf"))


def print_handbook(tag: str, target: Path) -> None:
    """Print the traveller's handbook in one language."""
    title, summary = _called(HANDBOOK, tag)
    with printed(target, title, tag, title) as leaf:
        leaf.picture(press(huu_nghi.PICTURES["documents-ready"], *PICTURE_PX))
        leaf.title(title)
        leaf.paragraph(summary)
        topics = [name for page in PAGES for name in page]
        leaf.entries([_body(name, tag).title for name in (*topics, LAST_PAGE)])
        for page in PAGES:
            leaf.turn()
            for name in page:
                _set_topic(leaf, _body(name, tag), tag)
        leaf.turn()
        body = _body(LAST_PAGE, tag)
        _set_topic(leaf, body, tag)
        leaf.pairs(_phrases(body, LAST_PAGE))


def print_album(album: Album, tag: str, target: Path) -> None:
    """Print the album of a province in one language."""
    title, summary = _called(album.folder, tag)
    with printed(target, title, tag, title) as leaf:
        leaf.picture(press(album.pictures[album.cover], *PICTURE_PX))
        leaf.title(title)
        leaf.paragraph(summary)
        for place, name in enumerate(album.items):
            if place % 2 == 0:
                leaf.turn()
            text = tomllib.loads(_item_file(album, name).read_text("utf-8"))["text"][tag]
            leaf.picture(press(album.pictures[name], *PICTURE_PX))
            leaf.part(text["title"])
            leaf.paragraph(text.get("caption") or text["body"])


def _set_topic(leaf: Leaf, body: Body, tag: str) -> None:
    leaf.heading(body.title)
    for section in body.sections:
        if section.heading:
            leaf.part(section.heading)
        for block in section.blocks:
            _set_block(leaf, block, tag)


def _set_block(leaf: Leaf, block: Block, tag: str) -> None:
    match block:
        case Paragraph(text=text):
            leaf.paragraph(text)
        case Steps(steps=steps):
            leaf.entries([step.text for step in steps], mark="")
        case Bullets(entries=entries):
            leaf.entries(entries)
        case Grid(headings=headings, rows=rows):
            leaf.grid(headings, rows)
        case ContactCards(contacts=contacts):
            leaf.entries([line for name in contacts for line in _number(name, tag)])
        case _:
            return  # what a screen works out, and sentences, which stand at the end


def _phrases(body: Body, name: str) -> Sequence[tuple[str, str]]:
    """Return the sentences of a topic to show to staff: in Vietnamese, and as in ``body``."""
    theirs, ours = (
        [said for part in each.sections for block in part.blocks for said in _said(block)]
        for each in (_body(name, "vi"), body)
    )
    return list(zip(theirs, ours, strict=True))


def _number(name: str, tag: str) -> Iterator[str]:
    """Yield a contact's name and number; nothing of one without."""
    contact = tomllib.loads(_contact_file(name).read_text("utf-8"))
    if contact.get("phones"):
        yield f"{contact['name'][tag]}: {', '.join(contact['phones'])}"


def _contact_file(name: str) -> Path:
    return DEMO / "viet-nam" / "contacts" / f"{name}.toml"


def _said(block: Block) -> Sequence[str]:
    return block.phrases if isinstance(block, Phrases) else ()


def _topic(name: str) -> Path:
    """Return the folder of a topic that all gates share."""
    (folder,) = (DEMO / "viet-nam" / "topics").glob(f"[0-9]*-{name}")
    return folder


def _body(name: str, tag: str) -> Body:
    return read_body((_topic(name) / f"{tag}.md").read_text("utf-8"))


def _item_file(album: Album, name: str) -> Path:
    return album.folder.parent.parent / "slides" / f"{name}.toml"


def _called(folder: Path, tag: str) -> tuple[str, str]:
    text = _entry(folder)["text"][tag]
    return text["title"], text["summary"]


def _entry(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / ENTRY).read_text("utf-8"))
