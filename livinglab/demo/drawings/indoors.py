"""Rooms and what stands in them: offices, kitchens, halls, cleaning and clothes."""

from livinglab.demo.drawings.canvas import (
    at,
    circle,
    ellipse,
    group,
    line,
    path,
    polygon,
    rect,
    ring,
    seeded,
    shadow,
    stroke,
)
from livinglab.demo.drawings.colours import (
    BLOSSOM,
    CLAY,
    CREAM,
    DEEP,
    GLASS,
    GRASS,
    INK,
    MIST,
    RIVER,
    SOFT,
    STEEL,
    STEEL_DARK,
    SUN,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)


def bucket(colour: str = CLAY, height: float = 130) -> str:
    """A bucket with its handle up."""
    return at(
        0,
        0,
        shadow(120),
        stroke("M-44 -118Q-40 -172 0 -172Q40 -172 44 -118", INK, 9),
        polygon([(-52, -120), (52, -120), (38, 0), (-38, 0)], colour),
        polygon([(16, -120), (52, -120), (38, 0), (14, 0)], INK, 0.14),
        ellipse(0, -120, 52, 9, WHITE, 0.5),
        ellipse(0, -120, 44, 6, "#9cc3d6"),
        scale=height / 130,
    )


def mop(lean: float = 14, length: float = 330) -> str:
    """A mop that leans, its head on the floor."""
    strands = group(
        *(
            stroke(f"M{x} -58Q{x * 1.6} -24 {x * 2.2} -4", MIST if i % 2 else CREAM, 13)
            for i, x in enumerate((-20, -12, -4, 4, 12, 20))
        )
    )
    return group(
        shadow(120),
        at(0, -50, line(0, 0, 0, -length, WOOD, 11), turn=lean),
        strands,
        rect(-28, -70, 56, 18, RIVER, r=6),
    )


def spray(colour: str = GRASS) -> str:
    """A spray bottle with a leaf on its label."""
    return group(
        shadow(56, 6),
        path("M-24 0V-56Q-24 -74 -9 -80V-96H9V-80Q24 -74 24 -56V0Z", colour),
        rect(-24, -112, 44, 17, CREAM, r=5),
        rect(-32, -110, 12, 10, CREAM, r=3),
        stroke("M-12 -96Q-18 -84 -14 -78", CREAM, 6),
        rect(-17, -50, 34, 34, CREAM, r=4),
        path("M-8 -24Q-10 -42 10 -42Q12 -24 -8 -24Z", GRASS),
    )


def cleaning_cart(body: str = RIVER, bag: str = SUN) -> str:
    """A cleaner's trolley."""
    return group(
        shadow(270, 11),
        rect(-120, -40, 230, 16, STEEL_DARK),
        rect(-114, -190, 10, 160, STEEL_DARK),
        rect(96, -220, 10, 190, STEEL_DARK),
        rect(-114, -132, 140, 12, STEEL_DARK),
        path("M26 -186H112L104 -50H36Z", bag),
        rect(20, -194, 98, 12, DEEP, r=5),
        at(-72, -132, spray(), scale=0.72),
        at(-28, -132, spray(CLAY), scale=0.66),
        rect(-108, -88, 122, 48, body, r=6),
        at(-60, -40, rect(-30, -20, 60, 14, CREAM, r=3)),
        stroke("M106 -216Q140 -216 146 -190", INK, 8),
        circle(-96, -13, 14, INK),
        circle(92, -13, 14, INK),
    )


def scrubber(body: str = RIVER) -> str:
    """A floor-scrubbing machine that is walked behind, facing left."""
    return group(
        shadow(260, 11),
        path("M-110 -30Q-112 -110 -60 -118H60L78 -30Z", body),
        rect(-94, -88, 120, 14, SUN, r=6),
        stroke("M56 -114L104 -190H136", DEEP, 11),
        ellipse(-84, -14, 58, 15, STEEL_DARK),
        rect(-140, -18, 112, 12, INK, r=6),
        circle(44, -20, 20, INK),
        path("M-30 -118q20 -22 44 0z", DEEP),
    )


def desk(width: float = 380, top: str = WOOD_LIGHT, legs: str = DEEP, height: float = 130) -> str:
    """A table on two trestles; its top is at -height."""
    half = width / 2
    return group(
        shadow(width * 0.96),
        line(-half + 40, -height, -half + 18, 0, legs, 10),
        line(-half + 40, -height, -half + 66, 0, legs, 10),
        line(half - 40, -height, half - 18, 0, legs, 10),
        line(half - 40, -height, half - 66, 0, legs, 10),
        rect(-half, -height - 8, width, 20, top, r=6),
        rect(-half, -height + 6, width, 6, WOOD_DARK, r=3, opacity=0.5),
    )


