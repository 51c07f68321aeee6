"""Cleaning: buckets, windows and the people who do the work."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import pane
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.indoors import bucket, cleaning_cart, cupboard, desk, laptop, mop, scrubber, spray
from livinglab.demo.drawings.land import cloud, sky
from livinglab.demo.drawings.people import CAST, bust, standing, walking
from livinglab.demo.drawings.plants import pot_plant, round_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.rooms import room, window, window_view


def clock(x: float, y: float, hour: str) -> str:
    """A round clock with its hands as path data around (0, 0)."""
    return at(
        x, y, circle(0, 0, 46, c.DEEP), circle(0, 0, 38, c.WHITE), stroke(hour, c.INK, 6), circle(0, 0, 5, c.CLAY)
    )


@scene
def cleaning_by_daylight() -> str:
    """Morning in an office: a cleaner with her cart talks with someone at a desk."""
    light = c.SPRING
    return group(
        room("#f6e6d6", "#cdbb9a", 590),
        window(120, 80, 440, 310, window_view(120, 80, 440, 310)),
        window(690, 80, 440, 310, window_view(690, 80, 440, 310, sun=False, hill="#93b96d")),
        clock(625, 130, "M0 0V-26M0 0H18"),
        path("M120 390H560L420 800H-20Z", c.SUN, 0.14),
        at(860, 600, bust(CAST["job"], "hold"), scale=1.9),
        at(880, 770, desk(460, height=176)),
        at(960, 590, laptop(), scale=1),
        at(1120, 770, pot_plant(light, 190)),
        at(300, 760, cleaning_cart(c.RIVER, c.SUN), scale=1.55),
        at(520, 750, standing(CAST["hava"], "wave"), scale=1.95),
    )


@scene
def bucket_mop_and_window() -> str:
    """A bucket, a mop and a spray bottle before a bright window."""
    light = c.SPRING
    return group(
        room("#f3e4d7", "#cfc0a2", 560),
        window(170, 70, 600, 370, window_view(170, 70, 600, 370)),
        path("M170 440H770L1010 800H330Z", c.WHITE, 0.22),
        at(1010, 700, mop(-16, 480), scale=1.15),
        at(560, 760, bucket(c.CLAY, 270)),
        at(330, 750, spray(c.GRASS), scale=1.9),
        at(
            800,
            770,
            polygon([(-70, 0), (76, -6), (64, -34), (-52, -30)], c.BLOSSOM),
            polygon([(-52, -30), (64, -34), (50, -56), (-34, -50)], "#f7ccd6"),
            scale=1.2,
        ),
        at(110, 730, pot_plant(light, 230, c.RIVER)),
        circle(470, 470, 16, c.WHITE, 0.7),
        circle(510, 440, 10, c.WHITE, 0.7),
        circle(640, 452, 13, c.WHITE, 0.7),
    )


@scene
def corridor_with_time() -> str:
    """A long corridor with doors; a cleaner pushes a cart and looks at nobody's clock."""
    doors = []
    for index, (x, w) in enumerate(((40, 120), (210, 86), (326, 62))):
        colour = (c.RIVER, c.CLAY, c.TEAL)[index]
        top, foot = 150 + index * 76, 730 - index * 62
        doors += [
            polygon([(x, top), (x + w, top + 46 - index * 8), (x + w, foot - 46 + index * 8), (x, foot)], colour),
            polygon(
                [
                    (1200 - x, top),
                    (1200 - x - w, top + 46 - index * 8),
                    (1200 - x - w, foot - 46 + index * 8),
                    (1200 - x, foot),
                ],
                (c.SUN, c.RIVER, c.CLAY)[index],
            ),
        ]
    return group(
        rect(0, 0, 1200, 800, "#e9efe9"),
        polygon([(0, 0), (430, 250), (430, 520), (0, 800)], "#dbe6e1"),
        polygon([(1200, 0), (770, 250), (770, 520), (1200, 800)], "#cfdcd7"),
        polygon([(0, 0), (1200, 0), (770, 250), (430, 250)], "#f6f8f4"),
        polygon([(0, 800), (1200, 800), (770, 520), (430, 520)], "#b9a98a"),
        polygon([(330, 800), (870, 800), (650, 520), (550, 520)], "#d9cbab"),
        rect(430, 250, 340, 270, "#f3e4d7"),
        window(500, 290, 200, 140, window_view(500, 290, 200, 140), sill=False),
        *doors,
        clock(600, 196, "M0 0L16 -20M0 0L-22 10"),
        *(
            polygon(
                [(520 - i * 60, 60 + i * -2), (680 + i * 60, 60 + i * -2), (690 + i * 60, 76), (510 - i * 60, 76)],
                c.WHITE,
            )
            for i in range(1)
        ),
        at(470, 760, cleaning_cart(c.TEAL, c.CLAY), scale=1.6),
        at(740, 770, walking(CAST["ben"], "front"), scale=2.1, flip=True),
    )


