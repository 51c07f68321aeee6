"""Rooms: walls, windows, lamps, a gym, and what hangs on the wall."""

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
    RIVER,
    SAND,
    SOFT,
    STEEL,
    SUN,
    WHITE,
    WOOD,
    WOOD_DARK,
)


def room(wall: str = "#f3e4d7", floor: str = "#cdbb9a", edge: float = 590, skirting: str = CREAM) -> str:
    """A wall and a floor, with a lighter field on the wall for depth."""
    return group(
        rect(0, 0, 1200, 800, wall),
        path(f"M0 0H760L420 {edge}H0Z", WHITE, 0.18),
        rect(0, edge, 1200, 800 - edge, floor),
        path(f"M0 {edge}H1200L1200 {edge + 56}Q600 {edge + 20} 0 {edge + 64}Z", INK, 0.05),
        rect(0, edge - 12, 1200, 14, skirting),
    )


def window(
    x: float, y: float, width: float, height: float, view: str = "", sill: bool = True, frame: str = WHITE
) -> str:
    """A large window; ``view`` is drawn behind the glass and must fit it."""
    return group(
        rect(x - 12, y - 12, width + 24, height + 24, frame, r=4),
        rect(x, y, width, height, "#cfe3ea"),
        view,
        polygon(
            [
                (x + width * 0.1, y + height),
                (x + width * 0.38, y),
                (x + width * 0.48, y),
                (x + width * 0.2, y + height),
            ],
            WHITE,
            0.3,
        ),
        rect(x + width / 2 - 5, y, 10, height, frame),
        rect(x, y + height * 0.36 - 4, width, 8, frame),
        rect(x - 24, y + height + 12, width + 48, 16, frame, r=3) if sill else "",
    )


def window_view(
    x: float, y: float, width: float, height: float, hill: str = "#a9c79f", tree: str = GRASS, sun: bool = True
) -> str:
    """A strip of river land, for behind a window."""
    foot = y + height
    return group(
        circle(x + width * 0.78, y + height * 0.26, 26, SUN) if sun else "",
        path(
            f"M{x} {foot - height * 0.34}Q{x + width * 0.4} {foot - height * 0.52}"
            f" {x + width} {foot - height * 0.3}V{foot}H{x}Z",
            hill,
        ),
        circle(x + width * 0.2, foot - height * 0.42, min(34, height * 0.16), tree),
        rect(x, foot - height * 0.1, width, height * 0.1, "#5b9abf"),
    )


def lamp(x: float, drop: float, colour: str = DEEP, on: bool = True) -> str:
    """A lamp that hangs from the ceiling; ``drop`` is where it ends."""
    glow = (
        group(polygon([(x - 52, drop), (x + 52, drop), (x + 170, drop + 330), (x - 170, drop + 330)], SUN, 0.13))
        if on
        else ""
    )
    return group(
        glow,
        line(x, 0, x, drop - 50, INK, 4),
        path(f"M{x - 56} {drop}Q{x - 50} {drop - 58} {x} {drop - 58}Q{x + 50} {drop - 58} {x + 56} {drop}Z", colour),
        ellipse(x, drop, 46, 8, SUN if on else CREAM),
    )


def strip_light(x: float, y: float, width: float, on: bool = True) -> str:
    """An LED strip on the ceiling of a hall."""
    return group(
        rect(x, y, width, 12, WHITE if on else STEEL, r=6),
        polygon([(x + 8, y + 12), (x + width - 8, y + 12), (x + width + 60, y + 230), (x - 60, y + 230)], SUN, 0.1)
        if on
        else "",
    )


def hoop() -> str:
    """A basketball board with its ring, hung around (0, 0)."""
    return group(
        rect(-86, -74, 172, 112, WHITE, r=6),
        rect(-40, -24, 80, 54, CLAY, r=3),
        rect(-33, -17, 66, 40, WHITE),
        ellipse(0, 48, 42, 9, CLAY),
        ellipse(0, 47, 33, 5, SAND),
        stroke("M-36 52L-20 96M36 52L20 96M-18 56L6 96M18 56L-6 96M-24 74H24M-20 96H20", WHITE, 4),
    )


