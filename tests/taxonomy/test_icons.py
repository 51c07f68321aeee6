"""The drawings that an editor can choose."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from livinglab.taxonomy.icons import ICONS
from livinglab.taxonomy.models import Category, Theme


def test_each_drawing_is_in_the_sprite():
    sprite = Path(finders.find("livinglab/icons.svg")).read_text()
    assert set(ICONS) <= set(re.findall(r'<symbol[^>]* id="([\w-]+)"', sprite))


def test_each_seeded_term_has_a_drawing_from_the_list(db):
    used = {*Theme.objects.values_list("icon", flat=True), *Category.objects.values_list("icon", flat=True)}
    assert used - {""} <= set(ICONS)
