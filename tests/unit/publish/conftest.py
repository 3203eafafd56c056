"""What the tests of publishing share: a good source folder, and the real tools."""

from pathlib import Path

import pytest

from player import resources
from player.publish.workshop import Workshop
from tests.fakes.pack_folder import PackFolder, good_pack


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    """Return a source with nothing wrong in it, not yet written."""
    return good_pack(tmp_path / "source")


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    """Return the tools as the commands use them."""
    return Workshop(resources.assets() / "fonts")
