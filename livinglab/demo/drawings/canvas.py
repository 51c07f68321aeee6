"""Shapes as SVG text. A drawing is 1200 by 800 units; a prop stands on (0, 0) and grows upwards (negative y)."""

import random
from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 1200, 800


Point = tuple[float, float]


def seeded(seed: int) -> random.Random:
    """Chance that falls the same way every time, so that a picture stays the same picture."""
    return random.Random(seed)  # noqa: S311


def number(value: float) -> str:
    """A coordinate, short: one decimal at most."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def faded(opacity: float | None) -> str:
    """The attribute for an opacity between 0 and 1; none for what is solid."""
    return "" if opacity is None else f' opacity="{number(opacity * 100)}%"'


def rect(x: float, y: float, width: float, height: float, fill: str, r: float = 0, opacity: float | None = None) -> str:
    """A rectangle, its corner at (x, y), with rounded corners of radius ``r``."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        f' rx="{number(r)}" fill="{fill}"{faded(opacity)}/>'
    )


def circle(x: float, y: float, r: float, fill: str, opacity: float | None = None) -> str:
    """A circle around (x, y)."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}"{faded(opacity)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, opacity: float | None = None) -> str:
    """An ellipse around (x, y)."""
    return (
        f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        f' fill="{fill}"{faded(opacity)}/>'
    )


def ring(x: float, y: float, r: float, stroke: str, width: float) -> str:
    """A circle that is only a line."""
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="none"'
        f' stroke="{stroke}" stroke-width="{number(width)}"/>'
    )


def polygon(points: Iterable[Point], fill: str, opacity: float | None = None) -> str:
    """A closed shape with straight sides."""
    text = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon points="{text}" fill="{fill}"{faded(opacity)}/>'


def path(d: str, fill: str, opacity: float | None = None) -> str:
    """A shape from SVG path data."""
    return f'<path d="{d}" fill="{fill}"{faded(opacity)}/>'


def stroke(d: str, colour: str, width: float, cap: str = "round", dash: str = "") -> str:
    """A line from SVG path data."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{number(width)}"'
        f' stroke-linecap="{cap}" stroke-linejoin="round"{dashes}/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, cap: str = "round") -> str:
    """A straight line."""
    return stroke(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", colour, width, cap)


def smooth(points: Sequence[Point]) -> str:
    """Path data of a flowing line through the points (Catmull-Rom, as Bézier curves)."""
    first, last = points[0], points[-1]
    padded = [first, *points, last]
    parts = [f"M{number(first[0])} {number(first[1])}"]
    for index in range(1, len(padded) - 2):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = padded[index - 1 : index + 3]
        controls = (x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
        parts.append("C" + " ".join(number(value) for value in controls))
    return "".join(parts)


def ridge(heights: Sequence[float], fill: str, floor: float = HEIGHT) -> str:
    """Land from one side to the other: its skyline flows through ``heights`` (y values, evenly spread)."""
    step = (WIDTH + 40) / (len(heights) - 1)
    top = smooth([(-20 + index * step, y) for index, y in enumerate(heights)])
    return path(f"{top}L{WIDTH + 20} {number(floor)}L-20 {number(floor)}Z", fill)


def band(upper: Sequence[Point], lower: Sequence[Point], fill: str, opacity: float | None = None) -> str:
    """A ribbon between two flowing lines, for a river, a path or a dike."""
    there, back = smooth(upper), smooth(list(reversed(lower)))
    return path(f"{there}L{back[1:]}Z", fill, opacity)


def blob(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A soft, flat-bottomed shape such as a bush or a heap."""
    return path(
        f"M{number(x - width / 2)} {number(y)}"
        f"C{number(x - width * 0.52)} {number(y - height * 1.25)}"
        f" {number(x + width * 0.52)} {number(y - height * 1.25)} {number(x + width / 2)} {number(y)}Z",
        fill,
    )


def group(*parts: str) -> str:
    """Several shapes as one text."""
    return "".join(parts)


def at(
    x: float,
    y: float,
    *parts: str,
    scale: float = 1,
    flip: bool = False,
    turn: float = 0,
    opacity: float | None = None,
) -> str:
    """Put shapes that were drawn around (0, 0) somewhere else, larger, mirrored or turned (degrees)."""
    move = f"translate({number(x)} {number(y)})"
    if turn:
        move += f" rotate({number(turn)})"
    if scale != 1 or flip:
        move += f" scale({-scale if flip else scale:.3f} {scale:.3f})"
    return f'<g transform="{move}"{faded(opacity)}>{"".join(parts)}</g>'


def clipped(name: str, shape: str, *parts: str) -> str:
    """Only what falls within ``shape``; ``name`` is unique in the drawing."""
    return f'<clipPath id="{name}">{shape}</clipPath><g clip-path="url(#{name})">{"".join(parts)}</g>'


def shadow(width: float, height: float = 10, strength: float = 0.16) -> str:
    """The soft dark patch under a thing that stands on (0, 0)."""
    return ellipse(0, 0, width / 2, height, "#0b2a30", strength)


def document(body: str) -> str:
    """The whole drawing as an SVG document."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}">{body}</svg>'
    )
