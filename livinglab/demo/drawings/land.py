"""Sky, hills, river, dikes, fields and what stands far away in them."""

from livinglab.demo.drawings.canvas import (
    HEIGHT,
    WIDTH,
    Point,
    at,
    band,
    circle,
    ellipse,
    group,
    line,
    path,
    polygon,
    rect,
    ridge,
    seeded,
    stroke,
)
from livinglab.demo.drawings.colours import BRICK, BRICK_DARK, CREAM, DEEP, ROOF, STEEL, WHITE, WOOD_DARK, Light


def sky(light: Light, sun: Point | None = None, size: float = 62, horizon: float = 520) -> str:
    """The sky in three quiet bands, with the sun (or moon) if it has a place."""
    parts = [
        rect(0, 0, WIDTH, HEIGHT, light.sky),
        path(
            f"M0 {horizon * 0.62:.0f}C320 {horizon * 0.5:.0f} 760 {horizon * 0.74:.0f}"
            f" 1200 {horizon * 0.56:.0f}V800H0Z",
            light.low,
            0.55,
        ),
        path(
            f"M0 {horizon * 0.84:.0f}C420 {horizon * 0.72:.0f}"
            f" 860 {horizon * 0.92:.0f} 1200 {horizon * 0.78:.0f}V800H0Z",
            light.low,
        ),
    ]
    if sun:
        x, y = sun
        parts += [circle(x, y, size * 1.55, light.sun, 0.16), circle(x, y, size, light.sun)]
    return group(*parts)


def cloud(light: Light, x: float, y: float, scale: float = 1, opacity: float = 0.9) -> str:
    """A flat-bottomed cloud."""
    shape = "M-90 0a30 30 0 0 1 8-58a46 46 0 0 1 84-16a36 36 0 0 1 58 22a27 27 0 0 1 22 52z"
    return at(x, y, path(shape, light.cloud, opacity), scale=scale)


def stars(seed: int, count: int = 34) -> str:
    """Small lights in the upper half of a night."""
    chance = seeded(seed)
    return group(
        *(
            circle(
                chance.uniform(20, 1180),
                chance.uniform(15, 300),
                chance.choice((1.6, 2.2, 3)),
                "#f6ecc8",
                0.8,
            )
            for _ in range(count)
        )
    )


def rain(seed: int, count: int = 90, colour: str = WHITE) -> str:
    """Slanting drops over the whole picture."""
    chance = seeded(seed)
    drops = []
    for _ in range(count):
        x, y, size = chance.uniform(-20, 1220), chance.uniform(-20, 780), chance.uniform(18, 40)
        drops.append(line(x, y, x - size * 0.28, y + size, colour, 2.4))
    return f'<g opacity="55%">{"".join(drops)}</g>'


def snow(seed: int, count: int = 110) -> str:
    """Flakes over the whole picture."""
    chance = seeded(seed)
    return group(
        *(
            circle(chance.uniform(0, 1200), chance.uniform(0, 790), chance.uniform(2, 5.5), WHITE, 0.85)
            for _ in range(count)
        )
    )


def distance(light: Light, horizon: float = 430, bend: float = 0) -> str:
    """Two low ridges on the horizon; ``bend`` tilts them so that pictures differ."""
    return group(
        ridge(
            [horizon - 34 + bend, horizon - 58, horizon - 40 - bend, horizon - 66 + bend, horizon - 30],
            light.far,
        ),
        ridge(
            [horizon + 18, horizon - 8 - bend, horizon + 10 + bend, horizon - 4, horizon + 22 - bend],
            light.middle,
        ),
    )


def meadow(light: Light, top: float = 480, bend: float = 20) -> str:
    """The near ground, with one darker sweep for depth."""
    return group(
        ridge([top + bend, top - bend * 0.4, top + bend * 0.6, top - bend, top + bend * 0.2], light.near),
        path(
            f"M-20 {top + 190}C280 {top + 110} 620 {top + 250} 1220 {top + 130}V820H-20Z",
            light.near_dark,
            0.55,
        ),
    )