def wall_bars(width: float = 210, height: float = 330) -> str:
    """Swedish wall bars for gymnastics."""
    half = width / 2
    return group(
        *(rect(-half, -height + 10 + index * 30, width, 10, WOOD, r=5) for index in range(int(height // 30))),
        rect(-half - 8, -height, 14, height, WOOD_DARK, r=3),
        rect(half - 6, -height, 14, height, WOOD_DARK, r=3),
        rect(-6, -height, 12, height, WOOD_DARK, r=3),
    )


def gym_floor(edge: float, colour: str = "#d9a869") -> str:
    """The floor of a sports hall with its lines, in perspective."""
    return group(
        rect(0, edge, 1200, 800 - edge, colour),
        polygon([(230, edge), (970, edge), (1180, 800), (20, 800)], "#c98a4a", 0.45),
        stroke(f"M230 {edge}L20 800M970 {edge}L1180 800M600 {edge}V800", WHITE, 7),
        stroke(f"M420 {edge}Q600 {edge + 120} 780 {edge}", RIVER, 7),
        stroke(f"M90 {edge + 130}H1110", CLAY, 6),
    )


def ball(r: float = 34, colour: str = CLAY) -> str:
    """A basketball on the floor."""
    return group(
        shadow(r * 2),
        circle(0, -r, r, colour),
        stroke(
            f"M0 {-2 * r}V0M{-r} {-r}H{r}M{-r * 0.7} {-r * 1.7}"
            f"Q0 {-r} {-r * 0.7} {-r * 0.3}M{r * 0.7} {-r * 1.7}Q0 {-r} {r * 0.7} {-r * 0.3}",
            INK,
            3,
        ),
    )


def screen(width: float = 420, height: float = 250) -> str:
    """A projection screen with a rising line; its middle on top at (0, 0)."""
    half = width / 2
    return group(
        rect(-half - 14, -16, width + 28, 16, DEEP, r=6),
        rect(-half, 0, width, height, WHITE),
        rect(-half, height, width, 8, DEEP, r=3),
    )


def chart_bars(width: float, height: float, values: tuple[float, ...] = (0.3, 0.5, 0.45, 0.75, 0.9)) -> str:
    """A bar chart standing on (0, 0), its left at 0."""
    step = width / len(values)
    return group(
        *(
            rect(
                index * step + step * 0.16,
                -height * value,
                step * 0.68,
                height * value,
                (RIVER, GRASS, SUN, CLAY, BLOSSOM)[index % 5],
                r=4,
            )
            for index, value in enumerate(values)
        ),
        line(0, 0, width, 0, SOFT, 5),
    )


def chart_web(r: float = 90, levels: tuple[float, ...] = (0.9, 0.5, 0.7, 0.4, 0.85, 0.6)) -> str:
    """A web chart around (0, 0)."""
    import math

    def points(share: tuple[float, ...]) -> list[tuple[float, float]]:
        return [
            (math.sin(math.tau * i / len(share)) * r * s, -math.cos(math.tau * i / len(share)) * r * s)
            for i, s in enumerate(share)
        ]

    spokes = group(*(line(0, 0, x, y, STEEL, 3) for x, y in points(tuple(1.0 for _ in levels))))
    outline = " ".join(f"{'M' if i == 0 else 'L'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(points(levels))) + "Z"
    return group(
        ring(0, 0, r, STEEL, 3),
        ring(0, 0, r * 0.66, STEEL, 2.5),
        ring(0, 0, r * 0.33, STEEL, 2.5),
        spokes,
        polygon(points(levels), CLAY, 0.35),
        stroke(outline, CLAY, 6),
    )


def notes(width: float = 420, height: float = 230, seed: int = 5) -> str:
    """A board with coloured notes; its top left at (0, 0)."""
    chance = seeded(seed)
    parts = [rect(0, 0, width, height, WOOD, r=8), rect(10, 10, width - 20, height - 20, CREAM, r=4)]
    for row in range(3):
        for column in range(int((width - 40) // 74)):
            if chance.random() < 0.8:
                parts.append(
                    at(
                        52 + column * 74,
                        46 + row * (height - 60) / 3,
                        rect(-26, -22, 52, 46, chance.choice((SUN, BLOSSOM, "#a9d0c4", "#f0a97f", GLASS)), r=2),
                        rect(-16, -8, 32, 4, SOFT, r=2),
                        rect(-16, 3, 22, 4, SOFT, r=2),
                        turn=chance.uniform(-5, 5),
                    )
                )
    return group(*parts)
