"""What may be uploaded is decided by what is in the file, not by its name; and a picture keeps nothing personal."""

import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image

from livinglab.core.media import picture_encoding
from livinglab.core.media.picture_encoding import MAX_SIDE, SECONDS, encoded_anew, pixels_of

__all__ = ["CHECKS", "MAX_SIDE", "CleanedFile", "check_document", "check_pixels", "cleaned_picture"]
SAMPLE = 1024 * 1024
"""Bytes of a text file that are looked at."""

WRONG_CONTENT = _("What is in this file does not fit its name (.%(extension)s).")
MOST_PARTS, LARGEST_UNPACKED = 5_000, 500 * 2**20
"""Parts in a document that is an archive, and the bytes that they unpack to: a few kilobytes can be gigabytes."""
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


def _archive(content: IO[bytes]) -> zipfile.ZipFile:
    """The archive that a document is; refused where it would unpack to more than any document has."""
    archive = zipfile.ZipFile(content)
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise zipfile.BadZipFile
    return archive


def _office_open(folder: str) -> Callable[[IO[bytes]], bool]:
    def check(content: IO[bytes]) -> bool:
        archive = _archive(content)
        names = archive.namelist()
        if any(name.lower().endswith("vbaproject.bin") for name in names) or _declares_macros(archive):
            raise ValidationError(HAS_MACROS, code="macros")
        return "[Content_Types].xml" in names and any(name.startswith(f"{folder}/") for name in names)

    return check


def _declares_macros(archive: zipfile.ZipFile) -> bool:
    """Whether a part is one by its type, whatever it is called, or a template with macros is fetched from elsewhere."""
    for name in archive.namelist():
        if name.lower() != "[content_types].xml" and not name.lower().endswith(".rels"):
            continue
        with archive.open(name) as entry:
            said = entry.read(SAMPLE).lower()
        if b"vbaproject" in said or b"macroenabled" in said:
            return True
        if b"attachedtemplate" in said and b"external" in said:
            return True
    return False


def _open_document(kind: str) -> Callable[[IO[bytes]], bool]:
    def check(content: IO[bytes]) -> bool:
        archive = _archive(content)
        if any(name.startswith(("Basic/", "Scripts/")) for name in archive.namelist()):
            raise ValidationError(HAS_MACROS, code="macros")
        with archive.open("mimetype") as entry:
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
    What is large is decoded in a process of its own, with little time and memory. Raises ValidationError.
    """
    content.seek(0)
    raw = content.read()
    check_pixels(raw)
    try:
        encoded = encoded_anew(raw) if pixels_of(raw) <= FEW_PIXELS else _encoded_apart(raw)
    except (subprocess.SubprocessError, *UNREADABLE) as error:
        raise ValidationError(UNREADABLE_PICTURE, code="invalid_image") from error
    return CleanedFile(encoded, name=content.name)


def check_pixels(raw: bytes) -> None:
    """Raises ValidationError for what is no picture, and for more pixels, those of all frames, than are decoded."""
    try:
        pixels = pixels_of(raw)
    except (Image.DecompressionBombError, *UNREADABLE) as error:
        raise ValidationError(UNREADABLE_PICTURE, code="invalid_image") from error
    if pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS, code="file_too_many_pixels")


def _encoded_apart(raw: bytes) -> bytes:
    command = [sys.executable, "-I", picture_encoding.__file__]
    done = subprocess.run(command, input=raw, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - ours
    return done.stdout


UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, EOFError, struct.error, KeyError, IndexError, MemoryError)
"""What Pillow raises for what is no picture, or a broken one."""
FEW_PIXELS = 4_000_000
"""Up to so many a picture is encoded in this process, which is quicker than starting another."""
UNREADABLE_PICTURE = _("This is no picture that we can read. Save it again, for example as JPEG or PNG.")
TOO_MANY_PIXELS = _("This picture is too large, or an animation too long. Make it smaller or shorter.")
