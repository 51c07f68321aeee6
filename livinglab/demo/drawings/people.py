"""Simple people: a head, a body, arms that do something. No faces, so nobody is meant."""

from dataclasses import dataclass

from livinglab.demo.drawings.canvas import at, circle, group, line, path, rect, ring, shadow, stroke
from livinglab.demo.drawings.colours import (
    BLOSSOM,
    CLAY,
    CREAM,
    DEEP,
    GRASS,
    HAIR,
    INK,
    RIVER,
    SKIN,
    SOFT,
    STEEL,
    SUN,
    WHITE,
)
from livinglab.demo.drawings.hair import haircut


@dataclass(frozen=True)
class Look:
    """How someone looks: skin, hair (colour and cut), clothes."""

    skin: str
    hair: str
    cut: str
    top: str
    legs: str
    vest: bool = False
    helmet: str = ""


CAST = {
    "anna": Look(SKIN[0], HAIR[2], "long", RIVER, INK),
    "ben": Look(SKIN[1], HAIR[1], "short", CLAY, DEEP),
    "chris": Look(SKIN[2], HAIR[1], "curly", SUN, DEEP),
    "dewi": Look(SKIN[3], HAIR[1], "bun", GRASS, INK),
    "eef": Look(SKIN[0], HAIR[4], "short", SOFT, INK),
    "fadil": Look(SKIN[1], HAIR[1], "beard", RIVER, SOFT),
    "gea": Look(SKIN[0], HAIR[3], "bob", "#a01f62", INK),
    "hava": Look(SKIN[1], "#0f6d66", "scarf", CREAM, "#514aa8"),
    "isa": Look(SKIN[4], HAIR[1], "afro", "#0b63b5", INK),
    "job": Look(SKIN[0], HAIR[5], "short", "#514aa8", INK),
    "kim": Look(SKIN[3], HAIR[1], "bob", BLOSSOM, DEEP),
    "lou": Look(SKIN[2], HAIR[4], "bald", GRASS, INK),
    "max": Look(SKIN[0], HAIR[0], "cap", CLAY, DEEP),
    "noa": Look(SKIN[4], HAIR[1], "long", SUN, INK),
}


def worker(name: str, helmet: str = "") -> Look:
    """The same person in a reflecting vest, with a helmet if its colour is given."""
    look = CAST[name]
    return Look(look.skin, look.hair, look.cut, "#e0692f", "#243d4a", vest=True, helmet=helmet)


def _head(look: Look) -> str:
    """A head around (0, 0), radius 20, with its hair and helmet."""
    behind, front = haircut(look.cut, look.hair)
    if look.helmet:
        kept = front if look.cut in {"beard", "long", "scarf"} else ""
        front = group(
            kept,
            path("M-25 -8Q-24 -34 0 -34Q24 -34 25 -8Z", look.helmet),
            rect(-27, -11, 56, 6, look.helmet, r=3),
        )
    return group(behind, circle(0, 0, 20, look.skin), front)


def _torso(look: Look, height: float = 66) -> str:
    """Shoulders to waist; the neck at (0, 0)."""
    shape = path(f"M-30 14Q-28 0 -12 0H12Q28 0 30 14L25 {height}H-25Z", look.top)
    if not look.vest:
        return shape
    return group(
        shape,
        rect(-27, height - 30, 54, 8, CREAM),
        rect(-17, 2, 7, height - 32, CREAM),
        rect(10, 2, 7, height - 32, CREAM),
    )


ARMS = {
    "down": ("M-25 10Q-36 34 -31 62", "M25 10Q36 34 31 62"),
    "hip": ("M-25 10Q-50 34 -26 54", "M25 10Q36 34 31 62"),
    "point": ("M-25 10Q-36 34 -31 62", "M25 10Q52 6 80 -14"),
    "wave": ("M-25 10Q-36 34 -31 62", "M25 10Q52 0 50 -44"),
    "hold": ("M-25 12Q-30 44 4 46", "M25 12Q34 40 12 48"),
    "front": ("M-24 12Q-10 40 44 36", "M25 12Q34 36 54 30"),
    "up": ("M-25 10Q-50 -6 -42 -52", "M25 10Q50 -6 42 -52"),
    "reach": ("M-25 10Q-40 38 -58 54", "M25 10Q40 38 58 54"),
}


def _arms(look: Look, pose: str) -> str:
    """Two sleeves with hands."""
    parts = []
    for d in ARMS[pose]:
        x, y = (float(value) for value in d.rsplit(" ", 2)[-2:])
        parts += [stroke(d, look.top, 15), circle(x, y, 8, look.skin)]
    return group(*parts)


