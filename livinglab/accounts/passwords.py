"""Which passwords are too easy to guess: those that zxcvbn finds, with what people here would think of first."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

from livinglab.accounts.models import User

STRONG = 4
"""The score of zxcvbn for ten thousand million guesses or more."""
_LONGEST_JUDGED = 72
"""More of it adds no doubt, and takes time."""
_SHORTEST_WORD = 3

# zxcvbn knows English words. These are what Dutch people, and civil servants, choose; the commonest first.
_WORDS = """
wachtwoord welkom welkom01 geheim hallo hallootjes liefde schatje lieverd knuffel zonnetje vakantie zomer winter lente
herfst voorjaar najaar januari februari maart april mei juni juli augustus september oktober november december maandag
dinsdag woensdag donderdag vrijdag zaterdag zondag ajax feyenoord psv vitesse voetbal oranje nederland holland amsterdam
rotterdam utrecht denhaag eindhoven groningen nijmegen arnhem tiel buren culemborg gelderland brabant limburg friesland
zeeland drenthe overijssel flevoland koning koningin prinses moeder vader mama papa oma opa broer zus dochter zoon baby
hond poes kat paard konijn vogel olifant leeuw tijger beer vlinder bloem roos tulp regenboog appeltje banaan aardbei
chocola koffie thee bier wijn kaas stroopwafel hagelslag pindakaas boterham fiets auto motor trein computer laptop
telefoon internet inloggen aanmelden beheerder beheer admin gebruiker account toegang sleutel paswoord password qwerty
gemeente provincie waterschap rijk overheid ambtenaar burgemeester wethouder inkoop inkoper inkopen aanbesteding
aanbesteden aanbesteder opdrachtgever opdrachtgeven opdracht contract leverancier offerte bestek duurzaam duurzaamheid
circulair circulaire klimaat inclusie inclusief sociaal maatschappelijk verantwoord mvoi mvi living lab livinglab
living-lab regio stadhuis gemeentehuis kantoor werk collega vergadering bijeenkomst thema
""".split()  # noqa: SIM905 - a list of a hundred lines says no more


class GuessablePasswordValidator:
    """Refuses a password that a patient guesser would find, and says what is wrong with it."""

    def validate(self, password: str, user: User | None = None) -> None:
        known = [*_near_at_hand(user), *_WORDS]
        found = zxcvbn(password[:_LONGEST_JUDGED], user_inputs=known, max_length=_LONGEST_JUDGED)
        if found["score"] >= STRONG:
            return
        parts = [part["token"] for part in found["sequence"] if part["pattern"] == "dictionary"]
        word = max(parts, key=len, default="")
        if len(word) > _SHORTEST_WORD:
            reason = _("This password is easy to guess, because of ‘%(word)s’.") % {"word": word}
        else:
            reason = _("This password is easy to guess.")
        raise ValidationError(f"{reason} {self.get_help_text()}", code="password_guessable")

    def get_help_text(self) -> str:
        return _("Three or four words that have nothing to do with one another are strong, and easy to remember.")


def _near_at_hand(user: User | None) -> Iterator[str]:
    """What a guesser of this site and this user tries first: names, the address, the region."""
    sources = [settings.WAGTAIL_SITE_NAME, settings.LIVINGLAB_REGION]
    if user is not None:
        sources += [user.first_name, user.last_name, user.email]
    for source in sources:
        words = re.findall(r"\w+", source.lower())
        yield "".join(words)
        yield from (word for word in words if len(word) > 2)
