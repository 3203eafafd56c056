"""The technician's pages: what is wrong and what to do, how the machine is, and what is done to it.

What cannot be taken back asks again on a page of its own; a card that asks is never where the card
before it was touched.
"""

from collections.abc import Iterator
from typing import Final

from player.stage.panel.page import FACES, PanelLine, PanelPage
from player.stage.panel.rules import PanelSession
from player.stage.panel.writing import Writing
from player.stage.session.page import Button

CARDS: Final[tuple[tuple[str, str, str], ...]] = (
    ("troubles", "machine_troubles", "first-aid"),
    ("chapter:program", "machine_program", "rules"),
    ("chapter:hardware", "machine_hardware", "weather"),
    ("chapter:content", "machine_content", "wifi"),
    ("journal", "machine_journal", "books"),
    ("trace", "machine_trace", "touch"),
    ("test-card", "machine_test_card", "larger"),
    ("clock", "machine_clock", "clock"),
    ("bundle", "machine_bundle", "receipt"),
    ("restart", "machine_restart", "turn-on"),
    ("reset", "machine_reset", "prohibited"),
)
"""Action, word and icon of each; in this order. A page of another room joins by a line of its own:
its action, as ``views`` names it."""

MOST_JOURNAL: Final = 60
"""Lines told on the screen: more pages nobody turns. The bundle has all of them."""


def machine_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return the technician's first page."""
    machine = writing.gate.machine
    count = len(machine.troubles)
    if not machine.is_read:
        hint = writing.say("machine_reading")
    elif count:
        hint = writing.say("machine_ill", count=str(count))
    else:
        hint = writing.say("machine_well")
    buttons = tuple(
        writing.button(action, word, icon, is_on=action == "troubles" and count > 0)
        for action, word, icon in CARDS
    )
    title = writing.say("machine_title")
    return PanelPage("Cards", title, "help", hint, buttons=buttons)


def troubles_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return what is wrong, and what to do about each."""
    machine = writing.gate.machine
    lines = tuple(
        PanelLine(each.text, each.mending, writing.tag, fault=each.detail, is_alarm=True)
        for each in machine.troubles
    )
    empty = writing.say("machine_well" if machine.is_read else "machine_reading")
    title = writing.say("machine_troubles")
    return PanelPage("Lines", title, "first-aid", "" if lines else empty, lines=lines)


def chapter_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return the facts of a chapter."""
    machine, chapter = writing.gate.machine, session.view.what
    entries = next((told for name, told in machine.chapters.items() if name == chapter), ())
    lines = tuple(
        PanelLine(
            "" if each.is_wrong else each.value,
            language=writing.tag,
            lead=each.label,
            fault=each.value if each.is_wrong else "",
        )
        for each in entries
    )
    hint = "" if machine.is_read else writing.say("machine_reading")
    title = writing.say(f"machine_{chapter}")
    icon = next((icon for action, _, icon in CARDS if action == f"chapter:{chapter}"), "")
    return PanelPage("Lines", title, icon, hint, lines=lines)


def journal_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return the player's own last lines."""
    told = writing.gate.machine.journal[:MOST_JOURNAL]
    lines = tuple(PanelLine("", each, "en") for each in told)
    hint = writing.say("hint_journal" if lines else "journal_empty")
    return PanelPage("Lines", writing.say("machine_journal"), "books", hint, lines=lines)


def trace_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return the page on which fingers leave traces."""
    hint, title = writing.say("hint_trace"), writing.say("machine_trace")
    return PanelPage("Trace", title, "touch", hint)


def test_card_page(writing: Writing, session: PanelSession) -> PanelPage:
    """Return a face of the test card, each a sheet of its own; it takes all of the picture."""
    number = session.stop.sheet % len(FACES)
    face = FACES[number]
    return PanelPage(
        "TestCard",
        f"{number + 1}/{len(FACES)} · {writing.say(f'card_{face}')}",
        "larger",
        writing.say(f"card_{face}_hint"),
        tools=(
            writing.button("back", "card_leave", "back"),
            writing.button("next", "card_next", "turn-on", is_on=True),
        ),
        card=face,
        sheets=len(FACES),
    )


def restart_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return the page that asks whether to restart."""
    hint, title = writing.say("hint_restart"), writing.say("machine_restart")
    buttons = tuple(_asked(writing, "restart:yes", "restart_yes", "turn-on"))
    return PanelPage("Cards", title, "turn-on", hint, buttons=buttons)


def reset_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return the page that asks for the first time whether to reset."""
    hint, title = writing.say("hint_reset"), writing.say("machine_reset")
    buttons = tuple(_asked(writing, "reset-sure", "reset_go", "prohibited"))
    return PanelPage("Cards", title, "prohibited", hint, buttons=buttons)


def reset_sure_page(writing: Writing, _session: PanelSession) -> PanelPage:
    """Return the page that asks for the second time; "no" is where "yes" was."""
    hint, title = writing.say("hint_reset_sure"), writing.say("reset_title")
    yes, no = _asked(writing, "reset:yes", "reset_yes", "prohibited")
    return PanelPage("Cards", title, "prohibited", hint, buttons=(no, yes))


def _asked(writing: Writing, action: str, word: str, icon: str) -> Iterator[Button]:
    yield writing.button(action, word, icon)
    yield writing.button("machine", "no", "back")
