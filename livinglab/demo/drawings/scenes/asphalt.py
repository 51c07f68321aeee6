"""Asphalt: old roads that become new ones."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import asphalt_plant, house, terrace
from livinglab.demo.drawings.canvas import at, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.indoors import meeting_table, paper
from livinglab.demo.drawings.land import cloud, distance, meadow, sky, stars, village
from livinglab.demo.drawings.people import CAST, bust, clipboard, standing, worker
from livinglab.demo.drawings.plants import blossom_tree, bush, flowers, pollard, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import barrier, cone, drill_core, granulate, road_ahead, roller
from livinglab.demo.drawings.roadside import street_light
from livinglab.demo.drawings.rooms import lamp, room, window, window_view
from livinglab.demo.drawings.vehicles import asphalt_load, bicycle, bus, car, tipper


@scene
def old_asphalt_in_heaps() -> str:
    """A depot with crushed asphalt, a lorry and the plant behind."""
    light = c.AUTUMN
    return group(
        sky(light, sun=(960, 150)),
        cloud(light, 250, 170, 1.1),
        cloud(light, 610, 110, 0.7),
        distance(light, 450, 8),
        at(880, 512, asphalt_plant(), scale=1.12),
        at(130, 500, tall_tree(light, 230)),
        at(205, 506, tall_tree(light, 190)),
        meadow(light, 520, 12),
        polygon([(-20, 590), (1220, 560), (1220, 820), (-20, 820)], "#c9b48c"),
        path("M-20 700Q500 610 1220 690V820H-20Z", "#b89f74"),
        at(250, 640, granulate(430, 200, c.ASPHALT, seed=5)),
        at(520, 668, granulate(300, 120, c.ASPHALT_OLD, seed=9)),
        at(820, 716, tipper(c.RIVER, c.CLAY), asphalt_load(-166, -146, 190), scale=1.25),
        at(392, 742, standing(worker("dewi", c.SUN), "hip"), scale=1.1),
        at(92, 756, cone(80)),
        at(1130, 770, cone(92)),
    )


@scene
def roller_in_the_evening_street() -> str:
    """A roller on warm asphalt in a street of houses, at dusk."""
    light = c.DUSK
    return group(
        sky(light, sun=(250, 330), size=80, horizon=560),
        cloud(light, 900, 130, 1.2, 0.7),
        distance(light, 470),
        at(560, 560, terrace(5, solar=True), scale=1.15),
        at(420, 560, round_tree(light, 250)),
        at(60, 560, tall_tree(light, 300)),
        at(140, 560, tall_tree(light, 240)),
        rect(0, 552, 1200, 30, c.STEEL_DARK),
        rect(0, 572, 1200, 250, c.ASPHALT),
        rect(0, 572, 720, 250, "#2a3135"),
        at(0, 0, *(stroke(f"M{90 + i * 120} 560q16 -26 0 -52t0 -48", c.WHITE, 8) for i in range(5)), opacity=0.38),
        line(730, 590, 760, 800, c.ASPHALT_LIGHT, 5),
        at(640, 740, roller(), scale=1.5),
        at(960, 720, standing(worker("fadil", c.WHITE), "point"), scale=1.25, flip=True),
        at(1080, 770, barrier(), scale=1.1),
        at(70, 770, cone(96)),
    )


@scene
def lignin_cycle_path() -> str:
    """A winding cycle path between blossom, two cyclists on it."""
    light = c.BLOSSOM_TIME
    way = "M560 470C720 520 980 520 860 600C760 664 300 640 240 830H820"
    "C800 720 1180 690 1150 590C1120 510 820 500 600 466Z"
    return group(
        sky(light, sun=(190, 140), size=54),
        cloud(light, 860, 120, 0.9),
        distance(light, 440, 14),
        at(950, 452, *village_bits(light)),
        meadow(light, 480, 8),
        *(at(40 + i * 130, 520 + (i % 2) * 12, blossom_tree(light, 150 + (i % 3) * 16)) for i in range(4)),
        path(way, "#a98f72"),
        path(
            "M560 470C720 520 980 520 860 600C760 664 300 640 240 830H262"
            "C322 650 780 672 882 606C1000 524 740 520 580 468Z",
            "#c4ab8c",
        ),
        at(1085, 530, blossom_tree(light, 180)),
        at(905, 590, at(0, 0, bicycle(c.RIVER)), at(-4, -62, rider("kim"))),
        at(640, 700, bicycle(c.CLAY), at(-4, -62, rider("lou")), scale=1.5),
        at(120, 770, blossom_tree(light, 330)),
        flowers(820, 740, 380, 60, 18, 4, 1.2),
        flowers(-10, 770, 200, 30, 7, 8, 1.1),
    )


def village_bits(light: c.Light) -> tuple[str, ...]:
    """A church and roofs, small."""
    return (village(light, 0, 0, 0.5, seed=4),)


def rider(name: str) -> str:
    """Someone on the saddle of a bicycle."""
    look = CAST[name]
    return group(
        stroke("M-10 -22L14 8L4 34", look.legs, 13),
        at(4, -30, at(0, -58, bust_without_arms(look)), turn=10, scale=0.74),
        stroke("M2 -66L40 -42", look.top, 10),
    )


def bust_without_arms(look) -> str:
    """A torso and a head."""
    return at(0, 68, bust(look, ""))


@scene
def three_councils_one_road() -> str:
    """Three people bend over drill cores and drawings on one table."""
    return group(
        room("#e4eff0", "#c9b899", 560),
        window(120, 90, 380, 270, window_view(120, 90, 380, 270)),
        window(700, 90, 380, 270, window_view(700, 90, 380, 270, sun=False, hill="#93b96d")),
        lamp(600, 150, c.CLAY),
        at(330, 570, bust(worker("max"), "front"), scale=2.1),
        at(610, 560, bust(CAST["hava"], "hold"), scale=2.1),
        at(900, 570, bust(CAST["lou"], "front"), scale=2.1, flip=True),
        at(600, 800, meeting_table(1080, height=240)),
        at(190, 560, drill_core(((c.ASPHALT, 44), (c.ASPHALT_OLD, 46), ("#b7a084", 50)), 74)),
        at(752, 560, drill_core(((c.ASPHALT, 30), (c.ASPHALT_OLD, 70), ("#b7a084", 30)), 74)),
        at(1040, 560, drill_core(((c.ASPHALT, 60), (c.ASPHALT_OLD, 30), ("#b7a084", 64)), 74)),
        at(480, 556, paper(-6), scale=1.3),
        at(590, 560, paper(8, 5), scale=1.2),
    )


@scene
def drill_cores_in_a_row() -> str:
    """Five drill cores stand on the road they came from."""
    light = c.SPRING
    cores = (
        ((c.ASPHALT, 50), (c.ASPHALT_OLD, 76), ("#b7a084", 90)),
        ((c.ASPHALT, 34), ("#717b80", 96), ("#b7a084", 60)),
        ((c.ASPHALT, 70), (c.ASPHALT_OLD, 60), ("#c2a77f", 110)),
        ((c.ASPHALT, 26), ("#717b80", 50), (c.ASPHALT_OLD, 60), ("#b7a084", 60)),
        ((c.ASPHALT, 44), (c.ASPHALT_OLD, 90), ("#b7a084", 46)),
    )
    return group(
        sky(light, sun=(1010, 130)),
        cloud(light, 300, 150, 1),
        distance(light, 430, -10),
        village(light, 260, 446, 0.62, 7),
        meadow(light, 480, 14),
        road_ahead((700, 448), -80, 1320, c.ASPHALT, c.WHITE, marks=4, far=40),
        at(1090, 560, pollard(light, 230)),
        at(970, 520, pollard(light, 130)),
        at(80, 560, bush(light, 200, 90)),
        *(at(210 + i * 190, 742 - (i % 2) * 26, drill_core(layers, 108), scale=1.15) for i, layers in enumerate(cores)),
        at(1100, 770, standing(worker("anna", c.WHITE), "hold", at(10, -94, clipboard())), scale=1.5, flip=True),
    )


@scene
def quiet_road_that_grew_loud() -> str:
    """Houses beside a road at night; a bus with its lights on."""
    light = c.NIGHT
    return group(
        sky(light, sun=(930, 120), size=44),
        stars(3),
        distance(light, 420),
        *(
            at(130 + i * 210, 500, house(190, w, "#3b2420", lit=i in (0, 2, 3)), scale=1)
            for i, w in enumerate(("#6d4336", "#7d8a86", "#5d3a30", "#6d4336", "#7d8a86"))
        ),
        at(1170, 500, round_tree(light, 280)),
        rect(0, 492, 1200, 40, "#1d3b3f"),
        rect(0, 526, 1200, 300, "#20292d"),
        *(rect(40 + i * 200, 640, 104, 9, "#9fb0b8", r=3) for i in range(6)),
        at(190, 560, street_light(360, on=True, arm=86, colour="#0b2a30")),
        at(980, 560, street_light(360, on=True, arm=86, colour="#0b2a30")),
        path("M812 560L1220 500V720L812 612Z", c.SUN, 0.16),
        at(600, 640, bus("#0b4f5c", c.SUN, glass="#f6d98a"), scale=1.1),
        *(stroke(f"M{330 - i * 52} {520 - i * 10}q-34 40 0 {96 + i * 22}", "#f4b9c7", 6) for i in range(4)),
        at(300, 790, car("#b4471f"), scale=1.2, flip=True),
    )
