"""Canteens: soup, fruit, coffee."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import farm
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, path, polygon, rect, stroke
from livinglab.demo.drawings.indoors import coffee_machine, counter, crate, cup, meeting_table, plate
from livinglab.demo.drawings.land import cloud, distance, furrows, meadow, sky, village
from livinglab.demo.drawings.people import CAST, standing
from livinglab.demo.drawings.plants import fruit_tree, pot_plant
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.rooms import lamp, room, window, window_view


def carrot(turn: float = 0) -> str:
    """A crooked carrot."""
    return at(
        0,
        0,
        path("M-14 -60Q20 -64 14 -20Q10 6 -4 24Q-8 -10 -18 -26Q-26 -50 -14 -60Z", "#e0812f"),
        stroke("M-2 -60L-14 -92M0 -60L4 -96M2 -60L20 -88", c.GRASS, 6),
        turn=turn,
    )


@scene
def soup_of_crooked_carrots() -> str:
    """A pan of soup, crooked carrots in a crate, a full plate."""
    return group(
        room("#f7ead2", "#c79f6f", 560),
        window(90, 80, 340, 260, window_view(90, 80, 340, 260)),
        rect(560, 110, 560, 16, c.WOOD_DARK, r=4),
        *(
            at(
                620 + i * 90,
                110,
                stroke("M0 16V50", c.INK, 4),
                path("M-32 50H32L24 110H-24Z", (c.STEEL, c.CLAY, c.STEEL_DARK, c.SUN, c.STEEL, c.CLAY)[i]),
            )
            for i in range(6)
        ),
        at(600, 820, meeting_table(1160, c.WOOD_LIGHT, c.WOOD, 270)),
        at(
            520,
            550,
            ellipse(0, 0, 150, 16, c.INK, 0.16),
            path("M-140 -190H140V-30Q140 0 110 0H-110Q-140 0 -140 -30Z", c.RIVER),
            rect(-180, -150, 44, 22, c.DEEP, r=10),
            rect(136, -150, 44, 22, c.DEEP, r=10),
            ellipse(0, -190, 140, 26, c.DEEP),
            ellipse(0, -190, 124, 20, "#e0812f"),
            *(
                circle(x, y, 9, colour)
                for x, y, colour in ((-50, -192, c.SUN), (20, -186, c.GRASS), (60, -194, c.CREAM), (-10, -198, c.GRASS))
            ),
        ),
        *(stroke(f"M{450 + i * 70} 310q24 -26 0 -52t0 -52", c.WHITE, 9) for i in range(3)),
        at(
            880,
            552,
            crate("#e0812f", 0),
            *(at(-54 + i * 28, -60, carrot(-24 + i * 14), scale=0.75) for i in range(5)),
            scale=1.4,
        ),
        at(200, 562, plate("soup"), scale=1.5),
        at(1080, 556, carrot(74), scale=1.1),
    )


@scene
def fruit_from_the_orchard() -> str:
    """Crates of apples and pears before rows of low fruit trees."""
    light = c.AUTUMN
    green = c.SUMMER
    return group(
        sky(light, sun=(930, 170), size=70),
        cloud(light, 300, 130, 1.1),
        distance(light, 430, 8),
        village(light, 640, 440, 0.5, 6),
        at(1060, 470, farm(), scale=0.9),
        meadow(light, 470, 6),
        furrows(light, 490, vanish=(560, 420), colour="#7f7a35"),
        *(
            at(90 + i * 150 + d * 40, 530 + d * 56, fruit_tree(green, 130 + d * 34, (c.CLAY, c.SUN)[i % 2], seed=i + d))
            for d in range(2)
            for i in range(7)
        ),
        at(240, 740, crate(c.CLAY, 12), scale=1.5),
        at(500, 756, crate("#c9b535", 12, c.WOOD_LIGHT), scale=1.6),
        at(380, 640, crate(c.CLAY, 6), scale=1.3),
        at(830, 750, standing(CAST["dewi"], "hold", at(8, -78, crate("#c9b535", 6), scale=0.6)), scale=1.7),
        at(1030, 760, standing(CAST["eef"], "wave"), scale=1.7),
    )


@scene
def coffee_for_the_whole_chain() -> str:
    """A coffee corner; above it a drawing of the road from bush to cup."""
    light = c.SPRING
    return group(
        room("#e6efe9", "#b78b62", 600),
        rect(110, 80, 680, 230, c.CREAM, r=14),
        at(
            210,
            260,
            stroke("M0 0V-90", c.WOOD_DARK, 8),
            circle(-30, -90, 30, c.GRASS),
            circle(30, -96, 32, c.GRASS),
            circle(0, -122, 34, "#4a8a3f"),
            *(circle(x, y, 7, c.CLAY) for x, y in ((-34, -84), (-10, -120), (20, -90), (38, -106))),
        ),
        at(
            400,
            262,
            path("M-50 0Q-60 -80 -34 -96H34Q60 -80 50 0Z", "#c9a85c"),
            stroke("M-34 -96Q0 -80 34 -96", c.WOOD_DARK, 7),
        ),
        at(
            560,
            262,
            path("M-70 0L-60 -30H60L70 0Z", c.RIVER),
            rect(-30, -70, 60, 40, c.CLAY, r=3),
            rect(20, -96, 14, 30, c.DEEP),
        ),
        at(710, 262, cup(c.RIVER), scale=2),
        *(
            stroke(f"M{x} 210h44", c.CLAY, 6) + polygon([(x + 44, 200), (x + 62, 210), (x + 44, 220)], c.CLAY)
            for x in (276, 462, 634)
        ),
        at(860, 800, counter(620, c.RIVER, c.WOOD_LIGHT, 200)),
        at(980, 590, coffee_machine(c.DEEP), scale=1.25),
        at(740, 588, cup(c.CREAM), scale=1.4),
        at(680, 588, cup(c.CLAY), scale=1.4),
        at(820, 588, pot_plant(light, 110, c.SUN)),
        at(230, 770, standing(CAST["noa"], "hold", at(12, -90, cup(c.CREAM), scale=0.7)), scale=2.05),
        at(420, 776, standing(CAST["ben"], "hold", at(12, -90, cup(c.CLAY), scale=0.7)), scale=2.05, flip=True),
    )


@scene
def learning_behind_the_counter() -> str:
    """A canteen counter: someone learns to serve, a colleague shows how."""
    apron = path("M-18 -136H18L26 -60H-26Z", c.CREAM)
    return group(
        room("#f3e7da", "#bda583", 560),
        rect(80, 70, 480, 250, "#2a5f49", r=10),
        *(rect(120, 110 + i * 50, (300, 220, 260, 180)[i], 16, c.CREAM, r=8, opacity=0.85) for i in range(4)),
        circle(500, 140, 26, c.SUN),
        lamp(700, 130, c.CLAY),
        lamp(900, 130, c.CLAY),
        lamp(1100, 130, c.CLAY),
        at(330, 640, standing(CAST["max"], "front", apron), scale=2),
        at(560, 640, standing(CAST["gea"], "point", apron), scale=2.05, flip=True),
        at(860, 640, standing(CAST["isa"], "hold", apron), scale=2),
        at(600, 820, counter(1160, c.TEAL, c.WOOD_LIGHT, 270)),
        *(
            at(x, 540, plate(food), scale=1.15)
            for x, food in ((160, "salad"), (440, "bread"), (690, "soup"), (960, "salad"))
        ),
        at(
            1090,
            540,
            *(
                circle(x, y, 22, colour)
                for x, y, colour in ((-30, -20, c.CLAY), (14, -20, "#c9b535"), (-8, -52, c.CLAY))
            ),
        ),
    )
