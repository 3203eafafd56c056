"""The stable names of everything a pack source can be told about, and which of them only warn.

``messages/<language>.json`` says each in words. A code, once published, keeps its meaning.
"""

from enum import StrEnum, auto
from typing import Final


class Code(StrEnum):
    """What is wrong; an error stops the build, unless the code is one of ``WARNINGS``."""

    # The folder and its files.
    FOLDER_MISSING = auto()
    FILE_MISSING = auto()
    NOT_PLAIN_FILE = auto()
    FILE_TOO_LARGE = auto()
    FILE_UNREADABLE = auto()
    NOT_UTF8 = auto()
    TOML_SYNTAX = auto()
    TOML_REPEATED_KEY = auto()
    PATH_UNSAFE = auto()
    PATH_TWINS = auto()
    FILE_UNUSED = auto()
    BASE_MISSING = auto()

    # Fields of any file.
    FIELD_MISSING = auto()
    FIELD_UNKNOWN = auto()
    FIELD_MISSPELT = auto()
    FIELD_OF_THE_BUILD = auto()
    WRONG_TYPE = auto()
    NOT_A_CHOICE = auto()
    EMPTY = auto()
    TOO_LONG = auto()
    OUT_OF_RANGE = auto()
    BAD_IDENTIFIER = auto()
    BAD_ALERT_ID = auto()
    BAD_CATEGORY = auto()
    BAD_LANGUAGE_TAG = auto()
    BAD_PATTERN = auto()
    BAD_CURRENCY = auto()
    BAD_LINK = auto()
    BAD_PHONE = auto()
    BAD_DATE = auto()
    BAD_MOMENT = auto()
    BAD_CLOCK_RANGE = auto()
    BAD_RECURRENCE = auto()
    BAD_DAY_OF_YEAR = auto()
    EVERY_WITHOUT_SINCE = auto()
    BAD_TIME_ZONE = auto()
    BAD_VALUE = auto()
    WINDOW_ENDS_FIRST = auto()
    FORMAT_UNSUPPORTED = auto()

    # Identifiers.
    ID_DUPLICATE = auto()
    ID_DIFFERS_FROM_FILE = auto()

    # Languages and words.
    REFERENCE_LANGUAGE_MISSING = auto()
    LANGUAGE_DUPLICATE = auto()
    FALLBACK_UNKNOWN = auto()
    TRANSLATION_MISSING = auto()
    TRANSLATION_MISSING_ESSENTIAL = auto()
    TRANSLATION_MISSING_OPTIONAL = auto()
    TRANSLATION_SAME = auto()
    TRANSLATION_STALE = auto()
    LANGUAGE_NOT_IN_PACK = auto()
    WORDS_MISSING = auto()
    TEXT_EMPTY = auto()
    TEXT_UNSHOWN = auto()
    TEXT_TOO_WORDY = auto()
    TEXT_OUTLASTS_SLIDE = auto()
    HEADLINE_LONG = auto()
    BIDI_CONTROL = auto()
    CONTROL_CHARACTER = auto()
    MARKUP_IN_TEXT = auto()
    GLYPH_MISSING = auto()
    REVIEWER_MISSING = auto()
    TEXTS_DRAFT = auto()

    # Facts.
    SOURCE_MISSING = auto()
    SOURCE_REVIEW_PASSED = auto()
    SOURCE_REVIEW_FIRST = auto()
    EXPIRY_MISSING = auto()
    EXPIRY_CONTRADICTS = auto()
    ITEM_EXPIRED = auto()
    ITEM_EXPIRES_SOON = auto()
    LICENCE_EXPIRED = auto()
    LICENCE_EXPIRES_SOON = auto()
    APPROVAL_TOO_LOW = auto()
    MAP_UNSIGNED = auto()
    ALT_MISSING = auto()

    # Opening hours.
    EXCEPTION_EMPTY = auto()
    EXCEPTION_OVER = auto()
    EXCEPTION_OVERRIDDEN = auto()
    EXCEPTION_UNEXPLAINED = auto()
    HOURS_MISSING = auto()
    RATE_NOWHERE = auto()
    LANE_UNKNOWN = auto()
    LANE_WITHOUT_HOURS = auto()
    ACTIVITY_UNKNOWN = auto()
    OPENINGS_OVERLAP = auto()
    SCOPE_EMPTY = auto()

    # Kinds of item.
    ROW_LENGTH = auto()
    AMOUNT_FRACTION = auto()
    REBUTTAL_LASTS = auto()
    REBUTTAL_LIVES_LONG = auto()
    REBUTTAL_OF_OTHER_KIND = auto()
    BILINGUAL_ADVISED = auto()

    # Lookup topics.
    BODY_WITHOUT_TITLE = auto()
    BODY_WITHOUT_ANSWER = auto()
    BODY_HEADING = auto()
    BODY_MARKUP = auto()
    BODY_BRACES = auto()
    BODY_LONG = auto()
    BODY_TOO_MUCH = auto()
    BODY_MISSING = auto()
    BODY_UNNAMED = auto()
    BODY_DIFFERS = auto()
    TOPIC_WORDY = auto()
    TOPIC_UNASKED = auto()
    TOPIC_UNKNOWN = auto()
    TILE_UNKNOWN = auto()
    TILE_EMPTY = auto()
    TILES_FEW = auto()
    TRAVELLER_UNKNOWN = auto()
    PLACE_UNKNOWN = auto()
    PLAN_MISSING = auto()
    CONTACT_UNKNOWN = auto()
    CONTACT_SILENT = auto()
    ICON_UNKNOWN = auto()

    # The library.
    PAGES_NONE = auto()
    PAGES_MISSING = auto()
    PAGES_TWICE = auto()
    PAGES_TOO_MANY = auto()
    PDF_UNREADABLE = auto()
    PDF_CUT_SHORT = auto()
    PDF_ENCRYPTED = auto()
    PDF_TOO_HEAVY = auto()
    PDF_TOO_SLOW = auto()
    PDF_PAGE_SIZE = auto()
    PDF_FONT_MISSING = auto()
    REFERENCE_UNKNOWN = auto()
    REFERENCE_OF_OTHER_KIND = auto()
    ISSUED_DIFFERS = auto()

    # Media.
    MEDIA_MISSING = auto()
    MEDIA_MISNAMED = auto()
    MEDIA_EXTRA = auto()
    MEDIA_EMPTY = auto()
    MEDIA_DISGUISED = auto()
    MEDIA_TWO_USES = auto()
    PICTURE_TYPE = auto()
    PICTURE_UNREADABLE = auto()
    PICTURE_CUT_SHORT = auto()
    PICTURE_ANIMATED = auto()
    PICTURE_TOO_LARGE = auto()
    PICTURE_TOO_HEAVY = auto()
    PICTURE_SMALL = auto()
    VIDEO_TYPE = auto()
    VIDEO_UNREADABLE = auto()
    VIDEO_CUT_SHORT = auto()
    VIDEO_CODEC = auto()
    VIDEO_PIXELS = auto()
    VIDEO_AUDIO_CODEC = auto()
    VIDEO_STREAMS = auto()
    VIDEO_TURNED = auto()
    VIDEO_PIXEL_SHAPE = auto()
    VIDEO_TOO_LARGE = auto()
    VIDEO_FRAME_RATE = auto()
    VIDEO_TOO_LONG = auto()
    VIDEO_TOO_HEAVY = auto()
    VIDEO_FLASHES = auto()
    AUDIO_TYPE = auto()
    AUDIO_UNREADABLE = auto()
    AUDIO_CUT_SHORT = auto()
    AUDIO_CODEC = auto()
    AUDIO_STREAMS = auto()
    AUDIO_CHANNELS = auto()
    AUDIO_RATE = auto()
    AUDIO_TOO_LONG = auto()
    AUDIO_TOO_HEAVY = auto()
    AUDIO_CLIPPED = auto()
    AUDIO_QUIET = auto()

    # Playlists and the programme they make.
    ITEM_UNKNOWN = auto()
    ITEM_NEVER_PLAYS = auto()
    ITEM_REPEATED = auto()
    AUDIENCE_MISSPELT = auto()
    DEFAULT_PLAYLIST_MISSING = auto()
    DEFAULT_PLAYLIST_CONDITIONAL = auto()
    PLAYLIST_OVER = auto()
    PLAYLIST_NEVER = auto()
    DAY_RARE = auto()
    SCHEDULE_HOLE = auto()
    ESSENTIAL_NONE = auto()
    ESSENTIAL_ABSENT = auto()

    # National occasions.
    OCCASION_OVER = auto()
    OCCASION_LONG = auto()
    OCCASION_IDLE = auto()
    TONE_OF_HELP = auto()
    TONE_UNSAID = auto()

    # Notices.
    NOTICE_OVER = auto()
    NOTICE_WINDOW_PAST = auto()
    NOTICE_ENDS_SOON = auto()
    PLACEHOLDER_UNKNOWN = auto()
    PLACEHOLDER_MISSING = auto()
    TEMPLATE_LONG = auto()
    TEMPLATE_END_MISSING = auto()
    TEMPLATE_NO_EMERGENCY = auto()
    TEMPLATE_LIFE_LONG = auto()
    TEMPLATE_CHOICES_MISSING = auto()
    TEMPLATE_FIXED = auto()
    NOTICE_END_MISSING = auto()
    NOTICE_ENDS_FIRST = auto()
    NOTICE_SILENT = auto()
    NOTICE_NO_EMERGENCY = auto()
    NOTICE_REFERENCE_MISSING = auto()
    NOTICE_REFERENCE_UNKNOWN = auto()
    NOTICE_ID_REUSED = auto()
    NOTICE_VANISHED = auto()

    # Books of notices, and alerts of other systems.
    BOOK_UNREADABLE = auto()
    BOOK_TOO_LONG = auto()
    BOOK_OF_OTHER_GATE = auto()
    CAP_UNREADABLE = auto()
    CAP_NO_ALERT = auto()
    CAP_VERSION = auto()
    CAP_ELEMENT_MISSING = auto()
    CAP_ELEMENT_TWICE = auto()
    CAP_NAME = auto()
    CAP_TIME = auto()
    CAP_LANGUAGE = auto()
    CAP_LANGUAGE_TWICE = auto()
    CAP_INFO_DIFFERS = auto()
    CAP_VALUE_UNKNOWN = auto()
    CAP_TEXT_CUT = auto()
    CAP_PART_DROPPED = auto()
    CAP_PARAMETER = auto()

    # The pack as a whole.
    ITEMS_TOO_MANY = auto()
    CONTENT_TOO_LARGE = auto()
    PACK_TOO_LARGE = auto()

    # One screen.
    SCREEN_NO_ROOM = auto()
    SCREEN_UNDRAWN = auto()
    SCREEN_PAGED = auto()
    SCREEN_PAGES_LOST = auto()

    # Commands.
    TARGET_NOT_EMPTY = auto()
    TARGET_EXISTS = auto()
    TARGET_NOT_A_PACK = auto()
    TARGET_NOT_A_SHEET = auto()
    TARGET_OVERLAPS = auto()
    TARGET_BUSY = auto()
    TARGET_UNWRITABLE = auto()
    SOURCE_CHANGED = auto()


