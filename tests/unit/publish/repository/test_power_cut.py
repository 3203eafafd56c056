"""Publishing killed at every durable write: the old pack stays, the next try completes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from player.publish.repository import offer, offered, release, tree
from player.publish.repository.offer import publish
from tests.fakes.signing import Post


def manifest(built: Path) -> bytes:
    return (built / "pack.json").read_bytes()


class Killed(Exception):  # noqa: N818  (it is no error: the power went)
    """The power went."""


def kill_at(step: int, patch: pytest.MonkeyPatch) -> list[int]:
    """Let the power go at the ``step``-th durable write; return the count of writes."""
    count = [0]

    def dying(write: Callable[..., None]) -> Callable[..., None]:
        def act(*given: Any) -> None:  # noqa: ANN401
            count[0] += 1
            if count[0] == step:
                raise Killed
            write(*given)

        return act

    for module, names in (
        (offer, ("write_file", "write_chunks", "make_folder")),
        (offered, ("write_file", "make_folder")),
        (tree, ("write_file", "make_folder")),
    ):
        for name in names:
            patch.setattr(module, name, dying(getattr(module, name)))
    return count


def steps() -> Iterable[int]:
    return range(1, 13)


@pytest.mark.parametrize("step", steps())
def test_killed_at_any_write_the_old_pack_stays_and_the_next_try_completes(
    post: Post, step: int
) -> None:
    old = post.issue(1)
    built = post.build("next", 2, "new")
    post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    with pytest.MonkeyPatch.context() as patch:
        count = kill_at(step, patch)
        with pytest.raises(Killed):
            publish(post.office, built)
        assert count == [step]
    assert post.seen() == manifest(old)
    publish(post.office, built)
    assert post.seen() == manifest(built)


def test_every_write_was_killed_once(post: Post) -> None:
    post.issue(1)
    built = post.build("next", 2, "new")
    post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    with pytest.MonkeyPatch.context() as patch:
        count = kill_at(0, patch)
        publish(post.office, built)
    assert count == [max(steps())]


def test_the_timestamp_completes_what_a_killed_run_left(post: Post) -> None:
    post.issue(1)
    built = post.build("next", 2, "new")
    post.sign(built, "editor-1")
    post.sign(built, "editor-2")
    with pytest.MonkeyPatch.context() as patch:
        kill_at(max(steps()), patch)
        with pytest.raises(Killed):
            publish(post.office, built)
    release.renew(post.later(hours=1).office)
    assert post.seen() == manifest(built)
