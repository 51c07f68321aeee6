"""Make the zero without a slash that pages use for figures: `python -m livinglab.local.plain_zero`.

Our font has one zero only, with a slash, which makes years and amounts look like code. Its open font licence allows a
changed copy. This writes a font of that one character: the outside of the zero with the inside of the letter O, in
every weight. Pages take it for U+0030 alone (`base.css`). Run it again after `vendor_css` brings a newer font.
"""

from io import BytesIO

from fontTools import subset
from fontTools.misc.roundTools import otRound
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.iup import iup_delta

from livinglab.local.vendor_css import STATIC

SOURCE = STATIC / "fonts" / "atkinson-hyperlegible-next.woff2"
TARGET = STATIC / "fonts" / "plain-zero.woff2"
OUTSIDE = 16
"""Points of the first contour of both glyphs; the second of the O is its inside."""
INNER_BOX = (151, 62, 497, 608)
"""Where the zero is open, in font units: left, bottom, right, top of its two halves together."""

Points = list[tuple[float, float]]


def main() -> None:
    """Write the font of one character."""
    font = TTFont(SOURCE)
    replace_zero(font)
    options = subset.Options(flavor="woff2", layout_features=["tnum", "pnum"], notdef_outline=True)
    chooser = subset.Subsetter(options)
    chooser.populate(unicodes=[ord("0")])
    chooser.subset(font)
    font.flavor = "woff2"
    font["head"].modified = font["head"].created  # the same input gives the same file
    font.recalcTimestamp = False
    content = BytesIO()
    font.save(content)
    TARGET.write_bytes(content.getvalue())


def replace_zero(font: TTFont) -> None:
    """Give the zero the outside that it has and the inside of the letter O, in each weight."""
    glyphs, variations = font["glyf"], font["gvar"].variations
    zero, letter = glyphs["zero"], glyphs["O"]
    zero_points, zero_ends, flags = zero.getCoordinates(glyphs)
    letter_points, letter_ends, letter_flags = letter.getCoordinates(glyphs)
    inside = list(letter_points)[OUTSIDE:]
    left, bottom = min(x for x, _y in inside), min(y for _x, y in inside)
    right, top = max(x for x, _y in inside), max(y for _x, y in inside)
    across = (INNER_BOX[2] - INNER_BOX[0]) / (right - left)
    up = (INNER_BOX[3] - INNER_BOX[1]) / (top - bottom)
    placed = [
        (otRound(INNER_BOX[0] + (x - left) * across), otRound(INNER_BOX[1] + (y - bottom) * up)) for x, y in inside
    ]
    of_letter = {_region(one): _all_deltas(one, letter_points, letter_ends) for one in variations["O"]}
    variations["zero"] = [
        _joined(one, _all_deltas(one, zero_points, zero_ends), of_letter[_region(one)], (across, up))
        for one in variations["zero"]
    ]
    zero.coordinates = GlyphCoordinates([*list(zero_points)[:OUTSIDE], *placed])
    zero.flags = flags[:OUTSIDE] + letter_flags[OUTSIDE:]
    zero.endPtsOfContours = [OUTSIDE - 1, OUTSIDE - 1 + len(placed)]
    zero.numberOfContours = 2
    zero.recalcBounds(glyphs)


def _region(variation: TupleVariation) -> tuple:
    """The part of the range of weights that a variation is about."""
    return tuple(sorted(variation.axes.items()))


def _all_deltas(variation: TupleVariation, points: Points, ends: list[int]) -> Points:
    """The move of every point: those left out follow from their neighbours. The last four are the glyph's edges."""
    at = [*points, *[(0, 0)] * 4]
    return iup_delta(variation.coordinates, at, ends)


def _joined(variation: TupleVariation, zero: Points, letter: Points, scale: tuple[float, float]) -> TupleVariation:
    """The moves of the new zero: its outside, the inside of the letter in the zero's measure, and its edges."""
    inside = [(otRound(x * scale[0]), otRound(y * scale[1])) for x, y in letter[OUTSIDE:-4]]
    moves = [*zero[:OUTSIDE], *inside, *zero[-4:]]
    return TupleVariation(variation.axes, [(otRound(x), otRound(y)) for x, y in moves])


if __name__ == "__main__":
    main()
