"""Responsive pictures: which sizes exist, and which of them are ready.

A visitor's request never makes a rendition (a 1600 px AVIF takes 0.7 s). A job makes all of `PRESETS` when a picture
is saved; until it has run, pages show the original file.
"""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from wagtail.utils.file import hash_filelike

from livinglab.core.media.images import FILE_KEY_LENGTH, LabImage, LabRendition, PictureFilter


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


class Size(NamedTuple):
    """A rendition that is ready, as pages show it."""

    filter_spec: str
    focal_point_key: str
    file: str
    """Its name in the storage."""
    width: int

    @property
    def url(self) -> str:
        return LabRendition._meta.get_field("file").storage.url(self.file)


_SIZES = "_ready_sizes"


def prefetch_sizes(images: Collection[LabImage], *preset_names: str) -> None:
    """Read the ready renditions of these pictures in these shapes, with one query for all of them.

    A list shows some hundred: as rows they cost a third of what they cost as models.
    """
    ready: dict[int, list[Size]] = {image.pk: [] for image in images}
    if not ready:
        return
    rows = LabRendition.objects.filter(image__in=ready, filter_spec__in=list(specs(*preset_names)))
    for image_id, *columns in rows.values_list("image_id", *Size._fields):
        ready[image_id].append(Size(*columns))
    for image in images:
        setattr(image, _SIZES, ready[image.pk])


def _ready_sizes(image: LabImage) -> list[Size]:
    """At most one query an image; none after `prefetch_sizes`, or where its renditions were prefetched."""
    known = vars(image).get(_SIZES)
    if known is None:
        prefetch_related_objects([image], "renditions")
        known = [Size(one.filter_spec, one.focal_point_key, one.file.name, one.width) for one in image.renditions.all()]
    return known


def sources(image: LabImage, preset_name: str) -> dict[str, list[tuple[str, int]]]:
    """The ready renditions: format → [(URL, width in px)], narrow first. At most one query an image."""
    formats = specs(preset_name)
    key = _any_filter(preset_name).get_cache_key(image)  # of all sizes of a shape: they are cut around the same point
    # By width, so that none is offered twice: of a small file every wide size is as wide as the file.
    ready: dict[str, dict[int, str]] = {}
    for size in _ready_sizes(image):
        fmt = formats.get(size.filter_spec)
        if fmt and size.focal_point_key == key:
            ready.setdefault(fmt, {})[size.width] = size.url
    return {fmt: [(url, width) for width, url in sorted(ready[fmt].items())] for fmt in FORMATS if fmt in ready}


def fingerprint(image: LabImage, preset_name: str) -> Hashable:
    """Another one whenever `sources` of this shape may be another. At most one query an image.

    Of all addresses one is made, which costs more than the rest: where they are signed for a time, it tells.
    """
    ready = sorted(_ready_sizes(image))
    return (ready[0].url if ready else image.file.url, _any_filter(preset_name).get_cache_key(image), *ready)


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
