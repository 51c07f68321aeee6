"""The columns that hold an address have it in one form, whoever writes it: forms, the shell, imports, a migration."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from livinglab.accounts.models import User
from livinglab.core.fields.email_addresses import normalise_column
from livinglab.provision import roles
from livinglab.taxonomy.models import Person
from tests.people import PASSWORD, client_of, somebody

pytestmark = pytest.mark.django_db

TYPED, STORED = " Jan@FAẞ.example ", "jan@xn--fa-hia.example"


def test_a_colleague_has_one_form_at_every_door() -> None:
    saved = Person.objects.create(name="Jan", email=TYPED)
    Person.objects.bulk_create([Person(name="Piet", email=TYPED)])
    Person.objects.filter(pk=saved.pk).update(email=TYPED)
    assert set(Person.objects.values_list("email", flat=True)) == {STORED}
    assert Person.objects.filter(email=TYPED).count() == 2
    assert Person.objects.filter(email="no address").count() == 0
    form = client_of(somebody(roles.ADMINISTRATOR)).post(
        reverse(Person.snippet_viewset.get_url_name("add")), {"name": "Ann", "email": "ann@printer.local"}
    )
    assert "email" in form.context["form"].errors
    assert "ann@printer.local" in form.content.decode()


@pytest.mark.parametrize("typed", ["jan", "jan@localhost", "jan@buren..nl"])
def test_what_is_no_address_is_refused_by_the_shell_too(typed) -> None:
    for make in (lambda: Person.objects.create(name="Jan", email=typed), lambda: User.objects.create_user(typed)):
        with pytest.raises(ValidationError):
            make()


def test_a_user_logs_in_however_the_address_is_typed(client) -> None:
    user = User.objects.create_superuser(TYPED, PASSWORD)
    assert User.objects.get(pk=user.pk).email == STORED
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("jan@faß.example")
    for typed in (TYPED, STORED.upper(), "jan@faß.example"):
        answer = client.post(reverse("wagtailadmin_login"), {"username": typed, "password": PASSWORD})
        assert answer.status_code == 302, typed
        client.logout()


def test_what_is_stored_already_gets_the_form_unless_somebody_else_has_it() -> None:
    for name, email in (("Jan", "jan@x.example"), ("Piet", "piet@x.example")):
        User.objects.create_user(email, first_name=name)
    with connection.cursor() as cursor:  # past the field
        cursor.execute("UPDATE accounts_user SET email = 'piet@faß.example' WHERE email = 'piet@x.example'")
        cursor.execute("UPDATE accounts_user SET email = 'jan@localhost' WHERE email = 'jan@x.example'")
    normalise_column(User, "email", "default")
    assert set(User.objects.values_list("email", flat=True)) >= {"piet@xn--fa-hia.example", "jan@localhost"}
