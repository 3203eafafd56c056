"""What a gate may say itself: contacts, lanes and sums that are there."""

from collections.abc import Callable

import pytest

from player.pack.content import parse_content
from player.publish.built_content import compose, encode_content
from player.publish.codes import Code
from tests.fakes.pack_folder import Document, PackFolder

FACTS = "local-facts.toml"
NAMES = {"vi": "Tên", "en": "Name", "lo": "ຊື່"}


@pytest.fixture
def facts(folder: PackFolder) -> Document:
    """Return good facts about a contact, a lane and a price of a good pack."""
    folder.documents["contacts/gate-duty.toml"] = {
        "id": "gate-duty",
        "icon": "phone",
        "sample": True,
        "name": dict(NAMES),
        "phones": ["0205 386 1234"],
    }
    folder.documents["hours.toml"] = {
        "lanes": [{"id": "road", "name": dict(NAMES)}],
        "activities": [{"id": "passenger", "name": dict(NAMES)}],
        "openings": [{"windows": ["07:00-17:00"]}],
    }
    folder.documents["slides/rates.toml"] = {
        **{
            key: value
            for key, value in folder.documents["slides/welcome.toml"].items()
            if key not in {"picture", "kind", "id", "text"}
        },
        "id": "rates",
        "kind": "table",
        "columns": [{"heading": dict(NAMES)}, {"align": "end"}],
        "rows": [["1 CNY", {"amount": 3600, "currency": "VND"}]],
        "text": {tag: {"title": f"Rates {tag}", "review": "draft"} for tag in NAMES},
    }
    document: Document = {
        "phones": [{"id": "duty", "title": {"vi": "Số trực"}, "contact": "gate-duty"}],
        "openings": [
            {"id": "road", "title": {"vi": "Giờ"}, "lanes": ["road"], "within": "06:00-22:00"}
        ],
        "rates": [
            {
                "id": "cny",
                "title": {"vi": "Tỷ giá"},
                "item": "rates",
                "row": 1,
                "column": 2,
                "percent": 5,
                "ask": dict(NAMES),
            }
        ],
    }
    folder.documents[FACTS] = document
    return document


def of_facts(folder: PackFolder) -> set[tuple[Code, str, str]]:
    """Return code, field and language of all that is wrong with the facts."""
    return {(code, field, tag) for code, file, field, tag in folder.found() if file == FACTS}


def test_good_facts_have_no_findings_and_reach_the_built_pack(
    folder: PackFolder, facts: Document
) -> None:
    assert of_facts(folder) == set()
    source = folder.check().source
    assert source.header is not None
    built = compose(source, source.header, {}, folder.tools).model_copy(update={"items": ()})
    read = parse_content(encode_content(built)).local_facts
    assert [fact.id for _, fact in read.all()] == ["duty", "road", "cny"]
    assert read.rates[0].ask["lo"] == "ຊື່\u200b"
    assert facts


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (
            lambda facts: facts["rates"][0].update(id="duty"),
            (Code.ID_DUPLICATE, "rates[0].id", ""),
        ),
        (
            lambda facts: facts["phones"][0].update(contact="nobody"),
            (Code.CONTACT_UNKNOWN, "phones[0].contact", ""),
        ),
        (
            lambda facts: facts["openings"][0].update(lanes=["river"]),
            (Code.LANE_UNKNOWN, "openings[0].lanes[0]", ""),
        ),
        (
            lambda facts: facts["openings"][0].update(activities=["fishing"]),
            (Code.ACTIVITY_UNKNOWN, "openings[0].activities[0]", ""),
        ),
        (
            lambda facts: facts["rates"][0].update(item="nothing"),
            (Code.RATE_NOWHERE, "rates[0].item", ""),
        ),
        (
            lambda facts: facts["rates"][0].update(item="welcome"),
            (Code.RATE_NOWHERE, "rates[0].item", ""),
        ),
        (lambda facts: facts["rates"][0].update(row=2), (Code.RATE_NOWHERE, "rates[0].item", "")),
        (
            lambda facts: facts["rates"][0].update(column=1),
            (Code.RATE_NOWHERE, "rates[0].item", ""),
        ),
        (
            lambda facts: facts["rates"][0].update(column=3),
            (Code.RATE_NOWHERE, "rates[0].item", ""),
        ),
        (
            lambda facts: facts["rates"][0].update(percent=0),
            (Code.OUT_OF_RANGE, "rates[0].percent", ""),
        ),
        (
            lambda facts: facts["phones"][0].update(title={"en": "Duty"}),
            (Code.WORDS_MISSING, "phones[0].title.vi", "vi"),
        ),
        (
            lambda facts: facts["rates"][0].update(ask={"en": "Ask"}),
            (Code.WORDS_MISSING, "rates[0].ask.vi", "vi"),
        ),
        (
            lambda facts: facts["phones"][0].update(begin=["0205"]),
            (Code.FIELD_MISSPELT, "phones[0].begin", ""),
        ),
    ],
)
def test_fault_is_told_where_it_is(
    folder: PackFolder,
    facts: Document,
    spoil: Callable[[Document], None],
    found: tuple[Code, str, str],
) -> None:
    spoil(facts)
    assert found in of_facts(folder)


def test_hours_of_a_gate_that_has_none_cannot_be_said(folder: PackFolder, facts: Document) -> None:
    del folder.documents["hours.toml"]
    assert (Code.HOURS_MISSING, "openings[0].lanes", "") in of_facts(folder)
    assert facts
