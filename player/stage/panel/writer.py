"""Which page a session sees, and what stands around it."""

from collections.abc import Callable, Mapping
from typing import Final

from player.stage.panel import choosing, noticing, technician
from player.stage.panel.menu import menu_page, standing_page
from player.stage.panel.orders import Context, previewed
from player.stage.panel.page import PanelFrame, PanelPage
from player.stage.panel.rules import PanelSession, seconds_left
from player.stage.panel.typing_pages import clock_page, facts_page, pad_page, typing_page
from player.stage.panel.views import Place
from player.stage.panel.writing import Writing
from player.stage.session.page import Button

_PAGES: Final[Mapping[Place, Callable[[Writing, PanelSession, Context], PanelPage]]] = {
    "menu": lambda writing, session, _: menu_page(writing, session),
    "standing": lambda writing, session, _: standing_page(writing, session),
    "language": lambda writing, session, _: choosing.language_page(writing, session),
    "notice": lambda writing, _, context: noticing.templates_page(writing, context.forms),
    "form": lambda writing, session, context: noticing.form_page(writing, session, context.forms),
    "preview": lambda writing, session, context: noticing.preview_page(
        writing, session, context.forms, previewed(session, context)
    ),
    "hold": lambda writing, session, _: choosing.hold_page(writing, session),
    "items": lambda writing, session, _: choosing.items_page(writing, session),
    "show": lambda writing, session, _: choosing.show_page(writing, session),
    "tile": lambda writing, session, _: choosing.tile_page(writing, session),
    "blank": lambda writing, session, _: choosing.blank_page(writing, session),
    "facts": lambda writing, _, __: facts_page(writing),
    "emergency": lambda writing, session, context: noticing.emergency_page(
        writing, session, context.forms
    ),
    "log": lambda writing, session, _: choosing.log_page(writing, session),
    "typing": lambda writing, session, context: typing_page(writing, session, context.forms),
    "pad": lambda writing, session, context: pad_page(writing, session, context.forms),
    "machine": lambda writing, session, _: technician.machine_page(writing, session),
    "troubles": lambda writing, session, _: technician.troubles_page(writing, session),
    "chapter": lambda writing, session, _: technician.chapter_page(writing, session),
    "journal": lambda writing, session, _: technician.journal_page(writing, session),
    "trace": lambda writing, session, _: technician.trace_page(writing, session),
    "test-card": lambda writing, session, _: technician.test_card_page(writing, session),
    "clock": lambda writing, session, _: clock_page(writing, session),
    "restart": lambda writing, session, _: technician.restart_page(writing, session),
    "reset": lambda writing, session, _: technician.reset_page(writing, session),
    "reset-sure": lambda writing, session, _: technician.reset_sure_page(writing, session),
}


def page_of(writing: Writing, session: PanelSession, context: Context) -> PanelPage:
    """Return the page that ``session`` sees."""
    return _PAGES[session.view.place](writing, session, context)


def frame_of(writing: Writing, session: PanelSession | None, at_s: float) -> PanelFrame:
    """Return what stands around the page; of nobody: around the pad where a PIN is typed."""
    say = writing.say
    clock = writing.time(writing.gate.now)
    if session is None:
        return PanelFrame(say("panel"), clock=clock, bar=(_leave(writing, "close"),))
    left = seconds_left(session, at_s)
    number, count = session.stop.sheet + 1, session.sheets
    return PanelFrame(
        name=say("panel"),
        officer=f"{session.by} · {say(f'role_{session.role}')}",
        clock=clock,
        warning=say("logs_out", seconds=str(left)) if left is not None else "",
        message=session.message,
        is_refused=session.is_refused,
        bar=_bar(writing, session),
        before=say("before"),
        following=say("next"),
        sheet=say("sheet", number=str(number), count=str(count)) if count > 1 else "",
        has_more=number < count,
    )


def _bar(writing: Writing, session: PanelSession) -> tuple[Button, ...]:
    place = session.view.place
    return (
        writing.button("back", "back", "back"),
        writing.button("menu", "menu", "home", is_on=place == "menu"),
        _leave(writing, "log_out"),
        writing.button("emergency", "emergency", "emergency"),
    )


def _leave(writing: Writing, key: str) -> Button:
    return writing.button("leave", key, "exit")
