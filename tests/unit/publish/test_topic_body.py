"""The text of a topic: what its Markdown may say, and what is told of the rest."""

import pytest

from player.pack.topic import (
    Block,
    Bullets,
    ContactCards,
    Grid,
    Paragraph,
    Phrases,
    PlanView,
    Step,
    Steps,
    TodaysHours,
)
from player.publish.codes import Code
from player.publish.topic_body import LONGEST, read_body

HEAD = "# Tiêu đề\n\nTrả lời.\n\n"


def block(text: str) -> Block:
    body = read_body(f"{HEAD}{text}\n")
    assert body.faults == ()
    (_, made) = body.sections[0].blocks
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một\ndòng.", Paragraph(kind="paragraph", text="Một dòng.")),
        ("第一行\n第二行", Paragraph(kind="paragraph", text="第一行第二行")),
        ("ສະບາຍດີ\nທ່ານ", Paragraph(kind="paragraph", text="ສະບາຍດີທ່ານ")),
        ("AT&amp;T & 5 * 3", Paragraph(kind="paragraph", text="AT&T & 5 * 3")),
        (
            "1. {desk-one} Đưa\n   hộ chiếu.\n2. Đi.",
            Steps(
                kind="steps",
                steps=[Step(text="Đưa hộ chiếu.", place="desk-one"), Step(text="Đi.")],
            ),
        ),
        ("- a\n\n- b", Bullets(kind="bullets", entries=["a", "b"])),
        (
            "| a | b | c |\n|---|:-:|--:|\n| 1 |  | 3 |",
            Grid(
                kind="table",
                align=["start", "center", "end"],
                headings=["a", "b", "c"],
                rows=[["1", "", "3"]],
            ),
        ),
        ("> a\n\n> b", Phrases(kind="phrases", phrases=["a", "b"])),
        ("> a\n>\n> b", Phrases(kind="phrases", phrases=["a", "b"])),
        ("{hours}", TodaysHours(kind="hours", lanes=[])),
        ("{hours: hall coach-lane}", TodaysHours(kind="hours", lanes=["hall", "coach-lane"])),
        ("{contacts: police}", ContactCards(kind="contacts", contacts=["police"])),
        ("{plan: toilets water}", PlanView(kind="plan", places=["toilets", "water"])),
    ],
)
def test_a_block_is_read(text: str, expected: Block) -> None:
    assert block(text) == expected


def test_sections_say_whom_they_are_for() -> None:
    body = read_body(f"{HEAD}## Lái xe {{.driver .border-resident}}\n\na\n\n## Chung\n\nb\n")
    assert body.title == "Tiêu đề"
    assert [(part.heading, tuple(part.travellers)) for part in body.sections] == [
        ("", ()),
        ("Lái xe", ("driver", "border-resident")),
        ("Chung", ()),
    ]
    assert body.lines == (1, 5, 9)
    assert list(body.words()) == ["Tiêu đề", "Trả lời.", "Lái xe", "a", "Chung", "b"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", Code.BODY_WITHOUT_TITLE, 1),
        ("Trả lời.\n", Code.BODY_WITHOUT_TITLE, 1),
        ("# \n\nTrả lời.\n", Code.BODY_WITHOUT_TITLE, 1),
        ("# Tiêu đề\n\n## Phần\n\na\n", Code.BODY_WITHOUT_ANSWER, 1),
        (f"{HEAD}# Nữa\n", Code.BODY_HEADING, 5),
        (f"{HEAD}### Sâu\n", Code.BODY_HEADING, 5),
        (f"{HEAD}a **đậm**\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}a *nghiêng*\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}`mã`\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}[a](https://b)\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}![a](b.png)\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}<b>a</b>\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}a <script>b</script>\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}---\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}    mã\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}- a\n  - b\n", Code.BODY_MARKUP, 6),
        (f"{HEAD}1. a\n\n   b\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}> - a\n", Code.BODY_MARKUP, 5),
        (f"{HEAD}{{hour}}\n", Code.BODY_BRACES, 5),
        (f"{HEAD}{{contacts}}\n", Code.BODY_BRACES, 5),
        (f"{HEAD}a {{desk}}\n", Code.BODY_BRACES, 5),
        (f"{HEAD}1. a {{desk}}\n", Code.BODY_BRACES, 5),
        (f"{HEAD}## Phần {{driver}}\n", Code.BODY_BRACES, 5),
        (f"{HEAD}{'a' * (LONGEST + 1)}\n", Code.BODY_LONG, 5),
        (f"{HEAD}{'1. a' * 1}\n" + "1. a\n" * 30, Code.BODY_TOO_MUCH, 5),
        (HEAD + "a\n\n" * 60, Code.BODY_TOO_MUCH, 123),
        (HEAD + "## a\n\n" * 30, Code.BODY_TOO_MUCH, 63),
        (f"{HEAD}| 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n|-|-|-|-|-|-|-|\n| a |\n", Code.BODY_TOO_MUCH, 5),
    ],
)
def test_what_cannot_be_set_is_told_with_its_line(text: str, code: Code, line: int) -> None:
    faults = read_body(text).faults
    assert (code, line) in {(fault.code, fault.line) for fault in faults}
    assert all(fault.values["line"] == str(fault.line) for fault in faults)


def test_a_thousand_nested_quotes_are_told_and_not_followed() -> None:
    faults = read_body(HEAD + ">" * 5000 + " a\n").faults
    assert {fault.code for fault in faults} == {Code.BODY_MARKUP}
