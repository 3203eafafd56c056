"""Clusters: what stands or falls together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.lookup.keyboard.clusters import cut, label_of, last_cluster, without_last

CLUSTERS = {
    "vi": ["v", "i", "ệ", "t"],
    "vi decomposed": ["v", "i", "e\u0323\u0302", "t"],
    "lo": ["ເ", "ມື", "ອ", "ງ", "ນ້ຳ", "ປໍ່"],
    "km": ["ក", "ម្ពុ", "ជា", "ស្ត្រី", "ភាំ", "ខ្មែ", "រ"],
    "km subscript on its way": ["ខ", "ក្"],
    "th": ["ที่", "น้ำ", "เ", "กี๊", "ยว", "สั", "ต", "ว์"],
    "zh": ["护", "照"],
}


@pytest.mark.parametrize("clusters", CLUSTERS.values(), ids=CLUSTERS)
def test_one_press_takes_one_cluster(clusters: list[str]) -> None:
    whole = [part for cluster in clusters for part in _split(cluster)]
    text = "".join(clusters)
    taken: list[str] = []
    while text:
        taken.insert(0, text[last_cluster(text) :])
        text = without_last(text)
    assert taken == whole


def _split(cluster: str) -> list[str]:
    """Return a cluster of the table; letters without a mark between them are two."""
    return (
        list(cluster) if all(unicodedata.category(sign) == "Lo" for sign in cluster) else [cluster]
    )


@pytest.mark.parametrize("text", ["", "\u0301", "\u17d2", "ຳ", "a"])
def test_lone_sign_is_a_cluster(text: str) -> None:
    assert (last_cluster(text), without_last(text)) == (0, "")


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("ນ້ຳ", 2, ""),
        ("ab", 2, "ab"),
        ("abc", 2, "ab"),
        ("aន្ត្រ", 4, "a"),
        ("e\u0301e\u0301", 3, "e\u0301"),
        ("", 0, ""),
        ("a", 0, ""),
    ],
)
def test_cut_leaves_no_cluster_in_parts(text: str, most: int, kept: str) -> None:
    assert cut(text, most) == kept


@pytest.mark.parametrize(
    ("signs", "label"),
    [("ກ", "ກ"), ("ິ", "◌ິ"), ("ຳ", "◌ຳ"), ("ាំ", "◌ាំ"), ("្", "◌្"), ("a", "a"), ("เ", "เ")],
)
def test_mark_stands_on_a_dotted_circle(signs: str, label: str) -> None:
    assert label_of(signs) == label


@given(st.text(max_size=60), st.integers(0, 60))
def test_cut_is_a_beginning_of_at_most_so_many_signs(text: str, most: int) -> None:
    kept = cut(text, most)
    assert text.startswith(kept)
    assert len(kept) <= most
