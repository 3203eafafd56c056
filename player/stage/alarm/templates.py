"""Templates of emergencies that stand in code: for when no file of templates can be read."""

from collections.abc import Mapping
from typing import Final

from player.pack.notice import Sign
from player.pack.notice_template import NoticeTemplate
from player.stage.alarm.words import BUILT_IN

ORDERS: Final[Mapping[str, tuple[int, Sign, str]]] = {
    "evacuate": (210, "evacuate", "exit"),
    "fire": (200, "fire", "fire"),
    "shelter": (220, "shelter", "home"),
}
"""Id -> place in the menu, sign, icon."""


def emergencies() -> tuple[NoticeTemplate, ...]:
    """Return the templates of emergencies, in the words that the emergency page has built in."""
    return tuple(_template(id_) for id_ in ORDERS)


def _template(id_: str) -> NoticeTemplate:
    order, sign, icon = ORDERS[id_]
    return NoticeTemplate.model_validate(
        {
            "id": id_,
            "order": order,
            "icon": icon,
            "level": "emergency",
            "life": "4 h",
            "urgency": "immediate",
            "severity": "extreme",
            "certainty": "observed",
            "sign": sign,
            "sounds": True,
            "name": {tag: BUILT_IN[tag][f"alarm_{id_}"] for tag in ("vi", "en")},
            "text": {
                tag: {
                    "headline": words[f"alarm_{id_}"],
                    "instruction": words[f"alarm_{id_}_body"],
                }
                for tag, words in BUILT_IN.items()
            },
        }
    )
