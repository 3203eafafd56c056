"""What staff and notices say on a real stage: at once, without a jump, and only for as long."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from player.main.repertoire import repertoire
from player.pack.notice import Notice
from player.shell.clockwork import Clockwork
from player.shell.corrector import Corrector
from player.shell.gate_keeper import GateKeeper
from player.stage.repertoire import Repertoire
from player.stage.scene import HoursScene, Scene, TableScene, VideoScene
from player.store.gate_orders import FactOrder, PostOrder
from player.store.layout import Home
from player.store.reader import StoredPack
from tests.fakes.built_pack import clip
from tests.fakes.content import Document, content_document, item_document, table_document
from tests.fakes.gate_orders import ZONE
from tests.fakes.house import House, stored
from tests.fakes.notices import make_notice
from tests.fakes.opening_hours import make_hours
from tests.fakes.programme import local
from tests.fakes.scenes import HALL

MORNING: Final = local("2026-11-23T08:15")
PAUSE: Final = {"from": "2026-11-23T08:00", "until": "2026-11-23T10:00"}
TITLE: Final = {"vi": "Điều cần nói"}
FILM: Final = b"a film of twelve seconds"
FACTS: Final[Document] = {
    "phones": [{"id": "duty", "title": TITLE, "contact": "gate-duty"}],
    "rates": [
        {
            "id": "cny",
            "title": TITLE,
            "item": "rates",
            "row": 1,
            "column": 2,
            "percent": 5,
            "ask": {"vi": "Xin hỏi quầy"},
        }
    ],
}

pytestmark = pytest.mark.allow_log("player.*")


class Gate:
    """A gate whose staff give orders, and the screen that plays its pack."""

    def __init__(self, house: House, home: Home, pack: StoredPack) -> None:
        self.house = house
        self.pack = pack
        self.shown: list[Scene] = []
        self.taken: list[Repertoire] = []
        time = Clockwork(lambda: house.now, lambda _: house.trust, lambda: house.now.timestamp())  # noqa: PLW0108  (the clock moves)
        self.keeper = GateKeeper(home, ZONE, time, house.performance.around)
        self.corrector = Corrector(self.keeper, time, house.performance)
        self.orders = 0
        show = house.application.stage.show
        house.application.stage.show = partial(self._show, show)  # type: ignore[method-assign]
        performance = house.performance
        performance.taken.connect(self.taken.append)
        performance.taken.connect(lambda _: self.keeper.take(pack.content))
        performance.taken.connect(self.corrector.take)
        self.corrector.stale.connect(lambda: performance.correct(self.prepared()))
        performance.take(self.prepared())

    def _show(self, show: Callable[..., None], scene: Scene, *span: float) -> None:
        self.shown.append(scene)
        show(scene, *span)

    def prepared(self) -> Repertoire:
        """Return the pack as it is corrected now."""
        return repertoire(HALL, self.pack, self.keeper.correct)

    def who(self) -> Document:
        """Return what the next order says."""
        self.orders += 1
        id_ = f"order-{self.orders}-{self.house.now:%H%M}"
        return {"id": id_, "at": self.house.now, "by": "Lan", "role": "staff"}

    def say(self, fact: str, value: str) -> None:
        """Say a fact; it is not refused."""
        assert self.keeper.give(FactOrder(**self.who(), fact=fact, value=value)) is None

    def post(self, notice: Notice) -> None:
        """Post a notice; it is not refused."""
        assert self.keeper.give(PostOrder(**self.who(), notice=notice)) is None

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait until that is so."""
        self.house.qtbot.waitUntil(is_so)


@pytest.fixture
def open_gate(house: House, tmp_path: Path, picture_bytes: bytes) -> Callable[..., Gate]:
    """Return a function that opens a gate; again on the same home: after a restart."""
    house.now = MORNING

    def start(*items: Document, **fields: object) -> Gate:
        document = {**content_document(items), **fields}
        hours = make_hours([{"windows": ["07:00-17:00"]}])
        document["gate"] = {
            **document["gate"],
            "hours": hours.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        }
        pack = stored(tmp_path / "pack", document, picture_bytes, FILM)
        return Gate(house, Home(tmp_path / "home"), pack)

    return start


def hours_item() -> Document:
    item = item_document("hours", duration_s=3600, kind="hours")
    del item["issued"]
    return item


