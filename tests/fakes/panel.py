"""A staff panel without a gate: templates made to measure, and a gate that obeys at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from player import resources
from player.config.officers import Role
from player.main.repertoire import read_phrases
from player.notices.board import Posted, board_of
from player.notices.life import expiry_ms
from player.pack.instants import from_ms
from player.pack.notice import Level, Notice
from player.stage.gate.obey import Obeyed, Setting, obey
from player.stage.local_facts import Refusal
from player.stage.panel.fields import spans_of
from player.stage.panel.forms import FieldKind, Forms, Occasion
from player.stage.panel.gate_view import FactOffer, GateView, LogEntry, Named, Standing
from player.stage.panel.machine_view import MachineView
from player.stage.panel.orders import Context, Stamp, act
from player.stage.panel.page import PanelPage
from player.stage.panel.rules import PanelSession, log_in, refused, taken, touched
from player.stage.panel.views import action_of
from player.stage.panel.writer import page_of
from player.stage.panel.writing import Writing
from player.stage.phrases import Phrases
from player.store.gate_orders import AnyOrder, GateDay
from tests.fakes.gate_orders import GRAVE

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING: Final = datetime(2026, 11, 27, 6, 50, tzinfo=ZONE)
OFFICER: Final = "Nguyễn Văn An"

LANGUAGES: Final = (
    Named("vi", "Tiếng Việt"),
    Named("en", "English"),
    Named("zh", "中文"),
    Named("lo", "ລາວ"),
    Named("km", "ខ្មែរ"),
)
LANES: Final = (
    ("lane-1", "Làn 1: khách du lịch"),
    ("lane-2", "Làn 2: xe hàng"),
    ("lane-3", "Làn 3: cư dân biên giới"),
)
HEADLINES: Final = {
    "vi": "Tạm dừng thông quan {what}",
    "en": "Clearance paused {what}",
    "zh": "暂停通关 {what}",
    "lo": "ຢຸດ\u200bການ\u200bຜ່ານ\u200bດ່ານ\u200bຊົ່ວຄາວ {what}",
    "km": "ផ្អាក\u200bការ\u200bឆ្លងកាត់\u200bជា\u200bបណ្តោះអាសន្ន {what}",
}


@dataclass(frozen=True)
class FakeField:
    """A field that refuses to be empty."""

    id: str
    kind: FieldKind
    label: str
    first: str = ""
    choices: Sequence[tuple[str, str]] = ()
    is_optional: bool = False

    def begin(self, now: datetime) -> str:
        """Return what stands in it at first."""
        if self.kind != "windows":
            return self.first
        return f"{now:%H:%M}-{now + timedelta(hours=1):%H:%M}"

    def refuse(self, value: str) -> str:
        """Return why it cannot be ``value``."""
        is_empty = not (spans_of(value) if self.kind == "windows" else value.strip())
        return "Xin điền ô này" if is_empty and not self.is_optional else ""


@dataclass(frozen=True)
class FakeTemplate:
    """A template that says its values."""

    id: str
    title: str
    icon: str
    level: Level
    fields: Sequence[FakeField] = ()
    is_free: bool = False

    def fill(self, values: Mapping[str, str], occasion: Occasion) -> Notice:
        """Return the notice."""
        if any(each.refuse(values.get(each.id, "")) for each in self.fields):
            raise ValueError(self.id)
        what = " ".join(value for value in values.values() if value)
        if self.is_free:
            texts = {tag: {"headline": "Thông báo", "description": what} for tag in HEADLINES}
        else:
            texts = {
                tag: {"headline": line.replace("{what}", what)[:160], "instruction": self.title}
                for tag, line in HEADLINES.items()
            }
        grave = GRAVE if self.level == "emergency" else {"level": self.level}
        for tag, text in texts.items():
            if self.is_free and tag != "vi":
                text["is_untranslated"] = True  # type: ignore[assignment]
        return Notice.model_validate(
            {
                **grave,
                "id": occasion.id,
                "sent": occasion.at,
                "status": occasion.status,
                "expires": occasion.at + timedelta(hours=2),
                "ordered_by": occasion.by,
                "template": self.id,
                "values": dict(values),
                "text": texts,
            }
        )


LANE: Final = FakeField("lane", "lane", "Làn nào", choices=LANES)
WINDOWS: Final = FakeField("windows", "windows", "Khi nào")
MINUTES: Final = FakeField(
    "minutes", "minutes", "Chờ bao lâu", "45", [(n, f"{n} phút") for n in ("30", "45", "60", "90")]
)
LEVEL: Final = FakeField("level", "level", "Cấp thiên tai", "3", [(n, n) for n in "12345"])
PLATE: Final = FakeField("plate", "plate", "Biển số")
REOPENS: Final = FakeField("time", "time", "Mở lại lúc", "09:00")
WHAT: Final = FakeField("text", "free", "Nội dung (tiếng Việt)")
SIDE: Final = FakeField(
    "side", "choice", "Lối ra", "left", [("left", "Bên trái"), ("right", "Bên phải")]
)

CLOCK: Final = FakeField(
    "zone",
    "zone",
    "Theo giờ nước nào",
    choices=[("Asia/Ho_Chi_Minh", "Hà Nội"), ("Asia/Shanghai", "Bắc Kinh")],
    is_optional=True,
)
WHERE: Final = FakeField(
    "where", "place", "Ở đâu", choices=[("hall", "Phòng chờ"), ("lane-1", "Làn 1")]
)

TEMPLATES: Final = (
    FakeTemplate("queue", "Xếp hàng lâu", "clock", "important", (MINUTES,)),
    FakeTemplate("lane-paused", "Tạm dừng làn", "stop", "urgent", (LANE, WINDOWS)),
    FakeTemplate("lane-moved", "Đổi làn, đổi quầy", "turn-on", "important", (LANE,)),
    FakeTemplate("closed-early", "Đóng sớm, mở muộn", "hours", "urgent", (REOPENS,)),
    FakeTemplate("system", "Hệ thống trục trặc, làm thủ công", "information", "important"),
    FakeTemplate("move-vehicle", "Mời di chuyển xe", "vehicle", "important", (PLATE,)),
    FakeTemplate("weather", "Lũ, sạt lở, tắc đường", "disaster", "urgent", (LEVEL, WINDOWS, CLOCK)),
    FakeTemplate("free", "Viết tự do", "complaint", "important", (WHAT,), is_free=True),
    FakeTemplate("doctor", "Cần bác sĩ", "first-aid", "urgent", (WHERE,)),
    FakeTemplate("evacuate", "Sơ tán", "exit", "emergency", (SIDE,)),
    FakeTemplate("fire", "Cháy", "fire", "emergency"),
    FakeTemplate("shelter", "Trú ẩn tại chỗ", "home", "emergency"),
    *(
        FakeTemplate(f"more-{n}", f"Mẫu thông báo của cửa khẩu số {n}", "information", "normal")
        for n in range(10)
    ),
)
FORMS: Final = Forms(TEMPLATES)

TILES: Final = (Named("crossing", "Qua cửa khẩu", "crossing"), Named("money", "Tiền, phí", "cash"))
TOPICS: Final = (
    Named("exit-steps", "Các bước xuất cảnh", "exit", "crossing"),
    Named("entry-steps", "Các bước nhập cảnh", "entry", "crossing"),
    Named("phrases", "Câu giao tiếp tại quầy", "complaint", "crossing"),
    Named("exchange", "Đổi tiền ở đâu", "exchange", "money"),
)
ITEMS: Final = tuple(
    Named(f"item-{n}", f"Trang chương trình số {n}", "landscape") for n in range(9)
)
FACTS: Final = (
    FactOffer(
        "gate-phone", "Điện thoại trực ban", value="0205 3861 234", as_of=MORNING, by=OFFICER
    ),
    FactOffer("rate", "Tỷ giá CNY", "number", least=3000, most=4500, unit="đồng"),
)


@cache
def staff_words() -> Phrases:
    """Return the words of the panel."""
    return read_phrases(resources.assets() / "staff")


def _weigh(id_: str, _value: str) -> Refusal | None:
    return None if id_ in {each.id for each in FACTS} else Refusal.UNKNOWN


@dataclass
class ObedientGate:
    """A gate that takes every order at once, and tells how it stands."""

    now: datetime = MORNING
    seconds: float = 0.0
    day: GateDay = field(default_factory=GateDay)
    orders: list[AnyOrder] = field(default_factory=list)
    log: tuple[LogEntry, ...] = ()
    refuses: str = ""
    number: int = 0
    machine: MachineView = field(default_factory=MachineView)

    def give(self, order: AnyOrder) -> str | None:
        """Take ``order``."""
        if self.refuses:
            return self.refuses
        setting = Setting(
            self.now,
            ZONE,
            frozenset(each.id for each in LANGUAGES),
            frozenset(each.id for each in ITEMS),
            frozenset(each.id for each in TOPICS),
            weigh=_weigh,
        )
        outcome = obey(self.day, order, setting)
        if not isinstance(outcome, Obeyed):
            return outcome.reason
        self.day = outcome.day
        self.orders.append(order)
        self.log = (LogEntry(order.at, f"{order.by}: {outcome.deed} {outcome.what}"), *self.log)
        return None

    def new_id(self) -> str:
        """Return an id that was never given before."""
        self.number += 1
        return f"order-{self.number}"

    def look(self) -> GateView:
        """Return how the gate stands."""
        board = board_of((Posted(each, is_local=True) for each in self.day.notices), ZONE)
        standing = tuple(
            Standing(each, each.text["vi"].headline, from_ms(expiry_ms(each, ZONE)), is_local=True)
            for each in board.notices
        )
        facts = tuple(
            replace(each, value=said.value, as_of=said.at, by=said.by)
            if (said := self.day.facts.get(each.id))
            else each
            for each in FACTS
        )
        return GateView(
            self.now,
            ZONE,
            day=self.day,
            languages=LANGUAGES,
            stage=ITEMS[2],
            items=ITEMS,
            tiles=TILES,
            topics=TOPICS,
            lanes=tuple(Named(*each) for each in LANES),
            standing=standing,
            facts=facts,
            log=self.log,
            neighbour="Bắc Kinh",
            ahead_min=60,
            machine=self.machine,
        )


@dataclass
class Hand:
    """An officer's hand: touches one control after another and counts, without a screen."""

    gate: ObedientGate = field(default_factory=ObedientGate)
    role: Role = "staff"
    touches: int = 0
    session: PanelSession | None = None

    def __post_init__(self) -> None:
        self.session = log_in(OFFICER, self.role, self.gate.seconds)

    @property
    def context(self) -> Context:
        """What is acted upon."""
        return Context(self.gate.look(), FORMS, Stamp(self.gate.new_id(), self.gate.now))

    @property
    def page(self) -> PanelPage:
        """What is seen."""
        assert self.session is not None
        return page_of(Writing(staff_words(), "vi", self.gate.look()), self.session, self.context)

    def offered(self) -> set[str]:
        """Return the actions of all controls of the page, on whatever sheet; and of the bar."""
        page = self.page
        lines = {action for line in page.lines for action in line.actions}
        cards = {each.action for each in (*page.buttons, *page.tools)}
        return {*lines, *cards, "back", "menu", "leave", "emergency"}

    def touch(self, *actions: str) -> None:
        """Touch controls that are there."""
        for action in actions:
            assert action in self.offered(), f"no {action} among {sorted(self.offered())}"
            self.do(action)
            self.touches += 1

    def dial(self, digits: str) -> None:
        """Type on the pad: a typed field, and no touches."""
        for digit in digits:
            assert f"digit:{digit}" in self.offered()
            self.do(f"digit:{digit}")

    def write(self, text: str) -> None:
        """Type on the keyboard."""
        assert self.session is not None
        assert self.session.view.place == "typing"
        self.session = replace(self.session, typed=text)

    def do(self, name: str) -> None:
        """Act, and give what is ordered."""
        assert self.session is not None
        action = action_of(name)
        assert action is not None, name
        before = touched(self.session, self.gate.seconds)
        outcome = act(before, action, self.context)
        self.session = outcome.session
        if self.session is None:
            return
        if outcome.fault:
            self.session = refused(self.session, outcome.fault)
        elif outcome.order is not None:
            why = self.gate.give(outcome.order)
            self.session = refused(before, why) if why else taken(self.session, "taken")

    @property
    def place(self) -> str:
        """Which page is seen, "": nobody is logged in."""
        return self.session.view.place if self.session else ""
