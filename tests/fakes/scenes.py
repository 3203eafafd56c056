"""Scenes with real sentences in five languages, and pictures drawn for them.

The pictures are plain hills under a sun, drawn from numbers: the same bytes everywhere.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath

from player.config.screen import Display, Screen
from player.stage.scene import (
    AudioScene,
    BulletinScene,
    GatePageScene,
    PhotoScene,
    PictureRef,
    PosterScene,
    Scene,
    SoundRef,
    VideoScene,
    Wording,
)

LANGUAGES: Final = ("vi", "zh", "en", "lo", "km")
ZERO_WIDTH: Final = "\u200b"

HALL: Final = Screen(
    id="hall",
    gate="huu-nghi",
    role="hall-tv",
    display=Display(width_mm=1210, viewing_distance_mm=4000),
)
"""A 55 inch screen read from four metres."""

UPRIGHT_HALL: Final = HALL.model_copy(
    update={
        "display": Display(width_mm=680, viewing_distance_mm=4000, orientation="portrait"),
    }
)

_GATES: Final = {
    "vi": "Cửa khẩu quốc tế Hữu Nghị",
    "zh": "友谊国际口岸",
    "en": "Hữu Nghị International Border Gate",
    "lo": "ດ່ານ|ສາກົນ|ຮືວຫງິ",
    "km": "ច្រក|ទ្វារ|ព្រំដែន|អន្តរជាតិ Hữu Nghị",
}
_OWN_NAMES: Final = {"vi": "Tiếng Việt", "zh": "中文", "en": "English", "lo": "ລາວ", "km": "ខ្មែរ"}
_SAMPLE: Final = {
    "vi": "Nội dung minh họa",
    "zh": "示例内容",
    "en": "Sample content",
    "lo": "ເນື້ອໃນ|ຕົວຢ່າງ",
    "km": "ខ្លឹមសារ|គំរូ",
}
_TITLES: Final = {
    "vi": "Ba văn kiện, một đường biên",
    "zh": "三个文件 一条边界",
    "en": "Three agreements, one land border",
    "lo": "ສາມ|ເອກະສານ ຊາຍແດນ|ດຽວ",
    "km": "ឯកសារ|បី ព្រំដែន|មួយ",
}
_BODIES: Final = {
    "vi": "Ngày 18/11/2009, Việt Nam và Trung Quốc ký ba văn kiện về biên giới đất liền, có hiệu "
    "lực từ 14/7/2010, trong đó có Hiệp định về cửa khẩu.",
    "zh": "2009年11月18日，越中两国签署陆地边界三个文件，2010年7月14日生效，其中包括口岸协定。",
    "en": "Viet Nam and China signed three land-border documents on 18 November 2009, in force "
    "since 14 July 2010. One is about border gates.",
    "lo": "ວັນທີ 18/11/2009 ຫວຽດນາມ ແລະ ຈີນ ລົງ|ນາມ|ສາມ|ເອກະສານ|ກ່ຽວກັບ|ຊາຍແດນ|ທາງ|ບົກ, "
    "ມີ|ຜົນ|ສັກສິດ|ແຕ່|ວັນທີ 14/7/2010, ໃນ|ນັ້ນ|ມີ|ສັນຍາ|ກ່ຽວກັບ|ດ່ານ.",
    "km": "នៅ 18/11/2009 វៀតណាម និង|ចិន ចុះ|ហត្ថលេខា|លើ|ឯកសារ|បី|ស្ដីពី|ព្រំដែន|គោក "
    "ចូល|ជា|ធរមាន|ពី 14/7/2010 រួម|មាន|កិច្ច|ព្រមព្រៀង|ស្ដីពី|ច្រក|ទ្វារ។",
}
_ORIGINS: Final = {
    "vi": "Nguồn: Chính phủ Việt Nam và Trung Quốc, 18/11/2009 · Hiệu lực từ 14/07/2010",
    "zh": "来源：越南与中国政府，18/11/2009 · 2010年7月14日起施行",
    "en": "Source: Governments of Viet Nam and China, 18/11/2009 · In force since 14 July 2010",
    "lo": "ແຫຼ່ງ|ຂໍ້ມູນ: ລັດຖະບານ ຫວຽດນາມ ແລະ ຈີນ, 18/11/2009 · ມີ|ຜົນ|ບັງຄັບ|ໃຊ້|ແຕ່ 14/07/2010",
    "km": "ប្រភព: រដ្ឋាភិបាល|វៀតណាម និង|ចិន, 18/11/2009 · ចូល|ជា|ធរមាន|ពី|ថ្ងៃ|ទី 14/07/2010",
}
GREETINGS: Final = {
    "vi": "Chào mừng đến Việt Nam",
    "zh": "欢迎来到越南",
    "en": "Welcome to Viet Nam",
    "lo": "ຍິນດີ|ຕ້ອນຮັບ|ສູ່|ຫວຽດນາມ",
    "km": "សូម|ស្វាគមន៍|មកកាន់|វៀតណាម",
}
WISHES: Final = {
    "vi": "Cửa khẩu quốc tế Hữu Nghị chúc bạn lên đường bình an.",
    "zh": "友谊国际口岸祝您旅途平安。",
    "en": "Hữu Nghị International Border Gate wishes you a safe journey.",
    "lo": "ດ່ານ|ສາກົນ|ຮືວຫງິ ຂໍ|ອວຍພອນ|ໃຫ້|ທ່ານ|ເດີນທາງ|ປອດໄພ.",
    "km": "ច្រក|ទ្វារ|ព្រំដែន|អន្តរជាតិ Hữu Nghị សូម|ជូន|ពរ|ឱ្យ|លោក|អ្នក|ធ្វើដំណើរ|ដោយ|សុវត្ថិភាព។",
}
_ADVICE: Final = {
    "vi": "Thông tin đang được cập nhật. Cần giúp đỡ, xin hỏi cán bộ tại cửa khẩu.",
    "zh": "信息正在更新。如需帮助，请咨询口岸工作人员。",
    "en": "Information is being updated. For help, please ask an officer at the gate.",
    "lo": "ກຳລັງ|ປັບປຸງ|ຂໍ້ມູນ. ຫາກ|ຕ້ອງການ|ຄວາມຊ່ວຍເຫຼືອ ກະລຸນາ|ຖາມ|ເຈົ້າໜ້າທີ່|ປະຈຳ|ດ່ານ.",
    "km": "ព័ត៌មាន|កំពុង|ត្រូវ|បាន|ធ្វើ|បច្ចុប្បន្នភាព។ បើ|ត្រូវការ|ជំនួយ សូម|សួរ|មន្ត្រី|នៅ|ច្រក|ទ្វារ|ព្រំដែន។",
}


def words(language: str, title: Mapping[str, str], body: Mapping[str, str]) -> Wording:
    """Return a wording in ``language``, with gate, source and sample mark."""
    return Wording(
        language=language,
        title=marked(title[language]),
        body=marked(body[language]),
        origin=marked(_ORIGINS[language]),
        marks=(marked(_SAMPLE[language]),),
        gate=marked(_GATES[language]),
        language_name=_OWN_NAMES[language],
    )


def bulletin(language: str, picture: PictureRef | None) -> BulletinScene:
    """Return a bulletin of two sentences."""
    return BulletinScene("border-agreements", words(language, _TITLES, _BODIES), picture)


def poster(language: str, picture: PictureRef) -> PosterScene:
    """Return a greeting."""
    return PosterScene("welcome", words(language, GREETINGS, WISHES), picture)


def photo(language: str, picture: PictureRef) -> PhotoScene:
    """Return a photograph with nothing but a caption."""
    said = words(language, GREETINGS, WISHES)
    return PhotoScene("river", replace(said, title="", body="", caption=said.body), picture)


def video(language: str, picture: PictureRef, clip: Path = Path("/nowhere/clip.mp4")) -> VideoScene:
    """Return a clip with a greeting."""
    said = words(language, GREETINGS, WISHES)
    return VideoScene("dawn", said, picture, clip)


def audio(language: str, picture: PictureRef, path: Path = Path("/nowhere/bell.m4a")) -> AudioScene:
    """Return a greeting that is read aloud."""
    said = words(language, GREETINGS, WISHES)
    return AudioScene("bell", said, picture, SoundRef(path, 21_000, 60, _OWN_NAMES[language]))


def gate_page(language: str) -> GatePageScene:
    """Return the default gate page with ``language`` first."""
    first, *others = (
        Wording(
            tag,
            marked(_GATES[tag]),
            marked(_ADVICE[tag]),
            language_name=_OWN_NAMES[tag],
        )
        for tag in (language, *(tag for tag in LANGUAGES if tag != language))
    )
    return GatePageScene(first, tuple(others))


def every_scene(language: str, picture: PictureRef) -> dict[str, Scene]:
    """Return one scene of each kind that says something in ``language``."""
    return {
        "poster": poster(language, picture),
        "photo": photo(language, picture),
        "bulletin": bulletin(language, picture),
        "video": video(language, picture),
        "audio": audio(language, picture),
        "gate-page": gate_page(language),
    }


def draw_hills(path: Path, width: int = 1280, height: int = 720) -> PictureRef:
    """Draw a landscape into a PNG file and return it as a picture of a pack."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor("#ecd0a2"))
    sky.setColorAt(1, QColor("#c9bfa6"))
    painter.fillRect(image.rect(), sky)
    _fill(painter, _sun(width, height), "#e27846")
    for at, colour in enumerate(("#96b0b0", "#608c8e", "#346268", "#183e46")):
        _fill(painter, _ridge(width, height, 0.42 + 0.13 * at, 0.16), colour)
    painter.end()
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload] # the stub wants bytes
        raise OSError(path)
    return PictureRef(path, width, height, focus_x=0.6, focus_y=0.4)


def marked(text: str) -> str:
    """Return ``text`` with its break marks, which are written as bars here."""
    return text.replace("|", ZERO_WIDTH)


def _fill(painter: QPainter, path: QPainterPath, colour: str) -> None:
    painter.fillPath(path, QColor(colour))


def _sun(width: int, height: int) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(width * 0.58, height * 0.16, height * 0.16, height * 0.16))
    return path


def _ridge(width: int, height: int, top: float, swing: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, height))
    for at in range(9):
        crest = height * (top + (swing if at % 2 else 0) * (0.5 + at % 3 / 4))
        path.lineTo(width * at / 8, crest)
    path.lineTo(width, height)
    path.closeSubpath()
    return path
