"""The only code that imports Qt: application, view models, pictures on the wall.

Importing this package makes three Python constants safe from the Qt binding (``immortal.py``),
so it comes before the first call into Qt of any process.
"""

from player.shell.immortal import keep_constants

keep_constants()
