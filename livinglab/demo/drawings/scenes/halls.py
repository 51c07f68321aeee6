"""Sports halls, schools and other public buildings."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import (
    brick_hall,
    heat_pump,
    pane,
    playground,
    scaffold,
    school,
    solar_panels,
    sports_hall,
    town_hall,
)
from livinglab.demo.drawings.canvas import at, circle, ellipse, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.land import cloud, distance, meadow, sky, snow
from livinglab.demo.drawings.people import CAST, child, from_behind, in_wheelchair, standing, walking, worker
from livinglab.demo.drawings.plants import bare_tree, blossom_tree, flowers, round_tree, sapling, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import cone
from livinglab.demo.drawings.rooms import ball, gym_floor, hoop, room, strip_light, wall_bars, window, window_view
from livinglab.demo.drawings.vehicles import bicycle


@scene
def hall_that_gives_energy() -> str:
    """A timber sports hall with a roof full of panels, in the morning sun."""
    light = c.SUMMER
    return group(
        sky(light, sun=(190, 170), size=84),
        cloud(light, 640, 110, 1),
        cloud(light, 1020, 180, 0.7),
        distance(light, 450, 8),
        at(80, 510, tall_tree(light, 260)),
        at(1130, 510, round_tree(light, 260)),
        meadow(light, 500, 4),
        at(640, 590, sports_hall(c.WOOD_LIGHT, c.DEEP, panels=9, doors=c.CLAY), scale=1.5),
        path("M960 592H1080C1060 660 900 700 860 820H420C560 700 900 660 960 592Z", "#d9cdb4"),
        *(at(120 + i * 86, 690, bicycle((c.CLAY, c.RIVER, c.GRASS)[i % 3]), scale=0.95) for i in range(3)),
        at(760, 720, child(CAST["kim"], "wave"), scale=1.3),
        at(850, 740, child(CAST["chris"], "up"), scale=1.3),
        at(640, 770, walking(CAST["hava"], "hold"), scale=1.2),
        flowers(0, 780, 380, 20, 12, 3, 1.2, (c.SUN, c.WHITE, c.BLOSSOM)),
    )


@scene
def rented_sports_floor() -> str:
    """Inside a hall: a floor with lines, a basket, wall bars; a strip of floor is being laid."""
    return group(
        rect(0, 0, 1200, 800, "#e9efe9"),
        path("M0 0H1200V110H0Z", c.STEEL),
        *(strip_light(90 + i * 290, 60, 200) for i in range(4)),
        rect(0, 110, 1200, 16, c.DEEP),
        *(pane(90 + i * 180, 160, 130, 80, frame=c.STEEL_DARK) for i in range(6)),
        gym_floor(520),
        at(160, 520, wall_bars(210, 260)),
        at(1040, 520, wall_bars(210, 260)),
        line(600, 126, 600, 250, c.STEEL_DARK, 12),
        at(600, 320, hoop(), scale=1.4),
        polygon([(700, 640), (1220, 610), (1220, 820), (640, 820)], "#b97a3d"),
        *(
            polygon(
                [
                    (700 + i * 120, 640 - i * 7),
                    (706 + i * 120, 640 - i * 7),
                    (672 + i * 150, 820),
                    (664 + i * 150, 820),
                ],
                c.INK,
                0.18,
            )
            for i in range(1, 5)
        ),
        at(
            860,
            700,
            ellipse(10, 8, 210, 14, c.INK, 0.18),
            polygon([(-190, -66), (210, -92), (210, -2), (-190, 8)], "#b97a3d"),
            polygon([(-190, -30), (210, -50), (210, -2), (-190, 8)], "#8f5a2a", 0.5),
            ellipse(-190, -29, 17, 37, "#8f5a2a"),
            ellipse(-190, -29, 10, 24, "#cf9a5c"),
            ellipse(-190, -29, 4, 10, "#8f5a2a"),
        ),
        at(980, 690, standing(worker("max"), "reach"), scale=1.35),
        at(230, 740, ball(44)),
        at(400, 700, walking(CAST["noa"], "point"), scale=1.3),
    )


@scene
def wheelchair_basketball() -> str:
    """A game of basketball: two players in wheelchairs, one on foot."""
    return group(
        rect(0, 0, 1200, 800, "#f3e4d7"),
        rect(0, 0, 1200, 90, c.RIVER),
        *(rect(60 + i * 230, 26, 170, 34, ("#0f6d66", c.SUN, c.BLOSSOM, c.SUN, "#0f6d66")[i], r=17) for i in range(5)),
        gym_floor(470, "#cf9a5c"),
        *(
            at(90 + i * 62, 470, from_behind(CAST[name]), scale=0.9, flip=False)
            for i, name in enumerate(("gea", "ben", "eef", "kim"))
        ),
        rect(30, 452, 320, 22, c.STEEL_DARK, r=4),
        line(900, 90, 900, 180, c.STEEL_DARK, 14),
        at(900, 260, hoop(), scale=1.7),
        at(500, 690, in_wheelchair(CAST["isa"], "up"), scale=1.9),
        at(760, 200, ball(40), turn=20),
        at(860, 740, in_wheelchair(CAST["job"], "reach"), scale=1.9, flip=True),
        at(1090, 700, standing(CAST["dewi"], "up"), scale=1.5),
        at(190, 760, walking(CAST["chris"], "point"), scale=1.6),
    )


@scene
def beams_from_the_old_gym() -> str:
    """An old brick gymnasium in scaffolding; beams are stacked for a second life."""
    light = c.AUTUMN
    beam = group(
        rect(0, -26, 420, 26, c.WOOD),
        rect(0, -26, 420, 7, c.WOOD_LIGHT),
        *(circle(30 + i * 120, -12, 4, c.INK) for i in range(4)),
    )
    return group(
        sky(light, sun=(960, 190), size=70),
        cloud(light, 260, 130, 1.1),
        distance(light, 460, 10),
        at(90, 520, tall_tree(light, 240)),
        meadow(light, 510, 6),
        polygon([(-20, 600), (1220, 570), (1220, 820), (-20, 820)], "#bfa77f"),
        at(440, 610, brick_hall(6), scale=1.3),
        at(240, 612, scaffold(330, 320), scale=1),
        stroke("M1000 612V150M640 166H1150M1000 96L1140 166M1000 96L760 166M1000 96V166", c.SUN, 12),
        line(780, 166, 780, 290, c.INK, 4),
        rect(1100, 160, 46, 50, c.STEEL_DARK, r=3),
        at(
            600,
            352,
            rect(0, 0, 400, 28, c.WOOD),
            rect(0, 0, 400, 8, c.WOOD_LIGHT),
            stroke("M100 0L190 -62L300 0", c.INK, 4),
            scale=0.95,
            turn=-2,
        ),
        at(620, 770, beam, at(14, -28, beam), at(4, -56, beam), at(24, -84, beam), scale=1.1),
        at(540, 740, standing(worker("eef", c.WHITE), "point"), scale=1.4),
        at(1130, 760, cone(88)),
        at(120, 770, cone(96)),
    )


@scene
def heat_pump_in_the_snow() -> str:
    """A hall in the snow with a heat pump that cannot keep up."""
    light = c.WINTER
    return group(
        sky(light, sun=(240, 150), size=46),
        cloud(light, 700, 140, 1.5),
        cloud(light, 1040, 110, 1.1),
        distance(light, 460, 6),
        at(110, 540, bare_tree(300)),
        at(1120, 530, bare_tree(230)),
        meadow(light, 510, 6),
        at(600, 640, sports_hall("#b9c4c2", "#40565c", panels=0), scale=1.5),
        path("M192 290Q520 262 950 290V304H192Z", c.WHITE),
        path("M850 428Q980 408 1114 428V440H850Z", c.WHITE),
        at(330, 730, heat_pump(), scale=1.6),
        path("M216 566Q330 546 444 566V574H216Z", c.WHITE),
        stroke("M470 640q26 -20 0 -44t0 -44", c.STEEL_DARK, 6),
        stroke("M510 650q26 -20 0 -44t0 -44", c.STEEL_DARK, 6),
        at(720, 770, standing(CAST["gea"], "hold"), rect(-24, -150, 48, 18, c.CLAY, r=8), scale=1.5),
        at(900, 770, standing(worker("ben"), "point"), rect(-24, -150, 48, 18, c.SUN, r=8), scale=1.5, flip=True),
        snow(7, 130),
    )


@scene
def timber_school() -> str:
    """A school of wood among trees; children arrive by bicycle."""
    light = c.SPRING
    planks = group(*(rect(-320 + i * 40, -210, 4, 210, c.WOOD_DARK, opacity=0.3) for i in range(1, 16)))
    building = group(
        ellipse(0, 4, 350, 14, c.INK, 0.16),
        rect(-320, -210, 640, 210, c.WOOD_LIGHT),
        planks,
        polygon([(-350, -206), (-120, -310), (110, -206)], c.DEEP),
        polygon([(-20, -206), (150, -276), (350, -206)], c.RIVER),
        solar_panels(-190, -226, 4, 2, 40, 24, 8),
        *(pane(x, -160, 92, 92, frame=c.WHITE, bars=2) for x in (-290, -170, 90, 210)),
        rect(-40, -140, 90, 140, c.SUN, r=4),
        rect(3, -140, 4, 140, c.CREAM),
        circle(-120, -254, 22, c.CREAM),
    )
    return group(
        sky(light, sun=(1020, 150)),
        cloud(light, 260, 140, 1.1),
        distance(light, 440, 10),
        at(120, 520, round_tree(light, 310)),
        at(1090, 520, round_tree(light, 270)),
        at(990, 510, blossom_tree(light, 180)),
        meadow(light, 500, 6),
        at(560, 610, building, scale=1.2),
        path("M540 612H640C680 700 760 740 820 820H300C420 740 500 700 540 612Z", "#dccfb3"),
        at(880, 730, child(CAST["noa"], "wave"), scale=1.5),
        at(980, 740, child(CAST["max"], "down"), scale=1.5),
        at(210, 740, bicycle(c.CLAY), scale=1.2),
        at(330, 760, child(CAST["fadil"], "up"), scale=1.4),
        flowers(1020, 780, 180, 20, 8, 4, 1.2),
    )


@scene
def playground_that_drinks() -> str:
    """A green schoolyard: a climbing tower, a winding brook of stepping stones and young trees."""
    light = c.SUMMER
    return group(
        sky(light, sun=(1040, 150), size=60),
        cloud(light, 420, 120, 1),
        distance(light, 430, 4),
        at(300, 500, school(c.CREAM, c.SUN), scale=0.8),
        at(1060, 500, round_tree(light, 280)),
        meadow(light, 494, 6),
        path(
            "M-20 560C260 540 420 600 640 600C880 600 1000 560 1220 570V600"
            "C1010 596 900 640 650 640C420 640 260 590 -20 600Z",
            light.water,
        ),
        *(ellipse(520 + i * 58, 622 - (i % 2) * 8, 26, 10, c.STEEL) for i in range(5)),
        at(820, 600, sapling(light, 150)),
        at(940, 590, sapling(light, 140)),
        at(690, 750, playground(c.CLAY, c.SUN), scale=1.15),
        log_steps(140, 740),
        at(330, 760, child(CAST["isa"], "up"), scale=1.5),
        at(1060, 770, child(CAST["kim"], "reach"), scale=1.5),
        at(232, 690, child(CAST["job"], "up"), scale=1.3),
        flowers(20, 660, 260, 20, 8, 3, 0.9),
        flowers(880, 690, 300, 20, 9, 6, 1),
    )


def log_steps(x: float, y: float) -> str:
    """Trunks of different heights to jump on."""
    return group(
        *(
            at(
                x + i * 64,
                y,
                rect(-24, -h, 48, h, c.WOOD),
                ellipse(0, -h, 24, 9, "#d8b07c"),
                ellipse(0, -h, 12, 4, c.WOOD_DARK),
            )
            for i, h in enumerate((46, 74, 56, 30))
        )
    )


@scene
def classroom_with_fresh_air() -> str:
    """A classroom: open window, a meter on the wall, children seen from behind."""
    return group(
        room("#f6ecd9", "#cdb48c", 600),
        window(720, 90, 400, 300, window_view(720, 90, 400, 300, hill="#b9d3b4")),
        polygon([(720, 90), (650, 130), (650, 420), (720, 390)], c.WHITE),
        polygon([(712, 108), (660, 140), (660, 404), (712, 376)], "#cfe3ea"),
        *(stroke(f"M{690 - i * 16} {190 + i * 50}q-70 -20 -120 10t-110 0", "#8fb7c4", 6) for i in range(3)),
        rect(90, 110, 420, 230, "#2a5f49", r=8),
        rect(80, 100, 440, 12, c.WOOD),
        rect(80, 340, 440, 14, c.WOOD),
        stroke("M140 280L200 220L260 250L340 170L440 190", c.CREAM, 6),
        rect(566, 140, 66, 96, c.WHITE, r=10),
        circle(599, 172, 17, c.GREEN),
        rect(582, 202, 34, 8, c.SOFT, r=4),
        at(610, 560, standing(CAST["hava"], "point"), scale=1.6, flip=True),
        *(
            group(
                at(150 + i * 230, 700, from_behind(CAST[name]), scale=1.5),
                rect(60 + i * 230, 690, 180, 16, c.WOOD_LIGHT, r=6),
            )
            for i, name in enumerate(("chris", "gea", "max", "dewi", "noa"))
        ),
        *(
            group(at(270 + i * 260, 830, from_behind(CAST[name]), scale=2))
            for i, name in enumerate(("ben", "isa", "kim"))
        ),
    )


@scene
def town_hall_from_what_was_there() -> str:
    """A town hall being renewed: doors and windows stand ready to be used again."""
    light = c.SPRING
    return group(
        sky(light, sun=(1020, 130), size=56),
        cloud(light, 230, 150, 1.1),
        distance(light, 450),
        at(90, 540, round_tree(light, 300)),
        at(1130, 540, round_tree(light, 260)),
        rect(0, 530, 1200, 290, "#d8ccb6"),
        path("M0 640Q600 590 1200 650V800H0Z", "#c8b99c"),
        at(600, 580, town_hall(), scale=1.25),
        at(830, 584, scaffold(300, 240), scale=1),
        at(
            210,
            720,
            ellipse(80, 2, 190, 12, c.INK, 0.16),
            *(
                at(
                    i * 62,
                    -i * 4,
                    rect(-34, -190, 68, 190, (c.RIVER, c.CLAY, c.GRASS, c.WOOD)[i], r=3),
                    rect(-24, -176, 48, 60, c.GLASS, r=3),
                    circle(22, -80, 5, c.SUN),
                    turn=-4 + i,
                )
                for i in range(4)
            ),
        ),
        at(
            900,
            730,
            ellipse(60, 2, 180, 12, c.INK, 0.16),
            *(at(i * 84, 0, pane(-44, -150, 88, 140, frame=c.WOOD, bars=2), turn=i * 2 - 2) for i in range(3)),
        ),
        at(560, 760, standing(worker("anna", c.WHITE), "point"), scale=1.4),
        at(680, 760, standing(CAST["lou"], "hip"), scale=1.4, flip=True),
    )
