"""An administrator who is no superuser has no power over one, whichever door they try."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.urls import reverse
from wagtail.log_actions import LogContext

from livinglab.accounts.models import User
from livinglab.core.editing.refusals import RefusedError
from livinglab.provision.roles import ADMINISTRATOR, EDITOR
from tests.accounts.test_log_in import choose_password, log_in
from tests.people import PASSWORD, client_of, somebody

pytestmark = pytest.mark.django_db
STRONG = "kastanje fluit stoep zeven"


@pytest.fixture
def administrator():
    return somebody(ADMINISTRATOR)


@pytest.fixture
def superuser():
    return User.objects.create_superuser("alles@example.nl", PASSWORD, first_name="Al", last_name="Les")


def state_of(user: User) -> tuple:
    user = User.objects.get(pk=user.pk)
    return (
        user.email,
        user.password,
        user.is_superuser,
        user.is_active,
        sorted(user.groups.values_list("name", flat=True)),
    )


def bulk(action: str, user: User) -> str:
    return f"{reverse('wagtail_bulk_action', args=['accounts', 'user', action])}?id={user.pk}"


def test_no_form_and_no_bulk_action_changes_one(administrator, superuser):
    before = state_of(superuser)
    client = client_of(administrator)
    editors = Group.objects.get(name=EDITOR).pk
    new = {"email": "dief@example.nl", "first_name": "X", "last_name": "X", "password1": STRONG, "password2": STRONG}
    client.post(reverse("wagtailusers_users:edit", args=[superuser.pk]), new)
    client.post(reverse("wagtailusers_users:delete", args=[superuser.pk]))
    client.post(bulk("delete", superuser))
    client.post(bulk("assign_role", superuser), {"role": editors})
    client.post(bulk("set_active_state", superuser), {"mark_as_active": "False"})
    assert state_of(superuser) == before


def test_nobody_makes_one_of_another_or_of_themselves(administrator):
    client, editor = client_of(administrator), somebody(EDITOR)
    for user in (editor, administrator):
        group = user.groups.get().pk
        data = {"email": user.email, "first_name": "X", "last_name": "X", "is_active": "on", "is_superuser": "on"}
        client.post(reverse("wagtailusers_users:edit", args=[user.pk]), data | {"groups": [group]})
    data = {"email": "nieuw@example.nl", "first_name": "N", "last_name": "N", "is_superuser": "on"}
    client.post(reverse("wagtailusers_users:add"), data | {"groups": [Group.objects.get(name=EDITOR).pk]})
    assert User.objects.filter(email="nieuw@example.nl").exists()
    assert not User.objects.filter(is_superuser=True).exists()


def test_the_model_refuses_whoever_is_at_work(administrator, superuser):
    editor = somebody(EDITOR)
    group = Group.objects.get(name=EDITOR)
    editor.is_superuser = True
    superuser_changed = User.objects.get(pk=superuser.pk)
    superuser_changed.is_superuser = False
    attempts = [
        editor.save,
        superuser_changed.save,
        superuser.delete,
        User.objects.filter(pk=superuser.pk).delete,
        lambda: superuser.groups.add(group),
        lambda: group.user_set.add(superuser),
    ]
    for attempt in attempts:
        with LogContext(user=administrator), pytest.raises(RefusedError), transaction.atomic():
            attempt()
    assert User.objects.filter(is_superuser=True).get() == superuser


def test_a_superuser_manages_superusers(superuser):
    other = User.objects.create_superuser("ook@example.nl", PASSWORD)
    data = {"email": "anders@example.nl", "first_name": "O", "last_name": "K", "is_active": "on", "is_superuser": "on"}
    assert client_of(superuser).post(reverse("wagtailusers_users:edit", args=[other.pk]), data).status_code == 302
    assert User.objects.get(pk=other.pk).email == "anders@example.nl"


def test_an_administrator_still_manages_the_others(administrator):
    editor = somebody(EDITOR)
    client_of(administrator).post(bulk("set_active_state", editor), {"mark_as_active": "False"})
    assert not User.objects.get(pk=editor.pk).is_active


# -- The first one ------------------------------------------------------------------------------------
def test_the_first_administrator_chooses_a_password_with_a_link(capsys):
    call_command("first_administrator", "Karin@Gemeente.example")
    shown = capsys.readouterr().out
    user = User.objects.get(email="karin@gemeente.example")
    assert (user.is_superuser, user.password) == (True, "")
    link = shown.strip().splitlines()[-1]
    choose_password("/" + link.split("/", 3)[3], STRONG)
    assert log_in(user.email, STRONG).status_code == 302


def test_nobody_becomes_it_with_an_address_that_is_none(capsys):
    with pytest.raises(CommandError):
        call_command("first_administrator", "karin")
    assert not User.objects.exists()
