"""Prints what OpenGL calls itself here; a process of its own, because drivers hang and crash.

Run as ``python -m player.shell.probe``; exits 1 when there is no OpenGL.
"""

import sys
from typing import Final

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

GL_RENDERER: Final = 0x1F01


def renderer() -> str | None:
    """Return the driver's name for what draws; None when no context can be made."""
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not context.create() or not context.makeCurrent(surface):
        return None
    name = context.functions().glGetString(GL_RENDERER)
    context.doneCurrent()
    return str(name) if name else None


def main() -> int:
    """Print the name; 0, or 1 when there is none."""
    application = QGuiApplication(sys.argv)
    name = renderer()
    application.shutdown()
    sys.stdout.write(f"{name or ''}\n")
    return 0 if name else 1


if __name__ == "__main__":
    sys.exit(main())
