"""What an emergency page says by itself: code, for it must stand when no file can be read.

The same words are in ``assets/strings``, where further languages are added; a test compares the
two. A zero-width space (U+200B) stands where a line of Lao or Khmer may break.
"""

# ruff: noqa: E501  (an entry is a line, as in the files these are compared with)

from collections.abc import Mapping
from typing import Final

from player.stage.alarm.call import AlarmKind, AlarmText
from player.stage.phrases import Phrases

BUILT_IN: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "language_name": "Tiếng Việt",
        "fallback": "Hiển thị bằng {language}",
        "alarm_act": "HÀNH ĐỘNG NGAY",
        "alarm_prepare": "CHUẨN BỊ SẴN SÀNG",
        "alarm_safe": "AN TOÀN",
        "alarm_exercise": "DIỄN TẬP",
        "alarm_test": "THỬ HỆ THỐNG",
        "alarm_evacuate": "Sơ tán ngay",
        "alarm_evacuate_body": "Ra lối thoát gần nhất.\nKhông quay lại lấy đồ.",
        "alarm_fire": "Có cháy, ra ngoài ngay",
        "alarm_fire_body": "Không dùng thang máy.\nCúi thấp nếu có khói.",
        "alarm_shelter": "Trú ẩn tại chỗ",
        "alarm_shelter_body": "Ở trong nhà.\nTránh xa cửa sổ.",
        "alarm_danger": "Nguy hiểm",
        "alarm_danger_body": "Tránh xa khu vực này.\nLàm theo hướng dẫn của cán bộ.",
        "alarm_all_clear": "Đã hết nguy hiểm",
        "alarm_all_clear_body": "Xin cảm ơn.\nMời tiếp tục theo hướng dẫn của cán bộ.",
        "alarm_issued": "Phát lúc {time}",
        "alarm_level": "Cấp độ rủi ro thiên tai {number}: {word}",
        "alarm_level_1": "thấp",
        "alarm_level_2": "trung bình",
        "alarm_level_3": "lớn",
        "alarm_level_4": "rất lớn",
        "alarm_level_5": "thảm họa",
    },
    "en": {
        "language_name": "English",
        "fallback": "Shown in {language}",
        "alarm_act": "ACT NOW",
        "alarm_prepare": "BE READY",
        "alarm_safe": "SAFE",
        "alarm_exercise": "EXERCISE",
        "alarm_test": "SYSTEM TEST",
        "alarm_evacuate": "Evacuate now",
        "alarm_evacuate_body": "Leave by the nearest exit.\nLeave belongings behind.",
        "alarm_fire": "Fire, get out now",
        "alarm_fire_body": "Do not use lifts.\nStay low in smoke.",
        "alarm_shelter": "Shelter in place",
        "alarm_shelter_body": "Stay indoors.\nKeep away from windows.",
        "alarm_danger": "Danger",
        "alarm_danger_body": "Keep away from this area.\nFollow the officers.",
        "alarm_all_clear": "All clear",
        "alarm_all_clear_body": "Thank you.\nPlease follow the officers.",
        "alarm_issued": "Issued {time}",
        "alarm_level": "Disaster risk level {number}: {word}",
        "alarm_level_1": "low",
        "alarm_level_2": "moderate",
        "alarm_level_3": "high",
        "alarm_level_4": "very high",
        "alarm_level_5": "catastrophic",
    },
    "zh": {
        "language_name": "中文",
        "fallback": "以{language}显示",
        "alarm_act": "立即行动",
        "alarm_prepare": "做好准备",
        "alarm_safe": "安全",
        "alarm_exercise": "演习",
        "alarm_test": "系统测试",
        "alarm_evacuate": "立即疏散",
        "alarm_evacuate_body": "从最近的出口离开。\n不要返回取物。",
        "alarm_fire": "发生火灾，立即撤离",
        "alarm_fire_body": "不要乘坐电梯。\n有烟时弯腰低行。",
        "alarm_shelter": "就地避险",
        "alarm_shelter_body": "留在室内。\n远离窗户。",
        "alarm_danger": "危险",
        "alarm_danger_body": "请远离此区域。\n听从工作人员指挥。",
        "alarm_all_clear": "警报解除",
        "alarm_all_clear_body": "谢谢配合。\n请按工作人员的指引继续。",
        "alarm_issued": "{time} 发布",
        "alarm_level": "灾害风险等级 {number}：{word}",
        "alarm_level_1": "低",
        "alarm_level_2": "中",
        "alarm_level_3": "高",
        "alarm_level_4": "很高",
        "alarm_level_5": "灾难性",
    },
    "lo": {
        "language_name": "ລາວ",
        "fallback": "ສະແດງ\u200bເປັນ {language}",
        "alarm_act": "ປະຕິບັດ\u200bທັນທີ",
        "alarm_prepare": "ກຽມພ້ອມ",
        "alarm_safe": "ປອດໄພ",
        "alarm_exercise": "ການຝຶກ\u200bຊ້ອມ",
        "alarm_test": "ທົດສອບ\u200bລະບົບ",
        "alarm_evacuate": "ອົບພະຍົບ\u200bດຽວນີ້",
        "alarm_evacuate_body": "ອອກ\u200bທາງອອກ\u200bທີ່\u200bໃກ້\u200bທີ່ສຸດ.\nຢ່າ\u200bກັບໄປ\u200bເອົາ\u200bສິ່ງຂອງ.",
        "alarm_fire": "ໄຟໄໝ້ ອອກໄປ\u200bດຽວນີ້",
        "alarm_fire_body": "ຢ່າ\u200bໃຊ້\u200bລິຟ.\nຖ້າ\u200bມີ\u200bຄວັນ\u200bໃຫ້\u200bກົ້ມ\u200bຕ່ຳ.",
        "alarm_shelter": "ຫຼົບ\u200bໄພ\u200bຢູ່\u200bກັບ\u200bທີ່",
        "alarm_shelter_body": "ຢູ່ໃນ\u200bອາຄານ.\nຢູ່\u200bຫ່າງຈາກ\u200bປ່ອງຢ້ຽມ.",
        "alarm_danger": "ອັນຕະລາຍ",
        "alarm_danger_body": "ຢູ່\u200bຫ່າງຈາກ\u200bເຂດ\u200bນີ້.\nເຮັດຕາມ\u200bເຈົ້າໜ້າທີ່.",
        "alarm_all_clear": "ພົ້ນ\u200bອັນຕະລາຍ\u200bແລ້ວ",
        "alarm_all_clear_body": "ຂອບໃຈ.\nກະລຸນາ\u200bສືບຕໍ່\u200bຕາມ\u200bຄຳແນະນຳ\u200bຂອງ\u200bເຈົ້າໜ້າທີ່.",
        "alarm_issued": "ແຈ້ງ\u200bເວລາ {time}",
        "alarm_level": "ລະດັບ\u200bຄວາມສ່ຽງ\u200bໄພພິບັດ {number}: {word}",
        "alarm_level_1": "ຕ່ຳ",
        "alarm_level_2": "ປານກາງ",
        "alarm_level_3": "ສູງ",
        "alarm_level_4": "ສູງ\u200bຫຼາຍ",
        "alarm_level_5": "ໄພພິບັດ\u200bຮ້າຍແຮງ",
    },
    "km": {
        "language_name": "ខ្មែរ",
        "fallback": "បង្ហាញ\u200bជា{language}",
        "alarm_act": "ធ្វើ\u200bភ្លាម",
        "alarm_prepare": "ត្រៀមខ្លួន",
        "alarm_safe": "មាន\u200bសុវត្ថិភាព",
        "alarm_exercise": "ការហាត់\u200bសម",
        "alarm_test": "សាកល្បង\u200bប្រព័ន្ធ",
        "alarm_evacuate": "ជម្លៀស\u200bឥឡូវនេះ",
        "alarm_evacuate_body": "ចេញ\u200bតាម\u200bច្រកចេញ\u200bដែល\u200bនៅ\u200bជិត\u200bបំផុត។\nកុំ\u200bត្រឡប់ទៅ\u200bយក\u200bអីវ៉ាន់។",
        "alarm_fire": "អគ្គិភ័យ ចេញ\u200bភ្លាម",
        "alarm_fire_body": "កុំ\u200bប្រើ\u200bជណ្តើរ\u200bយន្ត។\nបើ\u200bមាន\u200bផ្សែង សូម\u200bឱន\u200bទាប។",
        "alarm_shelter": "ជ្រកនៅ\u200bនឹង\u200bកន្លែង",
        "alarm_shelter_body": "នៅក្នុង\u200bអគារ។\nនៅ\u200bឱ្យ\u200bឆ្ងាយ\u200bពី\u200bបង្អួច។",
        "alarm_danger": "គ្រោះថ្នាក់",
        "alarm_danger_body": "នៅ\u200bឱ្យ\u200bឆ្ងាយ\u200bពី\u200bតំបន់\u200bនេះ។\nធ្វើតាម\u200bមន្ត្រី។",
        "alarm_all_clear": "អស់\u200bគ្រោះថ្នាក់\u200bហើយ",
        "alarm_all_clear_body": "សូម\u200bអរគុណ។\nសូម\u200bបន្ត\u200bតាម\u200bការណែនាំ\u200bរបស់\u200bមន្ត្រី។",
        "alarm_issued": "ចេញ\u200bម៉ោង {time}",
        "alarm_level": "កម្រិត\u200bហានិភ័យ\u200bមហន្តរាយ {number}៖ {word}",
        "alarm_level_1": "ទាប",
        "alarm_level_2": "មធ្យម",
        "alarm_level_3": "ខ្ពស់",
        "alarm_level_4": "ខ្ពស់\u200bណាស់",
        "alarm_level_5": "មហន្តរាយ\u200bធ្ងន់ធ្ងរ",
    },
}
"""Tag -> key -> text."""


def with_builtin(phrases: Phrases | None) -> Phrases:
    """Return ``phrases`` with the words of this module wherever they lack one; None: only these."""
    tables = dict(phrases.tables) if phrases else {}
    for tag, words in BUILT_IN.items():
        tables[tag] = {**words, **tables.get(tag, {})}
    return Phrases(tables)


def usual_texts(kind: AlarmKind, phrases: Phrases) -> dict[str, AlarmText]:
    """Return language -> what the player itself says about ``kind``, in all it can say it in."""
    name = kind.value.replace("-", "_")
    head, body = f"alarm_{name}", f"alarm_{name}_body"
    return {
        tag: AlarmText(words[head], tuple(words[body].split("\n")))
        for tag, words in phrases.tables.items()
        if head in words and body in words
    }
