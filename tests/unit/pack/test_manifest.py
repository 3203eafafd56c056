"""``pack.json``: what a pack consists of, and paths that are safe wherever it travels."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackError, PackFormatError, PackVersionError
from player.pack.content import CONTENT, MAX_BYTES
from player.pack.manifest import MAX_TOTAL_BYTES, check_path, parse_manifest

Document = dict[str, Any]
DIGEST = "ab" * 32


def file(path: str, sha256: str = DIGEST, size: int = 10, type_: str = "image/webp") -> Document:
    return {"path": path, "sha256": sha256, "size": size, "type": type_}


def manifest(*files: Document, **fields: object) -> Document:
    named = files or (file(CONTENT, type_="application/json"), file("media/a.webp", "cd" * 32))
    return {
        "format": "1.0",
        "pack": "lang-son/huu-nghi/hall",
        "sequence": 1,
        "min_player": "1.0",
        "total": sum(each["size"] for each in named),
        "files": list(named),
        **fields,
    }


def parse(document: object) -> object:
    return parse_manifest(json.dumps(document).encode())


def test_every_file_is_found_by_its_path() -> None:
    read = parse_manifest(json.dumps(manifest()).encode())
    assert read.digest_of(CONTENT) == DIGEST
    assert read.digest_of("media/a.webp") == "cd" * 32
    assert read.digest_of("media/b.webp") is None


def test_one_blob_may_have_two_paths() -> None:
    assert parse(manifest(file("a.webp"), file("b.webp")))


def test_field_of_a_newer_pack_is_ignored() -> None:
    assert parse(manifest(format="1.9", news="yes"))


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (manifest(format="2.0"), "needs a player for pack format 2.0"),
        (manifest(format="0.9"), "needs a player for pack format 0.9"),
        (manifest(format="1"), "no version"),
        (manifest(format=1.0), "no version"),
        (manifest(format="1.x"), r"pack.json: format"),
        ({}, "format: None is no version"),
        ([], "not a JSON object"),
        (manifest(sequence=0), "sequence"),
        (manifest(sequence=2**53), "sequence"),
        (manifest(pack="../other"), "pack.json: pack"),
        (manifest(min_player="new"), "min_player"),
        (manifest(files=[]), "files"),
        (manifest(total=21), "do not add up"),
        (manifest(file("a.webp"), file("A.WEBP")), "two files have the same path"),
        (manifest(file("straße.webp"), file("STRASSE.webp")), "two files have the same path"),
        (manifest(file("a.webp"), file("b.webp", size=11)), "two sizes"),
        (manifest(file("a.webp", size=-1), total=0), "files.0.size"),
        (manifest(file("a.webp", size=MAX_TOTAL_BYTES + 1), total=0), "files.0.size"),
        (manifest(total=MAX_TOTAL_BYTES + 1), "total"),
        (manifest(file("a.webp", sha256="AB" * 32)), "sha256"),
        (manifest(file("a.webp", sha256="../" * 21 + "a")), "sha256"),
        (manifest(file("a.svg", type_="image/svg+xml")), "type"),
        (manifest(file("../a.webp")), "safe relative path"),
    ],
)
def test_manifest_that_cannot_be_true_is_refused(document: object, problem: str) -> None:
    with pytest.raises((PackFormatError, PackVersionError), match=problem):
        parse(document)


def test_more_files_than_any_pack_has_are_refused() -> None:
    files = [file(f"{number}.webp", f"{number:064x}", 1) for number in range(20_001)]
    with pytest.raises(PackFormatError, match="files"):
        parse(manifest(*files))


@pytest.mark.parametrize(
    "path",
    [
        "content.json",
        "media/a b.webp",
        "media/ảnh.webp",
        "a" * 255,
        "x/.hidden",
        "a..b",
        "console/a",
    ],
)
def test_ordinary_paths_are_safe(path: str) -> None:
    assert check_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../evil",
        "media/../../evil",
        "./a",
        "a//b",
        "a/",
        "a\\..\\b",
        "C:/a",
        "a:stream",
        "a\0b",
        "a\nb",
        "a" * 256,
        "ả" * 86,
        # The same name, decomposed: another file on some systems and the same on others.
        "media/a\u0309nh.webp",
        "CON",
        "con.webp",
        "media/aux.tar.gz",
        "COM1/a.webp",
        "lpt9",
    ],
)
def test_paths_that_climb_or_mean_different_things_are_refused(path: str) -> None:
    with pytest.raises(PackFormatError, match="safe relative path"):
        parse(manifest(file(path)))


def test_manifest_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(PackFormatError, match="more than"):
        parse_manifest(b" " * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe\xfa", b"null", b"[" * 100_000, b'{"format": 1e999}', b"9" * 5000]
)
def test_what_is_no_json_object_is_refused(raw: bytes) -> None:
    with pytest.raises(PackFormatError):
        parse_manifest(raw)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
_spoils: list[Callable[[Document, object], Document]] = [
    lambda document, value: {**document, "files": value},
    lambda document, value: {**document, "files": [value]},
    lambda document, value: {**document, "files": [{**file("a"), "path": value}]},
    lambda document, value: {**document, "files": [{**file("a"), "size": value}]},
    lambda document, value: {**document, "total": value},
    lambda document, value: {**document, "format": value},
    lambda document, value: {**document, "sequence": value},
]


@given(spoil=st.sampled_from(_spoils), value=_json)
def test_spoilt_manifest_never_raises_anything_but_a_pack_error(
    spoil: Callable[[Document, object], Document], value: object
) -> None:
    try:
        parse(spoil(manifest(), value))
    except PackError:
        return
