"""The animals of the river land."""

from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, shadow, stroke
from livinglab.demo.drawings.colours import CLAY, CREAM, INK, SUN, WHITE


def butterfly(colour: str = CLAY, turn: float = -18) -> str:
    """A butterfly with open wings."""
    return at(
        0,
        0,
        ellipse(-15, -8, 15, 11, colour),
        ellipse(15, -8, 15, 11, colour),
        ellipse(-10, 9, 10, 8, SUN),
        ellipse(10, 9, 10, 8, SUN),
        rect(-2.5, -14, 5, 30, INK, r=2.5),
        stroke("M0 -14L-8 -24M0 -14L8 -24", INK, 2),
        turn=turn,
    )


def bee() -> str:
    """A bee in flight."""
    return group(
        ellipse(-3, -9, 7, 10, WHITE, 0.85),
        ellipse(7, -9, 6, 9, WHITE, 0.85),
        ellipse(0, 0, 14, 9, SUN),
        rect(-4, -9, 4, 18, INK),
        rect(4, -8, 4, 16, INK),
        circle(13, -1, 4, INK),
    )


def heron() -> str:
    """A grey heron on one leg."""
    return group(
        line(0, 0, 0, -54, SUN, 4),
        line(8, -30, 8, -54, SUN, 4),
        path("M-40 -52Q-6 -90 22 -72Q34 -60 8 -50Q-14 -46 -40 -52Z", "#9fb0b8"),
        stroke("M16 -70Q34 -92 18 -112Q12 -126 26 -132", "#dfe6e8", 9),
        circle(26, -132, 9, "#dfe6e8"),
        polygon([(32, -136), (66, -128), (32, -127)], SUN),
        stroke("M22 -138L4 -134", INK, 3.5),
    )


def sheep(colour: str = CREAM) -> str:
    """A grazing sheep."""
    return group(
        shadow(84, 7),
        *(rect(x, -26, 7, 26, INK, r=3) for x in (-26, -12, 14, 26)),
        circle(-22, -44, 20, colour),
        circle(2, -50, 24, colour),
        circle(26, -44, 20, colour),
        circle(2, -36, 20, colour),
        ellipse(48, -34, 12, 15, INK),
        ellipse(40, -46, 8, 4, INK),
    )
