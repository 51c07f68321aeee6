"""Role × address: who comes in where. Every pattern of the resolver is asked for, and each has a rule.

An address that no rule names fails, so whoever adds one says here for whom it is. Only the door is judged: templates
are not rendered. What a page shows to whom, other tests say.
"""

import functools
import itertools
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse
from django.utils.safestring import mark_safe

from livinglab.accounts.models import User
from livinglab.accounts.second_factor import ACCOUNT_PATH
from livinglab.provision import roles
from tests.every_object import Address, EveryObject
from tests.people import PASSWORD, client_of, somebody

pytestmark = pytest.mark.django_db

V, R, S = "visitor", "account without a role", "superuser"
E, M, O, A = roles.EDITOR, roles.MODERATOR, roles.ORGANISER, roles.ADMINISTRATOR  # noqa: E741 - one letter each
EVERYBODY = (V, R, E, M, O, A, S)
STAFF = {E, M, O, A, S}
NOBODY: set[str] = set()

OPEN, LOG_IN, FORBIDDEN, NOT_FOUND = "open", "log in", "forbidden", "not found"
TURNED_AWAY = "forbidden or not found"
"""Where Wagtail says either, by what somebody may see."""
OTHER_METHOD, ERROR = "another method", "error"
METHODS = ("GET", "POST")


@dataclass(frozen=True)
class Rule:
    """Who comes in at the addresses with these names, and what the others of the staff get.

    Who has no way into the admin is asked to log in at all of its addresses, unless the rule lets them in.
    """

    names: tuple[str, ...]
    may: set[str]
    refused: str = FORBIDDEN


def rule(*names: str, may: Iterable[str], refused: str = FORBIDDEN) -> Rule:
    return Rule(names, set(may), refused)


STORIES, ALL_STORIES = {E, M, A, S}, {M, A, S}
"""Who writes examples and case studies, and who publishes them and changes what others wrote."""
MEETINGS = {M, O, A, S}
"""Who publishes meetings; everybody writes them."""

PUBLISHING = ("delete", "unpublish", "set_*", "move*", "revisions_unschedule")
CHANGING = ("edit", "edit (*", "edit_multiple*", "delete", "delete (*", "delete_multiple*", "*_usage", "preview")
"""Names of what takes the right to publish, and to change what others uploaded."""