def statuses(gate: Gate) -> set[str]:
    scene = gate.shown[-1]
    assert isinstance(scene, HoursScene)
    return {row.status for row in scene.rows}


def pause(**fields: object) -> Notice:
    closes = {"lanes": ["road"], "closes": True, "windows": [PAUSE]}
    return make_notice("pause", **{**closes, "sent": "2026-11-23T08:15", **fields})


def test_board_closes_when_the_notice_is_posted_and_opens_when_it_is_taken_back(
    open_gate: Callable[..., Gate],
) -> None:
    gate = open_gate(hours_item())
    assert statuses(gate) == {"open"}
    gate.post(pause())
    gate.wait(lambda: statuses(gate) == {"closed"})
    end = pause(message="cancel", references=["pause"], text={}, closes=False)
    gate.post(end.model_copy(update={"id": "end"}))
    gate.wait(lambda: statuses(gate) == {"open"})


def test_film_is_not_begun_anew_because_a_lane_closes_or_a_number_changes(
    open_gate: Callable[..., Gate], picture_bytes: bytes
) -> None:
    film = {**clip("film", FILM, picture_bytes), "duration_s": 12}
    gate = open_gate(film, local_facts=FACTS)
    assert isinstance(gate.shown[-1], VideoScene)
    slot = gate.house.performance.around()[0]
    gate.say("duty", "0205 386 1234")
    gate.wait(lambda: len(gate.taken) == 2)
    gate.post(pause())
    gate.wait(lambda: len(gate.taken) == 3)
    assert len(gate.shown) == 1
    assert gate.house.performance.around()[0] == slot


def rate(gate: Gate) -> tuple[str, str]:
    """Return what the table says of the rate, and who is named beside it."""
    scene = gate.shown[-1]
    assert isinstance(scene, TableScene)
    return scene.rows[0][1].text, scene.words.origin


def test_rate_said_at_a_quarter_past_eight_is_gone_at_midnight_and_survives_a_restart(
    open_gate: Callable[..., Gate],
) -> None:
    table = table_document("rates", [["1 CNY", {"amount": 3600, "currency": "VND"}]])
    table["duration_s"] = 3600
    gate = open_gate(table, local_facts=FACTS)
    assert rate(gate)[0] == "Xin hỏi quầy"
    gate.say("cny", "3650")
    gate.wait(lambda: "650" in rate(gate)[0])
    assert "08:15" in rate(gate)[1]
    assert "Lan" in rate(gate)[1]

    restarted = open_gate(table, local_facts=FACTS)
    assert "650" in rate(restarted)[0]

    gate.house.now = local("2026-11-23T23:59")
    restarted.corrector.look()
    assert "650" in rate(restarted)[0]
    gate.house.now = local("2026-11-24T00:00") + timedelta(seconds=1)
    restarted.corrector.look()
    restarted.wait(lambda: rate(restarted)[0] == "Xin hỏi quầy")
    assert "08:15" not in rate(restarted)[1]


def test_pack_prepared_before_the_notice_was_posted_is_corrected_when_it_comes(
    open_gate: Callable[..., Gate],
) -> None:
    gate = open_gate(hours_item())
    old = gate.prepared()
    gate.post(pause())
    gate.wait(lambda: statuses(gate) == {"closed"})
    gate.house.performance.take(old)
    gate.wait(lambda: statuses(gate) == {"closed"})


def test_nothing_new_is_nothing_done(open_gate: Callable[..., Gate]) -> None:
    gate = open_gate(hours_item())
    gate.post(make_notice("queue", sent="2026-11-23T08:15", windows=[PAUSE]))
    gate.corrector.look()
    gate.house.qtbot.wait(50)
    assert len(gate.taken) == 1


def test_fact_beyond_the_limits_is_refused_although_another_rate_is_shown(
    open_gate: Callable[..., Gate],
) -> None:
    """The limits are measured from the rate of the pack."""
    table = table_document("rates", [["1 CNY", {"amount": 3600, "currency": "VND"}]])
    gate = open_gate(table, local_facts=FACTS)
    gate.say("cny", "3780")
    gate.wait(lambda: len(gate.taken) == 2)
    refused = gate.keeper.give(FactOrder(**gate.who(), fact="cny", value="3900"))
    assert refused is not None
    assert refused.reason == "fact-too-far"
    gate.say("cny", "3420")
