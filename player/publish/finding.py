"""A finding: one thing wrong in a pack source, told by file, field, language and code."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from player.publish.codes import WARNINGS, Code


class Severity(StrEnum):
    """Whether a finding stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong.

    Attributes:
        file: relative to the source folder, with ``/``; empty for the pack as a whole.
        code: what is wrong.
        field: dotted path inside the file, e.g. ``text.lo.title``; empty for the whole file.
        language: tag the finding is about; empty when it is about none.
        values: placeholder of the message -> what was found.
    """

    file: str
    code: Code
    field: str = ""
    language: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Return ``WARNING`` when the pack may be built all the same."""
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR


def field_path(parts: Sequence[str | int]) -> str:
    """Return the dotted path of a field, e.g. ``items[2].weight``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".")


def is_below(field: str, fields: Collection[str]) -> bool:
    """Say whether ``field`` is one of ``fields``, or lies in one of them."""
    cuts = [place for place, sign in enumerate(field) if sign in ".["]
    return any(field[:end] in fields for end in (*cuts, len(field)) if end)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by file, errors first, then field; each once."""
    keyed = {
        (
            finding.file,
            finding.severity is Severity.WARNING,
            finding.field,
            finding.language,
            finding.code.value,
            tuple(sorted(finding.values.items())),
        ): finding
        for finding in findings
    }
    return tuple(keyed[key] for key in sorted(keyed))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them stops the build."""
    return any(finding.severity is Severity.ERROR for finding in findings)
