"""A pack source that is right in every way, for tests that break one thing of it."""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from PIL import Image

from player.pack.anniversary import LunarDay
from player.pack.media import PictureType
from player.publish.catalogue import LANGUAGES, Catalogue
from player.publish.check import Report, check_source
from player.publish.codes import Code
from player.publish.finding import Finding
from player.publish.lunar import solar_days
from player.publish.media_facts import (
    ClipFacts,
    Converted,
    DocumentFacts,
    Fault,
    Faults,
    PictureFacts,
    SoundFacts,
)
from player.publish.progress import ignore_progress
from player.publish.sniff import digest

TODAY: Final = date(2026, 11, 22)
UNDRAWN: Final = "龘"
"""The one character the fake fonts lack."""

CATALOGUES: Final = tuple(Catalogue.load(language) for language in LANGUAGES)
Found = tuple[Code, str, str, str]
Document = dict[str, Any]


class FakeTools:
    """Believes every medium, counts words by spaces, breaks none; quick and predictable."""

    def __init__(self) -> None:
        self.faults: dict[str, Faults] = {}
        self.unpressed: Fault | None = None

    def picture(self, path: Path) -> PictureFacts | Faults:
        """Return a good picture, or the faults set for the file's name."""
        faults = self.faults.get(path.name)
        return faults or PictureFacts(digest(path), "image/png", 1200, 900, is_ready=True)

    def clip(self, path: Path) -> ClipFacts | Faults:
        """Return a good clip, or the faults set for the file's name."""
        faults = self.faults.get(path.name)
        return faults or ClipFacts(digest(path), 640, 360, 12_000, has_sound=False)

    def sound(self, path: Path) -> SoundFacts | Faults:
        """Return a good recording, or the faults set for the file's name."""
        faults = self.faults.get(path.name)
        return faults or SoundFacts(digest(path), "audio/mp4", 21_200)

    def document(self, files: Sequence[Path]) -> DocumentFacts | Faults:
        """Return a document of two pages, or the faults set for the name of its first file."""
        faults = self.faults.get(files[0].name)
        return faults or DocumentFacts(digest(files[0]), ((354, 500), (354, 500)))

    def missing_signs(self, text: str, language: str) -> frozenset[str]:
        """Return the undrawn character where there is one; Chinese fonts have it."""
        return frozenset(UNDRAWN if UNDRAWN in text and language != "zh" else "")

    def count_words(self, text: str) -> int:
        """Return the number of words between spaces."""
        return len(text.split())

    def break_words(self, text: str, language: str) -> tuple[str, str]:
        """Return ``text``; Lao gets a mark at its end, so that tests see it was asked for."""
        return (f"{text}\u200b" if text and language == "lo" else text), text

    def lunar_days(self, kept: LunarDay) -> tuple[date, ...]:
        """Return what the true calendar says: it is quick."""
        return solar_days(kept)

    def pronounce(self, text: str, language: str) -> str:
        """Return the words of a Lao text in reverse, so that tests see it was asked for."""
        return " ".join(reversed(text.split())) if language == "lo" else ""

    def convert_picture(self, content: bytes, kind: PictureType) -> Converted:
        """Return the bytes as they are."""
        return Converted(content, kind, 1200, 900)

    def make_poster(self, content: bytes) -> Converted:
        """Return a picture that differs from clip to clip."""
        return Converted(b"poster of " + content, "image/jpeg", 640, 360)

    def press_pdf(self, content: bytes) -> tuple[Converted, ...] | Fault:
        """Return two pages of its own for each document, or the fault of ``unpressed``."""
        if self.unpressed is not None:
            return self.unpressed
        return tuple(
            Converted(b"page %d of %s" % (number, content), "image/webp", 1414, 2000)
            for number in (1, 2)
        )


