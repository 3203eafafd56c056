"""Sources, ends, licences and signatures."""

from collections.abc import Callable

import pytest

from player.publish.codes import Code
from tests.fakes.pack_folder import Document, PackFolder

CASES: dict[str, tuple[Callable[[Document], object], Code, str]] = {
    "no source": (lambda slide: slide.pop("source"), Code.SOURCE_MISSING, "source"),
    "review passed": (
        lambda slide: slide["source"].update(review_by="2026-11-21"),
        Code.SOURCE_REVIEW_PASSED,
        "source.review_by",
    ),
    "review before effect": (
        lambda slide: slide["source"].update(review_by="2025-12-31"),
        Code.SOURCE_REVIEW_FIRST,
        "source.review_by",
    ),
    "no end": (lambda slide: slide.pop("valid"), Code.EXPIRY_MISSING, "valid.until"),
    "lasting with an end": (
        lambda slide: slide.update(lasting=True),
        Code.EXPIRY_CONTRADICTS,
        "lasting",
    ),
    "ended yesterday": (
        lambda slide: slide.update(valid={"until": "2026-11-21"}),
        Code.ITEM_EXPIRED,
        "valid.until",
    ),
    "ended at midnight": (
        lambda slide: slide.update(valid={"until": "2026-11-22T00:00"}),
        Code.ITEM_EXPIRED,
        "valid.until",
    ),
    "ends in 13 days": (
        lambda slide: slide.update(valid={"until": "2026-12-05"}),
        Code.ITEM_EXPIRES_SOON,
        "valid.until",
    ),
    "licence ended": (
        lambda slide: slide["picture"]["rights"].update(until="2026-11-21"),
        Code.LICENCE_EXPIRED,
        "picture.rights.until",
    ),
    "licence ends soon": (
        lambda slide: slide["picture"]["rights"].update(until="2026-11-22"),
        Code.LICENCE_EXPIRES_SOON,
        "picture.rights.until",
    ),
    "sovereignty": (
        lambda slide: slide.update(category="C05", approval="sensitive"),
        Code.APPROVAL_TOO_LOW,
        "approval",
    ),
    "human rights": (lambda slide: slide.update(category="C06"), Code.APPROVAL_TOO_LOW, "approval"),
    "a map": (
        lambda slide: slide["picture"].update(tags=["Bản đồ"]),
        Code.MAP_UNSIGNED,
        "picture.sign_off",
    ),
}


@pytest.mark.parametrize(("spoil", "code", "field"), CASES.values(), ids=CASES.keys())
def test_one_doubtful_fact_is_one_finding(
    folder: PackFolder, spoil: Callable[[Document], object], code: Code, field: str
) -> None:
    spoil(folder.slide("welcome"))
    assert folder.found() == {(code, "slides/welcome.toml", field, "")}


FINE: dict[str, Callable[[Document], object]] = {
    "a sample needs no source": lambda slide: (
        slide.update(sample=True, source=None) or slide.pop("source")
    ),
    "what lasts needs no end": lambda slide: slide.update(lasting=True) or slide.pop("valid"),
    "ends in 14 days": lambda slide: slide.update(valid={"until": "2026-12-06"}),
    "sovereignty": lambda slide: slide.update(category="C05", approval="sovereignty"),
    "a signed map": lambda slide: slide["picture"].update(
        tags=["map"], sign_off={"name": "A", "office": "B", "day": "2026-10-01"}
    ),
    "no end of licence": lambda slide: slide["picture"]["rights"].pop("until"),
}


@pytest.mark.parametrize("change", FINE.values(), ids=FINE.keys())
def test_what_is_in_order_is_not_told(
    folder: PackFolder, change: Callable[[Document], object]
) -> None:
    change(folder.slide("welcome"))
    assert folder.found() == set()