def office_chair(seat: str = RIVER, back: str = "") -> str:
    """A swivel chair, seen half from the front."""
    return group(
        shadow(130),
        stroke("M0 -58V-18M0 -20L-50 -8M0 -20L50 -8M0 -20L-22 -2M0 -20L22 -2", INK, 8),
        circle(-52, -5, 8, INK),
        circle(52, -5, 8, INK),
        circle(-24, 0, 8, INK),
        circle(24, 0, 8, INK),
        path("M-56 -206Q0 -224 56 -206L48 -104Q0 -94 -48 -104Z", back or seat),
        line(0, -104, 0, -70, INK, 9),
        path("M-64 -84Q0 -100 64 -84L58 -58Q0 -48 -58 -58Z", seat),
        stroke("M-60 -80V-116H-74M60 -80V-116H74", INK, 7),
    )


def laptop(screen: str = GLASS, shell: str = STEEL) -> str:
    """An open laptop."""
    return group(
        polygon([(-76, -104), (76, -104), (70, -8), (-70, -8)], INK),
        polygon([(-68, -97), (68, -97), (63, -15), (-63, -15)], screen),
        polygon([(-70, -8), (70, -8), (96, 6), (-96, 6)], shell),
        rect(-96, 5, 192, 7, STEEL_DARK, r=3),
    )


def cupboard(width: float = 200, height: float = 280, colour: str = WOOD_LIGHT, doors: int = 2) -> str:
    """A cupboard."""
    half, leaf = width / 2, width / doors
    return group(
        shadow(width),
        rect(-half, -height, width, height, colour, r=5),
        *(
            rect(-half + i * leaf + 7, -height + 10, leaf - 14, height - 26, WOOD, r=4, opacity=0.35)
            for i in range(doors)
        ),
        *(circle(-half + i * leaf + (leaf - 20 if i % 2 == 0 else 20), -height / 2, 6, DEEP) for i in range(doors)),
    )


def shelf(width: float = 280, rows: int = 3, seed: int = 4) -> str:
    """Book shelves with folders in different colours."""
    chance = seeded(seed)
    half, parts = width / 2, [shadow(width), rect(-width / 2, -rows * 92 - 12, width, rows * 92 + 12, WOOD)]
    for row in range(rows):
        y = -row * 92 - 8
        parts.append(rect(-half + 10, y - 80, width - 20, 80, WOOD_DARK))
        x = -half + 16
        while x < half - 36:
            size = chance.uniform(15, 26)
            height = chance.uniform(50, 74)
            colour = chance.choice((RIVER, CLAY, SUN, CREAM, GRASS, BLOSSOM, STEEL))
            if chance.random() < 0.86:
                parts.append(rect(x, y - height, size, height, colour, r=2))
            x += size + 3
        parts.append(rect(-half, y, width, 10, WOOD))
    return group(*parts)


def coffee_machine(colour: str = DEEP) -> str:
    """A coffee machine with a cup under it."""
    return group(
        shadow(150),
        rect(-66, -190, 132, 190, colour, r=12),
        rect(-50, -174, 100, 44, MIST, r=6),
        circle(-26, -152, 9, CLAY),
        circle(2, -152, 9, GRASS),
        rect(-44, -112, 88, 84, INK, r=6),
        rect(-12, -112, 24, 18, STEEL),
        at(0, -28, cup()),
        rect(-50, -28, 100, 10, STEEL, r=3),
    )


def cup(colour: str = CREAM) -> str:
    """A cup."""
    return group(ring(20, -20, 9, colour, 5), path("M-18 -36H18L14 0H-14Z", colour), ellipse(0, -36, 18, 4, WOOD_DARK))


def plate(food: str = "soup") -> str:
    """A plate with a lunch, on a table at (0, 0)."""
    inner = {
        "soup": group(ellipse(0, -15, 46, 10, CLAY), circle(-14, -16, 4, SUN), circle(8, -13, 4, GRASS)),
        "salad": group(
            *(
                circle(x, y, 13, c)
                for x, y, c in (
                    (-26, -20, GRASS),
                    (-8, -26, "#5c9c50"),
                    (14, -22, GRASS),
                    (28, -18, CLAY),
                    (2, -16, SUN),
                )
            )
        ),
        "bread": group(path("M-34 -14Q-36 -42 0 -44Q36 -42 34 -14Z", WOOD), path("M-34 -18H34V-12H-34Z", GRASS)),
    }[food]
    return group(ellipse(0, -4, 74, 13, STEEL), ellipse(0, -8, 74, 13, WHITE), ellipse(0, -10, 52, 9, MIST), inner)


