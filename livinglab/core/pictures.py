"""Responsive pictures: which sizes exist, and which of them are ready.

A visitor's request never makes a rendition (a 1600 px AVIF takes 0.7 s). A job makes all of `PRESETS` when a picture
is saved; until it has run, pages show the original file.
"""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from livinglab.core.images import LabImage


@dataclass(frozen=True)
class Preset:
    """One shape of picture: `width` × `height` are CSS pixels at 1×, `widths` the widths made, in pixels."""

    width: int
    height: int
    widths: tuple[int, ...]

    def spec(self, width: int, image_format: str) -> str:
        height = round(width * self.height / self.width)
        quality = {"avif": "avifquality-55", "webp": "webpquality-78"}[image_format]
        return f"fill-{width}x{height}|format-{image_format}|{quality}"


FORMATS = ("avif", "webp")
PRESETS = {
    "thumb": Preset(240, 160, (240, 480)),
    "card": Preset(400, 267, (400, 800)),
    "hero": Preset(640, 427, (640, 1280)),
}


def all_specs() -> list[str]:
    """Every filter spec that a picture gets."""
    return [
        preset.spec(width, image_format)
        for preset in PRESETS.values()
        for image_format in FORMATS
        for width in preset.widths
    ]


def sources(image: LabImage, preset_name: str) -> dict[str, list[tuple[str, int]]]:
    """The ready renditions: format → [(URL, width in px)], narrow first. At most one query an image."""
    prefetch_related_objects([image], "renditions")
    preset = PRESETS[preset_name]
    wanted = {preset.spec(width, fmt): (fmt, width) for fmt in FORMATS for width in preset.widths}
    ready: dict[str, list[tuple[str, int]]] = {}
    for rendition in image.renditions.all():
        if rendition.filter_spec in wanted and rendition.focal_point_key == focal_key(image, rendition.filter_spec):
            image_format, width = wanted[rendition.filter_spec]
            ready.setdefault(image_format, []).append((rendition.url, width))
    return {fmt: sorted(ready[fmt], key=lambda item: item[1]) for fmt in FORMATS if fmt in ready}


def focal_key(image: LabImage, spec: str) -> str:
    """The cache key under which Wagtail stores a rendition of `image` for `spec`."""
    from wagtail.images.models import Filter

    return Filter(spec=spec).get_cache_key(image)


def render_all(image: LabImage) -> int:
    """Make every missing rendition of a picture; returns how many it has now."""
    return len(image.get_renditions(*all_specs()))