def standing(look: Look, pose: str = "down", extra: str = "") -> str:
    """Someone on their feet, 170 units tall; ``extra`` is what they hold."""
    return group(
        shadow(76, 7),
        rect(-21, -78, 18, 74, look.legs, r=6),
        rect(3, -78, 18, 74, look.legs, r=6),
        rect(-25, -9, 24, 10, INK, r=5),
        rect(2, -9, 24, 10, INK, r=5),
        at(0, -140, _torso(look)),
        rect(-8, -148, 16, 14, look.skin, r=6),
        at(0, -164, _head(look)),
        at(0, -140, _arms(look, pose)),
        extra,
    )


def walking(look: Look, pose: str = "down", extra: str = "") -> str:
    """Someone on their way to the right."""
    return group(
        shadow(90, 7),
        stroke("M-6 -78L-26 -8", look.legs, 18),
        stroke("M6 -78Q20 -46 24 -8", look.legs, 18),
        rect(-38, -9, 26, 10, INK, r=5),
        rect(16, -9, 26, 10, INK, r=5),
        at(0, -140, _torso(look)),
        rect(-8, -148, 16, 14, look.skin, r=6),
        at(2, -164, _head(look)),
        at(0, -140, _arms(look, pose)),
        extra,
    )


def bust(look: Look, pose: str = "hold") -> str:
    """Someone behind a table or counter: only what shows above (0, 0)."""
    return group(
        at(0, -68, _torso(look, 70)),
        rect(-8, -76, 16, 14, look.skin, r=6),
        at(0, -92, _head(look)),
        at(0, -68, _arms(look, pose)) if pose else "",
    )


def from_behind(look: Look) -> str:
    """Someone seated with their back to us: head and shoulders above (0, 0)."""
    crown = {
        "scarf": circle(0, -92, 27, look.hair),
        "bald": circle(0, -92, 21, look.skin),
        "afro": circle(0, -96, 32, look.hair),
    }.get(look.cut, circle(0, -93, 22, look.hair))
    return group(
        path("M-44 0V-34Q-42 -62 -14 -64H14Q42 -62 44 -34V0Z", look.top), rect(-9, -76, 18, 16, look.skin, r=6), crown
    )


def child(look: Look, pose: str = "up") -> str:
    """A child of about 110 units."""
    return at(
        0,
        0,
        rect(-16, -56, 14, 54, look.legs, r=6),
        rect(2, -56, 14, 54, look.legs, r=6),
        at(0, -110, _torso(look, 58)),
        at(0, -134, at(0, 0, _head(look), scale=1.1)),
        at(0, -110, _arms(look, pose)),
        scale=0.72,
    )


def in_wheelchair(look: Look, pose: str = "hold") -> str:
    """Someone in a wheelchair, facing right."""
    return group(
        shadow(110, 7),
        stroke("M8 -62H42L54 -16H70", look.legs, 18),
        at(0, -124, _torso(look)),
        rect(-8, -132, 16, 14, look.skin, r=6),
        at(2, -148, _head(look)),
        at(0, -124, _arms(look, pose)),
        stroke("M-34 -108V-48H34", INK, 8),
        ring(-6, -40, 38, INK, 7),
        ring(-6, -40, 31, STEEL, 3),
        circle(50, -11, 11, INK),
    )


def kneeling(look: Look, extra: str = "") -> str:
    """Someone on one knee, working at the ground to the right."""
    return group(
        shadow(110, 7),
        stroke("M-14 -56Q30 -62 26 -8", look.legs, 18),
        stroke("M-14 -52Q-18 -14 -52 -10", look.legs, 18),
        at(-4, -114, _torso(look, 62), turn=14),
        at(10, -134, _head(look)),
        stroke("M14 -100Q40 -74 62 -44", look.top, 15),
        circle(62, -44, 8, look.skin),
        extra,
    )


def shovel() -> str:
    """A spade, its blade on (0, 0)."""
    return group(
        line(0, -30, 16, -130, "#a8743f", 8),
        line(6, -134, 28, -130, "#a8743f", 9),
        path("M-20 -40H16L12 -6Q-2 8 -16 -6Z", STEEL),
    )


def clipboard() -> str:
    """A list on a board, around (0, 0)."""
    return group(
        rect(-22, -28, 44, 56, "#a8743f", r=5),
        rect(-17, -20, 34, 44, WHITE, r=2),
        *(rect(-12, -12 + i * 10, 24 - (i % 2) * 8, 4, SOFT, r=2) for i in range(3)),
        rect(-9, -33, 18, 10, STEEL, r=3),
    )


def portrait(look: Look, ground: str, soft: str) -> str:
    """Head and shoulders, filling the picture around its middle."""
    straps = (rect(-22, 2, 9, 80, CREAM), rect(13, 2, 9, 80, CREAM)) if look.vest else ()
    person = group(
        path("M-56 90V44Q-54 8 -16 2H16Q54 8 56 44V90Z", look.top),
        *straps,
        rect(-9, -8, 18, 20, look.skin, r=8),
        at(0, -24, _head(look)),
    )
    return group(rect(0, 0, 1200, 800, ground), circle(600, 420, 340, soft), at(600, 430, person, scale=5.4))
