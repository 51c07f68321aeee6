"""The template tags that pages are built with."""

import datetime as dt

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from livinglab.core.templatetags.lab import breakable, form_control, hyphenate, json_ld

SHY = "\u00ad"


class PersonForm(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zoals op je badge.")
    organisation = forms.CharField(label="Organisatie", required=False)
    wants_report = forms.BooleanField(label="Mail me het verslag", required=False)


def test_a_long_compound_may_break_between_its_parts():
    assert hyphenate("Ketenverantwoordelijkheid") == f"Keten{SHY}verantwoordelijk{SHY}heid"


@pytest.mark.parametrize("word", ["Asfalt", "Verkeersborden", "wegen", "Schoonmaak"])
def test_a_word_that_fits_is_left_alone(word):
    assert hyphenate(word) == word


def test_hyphens_do_not_make_a_title_safe():
    html = Template("{% load lab %}{{ plain|hyphenate }}{{ marked|hyphenate }}").render(
        Context({"plain": "<b>", "marked": mark_safe("<mark>weg</mark>")})
    )
    assert html == "&lt;b&gt;<mark>weg</mark>"


def test_an_address_may_break_before_its_at_sign_and_is_escaped():
    assert breakable("a@b.nl") == "a<wbr>@b.nl"
    assert "<script>" not in breakable("<script>@b.nl")
    assert isinstance(breakable("a@b.nl"), SafeString)


def test_a_control_is_tied_to_its_help_and_its_error():
    form = PersonForm({"name": "", "organisation": ""})
    html = form_control(form["name"])
    assert 'aria-describedby="id_name-help id_name-error"' in html
    assert 'aria-invalid="true"' in html
    assert "utrecht-textbox" in html
    assert "aria-" not in form_control(form["organisation"])


def test_a_field_says_that_it_is_optional_and_what_is_wrong():
    form = PersonForm({"name": "", "organisation": ""})
    wrong = render_to_string("components/field.html", {"field": form["name"]})
    assert 'id="id_name-error"' in wrong
    assert 'id="id_name-help"' in wrong
    assert "ll-field__optional" not in wrong
    assert "ll-field__optional" in render_to_string("components/field.html", {"field": form["organisation"]})


def test_the_error_summary_takes_focus_and_leads_to_the_field():
    html = render_to_string("components/error_summary.html", {"form": PersonForm({"name": ""})})
    assert 'tabindex="-1" autofocus' in html
    assert 'href="#id_name"' in html


def test_linked_data_cannot_end_its_element():
    assert "</script><b>" not in json_ld({"name": "</script><b>"})


def test_the_page_of_a_broken_site_asks_nothing_of_the_database():
    # Without the django_db mark every query fails this test.
    assert "<h1" in render_to_string("pages/500.html")


def test_a_box_to_tick_stands_before_its_words():
    html = render_to_string("components/field.html", {"field": PersonForm()["wants_report"]})
    assert html.index("<input") < html.index("Mail me het verslag")
    assert html.count("Mail me het verslag") == 1
    assert "ll-field__optional" not in html


@pytest.mark.parametrize(
    ("moment", "shown"),
    [(dt.datetime(2026, 12, 10, 12, 30, 1, 902567, tzinfo=dt.UTC), "2026-12-10T13:30+01:00"), (None, "")],
)
def test_a_moment_for_machines_is_local_and_has_no_microseconds(moment, shown):
    assert Template("{% load lab %}{{ moment|iso }}").render(Context({"moment": moment})) == shown
