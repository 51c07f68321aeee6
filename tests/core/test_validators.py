"""A name that we mail is a name and no advertisement; names with dots in them are names."""

import pytest
from django.core.exceptions import ValidationError

from livinglab.core.fields.validators import validate_no_address

NAMES = [
    *(
        "Jan Jansen",
        "J. de Vries",
        "J.P. Jansen",
        "P.J.M.Jansen",
        "drs.ing. K. Smit",
        "Prof.dr. A. de Wit",
        "dr.A.Smit",
    ),
    *("'s-Gravesande", "Anne-Marie v.d. Berg", "O’Brien", "漢字", "M.Jansen", "Jan Jansen (Buren)", "Mevr. Öztürk jr."),
    *("Jan, team wegen. Buren", "A.B.C. de Boer", "Afd. Inkoop/Wegen", "St. Jan"),
]
ADVERTISEMENTS = [
    *("Win op evil.com", "casino-winst.example gratis", "Win nu op bit.ly/abc", "mail piet@evil.example", "t.co/abc"),
    *("https://evil.com", "www.evil", "WWW.Evil.Com", "voorbeeld.example/klik", "ga naar 1.2.3.4", "evil。com"),
    *(
        "evil．com",
        "ＥＶＩＬ．ＣＯＭ",
        "jan＠evil.com",
        "x.com",
        "sub.domain.evil.nl",
        "mailto:jan",
        "gratis:evil.shop!",
    ),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(name: str) -> None:
    validate_no_address(name)


@pytest.mark.parametrize("name", ADVERTISEMENTS)
def test_an_address_is_no_name(name: str) -> None:
    with pytest.raises(ValidationError):
        validate_no_address(name)
