"""Samples: every template is filled in, at any gate and hour, and on air at once."""

from datetime import datetime

import pytest

from player.clock import ClockTrust
from player.notices.air import Sky, banners, pinned, takeovers
from player.notices.board import Posted, board_of
from player.notices.fields import GateFacts
from player.notices.filling import Issue
from player.notices.samples import sample_facts, sample_values
from tests.fakes.gate_orders import ZONE
from tests.fakes.templates import TEMPLATES, facts, notice

GATES = {
    "lanes": facts(),
    "laos": facts("LA"),
    "bare": GateFacts(facts().gate.model_copy(update={"hours": None}), {}),
}


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("clock", ["00:00", "09:20", "22:59", "23:58"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_sample_of_every_template_is_on_air(template: str, clock: str, gate: str) -> None:
    now = datetime.fromisoformat(f"2027-04-15T{clock}:00+07:00")
    known = sample_facts(GATES[gate])
    made = notice(
        template, sample_values(TEMPLATES[template], known, now), known, Issue("n", now, "Lan")
    )
    board = board_of((Posted(made, is_local=True),), ZONE)
    sky = Sky(ZONE, now, ClockTrust.TRUSTED)
    shown = [each for forms in (takeovers, banners, pinned) for each in forms(board, sky).shown]
    assert shown == [made]


def test_things_move_from_one_place_to_another() -> None:
    values = sample_values(TEMPLATES["moved"], facts(), datetime.fromisoformat("2027-04-15T09:00Z"))
    assert values["from"] != values["to"]


def test_lanes_of_the_gate_are_not_replaced() -> None:
    assert sample_facts(facts()) == facts()
