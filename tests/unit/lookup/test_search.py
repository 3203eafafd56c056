"""What is found, in which order, and what is marked."""

import sqlite3
import threading
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.errors import SearchInterruptedError, StoreCorruptError
from player.lookup.index import build_file, in_memory
from player.lookup.search import Hit, Search
from player.pack.language import PackLanguage
from tests.fakes.lookups import LANGUAGES, lookup_of, topic

MONEY = topic(
    "money",
    vi=("Đổi tiền", ["Đổi tiền ở đâu?", "tỷ giá"], "Quầy số 2, có biên lai."),
    en=("Money exchange", ["Where do I change money?", "rates"], "Counter 2 gives receipts."),
    zh=("换钱与取款", ["哪里换钱"], "二号柜台。"),
    lo=("ແລກ\u200bເງິນ", ["ແລກເງິນຢູ່ໃສ"], "ໂຕະ 2"),
    km=("ប្តូរ\u200bប្រាក់", ["ប្តូរប្រាក់នៅឯណា"], "បញ្ជរ 2"),
)
PASSPORT = topic(
    "passport",
    vi=("Hộ chiếu và thị thực", ["visa", "thị thực điện tử"], "Còn hạn 6 tháng."),
    en=("Passport and visa", ["Do I need a visa?"], "Valid for 6 months, no money needed."),
)
POLICE = topic(
    "police",
    vi=("Gọi cảnh sát", ["113", "có người đòi tiền"], "Gọi 113 hoặc 115."),
    en=("Call the police", ["113"], "Call 113."),
)
LOOKUP = lookup_of(POLICE, PASSPORT, MONEY)


@pytest.fixture(scope="module")
def search() -> Search:
    return Search.build_in_memory(LOOKUP, LANGUAGES)


def topics(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.topic for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.title[start:end] for start, end in hit.spans]


# --- as it is typed ---


@pytest.mark.parametrize(
    "query",
    [
        *("đổi tiền", "doi tien", "DOI TIEN", "doi ti", "đ", "  doi,tien "),
        unicodedata.normalize("NFD", "đổi tiền"),
    ],
)
def test_accents_capitals_and_unfinished_words_do_not_matter(search: Search, query: str) -> None:
    assert topics(search.find(query, "vi"))[:1] == ["money"]


@pytest.mark.parametrize(
    ("language", "query"),
    [
        *(("zh", "换"), ("zh", "换钱"), ("zh", "取款"), ("lo", "ແ"), ("lo", "ແລກເງິນ")),
        *(("lo", "ແລກ\u200bເງິນ"), ("lo", "ເງິນ"), ("km", "ប្"), ("km", "ប្តូរប្រាក់"), ("km", "ប្រាក់")),
    ],
)
def test_scripts_without_spaces_are_found_from_the_first_sign(
    search: Search, language: str, query: str
) -> None:
    assert topics(search.find(query, language)) == ["money"]


def test_title_comes_before_question_before_text(search: Search) -> None:
    hits = search.find("money", "en")
    assert topics(hits) == ["money", "passport"]
    assert [hit.score for hit in search.find("doi tien", "vi")] == [0.98, 0.62]
    assert [hit.score for hit in hits] == [0.94, 0.3]


def test_accents_exactly_as_typed_come_first() -> None:
    twins = lookup_of(topic("a", vi=("Bán đồ", [], "x")), topic("b", vi=("Bản đồ", [], "x")))
    found = Search.build_in_memory(twins, LANGUAGES)
    assert topics(found.find("ban do", "vi")) == ["a", "b"]
    assert topics(found.find("bản đồ", "vi")) == ["b", "a"]
    assert found.find("bản đồ", "vi")[0].score == 1


def test_a_title_that_is_what_was_typed_is_found_among_very_many_that_hold_it() -> None:
    many = [topic(f"n{n}", vi=(f"Bảng phí {n}", [], "x")) for n in range(150)]
    it = topic("it", vi=("Phí", [], "x"))
    begins = topic("begins", vi=("Phí ở đây", [], "x"))
    found = Search.build_in_memory(lookup_of(*many, begins, it), LANGUAGES)
    assert topics(found.find("phí", "vi", 3)) == ["it", "begins", "n0"]


def test_words_may_stand_apart_and_in_title_and_questions(search: Search) -> None:
    assert topics(search.find("tiền gia", "vi")) == ["money"]
    assert 0.45 <= search.find("tiền gia", "vi")[0].score < 0.6


