"""Sums of money as each language writes them: Qt's locales, with our own signs and decimals.

Digits stay Western in every language, as on banknotes and receipts. Qt knows no minority language
of Viet Nam: their speakers read sums as the Vietnamese around them do.
"""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QLocale

SIGNS: Final[Mapping[str, str]] = {
    "CNY": "CN¥",
    "EUR": "€",
    "KHR": "៛",
    "LAK": "₭",
    "THB": "฿",
    "USD": "US$",
    "VND": "₫",
}
"""Currency -> its sign; every other is written by its code."""

AT_HOME: Final[Mapping[tuple[str, str], str]] = {("zh", "CNY"): "¥"}
"""(language, currency) -> the sign where nobody can take it for another's."""

REFERENCE: Final = "vi"
NO_BREAK_SPACE: Final = "\u00a0"


def amount_text(tag: str, amount: Decimal, currency: str, decimals: int) -> str:
    """Return a sum as readers of ``tag`` write it, on one line.

    Args:
        tag: of the language.
        amount: in the currency's main unit.
        currency: ISO 4217 code.
        decimals: digits after the decimal sign, also where they are zeros.
    """
    language = tag.split("-", maxsplit=1)[0]
    sign = AT_HOME.get((language, currency), SIGNS.get(currency, f"{currency}{NO_BREAK_SPACE}"))
    locale = QLocale(tag)
    if locale.language() is QLocale.Language.C:
        locale = QLocale(REFERENCE)
    text = locale.toCurrencyString(float(amount), sign, decimals).strip()
    if text.endswith(sign) and sign[0].isalpha():  # letters do not lean on digits
        text = f"{text.removesuffix(sign).rstrip()} {sign.rstrip()}"
    return "".join(map(_plain, text))


def _plain(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return NO_BREAK_SPACE if sign.isspace() else sign
