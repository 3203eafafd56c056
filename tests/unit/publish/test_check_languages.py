"""Languages of the pack and what is missing in which."""

from player.publish.codes import Code
from tests.fakes.pack_folder import PackFolder, add_recordings

WELCOME, PAPERS = "slides/welcome.toml", "slides/papers.toml"


def test_a_pack_without_the_reference_language_is_told(folder: PackFolder) -> None:
    del folder.pack["languages"][0]
    found = folder.found()
    assert (Code.REFERENCE_LANGUAGE_MISSING, "pack.toml", "languages", "vi") in found
    assert {code for code, *_ in found} == {
        Code.REFERENCE_LANGUAGE_MISSING,
        Code.LANGUAGE_NOT_IN_PACK,
    }


def test_a_language_listed_twice_is_told(folder: PackFolder) -> None:
    folder.pack["languages"].append({"tag": "en"})
    assert folder.found() == {(Code.LANGUAGE_DUPLICATE, "pack.toml", "languages[3].tag", "en")}


def test_an_unknown_fallback_is_told(folder: PackFolder) -> None:
    folder.pack["languages"][2]["fallback"] = ["th"]
    field = "languages[2].fallback[0]"
    assert folder.found() == {(Code.FALLBACK_UNKNOWN, "pack.toml", field, "lo")}


def test_a_missing_translation_of_a_required_language_is_told(folder: PackFolder) -> None:
    del folder.slide("welcome")["text"]["en"]
    assert folder.found() == {(Code.TRANSLATION_MISSING, WELCOME, "text.en", "en")}


def test_the_reference_text_is_required_whatever_the_pack_says(folder: PackFolder) -> None:
    folder.pack["languages"][0]["required"] = False
    del folder.slide("welcome")["text"]["vi"]
    assert folder.found() == {(Code.TRANSLATION_MISSING, WELCOME, "text.vi", "vi")}


def test_a_missing_optional_translation_names_what_will_be_shown(folder: PackFolder) -> None:
    del folder.slide("welcome")["text"]["lo"]
    (finding,) = folder.check().findings
    assert finding.code is Code.TRANSLATION_MISSING_OPTIONAL
    assert finding.values == {"shown": "en"}


def test_an_essential_item_needs_the_neighbours_language(folder: PackFolder) -> None:
    folder.pack["gate"]["neighbour"]["country"] = "LA"
    del folder.slide("papers")["text"]["lo"]
    expected = (Code.TRANSLATION_MISSING_ESSENTIAL, PAPERS, "text.lo", "lo")
    assert folder.found() == {expected}


def test_a_text_in_a_language_the_pack_lacks_is_told(folder: PackFolder) -> None:
    folder.slide("welcome")["text"]["km"] = folder.text("welcome", "en")
    assert folder.found() == {(Code.LANGUAGE_NOT_IN_PACK, WELCOME, "text.km", "km")}


def test_names_missing_in_a_required_language_are_told(folder: PackFolder) -> None:
    del folder.pack["gate"]["province"]["en"]
    folder.slide("welcome")["source"]["authority"]["en"] = " "
    assert folder.found() == {
        (Code.WORDS_MISSING, "pack.toml", "gate.province.en", "en"),
        (Code.WORDS_MISSING, WELCOME, "source.authority.en", "en"),
    }


def test_a_picture_without_a_description_is_told(folder: PackFolder) -> None:
    del folder.slide("welcome")["picture"]["alt"]["lo"]
    assert folder.found() == {(Code.ALT_MISSING, WELCOME, "picture.alt", "lo")}


def test_a_review_without_a_name_is_told(folder: PackFolder) -> None:
    folder.text("welcome", "lo")["reviewed_by"] = ""
    assert folder.found() == {(Code.REVIEWER_MISSING, WELCOME, "text.lo.reviewed_by", "lo")}


def test_drafts_are_counted_once_per_language(folder: PackFolder) -> None:
    for name in ("welcome", "view"):
        folder.text(name, "lo")["review"] = "draft"
    (finding,) = folder.check().findings
    assert (finding.code, finding.language) == (Code.TEXTS_DRAFT, "lo")
    assert finding.values == {"count": "2", "total": "4"}


HMONG = {"tag": "hmn", "name": "Hmoob", "fallback": ["vi"]}


def test_nobody_misses_the_text_of_a_recording(folder: PackFolder) -> None:
    folder.pack["languages"].append({**HMONG, "written": False})
    assert add_recordings(folder, "vi", "hmn").found() == set()


def test_a_written_language_misses_its_other_texts_all_the_same(folder: PackFolder) -> None:
    folder.pack["languages"].append(HMONG)
    found = add_recordings(folder, "vi", "hmn").found()
    assert found == {
        (Code.TRANSLATION_MISSING_OPTIONAL, f"slides/{name}.toml", "text.hmn", "hmn")
        for name in ("welcome", "papers", "river", "view")
    }


def test_a_recording_does_not_stand_for_a_required_text(folder: PackFolder) -> None:
    del add_recordings(folder, "vi", "en").slide("bell")["text"]["en"]
    assert folder.found() == {(Code.TRANSLATION_MISSING, "slides/bell.toml", "text.en", "en")}


def test_a_recording_in_a_language_the_pack_lacks_is_told(folder: PackFolder) -> None:
    found = add_recordings(folder, "vi", "hmn").found()
    assert found == {(Code.LANGUAGE_NOT_IN_PACK, "slides/bell.toml", "audio.hmn", "hmn")}
