"""What may be uploaded is decided by what is in the file, not by its name; and a picture keeps nothing personal."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

MAX_SIDE = 4000
"""Pixels of the longest side of a stored picture: three times the widest that is shown."""
SAMPLE = 1024 * 1024
"""Bytes of a text file that are looked at."""

WRONG_CONTENT = _("What is in this file does not fit its name (.%(extension)s).")
HAS_MACROS = _("This file has macros, and nobody should have to trust those. Save it without, and upload that.")


# -- Documents --------------------------------------------------------------------------------------
def check_document(name: str, content: IO[bytes]) -> None:
    """Raises ValidationError when the content is not what the extension of `name` says. Leaves `content` rewound."""
    extension = PurePath(name).suffix.lower().removeprefix(".")
    try:
        content.seek(0)
        fits = extension in CHECKS and CHECKS[extension](content)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError):  # locked, or packed as nobody does
        fits = False
    finally:
        content.seek(0)
    if not fits:
        raise ValidationError(WRONG_CONTENT % {"extension": extension}, code="wrong_content")


def _is_pdf(content: IO[bytes]) -> bool:
    return content.read(5) == b"%PDF-"


def _is_text(content: IO[bytes]) -> bool:
    return b"\x00" not in content.read(SAMPLE)


def _is_calendar(content: IO[bytes]) -> bool:
    return content.read(64).removeprefix(b"\xef\xbb\xbf").startswith(b"BEGIN:VCALENDAR")


def _office_open(folder: str) -> Callable[[IO[bytes]], bool]:
    def check(content: IO[bytes]) -> bool:
        names = zipfile.ZipFile(content).namelist()
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise ValidationError(HAS_MACROS, code="macros")
        return "[Content_Types].xml" in names and any(name.startswith(f"{folder}/") for name in names)

    return check


def _open_document(kind: str) -> Callable[[IO[bytes]], bool]:
    def check(content: IO[bytes]) -> bool:
        with zipfile.ZipFile(content).open("mimetype") as entry:
            mimetype = entry.read(100)
        return mimetype.strip() == f"application/vnd.oasis.opendocument.{kind}".encode()

    return check


CHECKS: dict[str, Callable[[IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": _office_open("word"),
    "ics": _is_calendar,
    "odp": _open_document("presentation"),
    "ods": _open_document("spreadsheet"),
    "odt": _open_document("text"),
    "pdf": _is_pdf,
    "pptx": _office_open("ppt"),
    "txt": _is_text,
    "xlsx": _office_open("xl"),
}
"""Every extension of `WAGTAILDOCS_EXTENSIONS` has one."""


# -- Pictures ---------------------------------------------------------------------------------------
class CleanedFile(ContentFile):
    """A picture that has been through `cleaned_picture`."""


def cleaned_picture(content: File) -> CleanedFile:
    """The picture encoded anew: upright, at most `MAX_SIDE` wide or high, with its colours and nothing else.

    A photograph from a telephone says where and when it was taken, and by what; visitors can download the original.
    """
    content.seek(0)
    picture: Image.Image = Image.open(content)
    # A photograph of a telephone may hold a second one (MPO), for depth or light: no animation.
    image_format = "JPEG" if picture.format == "MPO" else picture.format
    is_animated = picture.format != "MPO" and getattr(picture, "is_animated", False)
    options: dict[str, object] = {"save_all": True} if is_animated else {}
    if not options:
        # An animation is not turned or made smaller: it hardly ever is a photograph.
        picture, options = _still(picture, image_format)
    picture.info = {key: picture.info[key] for key in KEPT if key in picture.info}
    encoded = io.BytesIO()
    picture.save(encoded, format=image_format, exif=b"", **options)
    return CleanedFile(encoded.getvalue(), name=content.name)


KEPT = ("icc_profile", "transparency", "background", "duration", "loop", "gamma")


def _still(picture: Image.Image, image_format: str | None) -> tuple[Image.Image, dict[str, object]]:
    upright = ImageOps.exif_transpose(picture)
    untouched = upright.size == picture.size and max(upright.size) <= MAX_SIDE and picture.getexif().get(0x0112, 1) == 1
    if untouched:
        upright = picture
    upright.thumbnail((MAX_SIDE, MAX_SIDE))
    quality: dict[str, object] = {}
    if image_format == "JPEG":
        # "keep" repeats the tables of the original: hardly any loss.
        quality = {"quality": "keep" if untouched and picture.format == "JPEG" else 90}
    elif image_format in ("WEBP", "AVIF"):
        quality = {"quality": 90}
    return upright, {**quality, **({"icc_profile": profile} if (profile := picture.info.get("icc_profile")) else {})}
