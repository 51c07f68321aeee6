"""Trees, shrubs, flowers and the small animals among them."""

import math

from livinglab.demo.drawings.canvas import (
    at,
    blob,
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
    BLOSSOM,
    CLAY,
    EARTH,
    EARTH_DARK,
    GRASS,
    INK,
    SUN,
    WHITE,
    WOOD,
    WOOD_DARK,
    Light,
)

PETALS = (WHITE, BLOSSOM, SUN, "#8e7cc3", CLAY, "#5b9abf")


def round_tree(light: Light, height: float = 220) -> str:
    """A broad tree: three balls of leaves with a lit side; bare in winter."""
    if light.bare:
        return bare_tree(height)
    s = height / 220
    return at(
        0,
        0,
        shadow(120),
        polygon([(-9, 0), (-6, -110), (6, -110), (10, 0)], WOOD_DARK),
        stroke("M0 -70L-26 -104M2 -84L24 -116", WOOD_DARK, 7),
        circle(-40, -118, 46, light.leaf_dark),
        circle(44, -126, 44, light.leaf),
        circle(2, -162, 58, light.leaf),
        circle(-16, -174, 34, light.leaf_light, 0.75),
        circle(52, -138, 20, light.leaf_light, 0.6),
        scale=s,
    )


def bare_tree(height: float = 220, colour: str = "#6b5a4c") -> str:
    """A tree without leaves."""
    twigs = (
        "M0 0V-120M0 -70L-44 -128M0 -92L42 -150M0 -120L-14 -196M0 -120L22 -186"
        "M-24 -102L-62 -112M-30 -110L-32 -160M22 -122L58 -128"
        "M30 -134L30 -182M-8 -160L-32 -190M12 -154L40 -196"
    )
    return at(0, 0, shadow(90), stroke(twigs, colour, 6), scale=height / 200)


def tall_tree(light: Light, height: float = 260) -> str:
    """A poplar."""
    if light.bare:
        return bare_tree(height * 0.9)
    return at(
        0,
        0,
        shadow(60),
        rect(-6, -70, 12, 70, WOOD_DARK),
        path("M0 -280C46 -210 54 -110 34 -48Q0 -26 -34 -48C-54 -110 -46 -210 0 -280Z", light.leaf),
        path("M0 -280C-46 -210 -54 -110 -34 -48Q-18 -36 -4 -34C-26 -110 -22 -210 0 -280Z", light.leaf_dark),
        scale=height / 280,
    )


def blossom_tree(light: Light, height: float = 190, petals: str = BLOSSOM) -> str:
    """A fruit tree: in flower, or in the leaves of the season."""
    main, soft = (petals, WHITE) if not light.bare else (light.leaf, light.leaf_light)
    return at(
        0,
        0,
        shadow(100),
        polygon([(-8, 0), (-6, -96), (6, -96), (9, 0)], WOOD),
        stroke("M0 -60L-30 -92M2 -66L32 -96", WOOD, 7),
        circle(-42, -108, 36, main),
        circle(42, -106, 38, main),
        circle(0, -138, 48, main),
        circle(-14, -148, 24, soft, 0.45),
        circle(48, -116, 15, soft, 0.45),
        circle(-46, -98, 12, soft, 0.4),
        scale=height / 186,
    )


def fruit_tree(light: Light, height: float = 150, fruit: str = CLAY, seed: int = 1) -> str:
    """A low orchard tree with apples or pears."""
    chance = seeded(seed)
    dots = [circle(chance.uniform(-46, 46), chance.uniform(-150, -84), 6.5, fruit) for _ in range(11)]
    return at(
        0,
        0,
        shadow(90),
        rect(-6, -80, 12, 80, WOOD_DARK),
        circle(-34, -104, 36, light.leaf_dark),
        circle(34, -106, 36, light.leaf),
        circle(0, -136, 40, light.leaf),
        circle(-10, -146, 22, light.leaf_light, 0.7),
        *dots,
        scale=height / 176,
    )


