"""Verges, trees, dikes and gardens."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.animals import bee, butterfly, heron, sheep
from livinglab.demo.drawings.buildings import farm, greenhouse, house, terrace
from livinglab.demo.drawings.canvas import at, band, circle, ellipse, group, path, polygon, rect, stroke
from livinglab.demo.drawings.land import (
    barge,
    brickworks,
    cloud,
    distance,
    fence,
    furrows,
    meadow,
    puddle,
    rain,
    river,
    sky,
    village,
    windmill,
)
from livinglab.demo.drawings.people import CAST, bust, kneeling, shovel, standing, walking, worker
from livinglab.demo.drawings.plants import blossom_tree, flowers, grass, hedge, reeds, round_tree, sapling, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.vehicles import bolt_mark, mower, robot_mower, tractor, trailer_mower


@scene
def butterflies_on_the_verge() -> str:
    """A verge in full flower along a quiet road, butterflies above it."""
    light = c.SUMMER
    return group(
        sky(light, sun=(230, 140)),
        cloud(light, 640, 120, 1.1),
        cloud(light, 1010, 190, 0.7),
        distance(light, 440, 10),
        village(light, 900, 452, 0.55, 3),
        meadow(light, 476, 10),
        polygon([(300, 462), (336, 462), (140, 820), (-300, 820)], c.ASPHALT),
        polygon([(316, 470), (320, 470), (-40, 820), (-62, 820)], c.WHITE),
        *(at(420 + i * 92, 484 + i * 5, tall_tree(light, 150 - i * 4)) for i in range(4)),
        path("M330 470C520 540 820 540 1220 520V820H170Z", light.near),
        path("M300 560C560 600 900 600 1220 570V820H170Z", light.near_dark, 0.7),
        grass(light, 330, 640, 860, 6, 50, 46, "#4f7a34"),
        flowers(380, 560, 800, 60, 26, 2, 0.8),
        flowers(280, 640, 920, 70, 30, 5, 1.25),
        flowers(200, 760, 1000, 30, 22, 9, 2.0),
        at(640, 470, butterfly(c.CLAY, -20), scale=2.4),
        at(880, 400, butterfly("#5b9abf", 24), scale=1.7),
        at(480, 360, butterfly(c.BLOSSOM, 12), scale=1.5),
        at(1060, 520, bee(), scale=1.5),
    )


@scene
def verge_grass_in_bales() -> str:
    """A tractor mows a verge; bales of grass wait by the ditch."""
    light = c.SUMMER
    bale = group(
        ellipse(0, 4, 62, 10, c.INK, 0.16),
        circle(0, -44, 46, "#b9b25a"),
        circle(0, -44, 32, "#cfc872"),
        circle(0, -44, 18, "#b9b25a"),
        circle(0, -44, 7, "#8f8a3f"),
    )
    return group(
        sky(light, sun=(980, 170), size=70),
        cloud(light, 220, 130, 0.9),
        cloud(light, 560, 190, 0.6),
        distance(light, 410, -14),
        at(210, 424, windmill(34), scale=0.62),
        meadow(light, 450, 6),
        furrows(light, 480, vanish=(760, 420), colour="#c4c477"),
        band(
            [(-20, 640), (400, 610), (820, 640), (1220, 600)],
            [(-20, 690), (400, 656), (820, 690), (1220, 650)],
            light.water,
        ),
        band(
            [(-20, 632), (400, 602), (820, 632), (1220, 592)],
            [(-20, 648), (400, 618), (820, 648), (1220, 608)],
            light.near_dark,
        ),
        at(640, 590, tractor(c.GRASS), at(-60, 0, trailer_mower()), scale=1.25),
        at(930, 560, bale, scale=0.8),
        at(1060, 556, bale, scale=0.8),
        reeds(30, 690, 180, 3, 14, 90),
        at(190, 770, bale, scale=1.6),
        at(350, 780, bale, scale=1.6),
        at(272, 700, bale, scale=1.6),
        grass(light, 480, 790, 720, 4, 40, 50),
        at(1050, 690, heron(), scale=1.1, flip=True),
    )


@scene
def tree_crew_at_work() -> str:
    """Four people plant and stake a young tree in a park."""
    light = c.AUTUMN
    return group(
        sky(light, sun=(170, 160), size=58),
        cloud(light, 720, 120, 1),
        distance(light, 430, 8),
        at(980, 470, house(150, c.BRICK), scale=0.9),
        at(1110, 474, house(150, c.CREAM), scale=0.9),
        at(840, 470, round_tree(light, 200)),
        at(90, 500, round_tree(light, 270)),
        meadow(light, 480, 14),
        at(240, 560, sapling(light, 170)),
        at(420, 540, sapling(light, 150)),
        ellipse(690, 724, 170, 28, c.EARTH),
        at(690, 724, sapling(light, 380)),
        at(500, 736, standing(worker("isa"), "front", at(52, 0, shovel())), scale=1.5),
        at(880, 740, standing(CAST["max"], "reach"), scale=1.5, flip=True),
        at(1050, 750, kneeling(worker("gea")), scale=1.45, flip=True),
        at(210, 748, walking(CAST["noa"], "hold"), scale=1.45),
        path("M300 780q40 -70 96 -62t86 62z", c.EARTH_DARK),
    )


@scene
def nursery_rows() -> str:
    """Rows of young avenue trees before a greenhouse."""
    light = c.SPRING
    rows = []
    for depth in range(5):
        y, size = 520 + depth * 58, 110 + depth * 40
        for index in range(9 - depth):
            x = 600 + (index - (8 - depth) / 2) * (120 + depth * 46)
            rows.append(at(x, y, tall_row_tree(light, size)))
    return group(
        sky(light, sun=(1040, 130), size=56),
        cloud(light, 330, 130, 1.1),
        distance(light, 430, 6),
        at(260, 462, greenhouse(400), scale=1),
        at(960, 468, farm(), scale=0.8),
        meadow(light, 470, 4),
        furrows(c.SPRING, 500, vanish=(600, 410), colour=c.EARTH),
        *rows,
        at(150, 770, kneeling(worker("dewi")), scale=1.3),
        at(1070, 640, bee(), scale=1.2),
        at(980, 690, bee(), scale=1.5),
    )


def tall_row_tree(light: c.Light, height: float) -> str:
    """A young avenue tree: a clear stem with a small round head."""
    return at(
        0,
        0,
        ellipse(0, 0, 30, 6, c.INK, 0.18),
        rect(-4, -120, 8, 120, c.WOOD),
        ellipse(0, -156, 34, 48, light.leaf),
        ellipse(-9, -168, 16, 24, light.leaf_light, 0.7),
        scale=height / 200,
    )


@scene
def rain_garden_street() -> str:
    """A street in the rain where a planted hollow drinks the water."""
    light = c.RAIN
    return group(
        sky(light),
        cloud(light, 260, 130, 1.5, 0.7),
        cloud(light, 760, 110, 1.8, 0.6),
        cloud(light, 1090, 180, 1.2, 0.7),
        at(40, 500, terrace(8, solar=False, walls=("#a96e57", "#d8d3c8", "#8d5847", "#b98568")), scale=1),
        rect(0, 496, 1200, 60, "#9aa5a3"),
        rect(0, 546, 1200, 280, "#556065"),
        puddle(light, 190, 620, 180),
        puddle(light, 1010, 596, 140),
        path("M250 800C200 690 330 600 620 600C900 600 1030 690 980 800Z", "#9aa5a3"),
        path("M282 800C240 700 360 620 620 620C870 620 980 700 944 800Z", "#5c4a39"),
        path("M340 800C320 730 420 676 620 676C810 676 910 730 884 800Z", light.water),
        stroke("M470 730q50 -8 100 0M640 760q50 -8 110 0M560 700q30 -6 60 0", light.water_light, 5),
        reeds(330, 700, 120, 4, 12, 110, "#4c7a4c"),
        reeds(770, 700, 150, 8, 14, 120, "#4c7a4c"),
        flowers(380, 660, 460, 20, 14, 3, 0.95, ("#8e7cc3", c.BLOSSOM, c.SUN)),
        flowers(310, 770, 600, 30, 12, 7, 1.3, ("#8e7cc3", c.BLOSSOM, c.WHITE)),
        at(
            1090,
            760,
            walking(CAST["gea"], "hold"),
            at(
                14,
                -150,
                stroke("M0 40V-46", c.INK, 5),
                path("M-84 -40Q-76 -116 0 -120Q76 -116 84 -40Q42 -62 0 -44Q-42 -62 -84 -40Z", c.CLAY),
            ),
            scale=1.35,
        ),
        rain(5, 110),
    )


@scene
def sheep_on_the_dike() -> str:
    """A flock grazes a river dike; a barge passes."""
    light = c.SPRING
    return group(
        sky(light, sun=(300, 150), size=66),
        cloud(light, 820, 130, 1.1),
        cloud(light, 1080, 210, 0.6),
        distance(light, 400, 6),
        at(880, 418, brickworks(light), scale=0.66),
        river(
            light,
            [(-20, 430), (400, 424), (800, 436), (1220, 420)],
            [(-20, 540), (400, 560), (800, 540), (1220, 560)],
            7,
            4,
        ),
        at(420, 500, barge(c.CLAY), scale=0.9),
        path("M-20 640C200 560 460 520 760 560C960 586 1100 600 1220 560V820H-20Z", light.near),
        path("M-20 700C260 620 560 640 820 690C1000 720 1120 716 1220 690V820H-20Z", light.near_dark, 0.55),
        *(
            at(x, y, sheep(w), scale=s, flip=f)
            for x, y, s, f, w in (
                (380, 590, 0.8, False, c.CREAM),
                (520, 574, 0.8, True, c.CREAM),
                (700, 600, 0.95, False, c.CREAM),
                (850, 620, 1, True, "#8a7a6a"),
                (300, 680, 1.3, True, c.CREAM),
                (560, 700, 1.5, False, c.CREAM),
                (860, 740, 1.7, True, c.CREAM),
            )
        ),
        at(
            1060,
            700,
            standing(CAST["eef"], "down", stroke("M32 -60V-2M32 -60Q34 -170 44 -176Q60 -176 56 -156", c.WOOD, 6)),
            scale=1.4,
        ),
        at(150, 770, fence(200, 5), scale=1.1),
        flowers(20, 780, 500, 20, 12, 6, 1.1, (c.SUN, c.WHITE)),
    )


@scene
def battery_tools_in_the_park() -> str:
    """A gardener on an electric mower, a colleague with a hedge, a child asleep nearby."""
    light = c.SPRING
    return group(
        sky(light, sun=(920, 140)),
        cloud(light, 300, 150, 1),
        distance(light, 440, 10),
        at(150, 500, blossom_tree(light, 240)),
        at(330, 490, round_tree(light, 210)),
        at(1080, 500, round_tree(light, 290)),
        at(900, 486, blossom_tree(light, 170)),
        meadow(light, 486, 8),
        *(
            polygon(
                [(-100 + i * 300, 820), (60 + i * 300, 820), (560 + i * 40, 500), (538 + i * 40, 500)], "#8fb763", 0.6
            )
            for i in range(5)
        ),
        at(760, 560, hedge(light, 420, 90)),
        at(
            700,
            566,
            standing(
                worker("chris"),
                "front",
                group(rect(48, -108, 26, 16, c.CLAY, r=5), rect(70, -104, 80, 8, c.STEEL, r=3)),
            ),
            scale=1.2,
        ),
        at(420, 720, at(-6, -66, rider_on_mower()), mower(c.GRASS), bolt_mark(20, -64, 0.6), scale=1.65),
        at(960, 770, robot_mower(c.RIVER), scale=1.3),
        flowers(0, 780, 200, 20, 6, 3, 1.2, (c.WHITE, c.SUN)),
    )


def rider_on_mower() -> str:
    """Someone on the seat of a mower, hands at the wheel."""
    look = worker("anna")
    return group(
        stroke("M-10 -20H26L30 16", look.legs, 15),
        at(-10, -88, standing_torso(look), scale=0.92),
        stroke("M0 -70L34 -58", look.top, 12),
        circle(34, -58, 7, look.skin),
    )


def standing_torso(look) -> str:
    """A head and a torso without arms, the neck at (0, 0)."""

    return at(0, 68, bust(look, ""))
