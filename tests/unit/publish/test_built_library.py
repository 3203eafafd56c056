"""The library of a built pack: pages by digest in the manifest, and one place to look for all."""

from pathlib import Path

import pytest

from player.pack.content import CONTENT
from player.pack.library import DocumentEntry, LibraryEntry, ways
from player.pack.lookup import LOOKUP, Lookup, lookup_media, parse_lookup
from player.publish.build import Built, Refused, build_pack
from player.publish.codes import Code
from player.publish.media_facts import Fault
from player.publish.progress import ignore_progress
from player.publish.workshop import Workshop
from player.store.install import install
from player.store.layout import Home, blob_path
from player.store.reader import open_installed, open_pack
from player.store.verify import named_blobs
from tests.fakes.coded_clips import Recipe, code_clip
from tests.fakes.library_folder import add_library
from tests.fakes.pack_folder import (
    TODAY,
    PackFolder,
    assert_told,
    good_pack,
    picture_bytes,
)
from tests.fakes.pdf_files import lettered, pdf

BOOK = "library/10-handbook/entry.toml"
CLIP = "library/20-clip/entry.toml"


@pytest.fixture
def kept(folder: PackFolder) -> PackFolder:
    return add_library(folder)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "built"


def make(folder: PackFolder, out: Path) -> Built:
    outcome = build_pack(folder.write(), out, TODAY, folder.tools, ignore_progress)
    assert isinstance(outcome, Built)
    return outcome


def lookup_of(out: Path) -> Lookup:
    pack = open_pack(out, out / "blobs")
    digest = pack.manifest.digest_of(LOOKUP)
    assert digest is not None
    return parse_lookup(pack.file(digest).read_bytes())


def entry(out: Path, name: str) -> LibraryEntry:
    return next(each for each in lookup_of(out).library if each.id == name)


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_every_file_the_lookup_needs_is_in_the_manifest(kept: PackFolder, out: Path) -> None:
    built = make(kept, out)
    listed = {file.sha256: file for file in built.manifest.files}
    needed = list(lookup_media(lookup_of(out)))
    assert len(needed) == 6
    for file in needed:
        assert (listed[file.sha256].size, listed[file.sha256].type) == (file.size, file.type)
        assert blob_path(out / "blobs", file.sha256).stat().st_size == file.size
    assert "library/10-handbook/vi.pdf/01" in {file.path for file in built.manifest.files}


def test_no_pdf_is_in_the_pack(kept: PackFolder, out: Path) -> None:
    built = make(kept, out)
    assert {file.type for file in built.manifest.files} <= {
        *("application/json", "image/png", "image/jpeg", "image/webp", "video/mp4", "audio/mp4")
    }
    assert not any(content.startswith(b"%PDF") for content in tree(out).values())


def test_pages_are_installed_and_verified_with_all_else(
    kept: PackFolder, out: Path, tmp_path: Path
) -> None:
    make(kept, out)
    home = Home(tmp_path / "home")
    install(out, home)
    pages = {file.sha256 for file in lookup_media(lookup_of(out))}
    assert pages <= named_blobs(home).keys()
    pack = open_installed(home.current, home)
    for sha256 in pages:
        assert pack.file(sha256).read_bytes().startswith(b"page ")


def test_words_get_break_marks_and_search_words(kept: PackFolder, out: Path) -> None:
    make(kept, out)
    words = entry(out, "handbook").text["lo"]
    assert (words.title, words.summary) == ("ປຶ້ມຄູ່ມື\u200b", "ປຶ້ມຄູ່ມື.\u200b")
    assert words.search == "ປຶ້ມຄູ່ມື\nປຶ້ມຄູ່ມື."


def test_pages_of_a_document_are_in_reading_order(kept: PackFolder, out: Path) -> None:
    make(kept, out)
    book = entry(out, "handbook")
    assert isinstance(book, DocumentEntry)
    assert list(book.pages) == ["en", "lo", "vi"]
    found = [blob_path(out / "blobs", page.sha256).read_bytes() for page in book.pages["vi"]]
    assert found == ["page 1 of %PDF Sổ tay".encode(), "page 2 of %PDF Sổ tay".encode()]


def test_what_an_entry_does_not_say_its_item_says(kept: PackFolder, out: Path) -> None:
    make(kept, out)
    items = open_pack(out, out / "blobs").content.item_by_id
    clip, river = entry(out, "clip"), items["river"]
    assert {tag: text.title for tag, text in clip.text.items()} == {
        tag: text.title for tag, text in river.text.items()
    }
    assert clip.text["lo"].search == "ຍິນດີຕ້ອນຮັບ"
    assert (clip.valid, clip.source, clip.sample) == (river.valid, river.source, river.sample)
    assert ways(clip, items).keys() == {"vi", "en", "lo"}


