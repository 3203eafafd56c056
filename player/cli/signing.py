"""``gate-player pack keygen … status``: keys, signatures, and what is public."""

from pathlib import Path
from typing import Annotated

import typer

from player.cli.options import AsJson, LangOption
from player.cli.packs import pack

Repository = Annotated[Path, typer.Option("--to", metavar="REPO", help="The repository's folder.")]
Keys = Annotated[
    list[str] | None,
    typer.Option("--key", metavar="KEY", help="A key file, or a signer's address; repeatable."),
]
OnlineFolder = Annotated[
    Path | None,
    typer.Option(
        "--keys", metavar="DIR", help="Folder of snapshot.key and timestamp.key [REPO.keys]."
    ),
]
Gates = Annotated[
    list[str] | None,
    typer.Option("--gate", metavar="PROVINCE/GATE", help="Only this gate; repeatable."),
]
Public = list[Path] | None


@pack.command("keygen")
def pack_keygen(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Key file to make.")],
    lang: LangOption,
    *,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="Whose it is.")] = "",
) -> None:
    """Make a key pair, protected by a passphrase."""
    from player.main.signing import keygen

    keygen(file, name, lang)


@pack.command("init-repository")
def pack_init_repository(
    repository: Annotated[Path, typer.Argument(metavar="REPO", help="Folder to make.")],
    lang: LangOption,
    *,
    trial: Annotated[bool, typer.Option("--trial", help="With throwaway keys.")] = False,
    gates: Gates = None,
    root: Annotated[Public, typer.Option("--root", metavar="PUB", help="Holds root.")] = None,
    root_threshold: Annotated[
        int, typer.Option("--root-threshold", metavar="N", help="How many sign.")
    ] = 3,
    targets: Annotated[
        Public, typer.Option("--targets", metavar="PUB", help="Appoints provinces.")
    ] = None,
    targets_threshold: Annotated[
        int, typer.Option("--targets-threshold", metavar="N", help="How many sign.")
    ] = 2,
    snapshot: Annotated[
        Path | None, typer.Option("--snapshot", metavar="PUB", help="Lists versions.")
    ] = None,
    timestamp: Annotated[
        Path | None, typer.Option("--timestamp", metavar="PUB", help="Says what is newest.")
    ] = None,
    key: Keys = None,
    keys: OnlineFolder = None,
) -> None:
    """Found a repository. With --trial one of throwaway keys, to try things out."""
    from player.main.signing import Desk, Founding, init_repository, init_trial

    desk = Desk(repository, keys, lang)
    if trial:
        init_trial(desk, gates or ())
        return
    founders = Founding(
        root or (), root_threshold, targets or (), targets_threshold, snapshot, timestamp
    )
    init_repository(desk, founders, key or ())


@pack.command("delegate")
def pack_delegate(
    name: Annotated[str, typer.Argument(metavar="PROVINCE[/GATE]", help="Whom to speak for.")],
    repository: Repository,
    editor: Annotated[list[Path], typer.Option("--editor", metavar="PUB", help="Signs packs.")],
    lang: LangOption,
    *,
    threshold: Annotated[int, typer.Option("--threshold", metavar="N", help="How many sign.")] = 2,
    stop_key: Annotated[
        Public, typer.Option("--stop-key", metavar="PUB", help="May stop a province's gates.")
    ] = None,
    key: Keys = None,
    keys: OnlineFolder = None,
) -> None:
    """Appoint who speaks for a province or a gate."""
    from player.main.signing import Desk, appointed, delegate

    stoppers = appointed(stop_key, 1) if stop_key else None
    delegate(Desk(repository, keys, lang), name, appointed(editor, threshold), stoppers, key or ())


@pack.command("sign")
def pack_sign(
    what: Annotated[Path, typer.Argument(metavar="BUILT", help="Built pack, or what waits.")],
    lang: LangOption,
    *,
    key: Keys = None,
    repository: Annotated[
        Path | None, typer.Option("--to", metavar="REPO", help="The repository's folder.")
    ] = None,
) -> None:
    """Sign a built pack, told what it says. Two people do so, each with a key of their own."""
    from player.main.signing import sign

    sign(what, key or (), repository, lang)