def crate(fruit: str = CLAY, count: int = 6, colour: str = WOOD) -> str:
    """A crate of apples or pears."""
    return group(
        shadow(170),
        *(circle(-60 + (index % 6) * 24, -62 - (index // 6) * 16, 17, fruit) for index in range(count)),
        rect(-80, -56, 160, 56, colour, r=4),
        rect(-80, -38, 160, 5, WOOD_DARK),
        rect(-80, -18, 160, 5, WOOD_DARK),
    )


def counter(width: float = 520, front: str = RIVER, top: str = WOOD_LIGHT, height: float = 150) -> str:
    """A serving counter."""
    half = width / 2
    return group(
        shadow(width),
        rect(-half, -height, width, height, front),
        *(rect(-half + index * 40, -height, 4, height, INK, opacity=0.14) for index in range(1, int(width // 40))),
        rect(-half - 16, -height - 12, width + 32, 22, top, r=6),
    )


def vest(colour: str = "#e0692f") -> str:
    """A reflecting work vest on a hanger; the hook at (0, 0)."""
    return group(
        stroke("M0 0Q14 4 6 16L0 22L-46 46M0 22L46 46", INK, 5),
        path("M-50 44L-20 34Q0 62 20 34L50 44L46 170H-46Z", colour),
        rect(-48, 106, 96, 14, CREAM),
        rect(-48, 136, 96, 14, CREAM),
        rect(-32, 40, 11, 68, CREAM),
        rect(21, 40, 11, 68, CREAM),
        line(0, 60, 0, 170, INK, 3),
    )


def jacket(colour: str = RIVER, trim: str = SUN) -> str:
    """A work jacket on a hanger; the hook at (0, 0)."""
    return group(
        stroke("M0 0Q14 4 6 16L0 22L-46 44M0 22L46 44", INK, 5),
        path("M-54 44L-22 32Q0 50 22 32L54 44L76 150L52 156L44 100V180H-44V100L-52 156L-76 150Z", colour),
        path("M-22 32Q0 50 22 32L14 62H-14Z", trim),
        line(0, 62, 0, 180, trim, 4),
        rect(18, 84, 22, 24, trim, r=3),
    )


def trousers(colour: str = DEEP) -> str:
    """Work trousers on a hanger; the hook at (0, 0)."""
    return group(
        stroke("M0 0Q14 4 6 16L0 22M-42 36H42", INK, 5),
        path("M-42 36H42L50 190H14L0 80L-14 190H-50Z", colour),
        rect(-44, 118, 30, 28, CLAY, r=3),
        rect(14, 118, 30, 28, CLAY, r=3),
    )


def rail(width: float = 620, height: float = 330) -> str:
    """A clothes rail; things hang at -height."""
    half = width / 2
    return group(
        shadow(width),
        line(-half, -height, half, -height, STEEL_DARK, 10),
        line(-half, -height, -half, 0, STEEL_DARK, 10),
        line(half, -height, half, 0, STEEL_DARK, 10),
        line(-half - 40, 0, -half + 40, 0, STEEL_DARK, 9),
        line(half - 40, 0, half + 40, 0, STEEL_DARK, 9),
    )


def round_table(width: float = 520, top: str = WOOD_LIGHT) -> str:
    """A round table seen from a little above; its top around (0, -90)."""
    return group(
        shadow(width * 0.8, 20),
        rect(-22, -86, 44, 86, DEEP),
        ellipse(0, 0, 92, 16, DEEP),
        ellipse(0, -84, width / 2, 66, WOOD_DARK),
        ellipse(0, -94, width / 2, 66, top),
    )


def paper(turn: float = 0, lines: int = 4) -> str:
    """A sheet lying on a table."""
    return at(
        0,
        0,
        polygon([(-40, -14), (36, -18), (46, 12), (-36, 16)], WHITE),
        *(line(-26 + i * 3, -8 + i * 6, 26, -10 + i * 6, SOFT, 2.5) for i in range(lines - 1)),
        turn=turn,
    )


def server_rack(height: float = 380) -> str:
    """A rack of computers."""
    return group(
        shadow(190),
        rect(-86, -height, 172, height, INK, r=8),
        *(
            group(
                rect(-74, -height + 16 + i * 34, 148, 24, DEEP, r=3),
                circle(-58, -height + 28 + i * 34, 4, SUN if i % 3 else "#7fd08a"),
                circle(-44, -height + 28 + i * 34, 4, "#7fd08a"),
                *(rect(-16 + j * 16, -height + 24 + i * 34, 10, 8, SOFT, r=2) for j in range(5)),
            )
            for i in range(int((height - 30) // 34))
        ),
    )


def meeting_table(width: float = 1040, top: str = WOOD_LIGHT, front: str = WOOD, height: float = 230) -> str:
    """A long table with a closed front, for people to sit behind; its top is at -height."""
    half = width / 2
    return group(
        rect(-half + 24, -height, width - 48, height, front),
        *(
            rect(-half + 24 + index * 120, -height, 4, height, WOOD_DARK, opacity=0.4)
            for index in range(1, int(width // 120))
        ),
        rect(-half + 24, -height + 20, width - 48, 14, INK, opacity=0.14),
        rect(-half, -height - 6, width, 28, top, r=8),
    )