# The first that fits counts.
RULES = [
    # -- For everybody --------------------------------------------------------------------------------
    rule("healthz*", "robots", "security_txt", "sitemap*", "site_map", may=EVERYBODY),
    rule("search:*", "casestudies:*", "promises:*", "events:*", may=EVERYBODY),
    rule("buy*", "colleague", "consent", "contact_form*", "/media/*", may=EVERYBODY),
    rule("wagtailcore_login", "wagtail*_authenticate_with_password", may=EVERYBODY),
    rule("wagtaildocs_serve", "wagtail_serve (page)", "wagtail_serve (cancelled)", may=EVERYBODY),
    # The form that asks for it.
    rule("wagtail_serve (with a password)", may=EVERYBODY),
    rule("/api", may=NOBODY, refused=NOT_FOUND),
    rule("api", "openapi", "catalogue", "file", "open_data", "/api/*", may=EVERYBODY),
    # -- For some -------------------------------------------------------------------------------------
    rule("wagtaildocs_serve (private)", "wagtail_serve (for accounts)", may={R, *STAFF}, refused=LOG_IN),
    rule("wagtail_serve (for a group)", may={M, S}, refused=LOG_IN),
    rule("wagtail_serve (draft)", may=NOBODY, refused=NOT_FOUND),
    # -- The way into the admin -----------------------------------------------------------------------
    rule("wagtailadmin_login", "wagtailadmin_password_reset*", may=EVERYBODY),
    rule("wagtailadmin_sprite", "wagtailadmin_javascript_catalog", may=EVERYBODY),
    rule("/beheer//", may=NOBODY, refused=NOT_FOUND),
    # -- One's own account ----------------------------------------------------------------------------
    # Of somebody else, or not there.
    rule("mfa_remove_*", "mfa_deactivate_totp", "mfa_view_recovery_codes", may=NOBODY, refused=NOT_FOUND),
    rule("mfa_list_webauthn", may=EVERYBODY),  # leads on to one's own account
    rule("mfa_*", "account_reauthenticate", "usersessions_list", may={R, *STAFF}),
    rule("reset_second_factor", may={A, S}),
    # -- Our own in the admin -------------------------------------------------------------------------
    rule("sign_ups:publish", may=MEETINGS),
    rule("sign_ups:plan_next", may=STAFF),  # drafts
    rule("sign_ups:*", may={O, A, S}),
    rule("desk_access*", may={A, S}),
    rule("failed_jobs*", "try_job_again", may={A, S}),
    rule("poor_searches*", may=ALL_STORIES),
    rule("grow_example", "follow_up_answer", may=STORIES),
    rule("style_guide", "ask_consent", may=STAFF),
    # -- Pages ----------------------------------------------------------------------------------------
    rule("wagtailadmin_pages:search*", "wagtailadmin_pages:type_use*", may=STAFF),
    # These lead on to a list of what one may see, to a history, or ask whether one is sure.
    rule("examples:*", "case_studies:*", "wagtailadmin_pages:choose_parent*", may=STAFF),
    rule("wagtailadmin_pages:revisions_index*", "wagtailadmin_pages:confirm_workflow_cancellation", may=STAFF),
    rule("wagtailadmin_pages:*workflow_action*", "wagtailadmin_pages:workflow_preview", may={M, S}),
    rule(*(f"wagtailadmin_pages:{name} (meeting)" for name in PUBLISHING), may=MEETINGS),
    rule(*(f"wagtailadmin_pages:{name} (example)" for name in PUBLISHING), may=ALL_STORIES),
    rule("wagtailadmin_pages:lock*", "wagtailadmin_pages:unlock", may=ALL_STORIES),
    rule("wagtailadmin_pages:* (meeting)", may=STAFF),
    rule("wagtailadmin_pages:*", may=STORIES),
    rule("wagtailadmin_api:pages:action (meeting)", may=MEETINGS, refused=TURNED_AWAY),
    rule("wagtailadmin_api:pages:action (example)", may=ALL_STORIES, refused=TURNED_AWAY),
    rule("wagtailadmin_api:pages:find", "wagtailadmin_api:pages:detail (example)", may=STORIES, refused=NOT_FOUND),
    rule("wagtailadmin_editing_sessions:ping (example)", may=STORIES, refused=NOT_FOUND),
    rule("wagtailadmin_editing_sessions:*", "wagtailadmin_explore*", "wagtailadmin_choose_*", may=STAFF),
    rule("wagtail_bulk_action", may=STAFF),  # it does what one may to what one chose
    rule("simple_translation:submit_page_translation*", may={A, S}),
    # -- Vocabularies ---------------------------------------------------------------------------------
    rule(
        *(
            f"wagtailsnippets_taxonomy_{model}:{name}"
            for model in ("organisation", "person")
            for name in ("add", "edit", "history*", "usage")
        ),
        may=STAFF,
    ),
    rule("wagtailsnippets_taxonomy_*:list*", may=STAFF),
    rule("wagtailsnippets_taxonomy_*", "wagtailsnippets_search_*", may=ALL_STORIES),
    rule("wagtailsnippets_events_meetingseries:*", "wagtailsnippetchoosers_events_*:create", may={O, A, S}),
    rule(*(f"wagtailsnippetchoosers_taxonomy_{model}:create" for model in ("organisation", "person")), may=STAFF),
    rule("wagtailsnippets_harvest_*", "wagtailsnippetchoosers_harvest_*:create", may={A, S}),
    rule("wagtailsnippetchoosers_*:create", may=ALL_STORIES),
    rule("wagtailsnippetchoosers_*", "wagtailadmin_tag_*", may=STAFF),
    # Every vocabulary has a place of its own in the menu, and both names on one row.
    rule("wagtailsnippets:index", "simple_translation:submit_snippet_translation", may=NOBODY, refused=TURNED_AWAY),
    # -- Pictures and documents -----------------------------------------------------------------------
    # Only whoever uploaded it goes on with it, and no address of a size can be made by hand.
    rule("wagtail*:*_uploaded_*", "wagtail*:delete_upload_multiple", may=NOBODY),
    rule("wagtailimages:url_generator*", may=NOBODY, refused=NOT_FOUND),
    # Of others: their own everybody may change, which tests/core/test_upload_permissions.py says.
    rule(*(f"wagtail{kind}:{name}" for kind in ("docs", "images") for name in CHANGING), may=ALL_STORIES),
    rule("wagtaildocs* (private)", "wagtailimages* (private)", may=ALL_STORIES),
    rule("wagtaildocs*", "wagtailimages*", "wagtailembeds:*", may=STAFF),
    # -- Everybody's own ------------------------------------------------------------------------------
    rule("wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_dismissibles", "/beheer/test404/", may=STAFF),
    rule("wagtailadmin_block_preview", "wagtailadmin_api:*", may=STAFF),
    rule("wagtailadmin_reports:locked_pages*", may=ALL_STORIES),
    rule("wagtailadmin_reports:*", may=STAFF),
    # -- The site itself ------------------------------------------------------------------------------
    rule("wagtailredirects:*", may=ALL_STORIES),
    rule("wagtailadmin_collections:delete", may={A, S}, refused=TURNED_AWAY),
    rule("wagtailadmin_workflows:task_cho*", may=STAFF),  # names of tasks
    rule("wagtailadmin_collections:*", "wagtailadmin_workflows:*", may={A, S}),
    rule("wagtailsettings:edit", may=STAFF),  # leads on to the next
    rule("wagtailsettings:preview_on_edit", may=NOBODY, refused=TURNED_AWAY),
    rule("wagtailsettings:edit with pk", "wagtailsites:*", "wagtailusers_*", may={A, S}),
]

