"""A page of text becomes the contact page: at the same place, with its address, versions, history and everything else.

A site from before there were contact pages has a page of text for it. To make a new page and delete that one would
lose its versions, and every link to it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, WorkflowState

from livinglab.pages.contact import ContactPage
from livinglab.pages.standard import StandardPage


class CannotConvertError(Exception):
    """This page cannot become the contact page; the text says why."""


@transaction.atomic
def make_contact_page(page: StandardPage, *, email: str) -> ContactPage:
    """Turn `page` into the contact page of its language, whose questions go to `email`.

    Raises CannotConvertError, and ValidationError for what is no e-mail address.
    """
    page = StandardPage.objects.select_for_update().get(pk=page.pk)
    if page.get_children().exists():
        raise CannotConvertError("It has pages below it. Move those first.")
    if page.lists_personal_data:
        raise CannotConvertError("It shows the table of personal data, which a contact page has no room for.")
    if ContactPage.objects.child_of(page.get_parent()).exists():
        raise CannotConvertError("There is a contact page already.")
    was, becomes = (ContentType.objects.get_for_model(model) for model in (StandardPage, ContactPage))
    shared = {field.attname for field in page._meta.concrete_fields}
    shared &= {field.attname for field in ContactPage._meta.concrete_fields}
    converted = ContactPage(**{name: getattr(page, name) for name in shared}, email=email)
    converted.clean_fields()
    # The row of the page itself stays: only what is beside it changes tables.
    StandardPage._base_manager.filter(pk=page.pk)._raw_delete("default")
    converted.save_base(raw=True)
    Page.objects.filter(pk=page.pk).update(content_type=becomes)
    of_page = {"object_id": str(page.pk), "content_type": was}
    for revision in Revision.objects.filter(**of_page):
        content = {**revision.content, "content_type": becomes.pk, "email": converted.email, "subjects": []}
        Revision.objects.filter(pk=revision.pk).update(content_type=becomes, content=content)
    WorkflowState.objects.filter(**of_page).update(content_type=becomes)
    ReferenceIndex.objects.filter(**of_page).update(content_type=becomes)
    PageLogEntry.objects.filter(page=page.pk, content_type=was).update(content_type=becomes)
    return ContactPage.objects.get(pk=page.pk)