def pollard(light: Light, height: float = 170) -> str:
    """A pollard willow: a knotted trunk with a wild head."""
    twigs = []
    for index in range(15):
        angle = math.radians(-168 + index * 11.2)
        length = 92 + (index % 3) * 14
        x, y = math.cos(angle) * length * 0.8, -92 + math.sin(angle) * length
        twigs.append(
            stroke(
                f"M0 -92Q{x * 0.3:.0f} {y * 0.5 - 46:.0f} {x:.0f} {y:.0f}",
                WOOD_DARK if light.bare else light.leaf,
                7,
            )
        )
    leaves = (
        ()
        if light.bare
        else (
            circle(-36, -132, 34, light.leaf),
            circle(34, -134, 36, light.leaf_dark),
            circle(0, -152, 40, light.leaf),
            circle(-12, -160, 20, light.leaf_light, 0.7),
        )
    )
    return at(
        0,
        0,
        shadow(80),
        *twigs,
        *leaves,
        path("M-20 0C-14 -40 -24 -70 -32 -96Q0 -120 32 -96C24 -70 14 -40 22 0Z", WOOD_DARK),
        path("M4 0C10 -40 6 -70 4 -106Q22 -108 32 -96C24 -70 14 -40 22 0Z", EARTH_DARK),
        ellipse(-6, -52, 5, 9, EARTH_DARK),
        scale=height / 190,
    )


def sapling(light: Light, height: float = 130) -> str:
    """A newly planted tree between two stakes."""
    crown = (
        (stroke("M0 -84L-16 -122M0 -92L14 -130M0 -70V-134", "#6b5a4c", 4),)
        if light.bare
        else (
            circle(0, -118, 28, light.leaf),
            circle(-15, -102, 17, light.leaf_dark),
            circle(9, -127, 13, light.leaf_light),
        )
    )
    return at(
        0,
        0,
        ellipse(0, 0, 44, 9, EARTH),
        line(0, 0, 0, -98, WOOD_DARK, 6),
        line(-24, 2, -24, -70, WOOD, 7),
        line(24, 2, 24, -70, WOOD, 7),
        line(-24, -60, 24, -60, INK, 4),
        *crown,
        scale=height / 146,
    )


def bush(light: Light, width: float = 120, height: float = 70) -> str:
    """A shrub with a lit top."""
    return group(
        blob(0, 0, width, height, light.leaf_dark),
        blob(-width * 0.16, 0, width * 0.6, height * 0.78, light.leaf),
        circle(-width * 0.12, -height * 0.56, height * 0.2, light.leaf_light, 0.7),
    )


def hedge(light: Light, width: float, height: float = 60) -> str:
    """A clipped hedge, its left end at x = 0."""
    count = max(2, round(width / 44))
    step = (width - 40) / (count - 1)
    bumps = [circle(20 + index * step, -height, 24, light.leaf) for index in range(count)]
    return group(
        *bumps,
        rect(0, -height, width, height, light.leaf, r=12),
        rect(0, -height * 0.42, width, height * 0.42, light.leaf_dark, r=10),
    )


def grass(
    light: Light,
    x: float,
    y: float,
    width: float,
    seed: int = 1,
    count: int = 16,
    tall: float = 34,
    colour: str = "",
) -> str:
    """A strip of blades of grass."""
    chance = seeded(seed)
    blades = []
    for _ in range(count):
        left, size, lean = (
            x + chance.uniform(0, width),
            chance.uniform(tall * 0.5, tall),
            chance.uniform(-12, 12),
        )
        blades.append(
            stroke(
                f"M{left:.0f} {y:.0f}q{lean * 0.2:.0f} {-size * 0.6:.0f} {lean:.0f} {-size:.0f}",
                colour or light.near_dark,
                5,
            )
        )
    return group(*blades)


def flower(petal: str, heart: str = SUN, height: float = 60, stem: str = GRASS) -> str:
    """One wild flower."""
    s = height / 60
    petals = [
        circle(math.cos(math.radians(72 * i - 90)) * 10, -52 + math.sin(math.radians(72 * i - 90)) * 10, 8, petal)
        for i in range(5)
    ]
    return at(
        0,
        0,
        stroke("M0 0Q4 -26 0 -50", stem, 4),
        path("M1 -18q16 -2 20 -16q-18 0 -20 16z", stem),
        *petals,
        circle(0, -52, 6.5, heart),
        scale=s,
    )


