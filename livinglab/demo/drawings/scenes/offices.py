"""Offices: chairs, desks, screens and clothes."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, ring, stroke
from livinglab.demo.drawings.indoors import (
    cup,
    desk,
    jacket,
    laptop,
    meeting_table,
    office_chair,
    paper,
    rail,
    server_rack,
    shelf,
    trousers,
)
from livinglab.demo.drawings.people import CAST, bust, standing, worker
from livinglab.demo.drawings.plants import pot_plant
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.rooms import chart_bars, lamp, notes, room, window, window_view


@scene
def chairs_get_new_covers() -> str:
    """A workshop: one chair in parts, others finished in different colours."""
    return group(
        room("#e4ece4", "#bda888", 580),
        window(80, 80, 330, 270, window_view(80, 80, 330, 270)),
        rect(500, 110, 360, 230, c.WOOD, r=8),
        *(
            at(560 + i * 80, 150, stroke(d, c.STEEL, 10))
            for i, d in enumerate(
                ("M0 0V120", "M0 0V80M-14 80H14V120H-14Z", "M-10 0Q0 20 10 0M0 10V120", "M0 0V120M-16 0H16")
            )
        ),
        *(
            at(960 + i * 80, 360, rect(-26, -150, 52, 150, colour, r=10), ellipse(0, -150, 26, 8, c.CREAM))
            for i, colour in enumerate((c.RIVER, c.CLAY, c.SUN))
        ),
        rect(910, 360, 260, 16, c.WOOD_DARK, r=4),
        at(620, 590, bust(CAST["lou"], "front"), scale=2),
        at(600, 790, meeting_table(560, c.WOOD_LIGHT, c.WOOD, 196)),
        at(690, 590, path("M-70 -14Q0 -34 70 -14L62 10Q0 20 -62 10Z", c.CLAY), scale=1.2),
        at(520, 588, path("M-40 0Q-46 -70 0 -80Q46 -70 40 0Z", c.MIST), scale=0.8),
        at(150, 770, office_chair(c.RIVER), scale=1.35),
        at(980, 770, office_chair(c.SUN, c.CLAY), scale=1.35),
        at(1120, 740, office_chair(c.GRASS), scale=1.1),
    )


@scene
def second_hand_council_room() -> str:
    """A council chamber with chairs of different kinds around one table."""
    light = c.SPRING
    chairs = [
        at(x, y, office_chair(colour), scale=s)
        for x, y, s, colour in (
            (150, 560, 0.95, c.CLAY),
            (330, 540, 0.95, c.RIVER),
            (510, 530, 0.95, c.SUN),
            (690, 530, 0.95, c.GRASS),
            (870, 540, 0.95, c.BLOSSOM),
            (1050, 560, 0.95, c.RIVER),
        )
    ]
    return group(
        room("#f0e5d3", "#b5815a", 500),
        *(window(110 + i * 370, 70, 240, 260, window_view(110 + i * 370, 70, 240, 260, sun=i == 1)) for i in range(3)),
        *(
            path(f"M{60 + i * 370} 50H{110 + i * 370}Q{100 + i * 370} 220 {60 + i * 370} 350Z", c.CLAY)
            for i in range(3)
        ),
        lamp(290, 120, c.DEEP),
        lamp(600, 140, c.DEEP),
        lamp(910, 120, c.DEEP),
        *chairs,
        ellipse(600, 710, 620, 150, c.INK, 0.12),
        ellipse(600, 660, 600, 130, c.WOOD_DARK),
        ellipse(600, 640, 600, 130, c.WOOD_LIGHT),
        ellipse(600, 632, 470, 86, c.WOOD, 0.5),
        *(at(x, y, paper(t)) for x, y, t in ((250, 610, -8), (480, 580, 6), (720, 580, -4), (960, 612, 10))),
        at(600, 640, pot_plant(light, 110, c.RIVER)),
        at(380, 680, cup(c.WHITE), scale=1.2),
        at(830, 684, cup(c.WHITE), scale=1.2),
    )


@scene
def desks_waiting_in_a_shed() -> str:
    """A storeroom full of stacked desks that nobody came to fetch."""
    stack = group(*(at(0, -i * 106, desk(300, (c.WOOD_LIGHT, c.CREAM, c.WOOD)[i % 3], height=96)) for i in range(4)))
    return group(
        rect(0, 0, 1200, 800, "#c7d0cc"),
        *(rect(i * 60, 0, 3, 560, c.STEEL_DARK, opacity=0.35) for i in range(21)),
        rect(0, 550, 1200, 260, "#9da39a"),
        path("M0 550H1200V590Q600 560 0 596Z", c.INK, 0.08),
        lamp(360, 130, c.CLAY),
        lamp(860, 130, c.CLAY),
        at(210, 690, stack, scale=1.05),
        at(560, 660, stack, scale=0.95),
        at(1010, 690, stack, scale=1.05),
        at(800, 770, standing(CAST["eef"], "hip"), scale=1.75),
        rect(40, 60, 190, 110, c.CREAM, r=6),
        stroke("M66 96H200M66 124H160", c.SOFT, 8),
        *(stroke(f"M{x} {y}q24 10 48 0", c.STEEL_DARK, 3) for x, y in ((330, 300), (660, 280), (1040, 250))),
    )


@scene
def jackets_from_jackets() -> str:
    """A clothes rail: worn jackets at one side, new ones made of them at the other."""
    return group(
        room("#eef1ea", "#c3b394", 600),
        rect(60, 70, 300, 380, "#f3e4d7", r=12),
        stroke("M130 170a80 80 0 1 1 -6 130", c.GREEN, 18),
        polygon([(104, 300), (160, 290), (134, 344)], c.GREEN),
        at(780, 700, rail(760, 470)),
        *(
            at(470 + i * 128, 232, jacket(colour, trim), scale=1.3)
            for i, (colour, trim) in enumerate(
                (("#8d9a98", c.STEEL), ("#8d9a98", c.STEEL), (c.RIVER, c.SUN), (c.RIVER, c.SUN), (c.CLAY, c.SUN))
            )
        ),
        at(250, 770, standing(CAST["kim"], "reach"), scale=2),
        at(
            470,
            770,
            ellipse(0, 0, 90, 12, c.INK, 0.16),
            path("M-80 0Q-90 -70 -30 -76Q20 -110 60 -70Q94 -60 84 0Z", "#8d9a98"),
            path("M-30 0Q-20 -50 20 -54Q60 -50 60 0Z", c.STEEL_DARK, 0.5),
        ),
    )


@scene
def workwear_for_everyone() -> str:
    """Five people of different build in the same workwear, each in a fitting cut."""
    return group(
        rect(0, 0, 1200, 800, "#f6e2c9"),
        circle(600, 420, 390, "#f9edda"),
        rect(0, 640, 1200, 160, "#d9bf98"),
        at(170, 730, standing(worker("hava"), "wave"), scale=2.15),
        at(385, 740, standing(worker("max", c.WHITE), "hip"), scale=2.3),
        at(610, 750, standing(worker("noa"), "down"), scale=2.5),
        at(830, 740, standing(worker("eef", c.SUN), "hold"), scale=2.3),
        at(1040, 730, standing(worker("dewi"), "wave"), scale=2.0, flip=True),
    )


@scene
def who_sewed_the_trousers() -> str:
    """Work trousers on a line; a thread runs from them across a map to a question mark."""
    return group(
        room("#e9eef0", "#c3b394", 610),
        rect(430, 80, 700, 440, c.CREAM, r=10),
        path("M480 240Q540 150 640 190Q700 130 760 200Q740 290 640 300Q540 330 480 240Z", "#a9c79f"),
        path("M820 330Q880 270 960 300Q1060 300 1070 380Q1000 460 900 440Q820 420 820 330Z", "#a9c79f"),
        *(circle(x, y, 14, colour) for x, y, colour in ((560, 230, c.RIVER), (690, 230, c.RIVER), (880, 360, c.CLAY))),
        stroke("M300 330C380 160 480 180 560 230S660 260 690 230S820 260 880 360", c.CLAY, 6, dash="2 14"),
        ring(1000, 380, 34, c.SOFT, 6),
        stroke("M990 372Q990 358 1002 358Q1014 360 1010 372Q1000 380 1000 388", c.SOFT, 6),
        circle(1000, 400, 4, c.SOFT),
        line(40, 150, 400, 150, c.STEEL_DARK, 8),
        at(130, 152, trousers(c.DEEP), scale=1.7),
        at(300, 152, trousers(c.RIVER), scale=1.7),
        at(650, 776, standing(CAST["anna"], "point"), scale=1.9),
        at(950, 790, meeting_table(420, height=170)),
        at(950, 622, laptop("#cfe3ea"), scale=1.2),
        at(840, 614, cup(c.CLAY), scale=1.2),
    )


@scene
def laptops_live_longer() -> str:
    """A bench where laptops are opened, cleaned and closed again."""
    light = c.SPRING
    return group(
        room("#dfe7ea", "#a9b3ae", 570),
        at(1060, 590, shelf(260, 4, 8)),
        window(90, 80, 360, 270, window_view(90, 80, 360, 270)),
        at(
            700,
            330,
            rect(-120, -200, 240, 190, c.CREAM, r=8),
            at(-100, -40, chart_bars(200, 130, (0.4, 0.55, 0.7, 0.9))),
        ),
        at(420, 590, bust(CAST["fadil"], "hold"), scale=2.1),
        at(800, 590, bust(CAST["gea"], "front"), scale=2.1, flip=True),
        at(600, 800, meeting_table(1060, c.CREAM, c.STEEL_DARK, 216)),
        at(220, 580, laptop("#cfe3ea"), scale=1.25),
        at(
            590,
            586,
            rect(-110, -16, 220, 22, c.INK, r=6),
            *(rect(-90 + i * 46, -14, 34, 10, (c.SUN, c.GRASS, c.CLAY, c.GLASS)[i], r=2) for i in range(4)),
        ),
        at(980, 580, laptop("#b9d3b4"), scale=1.25),
        stroke("M660 560l46 -66", c.SUN, 9),
        at(90, 584, pot_plant(light, 110, c.CLAY)),
    )


@scene
def phone_in_parts() -> str:
    """A telephone taken apart into its modules, laid out in order."""
    return group(
        rect(0, 0, 1200, 800, "#e7ddf0"),
        circle(600, 400, 360, "#f1eaf6"),
        at(
            330,
            640,
            rect(-120, -470, 240, 470, c.INK, r=34),
            rect(-104, -430, 208, 370, c.GLASS, r=8),
            polygon([(-104, -60), (-20, -430), (40, -430), (-44, -60)], c.WHITE, 0.25),
            turn=-6,
        ),
        *(
            at(x, y, rect(-w / 2, -h / 2, w, h, colour, r=14), inner)
            for x, y, w, h, colour, inner in (
                (660, 210, 150, 110, c.RIVER, circle(0, 0, 32, c.INK) + circle(0, 0, 18, c.GLASS)),
                (860, 210, 170, 110, c.GRASS, group(*(rect(-62 + i * 32, -24, 22, 48, c.SUN, r=3) for i in range(4)))),
                (660, 370, 150, 130, c.SUN, path("M8 -44L-26 8H-4L-12 44L26 -10H4Z", c.INK)),
                (
                    860,
                    380,
                    170,
                    150,
                    c.CREAM,
                    group(
                        rect(-50, -50, 100, 60, c.STEEL, r=6), *(circle(-40 + i * 26, 40, 8, c.CLAY) for i in range(4))
                    ),
                ),
                (660, 540, 150, 110, c.CLAY, group(*(rect(-44, -24 + i * 20, 88, 8, c.CREAM, r=4) for i in range(3)))),
                (860, 560, 170, 110, c.TEAL, ring(0, 0, 30, c.CREAM, 8)),
            )
        ),
        at(1040, 600, line(0, 0, 0, -300, c.STEEL_DARK, 16), rect(-26, -10, 52, 150, c.CLAY, r=20), turn=12),
        *(circle(x, y, 9, c.STEEL_DARK) for x, y in ((560, 640), (600, 664), (548, 690), (640, 690))),
    )


@scene
def laptop_for_the_kitchen_table() -> str:
    """A family at the kitchen table with a laptop."""
    return group(
        room("#fbe8dc", "#c8a984", 590),
        window(440, 80, 330, 260, window_view(440, 80, 330, 260)),
        rect(60, 120, 260, 18, c.WOOD, r=4),
        *(
            at(
                100 + i * 56,
                120,
                rect(-16, -50 + (i % 2) * 10, 32, 50 - (i % 2) * 10, (c.CLAY, c.CREAM, c.GRASS, c.SUN)[i], r=6),
            )
            for i in range(4)
        ),
        lamp(600, 110, c.SUN),
        rect(900, 150, 220, 170, c.CREAM, r=6),
        *(rect(920 + i * 64, 172, 52, 52, (c.BLOSSOM, c.SUN, "#a9d0c4")[i], r=3) for i in range(3)),
        stroke("M930 270Q1000 240 1090 280", c.CLAY, 6),
        at(400, 600, bust(CAST["hava"], "front"), scale=2.2),
        at(600, 600, bust(CAST["chris"], "front"), scale=1.75),
        at(850, 600, bust(CAST["fadil"], "hold"), scale=2.2, flip=True),
        at(600, 800, meeting_table(1000, c.WOOD_LIGHT, c.WOOD_DARK, 208)),
        at(730, 590, laptop("#cfe3ea"), scale=0.95),
        at(300, 584, cup(c.RIVER), scale=1.3),
        at(
            980,
            590,
            ellipse(0, -4, 66, 14, c.RIVER),
            *(circle(x, -20, 18, colour) for x, colour in ((-28, c.CLAY), (2, c.SUN), (30, c.GRASS))),
        ),
    )


@scene
def questions_to_the_maker() -> str:
    """A server rack and a long list of questions on the wall."""
    return group(
        room("#dbe3ea", "#8f9aa3", 590),
        at(930, 740, server_rack(620)),
        at(1110, 730, server_rack(580)),
        at(90, 90, notes(520, 300, 11)),
        at(330, 760, standing(CAST["isa"], "point"), scale=2.05),
        at(
            560,
            770,
            standing(
                CAST["job"],
                "hold",
                at(10, -94, rect(-30, -22, 60, 44, c.INK, r=5), rect(-25, -18, 50, 34, c.GLASS, r=2)),
            ),
            scale=2,
            flip=True,
        ),
        stroke("M820 640Q720 700 700 790", c.CLAY, 9),
        stroke("M830 600Q690 680 660 800", c.SUN, 9),
    )
