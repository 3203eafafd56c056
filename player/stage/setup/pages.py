"""The page of each step of a set-up, as it is to be drawn; values only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from player.config.fingerprint import masked_digits
from player.stage.panel.clock_digits import masked_clock
from player.stage.panel.page import FACES, PanelFrame, PanelPage
from player.stage.panel.typing_pages import DIGITS as KEYS
from player.stage.session.code import code_path
from player.stage.session.page import Button
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.line_pages import (
    checks_page,
    pack_page,
    place_page,
    sound_page,
    source_page,
    trust_page,
)
from player.stage.setup.rules import ORIENTATIONS, ROLES
from player.stage.setup.session import DIALLED, SetupSession, number_of
from player.stage.setup.sheet import code_of, sheet_lines
from player.stage.setup.touch_check import POINTS, confusion, point_due, remedy
from player.stage.setup.writing import Writing
from player.store.setup import STEPS, Step

ICONS: Final[Mapping[str, str]] = {
    "hall-tv": "play",
    "kiosk": "touch",
    "led-strip": "larger",
    "counter": "information",
    "mobile": "vehicle",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the touch check, as shares of the picture.

    Attributes:
        across, down: of its middle.
        kind: ``due``, ``hit``, ``later`` of a point; ``missed`` of where a touch was reported.
    """

    across: float
    down: float
    kind: str


@dataclass(frozen=True, slots=True)
class SetupPage(PanelPage):
    """A page of the set-up: what any panel page is, and its figure.

    Attributes:
        marks: of the touch check.
        bar_px, bar_mm: length of the bar to be measured.
        code, code_modules: of the code on the acceptance sheet, and how many modules wide it is.
        overscan: share of each edge that the test card keeps free, percent.
        is_measured: whether frames are counted, and so something has to move.
    """

    marks: tuple[Mark, ...] = ()
    bar_px: int = 0
    bar_mm: int = 0
    code: str = ""
    code_modules: int = 0
    overscan: float = 0.0
    is_measured: bool = False


Page = Callable[[Writing, SetupSession, Facts], PanelPage]


def page_of(writing: Writing, session: SetupSession, facts: Facts, turn: int = 0) -> SetupPage:
    """Return what is seen.

    Args:
        writing: words.
        session: where the set-up is.
        facts: what is known without asking.
        turn: of the picture inside the window, clockwise degrees.
    """
    if session.field in DIALLED:
        return _pad_page(writing, session)
    if session.field:
        return _typing_page(writing, session)
    if session.step == "touch":
        return _touch_page(writing, session, facts, turn)
    found = _PAGES[session.step](writing, session, facts)
    if isinstance(found, SetupPage):
        return found
    return _plain(found, is_measured=session.left_s is not None)


def frame_of(writing: Writing, session: SetupSession, facts: Facts) -> PanelFrame:
    """Return what stands around every page."""
    number = str(number_of(session.step))
    total = str(len(STEPS))
    sheet = str(session.sheet + 1)
    is_many = session.sheets > 1
    return PanelFrame(
        name=writing.say("name"),
        officer=writing.say("step", number=number, total=total),
        clock=facts.clock,
        message=writing.say(session.message, **dict(session.values)) if session.message else "",
        is_refused=session.is_refused,
        bar=tuple(_bar(writing, session, facts)),
        before=writing.say("sheet_before"),
        following=writing.say("sheet_next"),
        sheet=writing.say("sheet", number=sheet, total=str(session.sheets)) if is_many else "",
        has_more=session.sheet + 1 < session.sheets,
    )


def _bar(writing: Writing, session: SetupSession, facts: Facts) -> list[Button]:
    other = "en" if writing.tag == "vi" else "vi"
    language = Button(f"lang:{other}", writing.phrases.language_name(other), other, "language")
    back = writing.button("back", "back", "turn-back")
    if session.field:
        return [back, language, writing.button("done", "done", "exit", is_on=True)]
    is_ready = not told.missing(session.step, session.answers, facts)
    is_last = session.step == "sheet" or session.record.only_touch
    key = "finish" if is_last else "next"
    if session.step == "pack" and not facts.standing.pack:
        key = "next_factory"
    return [back, language, writing.button("next", key, "turn-on", is_on=is_ready)]


