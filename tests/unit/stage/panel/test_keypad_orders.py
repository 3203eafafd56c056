"""What a key of the keypad orders."""

from player.stage.gate.obey import Obeyed, obey
from player.stage.panel.keypad import Pause, SwitchLanguage, order_of
from player.store.gate_orders import GateDay, HoldOrder, LanguageOrder
from tests.fakes.gate_orders import setting, who

SCREEN = ("vi", "en", "zh")


def test_language_comes_first_and_the_others_after_it() -> None:
    order = order_of(SwitchLanguage("zh"), who("k"), GateDay(), SCREEN)
    assert isinstance(order, LanguageOrder)
    assert order.languages == ("zh", "vi", "en")


def test_language_that_the_screen_does_not_show_is_shown_when_it_is_wished_for() -> None:
    order = order_of(SwitchLanguage("en"), who("k"), GateDay(), ("vi",))
    assert isinstance(order, LanguageOrder)
    assert order.languages == ("en", "vi")


def test_pause_holds_what_is_on_stage_and_lets_go_what_is_held() -> None:
    hold = HoldOrder.model_validate({**who("h"), "item": "map"})
    outcome = obey(GateDay(), hold, setting())
    assert isinstance(outcome, Obeyed)
    free = order_of(Pause(), who("k"), GateDay(), SCREEN)
    held = order_of(Pause(), who("k"), outcome.day, SCREEN)
    assert isinstance(free, HoldOrder)
    assert isinstance(held, HoldOrder)
    assert (free.item, held.item) == ("@stage", "")
