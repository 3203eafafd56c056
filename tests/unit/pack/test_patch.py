"""Patches make the new manifest out of the old, stay small, and are believed by nobody."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import PackFormatError
from player.pack.patch import apply_patch, make_patch
from tests.fakes.built_pack import manifest_document

LIMIT = 10_000_000

ENTRIES = st.lists(st.sampled_from(["a", "b", "ແຂວງ", '{"x":1},', "},{"]), max_size=12)


def manifest(count: int, changed: int = -1) -> bytes:
    blobs = [f"{n}{'!' * (n == changed)}".encode() for n in range(count)]
    document = manifest_document(b"{}", blobs)
    return json.dumps(document, separators=(",", ":")).encode()


@given(ENTRIES, ENTRIES)
def test_patch_makes_the_new_out_of_the_old(old: list[str], new: list[str]) -> None:
    before, after = "".join(old).encode(), "".join(new).encode()
    assert apply_patch(before, make_patch(before, after), LIMIT) == after


def test_patch_of_one_file_of_thousands_is_small() -> None:
    old, new = manifest(3000), manifest(3000, changed=1700)
    patch = make_patch(old, new)
    assert apply_patch(old, patch, LIMIT) == new
    assert len(patch) < 1000 < len(new)


@given(st.binary(max_size=60))
def test_any_bytes_make_something_or_are_refused(patch: bytes) -> None:
    try:
        assert len(apply_patch(b"old", patch, 100)) <= 100
    except PackFormatError:
        return


@pytest.mark.parametrize(
    "patch",
    [
        b"",
        b"{}",
        b"[1]",
        b"[[0]]",
        b"[[-1,2]]",
        b"[[2,1]]",
        b"[[0,4]]",
        b"[[0,1.5]]",
        b"[" * 100_000,
        b"[" + b"[0,3]," * 50_000 + b"[0,3]]",
    ],
    ids=[
        "empty",
        "object",
        "number",
        "one",
        "before",
        "backwards",
        "beyond",
        "half",
        "deep",
        "bomb",
    ],
)
def test_what_is_no_patch_is_refused(patch: bytes) -> None:
    with pytest.raises(PackFormatError):
        apply_patch(b"old", patch, 1000)
