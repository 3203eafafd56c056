"""The configuration of one screen: where it hangs, who looks at it, what it may show."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic import Tag as Branch
from pydantic_core import PydanticCustomError

from player.config.fingerprint import PATTERN as FINGERPRINT_PATTERN
from player.config.naming import (
    LONGEST_IDENTIFIER,
    TAG_PATTERN,
    Identifier,
    Tag,
    check_time_zone,
    closest,
)
from player.config.report import Report
from player.config.section import Section

Role = Literal["hall-tv", "kiosk", "led-strip", "counter", "mobile"]
TOUCHED: Final = frozenset({"kiosk"})
"""Roles of screens that travellers touch; before a counter an officer stands."""

Orientation = Literal["landscape", "portrait", "landscape-flipped", "portrait-flipped"]

ExitDirection = Literal[
    "none", "left", "right", "up", "down", "up-left", "up-right", "down-left", "down-right"
]
"""Where the way out lies for someone who faces the screen, as arrows on signs point: up is straight
on. ``none``: nobody has said, and no arrow is drawn, for a wrong one is worse."""
_NAMED_KEYS: Final = "Home End PageUp PageDown Insert Delete Tab Menu Help".split()  # noqa: SIM905  (one line of nine)
KEYS: Final = (*"0123456789*/+-.", *(f"F{n}" for n in range(1, 13)), *_NAMED_KEYS)
"""Keys that may mean something of their own; arrows, OK and Back do already."""

_HOUR: Final = "([01][0-9]|2[0-3]):[0-5][0-9]"
_Path = Annotated[str, StringConstraints(pattern=r"^(|/[^\x00-\x1f]*)$", max_length=2000)]

COUNTRIES: Final = {"vn": "vi", "cn": "zh", "la": "lo", "kh": "km"}
"""Country codes of Viet Nam and its neighbours -> the language meant. Three are no
language and ``la`` is Latin: a screen told so would fall back without a word."""

DENSITY: Final = (0.05, 40.0)
"""Pixels per millimetre a panel can have: from a 20 mm LED wall to finer than any telephone.
Outside it, a width was written in centimetres or inches."""

PAUSE_KEY: Final = "pause"
LANGUAGE_KEY: Final = "language:"
"""What a key may order; after the colon stands a language."""

FEWEST_KEYS: Final = 3
"""Fewer are pressed by accident, or by a child."""

OFFICERS: Final = Path("/etc/gate-player/officers.toml")

FARTHEST: Final = 25
"""Picture widths from which a screen can still be read: text as tall as the distance asks for
(D/200, about 0.77 of its height per letter) then leaves ten letters to a line."""


MOST_PIXELS: Final = 16_384
"""Of a side of a picture."""


class PixelSize(Section):
    """Pixels of the panel as hung (a portrait screen is taller than wide)."""

    width: int = Field(ge=160, le=MOST_PIXELS)
    height: int = Field(ge=96, le=MOST_PIXELS)


def _size_branch(value: object) -> str:
    return "pixels" if isinstance(value, dict | PixelSize) else "as-found"


Size = Annotated[
    Annotated[PixelSize, Branch("pixels")] | Annotated[Literal["as-found"], Branch("as-found")],
    Discriminator(_size_branch),
]


class Display(Section):
    """The panel and how it hangs.

    Attributes:
        size: pixels, or ``as-found``: whatever the display reports.
        orientation: how the panel hangs; the picture is turned where the display server
            does not turn it already.
        overscan_percent: share of each edge a television hides.
        width_mm: true width of the lit picture as hung; displays lie about it.
        viewing_distance_mm: from where most people read.
        mounting_height_mm: floor to the picture's lower edge.
    """

    size: Size = "as-found"
    orientation: Orientation = Field(default="landscape", validate_default=True)
    overscan_percent: float = Field(default=0, ge=0, le=10)
    width_mm: int = Field(ge=50, le=30_000)
    viewing_distance_mm: int = Field(ge=300, le=60_000)
    mounting_height_mm: int = Field(default=1000, ge=0, le=20_000)

    @field_validator("orientation")
    @classmethod
    def _lies_as_its_size(cls, orientation: str, info: ValidationInfo) -> str:
        size = info.data.get("size")
        if isinstance(size, PixelSize) and size.width != size.height:
            lies = "landscape" if size.width > size.height else "portrait"
            if not orientation.startswith(lies):
                raise PydanticCustomError(
                    "turned", "", {"width": size.width, "height": size.height, "meant": lies}
                )
        return orientation

    @field_validator("width_mm")
    @classmethod
    def _density_exists(cls, width_mm: int, info: ValidationInfo) -> int:
        size = info.data.get("size")
        if isinstance(size, PixelSize) and not (DENSITY[0] <= size.width / width_mm <= DENSITY[1]):
            raise PydanticCustomError(
                "density",
                "",
                {"width": size.width, "least": DENSITY[0], "most": DENSITY[1]},
            )
        return width_mm

    @field_validator("viewing_distance_mm")
    @classmethod
    def _can_be_read_from_there(cls, distance_mm: int, info: ValidationInfo) -> int:
        width_mm = info.data.get("width_mm")
        if width_mm and distance_mm > width_mm * FARTHEST:
            raise PydanticCustomError("too_far", "", {"farthest": width_mm * FARTHEST})
        return distance_mm


class Sound(Section):
    """What is heard of this screen.

    Attributes:
        policy: whether clips and recordings are heard: never (``muted``) or at ``volume_percent``.
        volume_percent: of clips and recordings.
        alarm: whether the chime of an emergency page is: never, or when whoever gives the order
            asks for it; ``policy`` does not count then.
        alarm_percent: volume of that chime.
    """

    policy: Literal["muted", "clips"] = "muted"
    volume_percent: int = Field(default=60, ge=0, le=100)
    alarm: Literal["never", "on-order"] = "never"
    alarm_percent: int = Field(default=70, ge=0, le=100)

    @property
    def volume(self) -> int | None:
        """0 to 100; None: nothing is ever played."""
        return None if self.policy == "muted" else self.volume_percent

    @property
    def alarm_volume(self) -> int | None:
        """0 to 100; None: an emergency page is never heard."""
        return None if self.alarm == "never" else self.alarm_percent


class ContentSource(Section):
    """Where packs come from: a URL or folder, fetched by its own process.

    Attributes:
        source: ``http``, ``https`` or ``file`` address, or an absolute folder; empty: this
            screen only plays what its home already holds.
        pack: ``province/gate/channel``; empty: the pack that the home already holds.
        trust: absolute path of the root metadata that this screen believes; empty: ``root.json``
            in the home.
        fingerprint: of that file, in digits (``fingerprint``); empty: any. The agent works by no
            other root then.
        agent: ``child``: the player starts the fetching process itself (development only);
            ``none``: the service manager runs it.
        poll_s: seconds between two looks at the source.
        download_hours: local hours for large files, ``22:00-05:00``; none: at any time.
        max_kbit_s: cap on large files; 0: none.
        proxy: address of a proxy; empty: none.
        ca_file: absolute path of certificates of authorities; empty: the usual ones.
        sticks: folder below which sticks are mounted; empty: sticks are not looked at.
    """

    source: Annotated[
        str,
        StringConstraints(pattern=r"^(|/[^\x00-\x1f]*|(https?|file)://[!-~]+)$", max_length=2000),
    ] = ""
    pack: Annotated[
        str, StringConstraints(pattern=r"^(|[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+)$", max_length=128)
    ] = ""
    trust: _Path = ""
    fingerprint: Annotated[str, StringConstraints(pattern=FINGERPRINT_PATTERN)] = ""
    agent: Literal["none", "child"] = "none"
    poll_s: int = Field(default=30, ge=5, le=3600)
    download_hours: tuple[Annotated[str, StringConstraints(pattern=rf"^{_HOUR}-{_HOUR}$")], ...] = (
        Field(default=(), max_length=8, strict=False)
    )
    max_kbit_s: int = Field(default=0, ge=0, le=10_000_000)
    proxy: Annotated[str, StringConstraints(pattern=r"^(|https?://[!-~]+)$", max_length=2000)] = ""
    ca_file: _Path = ""
    sticks: _Path = "/media"


WhenClosed = Literal["play", "blank", "closed-page"]
_Command = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]+$", max_length=500)], ...],
    Field(max_length=32, strict=False),
]


class Power(Section):
    """The picture while the gate is closed, and how the panel is switched.

    Attributes:
        closed: ``play`` all the same; ``blank``: no picture; ``closed-page``: a page that says
            when the gate opens.
        before_opening_min: minutes before the first lane opens that the picture is back.
        after_closing_min: minutes that it stays after the last lane has closed.
        dpms: whether the display is sent to sleep while there is no picture, where it can be.
        on_command: program and arguments that switch the panel on (CEC, RS-232); none: nothing.
        off_command: that switch it off; only together with the other.
    """

    closed: WhenClosed = "play"
    before_opening_min: int = Field(default=30, ge=0, le=240)
    after_closing_min: int = Field(default=30, ge=0, le=240)
    dpms: bool = True
    on_command: _Command = ()
    off_command: _Command = ()

    @field_validator("on_command", "off_command")
    @classmethod
    def _program_is_a_whole_path(cls, command: tuple[str, ...]) -> tuple[str, ...]:
        # Never looked for: whoever may write into a folder of PATH would be run by the player.
        if command and not command[0].startswith("/"):
            raise PydanticCustomError("not_absolute", "")
        return command

    @field_validator("off_command")
    @classmethod
    def _is_switched_on_again(
        cls, command: tuple[str, ...], info: ValidationInfo
    ) -> tuple[str, ...]:
        if command and info.data.get("on_command") == ():
            raise PydanticCustomError("one_way", "")
        return command


def _not_a_country(tag: str) -> str:
    if tag in COUNTRIES:
        raise PydanticCustomError("country", "", {"name": tag, "meant": COUNTRIES[tag]})
    return tag


def _is_key(name: str) -> str:
    if name not in KEYS:
        raise PydanticCustomError("key", "", {"name": name, "meant": closest(name, KEYS, 0.5)})
    return name


def _is_no_country(order: str) -> str:
    _not_a_country(order.removeprefix(LANGUAGE_KEY))
    return order


KeyName = Annotated[str, AfterValidator(_is_key)]
KeyOrder = Annotated[
    str,
    StringConstraints(pattern=rf"^({PAUSE_KEY}|{LANGUAGE_KEY}{TAG_PATTERN[1:-1]})$", max_length=50),
    AfterValidator(_is_no_country),
]


class Panel(Section):
    """How staff call the PIN pad: nothing on the screen shows it.

    Attributes:
        corner: of the picture, where a finger is held; ``none``: nowhere.
        hold_s: how long.
        keys: of a keypad, pressed one after another; none: no keypad calls it.
    """

    corner: Literal["none", "top-left", "top-right", "bottom-left", "bottom-right"] = "top-left"
    hold_s: float = Field(default=3, ge=1, le=15)
    keys: tuple[KeyName, ...] = Field(default=("*", "*", "*"), max_length=8, strict=False)

    @field_validator("keys")
    @classmethod
    def _are_no_accident(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        if 0 < len(keys) < FEWEST_KEYS:
            raise PydanticCustomError("few_keys", "", {"fewest": FEWEST_KEYS})
        return keys


class Keypad(Section):
    """What keys of a keypad or a box of push-buttons order.

    Attributes:
        needs_pin: only while an officer is in; False: whoever reaches the keys may.
        keys: name of a key -> ``pause`` or ``language:TAG``.
    """

    needs_pin: bool = True
    keys: Mapping[KeyName, KeyOrder] = Field(default_factory=dict, max_length=len(KEYS))


class Screen(Section):
    """One screen at one gate.

    Attributes:
        id: label of this device, unique in the country.
        gate: id of the gate it hangs at.
        audience: tags of the people before it; empty: everyone.
        languages: enabled ones in their order; empty: as the pack says.
        time_zone: of the place it hangs at.
        place: id of the place on the gate's plan where it hangs; empty: nobody has said.
        exit_direction: where the arrow of an emergency page points.
        home: folder of packs and state, absolute.
        officers: file of those whose PINs open the staff panel (``officers``), absolute.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    gate: Identifier
    role: Role
    audience: tuple[Identifier, ...] = Field(default=(), max_length=40, strict=False)
    languages: tuple[Annotated[Tag, AfterValidator(_not_a_country)], ...] = Field(
        default=(), max_length=40, strict=False
    )
    time_zone: str = "Asia/Ho_Chi_Minh"
    place: Annotated[
        str,
        StringConstraints(pattern=r"^(|[a-z0-9]+(-[a-z0-9]+)*)$", max_length=LONGEST_IDENTIFIER),
    ] = ""
    exit_direction: ExitDirection = "none"
    home: Path = Field(default=Path("/var/lib/gate-player"), strict=False)
    officers: Path = Field(default=OFFICERS, strict=False)
    display: Display
    sound: Sound = Sound()
    content: ContentSource = ContentSource()
    panel: Panel = Panel()
    keypad: Keypad = Keypad()
    power: Power = Power()
    report: Report = Report()

    _zone_exists = field_validator("time_zone")(check_time_zone)

    @property
    def is_touched(self) -> bool:
        """Whether travellers touch it."""
        return self.role in TOUCHED

    @field_validator("audience", "languages")
    @classmethod
    def _none_is_repeated(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        # Language tags differ by more than capitals.
        seen: set[str] = set()
        for name in names:
            if name.casefold() in seen:
                raise PydanticCustomError("repeated", "", {"name": name})
            seen.add(name.casefold())
        return names

    @field_validator("home", "officers")
    @classmethod
    def _is_a_whole_path(cls, path: Path) -> Path:
        if not path.is_absolute() or not str(path).isprintable():
            raise PydanticCustomError("not_absolute", "")
        return path

    @field_validator("keypad")
    @classmethod
    def _no_key_means_two_things(cls, keypad: Keypad, info: ValidationInfo) -> Keypad:
        panel = info.data.get("panel")
        for name in keypad.keys:
            if panel is not None and name in panel.keys:
                raise PydanticCustomError("key_taken", "", {"name": name})
        return keypad
