"""An address has one stored form; what is none is refused, quickly, and none becomes somebody else's."""

import time

import pytest
from django.core.exceptions import ValidationError

from livinglab.core.fields.email_addresses import normalise_email

STORED = {
    "jan@buren.nl": "jan@buren.nl",
    " Jan.Jansen @ BUREN.nl ": "jan.jansen@buren.nl",
    "Jan Jansen <jan@buren.nl>": "jan@buren.nl",
    "mailto:jan@buren.nl": "jan@buren.nl",
    "jan+lab@buren.nl;": "jan+lab@buren.nl",
    "ｊａｎ＠buren.nl": "jan@buren.nl",
    "j\u200ban@bu\u00adren.nl\ufeff": "jan@buren.nl",
    # IDNA 2008: each of these is another domain than with "ss", σ or without the mark.
    "jan@faß.example": "jan@xn--fa-hia.example",
    "jan@βόλος.example": "jan@xn--nxasmm1c.example",
    "jan@köln.example": "jan@xn--kln-sna.example",
    "jan@ko\u0308ln.example": "jan@xn--kln-sna.example",
    "jan@xn--kln-sna.example": "jan@xn--kln-sna.example",
}
REFUSED = [
    *("", "jan", "jan@", "@buren.nl", "jan@buren", "jan@@buren.nl", "jan..jansen@buren.nl", ".jan@buren.nl"),
    *("jan@buren..nl", "jan@-buren.nl", "jan@buren.nl, piet@tiel.nl", "jan jansen <jan@buren.nl> piet"),
    # Reachable for us only, or by nobody.
    *("root@localhost", "x@[127.0.0.1]", "jan@printer.local", "jan@ding.invalid", '"jan"@buren.nl'),
    *("jän@buren.nl", "jan@bu_ren.nl", "jan@" + "a" * 64 + ".nl", "a" * 65 + "@buren.nl"),
]


@pytest.mark.parametrize(("typed", "stored"), STORED.items())
def test_an_address_has_one_form(typed: str, stored: str) -> None:
    assert normalise_email(typed) == stored
    assert normalise_email(stored) == stored


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        normalise_email(typed)


@pytest.mark.parametrize("filler", ["\ufdfa", "ß", "a.", "@", "\u200b", "é.", "<"])
def test_a_long_text_is_refused_before_it_costs_anything(filler: str) -> None:
    """U+FDFA becomes 18 characters, and encoding a domain takes time that grows with it."""
    began = time.process_time()
    with pytest.raises(ValidationError):
        normalise_email(f"a@{filler * 200_000}.nl")
    assert time.process_time() - began < 0.5
