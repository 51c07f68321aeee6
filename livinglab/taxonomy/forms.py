"""The forms of vocabularies in the admin."""

from django import forms
from django.db import connection
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from livinglab.taxonomy.models import Organisation, Person


class TermForm(WagtailAdminModelForm):
    """Of two editors who add the same term at once, the second is told that it exists."""

    def _post_clean(self) -> None:
        # The admin's request is one transaction: whoever comes second waits here until the first has committed.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [self._meta.model._meta.db_table])
        super()._post_clean()


def unique_slug(name: str) -> str:
    """A name in addresses that no organisation has yet."""
    base = slugify(name)[:70] or "organisatie"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


class NewOrganisationForm(TermForm):
    """The little that a new organisation needs; the rest can be filled in later."""

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = ["name", "kind", "in_region", "website"]

    def save(self, commit: bool = True) -> Organisation:
        self.instance.slug = unique_slug(self.cleaned_data["name"])
        return super().save(commit)


class NewPersonForm(TermForm):
    """A colleague to call."""

    class Meta:
        model = Person
        fields = ["name", "job_title", "organisation", "role", "email", "phone", "best_reached"]
        fields += ["consent_to_show", "consent_how"]
