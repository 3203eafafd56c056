"""From a TOML file to the ``Officers`` of a screen, or to every problem the file has.

No problem repeats what the file says: six digits are soon found from what they come to, and a
problem is told in a log.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from player import resources
from player.config.document import read_document
from player.config.explain import MESSAGES, Explainer, explainer
from player.config.fields import fields_of
from player.config.officers import Officers
from player.errors import ConfigError


def demo_officers() -> Path:
    """Return the file of the officers of demos, whose PINs are in its comments."""
    return resources.config() / "officers-demo.toml"


def load_officers(path: Path, lang: str) -> Officers:
    """Return the officers that the file at ``path`` names.

    Everybody knows the PINs of a demo. They are taken only from the file that is shipped, and no
    configuration can name that (``load_screen``): a real screen takes them by no mistake.

    Args:
        path: a TOML file.
        lang: of the problems: Vietnamese for ``vi…``, else English.

    Raises:
        ConfigError: it cannot be read, is no TOML, says what is unknown, missing or cannot be
            true, or holds the PINs of a demo.
    """
    explain = _explainer(lang)
    document = read_document(path, explain)
    try:
        officers = Officers.model_validate(document)
    except ValidationError as e:
        problems = dict.fromkeys(explain.field(error) for error in e.errors(include_url=False))
        raise ConfigError(path, tuple(problems)) from e
    if officers.demo and path != demo_officers():
        raise ConfigError(path, [explain.whole_file("demo")])
    return officers


def officers_words(lang: str) -> dict[str, Any]:
    """Return the sentences about officers, in ``lang``."""
    name = "officers-vi.json" if lang.startswith("vi") else "officers-en.json"
    words: dict[str, Any] = json.loads((MESSAGES / name).read_text("utf-8"))
    return words


FIELDS: Final = fields_of(Officers)
"""Every key the file may hold: dotted path -> its field."""


def _explainer(lang: str) -> Explainer:
    """Return what explains this file: sentences of its own before those of every file."""
    shared, own = explainer(lang), officers_words(lang)
    parts = ("whole", "wrong", "allowed")
    words = {**shared.words, **{part: {**shared.words[part], **own[part]} for part in parts}}
    return replace(shared, words=words, fields=FIELDS, is_secret=True)
