"""Findings as people and programs read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from player.publish.catalogue import Catalogue, show_value
from player.publish.finding import Finding, Severity

Tone = Literal["file", "error", "warning", "remedy"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report and the tone it is said in."""

    tone: Tone
    text: str


def report_lines(findings: Sequence[Finding], catalogue: Catalogue) -> Iterator[Line]:
    """Yield the report: file by file, each finding with its remedy.

    Args:
        findings: sorted by file.
        catalogue: of the reader's language.
    """
    for file, group in groupby(findings, key=lambda finding: finding.file):
        yield Line("file", show_value(file) or catalogue.say("whole_pack"))
        for finding in group:
            tone: Tone = finding.severity.value
            place = " ".join(_place(finding))
            problem = catalogue.problem(finding)
            yield Line(tone, f"  {catalogue.say(tone)} {place}{': ' if place else ''}{problem}")
            yield Line("remedy", f"    {catalogue.say('mend')}: {catalogue.remedy(finding)}")


def summary(findings: Sequence[Finding], catalogue: Catalogue) -> str:
    """Return the one sentence that says whether the pack may be built."""
    counts = count(findings)
    words = {"errors": str(counts["errors"]), "warnings": str(counts["warnings"])}
    return catalogue.say("unfit" if counts["errors"] else "fit", **words)


def report_document(findings: Sequence[Finding], catalogue: Catalogue) -> Mapping[str, object]:
    """Return the report for other programs; ``code`` keeps its meaning, the sentences may not."""
    return {
        **count(findings),
        "findings": [
            {
                "file": finding.file,
                "field": finding.field,
                "language": finding.language,
                "code": finding.code.value,
                "severity": finding.severity.value,
                "problem": catalogue.problem(finding),
                "mend": catalogue.remedy(finding),
                "values": dict(finding.values),
            }
            for finding in findings
        ],
    }


def count(findings: Sequence[Finding]) -> Mapping[str, int]:
    """Return how many findings of each severity there are."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return {"errors": errors, "warnings": len(findings) - errors}


def _place(finding: Finding) -> Iterator[str]:
    if finding.field:
        yield show_value(finding.field)
    if finding.language:
        yield f"[{show_value(finding.language)}]"
