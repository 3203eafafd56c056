"""Our fetcher, trust and lock code on any TUF repository, for other people's TUF test suites.

::

    tuf_client.py --metadata-dir D init ROOT
    tuf_client.py --metadata-dir D --metadata-url U refresh
    tuf_client.py --metadata-dir D --metadata-url U --target-name T … --target-base-url B
                  --target-dir X download

Options may stand before or after the command; ``--target-name`` may be repeated. Trusted metadata
lies in D under non-versioned names; the time floor and the lock lie beside it. Exit code 0: done,
1: refused. The process's clock is the only one.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from player import clock
from player.errors import PlayerError
from player.refresh.http_origin import HttpOrigin
from player.refresh.trust import Place, Trust, Vouched
from player.store.durable import make_folder, write_file
from player.store.layout import Home
from player.store.lock import writing
from player.store.report import AgentReport, TrustReport, read_report, write_report

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    said = _parser().parse_intermixed_args(words)
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    beside = Home(said.metadata_dir.with_name(f"{said.metadata_dir.name}.beside"))
    try:
        with writing(beside):
            _run(said, beside)
    except (PlayerError, OSError) as e:
        sys.stderr.write(f"{type(e).__name__}: {e}\n")
        return 1
    return 0


def _run(said: argparse.Namespace, beside: Home) -> None:
    if said.command == "init":
        nowhere = Place(HttpOrigin("http://localhost"))
        Trust(said.metadata_dir, nowhere, nowhere, said.root.read_bytes(), clock.now())
        return
    floor = read_report(beside).trust.floor or EPOCH
    trust = Trust(
        said.metadata_dir,
        Place(HttpOrigin(said.metadata_url)),
        Place(HttpOrigin(said.target_base_url or said.metadata_url)),
        None,
        max(clock.now(), floor),
    )
    _keep_floor(beside, trust.refresh(), floor)
    for name in said.target_name if said.command == "download" else ():
        _download(trust, name, said.target_dir)


def _download(trust: Trust, name: str, folder: Path) -> None:
    raw = trust.target(name)
    if raw is None:
        raise FileNotFoundError(f"{name}: nobody who may has signed such a target")
    make_folder(folder)
    write_file(folder / quote(name, ""), raw)


def _keep_floor(beside: Home, vouched: Vouched, floor: datetime) -> None:
    if vouched.issued is not None and vouched.issued > floor:
        write_report(beside, AgentReport(trust=TrustReport(floor=vouched.issued)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tuf_client.py", allow_abbrev=False)
    parser.add_argument("--metadata-dir", type=Path, required=True)
    parser.add_argument("--metadata-url")
    parser.add_argument("--target-name", action="append", default=[])
    parser.add_argument("--target-base-url")
    parser.add_argument("--target-dir", type=Path)
    parser.add_argument("command", choices=("init", "refresh", "download"))
    parser.add_argument("root", type=Path, nargs="?")
    return parser


if __name__ == "__main__":
    sys.exit(main())
