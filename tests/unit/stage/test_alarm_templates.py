"""Emergencies can be posted when no file of templates can be read."""

from player import resources
from player.main.notice_templates import read_templates
from player.notices.templates import offered
from player.pack.notice_template import FIXED, faults
from player.stage.alarm.templates import emergencies


def test_every_emergency_has_a_template_in_code_without_a_fault() -> None:
    assert {each.id for each in emergencies()} == FIXED
    assert [fault for each in emergencies() for fault in faults(each)] == []


def test_template_of_a_file_comes_before_that_in_code_and_looks_like_it() -> None:
    files = read_templates(resources.assets() / "notice-templates")
    read = offered((*emergencies(), *files), ())
    for each in emergencies():
        chosen = read[each.id]
        assert chosen in files
        for field in ("level", "sign", "icon", "sounds", "urgency", "severity", "certainty"):
            assert getattr(chosen, field) == getattr(each, field)
