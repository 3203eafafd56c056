"""A pack that says anything anywhere opens or is refused; nothing else ever happens."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from player.errors import PackError
from player.store.reader import open_pack
from tests.fakes.built_pack import poster, rewrite_content, write_built
from tests.fakes.content import content_document, item_document

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(st.characters() | st.sampled_from("\ud800\u202e\0"), max_size=8)
    | st.sampled_from(["2026-13-01", "24:00", "../../etc/passwd", "Asia/Nowhere", "0" * 64]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Any JSON, and some of what a careless or hostile author might write."""


def _places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    children: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, dict):
        children = iter(value.items())
    elif isinstance(value, list):
        children = iter(enumerate(value))
    for key, child in children:
        yield from _places(child, (*path, key))


WHOLE: Final = content_document(
    [poster("a"), item_document("b")],
    [
        {
            "id": "p",
            "items": ["a", {"item": "b", "weight": 2}],
            "when": {
                "dayparts": ["06:00-11:30"],
                "weekdays": ["mon"],
                "valid": {"from": "2026-01-01", "until": "2027-01-01T10:00"},
                "recurrence": {
                    "rule": "FREQ=DAILY",
                    "first": "2026-01-01T00:00",
                    "lasts_minutes": 60,
                },
            },
        }
    ],
)
PLACES: Final = sorted(_places(WHOLE), key=str)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), value=json_values)
def test_any_value_anywhere_in_a_pack_opens_or_is_refused(
    place: tuple[str | int, ...], value: object, tmp_path: Path
) -> None:
    document = json.loads(json.dumps({"root": WHOLE}))
    node, key = document, "root"
    for part in place:
        node, key = node[key], part  # type: ignore[assignment]
    node[key] = value
    rewrite_content(write_built(tmp_path / "built"), document["root"])
    with suppress(PackError):
        open_pack(tmp_path / "built", tmp_path / "built" / "blobs")
