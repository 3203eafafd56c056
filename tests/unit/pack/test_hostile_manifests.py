"""Manifests that somebody spoilt: read as they must be, or refused with one of our errors."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackError
from player.pack.manifest import MAX_TOTAL_BYTES, parse_manifest
from tests.fakes.built_pack import manifest_document

Document = dict[str, Any]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


def whole() -> Document:
    return json.loads(json.dumps(manifest_document(b"{}", [b"a", b"b"])))  # type: ignore[no-any-return]


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_our_words(raw: bytes) -> None:
    with pytest.raises(PackError):
        parse_manifest(raw)


@given(st.sampled_from(sorted(whole())), JSON)
def test_any_field_replaced_by_anything(field: str, value: object) -> None:
    document = whole() | {field: value}
    try:
        manifest = parse_manifest(json.dumps(document).encode())
    except PackError:
        return
    assert manifest.total == sum(file.size for file in manifest.files)
    assert len({file.path.casefold() for file in manifest.files}) == len(manifest.files)


@given(st.sampled_from(["path", "sha256", "size", "type"]), JSON, st.integers(0, 2))
def test_any_field_of_a_file_replaced_by_anything(field: str, value: object, at: int) -> None:
    document = whole()
    document["files"][at][field] = value
    try:
        manifest = parse_manifest(json.dumps(document).encode())
    except PackError:
        return
    for file in manifest.files:
        parts = file.path.split("/")
        assert not file.path.startswith("/")
        assert ".." not in parts
        assert "\0" not in file.path


@pytest.mark.parametrize(
    "path",
    [
        "../../evil",
        "/abs",
        "a\\..\\b",
        "a/../b",
        "CON",
        "a/nul.webp",
        "n" * 300,
        "a\0b",
        "cafe\u0301",
    ],
)
def test_dangerous_paths_are_refused(path: str) -> None:
    document = whole()
    document["files"][1]["path"] = path
    with pytest.raises(PackError):
        parse_manifest(json.dumps(document).encode())


def test_terabyte_is_refused_before_a_byte_is_fetched() -> None:
    document = whole()
    document["files"][1]["size"] = 10**12
    document["total"] = 10**12 + sum(file["size"] for file in document["files"][2:])
    with pytest.raises(PackError):
        parse_manifest(json.dumps(document).encode())
    assert MAX_TOTAL_BYTES < 10**12


def test_million_files_are_refused() -> None:
    document = whole()
    one = document["files"][1]
    document["files"] = [{**one, "path": f"f{n}", "size": 1} for n in range(20_001)]
    document["total"] = 20_001
    with pytest.raises(PackError):
        parse_manifest(json.dumps(document).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "f" * 64},
        {"size": 2},
        {"path": "MEDIA/1.webp"},
    ],
    ids=["same path", "other size", "twins by case"],
)
def test_twins_are_refused(change: Document) -> None:
    document = whole()
    twin = {**document["files"][2], **change}
    document["files"].append(twin)
    document["total"] += twin["size"]
    with pytest.raises(PackError):
        parse_manifest(json.dumps(document).encode())
