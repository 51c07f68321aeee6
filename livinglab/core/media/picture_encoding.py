"""Encoding a picture anew, with Pillow only: in this process, or as a program with limits of its own.

`python picture_encoding.py < picture > encoded`. A decoder is what attackers aim at, and a picture of a few kilobytes
can ask for minutes and gigabytes.
"""

import io
import resource
import sys

from PIL import Image, ImageOps

MAX_SIDE = 4000
"""Pixels of the longest side of a stored picture: three times the widest that is shown."""
MEMORY = 2 * 1024**3
"""Bytes of address space that the program may have."""
SECONDS = 30
"""Of processor time, and by the clock."""
_KEPT = ("icc_profile", "transparency", "background", "duration", "loop", "gamma")


def pixels_of(content: bytes) -> int:
    """The pixels of all frames, read from the header. Raises whatever Pillow raises for what is no picture."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.width * picture.height * getattr(picture, "n_frames", 1)


def encoded_anew(content: bytes) -> bytes:
    """The picture upright, at most `MAX_SIDE` wide or high, with its colours and nothing else."""
    picture: Image.Image = Image.open(io.BytesIO(content))
    # A photograph of a telephone may hold a second one (MPO), for depth or light: no animation.
    image_format = "JPEG" if picture.format == "MPO" else picture.format
    is_animated = picture.format != "MPO" and getattr(picture, "is_animated", False)
    options: dict[str, object] = {"save_all": True} if is_animated else {}
    if not options:
        # An animation is not turned or made smaller: it hardly ever is a photograph.
        picture, options = _still(picture, image_format)
    picture.info = {key: picture.info[key] for key in _KEPT if key in picture.info}
    encoded = io.BytesIO()
    picture.save(encoded, format=image_format, exif=b"", **options)
    return encoded.getvalue()


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


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.buffer.write(encoded_anew(sys.stdin.buffer.read()))
