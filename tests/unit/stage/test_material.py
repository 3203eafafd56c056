"""What items are made of, as far as the director must know."""

import pytest

from player.stage.material import material_of
from tests.fakes.built_pack import clip, poster, sha256
from tests.fakes.content import item_document, make_content, recording

CONTENT = make_content(
    [
        item_document("plain"),
        poster("poster"),
        clip("film", b"film"),
        recording("bell", {"vi": 4000, "en": 4000}),
    ]
)


@pytest.mark.parametrize(("is_heard", "bell"), [(True, {"bell": "1" * 64}), (False, {})])
def test_recordings_need_the_worker_only_where_they_are_heard(
    is_heard: bool, bell: dict[str, str]
) -> None:
    material = material_of("pack", CONTENT, is_heard=is_heard)
    assert material.clips == {"film": sha256(b"film"), **bell}


def test_every_item_with_a_picture_needs_it() -> None:
    material = material_of("pack", CONTENT, is_heard=True)
    assert material.pictures.keys() == {"poster", "film", "bell"}


def test_item_with_several_recordings_is_known_by_all_of_them() -> None:
    item = recording("bell", {"vi": 4000, "en": 4000})
    item["audio"]["en"]["file"]["sha256"] = "0" * 64
    material = material_of("pack", make_content([item]), is_heard=True)
    assert material.clips == {"bell": f"{'0' * 64}+{'1' * 64}"}
