"""Files as files: nothing is followed, nothing is guessed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from player.publish.codes import Code
from player.publish.folder import MAX_TEXT_BYTES, read_document, scan
from tests.fakes.pack_folder import PackFolder, add_lookup, picture_bytes

VIEW = "slides/view.toml"


def test_a_missing_folder_is_one_finding(folder: PackFolder) -> None:
    folder.documents.clear()
    folder.files.clear()
    assert folder.found() == {(Code.FOLDER_MISSING, str(folder.root), "", "")}


def raw(name: str, content: bytes) -> Callable[[PackFolder], None]:
    def spoil(folder: PackFolder) -> None:
        folder.documents.pop(name, None)
        folder.files[name] = content

    return spoil


CASES = {
    "no playlists": (
        lambda folder: folder.documents.pop("playlists.toml"),
        (Code.FILE_MISSING, "playlists.toml"),
    ),
    "a picture in TOML's clothes": (raw(VIEW, b"\xff\xfe\0"), (Code.NOT_UTF8, VIEW)),
    "a quote left open": (raw(VIEW, b'id = "view\n'), (Code.TOML_SYNTAX, VIEW)),
    "nested without end": (raw(VIEW, b"a = " + b"[" * 9000), (Code.TOML_SYNTAX, VIEW)),
    "a key twice": (raw(VIEW, b'id = "view"\nid = "sea"\n'), (Code.TOML_REPEATED_KEY, VIEW)),
    "a table twice": (raw(VIEW, b"[text]\n[text]\n"), (Code.TOML_REPEATED_KEY, VIEW)),
    "far too long": (raw(VIEW, b"#" * (MAX_TEXT_BYTES + 1)), (Code.FILE_TOO_LARGE, VIEW)),
    "a slide in a folder of its own": (
        raw("slides/old/view.toml", b""),
        (Code.FILE_UNUSED, "slides/old/view.toml"),
    ),
    "a reserved name": (raw("media/con.png", b"x"), (Code.PATH_UNSAFE, "media/con.png")),
    "names that differ in capitals": (
        raw("media/Gate.png", picture_bytes("red")),
        (Code.PATH_TWINS, "media/gate.png"),
    ),
}


@pytest.mark.parametrize(("spoil", "expected"), CASES.values(), ids=CASES.keys())
def test_a_faulty_file_is_told(
    folder: PackFolder, spoil: Callable[[PackFolder], None], expected: tuple[Code, str]
) -> None:
    spoil(folder)
    code, file = expected
    found = {each for each in folder.found() if each[0] is not Code.MEDIA_EXTRA}
    assert found == {(code, file, "", "")}


def test_a_syntax_error_names_its_line(folder: PackFolder) -> None:
    raw(VIEW, b'id = "view"\nkind = photo\n')(folder)
    finding = next(iter(folder.check().findings))
    assert finding.values["line"] == "2"
    assert finding.values["text"] == "kind = photo"


@pytest.mark.parametrize("mode", ["link", "pipe", "folder link"])
def test_links_and_pipes_are_never_opened(folder: PackFolder, mode: str, tmp_path: Path) -> None:
    folder.write()
    odd = folder.root / "media" / "odd.png"
    if mode == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to(tmp_path if mode == "folder link" else folder.root / "pack.toml")
    assert folder.found() == {(Code.NOT_PLAIN_FILE, "media/odd.png", "", "")}


def test_names_that_differ_in_the_encoding_of_accents_are_twins(folder: PackFolder) -> None:
    folder.files["media/nui\u0301.png"] = folder.files["media/nu\u00edi.png"] = b"x"
    folder.files["media/n\u00fai.png"] = folder.files["media/nu\u0301i.png"] = b"x"
    found = {file for code, file, *_ in folder.found() if code is Code.PATH_TWINS}
    assert found == {"media/n\u00fai.png"}


def test_a_picture_is_found_however_its_accents_are_encoded(folder: PackFolder) -> None:
    folder.files["media/nu\u0301i.png"] = folder.files.pop("media/gate.png")
    folder.slide("welcome")["picture"]["path"] = "media/n\u00fai.png"
    assert folder.found() == set()


def test_what_machines_and_people_leave_lying_is_passed_over(folder: PackFolder) -> None:
    for name in (".git/config", "media/.DS_Store", "Thumbs.db", "README.md", "slides/ghi-chu.txt"):
        folder.files[name] = b"?"
    assert folder.found() == set()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder: PackFolder) -> None:
    folder.write()
    path = folder.root / VIEW
    written = path.read_bytes().replace(b"\n", b"\r\n")
    raw(VIEW, b"\xef\xbb\xbf" + written)(folder)
    assert folder.found() == set()


def test_a_file_that_is_gone_when_it_is_read_is_told(folder: PackFolder) -> None:
    source = scan(folder.write())
    (folder.root / VIEW).unlink()
    document, findings = read_document(source, VIEW)
    assert document is None
    assert [finding.code for finding in findings] == [Code.FILE_UNREADABLE]


def test_slides_are_read_in_the_order_of_their_names(folder: PackFolder) -> None:
    slides = scan(folder.write()).slides
    assert slides == tuple(sorted(slides))


BASE = "../shared"


@pytest.fixture
def standing(folder: PackFolder) -> PackFolder:
    """Return a good source whose lookup lies in a folder it stands on."""
    alone = set(folder.documents) | set(folder.files)
    add_lookup(folder)
    folder.pack["base"] = BASE
    folder.documents = {
        name if name in alone or name == "plan.toml" else f"{BASE}/{name}": document
        for name, document in folder.documents.items()
    }
    folder.files = {
        name if name in alone else f"{BASE}/{name}": content
        for name, content in folder.files.items()
    }
    return folder


def test_a_source_takes_from_its_base_what_it_has_not_itself(standing: PackFolder) -> None:
    assert standing.found() == set()
    lookup = standing.check().source.lookup
    assert len(lookup.topics) == len(lookup.home.tiles)


def test_a_file_of_its_own_takes_the_place_of_the_bases(standing: PackFolder) -> None:
    police = standing.documents[f"{BASE}/contacts/police.toml"]
    standing.documents["contacts/police.toml"] = {**police, "phones": ["112"]}
    (contact,) = standing.check().source.lookup.contacts
    assert list(contact.contact.phones) == ["112"]


def test_a_topic_of_its_own_takes_the_place_of_the_bases_in_all_languages(
    standing: PackFolder,
) -> None:
    name = "topics/30-about-money"
    document = standing.documents[f"{BASE}/{name}/topic.toml"]
    only = {"vi": document["text"]["vi"], "en": document["text"]["en"]}
    standing.documents[f"{name}/topic.toml"] = {**document, "text": only}
    for tag in only:
        standing.files[f"{name}/{tag}.md"] = standing.files[f"{BASE}/{name}/{tag}.md"]
    assert standing.found() == {
        (Code.TRANSLATION_MISSING_OPTIONAL, f"{name}/topic.toml", "text.lo", "lo")
    }


def test_a_base_gives_no_facts_of_a_gate(standing: PackFolder) -> None:
    for name in ("pack.toml", "playlists.toml", "hours.toml", "notices.toml", "ticker.toml"):
        standing.files[f"{BASE}/{name}"] = b"no TOML"
    assert standing.found() == set()


def test_a_fault_in_the_base_is_told_where_it_lies(standing: PackFolder) -> None:
    standing.documents[f"{BASE}/contacts/police.toml"]["phones"] = ["?"]
    standing.files[f"{BASE}/topics/30-about-money/vi.md"] = b"\xff"
    (standing.root / BASE / "contacts").mkdir(parents=True)
    (standing.root / BASE / "contacts" / "link.toml").symlink_to("police.toml")
    assert standing.found() >= {
        (Code.BAD_PHONE, f"{BASE}/contacts/police.toml", "phones[0]", ""),
        (Code.NOT_UTF8, f"{BASE}/topics/30-about-money/vi.md", "", ""),
        (Code.NOT_PLAIN_FILE, f"{BASE}/contacts/link.toml", "", ""),
    }


def test_media_of_the_base_that_this_gate_does_not_use_are_others_business(
    standing: PackFolder,
) -> None:
    standing.files[f"{BASE}/media/other.png"] = b"?"
    assert standing.found() == set()


@pytest.mark.parametrize("base", ["../nowhere", "pack.toml", "media/gate.png"])
def test_a_base_that_is_no_folder_is_told(folder: PackFolder, base: str) -> None:
    add_lookup(folder)
    for name in ("lookup.toml", "contacts/police.toml"):
        del folder.documents[name]
    folder.pack["base"] = base
    assert folder.found() == {(Code.BASE_MISSING, "pack.toml", "base", "")}
