"""The pictures of the demo gate at Lao Bảo: the Annamite forest, red soil, river and champa."""

from collections.abc import Mapping
from typing import Final

from artwork.gongs import gong_greeting
from artwork.lao_bao import country, culture, duties, practical, shore, village
from artwork.sheet import Scene

PICTURES: Final[Mapping[str, Scene]] = {
    "welcome": country.welcome,
    "documents-ready": practical.documents_ready,
    "declare-cash": practical.declare_cash,
    "emergency": practical.emergency,
    "same-clock": practical.same_clock,
    "plants-and-fruit": practical.plants_and_fruit,
    "wildlife": country.wildlife,
    "safe-offers": practical.safe_offers,
    "border-agreements": country.border_agreements,
    "shared-heritage": country.shared_heritage,
    "gong-greeting": gong_greeting,
    "khe-sanh-coffee": culture.khe_sanh_coffee,
    "naga-weaving": culture.naga_weaving,
    "east-west-corridor": country.east_west_corridor,
    "lao-national-day": culture.lao_national_day,
    "pi-mai": culture.pi_mai,
    "sober-driving": duties.sober_driving,
    "asean-thirty": village.asean_thirty,
    "hills-to-sea": shore.hills_to_sea,
    "quiet-sea": shore.quiet_sea,
    "equal-peoples": village.equal_peoples,
    "border-markers": duties.border_markers,
    "con-co": shore.con_co,
    "peaceful-means": village.peaceful_means,
    "help-day": duties.help_day,
    "twin-villages": village.twin_villages,
    "invest-lao-bao": village.invest_lao_bao,
    "lao-spoken-here": village.lao_spoken_here,
    "look-before-buying": duties.look_before_buying,
    "heavy-rain": duties.heavy_rain,
    "border-zone": duties.border_zone,
}
