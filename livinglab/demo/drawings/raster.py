"""Pictures as PNG, made from the drawings with resvg."""

from livinglab.demo.drawings.registry import draw

WIDTH = 1200
"""Pixels: one for each unit of a drawing, which keeps its edges sharp, and about what the widest rendition needs."""


def png(name: str, width: int = WIDTH) -> bytes:
    """The scene as a PNG of the given width in pixels, three units wide to two high."""
    import resvg_py  # only needed while demo content is made, so not at import

    return resvg_py.svg_to_bytes(svg_string=draw(name), width=width, skip_system_fonts=True)
