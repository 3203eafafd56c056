"""Where layouts, config and assets are: beside the code in a checkout, else where installed."""

import sys
from pathlib import Path
from typing import Final

import pytest

from player import resources

ROOT: Final = Path(__file__).resolve().parents[2]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Place the code where no layouts lie beside it; return where it was installed."""
    share = tmp_path / "share" / "gate-player"
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path / "site-packages")
    monkeypatch.setattr(resources, "_INSTALLED", share)
    return share


def places() -> list[Path]:
    return [resources.layouts(), resources.config(), resources.assets(), resources.factory_pack()]


def test_checkout_holds_them_beside_the_code_and_the_factory_pack_among_what_is_made() -> None:
    assert places() == [ROOT / name for name in ("layouts", "config", "assets", "build/factory")]


def test_installed_they_lie_together_in_share(installed: Path) -> None:
    assert places() == [installed / name for name in ("layouts", "config", "assets", "factory")]


def test_share_is_that_of_the_environment_the_player_runs_in() -> None:
    assert Path(sys.prefix) / "share" / "gate-player" == resources._INSTALLED


@pytest.mark.parametrize(
    "file", ["layouts/README.md", "config/README.md", "assets/README.md", "config/hall-tv.toml"]
)
def test_what_is_asked_for_is_there(file: str) -> None:
    assert (resources.folder() / file).is_file()
