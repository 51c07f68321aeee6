"""Hair, caps and scarves: what lies behind a head and what lies before it, around (0, 0), radius 20."""

from livinglab.demo.drawings.canvas import circle, group, path

CUTS = {
    "long": (
        "M-23 -2Q-26 -26 0 -27Q26 -26 23 0L25 30H13V4H-13V30H-25Z",
        "M-21 -4Q-18 -27 4 -25Q22 -22 21 -2Q10 -16 -6 -14Q-16 -12 -21 -4Z",
    ),
    "short": ("", "M-21 -2Q-24 -27 2 -26Q24 -25 21 -2Q16 -14 4 -14Q-14 -16 -21 -2Z"),
    "bob": ("M-24 13Q-31 -28 0 -28Q31 -28 24 13H12V0H-12V13Z", "M-20 -5Q-8 -22 20 -9L21 -18Q8 -30 -14 -23Z"),
    "bun": (
        "M-9 -29a11 11 0 1 1 22 0a11 11 0 1 1 -22 0Z",
        "M-21 -2Q-22 -26 0 -26Q22 -26 21 -2Q14 -17 0 -17Q-14 -17 -21 -2Z",
    ),
    "beard": (
        "",
        "M-21 -2Q-24 -27 2 -26Q24 -25 21 -2Q14 -14 0 -14Q-14 -14 -21 -2"
        "ZM-20 2Q-18 24 0 25Q18 24 20 2Q10 10 0 10Q-10 10 -20 2Z",
    ),
    "scarf": ("M-26 6Q-30 -30 0 -31Q30 -30 26 6Q30 30 0 34Q-30 30 -26 6Z", "M-20 -8Q0 -24 20 -8L22 -20Q0 -36 -22 -20Z"),
    "cap": ("", "M-21 -6Q-20 -27 0 -27Q18 -27 21 -10H32V-3H-21Z"),
    "bald": ("", "M-21 2Q-24 -10 -17 -14Q-18 -4 -16 6ZM21 2Q24 -10 17 -14Q18 -4 16 6Z"),
    "afro": ("M-31 -8a31 31 0 1 1 62 0a31 31 0 1 1 -62 0Z", ""),
}


CURLS = ((-17, -9), (-11, -20), (2, -24), (14, -18), (19, -8))


def haircut(cut: str, colour: str) -> tuple[str, str]:
    """What lies behind the head, and what lies before it."""
    if cut == "curly":
        return "", group(*(circle(x, y, 10, colour) for x, y in CURLS))
    behind, front = CUTS[cut]
    return path(behind, colour) if behind else "", path(front, colour) if front else ""
