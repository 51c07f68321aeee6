"""Pictures of the tools: one large thing each, and people beside it."""

import math

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, ring, stroke
from livinglab.demo.drawings.indoors import cup
from livinglab.demo.drawings.land import arch_bridge, brickworks, cloud, distance, meadow, sky, turbine, village
from livinglab.demo.drawings.people import CAST, Look, bust, in_wheelchair, standing, walking, worker
from livinglab.demo.drawings.plants import flower, leaves_on_ground, pot_plant, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import cone, paving_stack
from livinglab.demo.drawings.vehicles import tipper


@scene
def tool_ambition_web() -> str:
    """A large web chart on a wall; three people move its pins."""
    return group(
        rect(0, 0, 1200, 800, "#0f5562"),
        circle(560, 380, 350, "#146472"),
        at(560, 380, chart_web_light(290)),
        rect(0, 700, 1200, 100, c.DEEP),
        at(180, 770, standing(CAST["gea"], "wave"), scale=2),
        at(900, 770, standing(worker("lou"), "point"), scale=2, flip=True),
        at(1070, 776, standing(CAST["kim"], "hold"), scale=2, flip=True),
    )


def chart_web_light(r: float) -> str:
    """Twelve spokes, three rings and a chosen outline, on a dark ground."""
    levels = (3, 1, 2, 3, 2, 1, 2, 3, 1, 2, 3, 2)
    spoke = [(math.sin(math.tau * i / 12), -math.cos(math.tau * i / 12)) for i in range(12)]
    outline = [(x * r * level / 3, y * r * level / 3) for (x, y), level in zip(spoke, levels, strict=True)]
    return group(
        *(ring(0, 0, r * share / 3, "#6fa3ac", 3) for share in (1, 2, 3)),
        *(line(0, 0, x * r, y * r, "#6fa3ac", 3) for x, y in spoke),
        polygon(outline, c.SUN, 0.35),
        stroke("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in outline) + "Z", c.SUN, 7),
        *(circle(x, y, 15, c.CLAY) for x, y in outline),
    )


@scene
def tool_criteria() -> str:
    """A drawer of coloured cards, three of them chosen; one, two and three leaves."""
    leaf = path("M-16 14C-20 -14 4 -22 20 -18C22 4 10 22 -16 14Z", c.GREEN)
    return group(
        rect(0, 0, 1200, 800, "#e4ece4"),
        rect(0, 600, 1200, 200, c.WOOD),
        rect(90, 430, 600, 250, c.WOOD_DARK, r=14),
        *(
            rect(
                124 + i * 44, 360 + (i % 3) * 14, 120, 240, (c.CREAM, c.SUN, c.BLOSSOM, "#a9d0c4", c.GLASS)[i % 5], r=8
            )
            for i in range(10)
        ),
        rect(90, 500, 600, 190, c.WOOD_LIGHT, r=14),
        rect(330, 560, 120, 26, c.DEEP, r=13),
        *(
            at(
                800 + i * 120,
                330 - i * 70,
                rect(-90, -120, 180, 240, c.WHITE, r=12),
                *(rect(-62, -20 + j * 34, (124, 90, 110)[j], 14, c.SOFT, r=7) for j in range(3)),
                *(at(-50 + k * 46, -70, leaf, scale=1.3) for k in range(i + 1)),
                turn=-8 + i * 8,
            )
            for i in range(3)
        ),
        at(150, 330, pot_plant(c.SPRING, 200, c.CLAY)),
    )


@scene
def tool_ladder() -> str:
    """A ladder of three broad steps to a cloud: from a chimney to a wind turbine."""
    light = c.SUMMER
    return group(
        sky(light, sun=(1040, 140), size=60),
        distance(light, 520, 6),
        meadow(light, 570, 4),
        at(170, 610, brickworks(light), scale=1.1),
        at(1030, 620, turbine(380, 16)),
        at(1130, 620, turbine(260, 48)),
        *(
            group(
                polygon(
                    [
                        (330 + i * 210, 690 - i * 140),
                        (540 + i * 210, 690 - i * 140),
                        (540 + i * 210, 760),
                        (330 + i * 210, 760),
                    ],
                    (c.RIVER, c.TEAL, c.GREEN)[i],
                ),
                rect(330 + i * 210, 680 - i * 140, 210, 16, c.CREAM),
            )
            for i in range(3)
        ),
        at(430, 680, walking(worker("max", c.SUN), "down"), scale=1.25),
        at(640, 540, walking(CAST["gea"], "hold"), scale=1.25),
        at(850, 400, standing(CAST["isa"], "up"), scale=1.25),
        cloud(light, 860, 120, 1.5),
    )


@scene
def tool_social_ladder() -> str:
    """Four people help one another up a stair of four coloured steps."""
    return group(
        rect(0, 0, 1200, 800, "#fbe9dc"),
        circle(850, 300, 260, "#f8d9c2"),
        rect(0, 740, 1200, 60, "#d8b693"),
        *(
            rect(150 + i * 230, 640 - i * 110, 230, 110 + i * 110, (c.TEAL, c.SUN, c.CLAY, c.RIVER)[i])
            for i in range(4)
        ),
        *(rect(150 + i * 230, 640 - i * 110, 230, 16, c.CREAM, opacity=0.7) for i in range(4)),
        at(250, 640, standing(CAST["dewi"], "wave"), scale=1.35),
        at(480, 530, standing(CAST["chris"], "wave"), scale=1.35),
        at(710, 420, standing(CAST["eef"], "wave"), scale=1.35),
        at(950, 310, standing(CAST["hava"], "up"), scale=1.35),
        at(80, 770, in_wheelchair(CAST["job"], "wave"), scale=1.05),
    )


@scene
def tool_calculator() -> str:
    """A large calculator with a road, a bridge and a tree for keys."""
    light = c.SPRING
    keys = []
    grounds = (c.MIST, "#f6e2c9", "#e4ece4", "#dcebee", "#fbe4e6", "#e7ddf0")
    things = (
        group(
            polygon([(-12, -44), (12, -44), (44, 44), (-44, 44)], c.ASPHALT),
            rect(-3, -30, 6, 20, c.SUN),
            rect(-4, 6, 8, 24, c.SUN),
        ),
        at(0, 26, arch_bridge(c.CLAY, c.DEEP, 520), scale=0.16),
        at(0, 44, round_tree(light, 92)),
        at(0, 40, cone(80)),
        at(0, 44, tall_tree(light, 96)),
        at(0, 30, tipper(), scale=0.24),
    )
    for index in range(6):
        x, y = 420 + (index % 3) * 180, 470 + (index // 3) * 150
        keys.append(
            group(
                rect(x - 76, y - 62, 152, 130, c.INK, r=18, opacity=0.3),
                rect(x - 76, y - 68, 152, 130, grounds[index], r=18),
                at(x, y - 4, things[index]),
            )
        )
    return group(
        rect(0, 0, 1200, 800, "#f2e7d5"),
        path("M0 620Q600 540 1200 640V800H0Z", "#e3d2b4"),
        rect(300, 70, 600, 690, c.DEEP, r=44),
        rect(340, 110, 520, 220, "#cfe3d4", r=18),
        *(
            rect(380 + i * 52, 290 - h, 36, h, c.GREEN if i < 6 else c.CLAY, r=5)
            for i, h in enumerate((40, 70, 60, 100, 80, 120, 150, 130, 90))
        ),
        *keys,
        at(1050, 770, standing(worker("anna", c.WHITE), "point"), scale=1.7, flip=True),
        at(150, 770, standing(CAST["fadil"], "hold"), scale=1.7),
    )


@scene
def tool_chain() -> str:
    """A chain whose links hold a flower, a sewing machine, a ship, a shop and a person."""
    things = (
        at(0, 44, flower(c.WHITE, c.SUN, 110)),
        group(
            rect(-44, 16, 88, 12, c.WOOD),
            path("M-36 16V-26Q-36 -36 -26 -36H36V-18H-10V16Z", c.RIVER),
            line(28, -18, 28, 14, c.STEEL_DARK, 5),
        ),
        group(path("M-46 8H46L36 32H-36Z", c.DEEP), rect(-30, -14, 24, 22, c.CLAY), rect(-2, -24, 24, 32, c.SUN)),
        group(
            rect(-36, -20, 72, 56, c.CREAM),
            polygon([(-44, -20), (-34, -44), (34, -44), (44, -20)], c.CLAY),
            rect(-8, 2, 24, 34, c.RIVER),
        ),
        at(0, 52, standing(CAST["noa"], "wave"), scale=0.56),
    )
    links = []
    for index, thing in enumerate(things):
        x, y = 170 + index * 215, 400 + (-130, 120, -120, 130, -110)[index]
        links.append(
            at(
                x,
                y,
                circle(0, 0, 150, (c.MIST, "#f6e2c9", "#dcebee", "#fbe4e6", "#e4ece4")[index]),
                ring(0, 0, 156, (c.VIOLET, c.TEAL)[index % 2], 30),
                at(0, 0, thing, scale=1.7),
            )
        )
    return group(
        rect(0, 0, 1200, 800, "#f1eaf6"),
        path("M0 560C300 500 800 620 1200 540V800H0Z", "#e3d8ec"),
        *links,
    )


@scene
def tool_one_page() -> str:
    """A large sheet with six boxes and a pencil; three people around it."""
    return group(
        rect(0, 0, 1200, 800, "#dcebee"),
        rect(0, 690, 1200, 110, "#b9cfd4"),
        at(
            600,
            400,
            rect(-300, -340, 600, 660, c.INK, r=12, opacity=0.12),
            rect(-310, -350, 600, 660, c.WHITE, r=12),
            *(
                group(
                    rect(-270 + (i % 2) * 270, -260 + (i // 2) * 180, 250, 160, c.MIST if i != 3 else "#fbe9c6", r=10),
                    rect(
                        -246 + (i % 2) * 270, -236 + (i // 2) * 180, (150, 120, 170, 140, 160, 110)[i], 16, c.RIVER, r=8
                    ),
                    *(
                        rect(-246 + (i % 2) * 270, -200 + (i // 2) * 180 + j * 26, 200 - j * 50, 9, c.STEEL, r=4)
                        for j in range(3)
                    ),
                )
                for i in range(6)
            ),
            rect(-270, -320, 300, 30, c.CLAY, r=8),
        ),
        at(
            800,
            360,
            polygon([(-130, -14), (110, -14), (110, 14), (-130, 14)], c.SUN),
            polygon([(-130, -14), (-176, 0), (-130, 14)], c.WOOD_LIGHT),
            polygon([(-160, -5), (-176, 0), (-160, 5)], c.INK),
            rect(110, -14, 34, 28, c.CLAY, r=5),
            turn=-38,
        ),
        at(130, 770, standing(CAST["eef"], "point"), scale=1.9),
        at(1000, 770, standing(CAST["gea"], "hold"), scale=1.9, flip=True),
        at(1120, 776, standing(worker("chris", c.SUN), "hip"), scale=1.9, flip=True),
    )


@scene
def tool_calendar() -> str:
    """A tear-off calendar with three dots; a hand makes a tick."""
    return group(
        rect(0, 0, 1200, 800, "#f6e6d6"),
        circle(560, 420, 340, "#fbf1e6"),
        rect(280, 150, 560, 560, c.INK, r=26, opacity=0.12),
        rect(270, 140, 560, 560, c.WHITE, r=26),
        path("M270 166Q270 140 296 140H804Q830 140 830 166V270H270Z", c.CLAY),
        *(rect(350 + i * 120, 104, 24, 84, c.DEEP, r=12) for i in range(4)),
        *(rect(330, 330 + i * 120, 240, 26, c.MIST, r=13) for i in range(3)),
        circle(690, 343, 44, c.GREEN),
        circle(690, 463, 44, "#e0812f"),
        circle(690, 583, 44, c.MIST),
        ring(690, 583, 44, c.CLAY, 8),
        stroke("M668 344L686 362L716 322", c.WHITE, 11),
        path("M760 600Q880 560 1010 610L1220 700V830H980Q880 720 770 660Q740 640 760 600Z", c.SKIN[1]),
        path("M1010 610L1220 690V830H990Z", c.RIVER),
        at(
            742,
            588,
            polygon([(-20, -12), (170, -12), (170, 12), (-20, 12)], c.SUN),
            polygon([(-20, -12), (-54, 0), (-20, 12)], c.WOOD_LIGHT),
            polygon([(-44, -4), (-54, 0), (-44, 4)], c.INK),
            turn=-32,
        ),
    )


@scene
def tool_conversation() -> str:
    """A buyer and a craftsman sit on a pile of clinkers with coffee beside a wheelbarrow."""
    light = c.AUTUMN
    barrow = group(
        ellipse(0, 4, 120, 9, c.INK, 0.16),
        polygon([(-80, -96), (76, -96), (44, -36), (-52, -36)], c.RIVER),
        stroke("M-60 -40L-150 -70M20 -36L60 0", c.STEEL_DARK, 9),
        circle(82, -28, 28, c.INK),
        circle(82, -28, 11, c.STEEL),
    )
    return group(
        sky(light, sun=(190, 170), size=66),
        cloud(light, 820, 130, 1.1),
        distance(light, 440, 8),
        village(light, 900, 452, 0.56, 16),
        at(1080, 540, round_tree(light, 300)),
        meadow(light, 490, 6),
        polygon([(-20, 610), (1220, 590), (1220, 820), (-20, 820)], "#cbb78f"),
        at(520, 720, paving_stack(4), scale=1.5),
        at(700, 720, paving_stack(4, ("#c98262", "#d19471", c.BRICK)), scale=1.5),
        at(500, 560, seated_on_the_edge(CAST["gea"], "hold"), at(8, -24, cup(c.CREAM), scale=0.8), scale=1.7),
        at(
            730,
            560,
            seated_on_the_edge(worker("lou"), "hold"),
            at(8, -24, cup(c.CLAY), scale=0.8),
            scale=1.7,
            flip=True,
        ),
        at(200, 750, barrow, scale=1.3),
        at(1000, 780, cone(90)),
        leaves_on_ground(60, 720, 1080, 70, 26, 9),
    )


@scene
def tool_thumbs() -> str:
    """A circle of hands with thumbs up, aside and down around a sheet with ten lines."""
    hand = group(
        rect(-34, -30, 68, 60, "#000", r=18),
        path("M-14 -30Q-24 -84 2 -90Q22 -84 16 -30Z", "#000"),
        rect(-30, 26, 60, 70, "#111", r=8),
    )
    turns = ((0, 0), (0, 1), (90, 2), (0, 3), (180, 4), (0, 5), (90, 0), (0, 2))
    hands = []
    for index, (turn, tone) in enumerate(turns):
        angle = math.tau * index / 8
        x, y = 600 + math.sin(angle) * 430, 400 - math.cos(angle) * 290
        skin = (*c.SKIN, c.SKIN[0])[tone]
        sleeve = (c.RIVER, c.CLAY, c.SUN, c.GRASS, c.VIOLET, c.TEAL, c.PURPLE, c.DEEP)[index]
        hands.append(
            at(
                x,
                y,
                circle(0, 0, 92, c.CREAM),
                at(0, 0, hand.replace('"#000"', f'"{skin}"').replace('"#111"', f'"{sleeve}"'), turn=turn),
            )
        )
    return group(
        rect(0, 0, 1200, 800, "#dff0ea"),
        ellipse(600, 400, 420, 290, "#c9e3da"),
        rect(470, 210, 270, 390, c.INK, r=10, opacity=0.12),
        rect(464, 204, 270, 390, c.WHITE, r=10),
        *(
            group(
                rect(530, 236 + i * 35, 170 - (i % 3) * 26, 11, c.SOFT, r=5),
                circle(504, 242 + i * 35, 8, (c.GREEN, c.GREEN, c.SUN, c.GREEN, c.CLAY)[i % 5]),
            )
            for i in range(10)
        ),
        *hands,
    )


def seated_on_the_edge(look: Look, pose: str) -> str:
    """Someone who sits on something, legs to the right."""
    return group(stroke("M-8 -6H34L38 60", look.legs, 20), at(0, 0, bust(look, pose)))
