"""The demo's pictures: SVG files under `content/pictures/`, which Inkscape opens. A site gets them as PNG."""

from livinglab.demo.files import CONTENT

PICTURES = CONTENT / "pictures"
WIDTH = 1200
"""Pixels: one for each unit of a picture, which keeps its edges sharp, and about what the widest rendition needs."""


def png(file: str, width: int = WIDTH) -> bytes:
    """A picture as a PNG of the given width in pixels, three units wide to two high."""
    import resvg_py  # only needed while demo content is made, so not at import

    svg = (PICTURES / file).read_text(encoding="utf-8")
    return resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
