"""The completeness of a pack, printed for people and told to programs."""

from player.publish.catalogue import Catalogue
from player.publish.completeness import Completeness, Entry, Row, State
from player.publish.matrix import MOST_ROWS, matrix_document, matrix_lines

ENGLISH, VIETNAMESE = Catalogue.load("en"), Catalogue.load("vi")
LANGUAGES = ("vi", "lo", "hmn")


def row(name: str, *states: State) -> Row:
    entry = Entry(f"{name}.toml", name, "1800f2", {})
    return Row(entry, dict(zip(LANGUAGES, states, strict=True)))


FOUND = Completeness(
    LANGUAGES,
    (
        row("slides/gate", State.READY, State.DRAFT, State.NOT_WANTED),
        row("slides/papers", State.READY, State.STALE, State.NOT_WANTED),
        row("slides/river", State.DRAFT, State.MISSING, State.AUDIO_ONLY),
    ),
)


def test_entries_stand_above_the_shares_of_each_language() -> None:
    assert list(matrix_lines(FOUND, ENGLISH)) == [
        "Translations of items, notices and lines: 3",
        "                 of      vi     lo       hmn",
        "  slides/gate    1800f2  ready  draft    –",
        "  slides/papers  1800f2  ready  stale    –",
        "  slides/river   1800f2  draft  missing  audio",
        "  translated             100 %  67 %     100 %",
        "  ready                  67 %   0 %      0 %",
        "  draft                  33 %   33 %     0 %",
        "  stale                  0 %    33 %     0 %",
        "  missing                0 %    33 %     0 %",
        "  audio                  0 %    0 %      100 %",
        (
            "Column of: what a translation made from the present Vietnamese text should say, "
            'e.g. of = "1800f2".'
        ),
    ]


def test_large_pack_is_listed_by_its_gaps() -> None:
    large = Completeness(LANGUAGES, (*FOUND.rows, *FOUND.rows[:1] * (MOST_ROWS - 2)))
    lines = list(matrix_lines(large, VIETNAMESE))
    assert lines[2:4] == [
        "  slides/papers  1800f2  xong   cũ     –",
        "  slides/river   1800f2  nháp   thiếu  nghe",
    ]
    assert "Không kê 59 trên 61, vì không có bản nào thiếu hay cũ; --json cho đủ." in lines


def test_large_pack_without_a_gap_is_nothing_but_shares() -> None:
    whole = Completeness(LANGUAGES, FOUND.rows[:1] * (MOST_ROWS + 1))
    assert list(matrix_lines(whole, ENGLISH)) == [
        "Translations of items, notices and lines: 61",
        "                vi     lo     hmn",
        "  translated    100 %  100 %  –",
        "  ready         100 %  0 %    –",
        "  draft         0 %    100 %  –",
        "Not listed: 61 of 61, of which no text is missing or stale; --json tells of every one.",
    ]


def test_pack_without_a_text_has_no_table() -> None:
    assert list(matrix_lines(Completeness(LANGUAGES, ()), ENGLISH)) == []


def test_name_that_would_disturb_a_terminal_is_made_visible() -> None:
    odd = Completeness(LANGUAGES, (row("slides/a\x1b[2J", *[State.MISSING] * 3),))
    assert not any("\x1b" in line for line in matrix_lines(odd, ENGLISH))


def test_document_has_every_entry_and_the_counts() -> None:
    document = matrix_document(FOUND)
    languages, entries = document["languages"], document["entries"]
    assert isinstance(languages, dict)
    assert isinstance(entries, list)
    assert languages["lo"] == {
        "wanted": 3,
        "translated": 2,
        "per_cent": 67,
        "ready": 0,
        "draft": 1,
        "stale": 1,
        "missing": 1,
        "audio_only": 0,
        "not_wanted": 0,
    }
    assert entries[0] == {
        "file": "slides/gate.toml",
        "name": "slides/gate",
        "of": "1800f2",
        "languages": {"vi": "ready", "lo": "draft", "hmn": "not_wanted"},
    }
