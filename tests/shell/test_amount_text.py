"""Sums of money as each language writes them (the table of currencies of the language survey)."""

from decimal import Decimal
from typing import Final

import pytest

from player.shell.amount_text import amount_text

NBSP: Final = "\u00a0"
MILLION: Final = Decimal(1_250_000)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("vi", f"1.250.000{NBSP}₫"),
        ("en", "₫1,250,000"),
        ("zh", "₫1,250,000"),
        ("lo", "₫1.250.000"),
        ("km", "1,250,000₫"),
        ("th", "₫1,250,000"),
        ("en-GB", "₫1,250,000"),
        ("tyz", f"1.250.000{NBSP}₫"),
    ],
)
def test_dong_have_no_decimals_and_western_digits(tag: str, text: str) -> None:
    assert amount_text(tag, MILLION, "VND", 0) == text


@pytest.mark.parametrize(
    ("tag", "currency", "text"),
    [
        ("vi", "USD", f"12,50{NBSP}US$"),
        ("en", "USD", "US$12.50"),
        ("km", "USD", f"12.50{NBSP}US$"),
        ("zh", "CNY", "¥12.50"),
        ("en", "CNY", "CN¥12.50"),
        ("en", "CHF", f"CHF{NBSP}12.50"),
        ("vi", "CHF", f"12,50{NBSP}CHF"),
        ("lo", "LAK", "₭12,50"),
        ("th", "THB", "฿12.50"),
    ],
)
def test_other_currencies_are_told_apart(tag: str, currency: str, text: str) -> None:
    assert amount_text(tag, Decimal("12.5"), currency, 2) == text


def test_digits_stay_western_where_a_country_has_its_own() -> None:
    assert amount_text("km-KH", MILLION, "KHR", 0) == "1,250,000៛"
    assert amount_text("my", MILLION, "VND", 0).count("1") == 1
