"""Packs made to measure: say only what a test is about, the rest is filled in and true.

Documents are what ``content.json`` holds (JSON values), so that a test can also spoil one.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from player.pack.content import FORMAT, Content

Document = dict[str, Any]
Items = Sequence[str | Document]
"""Items of a pack; an id stands for ``item_document(id)``."""

LANGUAGES: Final = ("vi", "en", "zh", "lo", "km")
GATE_ZONE: Final = "Asia/Ho_Chi_Minh"


def item_document(
    id_: str, *, duration_s: int | Mapping[str, int] = 10, **fields: object
) -> Document:
    """Return a lasting bulletin in every language of the pack.

    Args:
        id_: also its words.
        duration_s: of every text, or language -> seconds; then it has texts in those only.
        **fields: of an item, over what is filled in.
    """
    seconds = dict.fromkeys(LANGUAGES, duration_s) if isinstance(duration_s, int) else duration_s
    return {
        "id": id_,
        "kind": "bulletin",
        "category": "C12",
        "issued": "2026-01-02",
        "sample": True,
        "lasting": True,
        "text": {
            tag: {"title": f"{id_} {tag}", "body": id_, "duration_s": length}
            for tag, length in seconds.items()
        },
        **fields,
    }


def table_document(id_: str, rows: Sequence[Sequence[object]], **fields: object) -> Document:
    """Return a table of two columns in every language of the pack."""
    document = {**item_document(id_), **fields}
    texts = {tag: {**text, "body": ""} for tag, text in document["text"].items()}
    columns = [{"heading": {"vi": "Dịch vụ", "en": "Service"}}, {"align": "end"}]
    return {**document, "kind": "table", "columns": columns, "rows": rows, "text": texts}


def picture_document(until: str | None = None) -> Document:
    """Return a built picture whose licence ends after the day ``until``."""
    return {
        "path": "media/gate.webp",
        "rights": {"credit": "Gate", "licence": "CC0-1.0", "until": until},
        "file": {"sha256": "0" * 64, "size": 1, "type": "image/webp", "width": 16, "height": 9},
    }


def clip_document(**video: object) -> Document:
    """Return a clip of nine seconds with its poster; ``video``: fields of it."""
    picture = picture_document()
    built = {**picture["file"], "type": "video/mp4", "duration_ms": 9000}
    return item_document(
        "clip", kind="video", video={**picture, "file": built, "poster": picture["file"], **video}
    )


def recording(
    id_: str, lengths_ms: Mapping[str, int], duration_s: int | Mapping[str, int] = 10
) -> Document:
    """Return an item with a picture and a recording for each language of ``lengths_ms``."""
    audio = {
        tag: {
            "path": f"media/{id_}-{tag}.m4a",
            "rights": {"credit": "Gate", "licence": "CC0-1.0"},
            "file": {"sha256": "1" * 64, "size": 1, "type": "audio/mp4", "duration_ms": length_ms},
        }
        for tag, length_ms in lengths_ms.items()
    }
    return item_document(
        id_, duration_s=duration_s, kind="audio", picture=picture_document(), audio=audio
    )


def source_document(review_by: str, stale: str) -> Document:
    """Return the source of a fact, to be reviewed by a day and then labelled or withdrawn."""
    return {
        "authority": {"vi": "Cửa khẩu", "en": "Gate"},
        "document": "1/2026",
        "effective": "2026-01-01",
        "review_by": review_by,
        "stale": stale,
    }


def mourning(start: str, until: str, **fields: object) -> Document:
    """Return an occasion from a moment to another; the end is exclusive if it has a time."""
    return {
        "id": "quoc-tang",
        "kind": "mourning",
        "from": start,
        "until": until,
        "name": {"vi": "Quốc tang"},
        "authority": {"vi": "Ban Chấp hành Trung ương"},
        "document": "1/TB",
        **fields,
    }


def content_document(
    items: Items = ("welcome",),
    playlists: Sequence[Document] | None = None,
    *,
    languages: Sequence[str | Document] = LANGUAGES,
    zone: str = GATE_ZONE,
    occasions: Sequence[Document] = (),
) -> Document:
    """Return a built pack.

    Args:
        items: at least one.
        playlists: None: one default playlist of all items.
        languages: tags, or languages with their fallback.
        zone: the gate's time zone.
        occasions: see ``mourning``.
    """
    written = [item_document(item) if isinstance(item, str) else item for item in items]
    ids = [item["id"] for item in written]
    return {
        "format": FORMAT,
        "pack": "lang-son/huu-nghi/hall",
        "gate": {
            "id": "huu-nghi",
            "name": {"vi": "Hữu Nghị", "en": "Huu Nghi"},
            "province": {"vi": "Lạng Sơn"},
            "time_zone": zone,
            "neighbour": {"country": "CN", "name": {"vi": "Trung Quốc"}, "time_zone": zone},
        },
        "languages": [{"tag": each} if isinstance(each, str) else each for each in languages],
        "items": written,
        "occasions": list(occasions),
        "playlists": [{"id": "all", "default": True, "items": ids}]
        if playlists is None
        else list(playlists),
    }


def make_content(
    items: Items = ("welcome",),
    playlists: Sequence[Document] | None = None,
    *,
    languages: Sequence[str | Document] = LANGUAGES,
    zone: str = GATE_ZONE,
    occasions: Sequence[Document] = (),
) -> Content:
    """Return the pack of ``content_document``, validated."""
    return Content.model_validate(
        content_document(items, playlists, languages=languages, zone=zone, occasions=occasions)
    )
