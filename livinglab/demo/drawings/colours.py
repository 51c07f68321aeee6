"""The colours of the drawings: the site's tokens, a few materials, and what season and hour do to a landscape."""

from dataclasses import dataclass, replace

INK, SOFT = "#14262b", "#4a5d63"


RIVER, DEEP = "#0b4f5c", "#073640"


SAND, MIST = "#f6f3ec", "#e4eff0"


CLAY, GRASS = "#b4471f", "#2e7031"


BLOSSOM, SUN = "#f4b9c7", "#f2c14e"


GREEN, VIOLET, PURPLE, TEAL = "#2e7031", "#514aa8", "#a01f62", "#0f6d66"


ASPHALT, ASPHALT_OLD, ASPHALT_LIGHT = "#3a4247", "#5b656a", "#4b545a"


WOOD, WOOD_DARK, WOOD_LIGHT = "#a8743f", "#86592d", "#cf9f68"


BRICK, BRICK_DARK, ROOF = "#b96a4b", "#9d553a", "#7c3a2a"


STEEL, STEEL_DARK, WHITE = "#b8c4c8", "#7f9096", "#ffffff"


GLASS, GLASS_DARK = "#9cc3d6", "#6f9fb8"


EARTH, EARTH_DARK, CREAM = "#8a6647", "#6d4f37", "#fbf8f1"


SKIN = ("#f1c9a5", "#c98d62", "#8d5a3b", "#e5b48c", "#5f3d2a")


HAIR = ("#3a2a22", "#14262b", "#8d5a2b", "#d9a441", "#c9c5bd", "#7a2f1c")


@dataclass(frozen=True)
class Light:
    """What a season and an hour make of sky, land, water and leaves."""

    sky: str
    low: str
    sun: str
    cloud: str
    far: str
    middle: str
    near: str
    near_dark: str
    water: str
    water_light: str
    leaf: str
    leaf_light: str
    leaf_dark: str
    bare: bool = False
    veil: tuple[str, float] | None = None


SPRING = Light(
    sky="#dcebee", low="#f0f5ec", sun=SUN, cloud="#ffffff",
    far="#b9d3b4", middle="#98bd72", near="#7ea650", near_dark="#688f40",
    water="#2a729c", water_light="#5b9abf",
    leaf="#3b8040", leaf_light="#5c9c50", leaf_dark="#2a6332",
)  # fmt: skip


SUMMER = replace(
    SPRING, sky="#c9e4ef", low="#f4f3da", far="#a3c6a6", middle="#8ab062", near="#6f9a45", near_dark="#5b8338",
    leaf="#2e7031", leaf_light="#4a8a3f", leaf_dark="#205626",
)  # fmt: skip


BLOSSOM_TIME = replace(SPRING, sky="#fbe8ea", low="#fdf5ee", far="#c8d6b6", cloud="#fffaf7")


AUTUMN = Light(
    sky="#f5e4cd", low="#fbf1e1", sun="#f0a93f", cloud="#fffaf0",
    far="#d3c19b", middle="#bda45f", near="#98903f", near_dark="#7f7a35",
    water="#336f86", water_light="#6d9fae",
    leaf="#c76a22", leaf_light="#e09a3a", leaf_dark="#a04a1a",
)  # fmt: skip


WINTER = Light(
    sky="#dfe9ee", low="#f3f1ea", sun="#f7dca0", cloud="#ffffff",
    far="#c3d2d6", middle="#d9e3e3", near="#eef3f2", near_dark="#cfdcde",
    water="#5f8ea5", water_light="#a9c8d4",
    leaf="#5c7f74", leaf_light="#7d9c90", leaf_dark="#46665c", bare=True,
)  # fmt: skip


MIST_LIGHT = Light(
    sky="#e4eff0", low="#f2f6f4", sun="#f7e3ad", cloud="#f8fbfa",
    far="#cadcda", middle="#a9c4b2", near="#86aa7e", near_dark="#6f9468",
    water="#5b8f9f", water_light="#93bac4",
    leaf="#4d7f5d", leaf_light="#6d9b77", leaf_dark="#3a684a",
)  # fmt: skip


RAIN = Light(
    sky="#b7cbd2", low="#d6e1e1", sun="#d9dfd4", cloud="#93abb4",
    far="#9bb4b0", middle="#7f9f86", near="#678d5d", near_dark="#54794d",
    water="#3c6f86", water_light="#7ba5b5",
    leaf="#34674a", leaf_light="#4f8260", leaf_dark="#274f39",
)  # fmt: skip


DUSK = Light(
    sky="#f3c3a6", low="#fbe3c0", sun="#f08a4b", cloud="#f9d9c4",
    far="#a8a79c", middle="#6f8f7c", near="#4d7a5e", near_dark="#3c6650",
    water="#3f6f88", water_light="#e8b48f",
    leaf="#2a5f49", leaf_light="#44795b", leaf_dark="#1d4a3a",
)  # fmt: skip


NIGHT = Light(
    sky="#12343f", low="#28596a", sun="#f6ecc8", cloud="#23505e",
    far="#1d4a55", middle="#1b4447", near="#1c4a3c", near_dark="#153b31",
    water="#0e3a4d", water_light="#3d7488",
    leaf="#1a4a38", leaf_light="#245c46", leaf_dark="#12392b",
    veil=("#073640", 0.42),
)  # fmt: skip


SANDY = replace(SPRING, sky="#f6f3ec", low="#fcf9f2", far="#d7dcc4", middle="#a9c285", cloud="#ffffff", sun="#f2c14e")
