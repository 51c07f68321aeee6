"""Houses, halls, schools and works, seen from the front; they stand on (0, 0) by their middle."""

from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, ring, shadow, stroke
from livinglab.demo.drawings.colours import (
    BRICK,
    BRICK_DARK,
    CLAY,
    CREAM,
    DEEP,
    GLASS,
    GLASS_DARK,
    GRASS,
    INK,
    MIST,
    RIVER,
    ROOF,
    SAND,
    STEEL,
    STEEL_DARK,
    SUN,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)

SOLAR = "#1d4f6b"


def pane(x: float, y: float, width: float, height: float, frame: str = WHITE, glass: str = GLASS, bars: int = 2) -> str:
    """A window with a cross of bars and one slanting reflection."""
    parts = [rect(x - 5, y - 5, width + 10, height + 10, frame, r=2), rect(x, y, width, height, glass)]
    parts.append(
        polygon(
            [
                (x + width * 0.12, y + height),
                (x + width * 0.5, y),
                (x + width * 0.68, y),
                (x + width * 0.3, y + height),
            ],
            WHITE,
            0.25,
        )
    )
    parts += [rect(x + width * index / bars - 2, y, 4, height, frame) for index in range(1, bars)]
    return group(*parts)


def solar_panels(
    x: float, y: float, columns: int, rows: int = 1, width: float = 44, height: float = 26, skew: float = 10
) -> str:
    """Panels on a slope that leans to the right; (x, y) is the lower left corner."""
    parts = []
    for row in range(rows):
        for column in range(columns):
            left, foot = x + column * (width + 4) + row * skew, y - row * (height + 4)
            parts.append(
                polygon(
                    [
                        (left, foot),
                        (left + skew, foot - height),
                        (left + skew + width, foot - height),
                        (left + width, foot),
                    ],
                    SOLAR,
                )
            )
            parts.append(line(left + width / 2, foot, left + skew + width / 2, foot - height, GLASS_DARK, 2))
    return group(*parts)


def house(
    width: float = 170, wall: str = BRICK, roof: str = ROOF, door: str = RIVER, solar: bool = False, lit: bool = False
) -> str:
    """A Dutch house with its gable to the street."""
    half, glass = width / 2, SUN if lit else GLASS
    return group(
        shadow(width * 1.1),
        rect(-half, -130, width, 130, wall),
        polygon([(-half - 12, -126), (0, -232), (half + 12, -126)], roof),
        polygon([(-half + 6, -130), (0, -210), (half - 6, -130)], wall),
        rect(half * 0.4, -214, 22, 44, wall),
        pane(-22, -178, 44, 40, glass=glass),
        pane(-half + 20, -104, 50, 50, glass=glass),
        rect(half - 62, -92, 44, 92, door, r=3),
        circle(half - 26, -44, 4, SUN),
        solar_panels(-half + 4, -150, 1) if solar else "",
    )


def long_house(wall: str = BRICK, roof: str = ROOF, panels: int = 4, width: float = 320, door: str = GRASS) -> str:
    """A house with its long side to the street, with panels on the slope."""
    half = width / 2
    return group(
        shadow(width * 1.06),
        rect(-half, -110, width, 110, wall),
        polygon([(-half - 14, -106), (-half + 34, -206), (half - 34, -206), (half + 14, -106)], roof),
        solar_panels(-half + 60, -134, panels, rows=1, width=40, height=48, skew=0) if panels else "",
        rect(half - 84, -228, 26, 44, BRICK_DARK),
        pane(-half + 30, -86, 76, 50, bars=3),
        rect(-22, -88, 46, 88, door, r=3),
        pane(half - 104, -86, 76, 50, bars=3),
    )


