"""What strangers send costs no more than what people send: every field, parameter and body has a bound.

Times are ratios: of the processor time that hostile input takes to that of ordinary input of the same form.
"""

import contextlib
import gc
import time
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from events.links import SIGN_UP
from events.public.forms import AnswersForm, InterestForm, SignUpForm
from livinglab.accounts.forms import LogInForm, PasswordResetForm
from livinglab.core.http.request_limits import LARGEST_BODY, LARGEST_PUBLIC_BODY, LONGEST_QUERY
from livinglab.core.mail.signed_links import make_token
from livinglab.provision.roles import EDITOR
from livinglab.search import facets
from livinglab.taxonomy.models import Category, Organisation, Theme
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

# Each grows when it is normalised, is slow to look through, or is no text at all.
UNITS = {
    "one that becomes eighteen": "\ufdfa",
    "direction": "\u202e\u2066a",
    "NUL": "\x00a",
    "accents on one letter": "\u0301\u0327",
    "letters in parts": "\u1112\u1161\u11ab",
    "dots": "a.",
    "hyphens": "a-",
    "words": "a ",
    "brackets": "<a>",
    "long word": "a",
    "percent": "%",
}
FORM = "application/x-www-form-urlencoded"
ORDINARY = {"name": "Noor de Wit", "email": "noor@buren.example", "username": "noor@buren.example", "q": "asfalt"}


def processor_time(action: Callable[[], object]) -> float:
    """Seconds of processor time, without what the rest of the process does meanwhile."""
    gc.collect(0)
    gc.disable()  # a full collection looks through all that the tests before this one left
    try:
        started = time.thread_time()
        action()
        return time.thread_time() - started
    finally:
        gc.enable()


def ordinary_time(ordinary: Callable[[], object]) -> float:
    """What ordinary input takes at best. A first one warms what is read once."""
    ordinary()
    return min(processor_time(ordinary) for _ in range(3))


def assert_no_dearer(hostile: Callable[[], object], base: float, *, ratio: float, what: str) -> None:
    """Hostile input may take `ratio` times as long as ordinary input, and a few milliseconds for being larger."""
    most = ratio * base + 0.02
    took = processor_time(hostile)
    for _ in range(2):  # what else the machine does may slow down one try, not all
        if took > most:
            took = min(took, processor_time(hostile))
    assert took <= most, f"{what}: {took * 1000:.0f} ms in place of {base * 1000:.1f}"


