"""Keys and a pointer from outside, by the X server's own test extension; and what the server has.

Nobody in the player's process takes part: what comes out of a keyboard at a gate comes this way.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

VIEWABLE: Final = 2
INPUT_OUTPUT: Final = 1
CLIENT_MESSAGE: Final = 33


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing")),
        *((name, ctypes.c_ulong) for name in ("planes", "pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_events", "your_events", "no_propagate")),
        ("override", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class _Cursor(ctypes.Structure):
    """The head of XFixesCursorImage of Xfixes.h."""

    _fields_ = (
        ("x", ctypes.c_short),
        ("y", ctypes.c_short),
        *((name, ctypes.c_ushort) for name in ("width", "height", "hot_x", "hot_y")),
        ("serial", ctypes.c_ulong),
        ("pixels", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Message(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, as large as the union of all events."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("longs", ctypes.c_long * 5),
        ("pad", ctypes.c_long * 12),
    )


@dataclass(frozen=True, slots=True)
class XWindow:
    """A top-level window that can be seen."""

    id: int
    place: tuple[int, int, int, int]


class Keypad:
    """Keyboard, keypad and mouse of a display."""

    def __init__(self, display: str) -> None:
        """Plug them in.

        Args:
            display: name, as in ``DISPLAY``.

        Raises:
            RuntimeError: it cannot be reached.
        """
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._fixes = ctypes.CDLL("libXfixes.so.3")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._fixes.XFixesGetCursorImage.restype = ctypes.POINTER(_Cursor)
        opened = self._x.XOpenDisplay(display.encode())
        if not opened:
            raise RuntimeError(f"no display {display}")
        self._display: Any = ctypes.c_void_p(opened)

    def close(self) -> None:
        """Unplug them."""
        self._x.XCloseDisplay(self._display)

    def key(self, *names: str) -> None:
        """Press keys together and let go: the last one first.

        Args:
            names: of X keysyms: "Alt_L", "F4".
        """
        codes = [self._code(name) for name in names]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XSync(self._display, 0)

    def point(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._x.XSync(self._display, 0)

    def click(self, button: int) -> None:
        """Click: 1 left, 2 middle, 3 right, 4 wheel up, 5 wheel down."""
        self._test.XTestFakeButtonEvent(self._display, button, 1, 0)
        self._test.XTestFakeButtonEvent(self._display, button, 0, 0)
        self._x.XSync(self._display, 0)

    def ask_to_close(self, window: XWindow) -> None:
        """Do what a window manager does on Alt+F4."""
        message = _Message(type=CLIENT_MESSAGE, window=window.id, format=32)
        message.message_type = self._x.XInternAtom(self._display, b"WM_PROTOCOLS", 0)
        message.longs[0] = self._x.XInternAtom(self._display, b"WM_DELETE_WINDOW", 0)
        self._x.XSendEvent(
            self._display, ctypes.c_ulong(window.id), 0, ctypes.c_long(0), ctypes.byref(message)
        )
        self._x.XSync(self._display, 0)

    def lay(self, window: XWindow, place: tuple[int, int, int, int]) -> None:
        """Move and resize a window, as a window manager does."""
        self._x.XMoveResizeWindow(self._display, ctypes.c_ulong(window.id), *place)
        self._x.XSync(self._display, 0)

    def windows(self) -> list[XWindow]:
        """Return the top-level windows that can be seen, the lowest first."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        found, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        top = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XQueryTree(
            self._display,
            top,
            ctypes.byref(root),
            ctypes.byref(parent),
            ctypes.byref(found),
            ctypes.byref(count),
        )
        return [each for each in map(self._window, found[: count.value]) if each is not None]

    def shows_cursor(self) -> bool:
        """Whether anything of a cursor is seen."""
        image = self._fixes.XFixesGetCursorImage(self._display)
        head = image.contents
        pixels = head.pixels[: head.width * head.height]
        self._x.XFree(image)
        return any(pixel & 0xFF000000 for pixel in pixels)

    def _window(self, id_: int) -> XWindow | None:
        is_known = _Attributes()
        self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(id_), ctypes.byref(is_known))
        if is_known.map_state != VIEWABLE or is_known.kind != INPUT_OUTPUT:
            return None
        place = (is_known.x, is_known.y, is_known.width, is_known.height)
        return XWindow(id_, place)

    def _code(self, name: str) -> int:
        symbol = ctypes.c_ulong(self._x.XStringToKeysym(name.encode()))
        code = self._x.XKeysymToKeycode(self._display, symbol) & 0xFF
        if not code:
            raise ValueError(f"no key {name}")
        return int(code)


@contextmanager
def keypad(display: str) -> Iterator[Keypad]:
    """Plug a keypad into a display, for as long as a ``with`` block lasts."""
    plugged = Keypad(display)
    try:
        yield plugged
    finally:
        plugged.close()
