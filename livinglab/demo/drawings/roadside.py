"""What stands along a road: signs, lamps, charging posts."""

from livinglab.demo.drawings.canvas import at, circle, ellipse, group, path, polygon, rect, ring, shadow, stroke
from livinglab.demo.drawings.colours import CLAY, CREAM, DEEP, INK, RIVER, STEEL_DARK, SUN, WHITE


def pole(height: float, colour: str = STEEL_DARK, width: float = 12) -> str:
    """The post of a sign."""
    return group(shadow(60, 6), rect(-width / 2, -height, width, height, colour, r=4))


def sign_triangle(size: float = 120, mark: str = "!") -> str:
    """A warning sign around (0, 0): an exclamation, a curve or a deer... drawn, not written."""
    s = size / 120
    inner = {
        "!": group(rect(-7, -34, 14, 40, INK, r=6), circle(0, 20, 8, INK)),
        "bend": stroke("M-10 28V6Q-10 -8 8 -16T12 -40", INK, 13),
        "bike": group(
            ring(-22, 14, 14, INK, 5),
            ring(24, 14, 14, INK, 5),
            stroke("M-22 14L-6 -14H14L24 14M-6 -14L4 14L14 -14", INK, 5),
        ),
        "frog": group(ellipse(0, 8, 26, 14, INK), circle(16, -6, 9, INK), stroke("M-20 14l-14 10M14 18l14 10", INK, 6)),
    }[mark]
    return at(0, 0, stroke("M0 -84L80 50H-80Z", CLAY, 30), path("M0 -70L66 42H-66Z", CREAM), at(0, 4, inner), scale=s)


def sign_round(size: float = 110, kind: str = "blue") -> str:
    """A round sign: blue (a bicycle path), a speed limit without its figure, or no entry."""
    r = size / 2
    if kind == "blue":
        return group(
            circle(0, 0, r, WHITE),
            circle(0, 0, r * 0.93, "#0b63b5"),
            at(
                0,
                0,
                ring(-24, 12, 16, WHITE, 5),
                ring(24, 12, 16, WHITE, 5),
                stroke("M-24 12L-8 -18H14L24 12M-8 -18L2 12L14 -18M8 -28H20", WHITE, 5),
                scale=size / 116,
            ),
        )
    if kind == "stop":
        return group(
            circle(0, 0, r, WHITE),
            circle(0, 0, r * 0.94, CLAY),
            rect(-r * 0.62, -r * 0.16, r * 1.24, r * 0.32, WHITE, r=2),
        )
    return group(
        circle(0, 0, r, CLAY),
        circle(0, 0, r * 0.74, CREAM),
        rect(-r * 0.36, -r * 0.36, r * 0.22, r * 0.72, INK, r=4),
        ring(r * 0.18, 0, r * 0.24, INK, r * 0.17),
    )


def sign_arrow(width: float = 190, colour: str = RIVER, lines: int = 2, right: bool = True) -> str:
    """A signpost arm with bars where the words would be; its middle at (0, 0)."""
    half = width / 2
    arm = polygon([(-half, -26), (half - 26, -26), (half, 0), (half - 26, 26), (-half, 26)], colour)
    bars = group(
        *(
            rect(-half + 18, -13 + index * 16, width * (0.52 if index else 0.62), 9, WHITE, r=4)
            for index in range(lines)
        )
    )
    return at(0, 0, arm, bars) if right else at(0, 0, at(0, 0, arm, flip=True), at(18, 0, bars))


def sign_board(width: float = 260, height: float = 130, colour: str = "#0b63b5", lines: int = 3) -> str:
    """A rectangular board, its middle at (0, 0), with bars for words."""
    parts = [
        rect(-width / 2, -height / 2, width, height, WHITE, r=12),
        rect(-width / 2 + 6, -height / 2 + 6, width - 12, height - 12, colour, r=8),
    ]
    step = (height - 40) / max(lines, 1)
    for index in range(lines):
        parts.append(
            rect(
                -width / 2 + 30,
                -height / 2 + 26 + index * step,
                (width - 60) * (0.9, 0.6, 0.75, 0.5)[index % 4],
                step * 0.42,
                WHITE,
                r=5,
            )
        )
    return group(*parts)


def street_light(height: float = 330, on: bool = False, arm: float = 80, colour: str = DEEP) -> str:
    """A street lamp with its arm to the right; ``on`` gives it a cone of light."""
    glow = ""
    if on:
        glow = group(
            polygon([(arm - 22, -height + 16), (arm + 30, -height + 16), (arm + 150, 0), (arm - 150, 0)], SUN, 0.2),
            ellipse(arm, 0, 150, 16, SUN, 0.26),
            circle(arm, -height + 12, 34, SUN, 0.28),
        )
    return group(
        glow,
        shadow(50, 6),
        rect(-7, -height + 30, 14, height - 30, colour, r=4),
        stroke(f"M0 {-height + 40}Q4 {-height} 40 {-height}H{arm}", colour, 10),
        rect(arm - 30, -height - 8, 64, 18, colour, r=8),
        rect(arm - 22, -height + 8, 48, 8, SUN if on else CREAM, r=4),
    )


def charger(colour: str = RIVER) -> str:
    """A charging post with its cable."""
    return group(
        shadow(70, 6),
        stroke("M24 -92Q74 -90 66 -30T96 -8", INK, 7),
        rect(-30, -150, 60, 150, colour, r=12),
        rect(-18, -134, 36, 30, MIST_GREEN, r=5),
        path("M4 -88L-12 -58H0L-6 -32L14 -64H2Z", SUN),
    )


MIST_GREEN = "#cfe3d4"
