"""A password that people here would guess is refused, and the answer says why."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from livinglab.accounts.models import User

KARIN = User(email="karin.devries@rivierdorp.example", first_name="Karin", last_name="de Vries")


def refusal_of(password: str) -> str:
    try:
        validate_password(password, KARIN)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("wachtwoord12", "wachtwoord"),
        ("W@chtwoord2026", "W@chtwoord"),
        ("Welkom2026!!", "Welkom"),
        ("livinglab1234", "livinglab"),
        ("RegioRivierenland1", "RegioRivierenland"),
        ("rivierenland26", "rivierenland"),
        ("karindevries88", "devries"),
        ("aanbesteding2026", "aanbesteding"),
        ("zomer2026zomer", "zomer"),
    ],
)
def test_words_from_here_are_refused_by_name(password, word, settings):
    settings.LIVINGLAB_REGION = "Regio Rivierenland"
    assert f"‘{word}’" in refusal_of(password)
    assert "Drie of vier woorden" in refusal_of(password)


@pytest.mark.parametrize("password", ["kastanje fluit stoep zeven", "paard-dat-zeven-ramen-zag", "3fK9-xxQ2-mm4T-p8"])
def test_what_takes_long_to_guess_is_taken(password):
    assert refusal_of(password) == ""


@pytest.mark.parametrize("password", ["a" * 4096, "aaaaaaaaaaaaaa", "123456789012", "qwertyuiop12"])
def test_patterns_are_refused_whatever_their_length(password):
    assert refusal_of(password)
