"""The acceptance sheet of a screen: what it was set up as, and how its checks went."""

from collections.abc import Sequence
from typing import Final

from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.self_test import CHECKS
from player.stage.setup.writing import Writing
from player.store.setup import Answers

RULE: Final = 40
"""Signs of a line that is signed on."""

SHORT_DIGEST: Final = 16
"""Hex digits of a configuration's SHA-256 that tell it from any other of a country's screens."""


def code_of(answers: Answers, facts: Facts) -> str:
    """Return what the code on the sheet says: which screen, which configuration."""
    return f"gate-player {told.id_of(answers)} sha256:{facts.config_digest[:SHORT_DIGEST]}"


def sheet_lines(writing: Writing, answers: Answers, facts: Facts) -> Sequence[tuple[str, str]]:
    """Return label and value of each line of the sheet."""
    say = writing.say
    width, height = told.picture_size(answers, facts)
    orientation = told.orientation_of(answers, facts)
    offer = facts.gate(answers.gate)
    standing = facts.standing
    checks = " · ".join(
        f"{say(f'test_{check}')}: {say(f'verdict_{answers.findings[check].verdict}')}"
        for check in CHECKS
        if check in answers.findings
    )
    display = (
        f"{width} × {height} px",
        f"{told.width_mm(answers, facts)} mm",
        say(f"hangs_{orientation}"),
    )
    place = (
        f"{say('distance')} {answers.viewing_distance_mm} mm",
        f"{say('height')} {answers.mounting_height_mm} mm",
        f"{say('overscan')} {answers.overscan_percent:g} %",
    )
    lines = [
        (say("sheet_id"), told.id_of(answers)),
        (say("sheet_gate"), f"{offer.name} ({offer.id})" if offer else answers.gate),
        (say("sheet_role"), say(f"role_{answers.role}")),
        (say("sheet_version"), facts.version),
        (say("sheet_display"), " · ".join(display)),
        (say("sheet_place"), " · ".join(place)),
        (say("sheet_touch"), say(f"touch_is_{answers.touch or 'bad'}")),
        (say("sheet_source"), answers.source or say("nothing")),
        (
            say("sheet_pack"),
            f"{standing.pack} · {standing.sequence}" if standing.pack else say("pack_factory"),
        ),
        (say("sheet_trust"), _trust(writing, answers, facts)),
        (say("sheet_checks"), checks or say("not_tested")),
        (say("sheet_clock"), f"{facts.clock} · {answers.time_zone}"),
    ]
    if facts.config_digest:
        config = f"{facts.config} · {facts.config_digest[:SHORT_DIGEST]}"
        lines.append((say("sheet_config"), config))
    return lines


def sheet_text(writing: Writing, answers: Answers, facts: Facts) -> str:
    """Return the sheet as a text file, with lines to sign on."""
    lines = sheet_lines(writing, answers, facts)
    widest = max(len(label) for label, _ in lines)
    body = "\n".join(f"{label.ljust(widest)}  {value}" for label, value in lines)
    rule = "_" * RULE
    signed = "\n\n".join(f"{writing.say(key)}: {rule}" for key in ("signed_by", "accepted_by"))
    return f"{writing.say('title_sheet')}\n\n{body}\n\n{code_of(answers, facts)}\n\n{signed}\n"


def _trust(writing: Writing, answers: Answers, facts: Facts) -> str:
    if not answers.fingerprint or facts.root is None:
        return writing.say("trust_not_compared")
    how = writing.say(f"trust_was_{answers.trust}")
    return f"{answers.fingerprint} · {' '.join(facts.root.words)} · {how}"
