"""Origins that tests of the refresh fetch from."""

from collections.abc import Iterator

import pytest

from tests.fakes.loopback_origin import LoopbackOrigin


@pytest.fixture
def server() -> Iterator[LoopbackOrigin]:
    """Give a web server on the loopback."""
    with LoopbackOrigin.serving() as serving:
        yield serving
