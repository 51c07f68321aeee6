"""More people who meet: a workshop, a journey, a nursery, an empty bus stop."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import bus_shelter
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, ridge, stroke
from livinglab.demo.drawings.indoors import trousers
from livinglab.demo.drawings.land import cloud, distance, meadow, puddle, rain, sky, village
from livinglab.demo.drawings.people import CAST, clipboard, standing, worker
from livinglab.demo.drawings.plants import round_tree, sapling
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roadside import charger, sign_arrow, sign_board, sign_round, sign_triangle
from livinglab.demo.drawings.rooms import room, strip_light
from livinglab.demo.drawings.vehicles import bus


@scene
def sorting_signs_together() -> str:
    """Four people sort traffic signs in a workshop: stay to the right, away to the left."""
    return group(
        room("#f0e6d6", "#b3a78f", 560),
        *(strip_light(120 + i * 350, 40, 260) for i in range(3)),
        rect(60, 120, 380, 330, "#e9c9bb", r=10),
        rect(760, 120, 380, 330, "#c9ddc6", r=10),
        stroke("M220 160L280 220M280 160L220 220", c.CLAY, 16),
        stroke("M920 196L944 220L990 160", c.GREEN, 16),
        at(150, 320, sign_board(130, 76)),
        at(260, 380, sign_arrow(170, c.RIVER, right=False)),
        at(350, 310, sign_triangle(70, "!")),
        at(850, 330, sign_round(120, "blue")),
        at(990, 336, sign_triangle(84, "bike")),
        at(1080, 400, sign_round(90, "limit")),
        at(190, 770, standing(CAST["kim"], "hold", at(6, -94, sign_round(70, "stop"))), scale=1.75),
        at(450, 776, standing(worker("lou"), "point"), scale=1.8, flip=True),
        at(740, 776, standing(CAST["eef"], "hold", at(8, -92, sign_triangle(60, "bend"))), scale=1.8),
        at(1010, 770, standing(CAST["hava"], "up"), scale=1.75, flip=True),
    )


@scene
def journey_of_a_pair_of_trousers() -> str:
    """Six circles: cotton, loom, sewing machine, ship, rail, worker."""
    ring_of = ((220, 230), (600, 180), (980, 230), (980, 570), (600, 620), (220, 570))
    machine = group(
        rect(-60, 20, 120, 16, c.WOOD),
        path("M-50 20V-36Q-50 -50 -36 -50H50V-26H-14V20Z", c.RIVER),
        line(38, -26, 38, 16, c.STEEL, 6),
        circle(54, -38, 13, c.SUN),
    )
    loom = group(
        *(line(-54 + i * 12, -54, -54 + i * 12, 50, (c.CLAY, c.RIVER, c.SUN)[i % 3], 6) for i in range(10)),
        *(rect(-64, y, 128, 10, c.WOOD, r=4) for y in (-60, -8, 46)),
    )
    cotton = group(
        stroke("M0 60Q-4 0 0 -30M0 20Q26 10 34 -16M-2 36Q-26 24 -36 2", c.GRASS, 7),
        *(circle(x, y, 17, c.WHITE) for x, y in ((0, -44), (-14, -32), (14, -32), (38, -28), (-40, -8))),
    )
    ship = group(
        path("M-66 10H66L50 40H-50Z", c.DEEP),
        rect(-44, -20, 34, 30, c.CLAY),
        rect(-8, -34, 34, 44, c.SUN),
        rect(28, -14, 24, 24, c.GRASS),
        stroke("M-70 50q18 -12 35 0t35 0t35 0t35 0", "#5b9abf", 7),
    )
    things = (
        cotton,
        loom,
        machine,
        ship,
        at(0, -66, trousers(c.DEEP), scale=0.72),
        at(0, 76, standing(worker("chris"), "wave"), scale=0.82),
    )
    grounds = ("#f9f0d8", "#e4ece4", "#fbe4e6", "#dcebee", "#efe7da", "#e7ddf0")
    return group(
        rect(0, 0, 1200, 800, "#0b4f5c"),
        path("M0 560C300 480 700 640 1200 520V800H0Z", c.DEEP),
        stroke("M220 230Q400 110 600 180T980 230Q1110 400 980 570T600 620T220 570", c.BLOSSOM, 9, dash="2 22"),
        *(
            group(circle(x, y, 132, ground), at(x, y, thing, scale=1.25))
            for (x, y), ground, thing in zip(ring_of, grounds, things, strict=True)
        ),
        circle(600, 400, 62, c.SUN),
        stroke("M580 386Q580 360 602 360Q626 362 620 386Q604 398 602 412", c.DEEP, 10),
        circle(602, 434, 7, c.DEEP),
    )


@scene
def among_the_young_trees() -> str:
    """A grower shows a young tree in a glasshouse to three visitors."""
    light = c.SPRING
    frames = [line(x, 0, x, 560, c.WHITE, 8) for x in range(0, 1201, 150)]
    roof = [line(x, 90, x + 75, 0, c.WHITE, 6) for x in range(0, 1201, 150)] + [
        line(x, 90, x - 75, 0, c.WHITE, 6) for x in range(0, 1201, 150)
    ]
    rows = [at(70 + i * 92, 560 - (i % 2) * 10, sapling(light, 130 + (i % 3) * 16)) for i in range(13)]
    pots = [
        at(
            60 + i * 120,
            786,
            polygon([(-30, -44), (30, -44), (22, 0), (-22, 0)], c.CLAY),
            circle(0, -66, 32, light.leaf),
            circle(-14, -54, 18, light.leaf_dark),
            circle(10, -78, 13, light.leaf_light),
        )
        for i in (0, 1, 8, 9)
    ]
    return group(
        rect(0, 0, 1200, 800, "#d5e8e4"),
        circle(980, 150, 70, c.SUN),
        ridge([440, 410, 430, 400, 430], light.far, 600),
        rect(0, 0, 1200, 560, "#e9f4f1", opacity=0.45),
        *frames,
        *roof,
        line(0, 90, 1200, 90, c.WHITE, 8),
        rect(0, 540, 1200, 270, "#b99a73"),
        path("M0 600Q600 560 1200 606V800H0Z", "#a8875f"),
        *rows,
        ellipse(560, 742, 90, 14, c.INK, 0.16),
        at(560, 742, sapling(light, 330)),
        at(400, 750, standing(worker("dewi"), "point"), scale=1.65),
        at(740, 750, standing(CAST["job"], "hold"), scale=1.6, flip=True),
        at(860, 756, standing(CAST["gea"], "hip"), scale=1.6, flip=True),
        at(990, 760, standing(CAST["fadil"], "hold", at(10, -94, clipboard())), scale=1.6, flip=True),
        *pots,
    )


@scene
def bus_stop_in_the_rain() -> str:
    """An empty bus stop in the rain, a small bus at its charger."""
    light = c.RAIN
    return group(
        sky(light),
        cloud(light, 250, 140, 1.6, 0.7),
        cloud(light, 700, 110, 1.4, 0.6),
        cloud(light, 1040, 170, 1.5, 0.7),
        distance(light, 440, 8),
        village(light, 640, 450, 0.5, 8),
        at(1110, 530, round_tree(light, 290)),
        meadow(light, 490, 4),
        rect(0, 580, 1200, 240, "#5b676c"),
        rect(0, 566, 1200, 20, "#9aa5a3"),
        at(300, 600, bus_shelter("#4f8260"), scale=1.5),
        puddle(light, 420, 720, 240),
        puddle(light, 120, 770, 180),
        at(860, 690, bus(c.TEAL, c.SUN, glass="#c9d9d6"), scale=1.15),
        at(620, 640, charger(c.RIVER), scale=1.1),
        rain(9, 130),
    )