def _plain(page: PanelPage, *, is_measured: bool) -> SetupPage:
    return SetupPage(
        page.template,
        page.title,
        page.icon,
        page.hint,
        page.typed,
        page.buttons,
        page.lines,
        page.tools,
        is_measured=is_measured,
    )


def _language(writing: Writing, _: SetupSession, facts: Facts) -> PanelPage:
    buttons = tuple(
        Button(
            f"choose:{tag}",
            writing.phrases.language_name(tag),
            tag,
            "language",
            is_on=tag == writing.tag,
        )
        for tag in ("vi", "en")
    )
    title = writing.say("title_language")
    hint = writing.say("hint_language" if facts.has_panel else "hint_no_panel")
    return PanelPage("Cards", title, "language", hint, buttons=buttons)


def _id(writing: Writing, session: SetupSession, _: Facts) -> PanelPage:
    tools = (
        writing.button("change:number/-1", "number_less"),
        writing.button("change:number/1", "number_more"),
        writing.button("type:id", "type_id"),
    )
    key = "hint_id_own" if session.answers.id else "hint_id"
    return PanelPage(
        "Label",
        writing.say("title_id"),
        "information",
        writing.say(key),
        told.id_of(session.answers),
        tools=tools,
    )


def _gate(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    chosen = session.answers.gate
    cards = [
        Button(
            f"choose:{each.id}", each.name, "vi", "crossing", note=each.id, is_on=each.id == chosen
        )
        for each in facts.gates
    ]
    if chosen and facts.gate(chosen) is None:
        cards.append(Button("next", chosen, "vi", "crossing", is_on=True))
    cards.append(writing.button("type:gate", "type_gate", "search"))
    title, hint = writing.say("title_gate"), writing.say("hint_gate")
    return PanelPage("Cards", title, "crossing", hint, buttons=tuple(cards))


def _role(writing: Writing, session: SetupSession, _: Facts) -> PanelPage:
    cards = tuple(
        Button(
            f"choose:{role}",
            writing.say(f"role_{role}"),
            writing.tag,
            ICONS[role],
            note=writing.say(f"role_{role}_note"),
            is_on=role == session.answers.role,
        )
        for role in ROLES
    )
    title, hint = writing.say("title_role"), writing.say("hint_role")
    return PanelPage("Cards", title, "information", hint, buttons=cards)


def _orientation(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    now = told.orientation_of(session.answers, facts)
    cards = tuple(
        writing.button(f"choose:{each}", f"hangs_{each}", is_on=each == now)
        for each in ORIENTATIONS
    )
    title, hint = writing.say("title_orientation"), writing.say("hint_orientation")
    return PanelPage("Cards", title, "larger", hint, buttons=cards)


def _touch_page(writing: Writing, session: SetupSession, facts: Facts, turn: int) -> SetupPage:
    due = point_due(session.landings)
    hit = {landing.point for landing in session.landings if landing.is_hit}
    marks = [
        Mark(x, y, "due" if at == due else "hit" if at in hit else "later")
        for at, (x, y) in enumerate(POINTS)
    ]
    misses = [each for each in session.landings if not each.is_hit]
    marks += [Mark(*each.place, "missed") for each in misses[-3:]]
    is_good = not told.missing("touch", session.answers, facts)
    if is_good and not session.landings:
        marks = [Mark(x, y, "hit") for x, y in POINTS]
    found = confusion(session.landings, session.reach)
    if is_good:
        hint = writing.say("touch_good")
    elif found is not None:
        matrix = remedy(found, turn)
        hint = writing.say("touch_confused", how=writing.say(f"touch_{found}"), matrix=matrix)
    elif misses:
        hint = writing.say("touch_missed")
    else:
        hint = writing.say("hint_touch")
    tools = [writing.button("back", "back", "turn-back")]
    tools.append(writing.button("again", "again"))
    if is_good:
        tools.append(writing.button("next", "next", "turn-on", is_on=True))
    elif not told.is_touched(session.answers):
        tools.append(writing.button("skip", "no_touch"))
    title = writing.say("title_touch")
    return SetupPage("Touch", title, "touch", hint, tools=tuple(tools), marks=tuple(marks))


def _width(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    length_mm, length_px = told.bar(session.answers, facts)
    width = told.width_mm(session.answers, facts)
    tools = (
        writing.button("change:width/10", "bar_much_shorter"),
        writing.button("change:width/1", "bar_shorter"),
        writing.button("change:width/-1", "bar_longer"),
        writing.button("change:width/-10", "bar_much_longer"),
        writing.button("type:width", "type_width"),
    )
    return SetupPage(
        "Ruler",
        writing.say("title_width"),
        "larger",
        writing.say("hint_width", bar=str(length_mm)),
        writing.say("width_now", width=str(width)),
        tools=tools,
        bar_px=length_px,
        bar_mm=length_mm,
    )


def _card(writing: Writing, session: SetupSession, _: Facts) -> PanelPage:
    face = FACES[session.card]
    share = session.answers.overscan_percent
    tools = [writing.button("card:before", "back", "turn-back")]
    if face == "grid":
        tools.append(writing.button("change:overscan/-1", "overscan_less"))
        tools.append(writing.button("change:overscan/1", "overscan_more"))
    tools.append(writing.button("card:next", "next", "turn-on", is_on=True))
    return SetupPage(
        "TestCard",
        writing.say(f"card_{face}"),
        "larger",
        writing.say(f"card_{face}_hint", share=f"{share:g}".replace(".", ",")),
        tools=tuple(tools),
        card=face,
        overscan=share,
    )


def _sheet(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    lines = tuple(
        writing.line(value, "", lead=label)
        for label, value in sheet_lines(writing, session.answers, facts)
    )
    path, modules = code_path(code_of(session.answers, facts)) if facts.config_digest else ("", 0)
    key = "sheet_written" if facts.files else "hint_sheet"
    return SetupPage(
        "Sheet",
        writing.say("title_sheet"),
        "information",
        writing.say(key, file=facts.files[-1] if facts.files else ""),
        lines=lines,
        tools=(writing.button("export", "export"),),
        code=path,
        code_modules=modules,
    )


def _pad_page(writing: Writing, session: SetupSession) -> SetupPage:
    keys = [Button(f"digit:{digit}", digit, writing.tag) for digit in KEYS]
    keys.append(writing.button("erase", "erase"))
    keys.append(Button("digit:0", "0", writing.tag))
    keys.append(writing.button("done", "done"))
    typed = session.typed
    if session.field == "digits":
        typed = masked_digits(typed)
    elif session.field == "clock":
        typed = masked_clock(typed)
    title, hint = writing.say(f"field_{session.field}"), writing.say(f"field_{session.field}_hint")
    return SetupPage("Pad", title, "", hint, typed, tuple(keys))


def _typing_page(writing: Writing, session: SetupSession) -> SetupPage:
    title, hint = writing.say(f"field_{session.field}"), writing.say(f"field_{session.field}_hint")
    return SetupPage("Typing", title, "", hint, session.typed)


_PAGES: Final[Mapping[Step, Page]] = {
    "language": _language,
    "id": _id,
    "gate": _gate,
    "role": _role,
    "orientation": _orientation,
    "width": _width,
    "place": place_page,
    "card": _card,
    "sound": sound_page,
    "source": source_page,
    "trust": trust_page,
    "pack": pack_page,
    "test": checks_page,
    "sheet": _sheet,
}
