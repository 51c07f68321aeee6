"""Traffic signs and markings."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.indoors import meeting_table
from livinglab.demo.drawings.land import cloud, distance, meadow, sky, village, windmill
from livinglab.demo.drawings.people import CAST, bust, standing, walking, worker
from livinglab.demo.drawings.plants import bush, flowers, fruit_tree, grass, pollard, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import cone, road_ahead
from livinglab.demo.drawings.roadside import pole, sign_arrow, sign_board, sign_round, sign_triangle
from livinglab.demo.drawings.rooms import room, strip_light, window, window_view
from livinglab.demo.drawings.vehicles import van

BAMBOO = "#c9a85c"


def bamboo_pole(height: float, width: float = 22) -> str:
    """A pole with the knots of bamboo."""
    return group(
        ellipse(0, 0, 36, 7, c.INK, 0.16),
        rect(-width / 2, -height, width, height, BAMBOO, r=4),
        rect(width * 0.14, -height, width * 0.3, height, "#a98a40", r=3),
        *(rect(-width / 2 - 2, -height + 60 + i * 78, width + 4, 7, "#8f7434", r=3) for i in range(int(height // 78))),
    )


@scene
def bamboo_warning_sign() -> str:
    """A warning sign on a bamboo pole in open land, a bend in the road behind."""
    light = c.SPRING
    return group(
        sky(light, sun=(980, 170), size=74),
        cloud(light, 240, 130, 1),
        distance(light, 450, -8),
        village(light, 820, 462, 0.5, 9),
        meadow(light, 486, 18),
        path(
            "M-20 610C300 560 560 560 720 520C800 500 840 490 870 478"
            "L884 482C860 510 800 540 700 580C520 650 240 690 -20 720Z",
            c.ASPHALT,
        ),
        stroke("M-20 664C260 616 520 600 690 552C760 532 810 508 850 490", c.WHITE, 5, dash="46 34"),
        at(1040, 560, round_tree(light, 230)),
        at(80, 540, bush(light, 190, 80)),
        at(480, 790, bamboo_pole(520, 30)),
        at(480, 250, sign_triangle(230, "bend")),
        grass(light, 380, 800, 220, 3, 16, 60),
        flowers(760, 760, 440, 40, 14, 4, 1.5),
        at(200, 770, bush(light, 240, 90)),
    )


@scene
def signs_get_a_new_face() -> str:
    """A workshop where old signs lie on a bench and new film goes on."""
    return group(
        room("#dfe8e4", "#b9ab92", 580),
        window(70, 80, 300, 240, window_view(70, 80, 300, 240)),
        strip_light(480, 40, 280),
        strip_light(850, 40, 280),
        rect(470, 120, 660, 300, "#c9d6d2", r=8),
        at(580, 210, sign_round(130, "limit")),
        at(740, 210, sign_round(130, "blue")),
        at(900, 214, sign_triangle(104, "!")),
        at(1050, 210, sign_round(130, "stop")),
        at(590, 350, sign_arrow(190, c.RIVER)),
        at(830, 350, sign_board(200, 88, "#0b63b5", 2)),
        at(1045, 350, sign_triangle(84, "bike")),
        at(400, 600, bust(worker("lou"), "front"), scale=2.3),
        at(880, 600, bust(CAST["isa"], "front"), scale=2.3, flip=True),
        at(600, 810, meeting_table(1120, c.STEEL, c.STEEL_DARK, 216)),
        ellipse(640, 584, 128, 22, c.WHITE),
        ellipse(640, 580, 118, 18, "#0b63b5"),
        polygon([(600, 560), (780, 520), (800, 560), (690, 592)], c.WHITE, 0.55),
        ellipse(190, 590, 96, 15, c.STEEL),
        ellipse(190, 580, 96, 15, c.CLAY),
        ellipse(190, 570, 96, 15, c.STEEL),
        ellipse(190, 560, 96, 15, c.CREAM),
    )


@scene
def one_sign_left_in_the_polder() -> str:
    """An empty polder road with one sign; a heap of removed ones beside it."""
    light = c.MIST_LIGHT
    return group(
        sky(light, sun=(600, 240), size=86),
        distance(light, 430, 4),
        at(170, 446, windmill(10), scale=0.5),
        village(light, 970, 446, 0.46, 5),
        meadow(light, 470, 2),
        road_ahead((600, 446), 250, 1010, c.ASPHALT_OLD, c.WHITE, 4, 20),
        *(at(600 - 60 - i * 62, 478 + i * 40, tall_tree(light, 90 + i * 44)) for i in range(5)),
        *(at(600 + 60 + i * 62, 478 + i * 40, tall_tree(light, 90 + i * 44)) for i in range(5)),
        at(840, 680, pole(290), at(0, -300, sign_round(120, "limit"))),
        at(
            190,
            700,
            *(
                at(x, y, s, turn=t)
                for x, y, s, t in (
                    (-60, 30, sign_triangle(110, "!"), 70),
                    (70, 40, sign_round(120, "stop"), 0),
                    (150, 60, sign_board(170, 86), -14),
                    (10, 70, sign_arrow(190, c.RIVER), 16),
                    (-90, 76, sign_round(110, "limit"), 20),
                )
            ),
            scale=1.05,
        ),
        grass(light, -10, 800, 420, 5, 30, 40),
    )


@scene
def signpost_gets_washed() -> str:
    """A worker cleans the arms of a signpost at a crossing."""
    light = c.SUMMER
    return group(
        sky(light, sun=(200, 150)),
        cloud(light, 900, 130, 1.2),
        distance(light, 450, 12),
        at(980, 480, *(at(i * 84, 0, fruit_tree(light, 130, seed=i)) for i in range(-1, 3))),
        meadow(light, 490, 10),
        polygon([(-20, 640), (1220, 600), (1220, 690), (-20, 740)], "#c58f74"),
        polygon([(-20, 684), (1220, 642), (1220, 648), (-20, 692)], c.CREAM, 0.7),
        at(130, 560, pollard(light, 220)),
        at(
            600,
            700,
            pole(480, c.WHITE, 26),
            at(130, -420, sign_arrow(270, c.CLAY)),
            at(-130, -350, sign_arrow(270, c.CLAY, right=False)),
            at(130, -282, sign_arrow(270, c.GRASS)),
        ),
        at(
            880,
            690,
            polygon(
                [(-50, 0), (-10, -190), (26, -190), (66, 0), (50, 0), (18, -170), (-2, -170), (-34, 0)], c.STEEL_DARK
            ),
            *(line(-34 + i * 6, -40 - i * 44, 46 - i * 6, -40 - i * 44, c.STEEL, 9) for i in range(4)),
            scale=1.1,
        ),
        at(
            884,
            486,
            standing(worker("ben"), "wave", at(54, -188, rect(-18, -14, 36, 22, c.SUN, r=6))),
            scale=1.2,
            flip=True,
        ),
        at(330, 770, van(c.WHITE, c.TEAL), scale=1.1),
        *(circle(x, y, r, c.WHITE, 0.8) for x, y, r in ((820, 258, 9), (842, 236, 6), (800, 232, 7), (860, 262, 5))),
    )


@scene
def marking_without_solvent() -> str:
    """A small machine paints a white line along a road."""
    light = c.SANDY
    machine = group(
        ellipse(0, 2, 150, 10, c.INK, 0.16),
        rect(-110, -120, 130, 74, c.SUN, r=10),
        rect(-90, -176, 76, 58, c.WHITE, r=10),
        rect(-82, -160, 60, 12, c.GREEN, r=5),
        stroke("M20 -100L110 -180H140", c.INK, 10),
        rect(-120, -52, 190, 18, c.DEEP, r=6),
        circle(-84, -24, 24, c.INK),
        circle(40, -24, 24, c.INK),
        rect(-136, -40, 16, 40, c.STEEL_DARK),
    )
    return group(
        sky(light, sun=(760, 160), size=58),
        cloud(light, 300, 120, 1.2),
        distance(light, 440, 6),
        at(200, 470, round_tree(light, 170)),
        at(350, 474, round_tree(light, 130)),
        meadow(light, 478, 6),
        polygon([(-20, 560), (1220, 500), (1220, 820), (-20, 820)], c.ASPHALT),
        polygon([(-20, 548), (1220, 490), (1220, 502), (-20, 562)], c.STEEL),
        *(
            polygon(
                [
                    (40 + i * 300, 612 - i * 8),
                    (190 + i * 300, 606 - i * 8),
                    (190 + i * 300, 620 - i * 8),
                    (40 + i * 300, 628 - i * 8),
                ],
                c.WHITE,
            )
            for i in range(4)
        ),
        rect(640, 742, 580, 26, c.WHITE, r=4),
        at(600, 752, machine, scale=1.4),
        at(860, 770, walking(worker("job", c.SUN), "front"), scale=1.6, flip=True),
        at(120, 700, cone(80)),
        at(260, 716, cone(90)),
        at(1100, 640, cone(76)),
    )
