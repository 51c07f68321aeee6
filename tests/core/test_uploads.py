"""Uploads: decided by content; pictures encoded anew."""

import io
import time
import zipfile

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.users.models import UserProfile

from livinglab.core.media import picture_encoding, uploads
from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.core.media.uploads import CHECKS, MAX_SIDE, check_document, cleaned_picture
from livinglab.provision.roles import EDITOR
from tests.people import client_of, somebody

MAKE, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825


def photograph(*, image_format="JPEG", size=(60, 40), orientation=1, name="foto.jpg") -> SimpleUploadedFile:
    """A picture as a telephone makes it: with its maker, its place, and perhaps on its side."""
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = "Telefoon", orientation
    exif[GPS] = {1: "N", 2: (51.0, 53.0, 1.0)}
    content = io.BytesIO()
    Image.new("RGB", size, "#0b4f5c").save(content, image_format, exif=exif)
    return SimpleUploadedFile(name, content.getvalue())


def archive(**entries: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, text in entries.items():
            file.writestr(name, text)
    return content.getvalue()


def office(folder: str, **more: str) -> bytes:
    return archive(**{"[Content_Types].xml": "<Types/>", f"{folder}/document.xml": "<x/>", **more})


GOOD = {
    "notitie.pdf": b"%PDF-1.7\n",
    "brief.docx": office("word"),
    "cijfers.xlsx": office("xl"),
    "praatje.pptx": office("ppt"),
    "brief.odt": archive(mimetype="application/vnd.oasis.opendocument.text"),
    "cijfers.ods": archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    "praatje.odp": archive(mimetype="application/vnd.oasis.opendocument.presentation"),
    "cijfers.csv": b"naam;aantal\nTiel;3\n",
    "lijst.txt": "één regel".encode("cp1252"),
    "agenda.ics": b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n",
}
BAD = {
    "notitie.pdf": b"<html><script>alert(1)</script>",
    "brief.docx": office("xl"),
    "cijfers.xlsx": b"PK not really a zip",
    "brief.odt": archive(mimetype="text/html"),
    "leeg.odt": archive(x="y"),
    "lijst.txt": b"MZ\x00\x00",
    "agenda.ics": b"<html>",
    "kwaad.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "zonder": b"%PDF-1.7",
}


@pytest.mark.parametrize(("name", "content"), GOOD.items())
def test_a_document_that_is_what_it_says_is_accepted(name, content):
    check_document(name, io.BytesIO(content))


@pytest.mark.parametrize(("name", "content"), BAD.items())
def test_a_document_that_is_something_else_is_refused(name, content):
    with pytest.raises(ValidationError):
        check_document(name, io.BytesIO(content))


def test_macros_are_refused():
    with pytest.raises(ValidationError) as refused:
        check_document("brief.docx", io.BytesIO(office("word", **{"word/vbaProject.bin": "x"})))
    assert refused.value.code == "macros"


@pytest.mark.parametrize(
    ("name", "content"),
    {
        "brief.docx": office("word", **{"word/gewoon.bin": "x", "word/_rels/document.xml.rels": '…/vbaProject"'}),
        "sheet.xlsx": archive(
            **{"[Content_Types].xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xl/document.xml": "<x/>"}
        ),
        "sjabloon.docx": office(
            "word",
            **{"word/_rels/a.xml.rels": 'Type="…/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"'},
        ),
        "brief.odt": archive(mimetype="application/vnd.oasis.opendocument.text", **{"Basic/Standard/Module1.xml": "x"}),
        "tabel.ods": archive(
            mimetype="application/vnd.oasis.opendocument.spreadsheet", **{"Scripts/python/kwaad.py": "x"}
        ),
    }.items(),
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_macros_are_found_by_what_they_are(name, content):
    with pytest.raises(ValidationError) as refused:
        check_document(name, io.BytesIO(content))
    assert refused.value.code == "macros"


def animation(frames: int, side: int, image_format: str) -> SimpleUploadedFile:
    """Many frames that pack to nothing."""
    content = io.BytesIO()
    pictures = [Image.new("L", (side, side), number * 9) for number in range(frames)]
    pictures[0].save(content, image_format, save_all=True, append_images=pictures[1:], duration=100, loop=0)
    return SimpleUploadedFile(f"b.{image_format.lower()}", content.getvalue())


@pytest.mark.parametrize("image_format", ["GIF", "WEBP"])
def test_an_animation_that_packs_to_nothing_is_not_decoded(image_format):
    bomb = animation(20, 2000, image_format)
    started = time.process_time()
    with pytest.raises(ValidationError) as refused:
        cleaned_picture(bomb)
    assert refused.value.code == "file_too_many_pixels"
    assert time.process_time() - started < 2


NO_PICTURES = {
    "html.gif": b"GIF89a/*<html><script>alert(1)</script>*/",
    "half.jpg": photograph().read()[:300],
    "niets.png": b"",
    "kort.png": b"\x89PNG\r\n\x1a\n",
    "leeg.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "raar.avif": b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avif" + b"\xff" * 60,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_picture_is_refused_in_words(name):
    upload = SimpleUploadedFile(name, NO_PICTURES[name], content_type="image/png")
    answer = client_of(somebody(EDITOR)).post(
        reverse("wagtailimages:add"), {"title": "x", "description": "x", "file": upload}
    )
    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not LabImage.objects.exists()


def test_a_large_picture_is_decoded_apart_and_a_decoder_that_hangs_is_stopped(monkeypatch):
    large = photograph(size=(3000, 2000))
    assert Image.open(cleaned_picture(large)).size == (3000, 2000)
    monkeypatch.setattr(uploads, "SECONDS", 0.001)
    with pytest.raises(ValidationError):
        cleaned_picture(large)


def test_the_decoder_gets_no_more_memory_than_it_needs(monkeypatch, tmp_path):
    greedy = tmp_path / "greedy.py"
    greedy.write_text(
        "import resource\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({picture_encoding.MEMORY},) * 2)\n"
        "bytearray(4 * 1024**3)\n"
    )
    monkeypatch.setattr(picture_encoding, "__file__", str(greedy))
    with pytest.raises(ValidationError):
        cleaned_picture(photograph(size=(3000, 2000)))


@pytest.mark.django_db
def test_a_portrait_of_a_user_keeps_nothing_that_a_camera_writes(media_of_this_process):
    user = somebody(EDITOR)
    data = {
        "name_email-first_name": "Ria",
        "name_email-last_name": "Test",
        "name_email-email": user.email,
        "locale-preferred_language": "nl",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        "avatar-avatar": photograph(),
    }
    assert client_of(user).post(reverse("wagtailadmin_account"), data).status_code == 302
    with UserProfile.get_for_user(user).avatar.open() as stored:
        assert dict(Image.open(stored).getexif()) == {}


def test_every_allowed_extension_has_a_check():
    assert set(CHECKS) == set(settings.WAGTAILDOCS_EXTENSIONS)
    assert "svg" not in settings.WAGTAILIMAGES_EXTENSIONS


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_keeps_nothing_that_a_camera_writes(image_format):
    cleaned = Image.open(cleaned_picture(photograph(image_format=image_format)))
    assert dict(cleaned.getexif()) == {}
    assert cleaned.size == (60, 40)


def test_a_picture_on_its_side_is_put_upright():
    cleaned = Image.open(cleaned_picture(photograph(orientation=6)))
    assert cleaned.size == (40, 60)


def test_a_huge_picture_becomes_smaller():
    cleaned = Image.open(cleaned_picture(photograph(size=(MAX_SIDE + 1000, 50))))
    assert cleaned.width == MAX_SIDE


def test_an_animation_keeps_its_frames():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("#0b4f5c", "#b4471f", "#2e7031")]
    content = io.BytesIO()
    frames[0].save(content, "GIF", save_all=True, append_images=frames[1:], duration=200, loop=0)
    cleaned = Image.open(cleaned_picture(SimpleUploadedFile("b.gif", content.getvalue())))
    assert cleaned.n_frames == 3


@pytest.mark.django_db
def test_a_picture_is_cleaned_however_it_is_saved():
    image = LabImage.objects.create(
        title="Weg", description="Een weg", file=photograph(orientation=6), width=0, height=0
    )
    image.refresh_from_db()
    with image.file.open() as stored:
        assert dict(Image.open(stored).getexif()) == {}
    assert (image.width, image.height) == (40, 60)


@pytest.mark.django_db
def test_a_document_is_checked_by_its_model():
    document = LabDocument(title="Notitie", file=SimpleUploadedFile("notitie.pdf", b"<html>"))
    with pytest.raises(ValidationError) as refused:
        document.full_clean()
    assert set(refused.value.message_dict) == {"file"}


def test_a_photograph_with_a_second_one_in_it_is_a_photograph():
    content = io.BytesIO()
    first, second = Image.new("RGB", (60, 40), "#0b4f5c"), Image.new("RGB", (60, 40), "#888")
    first.save(content, "MPO", save_all=True, append_images=[second])
    cleaned = Image.open(cleaned_picture(SimpleUploadedFile("foto.jpg", content.getvalue())))
    assert (cleaned.format, cleaned.size) == ("JPEG", (60, 40))


def test_an_archive_that_nobody_can_read_is_refused():
    locked = bytearray(GOOD["brief.odt"])
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(header) + flags] |= 1  # says that it is encrypted
    with pytest.raises(ValidationError):
        check_document("brief.odt", io.BytesIO(bytes(locked)))


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    content = io.BytesIO(GOOD["brief.docx"])
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/nullen.bin", bytes(2_000_000))
    check_document("brief.docx", content)
    monkeypatch.setattr(uploads, "LARGEST_UNPACKED", 1_000_000)
    many = office("word", **{f"word/{number}": "" for number in range(uploads.MOST_PARTS)})
    for bomb in (content, io.BytesIO(many)):
        with pytest.raises(ValidationError):
            check_document("brief.docx", bomb)
