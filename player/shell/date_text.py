"""Days as each language writes them: Qt's locales, and the few forms they get wrong for us.

Digits stay Western in every language, as on tickets and stamps.
"""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale

DAY_FORMATS: Final = {
    "en": "d MMMM yyyy",
    "zh": "yyyy'年'M'月'd'日'",
}
"""Tag -> Qt date format, where day, month and year are not simply 22/11/2026."""

PLAIN: Final = "dd/MM/yyyy"


def date_text(tag: str, day: date) -> str:
    """Return ``day`` as readers of ``tag`` write it, short but never ambiguous."""
    language = tag.split("-", maxsplit=1)[0]
    locale = QLocale(tag)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(QDate(day.year, day.month, day.day), DAY_FORMATS.get(language, PLAIN))
