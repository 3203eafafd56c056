"""The contract of the command line: what each command's ``--help`` lists."""

from typing import Final

SCREEN: Final = "--demo GATE, --home DIR, --screen ROLE|FILE, --config FILE"
ORDER: Final = f"--by NAME, {SCREEN}, --lang <vi|en>"
ONLINE: Final = "--keys DIR, --lang <vi|en>"
CONTRACT: Final = {
    "": (
        "run, programme, snapshot, search, refresh, status, screenshot, configure, gate, pack, "
        "--version"
    ),
    "run": f"--windowed, {SCREEN}",
    "programme": f"--from T, --to T, --json, {SCREEN}",
    "snapshot": "--at T, --language TAG, --page PAGE, --notice TEMPLATE, --exercise, --mode MODE, "
    f"--size WxH, --out F.png, {SCREEN}",
    "search": f"QUERY, --language TAG, --json, {SCREEN}",
    "refresh": f"--once, --from URL|FOLDER, --trust ROOT.json, --json, {SCREEN}",
    "status": f"--json, {SCREEN}",
    "screenshot": f"--out F.png, {SCREEN}",
    "configure": (
        "--check, --on-screen, --from FILE, --id ID, --ids FILE.csv, --orientation HOW, "
        "--trust ROOT.json, --fingerprint TEXT, --windowed, --home DIR, --screen ROLE|FILE, "
        "--config FILE, --lang <vi|en>"
    ),
    "gate": ("pin, officers, language, hold, show, blank, notice, evacuate, cancel, log"),
    "gate language": f"TAG, --minutes N, --end, {ORDER}",
    "gate hold": f"ITEM, --skip, --back, --language TAG, --minutes N, --end, {ORDER}",
    "gate show": f"TOPIC, --language TAG, --minutes N, --end, {ORDER}",
    "gate blank": f"--minutes N, --wake, {ORDER}",
    "gate notice": f"TEMPLATE, --set FIELD=VALUE, --replaces ID, --exercise, {ORDER}",
    "gate evacuate": f"DANGER, --exercise, {ORDER}",
    "gate cancel": f"ID, {ORDER}",
    "gate log": f"--json, {SCREEN}, --lang <vi|en>",
    "gate pin": "--name NAME, --role ROLE, --file FILE, --lang <vi|en>",
    "gate officers": "--remove NAME, --file FILE, --lang <vi|en>",
    "pack": (
        "new, check, preview, build, keygen, init-repository, delegate, sign, publish, timestamp, "
        "offline-edition, stop, recall, rollback, revoke-key, rotate-root, status, notices"
    ),
    "pack notices": "import, export, check, publish",
    "pack notices import": ("FILE, --out FILE, --into BOOK, --gate PROVINCE/GATE, --lang <vi|en>"),
    "pack notices export": "SOURCE, --out DIR, --zone ZONE, --lang <vi|en>",
    "pack notices check": "BOOK, --pack SRC, --to REPO, --json, --lang <vi|en>",
    "pack notices publish": (f"PROVINCE/GATE, BOOK, --to REPO, --key KEY, --pack SRC, {ONLINE}"),
    "pack new": "DIR, --lang <vi|en>",
    "pack check": "SRC, --screen ROLE|FILE, --on DATE, --json, --lang <vi|en>",
    "pack preview": "SRC, --out DIR, --on DATE, --lang <vi|en>",
    "pack build": "SRC, --out DIR, --on DATE, --lang <vi|en>",
    "pack keygen": "FILE, --name TEXT, --lang <vi|en>",
    "pack init-repository": (
        "REPO, --trial, --gate PROVINCE/GATE, --root PUB, --root-threshold N, --targets PUB, "
        f"--targets-threshold N, --snapshot PUB, --timestamp PUB, --key KEY, {ONLINE}"
    ),
    "pack delegate": (
        "PROVINCE[/GATE], --to REPO, --editor PUB, --threshold N, --stop-key PUB, --key KEY, "
        f"{ONLINE}"
    ),
    "pack sign": "BUILT, --key KEY, --to REPO, --lang <vi|en>",
    "pack publish": f"BUILT, --to REPO, {ONLINE}",
    "pack timestamp": f"--to REPO, {ONLINE}",
    "pack offline-edition": f"--to USB, --from REPO, --gate PROVINCE/GATE, {ONLINE}",
    "pack stop": f"PROVINCE/GATE, --to REPO, --reason TEXT, --lift, --key KEY, {ONLINE}",
    "pack recall": f"PROVINCE/GATE, ITEM, --to REPO, --reason TEXT, --lift, --key KEY, {ONLINE}",
    "pack rollback": "PROVINCE/GATE/CHANNEL, --to REPO, --sequence N, --out DIR, --lang <vi|en>",
    "pack revoke-key": f"NAME, --to REPO, --replace PUB, --key KEY, {ONLINE}",
    "pack rotate-root": f"--to REPO, --add PUB, --remove NAME, --key KEY, {ONLINE}",
    "pack status": "--to REPO, --json, --lang <vi|en>",
}
"""Command -> what its ``--help`` lists, in any order. Scripts rely on it: change it on purpose."""

REQUIRED: Final = {
    "programme": {"--from", "--to"},
    "snapshot": {"--at", "--out"},
    "search": {"QUERY", "--language"},
    "screenshot": {"--out"},
    "gate pin": {"--name", "--role"},
    "pack new": {"DIR"},
    "pack check": {"SRC"},
    "pack preview": {"SRC", "--out"},
    "pack build": {"SRC", "--out"},
    "pack keygen": {"FILE"},
    "pack init-repository": {"REPO"},
    "pack delegate": {"PROVINCE[/GATE]", "--to", "--editor"},
    "pack sign": {"BUILT"},
    "pack publish": {"--to"},
    "pack timestamp": {"--to"},
    "pack offline-edition": {"--to", "--from"},
    "pack stop": {"PROVINCE/GATE", "--to"},
    "pack recall": {"PROVINCE/GATE", "ITEM", "--to"},
    "pack notices import": {"FILE"},
    "pack notices export": {"SOURCE", "--out"},
    "pack notices check": {"BOOK"},
    "pack notices publish": {"PROVINCE/GATE", "BOOK", "--to"},
    "pack rollback": {"PROVINCE/GATE/CHANNEL", "--to", "--sequence", "--out"},
    "pack revoke-key": {"NAME", "--to"},
    "pack rotate-root": {"--to"},
    "pack status": {"--to"},
}

GROUPS: Final = frozenset(("", "gate", "pack", "pack notices"))
REPEATED: Final = frozenset(("pack notices import", "gate language"))
"""Commands whose one argument may be given several times."""
