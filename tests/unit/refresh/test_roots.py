"""Roots as they should not be: too many at once, keys nobody knows, expired, or cut off."""

import json
from datetime import timedelta

import pytest
from securesystemslib.formats import encode_canonical
from tuf.api.metadata import Metadata, Root

from player.errors import PackError, PackExpiredError
from player.publish.repository import succession
from player.publish.repository.keys import load_signer
from player.refresh.cycle import Activated, AlreadyCurrent, Failed
from tests.fakes.signed_repository import PACK, SignedRepository
from tests.unit.refresh.conftest import RefreshedScreen

pytestmark = pytest.mark.allow_log("player.refresh.*")


def rotate(repository: SignedRepository, times: int) -> None:
    """Write so many roots after the newest, each signed by two of its holders."""
    holders = repository.tree.holders("root").keys
    signers = [
        load_signer(str(repository.keys / f"root-{n}.key"), holders, lambda _: "") for n in (1, 2)
    ]
    root = repository.tree.root()
    for _ in range(times):
        root.version += 1
        metadata: Metadata[Root] = Metadata(root)
        for signer in signers:
            metadata.sign(signer, append=True)
        metadata.to_file(str(repository.tree.metadata / f"{root.version}.root.json"))


def test_roots_are_followed_for_256_versions_and_no_further(screen: RefreshedScreen) -> None:
    """As many as TUF's own client follows from an anchor: with a root a year, a while."""
    screen.refresh()
    rotate(screen.repository, 300)
    assert screen.refresh().outcome == AlreadyCurrent(PACK, 1)
    assert screen.report.trust.root == 1 + 256


def test_root_with_a_key_of_a_kind_nobody_knows_is_no_crash(screen: RefreshedScreen) -> None:
    screen.refresh()
    repository = screen.repository
    rotate(repository, 1)
    path = repository.tree.metadata / "2.root.json"
    document = json.loads(path.read_bytes())
    strange = {"keytype": "quantum", "scheme": "entangled", "keyval": {"public": "ff"}}
    document["signed"]["keys"]["f" * 64] = strange
    document["signed"]["roles"]["root"]["keyids"].append("f" * 64)
    raw = (encode_canonical(document["signed"]) or "").encode()
    holders = repository.tree.holders("root").keys
    document["signatures"] = [
        load_signer(str(repository.keys / f"root-{n}.key"), holders, lambda _: "")
        .sign(raw)
        .to_dict()
        for n in (1, 2)
    ]
    path.write_text(json.dumps(document))
    told = screen.refresh()
    assert isinstance(told.outcome, AlreadyCurrent) or isinstance(told.outcome.error, PackError)  # type: ignore[union-attr]
    assert screen.sequence == 1


def test_expired_root_activates_nothing_and_a_new_one_mends_it(screen: RefreshedScreen) -> None:
    screen.refresh()
    repository = screen.repository
    repository.now += timedelta(days=370)
    repository.publish(2)
    error = screen.refused()
    assert isinstance(error, PackExpiredError)
    keys = [str(repository.keys / f"root-{n}.key") for n in (1, 2)]
    succession.rotate_root(repository.office, [], [], keys)
    told = screen.refresh()
    # Targets and province ended meanwhile, too: nothing is taken before they are signed anew.
    assert isinstance(told.outcome, Failed | Activated)
    assert screen.sequence in {1, 2}


def test_half_a_root_is_refused(screen: RefreshedScreen) -> None:
    screen.refresh()
    rotate(screen.repository, 1)
    path = screen.repository.tree.metadata / "2.root.json"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert isinstance(screen.refused(), PackError)
