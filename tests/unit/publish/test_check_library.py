"""The library in a source: every fault is told, and nothing else."""

from collections.abc import Callable

import pytest

from player.pack.library import MOST_ENTRIES
from player.publish.codes import Code
from player.publish.completeness import State
from player.publish.media_facts import DocumentFacts, Fault
from player.publish.stamp import stamp
from tests.fakes.library_folder import add_library
from tests.fakes.pack_folder import UNDRAWN, Found, PackFolder, picture_bytes

FOLDER = "library/10-handbook"
BOOK = f"{FOLDER}/entry.toml"
CLIP, RECORDING, BULLETIN = (
    f"library/20-{kind}/entry.toml" for kind in ("clip", "recording", "bulletin")
)
Spoil = Callable[[PackFolder], object]


@pytest.fixture
def kept(folder: PackFolder) -> PackFolder:
    """Return a good source with a library."""
    return add_library(folder)


def put(file: str, **fields: object) -> Spoil:
    return lambda folder: folder.documents[file].update(fields)


def drop(file: str, *names: str) -> Spoil:
    return lambda folder: [folder.documents[file].pop(name) for name in names]


def of_text(tag: str, **fields: object) -> Spoil:
    return lambda folder: folder.documents[BOOK]["text"][tag].update(fields)


def without(*tags: str, texts: bool = False) -> Spoil:
    def spoil(folder: PackFolder) -> None:
        for tag in tags:
            folder.files.pop(f"{FOLDER}/{tag}.pdf")
            if texts:
                folder.documents[BOOK]["text"].pop(tag)

    return spoil


def both(*spoils: Spoil) -> Spoil:
    return lambda folder: [spoil(folder) for spoil in spoils]


def ill(name: str, *faults: Fault) -> Spoil:
    return lambda folder: folder.tools.faults.update({name: faults})


def add(**files: bytes) -> Spoil:
    named = {name.replace("__", "/").replace("_", "."): each for name, each in files.items()}
    return lambda folder: folder.files.update({f"{FOLDER}/{k}": v for k, v in named.items()})


