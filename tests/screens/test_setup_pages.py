"""Every step of the set-up in both languages and three shapes: no text leaves its place."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

import pytest
from pytestqt.qtbot import QtBot

from player.shell.snapshot import take_as_is
from player.stage.panel.page import FACES
from player.store.setup import STEPS, Answers, Finding, SetupRecord, Step, Verdict
from tests.fakes.accepted_pictures import check
from tests.fakes.panel_audit import ill_set
from tests.fakes.setup_on_screen import SetupScreen, setup_camera

SHAPES: Final[Mapping[str, tuple[tuple[int, int], int]]] = {
    "landscape": ((1920, 1080), 476),
    "portrait": ((1080, 1920), 268),
    "old": ((1280, 1024), 338),
}
"""Name -> pixels, and the true width in mm."""

Lang = Literal["vi", "en"]

FACTS: Final = {
    "per_s": "58",
    "gap": "140",
    "why": "the sound device cannot be opened",
    "seconds": "0.4",
    "free": "12034",
    "clock": "12:00 27/11/2026",
    "pack": "lang-son/huu-nghi/demo · 12",
}
VERDICTS: Final[Mapping[str, Verdict]] = {
    "frames": "good",
    "touch": "good",
    "sound": "bad",
    "disk": "good",
    "clock": "good",
    "pack": "skipped",
}


def answered(lang: Lang, width_mm: int) -> Answers:
    """Return answers as long as they come."""
    return Answers(
        lang=lang,
        gate="huu-nghi",
        pack="lang-son/huu-nghi/demo",
        width_mm=width_mm,
        source="https://noi-dung.thong-tin-doi-ngoai.example/lang-son/huu-nghi",
        proxy="http://10.120.130.140:3128",
        findings={
            name: Finding(verdict=verdict, facts=FACTS) for name, verdict in VERDICTS.items()
        },
    )


def put_root(screen: SetupScreen) -> None:
    """Lay a root of trust beside the configuration, and a configuration."""
    screen.config.parent.mkdir(exist_ok=True)
    root = {"signed": {"_type": "root", "version": 1}, "signatures": []}
    (screen.config.parent / "root.json").write_text(json.dumps(root))
    screen.config.write_text("# nothing yet\n")


FURTHER: Final[Mapping[Step, tuple[tuple[str, ...], ...]]] = {
    "card": (("card:next",),) * (len(FACES) - 1),
    "trust": (
        ("compare:other",),
        ("type:digits", *(f"digit:{digit}" for digit in "1234567890" * 4)),
        ("done",),
    ),
    "source": (("type:source",),),
    "place": (("type:distance", "done"),),
    "test": (("test",),),
}
"""Step -> what is touched there, picture by picture, after its first page."""


def further(screen: SetupScreen, step: Step) -> Iterator[str]:
    """Yield what there is to be seen on a step beside its first page."""
    if step == "touch":
        screen.hit(mirrored=True, points=1)
        yield "mirrored"
        screen.desk.act("again")
        screen.hit()
        yield "good"
    for actions in FURTHER.get(step, ()):
        for action in actions:
            screen.desk.act(action)
        yield actions[-1]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_of_every_step_fits(
    shape: str, lang: Lang, qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    size, width_mm = SHAPES[shape]
    wrong: list[str] = []
    with setup_camera(size, tmp_path) as screen:
        put_root(screen)
        answers = answered(lang, width_mm)
        for step in STEPS:
            screen.start(SetupRecord(step=step, answers=answers))
            screen.rest()
            for sheet in range(max(1, screen.desk.session.sheets)):
                wrong += [f"{step} {sheet + 1}: {fault}" for fault in ill_set(screen)]
                screen.desk.act("turn:next")
                screen.rest()
            for name in further(screen, step):
                screen.rest()
                wrong += [f"{step}, {name}: {fault}" for fault in ill_set(screen)]
    assert wrong == []


LOOKS: Final[tuple[tuple[str, str, Step], ...]] = (
    ("setup-id-landscape", "landscape", "id"),
    ("setup-touch-portrait", "portrait", "touch"),
    ("setup-width-old", "old", "width"),
    ("setup-sheet-landscape", "landscape", "sheet"),
)


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
def test_step_looks_as_accepted(
    look: tuple[str, str, Step], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    name, shape, step = look
    size, width_mm = SHAPES[shape]
    with setup_camera(size, tmp_path) as screen:
        put_root(screen)
        # The sheet says where the configuration lies: not in this test's own folder.
        monkeypatch.setattr(screen.scout, "named", "/etc/gate-player/screen.toml")
        screen.start(SetupRecord(step=step, answers=answered("vi", width_mm)))
        check(name, take_as_is(screen.application))