@dataclass(slots=True)
class PackFolder:
    """A source folder: change its documents and files, then look at it.

    Attributes:
        root: where ``write`` puts it.
        documents: relative path -> what the TOML file shall say.
        files: relative path -> bytes of every other file.
        tools: of the check.
    """

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    tools: FakeTools = field(default_factory=FakeTools)

    @property
    def pack(self) -> Document:
        """``pack.toml``."""
        return self.documents["pack.toml"]

    @property
    def playlists(self) -> list[Document]:
        """The entries of ``playlists.toml``."""
        entries: list[Document] = self.documents["playlists.toml"]["playlists"]
        return entries

    def slide(self, name: str) -> Document:
        """Return the document of an item."""
        return self.documents[f"slides/{name}.toml"]

    def text(self, name: str, tag: str) -> Document:
        """Return an item's words in a language."""
        words: Document = self.slide(name)["text"][tag]
        return words

    def tags(self) -> list[str]:
        """Return the languages of the pack."""
        return [language["tag"] for language in self.pack["languages"]]

    def write(self) -> Path:
        """Write everything and return the folder."""
        written = {name: dump_toml(document).encode() for name, document in self.documents.items()}
        for name, content in (written | self.files).items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return self.root

    def check(self, today: date = TODAY) -> Report:
        """Write and check the folder; every finding must have its sentences."""
        report = check_source(self.write(), today, self.tools, ignore_progress)
        assert_told(report.findings)
        return report

    def found(self, today: date = TODAY) -> set[Found]:
        """Return what a check finds, as (code, file, field, language)."""
        return {
            (each.code, each.file, each.field, each.language) for each in self.check(today).findings
        }


def assert_told(findings: Iterable[Finding]) -> None:
    """Assert that every sentence about the findings has the values it needs."""
    for finding in findings:
        for catalogue in CATALOGUES:
            assert catalogue.problem(finding)
            assert catalogue.remedy(finding)


def assert_faults_told(faults: Iterable[Fault]) -> None:
    """Assert the same of what a probe found."""
    assert_told(Finding("a", each.code, values={"path": "b", **each.values}) for each in faults)


def good_pack(root: Path) -> PackFolder:
    """Return a source about which a check has nothing to say."""
    documents = {
        "pack.toml": _pack(),
        "playlists.toml": {
            "playlists": [
                {"id": "all-day", "default": True, "items": ["welcome", "papers", "river", "view"]},
                {"id": "mornings", "when": {"dayparts": ["06:00-11:30"]}, "items": ["papers"]},
            ]
        },
        "slides/welcome.toml": _item("poster", picture=_picture("gate.png"), body=True),
        "slides/papers.toml": _item("bulletin", essential=True, issued="2026-11-01", body=True),
        "slides/river.toml": _item("video", video=_medium("river.mp4"), body=True),
        "slides/view.toml": _item("photo", picture=_picture("view.png")),
    }
    for name, document in documents.items():
        if name.startswith("slides/"):
            document["id"] = Path(name).stem
    files = {
        "media/gate.png": picture_bytes("teal"),
        "media/view.png": picture_bytes("olive"),
        "media/river.mp4": b"\0\0\0\x18ftypisom",
    }
    return PackFolder(root, documents, files)


def add_recordings(pack: PackFolder, *languages: str) -> PackFolder:
    """Add an item ``bell`` with a recording in each of ``languages``, right in every way."""
    recordings = {tag: _recording(f"bell-{tag}.m4a") for tag in languages}
    bell = _item("audio", picture=_picture("bell.png"), audio=recordings, body=True)
    pack.documents["slides/bell.toml"] = {**bell, "id": "bell"}
    pack.playlists[0]["items"].append("bell")
    pack.files["media/bell.png"] = picture_bytes("maroon")
    pack.files |= {f"media/bell-{tag}.m4a": f"bell {tag}".encode() for tag in languages}
    return pack


