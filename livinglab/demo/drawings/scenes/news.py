"""Pictures of the news: the first half."""

from livinglab.demo.drawings import colours as c
from livinglab.demo.drawings.buildings import pane, playground
from livinglab.demo.drawings.canvas import at, band, circle, ellipse, group, line, path, polygon, rect, ring, stroke
from livinglab.demo.drawings.indoors import bucket, cup, desk, meeting_table, office_chair
from livinglab.demo.drawings.land import cloud, distance, meadow, sky, village
from livinglab.demo.drawings.people import CAST, bust, clipboard, from_behind, in_wheelchair, standing, worker
from livinglab.demo.drawings.plants import flowers, fruit_tree, log_pile, round_tree
from livinglab.demo.drawings.registry import scene
from livinglab.demo.drawings.roads import paving_stack, pipe
from livinglab.demo.drawings.rooms import chart_web, room, screen, window, window_view


@scene
def question_bubbles() -> str:
    """A magnifying glass over a table with cards: a road, a bucket, a tree, a slide."""
    light = c.SUMMER
    return group(
        rect(0, 0, 1200, 800, c.WOOD_LIGHT),
        *(rect(0, i * 100, 1200, 4, c.WOOD, opacity=0.5) for i in range(9)),
        card(
            220,
            300,
            -7,
            c.MIST,
            group(
                polygon([(-20, -80), (20, -80), (80, 100), (-80, 100)], c.ASPHALT),
                *(rect(-4, -60 + i * 50, 8, 28, c.SUN) for i in range(3)),
            ),
        ),
        card(500, 480, 5, c.CREAM, at(0, 80, bucket(c.CLAY, 150))),
        card(760, 290, -4, "#e4ece4", at(0, 100, round_tree(light, 190))),
        card(1010, 520, 8, "#fbe4e6", at(0, 80, playground(c.CLAY, c.SUN), scale=0.4)),
        line(720, 560, 560, 740, c.WOOD_DARK, 44),
        circle(820, 420, 190, c.WHITE, 0.28),
        ring(820, 420, 190, c.DEEP, 26),
        path("M700 330A150 150 0 0 1 800 262", "none") + stroke("M700 350A140 140 0 0 1 800 282", c.WHITE, 12),
    )


@scene
def eight_chairs_one_page() -> str:
    """Eight chairs round a table with one sheet; a map with eight flags on the wall."""
    flags = ((330, 190), (450, 250), (520, 160), (600, 230), (690, 180), (760, 270), (840, 200), (650, 300))
    return group(
        room("#f0e8da", "#a97e57", 500),
        rect(230, 80, 740, 290, "#b9d3b4", r=12),
        band(
            [(230, 220), (450, 200), (700, 250), (970, 210)],
            [(230, 262), (450, 242), (700, 296), (970, 254)],
            "#2a729c",
        ),
        band(
            [(230, 316), (500, 330), (760, 310), (970, 336)],
            [(230, 340), (500, 356), (760, 334), (970, 358)],
            "#2a729c",
        ),
        *(
            at(
                x,
                y,
                line(0, 0, 0, -44, c.INK, 5),
                path("M0 -44L34 -32L0 -20Z", (c.CLAY, c.SUN, c.BLOSSOM, c.RIVER)[i % 4]),
            )
            for i, (x, y) in enumerate(flags)
        ),
        *(at(160 + i * 292, 600, office_chair((c.RIVER, c.CLAY, c.GRASS, c.SUN)[i]), scale=1.05) for i in range(4)),
        ellipse(600, 690, 520, 110, c.INK, 0.12),
        ellipse(600, 660, 500, 100, c.WOOD_DARK),
        ellipse(600, 640, 500, 100, c.WOOD_LIGHT),
        at(
            600,
            640,
            polygon([(-120, -34), (110, -44), (134, 34), (-120, 44)], c.WHITE),
            *(line(-86, -14 + i * 18, 80 - i * 18, -20 + i * 18, c.SOFT, 6) for i in range(3)),
        ),
        *(
            at(150 + i * 300, 836, rect(-70, -150, 140, 150, (c.TEAL, c.BLOSSOM, c.DEEP, c.CLAY)[i], r=34))
            for i in range(4)
        ),
    )