NOT_ASKED = {
    **dict.fromkeys(
        ("account_login", "mfa_authenticate", "mfa_login_webauthn", "organisation_log_in", "openid_connect_login"),
        "steps of a log-in that is under way",
    ),
    "openid_connect_callback": "where the log-in of an organisation comes back",
    "confirm_address": "a link in a mail, which says by itself whose it is",
    "wagtailadmin_logout": "it ends the session",
    "wagtailadmin_error_test": "Wagtail's own, an error on purpose",
}


@functools.cache
def rule_of(address: Address) -> Rule | None:
    return next((one for one in RULES if any(fnmatchcase(address.id, name) for name in one.names)), None)


def expected(rule: Rule, role: str, path: str) -> str:
    if role in rule.may:
        return OPEN
    in_admin = path.startswith(f"/{django_settings.ADMIN_PATH}")
    asked_to_log_in = {V, R} if in_admin else {V} if path.startswith(f"/{ACCOUNT_PATH}") else NOBODY
    return LOG_IN if role in asked_to_log_in else rule.refused


def outcome(response: HttpResponse) -> str:
    doors = (reverse("wagtailadmin_login"), reverse("wagtailcore_login"), "/en/_util/login/")
    if response.status_code == 302 and response.url.split("?")[0] in doors:
        return LOG_IN
    if response.status_code == 500:
        return ERROR
    return {403: FORBIDDEN, 404: NOT_FOUND, 405: OTHER_METHOD}.get(response.status_code, OPEN)


# -- Asking -----------------------------------------------------------------------------------------
def person(role: str) -> User | None:
    if role == V:
        return None
    if role == R:
        return User.objects.create_user("lezer@example.nl", PASSWORD)
    if role == S:
        return User.objects.create_superuser("baas@example.nl", PASSWORD)
    return somebody(role)


@dataclass(frozen=True)
class Visitor:
    """Somebody of a role, with a browser."""

    role: str
    client: Client

    def ask(self, method: str, path: str) -> HttpResponse:
        # So that Wagtail says 403 to whom it knows, instead of leading to its first page.
        headers = {"X-Requested-With": "XMLHttpRequest"} if self.role in STAFF else {}
        return self.client.generic(method, path, headers=headers)


def answer_of(visitor: Visitor, method: str, path: str) -> HttpResponse:
    """The answer to a request, of which nothing stays."""
    with transaction.atomic():
        answer = visitor.ask(method, path)
        transaction.set_rollback(True)
    return answer


def changed_by(visitor: Visitor, method: str, path: str) -> tuple[HttpResponse, str]:
    """The answer to a request, and the first statement with which it changed something beside a session."""
    changes: list[str] = []

    def note(execute, sql: str, *rest: object):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and "django_session" not in sql:
            changes.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        answer = answer_of(visitor, method, path)
    return answer, next(iter(changes), "")