def add_lookup(pack: PackFolder) -> PackFolder:
    """Add two topics, a contact, a plan and a home page, right in every way."""
    names = {"vi": "Tên", "en": "Name", "lo": "ຊື່"}
    tiles = [
        {"id": name, "icon": "place", "name": dict(names)}
        for name in ("crossing", "goods", "money", "onward", "place", "help")
    ]
    pack.documents |= {
        "lookup.toml": {
            "tiles": tiles,
            "travellers": [{"id": "driver", "name": dict(names)}],
        },
        "plan.toml": {
            "sample": True,
            "picture": _picture("plan.png"),
            "places": [
                {"id": "desk", "icon": "help", "sign": "1", "x": 0.5, "y": 0.25, "name": names}
            ],
        },
        "contacts/police.toml": {
            "id": "police",
            "icon": "police",
            "phones": ["113"],
            "place": "desk",
            "source": fact_source(),
            "name": names,
        },
    }
    for number, tile in enumerate(tiles, start=1):
        name = f"about-{tile['id']}"
        folder = f"topics/{number}0-{name}"
        head = {"id": name, "tile": tile["id"], "icon": "place", "category": "C12"}
        questions = {"questions": ["?"], "review": "reviewed", "reviewed_by": "A. Nguyễn"}
        pack.documents[f"{folder}/topic.toml"] = {
            **head,
            "lasting": True,
            "related": ["about-help"],
            "link": "https://example.vn/a",
            "sources": [fact_source()],
            "text": {tag: dict(questions) for tag in names},
        }
        pack.files |= {
            f"{folder}/{tag}.md": body.encode() for tag, body in topic_bodies(name).items()
        }
    pack.files["media/plan.png"] = picture_bytes("navy")
    return pack


def topic_bodies(name: str) -> dict[str, str]:
    """Return a text that has a block of every kind, in three languages."""
    said = {"vi": "Xin chào", "en": "Welcome", "lo": "ສະບາຍດີ"}
    return {
        tag: f"""# {word} {name}

{word}.

## {word} {{.driver}}

1. {{desk}} {word}.
2. {word}!

- {word}

| {word} | 1 |
|---|--:|
| {word} | 2 |

> {word}?

{{contacts: police}}

{{plan: desk}}
"""
        for tag, word in said.items()
    }


def picture_bytes(colour: str, size: tuple[int, int] = (1200, 4), kind: str = "PNG") -> bytes:
    """Return a plain picture."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


def dump_toml(document: Mapping[str, object]) -> str:
    """Return ``document`` as TOML, one top-level field to a line."""
    return "".join(f"{json.dumps(key)} = {_inline(value)}\n" for key, value in document.items())


def _inline(value: object) -> str:
    if isinstance(value, Mapping):
        inside = (f"{json.dumps(key)} = {_inline(each)}" for key, each in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("NaN", "nan")


def _pack() -> Document:
    names = {"vi": "Tên", "en": "Name", "lo": "ຊື່"}
    return {
        "format": "1.0",
        "pack": "lang-son/huu-nghi/test",
        "sequence": 7,
        "gate": {
            "id": "huu-nghi",
            "name": dict(names),
            "province": dict(names),
            "time_zone": "Asia/Ho_Chi_Minh",
            "neighbour": {"country": "CN", "name": dict(names), "time_zone": "Asia/Shanghai"},
        },
        "languages": [
            {"tag": "vi", "required": True},
            {"tag": "en", "required": True},
            {"tag": "lo", "fallback": ["en"]},
        ],
    }


def _item(kind: str, *, body: bool = False, **fields: object) -> Document:
    shown = "caption" if kind == "photo" else "title"
    said = {"vi": "Kính chào quý khách", "en": "Welcome to our gate", "lo": "ຍິນດີຕ້ອນຮັບ"}
    words = {
        tag: {shown: text, "review": "reviewed", "reviewed_by": "A. Nguyễn"}
        | ({"body": f"{text}."} if body else {})
        for tag, text in said.items()
    }
    return {
        "kind": kind,
        "category": "C12",
        "valid": {"until": "2027-12-31"},
        "source": fact_source(),
        "text": words,
        **fields,
    }


def fact_source() -> Document:
    """Return a source whose review is far away."""
    return {
        "authority": {"vi": "Bộ", "en": "Ministry"},
        "document": "1/QĐ",
        "effective": "2026-01-01",
        "review_by": "2027-12-31",
    }


def _recording(name: str) -> Document:
    return {
        "path": f"media/{name}",
        "rights": {"credit": "A. Trần", "licence": "CC0-1.0", "until": "2027-12-31"},
    }


def _medium(name: str) -> Document:
    return {**_recording(name), "alt": {"vi": "Cửa khẩu", "en": "The gate", "lo": "ດ່ານ"}}


def _picture(name: str) -> Document:
    return {**_medium(name), "tags": ["gate"], "focus_x": 0.4}
