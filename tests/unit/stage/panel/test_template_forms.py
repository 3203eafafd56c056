"""The built-in templates at the panel: all of them, filled by touches alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from player.pack.language import REFERENCE
from player.stage.panel.fields import edited
from player.stage.panel.forms import Occasion, Template, refusals
from player.stage.panel.orders import begun
from player.stage.panel.template_forms import Desk, forms_at
from tests.fakes.templates import SENT, TEMPLATES, facts, voice

DESK = Desk(facts(), voice(), voice().speech, REFERENCE, SENT)
FORMS = forms_at(DESK, TEMPLATES.values())
NOW = SENT.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
OCCASION = Occasion("n-1", SENT, "Trung úy Lan")

TYPED = {"plate": "12A-345.67", "text": "ví da", "free": "Xe màu đỏ chắn lối ra", "date": "16/4"}
SET = {"time": "15:00", "opening": "09:00-14:00"}


def template(id_: str) -> Template:
    """Return a built-in template."""
    found = FORMS.find(id_)
    assert found is not None
    return found


def touched(id_: str, now: datetime = NOW) -> dict[str, str]:
    """Return the fields of a template as the shortest way through its form leaves them."""
    values = dict(begun(template(id_), now).values)
    for field in template(id_).fields:
        if not field.refuse(values[field.id]):
            continue
        if field.choices and field.kind not in SET:
            how = "~" if field.kind == "lane" else "="
            chosen = f"{how}{field.choices[0][0]}"
            values[field.id] = edited(field.kind, values[field.id], chosen, now)
        else:
            values[field.id] = {**TYPED, **SET}[field.kind]
    return values


@pytest.mark.parametrize("id_", TEMPLATES)
def test_every_template_is_filled_at_the_panel(id_: str) -> None:
    values = touched(id_)
    assert refusals(template(id_), values) == {}
    notice = template(id_).fill(values, OCCASION)
    assert set(notice.text) >= {"vi", "en", "zh", "lo", "km"}
    assert notice.template == id_
    assert refusals(template(id_), notice.values) == {}, "what it kept can be revised"


def test_what_is_missing_is_said_in_words() -> None:
    told = refusals(template("lane-paused"), {})
    assert told["lane"] == "Chưa điền."


def test_two_dialled_windows_of_the_scenario() -> None:
    """S4."""
    values = {**begun(template("lane-paused"), NOW).values, "lane": "lane-2"}
    values["windows"] = "07:00-10:00, 15:30-17:30"
    notice = template("lane-paused").fill(values, OCCASION)
    assert notice.lanes == ("lane-2",)
    assert len(notice.windows) == 2
    assert "08:00" in notice.text["zh"].description


def test_value_that_is_refused_makes_no_notice() -> None:
    with pytest.raises(ValueError, match="lane: missing"):
        template("lane-paused").fill({}, OCCASION)


def test_emergencies_wait_for_no_field_but_where_a_doctor_is_needed() -> None:
    missing = {each.id: set(refusals(each, begun(each, NOW).values)) for each in FORMS.emergencies}
    assert missing == {"evacuate": set(), "fire": set(), "shelter": set(), "doctor": {"where"}}
