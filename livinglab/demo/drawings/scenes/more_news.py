"""Pictures of the news: the second half."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.animals import bee, butterfly
from livinglab.demo.drawings.buildings import battery, house
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, ridge, ring, stroke
from livinglab.demo.drawings.indoors import meeting_table, plate
from livinglab.demo.drawings.land import cloud, distance, meadow, sky
from livinglab.demo.drawings.people import CAST, bust, child, kneeling, standing, worker
from livinglab.demo.drawings.plants import flowers, grass, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import barrier, cone, excavator
from livinglab.demo.drawings.rooms import lamp, room, window, window_view
from livinglab.demo.drawings.vehicles import bolt_mark


@scene
def ecologist_with_a_net() -> str:
    """A woman with a net and a notebook stands in high grass with flowers."""
    light = c.SPRING
    return group(
        sky(light, sun=(960, 160), size=76),
        cloud(light, 300, 140, 1.1),
        distance(light, 430, 8),
        at(140, 470, round_tree(light, 190)),
        at(1080, 470, tall_tree(light, 230)),
        meadow(light, 480, 6),
        at(
            560,
            800,
            standing(
                CAST["noa"],
                "wave",
                at(-34, -84, rect(-26, -20, 52, 40, c.CLAY, r=4), rect(-20, -15, 40, 30, c.WHITE, r=2)),
            ),
            line(50, -180, 110, -330, c.WOOD, 8),
            ring(136, -352, 40, c.STEEL_DARK, 6),
            path("M98 -366Q60 -300 30 -330Q70 -380 122 -388Z", c.WHITE, 0.8),
            scale=1.75,
        ),
        path("M-20 640C300 600 800 620 1220 600V820H-20Z", light.near_dark),
        grass(light, -20, 680, 1240, 5, 110, 110, "#5f8f3a"),
        flowers(-10, 690, 1220, 90, 46, 7, 1.5),
        grass(light, -20, 810, 1240, 8, 90, 120, "#4f7f34"),
        at(860, 420, butterfly(c.CLAY, 20), scale=2.2),
        at(300, 480, butterfly("#5b9abf", -10), scale=1.6),
        at(700, 500, bee(), scale=1.5),
    )


@scene
def hourglass_conversations() -> str:
    """Small tables with two people each; a large hourglass before them."""
    pairs = (("anna", "isa"), ("eef", "kim"), ("hava", "lou"), ("max", "dewi"))
    tables = []
    for index, (left, right) in enumerate(pairs):
        x, y, s = ((200, 470, 0.95), (480, 440, 0.9), (760, 440, 0.9), (1030, 470, 0.95))[index]
        tables.append(
            at(
                x,
                y,
                at(-84, -60, bust(CAST[left], "hold"), scale=1.15),
                at(84, -60, bust(CAST[right], "hold"), scale=1.15, flip=True),
                rect(-66, -74, 132, 14, c.WOOD_LIGHT, r=7),
                rect(-7, -60, 14, 90, c.DEEP),
                ellipse(0, 34, 70, 9, c.INK, 0.14),
                rect(-128, -60, 90, 14, c.CLAY, r=7),
                rect(38, -60, 90, 14, c.RIVER, r=7),
                scale=s * 1.15,
            )
        )
    return group(
        room("#e7ddf0", "#bfae9a", 470),
        *(lamp(200 + i * 270, 120 + (i % 2) * 20, (c.CLAY, c.RIVER, c.SUN, c.TEAL)[i]) for i in range(4)),
        *tables,
        ellipse(600, 780, 150, 16, c.INK, 0.18),
        rect(470, 750, 260, 28, c.WOOD, r=8),
        rect(470, 500, 260, 28, c.WOOD, r=8),
        path("M500 528H700Q690 610 616 640Q690 672 700 750H500Q510 672 584 640Q510 610 500 528Z", "#dcebee"),
        path("M530 572H670Q650 616 600 634Q550 616 530 572Z", c.SUN),
        path("M516 750Q530 700 600 690Q670 700 684 750Z", c.SUN),
        line(600, 634, 600, 700, c.SUN, 6),
        line(484, 528, 484, 750, c.WOOD_DARK, 12),
        line(716, 528, 716, 750, c.WOOD_DARK, 12),
    )


@scene
def pupils_taste_and_score() -> str:
    """Three pupils taste soup and hold up signs with dots for points."""
    points = []
    for x, colour, count in ((250, c.GRASS, 4), (600, c.SUN, 2), (950, c.GRASS, 3)):
        points.append(
            at(
                x,
                250,
                line(0, 70, 0, 250, c.WOOD, 12),
                circle(0, 0, 92, colour),
                circle(0, 0, 76, c.CREAM),
                *(
                    circle(-30 + (i % 2) * 60 if count > 1 else 0, -24 + (i // 2) * 50, 17, colour)
                    for i in range(count)
                ),
            )
        )
    return group(
        room("#fdf0dc", "#cfa878", 560),
        *(
            rect(70 + i * 190, 60, 150, 40, (c.CLAY, c.CREAM, c.RIVER, c.CREAM, c.GRASS, c.CREAM)[i], r=6)
            for i in range(6)
        ),
        *points,
        at(180, 600, bust(CAST["noa"], "front"), scale=2.3),
        at(530, 600, bust(CAST["job"], "front"), scale=2.3),
        at(880, 600, bust(CAST["kim"], "front"), scale=2.3),
        at(600, 830, meeting_table(1160, c.CREAM, c.TEAL, 236)),
        *(at(x, 588, plate("soup"), scale=1.3) for x in (320, 670, 1020)),
        *(stroke(f"M{x} 540q14 -16 0 -32t0 -32", c.WHITE, 7) for x in (310, 340, 660, 690, 1010, 1040)),
    )


@scene
def open_day_at_the_works() -> str:
    """Children with helmets at a green excavator, flags and a cable to a battery."""
    light = c.SUMMER
    bunting = group(
        *(
            polygon(
                [(i * 100 + 20, 90 + (i % 6) * 4), (i * 100 + 80, 94 + (i % 6) * 4), (i * 100 + 50, 150 + (i % 6) * 4)],
                (c.CLAY, c.SUN, c.RIVER, c.BLOSSOM)[i % 4],
            )
            for i in range(12)
        )
    )
    return group(
        sky(light, sun=(1060, 190), size=56),
        cloud(light, 340, 220, 1),
        stroke("M-20 90Q600 130 1220 90", c.INK, 4),
        bunting,
        at(120, 520, house(200, c.BRICK, c.DEEP), scale=1.1),
        at(340, 520, house(200, c.CREAM, c.ROOF), scale=1.1),
        at(1060, 520, house(210, "#c98262", c.DEEP, c.SUN), scale=1.15),
        rect(0, 512, 1200, 300, "#dccdb2"),
        path("M0 640Q600 600 1200 650V820H0Z", "#cfbe9e"),
        at(760, 640, excavator(c.GRASS, 1.0), bolt_mark(40, -118, 1.1), scale=1.4),
        at(170, 640, battery(), scale=1),
        stroke("M300 630Q420 690 560 650T700 640", c.INK, 8),
        at(420, 760, child(worker("kim", c.SUN), "up"), scale=1.8),
        at(540, 770, child(worker("chris", c.WHITE), "up"), scale=1.9),
        at(1000, 770, child(worker("noa", c.SUN), "up"), scale=1.8),
        at(1100, 776, standing(CAST["gea"], "wave"), scale=1.5),
        at(290, 776, standing(worker("ben", c.WHITE), "point"), scale=1.5),
    )


@scene
def empty_words_balloon() -> str:
    """Someone blows up a balloon of empty lines; a colleague holds a pencil to it; a cat watches."""
    cat = group(
        ellipse(0, 2, 60, 7, c.INK, 0.16),
        path("M-40 0Q-46 -60 0 -64Q44 -60 40 0Z", c.INK),
        circle(0, -82, 28, c.INK),
        polygon([(-26, -96), (-20, -124), (-4, -104)], c.INK),
        polygon([(26, -96), (20, -124), (4, -104)], c.INK),
        stroke("M38 -8Q78 -10 70 -54", c.INK, 10),
        circle(-10, -84, 5, c.SUN),
        circle(10, -84, 5, c.SUN),
    )
    return group(
        room("#e7f0ea", "#c1ab88", 610),
        window(70, 80, 260, 260, window_view(70, 80, 260, 260)),
        ellipse(620, 300, 250, 220, c.BLOSSOM),
        ellipse(540, 220, 70, 46, c.WHITE, 0.35),
        polygon([(404, 420), (380, 452), (430, 448)], c.BLOSSOM),
        *(
            rect(480 + (i % 2) * 20, 220 + i * 40, (280, 210, 250, 170)[i], 18, c.WHITE, r=9, opacity=0.9)
            for i in range(4)
        ),
        at(310, 780, standing(CAST["job"], "front"), scale=2.1),
        stroke("M380 470L400 446", c.SOFT, 7),
        at(1000, 780, standing(CAST["dewi"], "point"), scale=2.1, flip=True),
        at(
            838,
            430,
            polygon([(-60, -6), (60, -6), (60, 10), (-60, 10)], c.SUN),
            polygon([(-60, -6), (-92, 2), (-60, 10)], c.WOOD_LIGHT),
            polygon([(-80, -1), (-92, 2), (-80, 5)], c.INK),
            rect(60, -6, 20, 16, c.CLAY, r=3),
            turn=24,
        ),
        at(650, 780, cat, scale=1.1),
    )


@scene
def heat_break_under_the_tree() -> str:
    """Road workers rest with water in the shade of one tree under a huge sun."""
    bottle = group(rect(-9, -44, 18, 44, "#9cc3d6", r=6), rect(-5, -54, 10, 12, c.RIVER, r=3))
    return group(
        rect(0, 0, 1200, 800, "#fbdfae"),
        circle(880, 220, 300, "#f8cf7d"),
        circle(880, 220, 215, "#f5bd55"),
        circle(880, 220, 140, "#f09a3c"),
        ridge([520, 490, 510, 480, 500], "#e3c184"),
        ridge([560, 545, 570, 540, 560], "#cfa965"),
        polygon([(560, 560), (640, 560), (1180, 820), (500, 820)], "#6d6a66"),
        *(
            polygon(
                [
                    (604 + i * 40, 580 + i * 60),
                    (616 + i * 42, 580 + i * 60),
                    (650 + i * 62, 620 + i * 66),
                    (630 + i * 60, 620 + i * 66),
                ],
                c.SUN,
            )
            for i in range(4)
        ),
        ellipse(290, 742, 330, 50, "#8f7f4a", 0.7),
        at(270, 730, round_tree(c.SUMMER, 620)),
        at(150, 770, kneeling(worker("isa")), at(66, -54, bottle), scale=1.35),
        at(400, 770, standing(worker("max"), "hold", at(12, -84, bottle)), scale=1.3),
        at(520, 776, standing(worker("dewi"), "hold", at(12, -84, bottle)), scale=1.3, flip=True),
        at(980, 740, barrier(), scale=1.05),
        at(820, 700, cone(76)),
        *(stroke(f"M{760 + i * 110} 560q16 -18 0 -36t0 -36", "#f6e9c6", 6) for i in range(4)),
    )


@scene
def forty_one_of_sixty() -> str:
    """A wall of sixty tiles, most green, a few orange, the rest white; someone adds one from a ladder."""
    tiles = []
    for index in range(60):
        colour = c.GREEN if index < 41 else "#e0812f" if index < 48 else c.WHITE
        x, y = 110 + (index % 12) * 74, 110 + (index // 12) * 84
        mark = stroke(f"M{x + 18} {y + 36}l12 14l22 -28", c.WHITE, 7) if index < 41 else ""
        tiles.append(group(rect(x, y, 64, 72, colour, r=8), mark))
    ladder = group(
        line(-34, 0, -14, -470, c.WOOD, 11),
        line(34, 0, 14, -470, c.WOOD, 11),
        *(line(-31 + i * 2, -50 - i * 60, 31 - i * 2, -50 - i * 60, c.WOOD_LIGHT, 9) for i in range(7)),
    )
    return group(
        room("#dfe9e6", "#bfa986", 650),
        rect(80, 84, 944, 450, "#c9d6d2", r=14),
        *tiles,
        at(880, 760, ladder),
        at(880, 560, standing(CAST["chris"], "up"), scale=1.35),
        at(1090, 780, standing(CAST["hava"], "hold"), scale=1.75, flip=True),
        at(300, 784, standing(CAST["lou"], "point"), scale=1.6),
        at(460, 784, standing(CAST["anna"], "hip"), scale=1.6, flip=True),
    )
