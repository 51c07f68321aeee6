"""Things on wheels and water that a municipality buys or hires; all face right and stand on (0, 0)."""

from livinglab.demo.drawings.canvas import at, circle, group, line, path, polygon, rect, ring, shadow, stroke
from livinglab.demo.drawings.colours import (
    ASPHALT,
    CLAY,
    CREAM,
    DEEP,
    GLASS,
    GRASS,
    INK,
    MIST,
    RIVER,
    STEEL,
    STEEL_DARK,
    SUN,
    WHITE,
    WOOD,
)


def wheel(x: float, r: float, y: float | None = None) -> str:
    """A wheel that stands on the ground."""
    centre = -r if y is None else y
    return group(circle(x, centre, r, INK), circle(x, centre, r * 0.48, STEEL), circle(x, centre, r * 0.16, DEEP))


def leaf_mark(x: float, y: float, size: float, colour: str = WHITE) -> str:
    """A leaf, for what runs without exhaust."""
    return at(
        x,
        y,
        path("M-16 14C-20 -14 4 -22 20 -18C22 4 10 22 -16 14Z", colour),
        stroke("M-20 20L8 -8", GRASS, 3),
        scale=size,
    )


def bolt_mark(x: float, y: float, size: float, colour: str = SUN) -> str:
    """A flash, for what runs on electricity."""
    return at(x, y, path("M6 -30L-16 4H-2L-8 30L16 -8H2Z", colour), scale=size)


def tipper(cab: str = RIVER, box: str = CLAY, mark: str = "") -> str:
    """A tipper lorry."""
    return group(
        shadow(370, 12),
        rect(-176, -66, 330, 22, DEEP),
        polygon([(-184, -148), (44, -148), (32, -66), (-170, -66)], box),
        *(rect(-140 + index * 52, -142, 8, 70, INK, opacity=0.18) for index in range(4)),
        path("M58 -60V-166Q58 -176 68 -176H118Q128 -176 132 -166L152 -112V-60Z", cab),
        polygon([(92, -160), (118, -160), (134, -114), (92, -114)], GLASS),
        rect(140, -80, 14, 12, SUN, r=3),
        mark,
        wheel(-122, 36),
        wheel(-44, 36),
        wheel(102, 36),
    )


def lorry(cab: str = RIVER, box: str = CREAM, stripe: str = GRASS, mark: str = "bolt") -> str:
    """A box lorry for deliveries."""
    sign = bolt_mark(-70, -130, 1.3, stripe) if mark == "bolt" else leaf_mark(-70, -128, 1.4, stripe)
    return group(
        shadow(390, 12),
        rect(-190, -52, 350, 18, DEEP),
        rect(-196, -210, 236, 160, box, r=8),
        rect(-196, -74, 236, 24, stripe),
        sign,
        path("M50 -46V-150Q50 -162 62 -162H118Q130 -162 136 -150L162 -98V-46Z", cab),
        polygon([(92, -146), (120, -146), (142, -100), (92, -100)], GLASS),
        rect(148, -68, 14, 12, SUN, r=3),
        wheel(-128, 34),
        wheel(104, 34),
    )


def van(body: str = WHITE, stripe: str = RIVER, mark: str = "bolt") -> str:
    """A delivery or service van."""
    return group(
        shadow(310, 10),
        path("M-150 -34V-140Q-150 -156 -134 -156H36Q52 -156 64 -142L104 -92L142 -80Q152 -76 152 -62V-34Z", body),
        polygon([(30, -142), (48, -142), (86, -94), (30, -94)], GLASS),
        rect(-150, -76, 302, 16, stripe),
        bolt_mark(-66, -112, 0.8, stripe) if mark == "bolt" else leaf_mark(-66, -112, 0.9, stripe),
        rect(136, -72, 16, 12, SUN, r=4),
        rect(-150, -42, 302, 10, DEEP),
        wheel(-92, 31),
        wheel(94, 31),
    )


def car(body: str = CLAY) -> str:
    """A small passenger car."""
    return group(
        shadow(240, 9),
        path(
            "M-116 -28V-62Q-114 -74 -96 -76L-64 -110Q-56 -118 -42 -118H24"
            "Q38 -118 48 -108L78 -78L108 -70Q118 -66 118 -54V-28Z",
            body,
        ),
        path("M-52 -104H-8V-78H-76Z", GLASS),
        path("M2 -104H22Q32 -104 38 -98L56 -78H2Z", GLASS),
        rect(104, -60, 14, 10, SUN, r=4),
        wheel(-68, 27),
        wheel(70, 27),
    )


def bus(body: str = RIVER, stripe: str = SUN, glass: str = GLASS) -> str:
    """A small neighbourhood bus."""
    return group(
        shadow(420, 12),
        rect(-206, -176, 408, 146, body, r=22),
        rect(-206, -74, 408, 14, stripe),
        *(rect(-188 + index * 68, -156, 56, 58, glass, r=7) for index in range(4)),
        rect(88, -156, 52, 118, MIST, r=6),
        line(114, -152, 114, -42, body, 4),
        rect(150, -156, 46, 64, glass, r=7),
        rect(184, -62, 18, 14, CREAM, r=4),
        wheel(-120, 34),
        wheel(44, 34),
    )


