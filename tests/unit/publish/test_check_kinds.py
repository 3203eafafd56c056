"""Tables, rebuttals and bilingual pages."""

from collections.abc import Callable
from typing import Final

import pytest

from player.publish.codes import Code
from tests.fakes.pack_folder import UNDRAWN, Document, PackFolder

FEES: Final = "slides/welcome.toml"
DONG: Final = {"amount": 50000, "currency": "VND"}
Rows = list[list[object]]


@pytest.fixture
def fees(folder: PackFolder) -> PackFolder:
    """Return a good source whose ``welcome`` is a table."""
    slide = folder.slide("welcome")
    del slide["picture"], folder.files["media/gate.png"]
    slide["kind"] = "table"
    slide["columns"] = [
        {"heading": {"vi": "Dịch vụ", "en": "Service", "lo": "ບໍລິການ"}},
        {"heading": {"vi": "Mức thu", "en": "Fee", "lo": "ອັດຕາ"}, "align": "end"},
    ]
    slide["rows"] = [
        [{"vi": "Gửi xe", "en": "Parking", "lo": "ຝາກລົດ"}, dict(DONG)],
        ["Visa", {"amount": 25, "currency": "USD"}],
    ]
    for words in slide["text"].values():
        words["caption"] = words.pop("body")
    return folder


@pytest.fixture
def rebuttal(folder: PackFolder) -> PackFolder:
    """Return a good source whose ``welcome`` answers a claim."""
    slide = folder.slide("welcome")
    del slide["picture"], folder.files["media/gate.png"]
    slide |= {"kind": "claim-and-fact", "category": "C07", "valid": {"until": "2027-05-24"}}
    for words in slide["text"].values():
        words["claim"] = words.pop("title")
        words["fact"] = words.pop("body")
    return folder


def rows_of(folder: PackFolder) -> Rows:
    rows: Rows = folder.slide("welcome")["rows"]
    return rows


def test_a_good_table_is_not_told(fees: PackFolder) -> None:
    assert fees.found() == set()


def test_rows_of_the_wrong_length_are_told_each(fees: PackFolder) -> None:
    rows_of(fees)[0].pop()
    rows_of(fees)[1].append("x")
    assert fees.found() == {
        (Code.ROW_LENGTH, FEES, "rows[0]", ""),
        (Code.ROW_LENGTH, FEES, "rows[1]", ""),
    }


@pytest.mark.parametrize("blank", [["", ""], [{}, " "]])
def test_a_row_that_says_nothing_is_told(fees: PackFolder, blank: list[object]) -> None:
    rows_of(fees).append(blank)
    assert (Code.EMPTY, FEES, "rows[2]", "") in fees.found()


def test_a_table_without_rows_is_told(fees: PackFolder) -> None:
    rows_of(fees).clear()
    assert fees.found() == {(Code.EMPTY, FEES, "rows", "")}


def test_a_table_without_columns_is_told(fees: PackFolder) -> None:
    fees.slide("welcome")["columns"] = []
    assert (Code.EMPTY, FEES, "columns", "") in fees.found()


def test_more_rows_than_a_table_takes_are_told(fees: PackFolder) -> None:
    rows_of(fees).extend([["a", "b"]] * 59)
    assert (Code.TOO_LONG, FEES, "rows", "") in fees.found()


CELLS: dict[str, tuple[object, Code, str, str]] = {
    "a required language is missing": (
        {"vi": "Gửi xe", "lo": "ຝາກ"},
        Code.WORDS_MISSING,
        "rows[0][0].en",
        "en",
    ),
    "no words at all in Vietnamese": (
        {"en": "Parking"},
        Code.WORDS_MISSING,
        "rows[0][0].vi",
        "vi",
    ),
    "a sign no font draws": (
        {"vi": "Gửi", "en": UNDRAWN},
        Code.GLYPH_MISSING,
        "rows[0][0].en",
        "en",
    ),
    "markup": ({"vi": "<b>Gửi</b>", "en": "P"}, Code.MARKUP_IN_TEXT, "rows[0][0].vi", "vi"),
    "a sign that turns text": (
        {"vi": "Gửi", "en": "a\u202eb"},
        Code.BIDI_CONTROL,
        "rows[0][0].en",
        "en",
    ),
    "a number without quotes": (7, Code.WRONG_TYPE, "rows[0][0]", ""),
    "a word that is no text": ({"vi": 7, "en": "a"}, Code.WRONG_TYPE, "rows[0][0].vi", "vi"),
    "no such language": (
        {"vi": "a", "en": "a", "Lào": "a"},
        Code.BAD_LANGUAGE_TAG,
        "rows[0][0].Lào",
        "",
    ),
    "a fraction of a dong": (
        {"amount": 0.5, "currency": "VND"},
        Code.AMOUNT_FRACTION,
        "rows[0][0].amount",
        "",
    ),
    "no such currency": (
        {"amount": 5, "currency": "dong"},
        Code.BAD_CURRENCY,
        "rows[0][0].currency",
        "",
    ),
    "less than nothing": (
        {"amount": -5, "currency": "VND"},
        Code.OUT_OF_RANGE,
        "rows[0][0].amount",
        "",
    ),
    "too many decimals": (
        {"amount": 5.125, "currency": "USD"},
        Code.OUT_OF_RANGE,
        "rows[0][0].amount",
        "",
    ),
    "no currency": ({"amount": 5}, Code.FIELD_MISSING, "rows[0][0].currency", ""),
    "a field a sum has not": (
        {"amount": 5, "currency": "VND", "curency": "VND"},
        Code.FIELD_MISSPELT,
        "rows[0][0].curency",
        "",
    ),
}


