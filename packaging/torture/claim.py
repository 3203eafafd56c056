"""A line of the report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that must hold, and what was measured."""

    what: str
    figure: str
    holds: bool

    def __str__(self) -> str:
        """Return it as a line."""
        return f"{'holds ' if self.holds else 'FAILED'}  {self.what}: {self.figure}"