def river(light: Light, upper: list[Point], lower: list[Point], glints: int = 5, seed: int = 1) -> str:
    """Water between two banks, with a few light strokes on it."""
    chance = seeded(seed)
    xs = [x for x, _ in upper]
    parts = [band(upper, lower, light.water)]
    for _ in range(glints):
        x = chance.uniform(min(xs) + 60, max(xs) - 160)
        share = chance.uniform(0.3, 0.8)
        y = _height_at(upper, x) * (1 - share) + _height_at(lower, x) * share
        size = chance.uniform(40, 120)
        parts.append(stroke(f"M{x:.0f} {y:.0f}q{size / 2:.0f} -5 {size:.0f} 0", light.water_light, 5))
    return group(*parts)


def _height_at(points: list[Point], x: float) -> float:
    """The y of a line of points at x, straight between neighbours."""
    ordered = sorted(points)
    for (x1, y1), (x2, y2) in zip(ordered, ordered[1:], strict=False):
        if x1 <= x <= x2:
            return y1 + (y2 - y1) * (x - x1) / max(x2 - x1, 1)
    return ordered[-1][1]


def furrows(light: Light, top: float, vanish: Point = (600, 430), count: int = 15, colour: str = "") -> str:
    """Rows of a field that run to one point on the horizon."""
    vx, vy = vanish
    parts = []
    for index in range(count):
        x = -700 + index * (2600 / (count - 1))
        share = (top - vy) / (HEIGHT - vy)
        parts.append(
            polygon(
                [(vx + (x - vx) * share, top), (vx + (x + 70 - vx) * share, top), (x + 70, 800), (x, 800)],
                colour or light.near_dark,
                0.5,
            )
        )
    return group(*parts)


def puddle(light: Light, x: float, y: float, width: float) -> str:
    """Standing water on a road or in a field."""
    return group(
        ellipse(x, y, width / 2, width * 0.13, light.water_light),
        ellipse(x - width * 0.12, y - width * 0.02, width * 0.2, width * 0.035, WHITE, 0.45),
    )


def church(tone: str = BRICK, roof: str = ROOF) -> str:
    """A village church with its tower, as seen far off."""
    return group(
        rect(-60, -60, 90, 60, tone),
        polygon([(-68, -60), (-15, -104), (38, -60)], roof),
        rect(22, -128, 42, 128, BRICK_DARK if tone == BRICK else tone),
        polygon([(16, -128), (43, -214), (70, -128)], roof),
        circle(43, -104, 10, CREAM),
    )


def village(light: Light, x: float, y: float, scale: float = 1, seed: int = 1) -> str:
    """A church between roofs and trees: a Betuwe village on the horizon."""
    chance = seeded(seed)
    parts = []
    for index in range(6):
        left = -210 + index * 74 + chance.uniform(-8, 8)
        width, height = chance.uniform(56, 80), chance.uniform(26, 44)
        wall, roof = chance.choice(((BRICK, ROOF), (CREAM, BRICK_DARK), (BRICK_DARK, DEEP)))
        parts += [
            rect(left, -height, width, height, wall),
            polygon([(left - 6, -height), (left + width / 2, -height - 36), (left + width + 6, -height)], roof),
        ]
    parts.insert(3, at(-20, 0, church(), scale=0.9))
    for index in range(5):
        parts.append(circle(-250 + index * 118 + chance.uniform(-14, 14), -14, chance.uniform(20, 34), light.leaf_dark))
    parts.append(rect(-300, -6, 600, 14, light.leaf_dark, r=7))
    return at(x, y, *parts, scale=scale, opacity=0.92)