def terrace(count: int = 4, solar: bool = True, walls: tuple[str, ...] = (BRICK, CREAM, BRICK_DARK, "#c98262")) -> str:
    """A row of houses, its left end at x = 0."""
    parts = []
    for index in range(count):
        x, wall = index * 150, walls[index % len(walls)]
        parts += [
            rect(x, -128, 150, 128, wall),
            polygon([(x - 2, -126), (x + 10, -206), (x + 140, -206), (x + 152, -126)], ROOF if index % 2 else DEEP),
        ]
        if solar:
            parts.append(solar_panels(x + 24, -142, 3, rows=1, width=32, height=44, skew=0))
        parts += [
            pane(x + 18, -108, 40, 36),
            pane(x + 92, -108, 40, 36),
            pane(x + 18, -52, 52, 36),
            rect(x + 92, -62, 38, 62, (RIVER, CLAY, GRASS, SUN)[index % 4], r=3),
        ]
    return group(*parts)


def sports_hall(wall: str = WOOD_LIGHT, roof: str = DEEP, panels: int = 9, doors: str = RIVER, green: str = "") -> str:
    """A sports hall: a high volume with a band of light, a lower entrance, panels or plants on the roof."""
    top = solar_panels(-236, -226, panels) if panels else ""
    if green:
        top = group(*(circle(-232 + index * 28, -228, 18 + (index % 3) * 4, green) for index in range(17)))
    return group(
        shadow(640, 14),
        top,
        rect(-260, -226, 480, 226, wall),
        rect(-272, -232, 504, 16, roof),
        *(rect(-260 + index * 30, -216, 3, 216, WOOD_DARK, opacity=0.28) for index in range(1, 16)),
        *(pane(-236 + index * 90, -186, 70, 54, frame=roof) for index in range(5)),
        rect(180, -132, 150, 132, SAND),
        rect(170, -142, 172, 14, roof),
        pane(194, -112, 56, 60),
        rect(262, -104, 50, 104, doors),
        rect(286, -104, 3, 104, MIST),
        rect(-232, -84, 130, 84, GLASS_DARK),
        *(rect(-232 + index * 42, -84, 5, 84, roof) for index in range(4)),
    )


def brick_hall(columns: int = 6) -> str:
    """An older gymnasium of brick with a saw-tooth roof."""
    teeth = []
    for index in range(columns):
        x = -270 + index * 90
        teeth += [
            polygon([(x, -150), (x, -214), (x + 90, -150)], ROOF),
            polygon([(x + 4, -156), (x + 4, -200), (x + 22, -186), (x + 22, -156)], GLASS),
        ]
    return group(
        shadow(590, 14),
        *teeth,
        rect(-270, -152, columns * 90, 152, BRICK),
        *(pane(-246 + index * 90, -116, 44, 66, bars=2) for index in range(columns - 1)),
        rect(columns * 90 - 270 - 78, -96, 58, 96, CLAY, r=3),
        rect(-270, -20, columns * 90, 20, BRICK_DARK),
    )


def school(wall: str = CREAM, accent: str = SUN) -> str:
    """A school with a bell tower and large windows."""
    return group(
        shadow(620, 14),
        rect(-300, -150, 600, 150, wall),
        polygon([(-318, -148), (-280, -206), (280, -206), (318, -148)], ROOF),
        solar_panels(-240, -164, 4),
        solar_panels(60, -164, 4),
        rect(-56, -236, 112, 236, BRICK),
        polygon([(-68, -236), (0, -306), (68, -236)], DEEP),
        circle(0, -190, 24, CREAM),
        stroke("M0 -204V-190L10 -184", INK, 4),
        rect(-30, -96, 60, 96, RIVER, r=4),
        rect(-2, -96, 4, 96, CREAM),
        *(pane(x, -118, 84, 74, frame=accent, bars=3) for x in (-282, -176, 92, 198)),
    )


def town_hall(wall: str = BRICK, roof: str = DEEP) -> str:
    """A town hall with steps, a stepped gable and a small turret."""
    steps = "M-120 -210H-96V-240H-66V-270H-36V-298H36V-270H66V-240H96V-210H120V0H-120Z"
    return group(
        shadow(520, 14),
        rect(-260, -150, 520, 150, wall),
        polygon([(-272, -148), (-230, -204), (230, -204), (272, -148)], roof),
        path(steps, BRICK_DARK if wall == BRICK else wall),
        rect(-10, -362, 20, 64, roof),
        polygon([(-20, -360), (0, -404), (20, -360)], CLAY),
        circle(0, -240, 22, CREAM),
        stroke("M0 -254V-240H10", INK, 4),
        *(pane(x, -196, 44, 58, bars=2) for x in (-92, -22, 48)),
        path("M-38 0V-74A38 38 0 0 1 38 -74V0Z", RIVER),
        *(pane(x, -108, 48, 66, bars=2) for x in (-236, -170, 122, 188)),
        rect(-76, -12, 152, 12, STEEL),
        rect(-62, -22, 124, 10, MIST),
    )


