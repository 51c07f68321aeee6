"""What somebody typed stays text wherever it is shown: in pages, feeds, calendars, files, mail and the admin."""

from collections.abc import Iterator

import pytest
from django import forms
from django.apps import apps
from django.db import connection, models, transaction
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from wagtail.fields import RichTextField, StreamField

from livinglab.provision.roles import ADMINISTRATOR
from livinglab.search.rebuild import rebuild_index
from tests.people import client_of, somebody
from tests.test_hostile_pages import ELSEWHERE, MARK, assert_is_text, judge, public

pytestmark = pytest.mark.django_db

OURS = ("casestudies", "events", "taxonomy", "pages", "core", "search")
PLAIN = (models.CharField, models.TextField)
NO_TEXT = (models.SlugField, models.URLField, models.EmailField, RichTextField, StreamField, models.FileField)
"""Fields with a form of their own: nothing can store other text in them, or their markup is meant and cleaned."""
NOT_TYPED = {"email", "phone", "url_path", "kind", "language", "icon", "colour", "map_url", "online_url"}
MARKUP = f'"><b {MARK}>x</b>'
LONG = f"Tekst {MARKUP}</script></style></textarea></title><script {MARK}>alert(1)</script>' onmouseover='alert(1)' x='"
KEY = "123456"
NOT_OURS_TO_JUDGE = ("healthz", "wagtailadmin_sprite")
"""Nothing runs here that could be well, and Wagtail's drawings are HTML that calls itself SVG."""
OURS_IN_ADMIN = ("sign_ups:", "desk_", "follow_up_answer", "grow_", "poor_", "failed_", "wagtailadmin_home")


def columns_of_text() -> Iterator[tuple[type[models.Model], str, int]]:
    """The columns in which people type, of all our models, with how much fits in them."""
    for model in apps.get_models():
        if model._meta.app_label in OURS and model._meta.managed:
            for one in model._meta.local_fields:
                is_text = isinstance(one, PLAIN) and not isinstance(one, NO_TEXT)
                if is_text and one.editable and not one.choices and not one.unique and one.name not in NOT_TYPED:
                    yield model, one.column, one.max_length or 500


def fill_with_markup() -> int:
    """Put markup into every text that is not empty, past forms and models; returns how many rows have it."""
    changed = 0
    for model, column, room in columns_of_text():
        value = LONG if room >= len(LONG) + len(KEY) else MARKUP
        key = model._meta.pk.column  # first, since some names have to be unique
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"""UPDATE "{model._meta.db_table}" SET "{column}" = left("{key}" || %s, %s) WHERE "{column}" > ''""",
                [value, room],
            )
            changed += cursor.rowcount
    return changed


@pytest.mark.thorough
def test_stored_text_is_shown_as_text(every_object):
    addresses = [one for one in public(every_object) if not one.id.startswith(NOT_OURS_TO_JUDGE)]
    with translation.override("nl"):
        assert fill_with_markup() > 40
        rebuild_index()
    seen = 0
    administrator = client_of(somebody(ADMINISTRATOR, name="Kijker"))
    asked = [(Client(), one) for one in addresses]
    asked += [(administrator, one) for one in every_object.addresses() if one.id.startswith(OURS_IN_ADMIN)]
    for client, one in asked:
        answer = client.get(one.path)
        judge(answer, one.path, one.id)
        seen += not answer.streaming and MARK in answer.content.decode(errors="replace")
    assert seen > 40, "too few pages show what was stored"


@pytest.mark.thorough
def test_answers_say_their_charset_and_no_other_site_may_read_them(every_object):
    """But for open data, which knows no user and is the same for everybody."""
    for one in public(every_object):
        answer = Client().get(one.path, headers={"Origin": f"https://{ELSEWHERE}"})
        kind = answer.headers.get("Content-Type", "")
        if kind.startswith("text/") or kind.partition(";")[0].endswith(("xml", "+xml")):
            assert "charset=utf-8" in kind.lower().replace('"', ""), (one.id, kind)
        if not one.path.startswith("/api"):
            assert "Access-Control-Allow-Origin" not in answer.headers, one.id


def test_a_help_text_is_text():
    """It may name what an editor typed, such as a unit: only what `format_html` made is markup."""
    field = forms.CharField(help_text=f"Beloofd: 50 {MARKUP}")
    bound = type("Asked", (forms.Form,), {"realised": field})()["realised"]
    shown = render_to_string("components/field.html", {"field": bound})
    assert "Beloofd: 50" in shown
    assert_is_text(f"<!doctype html><title>x</title>{shown}", shown)