def test_what_an_entry_says_itself_stands(kept: PackFolder, out: Path) -> None:
    words = {"title": "Dòng sông", "review": "reviewed", "reviewed_by": "A. Lê"}
    kept.documents[CLIP] |= {
        "lasting": True,
        "sample": True,
        "text": {"vi": words, "en": {**words, "title": "The river"}},
        "source": {**kept.slide("papers")["source"], "document": "2/QĐ"},
    }
    make(kept, out)
    clip = entry(out, "clip")
    assert (clip.lasting, clip.sample, clip.valid.until) == (True, True, None)
    assert clip.text["vi"].title == "Dòng sông"
    assert clip.source is not None
    assert clip.source.document == "2/QĐ"


def test_a_document_without_pages_of_a_language_has_the_others(kept: PackFolder, out: Path) -> None:
    del kept.files["library/10-handbook/lo.pdf"]
    make(kept, out)
    book = entry(out, "handbook")
    assert ways(book, {}).keys() == {"vi", "en"}


def test_a_pack_that_only_has_a_library_has_a_lookup(kept: PackFolder, out: Path) -> None:
    make(kept, out)
    assert lookup_of(out).topics == []
    assert len(lookup_of(out).library) == 4


def test_a_pdf_that_cannot_be_drawn_any_more_is_told_and_nothing_is_written(
    kept: PackFolder, out: Path
) -> None:
    kept.tools.unpressed = Fault(Code.PDF_TOO_SLOW)
    outcome = build_pack(kept.write(), out, TODAY, kept.tools, ignore_progress)
    assert isinstance(outcome, Refused)
    assert_told(outcome.findings)
    (finding,) = outcome.findings
    assert (finding.code, finding.file) == (Code.PDF_TOO_SLOW, "library/10-handbook/en.pdf")
    assert not out.exists()


def test_real_documents_are_built_the_same_byte_for_byte(
    kept: PackFolder, tmp_path: Path, workshop: Workshop
) -> None:
    del kept.files["library/10-handbook/lo.pdf"]
    del kept.documents["library/20-recording/entry.toml"]
    del kept.documents["slides/bell.toml"]
    kept.playlists[0]["items"].remove("bell")
    kept.files |= {
        "library/10-handbook/vi.pdf": pdf(2),
        "library/10-handbook/en.pdf": lettered(b"Helvetica"),
        "library/10-handbook/lo/1.png": picture_bytes("teal", (900, 1400)),
        "library/10-handbook/lo/2.png": picture_bytes("olive", (900, 4400)),
        "media/gate.png": picture_bytes("navy"),
    }
    kept.write()
    code_clip(kept.root / "media" / "river.mp4", Recipe())
    for name in ("one", "two"):
        outcome = build_pack(kept.root, tmp_path / name, TODAY, workshop, ignore_progress)
        assert isinstance(outcome, Built)
        assert Code.PDF_FONT_MISSING in {finding.code for finding in outcome.report.findings}
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    book = entry(tmp_path / "one", "handbook")
    assert isinstance(book, DocumentEntry)
    sizes = {tag: [(p.type, p.width, p.height) for p in book.pages[tag]] for tag in book.pages}
    assert sizes == {
        "vi": [("image/webp", 1414, 2000)] * 2,
        "en": [("image/webp", 1414, 2000)],
        "lo": [("image/png", 900, 1400), ("image/jpeg", 785, 3840)],
    }


def test_a_pack_without_a_library_is_as_it_was(folder: PackFolder, out: Path) -> None:
    built = make(folder, out)
    assert {file.path for file in built.manifest.files} == {
        *(CONTENT, "media/gate.png", "media/river.mp4", "media/view.png"),
        "posters/media/river.mp4",
    }


def test_a_document_that_changes_under_the_build_is_told(
    kept: PackFolder, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = kept.tools.document

    def look_and_change(files: list[Path]) -> object:
        facts = look(files)
        files[0].write_bytes(b"%PDF of somebody else")
        return facts

    monkeypatch.setattr(kept.tools, "document", look_and_change)
    outcome = build_pack(kept.write(), out, TODAY, kept.tools, ignore_progress)
    assert isinstance(outcome, Refused)
    assert [finding.code for finding in outcome.findings] == [Code.SOURCE_CHANGED]


def test_the_same_source_elsewhere_is_the_same_pack(kept: PackFolder, tmp_path: Path) -> None:
    make(kept, tmp_path / "one")
    again = add_library(good_pack(tmp_path / "elsewhere"))
    again.files = dict(reversed(again.files.items()))
    make(again, tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
