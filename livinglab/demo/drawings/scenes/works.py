"""Bridges, sewers, streets and squares."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.animals import heron
from livinglab.demo.drawings.buildings import footbridge, house, terrace
from livinglab.demo.drawings.canvas import at, ellipse, group, path, polygon, rect, stroke
from livinglab.demo.drawings.land import cloud, distance, meadow, river, sky, windmill
from livinglab.demo.drawings.people import CAST, child, kneeling, standing, walking, worker
from livinglab.demo.drawings.plants import planter, pollard, reeds, round_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import barrier, cone, excavator, pavers_ahead, paving_stack, pipe, trench
from livinglab.demo.drawings.vehicles import bolt_mark


@scene
def bridge_of_used_beams() -> str:
    """A footbridge of reused beams over a quiet water, willows beside it."""
    light = c.MIST_LIGHT
    return group(
        sky(light, sun=(860, 200), size=70),
        distance(light, 430, 8),
        at(230, 444, windmill(24), scale=0.6),
        meadow(light, 470, 4),
        river(
            light,
            [(-20, 610), (300, 590), (700, 596), (1220, 580)],
            [(-20, 780), (400, 800), (800, 790), (1220, 770)],
            8,
            5,
        ),
        path("M-20 560C80 560 190 580 230 640L-20 700Z", light.near_dark),
        path("M1220 540C1100 550 1000 580 960 640L1220 700Z", light.near_dark),
        at(595, 620, footbridge(800, c.WOOD, c.WOOD_DARK)),
        at(540, 556, walking(CAST["fadil"], "down"), scale=1.05),
        at(680, 556, child(CAST["noa"], "up"), scale=1.05),
        at(100, 600, pollard(light, 260)),
        at(1110, 590, pollard(light, 230)),
        reeds(60, 740, 200, 4, 16, 100),
        reeds(980, 760, 200, 7, 16, 110),
        at(870, 740, heron(), scale=1.1),
    )


@scene
def clinkers_turned_over() -> str:
    """Street pavers kneel on a brick street; old clinkers are laid upside down."""
    light = c.SPRING
    return group(
        sky(light, sun=(970, 120), size=50),
        cloud(light, 300, 110, 1),
        at(-20, 440, terrace(8, solar=False), scale=1),
        rect(0, 436, 1200, 30, c.STEEL),
        pavers_ahead((600, 250), 466, (c.BRICK, "#c98262", "#a85d42", "#d19471")),
        path("M640 466H1220V820H760Q640 640 640 466Z", "#d8c08d"),
        stroke("M640 466Q640 640 760 820", "#bfa671", 8),
        at(280, 660, paving_stack(6), scale=1.2),
        at(560, 720, kneeling(worker("ben")), scale=1.7),
        at(1010, 690, kneeling(worker("isa")), scale=1.6, flip=True),
        at(880, 620, standing(worker("max", c.WHITE), "point"), scale=1.2),
        *(
            at(
                760 + i * 52,
                760 - (i % 2) * 14,
                rect(-24, -18, 48, 18, c.BRICK, r=2),
                rect(-24, -18, 48, 6, "#d19471", r=2),
            )
            for i in range(5)
        ),
        at(90, 780, cone(96)),
    )


@scene
def sewer_with_work_for_neighbours() -> str:
    """A trench with sewer pipes, an excavator and two trainees with their foreman."""
    light = c.AUTUMN
    return group(
        sky(light, sun=(200, 150), size=60),
        cloud(light, 720, 130, 1.1),
        distance(light, 440, 6),
        at(80, 500, house(170, c.BRICK), scale=1),
        at(270, 500, house(170, c.CREAM), scale=1),
        at(1100, 500, round_tree(light, 240)),
        meadow(light, 490, 4),
        polygon([(-20, 560), (1220, 540), (1220, 820), (-20, 820)], "#c3a880"),
        at(960, 610, excavator(c.SUN, 1.0), scale=1.25),
        trench(150, 640, 760, 120),
        at(300, 756, pipe(240, 42), scale=1),
        at(560, 756, pipe(240, 42), scale=1),
        rect(-20, 756, 1240, 60, "#a98d66"),
        at(970, 780, pipe(200, 56, "#c9d2d4"), scale=1.05),
        at(250, 640, standing(worker("eef", c.WHITE), "point"), scale=1.15),
        at(380, 642, standing(worker("chris", c.SUN), "hold"), scale=1.15),
        at(470, 642, standing(worker("gea", c.SUN), "hip"), scale=1.15, flip=True),
        at(80, 780, barrier(), scale=1.05),
    )


@scene
def silent_machines_on_the_market() -> str:
    """An electric excavator works on a market square while people drink coffee nearby."""
    light = c.SPRING
    awning = group(
        *(
            polygon([(i * 44, 0), (i * 44 + 44, 0), (i * 44 + 50, 50), (i * 44 + 6, 50)], (c.CLAY, c.CREAM)[i % 2])
            for i in range(6)
        )
    )
    return group(
        sky(light, sun=(1040, 120), size=50),
        cloud(light, 240, 120, 1),
        at(160, 480, house(200, c.CREAM, c.ROOF), scale=1.1),
        at(360, 480, house(190, c.BRICK, c.DEEP), scale=1.2),
        at(590, 480, house(200, "#c98262", c.ROOF, c.GRASS), scale=1.15),
        at(1060, 480, house(200, c.BRICK_DARK, c.DEEP, c.SUN), scale=1.15),
        at(840, 480, house(200, c.CREAM, c.DEEP, c.CLAY), scale=1.05),
        at(60, 400, awning, scale=0.9),
        rect(0, 474, 1200, 340, "#dccdb2"),
        path("M0 600Q600 560 1200 610V820H0Z", "#cfbe9e"),
        at(860, 700, excavator(c.GRASS, 1.0), bolt_mark(40, -118, 1), scale=1.3),
        path("M470 740Q520 690 590 700Q640 704 660 740Z", c.EARTH),
        *(
            at(
                120 + i * 130,
                640,
                ellipse(0, -66, 46, 10, c.WHITE),
                rect(-4, -66, 8, 66, c.DEEP),
                at(-56, 0, standing(CAST[n], "hold"), scale=0.95),
            )
            for i, n in enumerate(("kim", "job"))
        ),
        at(620, 780, barrier(), scale=1.1),
        at(400, 780, barrier(), scale=1.1),
        at(1120, 770, planter(150), scale=1.2),
        at(250, 780, walking(CAST["hava"], "hold"), scale=1.4),
    )
