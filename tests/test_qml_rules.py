"""Rules for QML that qmllint does not know."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
LAYOUTS: Final = ROOT / "layouts"

COMMENT_OR_STRING: Final = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL
)
TEXT_TYPE: Final = re.compile(r"(?<![\w.])(?:\w+\.)?(Text|TextEdit|TextArea|Label)\s*\{")
PLAIN: Final = re.compile(r"\btextFormat:\s*(?:\w+\.)?Text(?:Edit|Area)?\.PlainText\b")
UNTYPED: Final = re.compile(r"\bproperty\s+(?:list\s*<\s*)?(?:var|variant)\b")
OWN_LOOK: Final = re.compile(
    r"""[cC]olor:\s*["'](?!transparent)[^"']+["']|Qt\.(?:rgba|hsla|hsva|color)\(|\b(?:letterPx|pixelSize|pointSize):\s*\d"""
)
WORDS: Final = re.compile(
    r"""\b(?:text|placeholderText|Accessible\.(?:name|description))\s*:\s*["'`][^"'`]*[^\W\d_]|\bqsTr"""
)


def qml_files() -> list[Path]:
    """Return every QML file of the player."""
    return sorted(LAYOUTS.rglob("*.qml"))


def code_of(qml: str) -> str:
    """Return QML without comments, and with strings emptied; lines stay where they are."""
    return COMMENT_OR_STRING.sub(
        lambda found: ('""' if found[0][0] in "\"'" else "") + "\n" * found[0].count("\n"), qml
    )


def own_body(code: str, start: int) -> str:
    """Return what stands directly in the block whose brace opened just before ``start``."""
    depth = 1
    body = []
    for letter in code[start:]:
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            break
        if depth == 1:
            body.append(letter)
    return "".join(body)


def texts_not_plain(qml: str) -> Iterator[int]:
    """Yield the line of every text in ``qml`` that does not say it is plain."""
    code = code_of(qml)
    for found in TEXT_TYPE.finditer(code):
        if not PLAIN.search(own_body(code, found.end())):
            yield code.count("\n", 0, found.start()) + 1


@pytest.mark.parametrize(
    ("qml", "lines"),
    [
        ("Text { textFormat: Text.PlainText }", []),
        ("Text {\n}", [1]),
        ("Item {\n  Text {\n    Rectangle { }\n    textFormat: Text.PlainText\n  }\n}", []),
        ("Text { Item { textFormat: Text.PlainText } }", [1]),
        ("Text {\n// textFormat: Text.PlainText\n}", [1]),
        ('Text { text: "} textFormat: Text.PlainText" }', [1]),
        ("TextEdit { textFormat: TextEdit.PlainText }", []),
        ("\nControls.Label { textFormat: Text.StyledText }", [2]),
        ("GateText { }", []),
    ],
)
def test_texts_not_plain_finds_each(qml: str, lines: list[int]) -> None:
    assert list(texts_not_plain(qml)) == lines


def test_every_text_is_plain() -> None:
    """The default format loads pictures from anywhere (D-04, D-07)."""
    rich = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in qml_files()
        for line in texts_not_plain(path.read_text("utf-8"))
    ]
    assert rich == []


def test_no_property_is_untyped() -> None:
    untyped = [
        str(path.relative_to(ROOT))
        for path in qml_files()
        if UNTYPED.search(code_of(path.read_text("utf-8")))
    ]
    assert untyped == []


def test_no_word_a_person_reads_is_written_in_qml() -> None:
    """They come from the pack or from assets/strings."""
    wordy = [
        str(path.relative_to(ROOT))
        for path in qml_files()
        if WORDS.search(re.sub(r"//[^\n]*", "", path.read_text("utf-8")))
    ]
    assert wordy == []


def test_colours_come_from_the_theme_and_letter_sizes_from_the_screen() -> None:
    """One palette, whose contrast is computed, and one type scale, that of the screen."""
    own = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in qml_files()
        if path.parent.name != "Theme"
        for found in OWN_LOOK.finditer(path.read_text("utf-8"))
    ]
    assert own == []


def test_qml_file_names_are_unique() -> None:
    """Generated type files share a folder, and a person asks for a component by its name."""
    names = Counter(path.name for path in qml_files())
    assert [name for name, count in names.items() if count > 1] == []
