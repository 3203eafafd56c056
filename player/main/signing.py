"""The signing side's commands: keys, a repository, signatures, publishing; and what came of it.

Everything here is refused with one sentence (``SigningError``) or done whole. Which keys are held
by whom is DECISIONS.md's business ("the ceremony").
"""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.prompt import Prompt

from player import clock
from player.errors import SigningError
from player.main.signing_words import describe, describe_book, say, tell_signers
from player.publish.repository import founding, offer, proposal, recalling, succession
from player.publish.repository.agreement import publish_staged
from player.publish.repository.edition import make_edition, without_content
from player.publish.repository.keys import (
    Passphrase,
    holder,
    make_key,
    public_path,
    read_public,
)
from player.publish.repository.overview import RoleState, overview
from player.publish.repository.release import Office, OnlineKeys, renew
from player.publish.repository.reversion import roll_back
from player.publish.repository.roles import Holders
from player.publish.repository.tree import Tree
from player.publish.repository.waiting_books import waiting_books

PASSPHRASE: Final = "GATE_PLAYER_PASSPHRASE"  # noqa: S105  (the name of a variable)
KEYS_SUFFIX: Final = ".keys"
TRIAL_GATES: Final = ("lang-son/huu-nghi", "quang-tri/lao-bao")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a person works: the repository, the folder of online keys, the language of messages.

    Attributes:
        keys: folder with ``snapshot.key`` and ``timestamp.key``; None: beside the repository.
    """

    repository: Path
    keys: Path | None
    lang: str

    @property
    def tree(self) -> Tree:
        """The repository."""
        return Tree(self.repository)

    @property
    def office(self) -> Office:
        """Where and when things are signed."""
        return Office(self.tree, OnlineKeys(self.key_folder, ask_once()), clock.now())

    @property
    def key_folder(self) -> Path:
        """Folder of the online keys."""
        beside = self.repository.absolute()
        return self.keys or beside.with_name(beside.name + KEYS_SUFFIX)

    def say(self, key: str, **values: str) -> None:
        """Print a sentence of the catalogue."""
        say(self.lang, key, **values)

    def tell_waiting(self, roles: Sequence[str], done: str, **values: str) -> None:
        """Say ``done``, or which roles still lack signatures."""
        if not roles:
            self.say(done, **values)
        for role in roles:
            self.say("waits", role=role, file=str(self.tree.staging / f"{role}.json"))


@dataclass(frozen=True, slots=True)
class Founding:
    """Public keys of the founders of a repository that is no trial."""

    root: Sequence[Path]
    root_threshold: int
    targets: Sequence[Path]
    targets_threshold: int
    snapshot: Path | None
    timestamp: Path | None


def ask_passphrase(name: str) -> str:
    """Return the passphrase of a key: from the environment, or asked for without an echo."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise SigningError(f"{name}: protected; set {PASSPHRASE} where nobody can be asked")
    return Prompt.ask(f"{name}: passphrase", password=True, console=Console(stderr=True))


def ask_once() -> Passphrase:
    """Return what asks for the passphrase of each key once, however often it signs."""
    return cache(ask_passphrase)


def keygen(file: Path, name: str, lang: str) -> None:
    """Make a key pair whose secret half is protected by a passphrase."""
    passphrase = ask_passphrase(file.name)
    if PASSPHRASE not in os.environ and passphrase != ask_passphrase(f"{file.name} (again)"):
        raise SigningError(f"{file}: the two passphrases differ; nothing was made")
    key = make_key(file, name or file.stem, passphrase)
    say(lang, "key_made", file=str(file), public=str(public_path(file)), id=key.keyid)


def init_trial(desk: Desk, gates: Sequence[str]) -> None:
    """Found a repository of throwaway keys."""
    founding.found_trial(desk.tree, desk.key_folder, gates or TRIAL_GATES, clock.now())
    desk.say(
        "founded_trial",
        folder=str(desk.repository),
        keys=str(desk.key_folder),
        root=str(desk.tree.metadata / "1.root.json"),
    )


def init_repository(desk: Desk, founders: Founding, keys: Sequence[str]) -> None:
    """Found a repository."""
    if founders.snapshot is None or founders.timestamp is None:
        raise SigningError("name the public keys with --snapshot and --timestamp, or say --trial")
    held = founding.Founders(
        _holders(founders.root, founders.root_threshold),
        _holders(founders.targets, founders.targets_threshold),
        read_public(founders.snapshot),
        read_public(founders.timestamp),
    )
    waiting = founding.found(desk.office, held, keys)
    desk.tell_waiting(waiting, "founded", folder=str(desk.repository))


def delegate(
    desk: Desk, name: str, editors: Holders, stoppers: Holders | None, keys: Sequence[str]
) -> None:
    """Appoint who speaks for a province or a gate."""
    waiting = founding.appoint(desk.office, name, editors, stoppers, keys)
    names = ", ".join(holder(key) for key in editors.keys)
    desk.tell_waiting(waiting, "appointed", name=name, names=names)