def farm() -> str:
    """A Betuwe farmhouse with a wide thatched roof."""
    return group(
        shadow(340, 12),
        rect(-150, -74, 300, 74, BRICK),
        path("M-176 -70Q-120 -176 -84 -190H84Q120 -176 176 -70Z", WOOD),
        path("M20 -190H84Q120 -176 176 -70H60Q60 -140 20 -190Z", WOOD_DARK, 0.5),
        pane(-124, -58, 36, 36),
        pane(-62, -58, 36, 36),
        rect(16, -70, 84, 70, GRASS, r=3),
        line(58, -70, 58, 0, CREAM, 3),
        rect(-96, -216, 24, 40, BRICK_DARK),
    )


def warehouse(colour: str = STEEL, roof: str = DEEP, doors: int = 3) -> str:
    """A hall for storage or work."""
    return group(
        shadow(560, 14),
        rect(-270, -170, 540, 170, colour),
        polygon([(-284, -168), (0, -226), (284, -168)], roof),
        *(rect(-270 + index * 27, -170, 2, 170, INK, opacity=0.1) for index in range(1, 20)),
        *(
            group(
                rect(-220 + index * 160, -112, 116, 112, CREAM),
                *(rect(-220 + index * 160, -96 + row * 22, 116, 3, STEEL_DARK) for row in range(4)),
            )
            for index in range(doors)
        ),
    )


def asphalt_plant() -> str:
    """An asphalt plant: silos, a drum and a stack without smoke."""
    silos = group(
        *(
            group(
                rect(x, -230, 66, 150, STEEL),
                path(f"M{x} -80L{x + 22} -40H{x + 44}L{x + 66} -80Z", STEEL_DARK),
                rect(x + 44, -230, 22, 150, INK, opacity=0.12),
                path(f"M{x} -230Q{x + 33} -264 {x + 66} -230Z", CLAY),
            )
            for x in (-150, -76, -2)
        )
    )
    return group(
        shadow(560, 14),
        line(-140, -60, -140, 0, DEEP, 10),
        line(56, -60, 56, 0, DEEP, 10),
        line(-40, -60, -40, 0, DEEP, 10),
        silos,
        polygon([(74, -60), (290, -24), (290, 0), (74, 0)], DEEP),
        at(
            180,
            -74,
            rect(-110, -30, 220, 60, CLAY, r=30),
            rect(-70, -30, 12, 60, INK, opacity=0.3),
            rect(50, -30, 12, 60, INK, opacity=0.3),
            turn=6,
        ),
        rect(232, -310, 34, 262, CREAM),
        rect(232, -300, 34, 16, CLAY),
        stroke("M-280 -10L-170 -170", DEEP, 18),
        stroke("M-280 -10L-170 -170", SUN, 6),
    )


