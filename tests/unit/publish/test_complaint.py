"""Refusals of the models, told as codes."""

import pytest

from player.publish.codes import Code
from player.publish.complaint import complain, suggest


def test_a_refusal_nobody_foresaw_is_still_told() -> None:
    error = {"type": "brand_new", "loc": ("field", 3), "input": {"a": 1}, "msg": "?"}
    complaint = complain(error, {"field": [1]})  # type: ignore[arg-type]
    assert (complaint.path, complaint.code) == (("field",), Code.BAD_VALUE)
    assert complaint.values == {"value": "{a}"}


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("welcom", "welcome"), ("Welcome", "welcome"), ("river", ""), ("", "")],
)
def test_only_a_likely_slip_is_suggested(word: str, suggestion: str) -> None:
    assert suggest(word, ["welcome", "papers"]) == suggestion