def faults(visitor: Visitor, address: Address, rule: Rule, first: str = "") -> Iterator[tuple[str, ...]]:
    """Where an answer is not what the rule says.

    Who is not let in tries both methods; with `first` that one, and the other only where that one is none.
    """
    should = expected(rule, visitor.role, address.path)
    came: dict[str, str] = {}
    if should == OPEN:
        came["GET"] = outcome(answer_of(visitor, "GET", address.path))
        if came["GET"] == OPEN:
            return  # what whoever is let in may send, other tests say
        came["POST"] = outcome(answer_of(visitor, "POST", address.path))
    else:
        for method in sorted(METHODS, key=lambda method: method != first):
            answer, change = changed_by(visitor, method, address.path)
            came[method] = outcome(answer)
            if change:
                yield address.id, visitor.role, method, f"{came[method]}, and {change[:80]}"
            if first and came[method] != OTHER_METHOD:
                break
    fits = {FORBIDDEN, NOT_FOUND} if should == TURNED_AWAY else {should}
    if should == OPEN and came["GET"] == OTHER_METHOD:
        fits.add(ERROR)  # what Wagtail makes of an empty form is not judged here
    told = {one for one in came.values() if one != OTHER_METHOD}
    if not told or not told <= fits:
        yield address.id, visitor.role, should, *(f"{method}: {answer}" for method, answer in came.items())


@pytest.fixture
def unrendered(monkeypatch):
    """Pages without their text, and no log: who may come in is known before."""
    monkeypatch.setattr(Template, "render", lambda *_arguments, **_options: mark_safe(""))
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def site(every_object, settings) -> EveryObject:
    settings.SECURITY_CONTACT, settings.SECURITY_TXT_EXPIRES = "mailto:beveiliging@lab.example", "2099-01-01"
    return every_object


def visitor_of(role: str) -> Visitor:
    client = client_of(person(role))
    client.raise_request_exception = False
    return Visitor(role, client)


def addresses_of(site: EveryObject) -> list[Address]:
    return [one for one in site.addresses() if one.id not in NOT_ASKED]


def both_sides(site: EveryObject) -> Iterator[tuple[str, Address]]:
    """Roles and the addresses to ask in a sample: each answer that an address has, and each role by each rule."""
    asked: dict[tuple[int, str], tuple[list[str], list[Address]]] = {}
    for one in addresses_of(site):
        rule = rule_of(one)
        for role in EVERYBODY:
            roles_of_rule, places = asked.setdefault((RULES.index(rule), expected(rule, role, one.path)), ([], []))
            if role not in roles_of_rule:
                roles_of_rule.append(role)
            if one not in places:
                places.append(one)
    for roles_of_rule, places in asked.values():
        for number in range(max(len(roles_of_rule), len(places))):
            yield roles_of_rule[number % len(roles_of_rule)], places[number % len(places)]


def assert_right(role: str, addresses: Iterable[tuple[Address, str]]) -> None:
    """`addresses` come with the method that is tried first, or alone."""
    visitor = visitor_of(role)
    wrong = [fault for one, first in addresses for fault in faults(visitor, one, rule_of(one), first)]
    assert not wrong, "\n".join(" · ".join(fault) for fault in wrong)


def test_every_address_has_a_rule_and_every_rule_an_address(site):
    addresses = addresses_of(site)
    assert len(addresses) > 400
    assert [one.id for one in addresses if rule_of(one) is None] == [], "for whom are these?"
    assert [one.names for one in RULES if one not in map(rule_of, addresses)] == [], "rules for nothing"


@pytest.mark.slow
def test_both_sides_of_every_door(site, unrendered):
    """For each address somebody who may come in and somebody who may not, and everybody by every rule.

    Who may not tries to read at one address and to write at the next.
    """
    asked = list(both_sides(site))
    for role in EVERYBODY:
        cache.clear()  # what a visitor left behind is not for the next
        assert_right(role, zip([one for whose, one in asked if whose == role], itertools.cycle(METHODS), strict=False))


@pytest.mark.thorough
@pytest.mark.parametrize("role", EVERYBODY)
def test_they_come_in_where_they_may_and_nowhere_else(site, unrendered, role):
    assert_right(role, [(one, "") for one in addresses_of(site)])