WARNINGS: Final = frozenset(
    {
        Code.FILE_UNUSED,
        Code.FIELD_UNKNOWN,
        Code.FIELD_MISSPELT,
        Code.FIELD_OF_THE_BUILD,
        Code.TRANSLATION_MISSING_OPTIONAL,
        Code.TRANSLATION_SAME,
        Code.TRANSLATION_STALE,
        Code.LANGUAGE_NOT_IN_PACK,
        Code.TEXT_UNSHOWN,
        Code.TEXT_OUTLASTS_SLIDE,
        Code.HEADLINE_LONG,
        Code.MARKUP_IN_TEXT,
        Code.TEXTS_DRAFT,
        Code.SOURCE_REVIEW_PASSED,
        Code.EXPIRY_CONTRADICTS,
        Code.ITEM_EXPIRED,
        Code.ITEM_EXPIRES_SOON,
        Code.SCREEN_NO_ROOM,
        Code.SCREEN_PAGED,
        Code.SCREEN_PAGES_LOST,
        Code.LICENCE_EXPIRES_SOON,
        Code.ALT_MISSING,
        Code.EXCEPTION_OVER,
        Code.EXCEPTION_OVERRIDDEN,
        Code.EXCEPTION_UNEXPLAINED,
        Code.OPENINGS_OVERLAP,
        Code.SCOPE_EMPTY,
        Code.REBUTTAL_LIVES_LONG,
        Code.REBUTTAL_OF_OTHER_KIND,
        Code.BILINGUAL_ADVISED,
        Code.BODY_DIFFERS,
        Code.TOPIC_WORDY,
        Code.TOPIC_UNASKED,
        Code.TILE_EMPTY,
        Code.TILES_FEW,
        Code.CONTACT_SILENT,
        Code.ICON_UNKNOWN,
        Code.PAGES_MISSING,
        Code.PDF_FONT_MISSING,
        Code.ISSUED_DIFFERS,
        Code.MEDIA_EXTRA,
        Code.PICTURE_SMALL,
        Code.AUDIO_CLIPPED,
        Code.AUDIO_QUIET,
        Code.ITEM_NEVER_PLAYS,
        Code.ITEM_REPEATED,
        Code.AUDIENCE_MISSPELT,
        Code.PLAYLIST_OVER,
        Code.PLAYLIST_NEVER,
        Code.DAY_RARE,
        Code.ESSENTIAL_NONE,
        Code.OCCASION_OVER,
        Code.OCCASION_LONG,
        Code.OCCASION_IDLE,
        Code.TONE_UNSAID,
        Code.NOTICE_OVER,
        Code.NOTICE_WINDOW_PAST,
        Code.NOTICE_ENDS_SOON,
        Code.NOTICE_REFERENCE_UNKNOWN,
        Code.CAP_LANGUAGE,
        Code.CAP_LANGUAGE_TWICE,
        Code.CAP_INFO_DIFFERS,
        Code.CAP_VALUE_UNKNOWN,
        Code.CAP_TEXT_CUT,
        Code.CAP_PART_DROPPED,
        Code.CAP_PARAMETER,
    }
)
