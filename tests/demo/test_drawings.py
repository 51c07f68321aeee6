"""The drawings: each a valid picture, used once, and unlike every other."""

import io
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageStat

from livinglab.demo import files
from livinglab.demo.drawings import canvas
from livinglab.demo.drawings.raster import png
from livinglab.demo.drawings.registry import draw, register, scenes

NAMES = sorted(scenes())


@pytest.fixture(scope="module")
def thumbnails() -> dict[str, Image.Image]:
    return {name: Image.open(io.BytesIO(png(name, 96))).convert("RGB") for name in NAMES}


def test_every_scene_is_the_picture_of_something_and_the_other_way_round() -> None:
    used = {item.picture["scene"] for item in files.everything() if item.picture}
    assert used == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_is_sound_and_always_the_same(name) -> None:
    drawing = draw(name)
    root = ElementTree.fromstring(drawing)
    assert root.get("viewBox") == "0 0 1200 800"
    assert "nan" not in drawing
    assert "None" not in drawing
    assert drawing == draw(name)


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


def test_two_scenes_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="river_land"):
        register("river_land", lambda: "")


def test_a_flowing_line_passes_through_its_points() -> None:
    assert canvas.smooth([(0, 0), (10, 20), (20, 0)]).startswith("M0 0C")
    assert canvas.smooth([(0, 0), (10, 20), (20, 0)]).endswith(" 20 0")
