"""Pictures of the case studies: the first half."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import pane, terrace, warehouse
from livinglab.demo.drawings.canvas import at, circle, clipped, ellipse, group, line, path, polygon, rect, ring, stroke
from livinglab.demo.drawings.indoors import bucket, cleaning_cart, jacket, mop
from livinglab.demo.drawings.land import barge, cloud, distance, meadow, river, sky
from livinglab.demo.drawings.people import CAST, bust, child, clipboard, kneeling, shovel, standing, worker
from livinglab.demo.drawings.plants import blossom_tree, flowers, pot_plant, round_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import cone
from livinglab.demo.drawings.roadside import sign_round, sign_triangle
from livinglab.demo.drawings.rooms import ball, gym_floor, room
from livinglab.demo.drawings.vehicles import asphalt_load, lorry, tipper


@scene
def road_with_a_passport() -> str:
    """A dike road, half old and half new, with a large passport beside it."""
    light = c.SUMMER
    passport = group(
        rect(-130, -340, 260, 340, c.RIVER, r=18),
        rect(-116, -326, 232, 312, c.DEEP, r=12),
        rect(-96, -306, 192, 120, c.MIST, r=8),
        path("M-96 -190L-30 -300H30L96 -190Z", c.ASPHALT),
        *(rect(-4, -220 - i * 30, 8, 18, c.SUN, r=2) for i in range(3)),
        *(
            rect(-96, -160 + i * 34, (192, 140, 170, 110)[i], 16, (c.CREAM, c.SUN, c.CREAM, c.CREAM)[i], r=8)
            for i in range(4)
        ),
    )
    return group(
        sky(light, sun=(210, 150), size=70),
        cloud(light, 760, 120, 1.1),
        distance(light, 420, 8),
        river(light, [(-20, 440), (500, 430), (1220, 446)], [(-20, 520), (500, 540), (1220, 520)], 6, 3),
        at(320, 490, barge(c.CLAY), scale=0.7),
        path("M-20 560C300 500 800 500 1220 540V820H-20Z", light.near),
        polygon([(560, 512), (640, 512), (980, 820), (120, 820)], c.ASPHALT),
        polygon([(560, 512), (600, 512), (550, 820), (120, 820)], "#8a9296"),
        *(
            polygon(
                [(598, 530 + i * 70), (604, 530 + i * 70), (600 - i * 8, 570 + i * 76), (588 - i * 10, 570 + i * 76)],
                c.SUN,
            )
            for i in range(4)
        ),
        at(300, 690, tipper(c.RIVER, c.CLAY), asphalt_load(-166, -146, 190), scale=1.05),
        at(990, 760, passport, scale=1.25, turn=5),
        at(120, 780, standing(worker("fadil", c.SUN), "hold"), scale=1.2),
        flowers(700, 540, 200, 10, 6, 3, 0.6),
    )


@scene
def cleaners_photo_wall() -> str:
    """Framed portraits of a cleaning team; two of them stand before it."""
    frames = []
    for index, name in enumerate(("hava", "ben", "gea", "isa", "lou", "kim", "chris", "dewi")):
        x, y = 170 + (index % 4) * 200, 90 + (index // 4) * 200
        ground = ("#dcebee", "#f6e2c9", "#e4ece4", "#fbe4e6")[(index * 3 + index // 4) % 4]
        frames.append(
            group(
                rect(x, y, 160, 170, c.WOOD, r=4),
                rect(x + 12, y + 12, 136, 146, ground),
                at(x + 80, y + 158, bust(CAST[name], ""), scale=1.1),
            )
        )
    return group(
        room("#f3ece2", "#bda583", 590),
        *frames,
        at(1080, 780, pot_plant(c.SPRING, 260, c.CLAY)),
        at(350, 780, standing(CAST["hava"], "hip"), scale=1.85),
        at(560, 780, standing(CAST["chris"], "wave"), scale=1.85),
        at(200, 780, bucket(c.RIVER, 150)),
        at(740, 770, mop(10, 330), scale=1.05),
        at(900, 776, cleaning_cart(c.TEAL, c.SUN), scale=1.05),
    )


@scene
def three_faces_at_the_door() -> str:
    """Children at the exit of a hall press a green, yellow or red face."""
    faces = []
    for index, (colour, mouth) in enumerate(
        ((c.GREEN, "M-24 14Q0 40 24 14"), (c.SUN, "M-24 22H24"), (c.CLAY, "M-24 30Q0 6 24 30"))
    ):
        faces.append(
            at(
                760 + index * 140,
                330,
                circle(0, 0, 58, colour),
                circle(-20, -14, 7, c.INK),
                circle(20, -14, 7, c.INK),
                stroke(mouth, c.INK, 7),
            )
        )
    return group(
        rect(0, 0, 1200, 800, "#e6eeea"),
        rect(0, 0, 1200, 90, c.WOOD_LIGHT),
        *(rect(i * 60, 0, 4, 90, c.WOOD_DARK, opacity=0.3) for i in range(20)),
        gym_floor(590, "#d3a468"),
        rect(90, 150, 400, 450, c.DEEP),
        rect(110, 170, 170, 430, "#bfe0e6"),
        rect(300, 170, 170, 430, "#bfe0e6"),
        circle(220, 300, 50, c.SUN),
        path("M110 470Q200 420 280 450V600H110Z", "#7ea650"),
        path("M300 450Q380 430 470 470V600H300Z", "#7ea650"),
        rect(270, 390, 10, 60, c.STEEL),
        rect(300, 390, 10, 60, c.STEEL),
        rect(660, 236, 480, 190, c.CREAM, r=24),
        *faces,
        at(690, 770, child(CAST["kim"], "wave"), scale=2.3),
        at(900, 780, child(CAST["max"], "up"), scale=2.3),
        at(1080, 770, child(CAST["noa"], "up"), scale=2.2),
        at(560, 770, ball(40)),
    )


@scene
def signs_come_back_in_crates() -> str:
    """A lorry with its tail lift down; crates of signs change hands."""
    light = c.SPRING
    box = group(
        rect(-70, -70, 140, 70, c.WOOD, r=4), rect(-70, -48, 140, 6, c.WOOD_DARK), rect(-70, -24, 140, 6, c.WOOD_DARK)
    )
    full = group(
        at(-34, -86, sign_round(62, "limit")),
        at(8, -92, sign_triangle(40, "!")),
        at(44, -84, sign_round(56, "blue")),
        box,
    )
    return group(
        sky(light, sun=(1060, 120), size=48),
        cloud(light, 300, 130, 1),
        distance(light, 440, 6),
        at(930, 520, warehouse(c.MIST, c.TEAL, 2), scale=1.05),
        meadow(light, 500, 4),
        polygon([(-20, 580), (1220, 560), (1220, 820), (-20, 820)], "#c9c0ac"),
        path("M-20 720Q500 660 1220 710V820H-20Z", "#b9af99"),
        at(330, 690, lorry(c.RIVER, c.CREAM, c.TEAL, "leaf"), scale=1.45, flip=True),
        polygon([(612, 640), (700, 664), (700, 676), (612, 652)], c.STEEL_DARK),
        at(655, 652, full, scale=0.75),
        at(770, 760, standing(worker("ben"), "front", at(56, -98, full, scale=0.6)), scale=1.5, flip=True),
        at(930, 760, standing(CAST["gea"], "reach"), scale=1.5),
        at(1080, 780, full, scale=1.1),
        at(1100, 704, full, scale=0.9),
        at(90, 786, cone(86)),
    )


@scene
def neighbourhood_gardeners() -> str:
    """A wooden cabin among beds of flowers; gardeners and neighbours work together."""
    light = c.SUMMER
    cabin = group(
        ellipse(0, 4, 160, 12, c.INK, 0.16),
        rect(-140, -150, 280, 140, c.CLAY),
        *(rect(-140 + i * 28, -150, 3, 140, c.INK, opacity=0.15) for i in range(1, 10)),
        path("M-160 -150Q0 -200 160 -150Z", c.DEEP),
        pane(-110, -120, 90, 60),
        rect(30, -116, 70, 106, c.CREAM, r=4),
        circle(-90, -6, 20, c.INK),
        circle(90, -6, 20, c.INK),
    )
    return group(
        sky(light, sun=(950, 150)),
        cloud(light, 240, 130, 1),
        distance(light, 430, 6),
        at(-30, 500, terrace(3, solar=True), scale=0.9),
        at(1120, 500, round_tree(light, 270)),
        at(980, 496, blossom_tree(light, 190)),
        meadow(light, 490, 6),
        at(640, 560, cabin, scale=1.15),
        path("M-20 650C300 590 800 620 1220 600V820H-20Z", light.near_dark),
        flowers(20, 640, 1160, 50, 46, 4, 1.0),
        at(170, 740, kneeling(worker("dewi")), scale=1.55),
        at(430, 730, standing(worker("max"), "front", at(50, 0, shovel())), scale=1.45),
        at(
            760,
            740,
            standing(
                CAST["eef"],
                "front",
                at(
                    70,
                    -86,
                    path("M-30 -24H14V24H-30Z", c.GRASS),
                    stroke("M14 14L52 -10", c.GRASS, 8),
                    ring(-36, 0, 20, c.GRASS, 7),
                ),
            ),
            scale=1.45,
        ),
        at(930, 750, standing(CAST["hava"], "reach"), scale=1.4),
        at(1080, 750, kneeling(worker("chris")), scale=1.5, flip=True),
        flowers(-10, 780, 1210, 20, 30, 9, 1.5),
    )


@scene
def thread_across_the_world() -> str:
    """A globe with a red thread from cotton by a loom to a work jacket."""
    return group(
        rect(0, 0, 1200, 800, "#f6efe2"),
        circle(520, 420, 350, "#fbf7ee"),
        circle(520, 420, 290, "#a9cfdc"),
        clipped(
            "globe",
            circle(520, 420, 290, "#000"),
            path("M240 300Q330 220 430 260T560 200Q600 300 520 360T360 440Q250 420 240 300Z", "#8ab062"),
            path("M560 440Q660 400 760 460T800 620Q700 700 620 640T560 440Z", "#8ab062"),
            path("M300 560Q380 540 420 600T380 720Q300 700 300 560Z", "#8ab062"),
            path("M640 130Q740 160 780 260Q700 300 660 240Z", "#8ab062"),
            path("M520 130A290 290 0 0 1 520 710A420 420 0 0 0 520 130Z", c.INK, 0.07),
        ),
        stroke("M330 320C420 420 520 250 620 500S820 560 900 300S960 180 1000 200", c.CLAY, 8),
        *(circle(x, y, 17, colour) for x, y, colour in ((330, 320, c.SUN), (620, 500, c.RIVER), (480, 362, c.TEAL))),
        at(
            300,
            300,
            stroke("M0 40V0", c.GRASS, 6),
            circle(0, -10, 16, c.WHITE),
            circle(-14, 2, 13, c.WHITE),
            circle(14, 2, 13, c.WHITE),
        ),
        at(1000, 200, jacket(c.RIVER, c.SUN), scale=1.7),
        line(880, 200, 1120, 200, c.STEEL_DARK, 9),
        at(1010, 780, standing(CAST["isa"], "hold", at(10, -94, clipboard())), scale=1.3),
        at(140, 790, pot_plant(c.SPRING, 190, c.CLAY)),
    )