@pack.command("publish")
def pack_publish(
    repository: Repository,
    lang: LangOption,
    *,
    built: Annotated[
        Path | None, typer.Argument(metavar="BUILT", help="Signed pack; none: what waits.")
    ] = None,
    keys: OnlineFolder = None,
) -> None:
    """Make public what enough people signed."""
    from player.main.signing import Desk, publish

    publish(Desk(repository, keys, lang), built)


@pack.command("timestamp")
def pack_timestamp(repository: Repository, lang: LangOption, *, keys: OnlineFolder = None) -> None:
    """Sign the timestamp anew: every hour, by a timer."""
    from player.main.signing import Desk, timestamp

    timestamp(Desk(repository, keys, lang))


@pack.command("offline-edition")
def pack_offline_edition(
    stick: Annotated[Path, typer.Option("--to", metavar="USB", help="Where the stick is.")],
    repository: Annotated[Path, typer.Option("--from", metavar="REPO", help="The repository.")],
    lang: LangOption,
    *,
    gates: Gates = None,
    keys: OnlineFolder = None,
) -> None:
    """Write what is public to a stick. Screens without a network live by it."""
    from player.main.signing import Desk, offline_edition

    offline_edition(Desk(repository, keys, lang), stick, gates or ())


@pack.command("stop")
def pack_stop(
    gate: Annotated[str, typer.Argument(metavar="PROVINCE/GATE", help="Which gate.")],
    repository: Repository,
    lang: LangOption,
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="For technicians.")] = "",
    lift: Annotated[bool, typer.Option("--lift", help="Let the screens go on.")] = False,
    key: Keys = None,
    keys: OnlineFolder = None,
) -> None:
    """Stop a gate's screens, at once. They show the built-in page; one signature is enough."""
    from player.main.signing import Desk, stop

    stop(Desk(repository, keys, lang), gate, reason, key or (), lift=lift)


@pack.command("recall")
def pack_recall(
    gate: Annotated[str, typer.Argument(metavar="PROVINCE/GATE", help="Which gate.")],
    thing: Annotated[str, typer.Argument(metavar="ITEM", help="An id, or a file's sha256.")],
    repository: Repository,
    lang: LangOption,
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="For technicians.")] = "",
    lift: Annotated[bool, typer.Option("--lift", help="Let it be shown again.")] = False,
    key: Keys = None,
    keys: OnlineFolder = None,
) -> None:
    """Take a thing off a gate's screens, at once. Whatever pack has it; by one signature."""
    from player.main.signing import Desk, recall
    from player.publish.repository.recalling import Recall

    recall(Desk(repository, keys, lang), Recall(gate, thing, reason, lift), key or ())


@pack.command("rollback")
def pack_rollback(
    name: Annotated[str, typer.Argument(metavar="PROVINCE/GATE/CHANNEL", help="Id of the pack.")],
    repository: Repository,
    sequence: Annotated[int, typer.Option("--sequence", metavar="N", help="To go back to.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the pack.")],
    lang: LangOption,
) -> None:
    """Make a pack of old content with a new sequence. It is signed and published as any."""
    from player.main.signing import Desk, rollback

    rollback(Desk(repository, None, lang), name, sequence, out)


@pack.command("revoke-key")
def pack_revoke_key(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The key's name, or its id.")],
    repository: Repository,
    lang: LangOption,
    *,
    replace: Annotated[
        Path | None, typer.Option("--replace", metavar="PUB", help="Takes its place.")
    ] = None,
    key: Keys = None,
    keys: OnlineFolder = None,
) -> None:
    """Take a key from every role it serves."""
    from player.main.signing import Desk, revoke_key

    revoke_key(Desk(repository, keys, lang), name, replace, key or ())


@pack.command("rotate-root")
def pack_rotate_root(
    repository: Repository,
    lang: LangOption,
    *,
    add: Annotated[Public, typer.Option("--add", metavar="PUB", help="Joins.")] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="NAME", help="Leaves.")
    ] = None,
    key: Keys = None,
    keys: OnlineFolder = None,
) -> None:
    """Make the next root. It holds for another year, with other keys where asked."""
    from player.main.signing import Desk, rotate_root

    rotate_root(Desk(repository, keys, lang), add or (), remove or (), key or ())


@pack.command("status")
def pack_status(repository: Repository, lang: LangOption, *, as_json: AsJson = False) -> None:
    """Say who may sign what, until when, and what is public."""
    from player.main.signing import Desk, repository_status

    repository_status(Desk(repository, None, lang), as_json=as_json)