@scene
def windows_washed_with_rain() -> str:
    """A window cleaner reaches a high window from the ground; a rain barrel stands by."""
    light = c.SPRING
    return group(
        sky(light, sun=(1050, 130), size=54),
        cloud(light, 160, 130, 0.9),
        rect(240, 60, 820, 600, c.BRICK),
        *(rect(240, 96 + i * 36, 820, 2.5, c.BRICK_DARK, opacity=0.5) for i in range(15)),
        rect(220, 40, 860, 34, c.DEEP),
        *(pane(x, y, 120, 130, bars=2) for y in (120, 330) for x in (300, 480, 660, 840)),
        rect(590, 500, 120, 160, c.RIVER, r=4),
        rect(0, 650, 1200, 160, "#c9bfa8"),
        path("M0 700Q500 660 1200 706V800H0Z", "#b9ad92"),
        at(
            1000,
            690,
            rect(-70, -210, 140, 210, c.GRASS, r=22),
            rect(-76, -160, 152, 12, c.DEEP),
            rect(-76, -70, 152, 12, c.DEEP),
            ellipse(0, -210, 66, 14, light.water),
            stroke("M0 -400V-214", c.STEEL_DARK, 16),
            stroke("M0 -400V-640", c.STEEL_DARK, 16),
        ),
        stroke("M930 640Q760 720 520 700T410 660", c.SUN, 9),
        line(470, 600, 560, 180, c.STEEL, 9),
        rect(520, 168, 90, 20, c.CLAY, r=8),
        *(circle(x, y, r, c.WHITE, 0.85) for x, y, r in ((530, 214, 10), (560, 232, 8), (586, 210, 7), (548, 256, 6))),
        at(440, 770, standing(CAST["fadil"], "point"), scale=1.75),
        at(110, 720, round_tree(light, 330)),
        at(690, 770, bucket(c.SUN, 110)),
    )


@scene
def cleaning_on_demand() -> str:
    """A machine polishes a hall floor; a sensor on the wall shows green."""
    return group(
        room("#dce8e6", "#bfcac4", 540),
        *(rect(80 + i * 290, 120, 200, 420, ("#f3e4d7", c.MIST, "#f3e4d7", c.MIST)[i], r=6) for i in range(4)),
        *(rect(80 + i * 290, 120, 200, 60, c.RIVER, r=6) for i in range(4)),
        *(circle(180 + i * 290, 150, 16, (c.GREEN, c.SUN, c.GREEN, c.CLAY)[i]) for i in range(4)),
        *(rect(240 + i * 290, 330, 10, 60, c.STEEL_DARK, r=5) for i in range(4)),
        path("M0 640Q600 590 1200 640V800H0Z", c.WHITE, 0.28),
        ellipse(520, 742, 420, 34, c.WHITE, 0.35),
        at(640, 760, scrubber(c.RIVER), scale=1.9),
        at(890, 766, standing(CAST["gea"], "front"), scale=2.05, flip=True),
        at(
            250,
            780,
            polygon([(-46, 0), (0, -130), (46, 0)], c.SUN),
            polygon([(-24, -16), (0, -84), (24, -16)], c.CREAM),
            rect(-4, -66, 8, 30, c.INK, r=3),
            circle(0, -26, 5, c.INK),
        ),
    )


@scene
def gloves_with_a_story() -> str:
    """A supply cupboard with gloves and bottles, a map of their journey on the wall."""
    glove = path(
        "M-30 0V-60Q-40 -92 -28 -96Q-20 -96 -18 -70V-112Q-16 -122 -8 -120Q-2 -120 -2 -76V-122"
        "Q0 -132 8 -130Q14 -128 12 -76V-112Q16 -122 24 -118Q28 -114 26 -60V0Z",
        "#0f6d66",
    )
    return group(
        room("#efe7da", "#c7b797", 600),
        rect(90, 90, 520, 360, c.MIST, r=12),
        path("M130 300Q160 200 260 220T360 180Q420 150 430 230T330 320Q220 360 130 300Z", "#a9c79f"),
        path("M440 340Q500 300 560 330Q580 380 520 410Q450 420 440 340Z", "#a9c79f"),
        stroke("M210 260Q330 120 500 360", c.CLAY, 6, dash="4 16"),
        circle(210, 260, 15, c.CLAY),
        circle(500, 360, 15, c.RIVER),
        at(920, 690, cupboard(420, 560, c.WOOD_LIGHT)),
        rect(726, 150, 388, 520, c.WOOD_DARK, r=4),
        *(rect(726, y, 388, 14, c.WOOD_LIGHT) for y in (290, 440, 590)),
        *(at(790 + i * 88, 290, spray((c.GRASS, c.CLAY, c.RIVER, c.SUN)[i]), scale=0.95) for i in range(4)),
        *(
            rect(746 + i * 120, 370 + (i % 2) * 10, 108, 70 - (i % 2) * 10, (c.SUN, c.CREAM, c.TEAL)[i], r=4)
            for i in range(3)
        ),
        *(at(800 + i * 80, 588, glove, scale=0.95) for i in range(4)),
        *(rect(746 + i * 90, 630, 80, 40, (c.BLOSSOM, c.MIST, c.CLAY, c.CREAM)[i], r=4) for i in range(4)),
        at(560, 760, standing(CAST["noa"], "point"), scale=2),
        at(220, 760, bucket(c.RIVER, 150)),
    )
