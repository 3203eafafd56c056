"""What is found, in which order, and what is marked."""

import pytest

from player.lookup.search import Hit, Search
from tests.fakes.lookups import LANGUAGES, lookup_of, topic

MONEY = topic(
    "money",
    vi=("Đổi tiền", ["Đổi tiền ở đâu?", "tỷ giá"], "Quầy số 2, có biên lai."),
    en=("Money exchange", ["Where do I change money?", "rate"], "Counter 2 gives receipts."),
    zh=("换钱与取款", ["哪里换钱"], "二号柜台。"),
    lo=("ແລກ\u200bເງິນ", ["ແລກເງິນຢູ່ໃສ"], "ໂຕະ 2"),
    km=("ប្តូរ\u200bប្រាក់", ["ប្តូរប្រាក់នៅឯណា"], "បញ្ជរ 2"),
)
PASSPORT = topic(
    "passport",
    vi=("Hộ chiếu và thị thực", ["visa", "thị thực điện tử"], "Còn hạn 6 tháng."),
    en=("Passport and visa", ["Do I need a visa?"], "Valid for 6 months, no money needed."),
)
POLICE = topic("police", vi=("Gọi cảnh sát", ["113"], "Gọi 113."))


@pytest.fixture
def search() -> Search:
    return Search.build_in_memory(lookup_of(POLICE, PASSPORT, MONEY), LANGUAGES)


def topics(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.topic for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.title[start:end] for start, end in hit.spans]


@pytest.mark.parametrize("query", ["đổi tiền", "doi tien", "DOI TIEN", "doi ti", "d"])
def test_accents_capitals_and_unfinished_words_do_not_matter(search: Search, query: str) -> None:
    assert topics(search.find(query, "vi"))[:1] == ["money"]
