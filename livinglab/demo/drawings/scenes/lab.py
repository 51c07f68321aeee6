"""Pictures of the lab itself: the landscape, the town hall, a desk to write to."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import town_hall
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.indoors import cup, laptop, meeting_table
from livinglab.demo.drawings.land import arch_bridge, barge, cloud, distance, river, sky, village, windmill
from livinglab.demo.drawings.people import CAST, child, in_wheelchair, standing, walking
from livinglab.demo.drawings.plants import blossom_tree, bush, flowers, pollard, reeds, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.rooms import room, window, window_view


@scene
def river_land() -> str:
    """The river land in spring: blossom, a village, a bridge and the river."""
    light = c.SPRING
    return group(
        sky(light, sun=(990, 160), size=78),
        cloud(light, 250, 140, 1.1),
        cloud(light, 620, 200, 0.7),
        distance(light, 420, 12),
        at(560, 486, arch_bridge(c.CREAM, c.DEEP, 420), scale=0.62),
        village(light, 760, 446, 0.5, 12),
        at(60, 440, windmill(28), scale=0.62),
        path("M-20 480C260 440 560 500 800 478S1100 450 1220 470V820H-20Z", light.near),
        at(230, 606, round_tree(light, 300)),
        at(370, 590, round_tree(light, 170)),
        at(940, 590, blossom_tree(light, 290)),
        at(1110, 576, blossom_tree(light, 210)),
        at(790, 586, blossom_tree(light, 150)),
        river(
            light,
            [(-20, 640), (300, 600), (640, 660), (960, 610), (1220, 640)],
            [(-20, 820), (600, 820), (1220, 820)],
            12,
            3,
        ),
        at(560, 730, barge(c.DEEP), scale=1.1),
        reeds(20, 780, 180, 2, 15, 120),
        flowers(900, 640, 300, 10, 8, 3, 0.8),
    )


@scene
def two_streams_become_one() -> str:
    """Two streams wind through the evening land and become one river."""
    light = c.DUSK
    left = "M40 470C180 520 330 520 400 590C470 660 560 690 640 690"
    right = "M1160 470C1020 500 960 560 860 580C760 604 740 650 640 690"
    return group(
        sky(light, sun=(640, 330), size=96, horizon=560),
        cloud(light, 260, 150, 1.1, 0.7),
        cloud(light, 980, 200, 0.8, 0.7),
        distance(light, 430, 8),
        village(light, 960, 440, 0.5, 14),
        path("M-20 470C300 440 800 470 1220 450V820H-20Z", light.near),
        path("M-20 620C300 560 800 640 1220 590V820H-20Z", light.near_dark, 0.6),
        stroke(left, light.water, 44, cap="butt"),
        stroke(right, light.water, 44, cap="butt"),
        path("M600 668C640 660 680 664 690 680C740 720 860 780 900 830H420C470 780 590 720 600 668Z", light.water),
        path("M596 700C560 740 500 790 470 830H400C470 770 560 720 596 700Z", light.water),
        stroke("M560 760q60 -8 120 0M620 720q30 -6 60 0M520 800q90 -10 170 0", light.water_light, 6),
        stroke("M180 504q50 6 90 12M1000 520q-40 14 -70 26", light.water_light, 5),
        at(110, 650, pollard(light, 270)),
        at(250, 690, pollard(light, 180)),
        at(1060, 640, tall_tree(light, 290)),
        at(1140, 650, tall_tree(light, 240)),
        at(980, 640, bush(light, 130, 60)),
        at(860, 790, standing(CAST["hava"], "point"), scale=1.15, flip=True),
        at(960, 796, standing(CAST["eef"], "hold"), scale=1.15, flip=True),
        reeds(300, 790, 150, 6, 14, 100, "#2d5748"),
    )


@scene
def everybody_gets_in() -> str:
    """The entrance of a town hall with a ramp: someone in a wheelchair, someone with a cane, a child."""
    light = c.SPRING
    return group(
        sky(light, sun=(150, 130), size=50),
        cloud(light, 1000, 120, 1),
        rect(0, 560, 1200, 260, "#d8ccb6"),
        at(90, 570, round_tree(light, 300)),
        at(1120, 570, blossom_tree(light, 260)),
        at(600, 580, town_hall(), scale=1.35),
        polygon([(690, 580), (1080, 660), (1080, 690), (690, 616)], c.STEEL),
        line(720, 540, 1070, 612, c.DEEP, 8),
        *(line(740 + i * 110, 544 + i * 22, 740 + i * 110, 592 + i * 22, c.DEEP, 6) for i in range(4)),
        at(900, 640, in_wheelchair(CAST["job"], "wave"), scale=1.15, flip=True),
        at(330, 760, walking(CAST["lou"], "front", line(54, -106, 92, -2, c.WHITE, 7)), scale=1.6),
        at(560, 770, walking(CAST["noa"], "hold"), scale=1.5),
        at(650, 774, child(CAST["kim"], "wave"), scale=1.5),
    )


@scene
def letter_on_the_desk() -> str:
    """A desk with a letter, a laptop and a view of the orchard."""
    return group(
        room("#e4eff0", "#c9b899", 590),
        window(300, 70, 620, 380, window_view(300, 70, 620, 380)),
        at(600, 820, meeting_table(1180, c.WOOD_LIGHT, c.WOOD, 270)),
        at(430, 552, laptop("#cfe3ea"), scale=2),
        at(
            820,
            560,
            rect(-110, -120, 220, 140, c.WHITE, r=6),
            path("M-110 -114L0 -30L110 -114", c.MIST),
            stroke("M-106 -114L0 -30L106 -114", c.RIVER, 7),
            circle(64, -10, 18, c.CLAY),
            turn=-5,
        ),
        at(1050, 556, cup(c.RIVER), scale=2),
        at(
            130,
            560,
            rect(-40, -110, 80, 110, c.CLAY, r=10),
            *(line(-22 + i * 22, -110, -34 + i * 34, -200, (c.SUN, c.GRASS, c.DEEP)[i], 9) for i in range(3)),
        ),
    )


@scene
def a_locked_drawer() -> str:
    """A cabinet with a lock, a shredder's paper curls and a calendar: what we keep and for how long."""
    return group(
        room("#ece6f1", "#bfae93", 600),
        rect(90, 110, 320, 280, c.WHITE, r=10),
        rect(90, 110, 320, 66, c.CLAY, r=10),
        *(rect(120 + (i % 5) * 54, 200 + (i // 5) * 56, 40, 40, c.MIST if i != 9 else c.SUN, r=5) for i in range(15)),
        at(
            680,
            720,
            ellipse(0, 2, 220, 16, c.INK, 0.16),
            rect(-190, -520, 380, 520, c.RIVER, r=10),
            *(
                group(
                    rect(-168, -498 + i * 168, 336, 150, c.DEEP, r=8), rect(-50, -440 + i * 168, 100, 18, c.STEEL, r=9)
                )
                for i in range(3)
            ),
        ),
        at(
            680,
            410,
            rect(-44, -10, 88, 76, c.SUN, r=10),
            stroke("M-26 -10V-40A26 26 0 0 1 26 -40V-10", c.STEEL_DARK, 13),
            circle(0, 22, 10, c.INK),
            rect(-4, 22, 8, 24, c.INK, r=3),
        ),
        at(
            980,
            740,
            ellipse(0, 2, 110, 12, c.INK, 0.16),
            rect(-90, -210, 180, 210, c.STEEL, r=10),
            rect(-70, -196, 140, 14, c.INK, r=6),
            *(stroke(f"M{-60 + i * 24} -120q8 30 0 60t0 50", (c.WHITE, c.CREAM)[i % 2], 9) for i in range(6)),
        ),
        at(
            980,
            530,
            rect(-56, -100, 112, 100, c.WHITE),
            *(rect(-40, -84 + i * 24, 80 - (i % 2) * 24, 8, c.SOFT, r=4) for i in range(3)),
        ),
        at(260, 770, standing(CAST["dewi"], "point"), scale=1.85),
    )
