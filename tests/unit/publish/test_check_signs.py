"""Single characters."""

import pytest

from player.publish.codes import Code
from tests.fakes.pack_folder import UNDRAWN, PackFolder

WELCOME = "slides/welcome.toml"


@pytest.mark.parametrize("sign", ["\u202e", "\u200f", "\u2067"])
def test_signs_that_turn_text_round_are_told(folder: PackFolder, sign: str) -> None:
    folder.text("welcome", "en")["title"] = f"Gate {sign}7"
    (finding,) = folder.check().findings
    assert (finding.code, finding.field) == (Code.BIDI_CONTROL, "text.en.title")
    assert finding.values == {"signs": f"U+{ord(sign):04X}"}


def test_they_are_found_in_fields_no_text_model_knows(folder: PackFolder) -> None:
    folder.slide("welcome")["picture"]["rights"]["credit"] = "A\u202eB"
    folder.pack["gate"]["name"]["lo"] = "\u2066ດ່ານ"
    assert folder.found() == {
        (Code.BIDI_CONTROL, WELCOME, "picture.rights.credit", ""),
        (Code.BIDI_CONTROL, "pack.toml", "gate.name.lo", "lo"),
    }


@pytest.mark.parametrize("sign", ["\0", "\x07", "\ufffd", "\ue000", "\u2028", "\ufeff"])
def test_signs_no_text_may_hold_are_told(folder: PackFolder, sign: str) -> None:
    folder.text("welcome", "vi")["body"] = f"Kính {sign}chào"
    assert folder.found() == {(Code.CONTROL_CHARACTER, WELCOME, "text.vi.body", "vi")}


@pytest.mark.parametrize("sign", ["\n", "\t", "\u200b", "\u2060", "\u200d", "\u00a0"])
def test_breaks_and_joiners_are_harmless(folder: PackFolder, sign: str) -> None:
    folder.text("welcome", "vi")["body"] = f"Kính{sign}chào"
    assert folder.found() == set()


@pytest.mark.parametrize("markup", ["<b>now</b>", "a<br/>b", "now&nbsp;on", "**now**", "[x](y)"])
def test_markup_is_told(folder: PackFolder, markup: str) -> None:
    folder.text("welcome", "en")["body"] = markup
    assert folder.found() == {(Code.MARKUP_IN_TEXT, WELCOME, "text.en.body", "en")}


def test_signs_of_comparison_are_no_markup(folder: PackFolder) -> None:
    folder.text("welcome", "en")["body"] = "Cash > 5,000 USD & gold < 300 g * 2"
    assert folder.found() == set()


def test_a_character_no_font_draws_is_named(folder: PackFolder) -> None:
    folder.text("welcome", "en")["title"] = f"Gate {UNDRAWN}"
    (finding,) = folder.check().findings
    assert (finding.code, finding.language) == (Code.GLYPH_MISSING, "en")
    assert finding.values == {"signs": f"{UNDRAWN} U+9F98"}


def test_what_every_language_shows_is_looked_at_in_every_language(folder: PackFolder) -> None:
    folder.pack["languages"].append({"tag": "zh"})
    folder.slide("welcome")["source"]["document"] = f"1/{UNDRAWN}"
    found = {each for each in folder.found() if each[0] is Code.GLYPH_MISSING}
    assert found == {
        (Code.GLYPH_MISSING, WELCOME, "source.document", tag) for tag in ("vi", "en", "lo")
    }


def test_many_undrawn_characters_are_cut_to_a_few(folder: PackFolder) -> None:
    folder.text("welcome", "en")["body"] = "".join(chr(0xE000 + place) for place in range(20))
    (finding,) = folder.check().findings
    assert finding.values["signs"].endswith(", …")
    assert finding.values["signs"].count("U+") == 6
