"""Which language is shown where the wanted one is missing."""

import pytest
from pydantic import ValidationError

from player.pack.language import PackLanguage, choose_language


@pytest.mark.parametrize(
    ("present", "wanted", "fallback", "shown"),
    [
        (("vi", "en", "lo"), "lo", ("en",), "lo"),
        (("vi", "en"), "lo", ("th", "en"), "en"),
        (("vi", "th", "en"), "lo", ("th", "en"), "th"),
        (("en", "vi"), "lo", ("th",), "vi"),
        (("en", "vi"), "lo", (), "vi"),
        # Not even the reference language: better any text than a blank screen.
        (("zh", "km"), "lo", ("th",), "zh"),
    ],
)
def test_reader_is_shown_the_first_language_of_the_chain_that_exists(
    present: tuple[str, ...], wanted: str, fallback: tuple[str, ...], shown: str
) -> None:
    assert choose_language(dict.fromkeys(present), wanted, fallback) == shown


@pytest.mark.parametrize("tag", ["vi", "zh", "hmn-Latn", "zh-Hant-TW", "ycc"])
def test_language_tags_are_understood(tag: str) -> None:
    assert PackLanguage.model_validate({"tag": tag, "fallback": [tag]}).tag == tag


@pytest.mark.parametrize("tag", ["", "v", "VI", "vietnamese", "vi_VN", "vi-", "../vi", "vi\nvi", 7])
def test_what_is_no_language_tag_is_refused(tag: object) -> None:
    with pytest.raises(ValidationError):
        PackLanguage.model_validate({"tag": tag})
    with pytest.raises(ValidationError):
        PackLanguage.model_validate({"tag": "vi", "fallback": [tag]})


def test_chain_of_fallbacks_is_bounded() -> None:
    with pytest.raises(ValidationError, match="at most 8"):
        PackLanguage.model_validate({"tag": "vi", "fallback": ["en"] * 9})
