"""A pack source with a library that is right in every way."""

from tests.fakes.pack_folder import PackFolder, add_recordings, fact_source


def add_library(pack: PackFolder) -> PackFolder:
    """Add a document, a clip, a recording and a bulletin, right in every way."""
    add_recordings(pack, "vi", "en")
    said = {"vi": "Sổ tay", "en": "Handbook", "lo": "ປຶ້ມຄູ່ມື"}
    words = {
        tag: {"title": word, "summary": f"{word}.", "review": "reviewed", "reviewed_by": "A. Lê"}
        for tag, word in said.items()
    }
    shared = {"icon": "books", "category": "C12"}
    pack.documents["library/10-handbook/entry.toml"] = {
        "kind": "document",
        "id": "handbook",
        "issued": "2026-10-01",
        "lasting": True,
        **shared,
        "source": fact_source(),
        "rights": {"credit": "A. Trần", "licence": "CC0-1.0", "until": "2027-12-31"},
        "text": words,
    }
    pack.files |= {
        f"library/10-handbook/{tag}.pdf": f"%PDF {word}".encode() for tag, word in said.items()
    }
    for kind, item in (("clip", "river"), ("recording", "bell"), ("bulletin", "papers")):
        pack.documents[f"library/20-{kind}/entry.toml"] = {
            "kind": kind,
            "id": kind,
            "issued": "2026-11-01",
            "item": item,
            **shared,
        }
    return pack
