"""The pictures of the lab."""

from collections.abc import Iterable
from typing import Any

from django.core.cache.backends.dummy import DummyCache
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.images import get_image_dimensions
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.utils.file import hash_filelike

from livinglab.core.fields.licences import licence_url
from livinglab.core.media.uploads import CleanedFile, cleaned_picture


def store_file(instance: AbstractImage | AbstractDocument) -> bool:
    """Store the file of `instance` if that has not been done yet, before its row is saved; returns whether it was.

    Django does it while it saves the row, and has read the hash by then.
    """
    if not instance.file or instance.file._committed:
        return False
    instance.file.save(instance.file.name, instance.file.file, save=False)
    return True


class PictureFile(WagtailImageFieldFile):
    """The stored file of a picture: whoever saves one, it is encoded anew (`core.media.uploads`) and hashed."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        cleaned = content if isinstance(content, CleanedFile) else cleaned_picture(content)
        cleaned.seek(0)
        self.instance.file_size, self.instance.file_hash = cleaned.size, hash_filelike(cleaned)
        super().save(name, cleaned, save)

    def get_image_dimensions(self) -> tuple[int | None, int | None]:
        """Width and height in pixels, as its first bytes say: to find them, Wagtail decodes the whole picture."""
        close = self.closed
        self.open()
        return get_image_dimensions(self, close=close)


class PictureField(WagtailImageField):
    """A picture's file, without what a camera writes into it."""

    attr_class = PictureFile


class PictureFilter(Filter):
    """A size of one file of a picture, and not of the file that it replaced.

    The key is stored with each size. Wagtail's says where the focal point is; ours also says of which file it is.
    So the job for a former file can write what it likes, whenever it likes: nobody finds it.
    """

    def get_cache_key(self, image: AbstractImage) -> str:
        return f"{image.file_hash[:FILE_KEY_LENGTH]}{super().get_cache_key(image)}"


FILE_KEY_LENGTH = 8
"""Characters of a file's hash in the key of its sizes; with the eight of the focal point it is full."""


class LabImage(AbstractImage):
    """A picture with what every picture needs: a text for people who cannot see it, and who made it.

    The text alternative is Wagtail's `description`; it is required unless the picture is marked as decoration.
    """

    file = PictureField(verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    is_decorative = models.BooleanField(
        _("decoration only"),
        default=False,
        help_text=_("Tick this only if a reader misses nothing without the picture. It then needs no description."),
    )
    credit = models.CharField(
        _("maker"),
        max_length=160,
        blank=True,
        help_text=_("Who made the picture? We show this name with it."),
    )
    license = models.CharField(
        _("licence"),
        max_length=80,
        blank=True,
        help_text=_("On what terms may we show it? For example CC BY 4.0, or 'with permission'."),
    )

    admin_form_fields = (
        "file",
        "title",
        "description",
        "is_decorative",
        "credit",
        "license",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def alt_text(self) -> str:
        return "" if self.is_decorative else self.description

    @property
    def license_url(self) -> str:
        """Where its licence stands; empty for one that we do not know, and where nobody said."""
        return licence_url(self.license)

    @property
    def attribution(self) -> str:
        """Who made it, and on what terms it may be shown: what most licences ask to stand beside it."""
        return ", ".join(filter(None, (self.credit, self.license)))

    @property
    def default_alt_text(self) -> str:
        # Wagtail falls back to the title, which is often a file name.
        return self.alt_text

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if store_file(self) and update_fields is not None:
            update_fields = {*update_fields, "file_size", "file_hash", "width", "height"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean_filter_for_svg(self, filter: Filter) -> Filter:  # noqa: A002 - Wagtail's name for it
        """What Wagtail asks of every filter before it looks for or makes a size: ours know files apart."""
        return PictureFilter(super().clean_filter_for_svg(filter).spec)

    def clean(self) -> None:
        super().clean()
        if not self.is_decorative and not self.description.strip():
            raise ValidationError(
                {"description": _("Describe what the picture shows, or tick that it is decoration only.")}
            )


class LabRendition(AbstractRendition):
    """A cropped and compressed version of a picture, made by a job (`livinglab.core.tasks`)."""

    image = models.ForeignKey(LabImage, on_delete=models.CASCADE, related_name="renditions")

    # Wagtail's cache of sizes: a process that keeps its own would not hear that another deleted them.
    cache_backend = DummyCache("renditions", {})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="core_rendition_unique"),
        ]
