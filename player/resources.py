"""Where the folders that ship beside the code are: layouts, config and assets.

In a checkout they lie beside ``player/``; installed, under ``share/gate-player`` of the
environment. Nothing else in the program knows either place.
"""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent
_INSTALLED = Path(sys.prefix) / "share" / "gate-player"


def folder() -> Path:
    """Return the folder that holds ``layouts/``, ``config/`` and ``assets/``."""
    return _CHECKOUT if (_CHECKOUT / "layouts").is_dir() else _INSTALLED


def layouts() -> Path:
    """Return the folder of QML modules."""
    return folder() / "layouts"


def config() -> Path:
    """Return the folder of example screen configurations, one per role."""
    return folder() / "config"


def assets() -> Path:
    """Return the folder of fonts, icons, interface words, demo gates and starter pack."""
    return folder() / "assets"


def factory_pack() -> Path:
    """Return the built factory pack; made by the set-up, shipped inside the package."""
    root = folder()
    return root / ("build/factory" if root == _CHECKOUT else "factory")