def windmill(turn: float = 20) -> str:
    """A tower mill."""
    blades = group(
        *(
            at(
                0,
                0,
                rect(-4, -118, 8, 118, WOOD_DARK),
                rect(4, -112, 22, 82, WHITE, opacity=0.9),
                turn=turn + 90 * index,
            )
            for index in range(4)
        )
    )
    return group(
        polygon([(-46, 0), (-28, -150), (28, -150), (46, 0)], BRICK),
        polygon([(6, 0), (10, -150), (28, -150), (46, 0)], BRICK_DARK),
        path("M-34 -150q34 -58 68 0z", DEEP),
        rect(-12, -46, 24, 46, CREAM, r=10),
        at(0, -168, blades, circle(0, 0, 8, DEEP)),
    )


def turbine(height: float = 300, turn: float = 12, colour: str = WHITE) -> str:
    """A wind turbine."""
    blade = "M-5 0C-12 -40 -4 -110 0 -140C8 -110 8 -40 5 0Z"
    size = height / 300
    return group(
        polygon([(-7 * size, 0), (-3 * size, -height), (3 * size, -height), (7 * size, 0)], colour),
        at(
            0,
            -height,
            *(at(0, 0, path(blade, colour), turn=turn + 120 * index) for index in range(3)),
            circle(0, 0, 9, STEEL),
            scale=size,
        ),
    )


def brickworks(light: Light) -> str:
    """A brick factory with its tall chimney, as along the Waal."""
    return group(
        rect(-160, -58, 250, 58, BRICK),
        polygon([(-170, -58), (-110, -96), (-50, -58), (10, -96), (70, -58), (100, -58)], ROOF),
        polygon([(96, 0), (102, -230), (120, -230), (128, 0)], BRICK_DARK),
        rect(99, -214, 24, 8, CREAM),
        stroke("M112 -246q22 -30 60 -24t66 -26", light.cloud, 16),
    )


def arch_bridge(colour: str = STEEL, deck: str = DEEP, width: float = 520) -> str:
    """A bow-string bridge over the river."""
    half = width / 2
    parts = [stroke(f"M{-half} -40Q0 -{width * 0.52:.0f} {half} -40", colour, 16)]
    for index in range(1, 12):
        x = -half + index * width / 12
        share = 1 - (x / half) ** 2
        parts.append(line(x, -44, x, -40 - width * 0.26 * share, colour, 4))
    parts += [
        rect(-half - 160, -46, width + 320, 20, deck),
        rect(-half - 12, -26, 34, 70, STEEL),
        rect(half - 22, -26, 34, 70, STEEL),
    ]
    return group(*parts)


def cable_bridge(colour: str = WHITE, deck: str = DEEP) -> str:
    """A cable-stayed bridge with two masts."""
    parts = []
    for mast in (-170, 170):
        for index in range(1, 6):
            reach = index * 32
            parts.append(line(mast, -190 + index * 14, mast - reach, -44, colour, 3))
            parts.append(line(mast, -190 + index * 14, mast + reach, -44, colour, 3))
        parts.append(polygon([(mast - 12, 40), (mast - 5, -200), (mast + 5, -200), (mast + 12, 40)], colour))
    parts.append(rect(-640, -46, 1280, 16, deck))
    return group(*parts)


def barge(hull: str = DEEP, load: str = "#b9a27a") -> str:
    """An inland vessel with a load of sand."""
    return group(
        path("M-190 -34H196L172 0H-170Q-188 -6 -190 -34Z", hull),
        path("M-168 -34q60 -34 120 -8q66 -36 132 8z", load),
        rect(104, -84, 64, 50, WHITE, r=6),
        rect(114, -74, 44, 18, "#9cc3d6", r=3),
        rect(-190, -40, 386, 8, CREAM),
    )


def fence(width: float, posts: int = 6, colour: str = WOOD_DARK) -> str:
    """A field fence, its left end at x = 0."""
    step = width / (posts - 1)
    rails = [line(0, y, width, y, colour, 6) for y in (-46, -24)]
    return group(*rails, *(rect(index * step - 5, -60, 10, 60, colour, r=3) for index in range(posts)))