def poppy(height: float = 64, colour: str = CLAY) -> str:
    """A poppy: a cup on a thin stem."""
    return at(
        0,
        0,
        stroke("M0 0Q-6 -30 0 -52", GRASS, 4),
        path("M-16 -66Q-18 -44 0 -44Q18 -44 16 -66Q8 -58 0 -66Q-8 -58 -16 -66Z", colour),
        circle(0, -50, 4, INK),
        scale=height / 66,
    )


def flowers(
    x: float,
    y: float,
    width: float,
    depth: float,
    count: int,
    seed: int = 1,
    size: float = 1,
    petals: tuple[str, ...] = PETALS,
) -> str:
    """Wild flowers strewn over a strip of ground; the near ones are larger."""
    chance = seeded(seed)
    places = sorted((chance.uniform(0, depth), chance.uniform(0, width)) for _ in range(count))
    parts = []
    for down, across in places:
        petal = chance.choice(petals)
        height = (34 + 44 * down / max(depth, 1)) * size * chance.uniform(0.85, 1.15)
        stem = chance.choice((GRASS, "#4f8f45", "#3b7a3c"))
        plant = poppy(height) if petal == CLAY else flower(petal, CLAY if petal == SUN else SUN, height, stem)
        parts.append(at(x + across, y + down, plant))
    return group(*parts)


def reeds(
    x: float,
    y: float,
    width: float,
    seed: int = 1,
    count: int = 14,
    tall: float = 90,
    colour: str = "#5f7f45",
) -> str:
    """Reeds with brown plumes at the water's edge."""
    chance = seeded(seed)
    parts = []
    for _ in range(count):
        left, size, lean = (
            x + chance.uniform(0, width),
            chance.uniform(tall * 0.6, tall),
            chance.uniform(-8, 12),
        )
        parts.append(stroke(f"M{left:.0f} {y:.0f}q0 {-size * 0.6:.0f} {lean:.0f} {-size:.0f}", colour, 4.5))
        if chance.random() < 0.5:
            parts.append(at(left + lean, y - size, rect(-4, -18, 8, 24, WOOD_DARK, r=4), turn=lean))
    return group(*parts)


def leaves_on_ground(x: float, y: float, width: float, depth: float, count: int, seed: int = 1) -> str:
    """Fallen leaves."""
    chance = seeded(seed)
    return group(
        *(
            at(
                x + chance.uniform(0, width),
                y + chance.uniform(0, depth),
                path("M0 0q8 -10 18 0q-10 8 -18 0z", chance.choice(("#c76a22", "#e09a3a", CLAY, "#8a6f2c"))),
                turn=chance.uniform(0, 180),
            )
            for _ in range(count)
        )
    )


def pot_plant(light: Light, height: float = 120, pot: str = CLAY) -> str:
    """A plant in a pot, for indoors."""
    fronds = [
        stroke(f"M0 -36Q{lean * 0.4:.0f} {-top * 0.8:.0f} {lean:.0f} {-top:.0f}", colour, 12)
        for lean, top, colour in (
            (-44, 86, light.leaf_dark),
            (44, 92, light.leaf_dark),
            (-22, 116, light.leaf),
            (24, 124, light.leaf),
            (0, 136, light.leaf_light),
        )
    ]
    return at(
        0,
        0,
        shadow(60, 7),
        *fronds,
        polygon([(-28, -42), (28, -42), (21, 0), (-21, 0)], pot),
        rect(-32, -48, 64, 12, pot, r=4),
        scale=height / 140,
    )


def planter(width: float = 180, seed: int = 2) -> str:
    """A wooden trough with flowers."""
    return group(
        flowers(-width / 2 + 12, -46, width - 24, 8, 9, seed, size=1.1),
        shadow(width),
        rect(-width / 2, -48, width, 48, WOOD, r=4),
        rect(-width / 2, -26, width, 5, WOOD_DARK),
    )


def log_pile(rows: int = 3) -> str:
    """Stacked trunks, seen from the sawn ends."""
    parts = [shadow(190)]
    for row in range(rows):
        for index in range(5 - row):
            x, y = -84 + row * 21 + index * 42, -21 - row * 37
            parts += [
                circle(x, y, 21, WOOD_DARK),
                circle(x, y, 16, "#d8b07c"),
                circle(x, y, 9, "#c99b63"),
                circle(x, y, 3, WOOD_DARK),
            ]
    return group(*parts)
