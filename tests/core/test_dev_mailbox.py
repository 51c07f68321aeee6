"""Mail: one function builds it; in development it stays on this machine."""

from email.mime.image import MIMEImage

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import RequestFactory

from livinglab.core.mail import dev_mailbox


@pytest.fixture
def kept(settings, tmp_path):
    settings.LIVINGLAB_OUTBOX = tmp_path
    mail = EmailMultiAlternatives("Je plek is zeker", "Beste Ada", to=["ada@example.org"])
    mail.attach_alternative("<p style='color:red'>Beste Ada</p>", "text/html")
    assert dev_mailbox.DevMailboxBackend().send_messages([mail]) == 1
    return next(tmp_path.glob("*.eml"))


def test_a_sent_mail_can_be_read_back(kept):
    mail = dev_mailbox._read(kept)
    assert (mail.subject, mail.to) == ("Je plek is zeker", "ada@example.org")
    assert mail.text.strip() == "Beste Ada"
    assert "<p" in mail.html


def test_the_html_of_a_mail_is_shown_under_a_policy_of_its_own(kept):
    response = dev_mailbox.mail_as_html(RequestFactory().get("/"), kept.stem)
    assert b"Beste Ada" in response.content
    assert "script-src" not in str(response._csp_replace)


@pytest.mark.parametrize("name", ["../secret", "1-2-3", "nothing", "12-99"])
def test_only_kept_mails_can_be_asked_for(kept, name):
    from django.http import Http404

    with pytest.raises(Http404):
        dev_mailbox.mail_as_html(RequestFactory().get("/"), name)


def test_a_picture_that_travels_with_the_mail_is_shown_in_its_place(settings, tmp_path):
    settings.LIVINGLAB_OUTBOX = tmp_path
    mail = EmailMultiAlternatives("Je code", "Beste Ada", to=["ada@example.org"])
    mail.attach_alternative('<img src="cid:code@lab">', "text/html")
    picture = MIMEImage(b"tekening", "png")
    picture.add_header("Content-ID", "<code@lab>")
    mail.attach(picture)
    dev_mailbox.DevMailboxBackend().send_messages([mail])
    response = dev_mailbox.mail_as_html(RequestFactory().get("/"), next(tmp_path.glob("*.eml")).stem)
    assert b'src="data:image/png;base64,dGVrZW5pbmc="' in response.content
    assert response._csp_replace["img-src"] == ["'self'", "data:"]