RIGHTS = {"credit": "A. Trần", "licence": "CC0-1.0"}
CASES: dict[str, tuple[Spoil, set[Found]]] = {
    "no document at all": (without("vi", "en", "lo"), {(Code.PAGES_NONE, BOOK, "", "")}),
    "no document of a language": (without("en"), {(Code.PAGES_MISSING, BOOK, "", "en")}),
    "neither document nor words of a language": (
        without("en", texts=True),
        {(Code.PAGES_MISSING, BOOK, "", "en")},
    ),
    "a language it was not issued in": (
        both(without("lo", "en", texts=True), put(BOOK, languages=["vi"])),
        set(),
    ),
    "a language it was issued in, and is not there": (
        both(without("lo"), put(BOOK, languages=["vi", "en", "lo"])),
        {(Code.PAGES_MISSING, BOOK, "", "lo")},
    ),
    "no document of the reference language": (
        without("vi"),
        {(Code.PAGES_MISSING, BOOK, "", "vi")},
    ),
    "issued in what is no language": (
        put(BOOK, languages=["vi", "en", "Lào"]),
        {(Code.BAD_LANGUAGE_TAG, BOOK, "languages[2]", "")},
    ),
    "two documents of a language": (
        add(vi__01_png=picture_bytes("teal")),
        {(Code.PAGES_TWICE, BOOK, "", "vi")},
    ),
    "a document of no language of the pack": (
        add(th_pdf=b"%PDF"),
        {(Code.LANGUAGE_NOT_IN_PACK, f"{FOLDER}/th.pdf", "", "th")},
    ),
    "a file that is neither": (
        add(vi_docx=b"PK", handbook_final_pdf=b"%PDF", Cover_pdf=b"%PDF"),
        {
            (Code.FILE_UNUSED, f"{FOLDER}/{name}", "", "")
            for name in ("vi.docx", "handbook.final.pdf", "Cover.pdf")
        },
    ),
    "a document beside a clip": (
        lambda folder: folder.files.update({"library/20-clip/vi.pdf": b"%PDF"}),
        {(Code.FILE_UNUSED, "library/20-clip/vi.pdf", "", "")},
    ),
    "no entry.toml": (
        lambda folder: folder.documents.pop(BOOK),
        {(Code.FILE_MISSING, BOOK, "", "")},
    ),
    "no kind": (drop(BOOK, "kind"), {(Code.FIELD_MISSING, BOOK, "kind", "")}),
    "a kind of nothing": (put(BOOK, kind="hologram"), {(Code.NOT_A_CHOICE, BOOK, "kind", "")}),
    "a fault of a PDF": (
        ill("en.pdf", Fault(Code.PDF_UNREADABLE)),
        {(Code.PDF_UNREADABLE, BOOK, "", "en")},
    ),
    "no words at all": (
        drop(BOOK, "text"),
        {
            (Code.TRANSLATION_MISSING, BOOK, "text.vi", "vi"),
            (Code.TRANSLATION_MISSING, BOOK, "text.en", "en"),
            (Code.TRANSLATION_MISSING_OPTIONAL, BOOK, "text.lo", "lo"),
        },
    ),
    "no words of a language": (
        lambda folder: folder.documents[BOOK]["text"].pop("lo"),
        {(Code.TRANSLATION_MISSING_OPTIONAL, BOOK, "text.lo", "lo")},
    ),
    "no title": (
        lambda folder: folder.documents[BOOK]["text"]["en"].pop("title"),
        {(Code.FIELD_MISSING, BOOK, "text.en.title", "en")},
    ),
    "words of no language of the pack": (
        lambda folder: folder.documents[BOOK]["text"].update(th={"title": "คู่มือ"}),
        {(Code.LANGUAGE_NOT_IN_PACK, BOOK, "text.th", "th"), (Code.TEXTS_DRAFT, "", "", "th")},
    ),
    "words that break marks make too long": (
        of_text("lo", title="ລ" * 300),
        {(Code.TOO_LONG, BOOK, "text.lo.title", "lo")},
    ),
    "words no font has": (
        of_text("lo", summary=UNDRAWN),
        {(Code.GLYPH_MISSING, BOOK, "text.lo.summary", "lo")},
    ),
    "words with markup": (
        of_text("en", title="<b>Handbook</b>"),
        {(Code.MARKUP_IN_TEXT, BOOK, "text.en.title", "en")},
    ),
    "a credit no font has": (
        put(BOOK, rights={**RIGHTS, "credit": UNDRAWN}),
        {(Code.GLYPH_MISSING, BOOK, "rights.credit", tag) for tag in ("vi", "en", "lo")},
    ),
    "stale words": (
        of_text("en", of="000000"),
        {(Code.TRANSLATION_STALE, BOOK, "text.en.of", "en")},
    ),
    "a draft": (of_text("en", review="draft"), {(Code.TEXTS_DRAFT, "", "", "en")}),
    "reviewed by nobody": (
        of_text("en", reviewed_by=""),
        {(Code.REVIEWER_MISSING, BOOK, "text.en.reviewed_by", "en")},
    ),
    "no source": (drop(BOOK, "source"), {(Code.SOURCE_MISSING, BOOK, "source", "")}),
    "a source past its review": (
        lambda folder: folder.documents[BOOK]["source"].update(review_by="2026-03-01"),
        {(Code.SOURCE_REVIEW_PASSED, BOOK, "source.review_by", "")},
    ),
    "an authority without a name": (
        lambda folder: folder.documents[BOOK]["source"]["authority"].pop("en"),
        {(Code.WORDS_MISSING, BOOK, "source.authority.en", "en")},
    ),
    "no end": (drop(BOOK, "lasting"), {(Code.EXPIRY_MISSING, BOOK, "valid.until", "")}),
    "past its end": (
        both(drop(BOOK, "lasting"), put(BOOK, valid={"until": "2026-11-21"})),
        {(Code.ITEM_EXPIRED, BOOK, "valid.until", "")},
    ),
    "an entry of an item past its end": (
        put(CLIP, valid={"until": "2026-11-21"}),
        {(Code.ITEM_EXPIRED, CLIP, "valid.until", "")},
    ),
    "no rights": (drop(BOOK, "rights"), {(Code.FIELD_MISSING, BOOK, "rights", "")}),
    "rights that ran out": (
        put(BOOK, rights={**RIGHTS, "until": "2026-11-21"}),
        {(Code.LICENCE_EXPIRED, BOOK, "rights.until", "")},
    ),
    "rights that soon run out": (
        put(BOOK, rights={**RIGHTS, "until": "2026-11-25"}),
        {(Code.LICENCE_EXPIRES_SOON, BOOK, "rights.until", "")},
    ),
    "a sensitive matter": (
        put(BOOK, category="C05"),
        {(Code.APPROVAL_TOO_LOW, BOOK, "approval", "")},
    ),
    "an icon nobody drew": (put(BOOK, icon="scroll"), {(Code.ICON_UNKNOWN, BOOK, "icon", "")}),
    "another id than its folder": (
        put(BOOK, id="guide"),
        {(Code.ID_DIFFERS_FROM_FILE, BOOK, "id", "")},
    ),
    "one id twice": (put(CLIP, id="handbook"), {(Code.ID_DUPLICATE, CLIP, "id", "")}),
    "pages written by hand": (
        put(BOOK, pages={}),
        {(Code.FIELD_OF_THE_BUILD, BOOK, "pages", "")},
    ),
    "a misspelt field": (put(BOOK, isued=1), {(Code.FIELD_MISSPELT, BOOK, "isued", "")}),
    "an unknown item": (put(CLIP, item="rivver"), {(Code.REFERENCE_UNKNOWN, CLIP, "item", "")}),
    "an item of another kind": (
        put(CLIP, item="welcome"),
        {(Code.REFERENCE_OF_OTHER_KIND, CLIP, "item", "")},
    ),
    "a bulletin of another day": (
        put(BULLETIN, issued="2026-10-31"),
        {(Code.ISSUED_DIFFERS, BULLETIN, "issued", "")},
    ),
    "no item": (drop(RECORDING, "item"), {(Code.FIELD_MISSING, RECORDING, "item", "")}),
}


