"""The words of the built-in page: the one text that is code.

The page must appear when no file can be read, so its words cannot live in one. They promise
nothing but a human being, and stay true at every gate and hour. A zero-width space (U+200B) stands
where a line of Lao or Khmer may break.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Greeting:
    """One language of the page: ``tag`` decides the face, ``welcome`` is the headline."""

    tag: str
    welcome: str
    advice: str


GREETINGS: Final = (
    Greeting(
        tag="vi",
        welcome="Kính chào quý khách",
        advice="Cần trợ giúp, xin hỏi cán bộ cửa khẩu",
    ),
    Greeting(
        tag="en",
        welcome="Welcome",
        advice="For help, please ask a border gate officer",
    ),
    Greeting(
        tag="zh",
        welcome="欢迎您",
        advice="如需帮助，请询问口岸工作人员",
    ),
    Greeting(
        tag="lo",
        welcome="ຍິນດີ\u200bຕ້ອນຮັບ",
        advice="ຕ້ອງການ\u200bຄວາມຊ່ວຍເຫຼືອ ກະລຸນາ\u200bຖາມ\u200bເຈົ້າໜ້າທີ່\u200bດ່ານ\u200bຊາຍແດນ",
    ),
    Greeting(
        tag="km",
        welcome="សូម\u200bស្វាគមន៍",
        advice="បើ\u200bត្រូវការ\u200bជំនួយ សូម\u200bសួរ\u200bមន្ត្រី\u200bច្រកព្រំដែន",
    ),
)
"""Vietnamese first (Law on Advertising 2012, article 18), then the languages of the gates."""
