"""The pictures of the demo gate at Hữu Nghị: limestone country, dawn light, jade and vermilion."""

from collections.abc import Mapping
from typing import Final

from artwork.huu_nghi import border, country, culture, journey, lute, practical, sea, together
from artwork.sheet import Scene

PICTURES: Final[Mapping[str, Scene]] = {
    "welcome": country.welcome,
    "documents-ready": practical.documents_ready,
    "declare-cash": practical.declare_cash,
    "emergency": practical.emergency,
    "two-clocks": practical.two_clocks,
    "no-e-cigarettes": practical.no_e_cigarettes,
    "border-of-peace": country.border_of_peace,
    "border-agreements": country.border_agreements,
    "geopark": country.geopark,
    "then-singing": culture.then_singing,
    "star-anise": culture.star_anise,
    "trade-road": country.trade_road,
    "heritage-day": culture.heritage_day,
    "spring-greeting": culture.spring_greeting,
    "many-guests": together.many_guests,
    "law-of-the-sea": sea.law_of_the_sea,
    "many-peoples": together.many_peoples,
    "border-markers": border.border_markers,
    "ha-long": sea.ha_long,
    "trusted-friend": sea.trusted_friend,
    "weather-notices": journey.weather_notices,
    "one-queue": journey.one_queue,
    "great-unity": together.great_unity,
    "invest-lang-son": border.invest_lang_son,
    "five-languages": together.five_languages,
    "books-and-maps": journey.books_and_maps,
    "border-area": border.border_area,
    "tinh-lute": lute.tinh_lute,
}
