"""Buses, vans and lorries that a municipality drives or hires."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import house, long_house, terrace, town_hall
from livinglab.demo.drawings.canvas import at, group, line, path, polygon, rect, stroke
from livinglab.demo.drawings.land import cable_bridge, cloud, distance, meadow, river, sky, snow, village
from livinglab.demo.drawings.people import CAST, bust, child, in_wheelchair, standing, walking, worker
from livinglab.demo.drawings.plants import bare_tree, blossom_tree, flowers, round_tree, tall_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roadside import charger
from livinglab.demo.drawings.vehicles import bolt_mark, bus, car, cargo_bike, refuse_truck, van, wheelie_bin


@scene
def school_bus_in_winter() -> str:
    """A small electric bus fetches children on a frosty morning."""
    light = c.WINTER
    return group(
        sky(light, sun=(950, 210), size=60),
        cloud(light, 300, 130, 1.2),
        distance(light, 440, 8),
        village(light, 240, 454, 0.6, 3),
        meadow(light, 480, 4),
        at(1050, 530, house(190, c.BRICK), scale=1.15),
        at(860, 520, bare_tree(240)),
        at(80, 530, bare_tree(300)),
        rect(0, 600, 1200, 220, "#8b979b"),
        rect(0, 590, 1200, 16, c.CREAM),
        *(rect(40 + i * 210, 716, 110, 9, c.WHITE, r=3) for i in range(6)),
        at(470, 690, bus(c.RIVER, c.SUN), bolt_mark(-150, -100, 0.9), scale=1.45),
        at(900, 610, charger(c.GRASS), scale=1.1),
        at(830, 770, child(CAST["kim"], "wave"), scale=1.7),
        at(950, 780, child(CAST["chris"], "down"), scale=1.8),
        at(1080, 776, standing(CAST["hava"], "hold"), scale=1.4),
        snow(21, 60),
    )


@scene
def one_driver_one_route() -> str:
    """A driver helps a passenger in a wheelchair to a van with a ramp."""
    light = c.BLOSSOM_TIME
    return group(
        sky(light, sun=(1020, 150), size=54),
        cloud(light, 300, 120, 1),
        distance(light, 440, 6),
        at(190, 560, long_house(c.CREAM, c.ROOF, 0, door=c.TEAL), scale=1.15),
        at(980, 540, blossom_tree(light, 260)),
        at(1130, 530, blossom_tree(light, 190)),
        meadow(light, 490, 6),
        polygon([(-20, 600), (1220, 600), (1220, 820), (-20, 820)], "#d9cdb8"),
        rect(0, 592, 1200, 14, c.STEEL),
        at(820, 720, van(c.TEAL, c.SUN, "leaf"), scale=1.9),
        polygon([(535, 660), (560, 660), (430, 748), (380, 748)], c.STEEL_DARK),
        at(330, 750, in_wheelchair(CAST["eef"], "wave"), scale=1.55),
        at(180, 756, standing(CAST["dewi"], "front"), scale=1.65),
        flowers(0, 640, 120, 20, 5, 2, 0.9),
    )


@scene
def refuse_lorry_without_noise() -> str:
    """An electric refuse lorry in a quiet street at daybreak."""
    light = c.DUSK
    return group(
        sky(light, sun=(880, 330), size=90, horizon=560),
        cloud(light, 300, 150, 1.2, 0.7),
        distance(light, 460),
        at(-30, 560, terrace(5, solar=True), scale=1.05),
        at(860, 556, round_tree(light, 220)),
        at(1010, 556, tall_tree(light, 280)),
        rect(0, 550, 1200, 44, "#a89c88"),
        rect(0, 588, 1200, 240, "#4b545a"),
        *(rect(30 + i * 220, 730, 120, 9, c.CREAM, r=3) for i in range(6)),
        at(520, 700, refuse_truck(c.GRASS, c.CREAM), bolt_mark(24, -130, 1), scale=1.45),
        *(at(870 + i * 76, 610, wheelie_bin((c.GRASS, c.RIVER, c.SUN)[i], c.DEEP)) for i in range(3)),
        at(170, 770, wheelie_bin(c.RIVER), scale=1.3),
        at(250, 780, walking(worker("chris"), "front"), scale=1.6, flip=True),
    )


@scene
def cargo_bike_for_the_field_staff() -> str:
    """Two of the field staff with cargo bicycles by the river."""
    light = c.SUMMER
    return group(
        sky(light, sun=(210, 150), size=70),
        cloud(light, 780, 130, 1.2),
        distance(light, 410, 6),
        river(
            light,
            [(-20, 450), (400, 440), (800, 456), (1220, 436)],
            [(-20, 560), (400, 580), (800, 556), (1220, 580)],
            8,
            6,
        ),
        at(660, 470, cable_bridge(c.WHITE, c.DEEP), scale=0.8),
        path("M-20 600C300 550 700 560 1220 590V820H-20Z", light.near),
        polygon([(-20, 690), (1220, 650), (1220, 740), (-20, 800)], "#c58f74"),
        at(1110, 610, tall_tree(light, 300)),
        at(1020, 600, tall_tree(light, 240)),
        at(
            380,
            750,
            cargo_bike(c.RIVER, c.WOOD),
            at(-66, -98, pedaller("max")),
            at(40, -92, rect(-30, -26, 26, 26, c.SUN), rect(0, -40, 34, 40, c.GRASS)),
            scale=1.75,
        ),
        at(
            860,
            730,
            cargo_bike(c.CLAY, c.WOOD_LIGHT),
            at(-66, -98, pedaller("isa")),
            at(40, -92, flowers(-40, 0, 80, 4, 5, 4, 0.8)),
            scale=1.6,
        ),
        flowers(20, 650, 300, 20, 9, 2, 0.8),
    )


def pedaller(name: str) -> str:
    """Someone in a vest on a saddle; the saddle at (0, 0)."""
    look = worker(name)
    return group(
        stroke("M8 -2L34 30L28 66", look.legs, 14),
        at(10, -6, at(0, 4, bust(look, "")), turn=8, scale=0.86),
        stroke("M10 -46L56 -14", look.top, 11),
    )


@scene
def shared_cars_of_the_town_hall() -> str:
    """Cars at chargers before a town hall in the evening; one leaves with neighbours."""
    light = c.DUSK
    return group(
        sky(light, sun=(170, 250), size=70),
        cloud(light, 960, 140, 1, 0.7),
        distance(light, 440),
        rect(0, 500, 1200, 320, "#b9a892"),
        at(640, 540, town_hall(c.BRICK, c.DEEP), scale=1.1),
        at(130, 550, round_tree(light, 260)),
        at(1110, 550, round_tree(light, 230)),
        path("M0 640Q600 600 1200 640V820H0Z", "#8f8576"),
        *(line(110 + i * 230, 640, 70 + i * 240, 780, c.CREAM, 6) for i in range(5)),
        *(at(150 + i * 250, 640, charger((c.RIVER, c.GRASS, c.RIVER)[i]), scale=0.9) for i in range(3)),
        at(220, 700, car(c.RIVER), scale=1.2),
        at(480, 704, car(c.SUN), scale=1.2),
        at(900, 770, car(c.CLAY), scale=1.6),
        at(690, 780, standing(CAST["gea"], "wave"), scale=1.45),
    )
