"""Tables, rebuttals and bilingual pages: what their scenes say in the language whose turn it is."""

from pathlib import Path
from typing import Final

import pytest

from player.clock import ClockTrust
from player.stage.scene import BilingualScene, CellWords, ClaimScene, PictureRef, TableScene
from tests.fakes.built_pack import PICTURE, picture_of, sha256
from tests.fakes.composing import DAY, composer
from tests.fakes.content import Document, item_document, table_document

DONG: Final = {"amount": "1250000", "currency": "VND"}
REF: Final = PictureRef(Path("/blobs") / sha256(PICTURE), 16, 9)


def table(rows: list[list[object]], language: str) -> TableScene:
    scene = composer(table_document("fees", rows)).scene("fees", language, DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, TableScene)
    return scene


def texts(scene: TableScene) -> list[list[str]]:
    return [[cell.text for cell in row] for row in scene.rows]


# --- tables ---


def test_cells_are_ready_to_be_drawn() -> None:
    scene = table([["07:00", dict(DONG)], [{"vi": "Ngày", "en": "Day"}, {}]], "en")
    assert texts(scene) == [["07:00", "en:1250000 VND"], ["Day", ""]]
    assert [(column.heading.text, column.align) for column in scene.columns] == [
        ("Service", "start"),
        ("", "end"),
    ]


def test_sums_of_a_column_have_the_same_decimals_and_dong_never_any() -> None:
    dollars = [{"amount": "25", "currency": "USD"}, {"amount": "2.5", "currency": "USD"}]
    scene = table([[dollars[0], dollars[0]], [dict(DONG), dollars[1]]], "vi")
    assert texts(scene) == [
        ["vi:25 USD", "vi:25.00 USD"],
        ["vi:1250000 VND", "vi:2.50 USD"],
    ]


def test_cell_without_a_translation_is_in_its_fallback_and_the_page_says_so() -> None:
    scene = table([[{"vi": "Ngày", "en": "Day"}, {"vi": "Đêm"}]], "zh")
    assert scene.rows == ((CellWords("Day", "en"), CellWords("Đêm", "vi")),)
    assert scene.words.language == "zh"
    assert scene.words.marks == ("zh-sample", "zh-fallback_part EN, VI")


def test_whole_page_in_another_language_is_labelled_once() -> None:
    fees = table_document("fees", [["a", "b"]], sample=True)
    fees["text"] = {"vi": fees["text"]["vi"], "en": fees["text"]["en"]}
    scene = composer(fees).scene("fees", "zh", DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, TableScene)
    assert scene.words.marks == ("en-sample", "zh-fallback EN")


# --- claims ---


def rebuttal(**text: str) -> Document:
    document = item_document("no-vape", kind="claim-and-fact")
    for tag, words in document["text"].items():
        words |= {"body": "", "title": "", "claim": f"{tag} claim", "fact": f"{tag} fact", **text}
    return document


def test_claim_comes_with_its_mark_and_its_fact() -> None:
    scene = composer(rebuttal()).scene("no-vape", "en", DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, ClaimScene)
    assert (scene.claim, scene.words.body) == ("en claim", "en fact")
    assert (scene.verdict, scene.fact_label) == ("en-false_claim", "en-fact")


# --- bilingual pages ---


def bilingual(language: str, *spoken: str, fallback: tuple[str, ...] = ("en",)) -> BilingualScene:
    document = item_document(
        "welcome",
        kind="bilingual",
        picture=picture_of(PICTURE),
        duration_s=dict.fromkeys(spoken, 10),
    )
    made = composer(document, zh_fallback=fallback)
    scene = made.scene("welcome", language, DAY, ClockTrust.TRUSTED)
    assert isinstance(scene, BilingualScene)
    return scene


ALL: Final = ("vi", "en", "zh")


@pytest.mark.parametrize(
    ("language", "spoken", "fallback", "below", "marks"),
    [
        ("zh", ALL, ("en",), "zh", ()),
        ("vi", ALL, ("en",), "en", ()),
        ("zh", ("vi", "en"), ("en",), "en", ("zh-fallback EN",)),
        ("zh", ("vi", "en"), (), None, ("zh-fallback VI",)),
        ("en", ("vi",), ("en",), None, ("en-fallback VI",)),
        ("vi", ("vi",), ("en",), None, ()),
        ("vi", ("vi", "zh"), ("en",), "zh", ()),
    ],
)
def test_vietnamese_stands_over_the_language_whose_turn_it_is(
    language: str,
    spoken: tuple[str, ...],
    fallback: tuple[str, ...],
    below: str | None,
    marks: tuple[str, ...],
) -> None:
    scene = bilingual(language, *spoken, fallback=fallback)
    assert scene.words.language == "vi"
    assert (scene.foreign.language if scene.foreign else None) == below
    assert scene.words.marks == ("vi-sample", *marks)
    assert scene.picture == REF


def test_page_is_named_by_both_its_languages() -> None:
    assert bilingual("zh", *ALL).words.language_name == "VI · ZH"
    assert bilingual("en", "vi").words.language_name == "VI"