@pytest.mark.parametrize("query", ["visas", "rate", "passports", "changes monies", "visa's"])
def test_english_is_found_in_singular_and_plural(search: Search, query: str) -> None:
    assert search.find(query, "en")


def test_limit_cuts_off_the_rest(search: Search) -> None:
    assert topics(search.find("113", "vi", 1)) == ["police"]
    assert search.find("113", "vi", 0) == ()


# --- what is shown ---


def test_title_is_as_shown_with_the_words_marked_that_were_typed(search: Search) -> None:
    (hit, *_) = search.find("thi chieu", "vi")
    assert hit.title == "Hộ chiếu và thị thực"
    assert marked(hit) == ["chiếu", "thị"]
    (hit,) = search.find("ແລກເງິນ", "lo")
    assert hit.title == "ແລກ\u200bເງິນ"
    assert marked(hit) == ["ແລກ\u200bເງິນ"]


def test_a_topic_without_a_text_is_found_and_shown_in_the_fallback_language(
    search: Search,
) -> None:
    (hit, *_) = search.find("passport", "lo")
    assert (hit.topic, hit.title) == ("passport", "Passport and visa")
    assert marked(hit) == ["Passport"]


def test_words_that_say_nothing_are_not_marked_in_an_answer_to_a_sentence() -> None:
    topics_ = [topic(f"n{n}", en=(f"Where the {n}th desk is", [], "x")) for n in range(9)]
    toilet = topic("toilet", en=("Where the toilet is", [], "x"))
    found = Search.build_in_memory(lookup_of(*topics_, toilet), LANGUAGES)
    assert marked(found.find("where is the nearest toilet", "en")[0]) == ["toilet"]


# --- what may have been meant ---


@pytest.mark.parametrize(
    "query",
    ["hooj chieeus", "HOOJ CHIEEUS va thij thuwcj", "ho65 chie61u", "hooj chieeu", "hoj ch"],
)
def test_keys_of_a_vietnamese_keyboard_are_taken_for_what_they_write(
    search: Search, query: str
) -> None:
    (hit, *_) = search.find(query, "vi")
    assert hit.topic == "passport"
    assert marked(hit)[0].startswith("Hộ chiếu")


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        *(("vi", "passport", "passport"), ("zh", "doi tien", "money"), ("lo", "exchange", "money")),
        *(("km", "hộ chiếu", "passport"), ("lo", "hooj chieeus", "passport")),
    ],
)
def test_a_vietnamese_or_english_word_is_understood_in_every_language(
    search: Search, language: str, query: str, first: str
) -> None:
    assert topics(search.find(query, language))[:1] == [first]
    (shown,) = (hit for hit in search.find(query, language) if hit.topic == first)
    assert shown.title == Search.build_in_memory(LOOKUP, LANGUAGES).find(query, language)[0].title


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        *(
            ("en", "pasport", "passport"),
            ("en", "pssaport", "passport"),
            ("en", "polcie", "police"),
        ),
        *(("vi", "ho chiue", "passport"), ("en", "moeny exchnage", "money")),
        *(("lo", "ແລກເງີນ", "money"), ("km", "ប្ដូរប្រាក់", "money"), ("zh", "换线取款", "money")),
    ],
)
def test_a_typing_error_is_forgiven(search: Search, language: str, query: str, first: str) -> None:
    assert topics(search.find(query, language))[:1] == [first]


def test_a_number_is_never_taken_for_another(search: Search) -> None:
    assert search.find("114", "vi") == ()
    assert topics(search.find("113", "lo")) == ["police"]
    assert topics(search.find("១១៣", "km")) == ["police"]


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("en", "where on earth do I get a visa please", "passport"),
        ("vi", "cho tôi hỏi tỷ giá bây giờ là bao nhiêu", "money"),
        ("zh", "请问我在哪里可以换钱", "money"),
        ("lo", "ຂ້ອຍຢາກຮູ້ວ່າແລກເງິນຢູ່ໃສ", "money"),
        ("vi", "where do they change some money", "money"),
    ],
)
def test_a_sentence_finds_what_it_is_about(
    search: Search, language: str, query: str, first: str
) -> None:
    assert topics(search.find(query, language))[:1] == [first]


@pytest.mark.parametrize("query", ["xyzq", "", " ", "?!", "🛂", "\u202e", "\u0301", '"', "'", "*"])
def test_nothing_is_found_for_nothing(search: Search, query: str) -> None:
    assert search.find(query, "vi") == ()


