"""Reports for people and for programs."""

from player.publish.catalogue import Catalogue
from player.publish.codes import Code
from player.publish.finding import Finding, field_path, sort_findings
from player.publish.report import report_document, report_lines, summary

ENGLISH, VIETNAMESE = Catalogue.load("en"), Catalogue.load("vi")
MISSING = Finding("slides/a.toml", Code.TRANSLATION_MISSING, "text.lo", "lo")
EXTRA = Finding("media/b.png", Code.MEDIA_EXTRA)
NO_HELP = Finding("", Code.ESSENTIAL_NONE)


def test_a_report_names_file_field_language_problem_and_remedy() -> None:
    lines = [line.text for line in report_lines([MISSING], VIETNAMESE)]
    assert lines[0] == "slides/a.toml"
    assert lines[1] == "  LỖI text.lo [lo]: Thiếu bản dịch của một ngôn ngữ bắt buộc."
    assert lines[2].startswith("    Cách sửa: ")


def test_each_file_is_named_once() -> None:
    other = Finding("slides/a.toml", Code.FIELD_MISSING, "kind")
    lines = list(report_lines(sort_findings([EXTRA, MISSING, other]), ENGLISH))
    assert [line.text for line in lines if line.tone == "file"] == ["media/b.png", "slides/a.toml"]


def test_a_finding_about_the_whole_pack_says_so() -> None:
    first, second, _ = report_lines([NO_HELP], ENGLISH)
    assert first.text == "Whole pack"
    assert second.text == "  Warning The pack has no essential item."


def test_the_summary_says_whether_the_pack_may_be_built() -> None:
    assert summary([EXTRA], ENGLISH) == "Fit to build. Errors: none, warnings: 1."
    assert summary([EXTRA, MISSING], ENGLISH).startswith(
        "Not fit to build. Errors: 1, warnings: 1."
    )


def test_the_document_keeps_code_severity_and_values() -> None:
    document = report_document([MISSING, EXTRA], ENGLISH)
    assert (document["errors"], document["warnings"]) == (1, 1)
    findings = document["findings"]
    assert isinstance(findings, list)
    assert findings[0] | {"problem": "", "mend": ""} == {
        "file": "slides/a.toml",
        "field": "text.lo",
        "language": "lo",
        "code": "translation_missing",
        "severity": "error",
        "problem": "",
        "mend": "",
        "values": {},
    }


def test_the_same_finding_is_told_once() -> None:
    assert sort_findings([EXTRA, EXTRA]) == (EXTRA,)


def test_a_field_path_reads_as_editors_write_it() -> None:
    assert field_path(("playlists", 0, "items", 2, "weight")) == "playlists[0].items[2].weight"
