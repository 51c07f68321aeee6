"""Mail: one function builds it; in development it stays on this machine."""

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import RequestFactory

from livinglab.core import outbox


@pytest.fixture
def kept(settings, tmp_path):
    settings.LIVINGLAB_OUTBOX = tmp_path
    mail = EmailMultiAlternatives("Je plek is zeker", "Beste Ada", to=["ada@example.org"])
    mail.attach_alternative("<p style='color:red'>Beste Ada</p>", "text/html")
    assert outbox.OutboxBackend().send_messages([mail]) == 1
    return next(tmp_path.glob("*.eml"))


def test_a_sent_mail_can_be_read_back(kept):
    mail = outbox._read(kept)
    assert (mail.subject, mail.to) == ("Je plek is zeker", "ada@example.org")
    assert mail.text.strip() == "Beste Ada"
    assert "<p" in mail.html


def test_the_html_of_a_mail_is_shown_under_a_policy_of_its_own(kept):
    response = outbox.outbox_html(RequestFactory().get("/"), kept.stem)
    assert b"Beste Ada" in response.content
    assert "script-src" not in str(response._csp_replace)


@pytest.mark.parametrize("name", ["../secret", "1-2-3", "nothing", "12-99"])
def test_only_kept_mails_can_be_asked_for(kept, name):
    from django.http import Http404

    with pytest.raises(Http404):
        outbox.outbox_html(RequestFactory().get("/"), name)
