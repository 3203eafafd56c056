"""The keyboards made from the machine's own XKB data are those that ship."""

import make_keyboards
import pytest


@pytest.mark.parametrize("tag", sorted(make_keyboards.KEYBOARDS))
def test_keyboard_that_ships_is_the_one_made(tag: str) -> None:
    name, label = make_keyboards.KEYBOARDS[tag]
    made = make_keyboards.as_json(label, make_keyboards.pages_of(name))
    assert (make_keyboards.OUT / f"{tag}.json").read_text("utf-8") == made


def test_key_with_one_sign_writes_nothing_else() -> None:
    symbols = (
        "key <AE12> { [ 0x1000ecd\t] }; // key <AE01> { [ a, b ] };\n};\nkey <AD01> { [ a ] };"
    )
    assert make_keyboards.keys_of(symbols) == {"AE12": ("\u0ecd", "", "")}


@pytest.mark.parametrize(
    ("keysym", "sign"),
    [
        ("0x1000ed1", "1"),
        ("Thai_leksun", "0"),
        ("Thai_kokai", "ก"),
        ("0x100200d", ""),
        ("0x100200b", ""),
        ("voidsymbol", ""),
        ("VoidSymbol", ""),
        ("space", ""),
        ("0x10020ad", "₭"),
    ],
)
def test_keysym_becomes_a_western_digit_or_a_sign_that_is_seen(keysym: str, sign: str) -> None:
    assert make_keyboards._sign(keysym, {}) == sign
