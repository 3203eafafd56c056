"""What show reports of its touch panel and of searches; read by ``status``."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import Field

from player.store.layout import Home
from player.store.records import Record, read_record, write_record

MOST_MONTHS: Final = 24


class Panel(Record):
    """The touch panel; ``fault``: what is wrong with it, "": nothing."""

    fault: str = ""


class Misses(Record):
    """How many searches found nothing: month -> language -> count. Never what was typed."""

    months: Mapping[str, Mapping[str, int]] = Field(default_factory=dict)

    def counted(self, language: str, day: date) -> "Misses":
        """Return the counts with one more in ``language``, and without months long past."""
        name = f"{day:%Y-%m}"
        month = dict(self.months.get(name, {}))
        month[language] = month.get(language, 0) + 1
        months = {**self.months, name: month}
        kept = sorted(months)[-MOST_MONTHS:]
        return Misses(months={each: months[each] for each in kept})


def report_panel(home: Home, fault: str) -> None:
    """Write what is wrong with the panel.

    Raises:
        OSError: the disk refused.
    """
    write_record(home.panel, Panel(fault=fault))


def count_miss(home: Home, language: str, day: date) -> None:
    """Count a search that found nothing.

    Raises:
        OSError: the disk refused.
    """
    known = read_record(home.misses, Misses) or Misses()
    write_record(home.misses, known.counted(language, day))
