"""What the look promises: readable in both schemes, nothing inline, nothing from elsewhere, small."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from livinglab.taxonomy.choices import ThemeColour

STATIC = Path(settings.BASE_DIR) / "livinglab" / "static" / "livinglab"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
STYLES = sorted(STATIC.glob("**/*.css"))
KIB = 1024


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def schemes() -> dict[str, dict[str, str]]:
    """Scheme → token → colour. Dark changes some of the light tokens."""
    light, dark = (STATIC / "css" / "theme.css").read_text().split("prefers-color-scheme: dark")
    found = {}
    for name, text in (("light", light), ("dark", light + dark)):
        colours = dict(re.findall(r"--lab-([\w-]+): (#[0-9a-f]{3,6})", text))
        aliases = dict(re.findall(r"--lab-([\w-]+): var\(--lab-([\w-]+)\)", text))
        found[name] = {alias: colours[target] for alias, target in aliases.items() if target in colours} | colours
    return found


GROUNDS = ("background", "surface", "sand", "mist")
TEXT = [(text, ground) for text in ("ink", "soft", "river", "clay", "grass") for ground in GROUNDS] + [
    ("on-river", "river"),
    ("on-river", "river-strong"),
    ("on-deep-soft", "deep"),
    ("on-hero-soft", "hero"),
    ("on-hero", "hero-end"),
    ("on-mark", "mark"),
    ("on-deep", "date"),
]
SHAPES = [("control", "background"), ("control", "sand"), ("focus", "background")] + [
    (f"theme-{colour}-dot", ground) for colour in ThemeColour.values for ground in ("background", "surface", "sand")
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"), [(*pair, 4.5) for pair in TEXT] + [(*pair, 3) for pair in SHAPES]
)
def test_colours_have_enough_contrast(scheme, front, ground, least):
    colours = schemes()[scheme]
    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("colour", ThemeColour.values)
def test_white_text_on_a_theme_is_easy_to_read(colour):
    assert contrast("#fff", schemes()["light"][f"theme-{colour}"]) >= 6


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_loads_nothing_from_elsewhere(style):
    text = style.read_text()
    assert "data:" not in text
    assert "@import" not in text
    assert all(not url.startswith(("http", "//")) for url in re.findall(r"url\([\"']?([^)\"']+)", text))
    assert "sourceMappingURL" not in text


def test_no_template_of_a_page_has_inline_styles_or_scripts():
    for template in TEMPLATES.rglob("*.html"):
        if template.parent.name == "emails":
            continue
        text = template.read_text()
        assert not re.search(r"<style|\sstyle=|\son\w+=\"|<script(?![^>]*\ssrc=)", text), template.name


def test_all_styles_together_stay_small():
    served = [*STATIC.glob("css/*.css"), *STATIC.glob("vendor/*.css")]
    assert sum(len(gzip.compress(style.read_bytes())) for style in served) < 38 * KIB  # 35 when this was written


def test_every_icon_that_a_template_asks_for_is_drawn():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
    asked = {
        name
        for template in TEMPLATES.rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)"', template.read_text())
    }
    assert asked <= drawn