def filled(unit: str, size: int) -> str:
    """So many bytes of it, as UTF-8."""
    return unit * (size // len(unit.encode()))


# -- Forms ------------------------------------------------------------------------------------------
def public_forms() -> list[type[forms.Form]]:
    """The forms that anybody can send."""
    return [SignUpForm, InterestForm, AnswersForm, LogInForm, PasswordResetForm]


def cleaned_form(form_class: type[forms.Form], data: dict[str, str]) -> forms.Form:
    options = {SignUpForm: {"meeting": "x"}, InterestForm: {"subject": "x"}}.get(form_class, {})
    form = form_class(data=data, **options)
    for name in form.fields:
        form.fields[name].required = False
    for name, field in form.fields.items():  # each by itself, since one that fails hides what others cost
        with contextlib.suppress(forms.ValidationError):
            field.clean(data.get(name))
    return form


FIELDS = [
    (form_class, name)
    for form_class in public_forms()
    for name, field in form_class.base_fields.items()
    if not isinstance(field, forms.BooleanField)
]


@pytest.mark.parametrize(("form_class", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_of_a_public_form_is_bounded_and_cheap(form_class, name):
    field = form_class.base_fields[name]
    if not isinstance(field, forms.ChoiceField):
        assert field.max_length or name == "password", "a text without a bound"
    base = ordinary_time(lambda: cleaned_form(form_class, ORDINARY))
    for kind, unit in UNITS.items():
        hostile = {**ORDINARY, name: filled(unit, 2_000_000)}
        assert_no_dearer(
            lambda hostile=hostile: cleaned_form(form_class, hostile),
            base,
            ratio=5,
            what=f"{name}, {kind}",
        )
        # As long as a body may be: what passes the first look.
        for length in (4 * (field.max_length or 100), field.max_length or 100) if hasattr(field, "max_length") else ():
            short = {**ORDINARY, name: (unit * length)[:length]}
            assert_no_dearer(
                lambda short=short: cleaned_form(form_class, short),
                base,
                ratio=5,
                what=f"{length} of {name}, {kind}",
            )


# -- Addresses that post -----------------------------------------------------------------------------
@pytest.fixture
def posting() -> list[str]:
    """Every public address that takes a form."""
    meeting = MeetingPageFactory(capacity=5)
    key = meeting.translation_key
    token = make_token(crowd.join(key, 1), SIGN_UP)
    return [
        reverse("events:sign_up", args=[key]),
        reverse("events:interest_theme", args=[Theme.objects.first().slug]),
        *(reverse(f"events:{name}", args=[token]) for name in ("manage", "answers", "cancel")),
        reverse("events:interest", args=["x"]),
        reverse("search:count_click"),
        reverse("wagtailadmin_login"),
        reverse("wagtailadmin_password_reset"),
        "/",
        "/nergens/",
    ]


def multipart(value: str, *, as_file: bool) -> tuple[bytes, str]:
    name = 'name="name"; filename="a.txt"' if as_file else 'name="name"'
    body = f"--grens\r\nContent-Disposition: form-data; {name}\r\n\r\n{value}\r\n--grens--\r\n"
    return body.encode(), "multipart/form-data; boundary=grens"


@pytest.mark.parametrize("as_file", [False, True])
def test_a_body_that_no_form_can_mean_is_refused_before_it_is_read(posting, as_file):
    body, content_type = multipart("a" * LARGEST_PUBLIC_BODY, as_file=as_file)
    for address in posting:
        for client in (Client(), Client(enforce_csrf_checks=True)):
            answer = client.generic("POST", address, body, content_type=content_type)
            assert answer.status_code == 413, address
            assert '<html lang="nl"' in answer.content.decode()
            assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    answer = Client().generic("POST", "/en/", body, content_type=content_type)
    assert '<html lang="en"' in answer.content.decode()


def test_a_large_form_is_answered_as_quickly_as_a_small_one(posting):
    for address in posting[:2]:
        client = Client()
        base = ordinary_time(lambda client=client, address=address: client.post(address, ORDINARY))
        for kind in ("one that becomes eighteen", "direction", "accents on one letter", "dots"):
            unit = UNITS[kind]
            names = ("name", "email", "organisation", "question", "needs")
            hostile = {name: filled(unit, 4000) for name in names}
            body = urlencode(hostile)[: LARGEST_PUBLIC_BODY - 1]
            assert_no_dearer(
                lambda client=client, address=address, body=body: client.generic("POST", address, body, FORM),
                base,
                ratio=4,
                what=f"{address}, {kind}",
            )


def test_an_editor_may_send_more_but_not_all(client):
    editor = client_of(somebody(EDITOR))
    address = reverse("wagtaildocs:add")
    body, content_type = multipart("a" * LARGEST_PUBLIC_BODY, as_file=True)
    assert editor.generic("POST", address, body, content_type=content_type).status_code == 200
    assert client.generic("POST", address, body, content_type=content_type).status_code == 413
    # Only the length is looked at.
    assert editor.generic("POST", address, b"", CONTENT_LENGTH=str(LARGEST_BODY + 1)).status_code == 413


# -- Parameters -------------------------------------------------------------------------------------
def test_an_address_that_no_list_can_mean_is_refused():
    for address in ("/zoeken/", "/zoeken/suggesties/", "/voorbeelden/", "/kalender/alles.ics", "/", "/documenten/1/x"):
        answer = Client().get(address, {"q": "a" * LONGEST_QUERY})
        assert answer.status_code == 414, address
        assert '<html lang="nl"' in answer.content.decode()


def test_every_parameter_is_cheap():
    names = ("page", "sort", "format", *(facet.code for facet in facets.all_facets()))
    client = Client()
    base = ordinary_time(lambda: client.get("/zoeken/", {"q": "asfalt"}))
    for kind, unit in UNITS.items():
        # The text by itself, since one that finds something hides what others cost; the others together.
        for query in ({"q": unit * 2000}, dict.fromkeys(names, unit * 300)):
            hostile = urlencode(query).replace("%00", "")[: LONGEST_QUERY - 100].rpartition("%")[0]
            assert_no_dearer(
                lambda hostile=hostile: client.get("/zoeken/", QUERY_STRING=hostile),
                base,
                ratio=4,
                what=f"{[*query]}, {kind}",
            )


def test_a_page_with_every_choice_made_is_not_much_larger():
    pairs = [("theme", theme.slug) for theme in Theme.objects.all()]
    pairs += [("category", category.slug) for category in Category.objects.all()]
    pairs += [("organisation", organisation.slug) for organisation in Organisation.objects.all()[:60]]
    for facet in facets.all_facets():
        pairs += [(facet.code, value) for value, _label in getattr(facet, "choices", ())]
    untouched = len(Client().get("/zoeken/", {"q": "asfalt"}).content)
    answer = Client().get("/zoeken/", QUERY_STRING=urlencode(pairs))
    assert answer.status_code == 200
    assert "eerste 40" in answer.content.decode()
    assert len(answer.content) < untouched + 200_000
