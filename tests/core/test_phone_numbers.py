"""One stored form for telephone numbers, at every door."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import example, given
from hypothesis import strategies as st

from livinglab.core.fields.phone_numbers import normalise_phone, readable_phone
from livinglab.taxonomy.forms import NewPersonForm
from livinglab.taxonomy.models import Person
from tests.factories import PersonFactory


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0344 123 456", "+31344123456"),
        ("(0344) 12 34 56", "+31344123456"),
        ("+31 (0)344 - 12 34 56", "+31344123456"),
        ("0031344123456", "+31344123456"),
        ("tel:+31344123456", "+31344123456"),
        ("０６ １２３４５６７８", "+31612345678"),
        ("14 0344", "+31140344"),
        ("+32 2 555 12 12", "+3225551212"),
        ("+44 20 7946 0123", "+442079460123"),
    ],
)
def test_what_people_type_becomes_a_number_that_can_be_called_from_everywhere(typed, stored):
    assert normalise_phone(typed) == stored
    assert normalise_phone(readable_phone(stored)) == stored


@pytest.mark.parametrize(
    "typed", ["bel mij", "112", "0344 12345", "0344 123 456 7", "+31", "1" * 400, "0344 123456 tst 12"]
)
def test_what_cannot_be_called_is_refused(typed):
    with pytest.raises(ValidationError):
        normalise_phone(typed)


# What people typed in a field that took any text: numbers in all scripts, with signs, words and addresses around them.
old_texts = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789+-() .xX#*/;,٠١٢٣٤٥６７", max_size=20),
    st.from_regex(r"\A(tel:|tst |ext\.? ?)?[+0]{0,2}[0-9]{5,14}( ?(x|ext|tst|#) ?[0-9]{1,5})?\Z").map(
        lambda text: text[:20]
    ),
)


@given(old_texts)
@example("tel:;phone-context=+")
@example("0344-123456;ext=1")
@example("+0031 344 123456")
def test_whatever_was_typed_once_becomes_a_number_that_the_database_takes_or_is_refused(typed):
    try:
        stored = normalise_phone(typed)
    except ValidationError:
        # An upgrade keeps it as a text, which has to fit.
        assert len(typed) <= Person._meta.get_field("best_reached").max_length
        return
    assert re.fullmatch(r"\+[1-9][0-9]{6,14}", stored)
    assert normalise_phone(stored) == stored
    assert normalise_phone(readable_phone(stored)) == stored


def test_dutch_numbers_are_shown_as_they_are_dialled_here_and_others_with_their_country():
    assert readable_phone("+31344123456") == "0344 123 456"
    assert readable_phone("+442079460123") == "+44 20 7946 0123"
    assert readable_phone("") == ""


@pytest.mark.django_db
def test_a_number_has_its_stored_form_whichever_way_it_comes():
    person = PersonFactory(phone="0344-123456")
    assert person.phone == "+31344123456"
    Person.objects.filter(pk=person.pk).update(phone="06 12 34 56 78")
    person.refresh_from_db()
    assert (person.phone, person.readable_phone) == ("+31612345678", "06 12345678")
    for save in (lambda: PersonFactory(phone="bel mij"), lambda: Person.objects.update(phone="bel mij")):
        with pytest.raises(ValidationError), transaction.atomic():
            save()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE taxonomy_person SET phone = 'bel mij'")


@pytest.mark.django_db
def test_the_form_shows_a_readable_number_keeps_what_was_typed_and_says_what_it_wants():
    person = PersonFactory(phone="+31344123456")
    assert 'value="0344 123 456"' in str(NewPersonForm(instance=person)["phone"])
    unchanged = NewPersonForm({"name": person.name, "phone": "0344 123 456", "role": person.role}, instance=person)
    assert "phone" not in unchanged.changed_data
    form = NewPersonForm({"name": "Ada", "phone": "0344 12"})
    assert not form.is_valid()
    assert "0344 123 456" in form.errors["phone"][0]
    assert 'value="0344 12"' in str(form["phone"])
