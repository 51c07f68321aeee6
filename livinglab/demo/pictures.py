"""The demo's pictures: SVG files under `content/pictures/`, which Inkscape opens. A site gets them as PNG."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from livinglab.demo.files import CONTENT

PICTURES = CONTENT / "pictures"
WIDTH = 1200
"""Pixels: one for each unit of a picture, which keeps its edges sharp, and about what the widest rendition needs."""
PORTRAIT_WIDTH = 480
"""Pixels: portraits are only shown small (the widest of the preset "thumb")."""


def png(file: str, width: int | None = None) -> bytes:
    """A picture as a PNG of the given width in pixels, or of the width at which it is shown; three wide to two high."""
    import resvg_py  # only needed while demo content is made, so not at import

    width = width or (PORTRAIT_WIDTH if file.startswith("portrait-") else WIDTH)
    svg = (PICTURES / file).read_text(encoding="utf-8")
    return resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)


@contextmanager
def rendered(files: Sequence[str]) -> Iterator[dict[str, Future[bytes]]]:
    """The pictures as PNG to come, by file: other processes render them meanwhile, on all processors but one."""
    if not files:
        yield {}
        return
    # Not forked: a copy of this process would share its database connection.
    others = max(1, min((os.cpu_count() or 1) - 1, 4))
    with ProcessPoolExecutor(max_workers=others, mp_context=get_context("spawn")) as pool:
        yield {file: pool.submit(png, file) for file in dict.fromkeys(files)}
