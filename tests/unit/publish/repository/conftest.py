"""A trial repository for each test."""

from pathlib import Path

import pytest

from tests.fakes.signing import Post


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post.found(tmp_path)