def appointed(files: Sequence[Path], threshold: int) -> Holders:
    """Return the holders that public key files name; raises SigningError."""
    return _holders(files, threshold)


def sign(what: Path, keys: Sequence[str], repository: Path | None, lang: str) -> None:
    """Sign a built pack, or metadata that waits."""
    if not keys:
        raise SigningError("say with which key: --key FILE")
    for key in keys:
        if what.is_dir():
            tree = Tree(repository) if repository else None
            done = proposal.sign_pack(
                what,
                key,
                tree,
                ask_passphrase,
                now=clock.now(),
                review=lambda asked: describe(asked, lang),
            )
        else:
            tree = Tree(repository or what.absolute().parent.parent)
            for book in waiting_books(what, tree):
                describe_book(book, lang)
            done = proposal.sign_staged(what, key, tree, ask_passphrase)
        tell_signers(done, lang)


def publish(desk: Desk, built: Path | None) -> None:
    """Make a signed pack public, or what waits in ``staging/``."""
    if built is None:
        roles = publish_staged(desk.office)
        desk.say("published_roles", roles=", ".join(roles))
        return
    manifest = offer.publish(desk.office, built)
    desk.say("published", pack=manifest.pack, sequence=str(manifest.sequence))


def timestamp(desk: Desk) -> None:
    """Sign the timestamp anew."""
    renew(desk.office)
    _tell_timestamp(desk)


def offline_edition(desk: Desk, stick: Path, gates: Sequence[str]) -> None:
    """Write an edition for screens without a network.

    Raises:
        SigningError: there is no such stick, or nothing to write for a gate.
    """
    if not stick.is_dir():
        raise SigningError(f"{stick}: there is no such folder; is the stick mounted there?")
    if empty := without_content(desk.tree, gates):
        raise SigningError(f"{', '.join(empty)}: nothing is public; write a gate as province/gate")
    folder = make_edition(desk.office, stick, gates)
    desk.say("edition", folder=str(folder))


def stop(desk: Desk, gate: str, reason: str, keys: Sequence[str], *, lift: bool) -> None:
    """Order a gate's screens to show the built-in page, or lift that."""
    order = offer.stop_order(gate, reason, clock.now(), stop=not lift)
    waiting = offer.order_stop(desk.office, order, keys)
    desk.tell_waiting(waiting, "lifted" if lift else "stopped", gate=gate)


def recall(desk: Desk, asked: recalling.Recall, keys: Sequence[str]) -> None:
    """Take a thing off a gate's screens, whatever pack it is in, or lift that."""
    order = recalling.next_recall(desk.tree, asked, clock.now())
    waiting = recalling.order_recall(desk.office, order, keys)
    done = "recall_lifted" if asked.lift else "recalled"
    desk.tell_waiting(waiting, done, gate=asked.gate, thing=asked.thing)


def rollback(desk: Desk, pack: str, sequence: int, out: Path) -> None:
    """Make a built pack of old content, to be signed and published."""
    manifest = roll_back(desk.tree, pack, sequence, out)
    new = str(manifest.sequence)
    desk.say("rolled_back", pack=pack, old=str(sequence), sequence=new, out=str(out))


def revoke_key(desk: Desk, name: str, replacement: Path | None, keys: Sequence[str]) -> None:
    """Take a key from every role it serves."""
    new = read_public(replacement) if replacement else None
    desk.tell_waiting(succession.revoke(desk.office, name, new, keys), "revoked", name=name)


def rotate_root(
    desk: Desk, added: Sequence[Path], removed: Sequence[str], keys: Sequence[str]
) -> None:
    """Make the next root."""
    new = [read_public(path) for path in added]
    waiting = succession.rotate_root(desk.office, new, removed, keys)
    desk.tell_waiting(waiting, "rotated", version=str(desk.tree.version("root")))


def repository_status(desk: Desk, *, as_json: bool) -> None:
    """Say how a repository stands."""
    found = overview(desk.tree, clock.now())
    if as_json:
        sys.stdout.write(f"{json.dumps(asdict(found), default=str, ensure_ascii=False)}\n")
        return
    if found.is_trial:
        desk.say("is_trial")
    for state in found.roles:
        desk.say("role_urgent" if state.is_urgent else "role", **_role_words(state))
    for pack, sequence in sorted(found.packs.items()):
        desk.say("on_offer", pack=pack, sequence=str(sequence))
    for role, signers in found.waiting.items():
        desk.say("waits_for", role=role, signers=", ".join(signers) or "-")


def _role_words(state: RoleState) -> dict[str, str]:
    return {
        "role": state.role,
        "version": str(state.version),
        "expires": f"{state.expires:%Y-%m-%d %H:%M}",
        "threshold": str(state.threshold),
        "holders": ", ".join(state.holders),
    }


def _tell_timestamp(desk: Desk) -> None:
    stamp = desk.tree.timestamp()
    desk.say("stamped", version=str(stamp.version), expires=f"{stamp.expires:%Y-%m-%d %H:%M}")


def _holders(files: Sequence[Path], threshold: int) -> Holders:
    return Holders([read_public(path) for path in files], threshold)
