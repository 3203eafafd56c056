"""``gate-player search``: what is printed, and what is said of what cannot be searched."""

import json
from pathlib import Path
from typing import Final

import pytest

from player.config.load import load_screen, role_example
from player.config.screen import Screen
from player.errors import PackError
from player.lookup.builder import PackIndex
from player.main.searching import search
from player.pack.orders import RECALL
from player.publish.built_lookup import encode_lookup
from player.store.indexing import Indexing
from player.store.install import install
from player.store.layout import Home
from tests.fakes.built_pack import write_answering
from tests.fakes.lookups import lookup_of, topic

LOOKUP: Final = lookup_of(
    topic("rates", vi=("Tỷ giá", ["đổi tiền"], "x"), en=("Rates", [], "x")),
    topic("money", vi=("Đổi tiền", [], "x"), en=("Money", [], "x")),
)


@pytest.fixture(params=[Indexing(PackIndex()), None], ids=["index", "no index"])
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Screen:
    home = Home(tmp_path / "home")
    built = write_answering(tmp_path / "built", encode_lookup(LOOKUP))
    install(built, home, request.param)
    return load_screen(role_example("kiosk"), "en").model_copy(update={"home": home.folder})


def test_hits_are_told_best_first_as_json(screen: Screen) -> None:
    assert json.loads(search(screen, "doi tien", "vi", as_json=True)) == [
        {"topic": "money", "title": "Đổi tiền", "score": 0.98},
        {"topic": "rates", "title": "Tỷ giá", "score": 0.78},
    ]
    assert search(screen, "xyzq", "vi", as_json=True) == "[]"


def test_hits_are_told_as_a_table(screen: Screen) -> None:
    head, first, second = search(screen, "doi tien", "vi", as_json=False).splitlines()
    assert head.split() == ["score", "topic", "title"]
    assert first.split() == ["0.98", "money", "Đổi", "tiền"]
    assert second.split() == ["0.78", "rates", "Tỷ", "giá"]
    assert search(screen, "xyzq", "vi", as_json=False) == "nothing found"


def test_recalled_topic_is_not_found(screen: Screen) -> None:
    issued = "2026-11-26T05:00:00Z"
    recalled = [{"thing": "money", "issued": issued}]
    order = {"format": "1.0", "gate": "lang-son/huu-nghi", "issued": issued, "recalled": recalled}
    orders = Home(screen.home).orders
    orders.mkdir()
    (orders / RECALL).write_text(json.dumps(order))
    hits = json.loads(search(screen, "doi tien", "vi", as_json=True))
    assert [hit["topic"] for hit in hits] == ["rates"]


def test_a_language_the_pack_lacks_is_told_with_those_it_has(screen: Screen) -> None:
    with pytest.raises(
        PackError, match=r"^pack lang-son/huu-nghi/hall has no fr, but vi, en, zh, lo, km$"
    ):
        search(screen, "x", "fr", as_json=True)
