"""The real player follows a display that is turned, switched off and on again."""

from pathlib import Path

import pytest
from torture import display_blows
from torture.packs import CYCLE
from torture.playing import SIZE


@pytest.mark.usefixtures("qapp")
def test_picture_covers_its_display_whatever_becomes_of_that(tmp_path: Path) -> None:
    """Turned while a clip plays, on X and under Wayland; gone and back; the process goes on."""
    claims = list(display_blows.claims(tmp_path / "display", CYCLE[2:3], [SIZE]))
    assert [str(claim) for claim in claims if not claim.holds] == []