@scene
def thin_tender_thick_tender() -> str:
    """Scales: the thin pile of paper outweighs the thick one."""
    return group(
        rect(0, 0, 1200, 800, "#f3e4d7"),
        circle(600, 380, 330, "#f9efe5"),
        rect(0, 660, 1200, 140, "#c9a57c"),
        ellipse(600, 690, 200, 22, c.INK, 0.16),
        polygon([(500, 690), (700, 690), (640, 640), (560, 640)], c.DEEP),
        rect(588, 210, 24, 440, c.DEEP),
        circle(600, 200, 30, c.CLAY),
        line(240, 320, 960, 120, c.DEEP, 18),
        line(240, 320, 150, 520, c.STEEL_DARK, 5),
        line(240, 320, 330, 520, c.STEEL_DARK, 5),
        line(960, 120, 870, 320, c.STEEL_DARK, 5),
        line(960, 120, 1050, 320, c.STEEL_DARK, 5),
        path("M120 520H360Q340 580 240 580Q140 580 120 520Z", c.RIVER),
        path("M840 320H1080Q1060 380 960 380Q860 380 840 320Z", c.RIVER),
        at(240, 522, pile(4, 170), path("M-14 -70C-18 -100 8 -108 26 -104C28 -82 14 -64 -14 -70Z", c.GREEN)),
        at(960, 322, pile(22, 170)),
        at(1090, 770, standing(CAST["job"], "up"), scale=1.3),
        at(120, 776, standing(CAST["dewi"], "hip"), scale=1.3),
    )


@scene
def yard_of_second_chances() -> str:
    """A yard with racks of doors, posts, clinkers and beams; two people with a list."""
    light = c.SPRING
    return group(
        sky(light, sun=(170, 120), size=46),
        cloud(light, 800, 120, 1.2),
        distance(light, 400, 6),
        rect(0, 430, 1200, 380, "#d2c8b4"),
        path("M0 600Q600 560 1200 610V800H0Z", "#c4b9a3"),
        line(60, 210, 60, 560, c.CLAY, 14),
        line(560, 210, 560, 560, c.CLAY, 14),
        line(310, 210, 310, 560, c.CLAY, 14),
        *(rect(50, y, 520, 14, c.CLAY) for y in (330, 450, 550)),
        *(rect(80 + i * 54, 214, 44, 116, (c.RIVER, c.GRASS, c.SUN, c.CREAM)[i % 4], r=3) for i in range(4)),
        *(at(340 + i * 70, 330, pane(-26, -96, 52, 90, frame=c.WOOD)) for i in range(3)),
        *(rect(80, 376 + i * 26, 210, 18, c.WOOD, r=2) for i in range(3)),
        *(at(430, 450 - i * 20, rect(-110, -16, 220, 16, c.STEEL, r=8)) for i in range(4)),
        at(180, 550, paving_stack(3), scale=0.9),
        at(430, 550, paving_stack(3, ("#c98262", "#d19471", c.BRICK)), scale=0.9),
        at(960, 560, pipe(220, 60), scale=1),
        at(880, 690, log_pile(3), scale=1.2),
        at(640, 770, standing(CAST["anna"], "hold", at(10, -94, clipboard())), scale=1.6),
        at(780, 776, standing(worker("chris"), "point"), scale=1.6),
    )


@scene
def reading_the_tender_aloud() -> str:
    """Two specialists at a table: one reads aloud, a question mark hangs over the other."""
    return group(
        room("#e4ece4", "#b99f78", 570),
        window(430, 70, 340, 270, window_view(430, 70, 340, 270)),
        at(300, 620, bust(worker("lou"), "front"), scale=2.6),
        at(890, 620, bust(CAST["gea"], "hold"), scale=2.6, flip=True),
        at(600, 830, meeting_table(1080, height=236)),
        at(
            430,
            560,
            polygon([(-70, -90), (60, -110), (84, 20), (-50, 40)], c.WHITE),
            *(line(-44 + i * 4, -62 + i * 24, 44 - i * 6, -76 + i * 24, c.SOFT, 5) for i in range(4)),
        ),
        path(
            "M330 130H520Q550 130 550 160V210Q550 240 520 240H440"
            "L410 280L404 240H330Q300 240 300 210V160Q300 130 330 130Z",
            c.WHITE,
        ),
        *(rect(330, 158 + i * 26, (180, 130, 160)[i], 12, c.SOFT, r=6) for i in range(3)),
        circle(890, 190, 84, c.SUN),
        stroke("M862 168Q862 134 892 134Q924 136 918 168Q900 184 892 204", c.DEEP, 14),
        circle(892, 232, 9, c.DEEP),
        circle(880, 296, 13, c.SUN),
        circle(886, 330, 8, c.SUN),
        at(720, 590, cup(c.CLAY), scale=1.4),
    )