def refuse_truck(body: str = GRASS, cab: str = CREAM) -> str:
    """A refuse collection lorry."""
    return group(
        shadow(430, 12),
        rect(-196, -58, 380, 20, DEEP),
        path("M-130 -54V-196Q-130 -206 -118 -206H58V-54Z", body),
        path("M-130 -196L-208 -150V-54H-130Z", STEEL_DARK),
        *(rect(-104 + index * 50, -196, 8, 136, INK, opacity=0.14) for index in range(4)),
        leaf_mark(-32, -128, 1.6),
        path("M70 -50V-166Q70 -178 82 -178H140Q152 -178 158 -166L184 -112V-50Z", cab),
        polygon([(108, -162), (142, -162), (164, -112), (108, -112)], GLASS),
        wheel(-122, 36),
        wheel(-40, 36),
        wheel(126, 36),
    )


def wheelie_bin(colour: str = GRASS, lid: str = DEEP) -> str:
    """A household waste container."""
    return group(
        shadow(80, 7),
        polygon([(-34, -92), (34, -92), (27, -8), (-27, -8)], colour),
        rect(-40, -104, 80, 14, lid, r=5),
        circle(-22, -8, 9, INK),
        circle(22, -8, 9, INK),
        rect(-14, -64, 28, 22, WHITE, r=4, opacity=0.7),
    )


def bicycle(frame: str = CLAY) -> str:
    """A city bicycle."""
    return group(
        shadow(150, 6),
        ring(-46, -34, 33, INK, 6),
        ring(52, -34, 33, INK, 6),
        stroke("M-46 -34L-14 -80H34L52 -34M-14 -80L4 -34L34 -80M4 -34H-46M34 -80L30 -100H46", frame, 7),
        rect(-30, -92, 32, 10, INK, r=5),
        circle(4, -34, 8, DEEP),
    )


def cargo_bike(frame: str = RIVER, box: str = WOOD) -> str:
    """A cargo bicycle with its box in front."""
    return group(
        shadow(230, 7),
        ring(-84, -36, 34, INK, 6),
        ring(100, -26, 25, INK, 6),
        stroke("M-84 -36L-54 -88H-8L-34 -30H40L100 -26M-54 -88L-34 -30M-8 -88L-14 -112H4", frame, 8),
        polygon([(-12, -88), (92, -88), (78, -34), (2, -34)], box),
        rect(-16, -94, 112, 10, DEEP, r=4),
        rect(-72, -98, 34, 10, INK, r=5),
        circle(-34, -34, 9, DEEP),
    )


def mower(body: str = GRASS) -> str:
    """A ride-on mower with a collector."""
    return group(
        shadow(260, 9),
        polygon([(-138, -112), (-58, -112), (-50, -44), (-130, -44)], DEEP),
        path("M-50 -46V-86H40Q76 -86 96 -60V-46Z", body),
        rect(-38, -126, 12, 46, INK, r=4),
        rect(-40, -92, 46, 14, INK, r=6),
        line(30, -86, 18, -126, INK, 6),
        line(8, -128, 28, -122, INK, 7),
        rect(-44, -30, 120, 22, SUN, r=8),
        wheel(-42, 36),
        wheel(70, 26),
    )


def tractor(body: str = RIVER) -> str:
    """A tractor."""
    return group(
        shadow(260, 10),
        rect(-10, -110, 128, 62, body, r=10),
        rect(62, -150, 10, 42, INK, r=3),
        path("M-92 -196H-4V-100H-92Z", GLASS),
        rect(-104, -206, 112, 14, DEEP, r=5),
        line(-92, -196, -92, -90, DEEP, 8),
        line(-4, -196, -4, -104, DEEP, 8),
        rect(-100, -104, 110, 44, body, r=6),
        rect(104, -96, 14, 14, SUN, r=4),
        wheel(-52, 58),
        wheel(84, 38),
    )


def trailer_mower() -> str:
    """A mowing bar with a suction hose, to hang behind a tractor."""
    return group(
        rect(-150, -66, 110, 52, CLAY, r=8),
        stroke("M-60 -66Q-20 -130 40 -110", STEEL, 22),
        rect(-170, -16, 150, 14, DEEP, r=4),
        wheel(-110, 22),
        line(-40, -40, 30, -50, DEEP, 10),
    )


def robot_mower(body: str = DEEP) -> str:
    """A small mowing robot."""
    return group(
        shadow(110, 7),
        path("M-52 -14Q-50 -52 0 -54Q50 -52 54 -14Z", body),
        path("M-34 -30Q-10 -46 20 -42", CREAM, 0.3),
        rect(14, -44, 26, 9, SUN, r=4),
        circle(-32, -14, 14, INK),
        circle(32, -12, 11, INK),
    )


def asphalt_load(x: float, y: float, width: float) -> str:
    """What lies in the box of a tipper."""
    return path(f"M{x} {y}q{width * 0.25} -46 {width * 0.5} -30q{width * 0.3} 0 {width * 0.5} 30z", ASPHALT)
