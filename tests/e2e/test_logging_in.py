"""From the invitation to a second step, and with a passkey: in a browser, at a desk and on a phone, light and dark."""

import re
import time
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from livinglab.accounts.address_change import confirmation_path
from livinglab.accounts.log_in_limits import BY_ACCOUNT
from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_password_link
from livinglab.core.jobs.queue import defer
from livinglab.provision import roles
from tests.accounts.second_steps import code_of, recovery_codes_of
from tests.e2e import checks
from tests.e2e.acting import apart, give_password
from tests.e2e.watch import Watch, report
from tests.people import PASSWORD, somebody

pytestmark = pytest.mark.e2e

STRONG = "kastanje fluit stoep zeven"


@pytest.fixture
def _as_in_production(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.REAUTHENTICATION_MINUTES = 15


@pytest.fixture(params=["dark", pytest.param("light", marks=pytest.mark.thorough)])
def look(request, page: Page, watched: Watch) -> Callable[[], None]:
    """Looks at the page as it is now, on a phone and at a desk: in the dark, and in the long form in the light too."""

    def look_at_it() -> None:
        page.emulate_media(color_scheme=request.param)
        findings = [*checks.id_findings(page), *checks.html_findings(page.content())]
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            findings += [*checks.heading_findings(page), *checks.width_findings(page, width)]
        findings += checks.axe_findings(page)
        report([f"{page.url}: {finding}" for finding in [*findings, *watched.findings()]])

    return look_at_it


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def next_code(secret: str, used: str) -> str:
    """A code that the app shows within the half minute and that was not used yet: the next one counts already."""
    now = code_of(secret)
    return now if now != used else code_of(secret, later=1)


def guess(user: User, times: int) -> None:
    """Somebody else tries passwords of `user`, without a browser."""
    for _time in range(times):
        Client().post(reverse("wagtailadmin_login"), {"username": user.email, "password": "fout wachtwoord"})


def log_out(page: Page) -> None:
    page.goto("/account/")
    press(page, "Uitloggen")
    page.wait_for_url("**/beheer/login/")


@pytest.mark.usefixtures("_as_in_production")
def test_from_the_invitation_to_a_second_step_and_out_elsewhere(page, look, another_visitor, deliver_mail, mailoutbox):
    def invite() -> User:
        user = somebody(roles.MODERATOR, f"nieuw-{time.time_ns()}")
        User.objects.filter(pk=user.pk).update(password="")
        defer(send_password_link, user_id=user.pk, mail="invitation")
        return user

    user = apart(invite)
    apart(deliver_mail)
    (mail,) = [message for message in mailoutbox if message.to == [user.email]]
    page.goto(re.search(r"https?://[^/]+(/\S+)", mail.body).group(1))
    look()
    for label in ("Nieuw wachtwoord", "Nieuw wachtwoord bevestigen"):
        page.get_by_label(label, exact=True).fill("wachtwoord12")
    press(page, "Bewaar dit wachtwoord")
    expect(page.get_by_role("alert").first).to_contain_text("door ‘wachtwoord’")
    look()
    for label in ("Nieuw wachtwoord", "Nieuw wachtwoord bevestigen"):
        page.get_by_label(label, exact=True).fill(STRONG)
    press(page, "Bewaar dit wachtwoord")
    look()
    page.get_by_role("main").get_by_role("link", name="Inloggen").click()
    look()

    # The role asks for a second step: nothing else opens until there is one.
    give_password(page, user.email, STRONG)
    expect(page.get_by_role("heading", level=1)).to_have_text("Veilig inloggen")
    look()
    page.get_by_role("link", name="Stel een app in").click()
    secret = page.locator(".ll-account__secret").inner_text().replace(" ", "")
    look()
    page.get_by_label("De code die je app nu toont").fill("000000")
    press(page, "Zet aan")
    expect(page.get_by_role("alert")).to_contain_text("klopt niet")
    look()
    used = code_of(secret)
    page.get_by_label("De code die je app nu toont").fill(used)
    press(page, "Zet aan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    look()
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    page.wait_for_url("**/beheer/")
    log_out(page)

    give_password(page, user.email, STRONG)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    look()
    page.get_by_label("Code").fill(next_code(secret, used))
    press(page, "Verder")
    page.wait_for_url("**/beheer/")

    # The phone is lost, on another computer.
    other = another_visitor()
    give_password(other, user.email, STRONG)
    other.get_by_label("Code").fill(apart(lambda: recovery_codes_of(user)[0]))
    press(other, "Verder")
    other.wait_for_url("**/beheer/")

    page.goto("/account/")
    look()
    page.get_by_role("link", name="log elders uit").click()
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(2)
    look()
    press(page, "Log elders uit")
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(1)
    other.goto("/beheer/")
    expect(other).to_have_url(re.compile("/beheer/login/"))
    for path in ("app/weg/", "herstelcodes/", "herstelcodes/nieuw/", "nog-eens/", "nog-eens/code/"):
        page.goto(f"/account/{path}")
        look()


@pytest.mark.usefixtures("_as_in_production")
def test_with_a_passkey_and_nothing_else(own_tab, look):
    page = own_tab
    user = apart(lambda: somebody(roles.ORGANISER, f"sleutel-{time.time_ns()}"))
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    give_password(page, user.email, PASSWORD)
    page.get_by_role("link", name="Passkey toevoegen").click()
    look()
    page.get_by_label("Naam van deze passkey").fill("Mijn laptop")
    press(page, "Voeg de passkey toe")
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    page.goto("/account/")
    expect(page.get_by_role("main")).to_contain_text("Mijn laptop")
    look()
    log_out(page)

    # Alone, in place of password and code.
    press(page, "Inloggen met een passkey")
    page.wait_for_url("**/beheer/")
    log_out(page)

    # After a password, as the second step.
    give_password(page, user.email, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    look()
    press(page, "Gebruik mijn passkey")
    page.wait_for_url("**/beheer/")
    for path in ("nog-eens/passkey/", ""):
        page.goto(f"/account/{path}")
        look()
    page.get_by_role("link", name="Haal weg Mijn laptop").click()
    expect(page.get_by_role("alert")).to_contain_text("tweede stap nodig")
    look()


def test_what_goes_wrong_and_how_one_comes_back(page, watched, look, settings):
    """Wrong passwords until one waits, a forgotten one, links that ended, another address, one's organisation."""
    settings.OIDC_URL, settings.OIDC_NAME = "https://living-lab:geheim@login.example/", "Gemeente Buren"
    user = apart(lambda: somebody(roles.EDITOR, f"vergeten-{time.time_ns()}"))
    page.goto("/beheer/login/")
    expect(page.get_by_role("link", name="Inloggen bij Gemeente Buren")).to_be_visible()
    look()
    apart(lambda: guess(user, BY_ACCOUNT.free - 2))
    give_password(page, user.email, "fout wachtwoord")
    expect(page.get_by_role("alert").first).to_be_visible()
    look()
    watched.expected_status = 429
    give_password(page, user.email, "fout wachtwoord")
    expect(page.get_by_role("heading", level=1)).to_have_text("Te veel pogingen")
    look()
    watched.expected_status = 200

    page.get_by_role("link", name="Kies een nieuw wachtwoord").click()
    look()
    press(page, "Mail me een link")
    expect(page.get_by_role("alert").first).to_be_visible()
    look()
    page.get_by_label("E-mailadres").fill(user.email)
    press(page, "Mail me een link")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    look()
    for ended in ("/beheer/password_reset/confirm/Mg/verzonnen-token/", "/account/adres/verzonnen/"):
        page.goto(ended)
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")
        look()
    page.goto(confirmation_path(user, "nieuw@buren.example"))
    expect(page.get_by_role("main")).to_contain_text("nieuw@buren.example")
    look()
