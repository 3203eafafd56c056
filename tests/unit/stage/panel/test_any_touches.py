"""Whatever is touched in whatever order: nothing raises, and nothing half made gets out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from player.config.officers import Role
from player.store.gate_orders import PostOrder
from tests.fakes.panel import FORMS, Hand

ROLES: st.SearchStrategy[Role] = st.sampled_from(("staff", "duty-officer", "technician"))
NAMES = (
    "language:xx", "only:maybe", "minutes:7", "minutes:x", "speak:xx", "topic:gone", "item:gone",
    "template:gone", "template:evacuate", "edit:lane:~gone", "edit:windows:9f+15",
    "edit:windows:drop7", "edit:minutes:+5", "edit:gone:=1", "pad:window/windows/x",
    "pad:window/gone/0", "type:field/gone", "digit:12", "digit:x", "cancel:gone", "revise:gone",
    "alarm:queue", "drill:gone", "unsay:gone", "tile:gone", "post", "done", "preview", "pad:fact/x",
)  # fmt: skip
"""What no control names, or not on this page."""


@settings(max_examples=150, deadline=None)
@given(ROLES, st.lists(st.tuples(st.integers(0, 999), st.sampled_from(NAMES)), max_size=25))
def test_any_touches(role: Role, touches: list[tuple[int, str]]) -> None:
    hand = Hand(role=role)
    for number, stray in touches:
        if hand.session is None:
            break
        offered = sorted(hand.offered() - {"leave"})
        hand.do(offered[number % len(offered)] if number % 4 else stray)
        if hand.session is not None:
            assert hand.page.title or hand.place in {"typing", "pad"}
    for order in hand.gate.orders:
        if isinstance(order, PostOrder) and order.notice.message != "cancel":
            template = FORMS.find(order.notice.template)
            assert template is not None
            assert not any(each.refuse(order.notice.values[each.id]) for each in template.fields)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789,", max_size=14))
def test_any_digits(digits: str) -> None:
    hand = Hand()
    hand.touch("notice", "template:lane-paused", "pad:window/windows/0")
    for digit in digits:
        hand.do(f"digit:{digit}")
    assert hand.session is not None
    assert hand.session.draft is not None
    assert "-" in hand.session.draft.values["windows"]
