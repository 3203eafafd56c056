"""Pages of a set-up that are lines with buttons: place, sound, source, trust, pack, self-test."""

from typing import TYPE_CHECKING

from player.stage.panel.page import PanelLine, PanelPage
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.self_test import CHECKS
from player.stage.setup.session import SetupSession
from player.stage.setup.writing import Writing
from player.store.setup import Finding

if TYPE_CHECKING:
    from player.stage.session.page import Button


def place_page(writing: Writing, session: SetupSession, _: Facts) -> PanelPage:
    """Return from where the screen is read, and how high it hangs."""
    answers = session.answers
    lines = tuple(
        writing.line(
            f"{millimetres} mm",
            writing.say(f"{what}_note"),
            (f"change:{what}/-1", "less"),
            (f"change:{what}/1", "more"),
            (f"type:{what}", "type"),
            lead=writing.say(what),
        )
        for what, millimetres in (
            ("distance", answers.viewing_distance_mm),
            ("height", answers.mounting_height_mm),
        )
    )
    title, hint = writing.say("title_place"), writing.say("hint_place")
    return PanelPage("Lines", title, "place", hint, lines=lines)


def sound_page(writing: Writing, session: SetupSession, _: Facts) -> PanelPage:
    """Return how loud it is, and whether anything is heard at all."""
    answers = session.answers
    lines = (
        writing.line(
            f"{answers.volume_percent} %",
            "",
            ("change:volume/-1", "quieter"),
            ("change:volume/1", "louder"),
            lead=writing.say("volume"),
        ),
        writing.line(
            writing.on_off(answers.plays_sound),
            writing.say("plays_sound_note"),
            ("toggle:plays_sound", "switch"),
            lead=writing.say("plays_sound"),
        ),
        writing.line(
            writing.on_off(answers.alarm_sounds),
            writing.say("alarm_sounds_note"),
            ("toggle:alarm_sounds", "switch"),
            lead=writing.say("alarm_sounds"),
        ),
    )
    tools = (
        writing.button("chime", "play_chime", "listen"),
        writing.button("hear:yes", "heard_yes", is_on=answers.heard == "yes"),
        writing.button("hear:no", "heard_no", is_on=answers.heard == "no"),
    )
    title, hint = writing.say("title_sound"), writing.say("hint_sound")
    return PanelPage("Lines", title, "listen", hint, lines=lines, tools=tools)


def source_page(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    """Return where content comes from, and by which clock."""
    answers, nothing = session.answers, writing.say("nothing")
    offset = facts.standing.clock_offset_s
    clock = facts.clock
    if offset is not None:
        clock += " · " + writing.say("clock_offset", seconds=f"{offset:+.0f}")
    fields = (
        ("source", answers.source or nothing),
        ("pack", answers.pack or writing.say("pack_any")),
        ("proxy", answers.proxy or nothing),
        ("zone", answers.time_zone),
    )
    lines = [
        writing.line(
            said,
            clock if name == "zone" else writing.say(f"field_{name}_note"),
            (f"type:{name}", "type"),
            *((("type:clock", "set_clock"),) if name == "zone" and not facts.is_clock_kept else ()),
            lead=writing.say(f"field_{name}"),
        )
        for name, said in fields
    ]
    lines.append(
        writing.line(
            writing.on_off(answers.reads_sticks),
            writing.say("reads_sticks_note"),
            ("toggle:reads_sticks", "switch"),
            lead=writing.say("reads_sticks"),
        )
    )
    title, hint = writing.say("title_source"), writing.say("hint_source")
    return PanelPage("Lines", title, "wifi", hint, lines=tuple(lines))


def trust_page(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    """Return the fingerprint to be compared; its digits only once they were."""
    root, later = facts.root, writing.button("skip", "trust_later")
    title = writing.say("title_trust")
    if root is None:
        hint = writing.say("no_root")
        return PanelPage("Lines", title, "police", hint, tools=(later,))
    is_settled = told.is_trust_settled(session.answers, facts) and session.answers.trust != "later"
    half = len(root.words) // 2
    note = writing.say("root_believed" if root.is_believed else "root_found", place=root.place)
    words = " · ".join(root.words[:half]) + " · \n" + " · ".join(root.words[half:])
    lines = [PanelLine(words, note, "en", writing.say("in_words"))]
    digits = root.digits if is_settled else writing.say("digits_hidden")
    lines.append(PanelLine(digits, "", writing.tag, writing.say("in_digits")))
    tools: tuple[Button, ...] = (
        writing.button("compare:same", "trust_same", is_on=session.answers.trust == "read"),
        writing.button("type:digits", "trust_type", is_on=session.answers.trust == "typed"),
        writing.button("compare:other", "trust_other"),
        later,
    )
    hint = writing.say("trust_settled" if is_settled else "hint_trust")
    return PanelPage("Lines", title, "police", hint, lines=tuple(lines), tools=tools)


def pack_page(writing: Writing, session: SetupSession, facts: Facts) -> PanelPage:
    """Return how the first pack is getting on."""
    standing, answers = facts.standing, session.answers
    if standing.pack:
        text = f"{standing.pack} · {standing.sequence}"
        lines = [PanelLine(text, writing.say("pack_here"), "vi", writing.say("pack_current"))]
    else:
        text, note = writing.say("pack_waiting"), writing.say("pack_factory")
        lines = [PanelLine(text, note, writing.tag, writing.say("pack_current"))]
    lines.append(
        PanelLine(
            writing.say("received", megabytes=str(standing.received_mb)),
            answers.source or writing.say("stick_put_in" if answers.reads_sticks else "nothing"),
            writing.tag,
            writing.say("pack_progress"),
        )
    )
    if standing.error:
        told_by = writing.say("agent_says")
        lines.append(PanelLine(standing.error, "", "en", told_by, is_alarm=False))
    elif not standing.has_agent:
        lines.append(PanelLine(writing.say("agent_silent"), "", writing.tag, writing.say("agent")))
    title, hint = writing.say("title_pack"), writing.say("hint_pack")
    return PanelPage("Lines", title, "wifi", hint, lines=tuple(lines))


def _facts(writing: Writing, check: str, finding: Finding) -> str:
    """Return what was measured, in words; "": nothing that says more than the verdict."""
    match check:
        case "sound" if finding.verdict != "bad":
            return ""
        case "pack" if finding.verdict == "skipped":
            return writing.say("pack_factory")
        case _:
            return writing.say(f"test_{check}_facts", **finding.facts)


def checks_page(writing: Writing, session: SetupSession, _: Facts) -> PanelPage:
    """Return what is measured, or what came of it."""
    findings = session.answers.findings
    tools: tuple[Button, ...] = ()
    lines = []
    for check in CHECKS:
        finding = findings.get(check)
        said = writing.say(f"verdict_{finding.verdict}") if finding else writing.say("not_tested")
        note = _facts(writing, check, finding) if finding else ""
        fault = note if finding and finding.verdict == "bad" else ""
        lines.append(
            PanelLine(
                said,
                "" if fault else note,
                writing.tag,
                writing.say(f"test_{check}"),
                fault,
            )
        )
    if session.left_s is not None:
        hint = writing.say("test_running", seconds=str(session.left_s))
    else:
        key = "test_again" if findings else "test_start"
        hint = writing.say("test_done" if findings else "hint_test")
        tools = (writing.button("test", key, is_on=not findings),)
    title = writing.say("title_test")
    return PanelPage("Lines", title, "information", hint, lines=tuple(lines), tools=tools)