@pytest.mark.parametrize(("cell", "code", "field", "language"), CELLS.values(), ids=CELLS.keys())
def test_one_doubtful_cell_is_one_finding(
    fees: PackFolder, cell: object, code: Code, field: str, language: str
) -> None:
    rows_of(fees)[0][0] = cell
    assert fees.found() == {(code, FEES, field, language)}


def test_a_cell_for_every_language_is_looked_at_in_every_language(fees: PackFolder) -> None:
    rows_of(fees)[1][0] = UNDRAWN
    assert fees.found() == {(Code.GLYPH_MISSING, FEES, "rows[1][0]", tag) for tag in fees.tags()}


def test_a_heading_lacks_a_required_language(fees: PackFolder) -> None:
    del fees.slide("welcome")["columns"][1]["heading"]["en"]
    assert fees.found() == {(Code.WORDS_MISSING, FEES, "columns[1].heading.en", "en")}


def test_a_column_may_go_without_heading(fees: PackFolder) -> None:
    del fees.slide("welcome")["columns"][0]["heading"]
    assert fees.found() == set()


def test_a_table_nobody_can_read_in_its_time_is_told(fees: PackFolder) -> None:
    rows_of(fees).extend([["a" * 20, ""]] * 18)
    told = {(code, language) for code, _, _, language in fees.found()}
    assert told == {(Code.TEXT_OUTLASTS_SLIDE, tag) for tag in fees.tags()}


@pytest.mark.parametrize("name", ["body", "claim", "fact"])
def test_a_field_its_kind_does_not_show_is_told(fees: PackFolder, name: str) -> None:
    fees.text("welcome", "en")[name] = "Words"
    assert fees.found() == {(Code.TEXT_UNSHOWN, FEES, f"text.en.{name}", "en")}


def test_a_good_rebuttal_is_not_told(rebuttal: PackFolder) -> None:
    assert rebuttal.found() == set()


REBUTTALS: dict[str, tuple[Callable[[Document], object], Code, str]] = {
    "no source": (lambda slide: slide.pop("source"), Code.SOURCE_MISSING, "source"),
    "no end": (lambda slide: slide.pop("valid"), Code.EXPIRY_MISSING, "valid.until"),
    "for good": (
        lambda slide: (slide.pop("valid"), slide.update(lasting=True)),
        Code.REBUTTAL_LASTS,
        "lasting",
    ),
    "too long": (
        lambda slide: slide.update(valid={"until": "2027-05-25"}),
        Code.REBUTTAL_LIVES_LONG,
        "valid.until",
    ),
}


@pytest.mark.parametrize(("spoil", "code", "field"), REBUTTALS.values(), ids=REBUTTALS.keys())
def test_a_claim_is_repeated_on_good_authority_and_not_for_long(
    rebuttal: PackFolder, spoil: Callable[[Document], object], code: Code, field: str
) -> None:
    spoil(rebuttal.slide("welcome"))
    assert rebuttal.found() == {(code, FEES, field, "")}


@pytest.mark.parametrize("name", ["claim", "fact"])
def test_claim_and_fact_are_both_needed(rebuttal: PackFolder, name: str) -> None:
    rebuttal.text("welcome", "lo")[name] = ""
    assert rebuttal.found() == {(Code.TEXT_EMPTY, FEES, f"text.lo.{name}", "lo")}


def test_a_rebuttal_of_another_kind_is_told(folder: PackFolder) -> None:
    folder.slide("papers")["category"] = "C07"
    told = (Code.REBUTTAL_OF_OTHER_KIND, "slides/papers.toml", "kind", "")
    assert told in folder.found()


@pytest.mark.parametrize("category", ["C03", "C04", "C13", "C17", "C21"])
def test_promotion_that_is_not_bilingual_is_a_hint_told_once(
    folder: PackFolder, category: str
) -> None:
    for name in ("welcome", "view", "river"):
        folder.slide(name)["category"] = category
    (finding,) = folder.check().findings
    assert (finding.code, finding.file) == (Code.BILINGUAL_ADVISED, "")
    assert finding.values == {"count": "2", "total": "2", "items": "view, welcome"}


def test_bilingual_promotion_is_not_told(folder: PackFolder) -> None:
    folder.slide("welcome").update(kind="bilingual", category="C03")
    assert folder.found() == set()
