"""Responsive pictures: which sizes exist, and which of them are ready.

A visitor's request never makes a rendition (a 1600 px AVIF takes 0.7 s). A job makes all of `PRESETS` when a picture
is saved; until it has run, pages show the original file.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache

from django.db.models import prefetch_related_objects
from wagtail.utils.file import hash_filelike

from livinglab.core.media.images import FILE_KEY_LENGTH, LabImage, PictureFilter


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


def all_specs(image: LabImage) -> list[str]:
    """Every filter spec that this picture gets: none is wider than the file, but for the last of a preset."""
    return [
        preset.spec(width, image_format)
        for preset in PRESETS.values()
        for image_format in FORMATS
        for width in _useful_widths(preset, image)
    ]


def _useful_widths(preset: Preset, image: LabImage) -> list[int]:
    """The widths up to the first that needs the whole file: a still wider one would be the same picture again."""
    whole = min(image.width, image.height * preset.width / preset.height)
    too_narrow = sum(width < whole for width in preset.widths)
    return list(preset.widths[: too_narrow + 1])


@cache
def specs(*preset_names: str) -> dict[str, str]:
    """Filter spec → format of every size in these shapes."""
    presets = [PRESETS[name] for name in preset_names]
    return {preset.spec(width, fmt): fmt for preset in presets for fmt in FORMATS for width in preset.widths}


@cache
def _any_filter(preset_name: str) -> PictureFilter:
    """A filter of this shape, kept because reading a spec costs more than all else about a picture."""
    return PictureFilter(next(iter(specs(preset_name))))


def sources(image: LabImage, preset_name: str) -> dict[str, list[tuple[str, int]]]:
    """The ready renditions: format → [(URL, width in px)], narrow first. At most one query an image."""
    prefetch_related_objects([image], "renditions")
    formats = specs(preset_name)
    key = _any_filter(preset_name).get_cache_key(image)  # of all sizes of a shape: they are cut around the same point
    # By width, so that none is offered twice: of a small file every wide size is as wide as the file.
    ready: dict[str, dict[int, str]] = {}
    for rendition in image.renditions.all():
        fmt = formats.get(rendition.filter_spec)
        if fmt and rendition.focal_point_key == key:
            ready.setdefault(fmt, {})[rendition.width] = rendition.url
    return {fmt: [(url, width) for width, url in sorted(ready[fmt].items())] for fmt in FORMATS if fmt in ready}


def fingerprint(image: LabImage, preset_name: str) -> Hashable:
    """Another one whenever `sources` of this shape may be another. At most one query an image.

    Of all addresses one is made, which costs more than the rest: where they are signed for a time, it tells.
    """
    prefetch_related_objects([image], "renditions")
    ready = list(image.renditions.all())
    return (
        image.file.url if not ready else ready[0].url,
        _any_filter(preset_name).get_cache_key(image),
        *sorted((rendition.filter_spec, str(vars(rendition)["file"])) for rendition in ready),
    )


def render_all(image: LabImage) -> int:
    """Make every missing rendition of a picture and delete those of former files; returns how many it now has."""
    if not image.file_hash:  # stored by an older release
        LabImage.objects.filter(pk=image.pk, file=image.file.name, file_hash="").update(file_hash=_hash_of(image))
        image.refresh_from_db()
    made = len(image.get_renditions(*all_specs(image)))
    # Its file may have been replaced while we worked: then what we made goes, too.
    current = LabImage.objects.filter(pk=image.pk).values_list("file_hash", flat=True).first() or ""
    image.renditions.exclude(focal_point_key__startswith=current[:FILE_KEY_LENGTH]).delete()
    return made


def _hash_of(image: LabImage) -> str:
    with image.open_file() as file:
        return hash_filelike(file)