@scene
def students_count_promises() -> str:
    """Three students at a table in the grass tick long lists in the sun."""
    light = c.SUMMER
    return group(
        sky(light, sun=(980, 140), size=80),
        cloud(light, 250, 130, 1),
        distance(light, 420, 6),
        village(light, 600, 436, 0.5, 11),
        meadow(light, 470, 6),
        at(110, 540, fruit_tree(light, 250, seed=3)),
        at(1100, 530, fruit_tree(light, 230, c.SUN, seed=6)),
        at(310, 600, bust(CAST["noa"], "hold"), scale=1.9),
        at(600, 600, bust(CAST["job"], "front"), scale=1.9),
        at(890, 600, bust(CAST["kim"], "hold"), scale=1.9),
        at(600, 760, desk(900, c.WOOD_LIGHT, c.WOOD_DARK, 168)),
        long_list(430, "ggog"),
        long_list(720, "gggg"),
        long_list(1000, "gogg"),
        at(200, 588, cup(c.CLAY), scale=1.2),
        flowers(0, 780, 1200, 20, 26, 5, 1.1),
    )


@scene
def ramp_too_steep() -> str:
    """Someone in a wheelchair at the foot of a very steep ramp; a builder scratches his head."""
    light = c.SANDY
    return group(
        sky(light, sun=(190, 150), size=60),
        cloud(light, 520, 120, 1),
        distance(light, 460, 6),
        rect(0, 560, 1200, 260, "#d8ccb6"),
        rect(720, 150, 480, 470, c.BRICK),
        *(rect(720, 190 + i * 40, 480, 3, c.BRICK_DARK, opacity=0.5) for i in range(10)),
        rect(700, 130, 520, 34, c.DEEP),
        pane(1010, 220, 130, 130),
        rect(790, 240, 130, 200, c.RIVER, r=4),
        rect(712, 440, 300, 180, c.STEEL),
        polygon([(712, 440), (712, 460), (450, 720), (420, 720)], c.STEEL_DARK),
        polygon([(712, 460), (712, 720), (450, 720)], c.STEEL),
        line(700, 370, 440, 640, c.DEEP, 9),
        *(line(690 - i * 84, 382 + i * 86, 690 - i * 84, 458 + i * 84, c.DEEP, 7) for i in range(4)),
        at(300, 730, in_wheelchair(CAST["isa"], "hip"), scale=1.8),
        at(1080, 770, standing(worker("eef", c.WHITE), "up"), scale=1.55),
        at(120, 560, round_tree(light, 230)),
    )


@scene
def full_room_open_door() -> str:
    """A full room seen through an open door; four people wait in the corridor by a clock."""
    return group(
        rect(0, 0, 1200, 800, "#dbe6e1"),
        rect(0, 650, 1200, 150, "#b9a98a"),
        rect(360, 110, 620, 540, c.WOOD_DARK),
        rect(384, 134, 572, 516, "#f6e6d6"),
        rect(384, 540, 572, 110, "#cdbb9a"),
        at(670, 170, screen(300, 180)),
        at(590, 280, chart_web(66)),
        *(
            at(440 + i * 92, 560, from_behind(CAST[n]), scale=0.9)
            for i, n in enumerate(("ben", "hava", "gea", "lou", "kim", "max"))
        ),
        *(
            at(420 + i * 104, 652, from_behind(CAST[n]), scale=1.1)
            for i, n in enumerate(("isa", "job", "anna", "chris", "dewi", "eef"))
        ),
        polygon([(956, 134), (1100, 80), (1100, 730), (956, 650)], c.RIVER),
        circle(1080, 410, 12, c.SUN),
        circle(180, 190, 66, c.DEEP),
        circle(180, 190, 54, c.WHITE),
        stroke("M180 190V150M180 190L206 206", c.INK, 8),
        at(100, 760, standing(CAST["fadil"], "hold"), scale=1.5),
        at(220, 766, standing(CAST["noa"], "hip"), scale=1.5),
        at(330, 770, standing(CAST["eef"], "down"), scale=1.5),
        at(1090, 790, in_wheelchair(CAST["kim"]), scale=1.4, flip=True),
    )


def card(x: float, y: float, turn: float, ground: str, thing: str) -> str:
    """A playing card with a drawing, a little turned."""
    return at(
        x,
        y,
        rect(-110, -140, 220, 280, c.INK, r=18, opacity=0.12),
        rect(-114, -146, 220, 280, ground, r=18),
        thing,
        turn=turn,
    )


def pile(sheets: int, width: float) -> str:
    """A pile of paper on (0, 0)."""
    return group(
        *(
            rect(-width / 2 + (i % 3) * 3, -12 - i * 9, width, 8, c.WHITE if i % 2 else "#dfe6e4", r=2)
            for i in range(sheets)
        )
    )


def long_list(x: float, marks: str) -> str:
    """A list that hangs over the edge of a table; g is a green mark."""
    return at(
        x,
        590,
        polygon([(-50, -20), (46, -24), (56, 120), (-44, 126)], c.WHITE),
        *(
            group(
                line(-30, 2 + i * 26, 20, i * 26, c.SOFT, 5),
                circle(36, i * 26, 8, c.GREEN if mark == "g" else "#e0812f"),
            )
            for i, mark in enumerate(marks)
        ),
    )
