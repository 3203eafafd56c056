"""What each touch of a set-up means: a pure function from where it is to where it goes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal, cast, get_args

from player.config.screen import Orientation, Role
from player.stage.panel.page import FACES
from player.stage.setup import answers as told
from player.stage.setup.facts import Facts
from player.stage.setup.session import DIALLED, TEST_S, Effect, Field, Outcome, SetupSession
from player.stage.setup.touch_check import Place, land, point_due
from player.stage.setup.typing import KEPT, take_typed
from player.store.setup import STEPS, Answers, Step

WRITTEN: Final[frozenset[Step]] = frozenset({"pack", "test", "sheet"})
"""Before these the configuration is written, so that the agent works by it."""

ROLES: Final[tuple[Role, ...]] = get_args(Role)
ORIENTATIONS: Final[tuple[Orientation, ...]] = get_args(Orientation)

MOST_NUMBER: Final = 99
MOST_OVERSCAN: Final = 10.0
OVERSCAN_STEP: Final = 0.5
VOLUME_STEP: Final = 10
DISTANCE_STEP_MM: Final = 100
HEIGHT_STEP_MM: Final = 50

Rule = Callable[[SetupSession, str, Facts], Outcome]


def act(session: SetupSession, action: str, facts: Facts) -> Outcome:
    """Return what comes of a touch.

    Args:
        session: where the set-up is.
        action: name of what the control does; a colon parts it from what it does it with.
        facts: what is known without asking.

    Returns:
        The same session where nothing of that name can be done there.
    """
    name, _, rest = action.partition(":")
    if name not in {"before", "turn"}:
        session = replace(session, message="", values=(), is_refused=False)
    rule = _RULES.get(name)
    return Outcome(session) if rule is None else rule(session, rest, facts)


def landed(session: SetupSession, place: Place, facts: Facts) -> Outcome:
    """Return what comes of a finger at ``place`` during the touch check."""
    if session.step != "touch" or point_due(session.landings) is None:
        return Outcome(session)
    session = replace(session, landings=land(session.landings, place, session.reach))
    if point_due(session.landings) is not None:
        return Outcome(session)
    orientation = told.orientation_of(session.answers, facts)
    return Outcome(session.answered(touch="good", touched=orientation))


def typed(session: SetupSession, text: str) -> SetupSession:
    """Return the set-up once ``text`` is what is typed."""
    return replace(session, typed=text) if session.field else session


def _next(session: SetupSession, _: str, facts: Facts) -> Outcome:
    if session.field or session.left_s is not None:
        return Outcome(session)
    lack = told.missing(session.step, session.answers, facts)
    if lack:
        return Outcome(session.refused(lack))
    if session.record.only_touch or session.step == STEPS[-1]:
        return Outcome(session, ("finish",))
    following = STEPS[STEPS.index(session.step) + 1]
    effects: tuple[Effect, ...] = ("silence",) if session.step == "sound" else ()
    if session.step == "trust" and session.answers.trust != "later":
        effects = (*effects, "believe")
    if following in WRITTEN:
        effects = (*effects, "write")
        session = session.written()
    return Outcome(session.at(following), effects)


def _back(session: SetupSession, _: str, __: Facts) -> Outcome:
    if session.field:
        return Outcome(replace(session, field="", typed=""))
    at = STEPS.index(session.step)
    if at == 0 or session.record.only_touch:
        return Outcome(session)
    effects: tuple[Effect, ...] = ("silence",) if session.step == "sound" else ()
    return Outcome(replace(session.at(STEPS[at - 1]), left_s=None), effects)


def _turn(session: SetupSession, rest: str, _: Facts) -> Outcome:
    sheet = session.sheet + (-1 if rest == "before" else 1)
    return Outcome(replace(session, sheet=min(max(0, sheet), session.sheets - 1)))


def _speak(session: SetupSession, rest: str, _: Facts) -> Outcome:
    return Outcome(session.answered(lang="en" if rest == "en" else "vi"))


def _choose(session: SetupSession, rest: str, facts: Facts) -> Outcome:
    """Take what was chosen from cards, and go on."""
    match session.step:
        case "language":
            session = _speak(session, rest, facts).session
        case "gate":
            offer = facts.gate(rest)
            if offer is None:
                return Outcome(session)
            session = session.answered(gate=offer.id, pack=offer.pack)
        case "role" if rest in ROLES:
            session = _with_role(session, rest)
        case "orientation" if rest in ORIENTATIONS:
            if rest != told.orientation_of(session.answers, facts):
                # The picture turns: whoever chose looks first. A width said before was of
                # another side of the panel.
                return Outcome(session.answered(orientation=rest, width_mm=0))
            session = session.answered(orientation=rest)
        case _:
            return Outcome(session)
    return _next(session, "", facts)


def _with_role(session: SetupSession, role: Role) -> SetupSession:
    if role == session.answers.role:
        return session
    distance, height = told.DISTANCES[role]
    return session.answered(role=role, viewing_distance_mm=distance, mounting_height_mm=height)


def _change(session: SetupSession, rest: str, facts: Facts) -> Outcome:
    """Make a number larger or smaller, as ``number/1`` or ``width/-10`` say."""
    what, _, by = rest.partition("/")
    if what not in _STEPPED or not by.lstrip("-").isdigit():
        return Outcome(session)
    return Outcome(session.answered(**_STEPPED[what](session.answers, int(by), facts)))


def _bounded(value: float, least: float, most: float) -> int:
    return round(min(max(least, value), most))


def _other_number(answers: Answers, steps: int, _: Facts) -> Mapping[str, object]:
    return {"number": _bounded(answers.number + steps, 1, MOST_NUMBER), "id": ""}


def _other_width(answers: Answers, steps: int, facts: Facts) -> Mapping[str, object]:
    width = told.width_mm(answers, facts) + steps
    return {"width_mm": told.bounded_width(width, answers, facts)}


def _other_distance(answers: Answers, steps: int, facts: Facts) -> Mapping[str, object]:
    distance = answers.viewing_distance_mm + steps * DISTANCE_STEP_MM
    most = told.farthest_mm(answers, facts)
    return {"viewing_distance_mm": _bounded(distance, told.NEAREST_MM, most)}


def _other_height(answers: Answers, steps: int, _: Facts) -> Mapping[str, object]:
    height = answers.mounting_height_mm + steps * HEIGHT_STEP_MM
    return {"mounting_height_mm": _bounded(height, 0, told.HIGHEST_MM)}


def _other_overscan(answers: Answers, steps: int, _: Facts) -> Mapping[str, object]:
    share = answers.overscan_percent + steps * OVERSCAN_STEP
    return {"overscan_percent": min(max(0.0, share), MOST_OVERSCAN)}


def _other_volume(answers: Answers, steps: int, _: Facts) -> Mapping[str, object]:
    volume = _bounded(answers.volume_percent + steps * VOLUME_STEP, 0, 100)
    return {"volume_percent": volume, "heard": ""}


_STEPPED: Final[Mapping[str, Callable[[Answers, int, Facts], Mapping[str, object]]]] = {
    "number": _other_number,
    "width": _other_width,
    "distance": _other_distance,
    "height": _other_height,
    "overscan": _other_overscan,
    "volume": _other_volume,
}


def _toggle(session: SetupSession, rest: str, _: Facts) -> Outcome:
    """Switch something on or off."""
    if rest not in {"plays_sound", "alarm_sounds", "reads_sticks"}:
        return Outcome(session)
    return Outcome(session.answered(**{rest: not getattr(session.answers, rest)}))


def _type(session: SetupSession, rest: str, _: Facts) -> Outcome:
    field = cast("Field", rest)
    if field not in get_args(Field):
        return Outcome(session)
    # What is dialled is measured or read anew; what is written is most often amended.
    known = "" if field in DIALLED else str(getattr(session.answers, KEPT[field]))
    return Outcome(replace(session, field=field, typed=known, sheet=0))


def _digit(session: SetupSession, rest: str, _: Facts) -> Outcome:
    most = DIALLED.get(session.field, 0)
    if len(session.typed) >= most or not (rest.isascii() and rest.isdigit()):
        return Outcome(session)
    return Outcome(replace(session, typed=session.typed + rest))


def _erase(session: SetupSession, _: str, __: Facts) -> Outcome:
    return Outcome(replace(session, typed=session.typed[:-1]))


def _done(session: SetupSession, _: str, facts: Facts) -> Outcome:
    taken = take_typed(session, facts)
    is_clock = session.field == "clock" and not taken.field
    return Outcome(taken, ("clock",) if is_clock else ())


def _again(session: SetupSession, _: str, __: Facts) -> Outcome:
    return Outcome(replace(session, landings=()).answered(touch="", touched=None))


def _skip(session: SetupSession, _: str, facts: Facts) -> Outcome:
    """Go on without the touch check, or without a root."""
    if session.step == "touch" and not told.is_touched(session.answers):
        return _next(session.answered(touch="skipped"), "", facts)
    if session.step == "trust":
        return _next(session.answered(trust="later", fingerprint=""), "", facts)
    return Outcome(session)


def _card(session: SetupSession, rest: str, facts: Facts) -> Outcome:
    """Turn to another face of the test card; after the last one the next step comes."""
    card = session.card + (-1 if rest == "before" else 1)
    if card >= len(FACES):
        return _next(session, "", facts)
    return _back(session, "", facts) if card < 0 else Outcome(replace(session, card=card))


def _chime(session: SetupSession, _: str, __: Facts) -> Outcome:
    return Outcome(session, ("chime",))


def _hear(session: SetupSession, rest: str, facts: Facts) -> Outcome:
    heard: Literal["yes", "no"] = "yes" if rest == "yes" else "no"
    return _next(session.answered(heard=heard), "", facts)


def _compare(session: SetupSession, rest: str, facts: Facts) -> Outcome:
    """Take that the words read aloud are the same, or that they are not."""
    if facts.root is None:
        return Outcome(session.refused("need_trust"))
    if rest != "same":
        return Outcome(session.answered(trust="", fingerprint="").refused("trust_differs"))
    agreed = session.answered(trust="read", fingerprint=facts.root.digits)
    return _next(agreed, "", facts)


def _test(session: SetupSession, _: str, __: Facts) -> Outcome:
    if session.left_s is not None:
        return Outcome(session)
    return Outcome(replace(session.answered(findings={}), left_s=TEST_S), ("test",))


def _export(session: SetupSession, _: str, __: Facts) -> Outcome:
    return Outcome(session, ("export",))


_RULES: Final[Mapping[str, Rule]] = {
    "next": _next,
    "back": _back,
    "before": lambda session, _, facts: _turn(session, "before", facts),
    "turn": _turn,
    "lang": _speak,
    "choose": _choose,
    "change": _change,
    "toggle": _toggle,
    "type": _type,
    "digit": _digit,
    "erase": _erase,
    "done": _done,
    "again": _again,
    "skip": _skip,
    "card": _card,
    "chime": _chime,
    "hear": _hear,
    "compare": _compare,
    "test": _test,
    "export": _export,
}
