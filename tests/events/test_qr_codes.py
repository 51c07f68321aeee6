"""The code for the door: in the mail and on the private page of who has a seat at a place."""

import email
import email.policy
import struct
import zlib

import pytest
from django.core import mail
from django.urls import reverse

from events import qr_codes
from events.links import CHECK_IN, SIGN_UP
from events.mailing import delivery
from events.models import MeetingPage, OutgoingMail, SignUp
from livinglab.core.mail.signed_links import make_token, url_of
from tests.events import crowd

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(meeting_page):
    return crowd.join(meeting_page.translation_key, 1)


def sent() -> email.message.EmailMessage:
    delivery.deliver(OutgoingMail.objects.order_by("-pk").first().pk)
    return email.message_from_bytes(mail.outbox[-1].message().as_bytes(), policy=email.policy.default)


def pictures(message) -> list[email.message.EmailMessage]:
    return [part for part in message.walk() if part.get_content_type() == "image/png"]


def pixels(png: bytes) -> list[list[bool]]:
    """Rows of dark pixels of a black-and-white PNG, read without the library that wrote it."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, data, header = 8, b"", b""
    while place < len(png):
        (length,), kind = struct.unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        content = png[place + 8 : place + 8 + length]
        header, data = (content if kind == b"IHDR" else header), data + (content if kind == b"IDAT" else b"")
        place += length + 12
    width, height, depth = struct.unpack(">IIB", header[:9])
    assert depth == 1
    raw, stride, rows = zlib.decompress(data), (width + 7) // 8 + 1, []
    above = bytes(stride - 1)
    for number in range(height):
        kind, *line = raw[number * stride : (number + 1) * stride]
        assert kind in (0, 2), "as it is, or the difference with the line above"
        above = bytes((byte + (over if kind else 0)) % 256 for byte, over in zip(line, above, strict=True))
        rows.append([not (above[x // 8] >> (7 - x % 8)) & 1 for x in range(width)])
    return rows


def test_the_confirmation_shows_the_code_without_asking_our_site(row):
    message = sent()
    (picture,) = pictures(message)
    html = message.get_body(("html",)).get_content()
    assert f"cid:{picture['Content-ID'].strip('<>')}" in html
    assert picture.get_content_disposition() == "inline"
    assert 'src="http' not in html
    assert reverse("events:manage", args=[make_token(row, SIGN_UP)]) in message.get_body(("plain",)).get_content()


def test_the_picture_has_the_three_corners_and_the_white_edge_that_readers_look_for(row):
    (picture,) = pictures(sent())
    rows = pixels(picture.get_content())
    size = len(rows)
    assert size == len(rows[0])
    scale = 6
    modules = [row[scale // 2 :: scale] for row in rows[scale // 2 :: scale]]
    edge = len(modules)
    assert not any(any(line) for line in modules[:4] + modules[-4:])
    ring = [True, False, True, True, True, False, True]
    for top, left in ((4, 4), (4, edge - 11), (edge - 11, 4)):
        assert modules[top + 3][left : left + 7] == ring
        assert [modules[top + step][left + 3] for step in range(7)] == ring


def test_the_code_on_the_page_is_the_same_as_in_the_mail(client, row):
    shown = client.get(reverse("events:manage", args=[make_token(row, SIGN_UP)])).content.decode()
    assert qr_codes.code_as_svg(row) in shown
    assert "style=" not in qr_codes.code_as_svg(row)


def test_it_holds_the_address_at_the_desk_and_nothing_of_the_person(row):
    address = url_of(CHECK_IN, row)
    assert address.endswith(reverse("sign_ups:check_in_by_code", args=[make_token(row, CHECK_IN)]))
    assert "bezoeker" not in address


@pytest.mark.parametrize(
    ("changes", "form"),
    [
        ({"state": "waiting", "confirmed_at": None}, "physical"),
        ({"state": "cancelled", "cancelled_at": "2026-01-01T00:00Z"}, "physical"),
        ({"held_until": "2036-01-01T00:00Z"}, "physical"),
        ({"attendance": "online"}, "online"),
    ],
)
def test_who_has_no_seat_or_no_door_gets_no_code(client, meeting_page, row, changes, form):
    SignUp.objects.update(**changes)
    MeetingPage.objects.update(form=form)
    row.refresh_from_db()
    assert not qr_codes.has_code(row)
    assert "ll-code" not in client.get(reverse("events:manage", args=[make_token(row, SIGN_UP)])).content.decode()
    if form == "online":
        assert pictures(sent()) == []
