"""The shift log in words: every deed and every reason has a sentence in both languages."""

from dataclasses import dataclass
from datetime import timedelta
from typing import get_args

import pytest

from player.stage.gate.obey import Deed as Code
from player.stage.gate.obey import Reason
from player.stage.gate.told import told
from player.store.gate_orders import GateDay
from player.store.shift_log import Deed
from tests.fakes.gate_orders import NOON, ZONE
from tests.fakes.panel import staff_words

SPELLS = ("language", "hold", "show", "blank")


@dataclass(frozen=True)
class Sayer:
    """Says sentences of one language and of no other."""

    tag: str

    def __call__(self, key: str, **values: str) -> str:
        """Return the sentence."""
        words = staff_words()
        assert key in words.tables[self.tag], key
        return words.say(self.tag, key, **values)


@pytest.mark.parametrize("tag", ["vi", "en"])
@pytest.mark.parametrize("code", [*get_args(Code), "login", "login-refused"])
def test_every_deed_has_a_sentence_without_gaps(code: str, tag: str) -> None:
    deed = Deed(at=NOON, by="Lan", deed=code, what="fire", title="Cháy", until=NOON)
    said = told(deed, Sayer(tag), ZONE)
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("tag", ["vi", "en"])
@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_refusal_says_why(reason: str, tag: str) -> None:
    deed = Deed(at=NOON, by="Lan", deed="refused", what="fire", why=reason)
    said = told(deed, Sayer(tag), ZONE)
    assert Sayer(tag)(f"why_{reason}") in said


@pytest.mark.parametrize("tag", ["vi", "en"])
@pytest.mark.parametrize("spell", SPELLS)
def test_every_spell_that_is_over_says_so(spell: str, tag: str) -> None:
    assert spell in GateDay.model_fields
    assert "Lan" in told(Deed(at=NOON, by="Lan", deed="over", what=spell), Sayer(tag), ZONE)


def test_time_of_another_day_has_its_day() -> None:
    today = Deed(at=NOON, by="Lan", deed="hold", what="map", until=NOON + timedelta(hours=1))
    other = today.model_copy(update={"until": NOON + timedelta(hours=12)})
    assert told(today, Sayer("vi"), ZONE).endswith("13:00.")
    assert told(other, Sayer("vi"), ZONE).endswith("00:00 28/11.")


def test_deed_of_another_version_is_told_by_its_code() -> None:
    def say(key: str, **values: str) -> str:
        return staff_words().say("vi", key, **values)

    assert told(Deed(at=NOON, by="Lan", deed="dance", what="map"), say, ZONE) == "dance map Lan"
    assert "tango" in told(Deed(at=NOON, by="Lan", deed="refused", why="tango"), say, ZONE)