def test_a_language_the_pack_lacks_has_no_hits(search: Search) -> None:
    assert search.languages == ("vi", "en", "zh", "lo", "km")
    assert search.find("visa", "fr") == ()


def test_a_pack_without_vietnamese_and_english_is_searched_as_well() -> None:
    only = lookup_of(topic("money", lo=("ແລກເງິນ", [], "x")))
    found = Search.build_in_memory(only, [PackLanguage(tag="lo")])
    assert topics(found.find("ແລກ", "lo")) == ["money"]
    assert found.find("money", "lo") == ()


@pytest.mark.parametrize(
    "query",
    [
        *('a" OR "b', "title : x", "NEAR(a b)", "a* ^b -c (", "a\x00b", "'; DROP TABLE topic; --"),
        *("AND", "a " * 5000, "x" * 1_000_000, "😀" * 1_000_000, "\u202e" * 1_000_000),
        *("a" + "\u0301\u0323" * 5_000, "ា" * 10_000, "护" * 10_000, "ປ" * 10_000, "\ud800"),
    ],
    ids=lambda query: query[:8].encode("unicode-escape").decode(),
)
@pytest.mark.parametrize("language", ["vi", "lo"])
def test_whatever_is_typed_is_only_looked_for(search: Search, language: str, query: str) -> None:
    search.find(query, language)
    assert topics(search.find("visa", "vi"))[:1] == ["passport"]


@given(query=st.text(max_size=40), language=st.sampled_from(["vi", "en", "zh", "lo", "km"]))
def test_anything_gives_the_same_hits_twice_in_order_of_worth(
    search: Search, query: str, language: str
) -> None:
    hits = search.find(query, language)
    scores = [hit.score for hit in hits]
    assert search.find(query, language) == hits
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_nothing_that_is_typed_is_logged(search: Search, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    for language in search.languages:
        search.find("C1234567 Nguyễn Văn Mốc", language)
    assert caplog.text == ""


# --- damage, interruption, threads ---


def spoilt(path: Path) -> Path:
    build_file(path, LOOKUP, LANGUAGES)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    return path


def test_an_index_in_a_file_finds_the_same(search: Search, tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%.sqlite"
    build_file(path, LOOKUP, LANGUAGES)
    path.chmod(0o444)
    in_file = Search.open(path)
    assert in_file.find("doi tien", "vi") == search.find("doi tien", "vi")
    in_file.close()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_damaged_index_is_an_error_where_nothing_can_replace_it(tmp_path: Path) -> None:
    with pytest.raises(StoreCorruptError, match=r"spoilt\.sqlite"):
        Search.open(spoilt(tmp_path / "spoilt.sqlite")).find("doi", "vi")


def test_a_damaged_index_is_replaced_by_one_in_memory(search: Search, tmp_path: Path) -> None:
    path = spoilt(tmp_path / "spoilt.sqlite")
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    found = Search(connection, path, lambda: in_memory(LOOKUP, LANGUAGES))
    assert found.find("doi tien", "vi") == search.find("doi tien", "vi")


def test_damage_that_shows_while_searching_is_mended_once(search: Search) -> None:
    connection = in_memory(LOOKUP, LANGUAGES)
    found = Search(connection, rebuild=lambda: in_memory(LOOKUP, LANGUAGES))
    connection.execute("DELETE FROM said_0")
    assert found.find("doi tien", "vi") == search.find("doi tien", "vi")
    found._connection.execute("DELETE FROM said_0")
    with pytest.raises(StoreCorruptError):
        found.find("doi tien", "vi")


def test_a_search_is_dropped_from_another_thread() -> None:
    found = Search.build_in_memory(LOOKUP, LANGUAGES)

    def drop() -> int:
        other = threading.Thread(target=found.interrupt)
        other.start()
        other.join()
        return 0

    found._connection.set_progress_handler(drop, 1)
    with pytest.raises(SearchInterruptedError):
        found.find("doi tien", "vi")
    found._connection.set_progress_handler(None, 0)
    assert topics(found.find("doi tien", "vi"))[:1] == ["money"]


def test_nothing_happens_to_a_search_that_is_closed_when_it_is_dropped() -> None:
    found = Search.build_in_memory(LOOKUP, LANGUAGES)
    found.close()
    found.interrupt()


def test_a_search_is_dropped_between_its_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Search.build_in_memory(LOOKUP, LANGUAGES)
    monkeypatch.setattr("player.lookup.attempts.mended", lambda *_: found.interrupt())
    with pytest.raises(SearchInterruptedError):
        found.find("xyzq", "vi")
