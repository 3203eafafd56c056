"""How Chinese texts are typed by their sound."""

import pytest

from player.publish.pinyin import pronounce


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("护照与签证", "hu'zhao yu qian'zheng"),
        ("重庆的银行", "chong'qing de yin'hang"),
        ("绿色通道", "lv'se tong'dao"),
        ("SIM卡100元？", "sim ka 100 yuan"),
        ("\u202e海关\n", "hai'guan"),
        ("", ""),
    ],
)
def test_a_text_is_typed_word_by_word_without_tones(text: str, typed: str) -> None:
    assert pronounce(text, "zh") == typed
    assert pronounce(text, "zh-Hant") == typed


@pytest.mark.parametrize("language", ["vi", "en", "ja", "lo"])
def test_no_other_language_is_typed_so(language: str) -> None:
    assert pronounce("护照", language) == ""
