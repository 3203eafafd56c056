"""The pictures of the demo gate at Hữu Nghị: limestone country, dawn light, jade and vermilion."""

from collections.abc import Mapping
from typing import Final

from artwork.huu_nghi import country, culture, practical
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
}
