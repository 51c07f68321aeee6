"""People who meet: rooms, visits, screens."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import sports_hall
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.indoors import cup, paper, round_table
from livinglab.demo.drawings.land import cloud, distance, meadow, river, sky, windmill
from livinglab.demo.drawings.people import CAST, bust, from_behind, in_wheelchair, standing, walking, worker
from livinglab.demo.drawings.plants import flowers, pollard, pot_plant, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import drill_core
from livinglab.demo.drawings.rooms import chart_web, notes, room, screen, window, window_view


@scene
def session_in_the_council_room() -> str:
    """A full room listens to two speakers beside a screen with a web chart."""
    return group(
        room("#f1e6d4", "#b98f63", 620),
        window(60, 90, 240, 300, window_view(60, 90, 240, 300)),
        at(620, 80, screen(440, 300)),
        at(520, 240, chart_web(104)),
        *(
            rect(670, 150 + i * 52, (130, 100, 120, 80)[i], 18, (c.RIVER, c.GRASS, c.CLAY, c.SUN)[i], r=9)
            for i in range(4)
        ),
        at(940, 640, standing(CAST["gea"], "point"), scale=1.85, flip=True),
        at(1090, 646, standing(CAST["lou"], "hold"), scale=1.85, flip=True),
        *(
            at(90 + i * 190, 720, from_behind(CAST[n]), scale=1.35)
            for i, n in enumerate(("ben", "hava", "eef", "noa", "max", "dewi"))
        ),
        *(
            at(10 + i * 250, 830, from_behind(CAST[n]), scale=1.9)
            for i, n in enumerate(("kim", "isa", "job", "anna", "chris"))
        ),
    )


@scene
def round_a_table_on_asphalt() -> str:
    """Five people around a table with plans and a drill core; wall full of notes."""
    return group(
        room("#dfe9e6", "#c1ab88", 560),
        at(110, 80, notes(460, 270, 3)),
        window(720, 80, 380, 270, window_view(720, 80, 380, 270, hill="#b9d3b4")),
        *(
            at(x, 610, bust(look, pose), scale=1.75, flip=f)
            for x, look, pose, f in (
                (300, CAST["anna"], "front", False),
                (470, worker("fadil"), "hold", False),
                (730, CAST["isa"], "hold", True),
                (900, CAST["eef"], "front", True),
            )
        ),
        ellipse(600, 690, 520, 120, c.INK, 0.12),
        ellipse(600, 650, 480, 104, c.WOOD_DARK),
        ellipse(600, 630, 480, 104, c.WOOD_LIGHT),
        at(430, 632, paper(-10), scale=1.5),
        at(590, 660, paper(4), scale=1.6),
        at(760, 640, paper(12), scale=1.4),
        at(610, 610, drill_core(((c.ASPHALT, 26), (c.ASPHALT_OLD, 30), ("#b7a084", 26)), 56)),
        at(880, 656, cup(c.CLAY), scale=1.2),
        at(330, 676, cup(c.RIVER), scale=1.2),
        at(240, 830, from_behind(CAST["chris"]), scale=2.2),
        at(950, 830, from_behind(CAST["hava"]), scale=2.2),
    )


@scene
def meeting_on_the_screen() -> str:
    """A webinar: faces in squares on a large screen, a cup and a notebook before it."""
    people = ("anna", "ben", "noa", "eef", "hava", "job")
    colours = ("#dcebee", "#f6e2c9", "#e4ece4", "#f9dfe5", "#e7ddf0", "#f5ecd0")
    tiles = []
    for index, name in enumerate(people):
        x, y = 240 + (index % 3) * 244, 96 + (index // 3) * 196
        tiles.append(
            group(rect(x, y, 232, 184, colours[index], r=8), at(x + 116, y + 184, bust(CAST[name], ""), scale=1.3))
        )
    light = c.SPRING
    return group(
        room("#0f5562", "#0a3d47", 620),
        circle(1060, 150, 210, "#146472", 0.7),
        rect(210, 66, 784, 426, c.INK, r=18),
        *tiles,
        rect(560, 492, 84, 60, c.STEEL_DARK),
        rect(440, 540, 324, 22, c.STEEL_DARK, r=11),
        rect(0, 560, 1200, 250, c.WOOD),
        rect(0, 560, 1200, 26, c.WOOD_LIGHT),
        at(280, 690, cup(c.CLAY), scale=2.2),
        at(
            560,
            730,
            polygon([(-170, 20), (-120, -60), (150, -60), (190, 20)], c.STEEL),
            *(rect(-130 + i * 44, -48 + r * 24, 36, 16, c.WHITE, r=4) for r in range(3) for i in range(7)),
        ),
        at(930, 720, paper(8), scale=2),
        line(1010, 740, 1090, 660, c.SUN, 11),
        at(110, 640, pot_plant(light, 220, c.SUN)),
    )


@scene
def visit_to_the_hall_under_construction() -> str:
    """A group in helmets visits a sports hall, a guide points at the roof."""
    light = c.SPRING
    return group(
        sky(light, sun=(180, 140), size=60),
        cloud(light, 560, 110, 1),
        distance(light, 440, 6),
        at(1120, 500, tall_tree(light, 250)),
        meadow(light, 490, 4),
        at(620, 580, sports_hall("#c8d3cd", c.RIVER, panels=0, doors=c.SUN, green="#4a8a3f"), scale=1.45),
        polygon([(-20, 640), (1220, 600), (1220, 820), (-20, 820)], "#d3c3a1"),
        at(300, 750, standing(worker("dewi", c.WHITE), "up"), scale=1.6),
        *(
            at(480 + i * 130, 750 + (i % 2) * 22, standing(worker(n, c.SUN), p), scale=1.45, flip=True)
            for i, (n, p) in enumerate((("eef", "hold"), ("noa", "hip"), ("job", "down"), ("gea", "hold")))
        ),
        at(1060, 780, in_wheelchair(worker("ben", c.SUN)), scale=1.45, flip=True),
    )


@scene
def cleaners_and_buyers_talk() -> str:
    """A sofa talk: cleaners and buyers sit in a half circle with cups."""
    seats = (
        ("hava", 190, c.CLAY),
        ("ben", 395, c.RIVER),
        ("kim", 600, c.SUN),
        ("lou", 805, c.TEAL),
        ("anna", 1010, c.CLAY),
    )
    return group(
        room("#f9ecdf", "#c9a57c", 560),
        window(90, 70, 300, 240, window_view(90, 70, 300, 240)),
        window(810, 70, 300, 240, window_view(810, 70, 300, 240, sun=False)),
        at(
            450,
            90,
            rect(0, 0, 300, 190, "#2a5f49", r=8),
            stroke("M40 130L110 70L170 100L260 40", c.SUN, 9),
            circle(260, 40, 11, c.SUN),
        ),
        *(
            at(
                x,
                700 - abs(x - 600) * 0.06 + 30,
                ellipse(0, 6, 110, 16, c.INK, 0.14),
                rect(-96, -190, 192, 190, colour, r=36),
                at(0, -40, bust(CAST[name], "hold"), scale=1.6),
                rect(-108, -92, 40, 96, colour, r=18),
                rect(68, -92, 40, 96, colour, r=18),
                rect(-80, -48, 160, 52, colour, r=14),
                rect(-80, -48, 160, 14, c.WHITE, r=7, opacity=0.16),
            )
            for name, x, colour in seats
        ),
        at(600, 790, round_table(300), scale=0.8),
        at(560, 712, cup(c.WHITE)),
        at(640, 716, cup(c.RIVER)),
    )


@scene
def walk_along_the_verges() -> str:
    """A small group walks a flowering dike path behind a guide."""
    light = c.SUMMER
    return group(
        sky(light, sun=(1010, 160), size=70),
        cloud(light, 300, 140, 1.2),
        distance(light, 420, 6),
        at(150, 440, windmill(15), scale=0.6),
        river(
            light,
            [(-20, 460), (400, 450), (800, 464), (1220, 446)],
            [(-20, 520), (400, 540), (800, 520), (1220, 540)],
            6,
            3,
        ),
        path("M-20 620C300 520 760 500 1220 560V820H-20Z", light.near),
        path("M-20 700C320 600 800 580 1220 632V672C800 620 330 650 -20 770Z", "#dccba6"),
        at(240, 690, standing(worker("isa"), "point"), scale=1.35),
        *(
            at(440 + i * 112, 656 - (i % 2) * 10 + i * 2, walking(CAST[n], p), scale=1.2, flip=True)
            for i, (n, p) in enumerate(
                (("eef", "down"), ("anna", "hold"), ("fadil", "down"), ("kim", "hold"), ("job", "down"))
            )
        ),
        at(1110, 600, pollard(light, 240)),
        flowers(0, 770, 620, 30, 22, 3, 1.5),
        flowers(640, 710, 560, 80, 26, 8, 1.4),
    )
