"""Light and power."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import battery, farm, house, long_house, warehouse
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.land import cloud, distance, meadow, sky, stars, turbine, village
from livinglab.demo.drawings.people import CAST, bust, standing, worker
from livinglab.demo.drawings.plants import blossom_tree, bush, flowers, grass, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import road_ahead
from livinglab.demo.drawings.roadside import street_light
from livinglab.demo.drawings.vehicles import bicycle, tipper


def bat(turn: float = 0) -> str:
    """A bat in flight."""
    return at(
        0,
        0,
        path(
            "M0 0Q-14 -22 -48 -20Q-36 -8 -40 8Q-24 -2 -12 10L0 18L12 10Q24 -2 40 8Q36 -8 48 -20Q14 -22 0 0Z", "#0a2026"
        ),
        circle(0, 2, 8, "#0a2026"),
        turn=turn,
    )


@scene
def light_that_waits_for_a_cyclist() -> str:
    """A night path: only the lamps around one cyclist are bright."""
    light = c.NIGHT
    return group(
        sky(light, sun=(190, 120), size=40),
        stars(11),
        distance(light, 430, 6),
        village(c.NIGHT, 960, 446, 0.5, 2),
        rect(640, 400, 560, 60, c.NIGHT.far, opacity=0.55),
        meadow(light, 470, 4),
        road_ahead((760, 446), -60, 760, "#2b4a4c", "", 0, 14),
        at(840, 500, street_light(150, on=False, arm=-40, colour="#0a2a30")),
        at(690, 520, street_light(190, on=False, arm=50, colour="#0a2a30")),
        at(540, 590, street_light(300, on=True, arm=70, colour="#0a2a30")),
        at(190, 690, street_light(470, on=True, arm=110, colour="#0a2a30"), scale=1.1),
        ellipse(430, 720, 330, 50, c.SUN, 0.16),
        at(430, 730, bicycle(c.CLAY), at(-4, -62, night_rider()), scale=1.55),
        path("M500 660L820 610V720Z", c.SUN, 0.2),
        at(1080, 620, tall_tree(light, 300)),
        at(1160, 640, tall_tree(light, 260)),
        grass(light, 760, 800, 440, 3, 24, 50, "#0f2f28"),
    )


def night_rider() -> str:
    """A cyclist in a pale coat."""
    look = CAST["kim"]
    return group(
        stroke("M-10 -22L14 8L4 34", look.legs, 13),
        at(4, -30, at(0, 10, bust(look, "")), turn=10, scale=0.74),
        stroke("M2 -66L40 -42", look.top, 10),
    )


@scene
def masts_with_a_second_life() -> str:
    """A yard with used lamp posts on trestles; one is lifted onto a lorry."""
    light = c.SPRING
    mast = group(
        rect(-300, -12, 560, 18, c.STEEL, r=4),
        rect(-300, -12, 560, 6, c.WHITE, opacity=0.5),
        stroke("M256 -4Q300 -8 320 30", c.STEEL, 12),
        rect(306, 26, 44, 14, c.DEEP, r=5),
    )
    return group(
        sky(light, sun=(170, 140), size=56),
        cloud(light, 700, 120, 1.2),
        distance(light, 440, 8),
        at(880, 500, warehouse(c.MIST, c.RIVER), scale=1),
        at(100, 510, round_tree(light, 230)),
        meadow(light, 490, 4),
        polygon([(-20, 560), (1220, 540), (1220, 820), (-20, 820)], "#c8c3b4"),
        path("M-20 700Q500 640 1220 700V820H-20Z", "#b8b2a1"),
        at(700, 660, tipper(c.GRASS, c.CLAY), scale=1.15),
        at(640, 400, mast, scale=0.9, turn=-3),
        stroke("M470 404L600 290L760 392M600 290V-10", c.INK, 4),
        rect(580, 250, 40, 44, c.SUN, r=6),
        *(at(x, 770, line(-30, 0, 0, -70, c.WOOD, 12), line(30, 0, 0, -70, c.WOOD, 12)) for x in (160, 470)),
        at(320, 694, mast),
        at(330, 668, mast),
        at(310, 642, mast),
        at(900, 770, standing(worker("lou", c.SUN), "wave"), scale=1.5),
        at(1040, 770, standing(worker("anna", c.WHITE), "hold"), scale=1.5),
    )


@scene
def amber_light_for_bats() -> str:
    """A village road with amber lamps; bats above the trees."""
    light = c.NIGHT
    lamps = []
    for x, foot, size in ((170, 700, 1.3), (560, 610, 0.95), (800, 560, 0.7)):
        lamps.append(
            at(
                x,
                foot,
                polygon([(60, -310), (108, -310), (250, 0), (-80, 0)], "#e0812f", 0.26),
                ellipse(84, 0, 165, 20, "#e0812f", 0.3),
                circle(84, -318, 38, "#e0812f", 0.3),
                street_light(330, False, 80, "#0a2026"),
                rect(58, -322, 48, 9, "#f0a93f", r=4),
                scale=size,
            )
        )
    return group(
        sky(light, sun=(1010, 140), size=60),
        stars(5),
        distance(light, 420, -6),
        *(at(560 + i * 120, 500, round_tree(light, 250 + (i % 3) * 40)) for i in range(6)),
        meadow(light, 480, 6),
        path("M-20 760C240 660 560 600 900 540L930 548C700 640 460 730 260 830H-20Z", "#2b3f44"),
        *lamps,
        at(1060, 620, farm_at_night(), scale=0.9),
        *(
            at(x, y, bat(t), scale=s)
            for x, y, t, s in (
                (430, 180, -10, 1.4),
                (640, 120, 14, 1),
                (790, 210, 0, 1.2),
                (320, 300, 20, 0.8),
                (900, 290, -16, 0.7),
            )
        ),
        grass(light, 500, 800, 700, 9, 34, 60, "#0f2f28"),
    )


def farm_at_night() -> str:
    """A farm with one lit window."""
    return group(farm(), rect(-178, -200, 356, 204, "#073640", opacity=0.5), rect(-124, -58, 36, 36, c.SUN))


@scene
def power_from_the_village_roofs() -> str:
    """A village on a rise: every roof has panels; a battery and a turbine beyond."""
    light = c.SUMMER
    return group(
        sky(light, sun=(960, 150), size=80),
        cloud(light, 230, 130, 1),
        distance(light, 420, 10),
        at(150, 450, turbine(250, 8), scale=1),
        at(300, 446, turbine(200, 40), scale=1),
        meadow(light, 470, 20),
        at(240, 560, long_house(c.CREAM, c.ROOF, 4)),
        at(560, 536, house(170, c.BRICK, c.DEEP, solar=True), scale=1.05),
        at(860, 560, long_house(c.BRICK, c.DEEP, 4)),
        at(1110, 540, house(160, c.CREAM, c.ROOF)),
        at(700, 566, round_tree(light, 200)),
        at(60, 570, blossom_tree(light, 190)),
        at(400, 720, long_house(c.BRICK_DARK, c.ROOF, 4), scale=1.3),
        at(860, 740, battery(), scale=1.2),
        at(1060, 750, standing(CAST["noa"], "point"), scale=1.35, flip=True),
        at(90, 770, bush(light, 200, 90)),
        flowers(620, 780, 160, 20, 8, 3, 1.2),
    )
