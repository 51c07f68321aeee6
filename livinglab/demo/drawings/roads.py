"""Roads and what is done to them: surfaces, machines, signs, lights, pipes and stones."""

from livinglab.demo.drawings.canvas import (
    Point,
    at,
    circle,
    ellipse,
    group,
    line,
    path,
    polygon,
    rect,
    seeded,
    shadow,
    stroke,
)
from livinglab.demo.drawings.colours import (
    ASPHALT,
    ASPHALT_LIGHT,
    ASPHALT_OLD,
    BRICK,
    BRICK_DARK,
    CLAY,
    CREAM,
    DEEP,
    EARTH,
    EARTH_DARK,
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    SUN,
    WHITE,
    WOOD,
    WOOD_DARK,
)


def road_ahead(
    vanish: Point, left: float, right: float, colour: str = ASPHALT, mark: str = SUN, marks: int = 4, far: float = 34
) -> str:
    """A road that runs from the viewer to a point on the horizon, with a dashed middle line."""
    vx, vy = vanish
    parts = [polygon([(vx - far / 2, vy), (vx + far / 2, vy), (right, 820), (left, 820)], colour)]
    middle = (left + right) / 2
    for index in range(marks):
        near, away = 1 - (index / marks) ** 0.6, 1 - ((index + 0.5) / marks) ** 0.6
        (y1, y2) = (820 - (820 - vy) * (1 - near), 820 - (820 - vy) * (1 - away))
        (x1, x2) = (middle + (vx - middle) * (820 - y1) / (820 - vy), middle + (vx - middle) * (820 - y2) / (820 - vy))
        (w1, w2) = (4 + (y1 - vy) * 0.03, 4 + (y2 - vy) * 0.03)
        parts.append(polygon([(x1 - w1 / 2, y1), (x1 + w1 / 2, y1), (x2 + w2 / 2, y2), (x2 - w2 / 2, y2)], mark))
    return group(*parts)


def roller(body: str = SUN, drum: str = STEEL) -> str:
    """A road roller, seen from the side, rolling to the right."""
    return group(
        shadow(330, 12),
        path("M-150 -64H60L84 -110H-20L-34 -150H-120Q-150 -150 -150 -120Z", body),
        rect(-150, -70, 214, 16, CLAY),
        rect(-118, -224, 126, 12, DEEP, r=4),
        line(-110, -150, -110, -218, DEEP, 8),
        line(0, -112, 0, -218, DEEP, 8),
        rect(-92, -176, 14, 40, INK, r=4),
        line(-40, -128, -22, -168, INK, 6),
        circle(-100, -52, 52, INK),
        circle(-100, -52, 22, STEEL_DARK),
        polygon([(56, -100), (86, -100), (124, -66), (108, -52), (64, -66)], DEEP),
        circle(110, -56, 56, drum),
        circle(110, -56, 44, STEEL_DARK, 0.45),
        circle(110, -56, 12, DEEP),
    )


def excavator(body: str = SUN, reach: float = 1.0) -> str:
    """An excavator on tracks, its arm to the left."""
    return group(
        shadow(280, 12),
        rect(-110, -50, 230, 50, INK, r=25),
        *(circle(-78 + index * 54, -25, 16, STEEL_DARK) for index in range(4)),
        rect(-60, -78, 130, 28, DEEP),
        path("M-66 -160H100Q124 -160 124 -130V-76H-66Z", body),
        path("M-66 -196Q-66 -212 -50 -212H6V-96H-66Z", body),
        rect(-54, -200, 50, 62, GLASS, r=6),
        rect(60, -176, 12, 24, INK, r=3),
        stroke(f"M-56 -112L{-150 * reach:.0f} -246L{-262 * reach:.0f} -150", body, 26),
        circle(-150 * reach, -246, 12, DEEP),
        at(
            -262 * reach,
            -150,
            polygon([(-12, -6), (22, -4), (30, 54), (-6, 74), (-44, 44)], DEEP),
            polygon([(-44, 44), (-6, 74), (-18, 86), (-30, 66), (-36, 76)], STEEL),
        ),
        circle(-262 * reach, -150, 10, DEEP),
    )


def cone(height: float = 70) -> str:
    """A traffic cone."""
    return at(
        0,
        0,
        shadow(60, 6),
        polygon([(-7, -72), (7, -72), (24, -8), (-24, -8)], CLAY),
        polygon([(-13, -48), (13, -48), (18, -30), (-18, -30)], WHITE),
        rect(-34, -10, 68, 10, CLAY, r=3),
        scale=height / 72,
    )


def barrier(width: float = 190) -> str:
    """A striped road barrier with two lamps."""
    stripes = group(
        *(
            polygon([(x, -86), (x + 20, -86), (x + 6, -54), (x - 14, -54)], CLAY)
            for x in range(int(-width / 2) + 18, int(width / 2) - 16, 42)
        )
    )
    return group(
        shadow(width),
        rect(-width / 2 + 22, -60, 10, 60, STEEL_DARK),
        rect(width / 2 - 32, -60, 10, 60, STEEL_DARK),
        rect(-width / 2, -86, width, 32, WHITE, r=3),
        stripes,
        circle(-width / 2 + 18, -98, 11, SUN),
        circle(width / 2 - 18, -98, 11, SUN),
    )