def test_a_good_library_has_no_findings(kept: PackFolder) -> None:
    assert kept.found() == set()


@pytest.mark.parametrize(("spoil", "expected"), CASES.values(), ids=CASES.keys())
def test_a_fault_is_told_and_nothing_else(
    kept: PackFolder, spoil: Spoil, expected: set[Found]
) -> None:
    spoil(kept)
    assert kept.found() == expected


def test_an_item_that_cannot_be_read_is_not_missed_by_the_library(kept: PackFolder) -> None:
    kept.slide("river")["kind"] = "film"
    kept.playlists[0]["items"].remove("river")
    assert kept.found() == {(Code.NOT_A_CHOICE, "slides/river.toml", "kind", "")}


def test_an_item_of_the_library_need_not_play(kept: PackFolder) -> None:
    kept.playlists[0]["items"].remove("bell")
    assert kept.found() == set()
    del kept.documents[RECORDING]
    (kept.root / RECORDING).unlink()
    assert kept.found() == {(Code.ITEM_NEVER_PLAYS, "slides/bell.toml", "id", "")}


def test_what_is_remarkable_in_a_document_is_told(
    kept: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    remark = Fault(Code.PDF_FONT_MISSING, {"fonts": "Arial"})
    facts = DocumentFacts("0" * 64, ((354, 500),), remarks=(remark,))
    monkeypatch.setattr(kept.tools, "document", lambda _files: facts)
    assert kept.found() == {(Code.PDF_FONT_MISSING, BOOK, "", tag) for tag in ("vi", "en", "lo")}


def test_a_document_that_cannot_be_opened_is_told(
    kept: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_files: object) -> DocumentFacts:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(kept.tools, "document", refuse)
    assert kept.found() == {(Code.FILE_UNREADABLE, BOOK, "", tag) for tag in ("vi", "en", "lo")}


def test_pictures_are_pages_in_the_order_of_their_numbers(kept: PackFolder) -> None:
    without("vi")(kept)
    kept.files |= {f"{FOLDER}/vi/{n}.png": picture_bytes("teal") for n in (10, 9, 1)}
    (book, *_) = kept.check().source.lookup.library
    assert book.documents["vi"].path == f"{FOLDER}/vi"
    assert book.documents["vi"].files == tuple(f"{FOLDER}/vi/{n}.png" for n in (1, 9, 10))


def test_the_library_has_its_rows_in_the_matrix(kept: PackFolder) -> None:
    without("lo")(kept)
    rows = {row.entry.name: row for row in kept.check().completeness.rows}
    assert rows[FOLDER].states == {"vi": State.READY, "en": State.READY, "lo": State.MISSING}
    assert rows[FOLDER].entry.stamp == stamp("Sổ tay\nSổ tay.")
    assert not [name for name in rows if name.startswith("library/20")]


def test_a_language_it_was_not_issued_in_is_not_wanted(kept: PackFolder) -> None:
    both(without("lo", texts=True), put(BOOK, languages=["vi", "en"]))(kept)
    rows = {row.entry.name: row for row in kept.check().completeness.rows}
    assert rows[FOLDER].states["lo"] is State.NOT_WANTED


def test_an_entry_with_words_of_its_own_has_a_row(kept: PackFolder) -> None:
    put(CLIP, text={"vi": {"title": "Dòng sông"}})(kept)
    assert kept.found() == {
        (Code.TRANSLATION_MISSING, CLIP, "text.en", "en"),
        (Code.TRANSLATION_MISSING_OPTIONAL, CLIP, "text.lo", "lo"),
        (Code.TEXTS_DRAFT, "", "", "vi"),
    }


def test_a_library_of_too_many_entries_is_told(kept: PackFolder) -> None:
    for number in range(MOST_ENTRIES):
        entry = {**kept.documents[CLIP], "id": f"c{number}"}
        kept.documents[f"library/{number}-c{number}/entry.toml"] = entry
    assert kept.found() == {(Code.ITEMS_TOO_MANY, "library", "", "")}


def test_an_entry_of_this_gate_takes_the_place_of_the_shared_one(kept: PackFolder) -> None:
    shared = {name for name in kept.files if name.startswith("library/")}
    kept.pack["base"] = "../shared"
    base = kept.root.parent / "shared"
    for name in shared:
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_bytes(kept.files.pop(name))
    entry = kept.documents.pop(BOOK)
    put("pack.toml")(kept)
    other = PackFolder(base, {BOOK: entry})
    other.write()
    assert kept.found() == set()
    (book, *_) = kept.check().source.lookup.library
    assert book.documents.keys() == {"vi", "en", "lo"}
    kept.documents[BOOK] = {**entry, "languages": ["vi"]}
    kept.files[f"{FOLDER}/vi.pdf"] = b"%PDF of this gate"
    (own, *_) = kept.check().source.lookup.library
    assert own.documents.keys() == {"vi"}