def greenhouse(width: float = 320) -> str:
    """A glasshouse of a nursery."""
    half = width / 2
    bays = int(width // 80)
    return group(
        shadow(width),
        rect(-half, -86, width, 86, MIST),
        *(
            polygon([(-half + i * 80, -86), (-half + i * 80 + 40, -126), (-half + i * 80 + 80, -86)], GLASS)
            for i in range(bays)
        ),
        *(circle(-half + 22 + i * 30, -16, 20, GRASS) for i in range(int(width // 31))),
        *(line(-half + i * 40, -86, -half + i * 40, 0, WHITE, 4) for i in range(bays * 2 + 1)),
        line(-half, -86, half, -86, WHITE, 5),
    )


def bus_shelter(green: str = GRASS) -> str:
    """A bus shelter with plants on its roof."""
    return group(
        shadow(260),
        *(circle(-104 + i * 23, -176, 15 + (i % 3) * 3, green) for i in range(10)),
        rect(-122, -172, 244, 14, DEEP, r=4),
        rect(-112, -160, 10, 160, DEEP),
        rect(102, -160, 10, 160, DEEP),
        rect(-102, -150, 204, 110, GLASS, opacity=0.55),
        rect(-84, -52, 120, 12, WOOD, r=4),
        rect(-74, -42, 8, 42, DEEP),
        rect(18, -42, 8, 42, DEEP),
    )


def footbridge(width: float = 520, deck: str = WOOD, rail: str = DEEP) -> str:
    """A low bridge for walkers, its deck through (0, 0)."""
    half = width / 2
    arc = f"M{-half} 0Q0 -70 {half} 0"
    rails = f"M{-half} -62Q0 -132 {half} -62"
    posts = []
    for index in range(11):
        x = -half + index * width / 10
        lift = -70 * 0.5 * (1 - (x / half) ** 2)
        posts.append(line(x, lift, x, lift - 62, rail, 6))
    return group(
        f'<g opacity="16%">{ellipse(0, 70, half * 0.9, 14, INK)}</g>',
        stroke(arc, WOOD_DARK, 34, cap="butt"),
        stroke(arc, deck, 20, cap="butt"),
        *posts,
        stroke(rails, rail, 9),
    )


def playground(accent: str = CLAY, slide: str = SUN) -> str:
    """A climbing tower with a slide and a swing."""
    return group(
        shadow(420, 12),
        stroke("M-96 -150Q-150 -80 -206 -14H-232", slide, 26),
        rect(-104, -230, 14, 230, WOOD),
        rect(6, -230, 14, 230, WOOD),
        polygon([(-126, -224), (-42, -296), (42, -224)], accent),
        rect(-110, -152, 140, 14, WOOD_DARK, r=3),
        rect(-104, -196, 124, 10, WOOD, r=3),
        *(line(24, -20 - i * 28, 60 - i * 6, -20 - i * 28, WOOD_DARK, 8) for i in range(5)),
        stroke("M66 0L40 -148", WOOD, 9),
        stroke("M112 0L142 -206L172 0M286 0L256 -206L226 0M142 -206H256", RIVER, 10),
        stroke("M178 -204V-76M214 -204V-76", INK, 4),
        rect(170, -78, 52, 9, accent, r=4),
    )


def scaffold(width: float = 320, height: float = 260) -> str:
    """Scaffolding to stand before a wall."""
    half = width / 2
    parts = [line(-half + i * width / 3, 0, -half + i * width / 3, -height, STEEL_DARK, 8) for i in range(4)]
    parts += [rect(-half - 14, -height * share, width + 28, 12, WOOD, r=2) for share in (0.36, 0.72)]
    parts += [
        line(-half, 0, -half + width / 3, -height * 0.36, STEEL_DARK, 5),
        line(half, 0, half - width / 3, -height * 0.36, STEEL_DARK, 5),
    ]
    return group(*parts)


def heat_pump() -> str:
    """The outdoor unit of a heat pump."""
    return group(
        shadow(150),
        rect(-70, -104, 140, 100, CREAM, r=8),
        circle(-18, -54, 38, STEEL),
        ring(-18, -54, 30, STEEL_DARK, 5),
        ring(-18, -54, 18, STEEL_DARK, 5),
        circle(-18, -54, 7, DEEP),
        *(rect(36, -88 + i * 16, 24, 7, STEEL, r=3) for i in range(4)),
        rect(-56, -6, 16, 8, INK),
        rect(40, -6, 16, 8, INK),
    )


def battery() -> str:
    """A neighbourhood battery in a container."""
    return group(
        shadow(280),
        rect(-130, -132, 260, 130, RIVER, r=6),
        *(rect(-118 + i * 36, -120, 26, 106, DEEP, r=3) for i in range(4)),
        rect(34, -114, 76, 92, MIST, r=6),
        path("M78 -104L56 -66H72L64 -34L90 -74H74Z", SUN),
    )
