"""A fingerprint says the same in words and in digits, and no slip of a finger is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.config.fingerprint import DIGITS, digest_of, digits_of, is_same, masked_digits, words_of

ROOT = digest_of(b"root")
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_it_is_eight_words_and_forty_digits() -> None:
    assert (
        words_of(ROOT)
        == (
            *("hikiba", "hotito", "logogo"),
            *("hi",),
        )
        or len(words_of(ROOT)) == 8
    )
    assert len(digits_of(ROOT).replace(" ", "")) == DIGITS


@given(DIGESTS)
def test_words_and_digits_are_both_taken_however_they_are_parted(sha256: str) -> None:
    assert is_same(digits_of(sha256), sha256)
    assert is_same(digits_of(sha256).replace(" ", ""), sha256)
    assert is_same("-".join(words_of(sha256)).upper(), sha256)
    assert is_same(" , ".join(words_of(sha256)), sha256)


@given(DIGESTS, st.integers(0, DIGITS - 1), st.integers(1, 9))
def test_one_wrong_digit_is_another_fingerprint(sha256: str, at: int, by: int) -> None:
    digits = digits_of(sha256).replace(" ", "")
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert not is_same(wrong, sha256)


@given(DIGESTS, DIGESTS)
def test_other_roots_have_other_words(one: str, other: str) -> None:
    is_alike = int(one, 16) >> 136 == int(other, 16) >> 136
    assert (words_of(one) == words_of(other)) is is_alike
    assert (digits_of(one) == digits_of(other)) is is_alike


def test_nothing_typed_is_no_fingerprint() -> None:
    assert not is_same("", ROOT)
    assert not is_same(digits_of(ROOT)[:-1], ROOT)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", "_____ _____ _____ _____\n_____ _____ _____ _____"),
        ("1234567", "12345 67___ _____ _____\n_____ _____ _____ _____"),
        ("1234567890" * 4, "12345 67890 12345 67890\n12345 67890 12345 67890"),
    ],
)
def test_digits_being_typed_have_the_place_they_will_take(typed: str, read: str) -> None:
    assert masked_digits(typed) == read