def drill_core(layers: tuple[tuple[str, float], ...], width: float = 70) -> str:
    """A drilled core of asphalt: its layers, from the top down (colour, height), with stones in them."""
    total = sum(height for _, height in layers)
    chance = seeded(int(total))
    parts, y = [shadow(width * 1.3)], -total
    for colour, height in layers:
        parts.append(rect(-width / 2, y, width, height, colour))
        for _ in range(int(height / 9)):
            parts.append(
                circle(
                    chance.uniform(-width / 2 + 8, width / 2 - 8),
                    y + chance.uniform(7, max(8, height - 6)),
                    chance.uniform(2.5, 6),
                    chance.choice((STEEL, CREAM, STEEL_DARK)),
                )
            )
        y += height
    parts += [
        rect(width / 2 - 14, -total, 14, total, INK, opacity=0.16),
        ellipse(0, -total, width / 2, width * 0.16, ASPHALT_OLD),
        ellipse(0, 0, width / 2, width * 0.14, layers[-1][0]),
    ]
    return group(*parts)


def granulate(width: float = 300, height: float = 130, colour: str = ASPHALT_LIGHT, seed: int = 3) -> str:
    """A heap of crushed asphalt or rubble."""
    chance = seeded(seed)
    parts = [
        shadow(width, 14),
        path(
            f"M{-width / 2} 0Q{-width * 0.2} {-height * 0.9} -10 {-height}"
            f"Q{width * 0.2} {-height * 0.86} {width / 2} 0Z",
            colour,
        ),
        path(
            f"M0 {-height}Q{width * 0.2} {-height * 0.86} {width / 2} 0H{width * 0.1}Q40 {-height * 0.5} 0 {-height}Z",
            INK,
            0.16,
        ),
    ]
    for _ in range(int(width / 7)):
        x = chance.uniform(-width * 0.42, width * 0.42)
        top = height * (1 - abs(x) / (width / 2)) * 0.86
        parts.append(
            rect(
                x,
                -chance.uniform(4, max(6, top)),
                chance.uniform(7, 15),
                chance.uniform(6, 11),
                chance.choice((STEEL_DARK, ASPHALT, STEEL, INK)),
                r=2,
            )
        )
    return group(*parts)


def pavers_ahead(vanish: Point, top: float, colours: tuple[str, ...], seed: int = 2, rows: int = 11) -> str:
    """A brick pavement in perspective that fills the foot of the picture."""
    chance = seeded(seed)
    vx, vy = vanish
    parts = []
    edges = [top + (820 - top) * (index / rows) ** 1.5 for index in range(rows + 1)]
    for row, (y1, y2) in enumerate(zip(edges, edges[1:], strict=False)):
        for column in range(-9, 22):
            left = -300 + (column + (row % 2) * 0.5) * 130
            a, b = (y1 - vy) / (820 - vy), (y2 - vy) / (820 - vy)
            parts.append(
                polygon(
                    [
                        (vx + (left - vx) * a, y1),
                        (vx + (left + 126 - vx) * a, y1),
                        (vx + (left + 126 - vx) * b, y2 - 3),
                        (vx + (left - vx) * b, y2 - 3),
                    ],
                    chance.choice(colours),
                )
            )
    return group(rect(0, top, 1200, 820 - top, BRICK_DARK), *parts)


def paving_stack(rows: int = 5, colours: tuple[str, ...] = (BRICK, BRICK_DARK, "#c98262")) -> str:
    """A pallet of paving stones."""
    parts = [shadow(220), rect(-104, -14, 208, 14, WOOD_DARK), rect(-104, -22, 208, 8, WOOD)]
    for row in range(rows):
        for index in range(5):
            parts.append(
                rect(-100 + index * 40, -44 - row * 23, 38, 21, colours[(row * 2 + index) % len(colours)], r=2)
            )
    return group(*parts)


def pipe(length: float = 260, radius: float = 56, colour: str = STEEL, inside: str = INK) -> str:
    """A sewer pipe lying on its side, its open end to the right."""
    return group(
        ellipse(length / 2, 0, length * 0.56, 11, INK, 0.16),
        path(f"M0 {-radius * 2}H{length}V0H0A{radius * 0.42} {radius} 0 0 1 0 {-radius * 2}Z", colour),
        rect(0, -radius * 0.7, length, radius * 0.7, INK, opacity=0.1),
        ellipse(length, -radius, radius * 0.42, radius, CREAM),
        ellipse(length, -radius, radius * 0.32, radius * 0.78, inside),
    )


def trench(x: float, top: float, width: float, depth: float) -> str:
    """A cut in the ground with the layers showing."""
    return group(
        polygon([(x, top), (x + width, top), (x + width - 46, top + depth), (x + 46, top + depth)], EARTH_DARK),
        polygon([(x, top), (x + 18, top), (x + 62, top + depth), (x + 46, top + depth)], EARTH),
        polygon(
            [(x + width - 18, top), (x + width, top), (x + width - 46, top + depth), (x + width - 62, top + depth)],
            EARTH,
        ),
    )
