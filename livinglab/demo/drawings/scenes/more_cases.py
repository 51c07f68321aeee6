"""Pictures of the case studies: the second half."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import house, long_house, school, terrace
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, seeded
from livinglab.demo.drawings.indoors import (
    bucket,
    counter,
    cup,
    cupboard,
    desk,
    laptop,
    meeting_table,
    office_chair,
    plate,
)
from livinglab.demo.drawings.land import cloud, distance, meadow, sky
from livinglab.demo.drawings.people import CAST, bust, child, standing, worker
from livinglab.demo.drawings.plants import leaves_on_ground, round_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roadside import street_light
from livinglab.demo.drawings.rooms import lamp, room, window, window_view
from livinglab.demo.drawings.vehicles import bus, van


@scene
def street_lights_over_the_village() -> str:
    """A village street in the evening; a mechanic in a cherry picker works on a lamp."""
    light = c.DUSK
    return group(
        sky(light, sun=(150, 380), size=70, horizon=560),
        distance(light, 450, 6),
        at(20, 560, house(180, c.BRICK, c.ROOF, lit=True)),
        at(220, 560, house(180, c.CREAM, c.DEEP)),
        at(430, 560, long_house(c.BRICK_DARK, c.ROOF, 4)),
        at(760, 560, house(180, c.CREAM, c.ROOF, lit=True)),
        at(1130, 560, round_tree(light, 260)),
        rect(0, 552, 1200, 40, "#a89c88"),
        rect(0, 588, 1200, 240, "#4b545a"),
        *(rect(30 + i * 220, 706, 120, 9, c.CREAM, r=3) for i in range(6)),
        at(110, 600, street_light(330, on=True, arm=80)),
        at(430, 600, street_light(330, on=True, arm=80), opacity=0.85),
        at(700, 600, street_light(330, on=False, arm=80)),
        at(980, 600, street_light(360, on=False, arm=-70)),
        at(840, 760, van(c.SUN, c.DEEP, "bolt"), scale=1.3),
        line(800, 560, 700, 420, c.STEEL_DARK, 20),
        line(700, 420, 840, 330, c.STEEL_DARK, 16),
        at(880, 340, bust(worker("anna", c.WHITE), "wave"), scale=0.95),
        rect(826, 316, 110, 80, c.SUN, r=6),
        rect(826, 340, 110, 10, c.DEEP),
    )


@scene
def same_driver_every_morning() -> str:
    """A driver at the open door of a small bus greets a boy; parents look on."""
    light = c.AUTUMN
    return group(
        sky(light, sun=(1040, 170), size=60),
        cloud(light, 300, 130, 1),
        at(-40, 520, terrace(9, solar=False), scale=1),
        rect(0, 514, 1200, 70, "#cfc2ab"),
        rect(0, 576, 1200, 250, "#6d767a"),
        *(rect(30 + i * 220, 716, 120, 9, c.CREAM, r=3) for i in range(6)),
        at(1130, 560, round_tree(light, 260)),
        at(440, 690, bus(c.SUN, c.RIVER), scale=1.6),
        rect(586, 446, 76, 200, c.INK, opacity=0.75),
        at(800, 720, standing(CAST["lou"], "wave"), scale=1.55, flip=True),
        at(920, 750, child(CAST["job"], "wave"), scale=2.0),
        at(1010, 600, standing(CAST["gea"], "hold"), scale=1.05, flip=True),
        at(1080, 600, standing(CAST["fadil"], "wave"), scale=1.05, flip=True),
        leaves_on_ground(40, 740, 1100, 50, 22, 4),
    )


@scene
def stickers_on_the_furniture() -> str:
    """Two colleagues in a cellar put coloured stickers on furniture."""
    dot = {"keep": c.GREEN, "mend": c.SUN, "out": c.CLAY}
    return group(
        rect(0, 0, 1200, 800, "#cfc7ba"),
        *(rect((i % 10) * 124 - (i // 10 % 2) * 60, (i // 10) * 62, 118, 56, "#c4bbad", r=3) for i in range(100)),
        rect(0, 560, 1200, 250, "#9c9284"),
        lamp(300, 150, c.DEEP),
        lamp(880, 150, c.DEEP),
        at(150, 680, cupboard(200, 330, c.WOOD_LIGHT)),
        at(1070, 690, cupboard(190, 300, c.STEEL)),
        at(400, 700, office_chair(c.RIVER), scale=1.2),
        at(560, 690, office_chair(c.GRASS), scale=1.1),
        at(820, 700, desk(280, c.CREAM, height=120)),
        at(820, 580, desk(260, c.WOOD, height=110)),
        at(300, 780, standing(CAST["kim"], "point"), scale=1.6),
        at(
            960,
            786,
            standing(
                CAST["ben"],
                "wave",
                at(
                    -34,
                    -70,
                    rect(-24, -18, 48, 60, c.WHITE, r=3),
                    *(
                        circle(-10 + (i % 2) * 20, -2 + (i // 2) * 16, 6, (c.GREEN, c.SUN, c.CLAY)[i % 3])
                        for i in range(6)
                    ),
                ),
            ),
            scale=1.6,
            flip=True,
        ),
        *(
            circle(x, y, 20, dot[kind])
            for x, y, kind in (
                (150, 430, "keep"),
                (1070, 470, "out"),
                (400, 540, "mend"),
                (560, 540, "keep"),
                (820, 470, "keep"),
                (880, 590, "mend"),
            )
        ),
    )


@scene
def straw_and_clay_wall() -> str:
    """Children and a builder smear clay on a trial wall of timber and straw."""
    light = c.SPRING
    straw = []
    chance = seeded(4)
    for _ in range(90):
        x, y = chance.uniform(330, 610), chance.uniform(250, 590)
        straw.append(line(x, y, x + chance.uniform(20, 46), y + chance.uniform(-8, 8), "#b8922f", 3))
    return group(
        sky(light, sun=(1040, 130), size=54),
        cloud(light, 220, 120, 1),
        distance(light, 430, 6),
        at(960, 520, school(c.CREAM, c.RIVER), scale=0.75),
        at(80, 520, round_tree(light, 280)),
        meadow(light, 510, 4),
        polygon([(-20, 640), (1220, 620), (1220, 820), (-20, 820)], "#d8c9a8"),
        ellipse(560, 660, 320, 18, c.INK, 0.14),
        rect(300, 210, 560, 440, "#d9b64e"),
        *straw,
        path("M600 650V340Q640 300 700 320T860 290V650Z", "#b98c63"),
        path("M600 650V470Q660 440 720 460T860 440V650Z", "#a97c54"),
        *(rect(x, 200, 24, 460, c.WOOD) for x in (290, 480, 670, 850)),
        rect(280, 190, 604, 24, c.WOOD),
        rect(280, 640, 604, 22, c.WOOD),
        rect(260, 168, 644, 22, c.STEEL_DARK, r=4),
        at(430, 760, child(CAST["noa"], "wave"), scale=2.0),
        at(620, 770, child(CAST["kim"], "point"), scale=2.0),
        at(780, 770, child(CAST["chris"], "up"), scale=1.9),
        at(960, 770, standing(CAST["max"], "front"), scale=1.6, flip=True),
        at(300, 776, bucket("#a97c54", 110)),
    )


@scene
def promises_on_a_calendar() -> str:
    """A large wall calendar with green, orange and red dots; two people go through it."""
    dots = "ggogggrgogggggrgogggggog"
    return group(
        room("#e4eff0", "#bda583", 600),
        rect(90, 70, 720, 450, c.WHITE, r=10),
        rect(90, 70, 720, 74, c.RIVER, r=10),
        *(rect(130 + i * 112, 96, 70, 20, c.CREAM, r=10) for i in range(6)),
        *(
            group(
                rect(116 + (i % 6) * 114, 164 + (i // 6) * 86, 98, 72, c.MIST, r=6),
                circle(165 + (i % 6) * 114, 200 + (i // 6) * 86, 20, {"g": c.GREEN, "o": "#e0812f", "r": c.CLAY}[mark]),
            )
            for i, mark in enumerate(dots)
        ),
        window(900, 80, 220, 260, window_view(900, 80, 220, 260)),
        at(300, 790, standing(CAST["fadil"], "point"), scale=1.75),
        at(900, 640, bust(CAST["gea"], "hold"), scale=2),
        at(880, 820, meeting_table(520, height=190)),
        at(760, 626, laptop("#cfe3ea"), scale=1),
        at(1040, 626, cup(c.CLAY), scale=1.3),
    )


@scene
def quiet_canteen_with_a_chalkboard() -> str:
    """A nearly empty canteen: laid tables, a chalkboard, a cook at the counter."""
    tables = []
    for x, y, s in ((160, 660, 0.9), (430, 700, 1.05), (760, 740, 1.2)):
        tables.append(
            at(
                x,
                y,
                ellipse(0, 4, 110, 12, c.INK, 0.14),
                rect(-8, -96, 16, 96, c.DEEP),
                rect(-110, -110, 220, 18, c.WOOD_LIGHT, r=8),
                at(-46, -110, plate("bread"), scale=0.55),
                at(50, -110, cup(c.WHITE), scale=0.9),
                scale=s,
            )
        )
    return group(
        room("#efe6d8", "#c2ad8d", 540),
        window(60, 80, 260, 280, window_view(60, 80, 260, 280)),
        window(380, 80, 260, 280, window_view(380, 80, 260, 280, sun=False, hill="#93b96d")),
        lamp(160, 130, c.TEAL),
        lamp(430, 130, c.TEAL),
        rect(720, 80, 240, 290, "#2a5f49", r=6),
        *(rect(750, 120 + i * 44, (180, 120, 150, 90)[i], 14, c.CREAM, r=7, opacity=0.85) for i in range(4)),
        at(
            1040,
            560,
            bust(CAST["ben"], "front"),
            path("M-34 -112Q-46 -160 0 -164Q46 -160 34 -112Z", c.WHITE),
            rect(-28, -122, 56, 18, c.WHITE, r=4),
            scale=1.7,
        ),
        at(1020, 700, counter(380, c.CLAY, c.WOOD_LIGHT, 150)),
        at(930, 540, plate("soup"), scale=0.9),
        *tables,
    )
