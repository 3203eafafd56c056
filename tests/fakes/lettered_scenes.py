"""A table, a claim with its fact and a bilingual page, in five languages."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from player.pack.table import Alignment
from player.stage.scene import (
    BilingualScene,
    CellWords,
    ClaimScene,
    PictureRef,
    TableColumn,
    TableScene,
)
from tests.fakes.scenes import GREETINGS, WISHES, marked, words

Said = Mapping[str, str]
LetteredScene = TableScene | ClaimScene | BilingualScene

_NO_PICTURE: Final = PictureRef(Path("/nowhere.png"), 16, 9)
_FEES: Final[Said] = {
    "vi": "Phí và lệ phí",
    "zh": "收费标准",
    "en": "Fees and charges",
    "lo": "ຄ່າທຳນຽມ",
    "km": "ថ្លៃ|សេវា",
}
_NOTE: Final[Said] = {
    "vi": "Xin giữ biên lai cho đến khi rời cửa khẩu.",
    "zh": "离开口岸前请保留收据。",
    "en": "Please keep your receipt until you leave the gate.",
    "lo": "ກະລຸນາ|ຮັກສາ|ໃບຮັບເງິນ|ໄວ້|ຈົນກວ່າ|ທ່ານ|ຈະ|ອອກຈາກ|ດ່ານ.",
    "km": "សូម|រក្សា|បង្កាន់ដៃ|រហូត|ដល់|អ្នក|ចាកចេញ|ពី|ច្រក|ទ្វារ។",
}
_HEADINGS: Final[tuple[tuple[Said, Alignment], ...]] = (
    (
        {"vi": "Dịch vụ", "zh": "项目", "en": "Service", "lo": "ບໍລິການ", "km": "សេវា"},
        "start",
    ),
    (
        {
            "vi": "Thời hạn",
            "zh": "有效期",
            "en": "Validity",
            "lo": "ໄລຍະ|ເວລາ",
            "km": "រយៈ|ពេល",
        },
        "center",
    ),
    (
        {"vi": "Mức thu", "zh": "金额", "en": "Fee", "lo": "ອັດຕາ", "km": "តម្លៃ"},
        "end",
    ),
)
_SERVICES: Final[tuple[Said, ...]] = (
    {
        "vi": "Thị thực điện tử, một lần nhập cảnh",
        "zh": "电子签证，一次入境",
        "en": "E-visa, single entry",
        "lo": "ວີຊາ|ເອເລັກໂຕຣນິກ ເຂົ້າ|ເມືອງ|ເທື່ອ|ດຽວ",
        "km": "ទិដ្ឋាការ|អេឡិចត្រូនិក ចូល|ម្តង",
    },
    {
        "vi": "Gia hạn giấy thông hành",
        "zh": "边境通行证延期",
        "en": "Border pass extension",
        "lo": "ຕໍ່|ອາຍຸ|ໃບ|ຜ່ານ|ແດນ",
        "km": "បន្ត|សុពលភាព|ប័ណ្ណ|ឆ្លងដែន",
    },
    {
        "vi": "Kiểm dịch hàng thực vật, mỗi lô",
        "zh": "植物检疫，每批",
        "en": "Plant quarantine, each lot",
        "lo": "ກັກກັນ|ພືດ ແຕ່|ລະ|ຊຸດ",
        "km": "ចត្តាឡីស័ក|រុក្ខជាតិ ក្នុង|មួយ|ឡូតិ៍",
    },
    {
        "vi": "Gửi xe tải qua đêm",
        "zh": "货车过夜停放",
        "en": "Overnight lorry parking",
        "lo": "ຝາກ|ລົດ|ບັນທຸກ|ຄ້າງ|ຄືນ",
        "km": "ចត|រថយន្ត|ដឹក|ទំនិញ|ពេល|យប់",
    },
)
_DAYS: Final[Said] = {"vi": "ngày", "zh": "天", "en": "days", "lo": "ມື້", "km": "ថ្ងៃ"}
_SUMS: Final = (("90", 650_000), ("30", 75_000), ("7", 1_250_000), ("1", 40_000))
_CLAIM: Final[Said] = {
    "vi": "“Mang thuốc lá điện tử để dùng riêng thì không sao.”",
    "zh": "“自用的电子烟可以带入境。”",
    "en": "“You may bring an e-cigarette if it is for your own use.”",
    "lo": "“ເອົາ|ຢາສູບ|ໄຟຟ້າ|ມາ|ໃຊ້|ເອງ|ກໍ່|ບໍ່|ເປັນ|ຫຍັງ.”",
    "km": "“យក|បារី|អេឡិចត្រូនិក|សម្រាប់|ប្រើ|ខ្លួន|ឯង|មិន|អី|ទេ។”",
}
_FACT: Final[Said] = {
    "vi": "Từ ngày 1/1/2025, Việt Nam cấm mua bán, nhập khẩu, tàng trữ, vận chuyển và sử dụng "
    "thuốc lá điện tử, thuốc lá nung nóng, kể cả mang theo người.",
    "zh": "自2025年1月1日起，越南禁止买卖、进口、储存、运输和使用电子烟及加热烟草，包括随身携带。",
    "en": "Since 1 January 2025 Viet Nam has banned trading, importing, storing, carrying and "
    "using e-cigarettes and heated tobacco, also for your own use.",
    "lo": "ຕັ້ງແຕ່|ວັນທີ 1/1/2025 ຫວຽດນາມ|ຫ້າມ|ຊື້|ຂາຍ, ນຳ|ເຂົ້າ, ເກັບ|ຮັກສາ, ຂົນສົ່ງ ແລະ ນຳໃຊ້|"
    "ຢາສູບ|ໄຟຟ້າ ແລະ ຢາສູບ|ແບບ|ໃຫ້|ຄວາມຮ້ອນ.",
    "km": "ចាប់|ពី|ថ្ងៃ|ទី 1/1/2025 វៀតណាម|ហាម|ទិញ|លក់ នាំ|ចូល រក្សា|ទុក ដឹក|ជញ្ជូន និង|ប្រើ|ប្រាស់|"
    "បារី|អេឡិចត្រូនិក និង|បារី|កម្តៅ។",
}
_FALSE: Final[Said] = {
    "vi": "SAI SỰ THẬT",
    "zh": "不实信息",
    "en": "FALSE",
    "lo": "ຂໍ້ມູນ|ບໍ່|ຈິງ",
    "km": "ព័ត៌មាន|មិន|ពិត",
}
_TRUE: Final[Said] = {
    "vi": "SỰ THẬT",
    "zh": "事实",
    "en": "FACT",
    "lo": "ຄວາມຈິງ",
    "km": "ការពិត",
}


def table(language: str, times: int = 1) -> TableScene:
    """Return a table of fees, its rows ``times`` over."""
    said = words(language, _FEES, _NOTE)
    rows = tuple(
        (
            CellWords(marked(service[language]), language),
            CellWords(marked(f"{days} {_DAYS[language]}"), language),
            CellWords(f"{amount:,}\u00a0₫", language),
        )
        for service, (days, amount) in zip(_SERVICES, _SUMS, strict=True)
    )
    columns = tuple(
        TableColumn(CellWords(marked(heading[language]), language), align)
        for heading, align in _HEADINGS
    )
    return TableScene("fees", replace(said, body="", caption=said.body), columns, rows * times)


def claim(language: str, times: int = 1) -> ClaimScene:
    """Return a claim whose fact is told ``times`` over."""
    said = words(language, _FEES, _FACT)
    return ClaimScene(
        "no-vape",
        replace(said, title="", body=" ".join([said.body] * times), marks=()),
        marked(_CLAIM[language]),
        marked(_FALSE[language]),
        marked(_TRUE[language]),
    )


def bilingual(language: str, picture: PictureRef = _NO_PICTURE, times: int = 1) -> BilingualScene:
    """Return a greeting in Vietnamese over ``language``; in Vietnamese, over Chinese."""
    below = "zh" if language == "vi" else language
    first, foreign = (words(tag, GREETINGS, WISHES) for tag in ("vi", below))
    name = f"{first.language_name} · {foreign.language_name}"
    first = replace(first, language_name=name, body=" ".join([first.body] * times))
    foreign = replace(foreign, body=" ".join([foreign.body] * times))
    return BilingualScene("welcome", first, foreign, picture)


def lettered_scenes(language: str, picture: PictureRef, times: int = 1) -> dict[str, LetteredScene]:
    """Return one scene of each of these kinds, its text ``times`` as long."""
    return {
        "table": table(language, times),
        "claim": claim(language, times),
        "bilingual": bilingual(language, picture, times),
    }
