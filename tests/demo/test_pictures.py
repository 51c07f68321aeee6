"""The demo's pictures: each sound, used, unlike every other, and in the colours that all share."""

import io
import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageStat

from livinglab.demo import files
from livinglab.demo.pictures import PICTURES, png

NAMES = sorted(path.name for path in PICTURES.glob("*.svg"))
USED = {item.picture["file"] for item in files.everything() if item.picture and "of" not in item.picture}
RULE = re.compile(r"\.([\w-]+) (\{[^}]*\})")
SHAPES = {"svg", "style", "g", "clipPath", "rect", "circle", "ellipse", "polygon", "path"}
"""What our pictures consist of: nothing that runs, animates or fetches, and no text that asks for a font."""


def source(name: str) -> str:
    return (PICTURES / name).read_text(encoding="utf-8")


def elements(name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(source(name)).iter())


@pytest.fixture(scope="module")
def thumbnails() -> dict[str, Image.Image]:
    return {name: Image.open(io.BytesIO(png(name, 96))).convert("RGB") for name in NAMES}


@pytest.fixture(scope="module")
def palette() -> dict[str, str]:
    return dict(RULE.findall(source("palette.css")))


def test_every_picture_of_an_item_exists_and_there_are_no_others() -> None:
    assert set(NAMES) == USED


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_sound(name) -> None:
    root, *_ = elements(name)
    assert root.get("viewBox") == "0 0 1200 800"
    assert {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in elements(name)} <= SHAPES
    ids = [element.get("id") for element in elements(name) if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_asks_for_nothing_outside_itself(name) -> None:
    text = source(name).replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
    assert not re.search(r"href|://|@import|data:|<!|<\?|url\((?!#)", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_takes_its_colours_from_the_palette(name, palette) -> None:
    rules = dict(RULE.findall(source(name)))
    assert rules.items() <= palette.items()
    assert {element.get("class") for element in elements(name)} - {None} == set(rules)


def test_every_colour_of_the_palette_is_used(palette) -> None:
    assert {rule for name in NAMES for rule, _ in RULE.findall(source(name))} == set(palette)


def test_pictures_fill_their_frame_in_the_right_proportion(thumbnails) -> None:
    for name, picture in thumbnails.items():
        assert picture.size == (96, 64), name
        corners = [picture.getpixel(at) for at in ((1, 1), (94, 1), (1, 62), (94, 62))]
        assert (0, 0, 0) not in corners, name


def test_no_two_pictures_are_alike(thumbnails) -> None:
    alike = [
        (one, other)
        for one, other in combinations(NAMES, 2)
        if sum(ImageStat.Stat(ImageChops.difference(thumbnails[one], thumbnails[other])).mean) < 12
    ]
    assert alike == []


def test_pictures_stay_small() -> None:
    sizes = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    assert max(sizes.values()) < 64 * 1024
    assert sum(sizes.values()) < 2 * 1024 * 1024
