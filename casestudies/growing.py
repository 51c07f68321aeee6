"""An example grows into a case study: one action makes the draft, and publishing that takes the example's place.

1. `grow()` makes a draft case study of each language of the example, with all that the example holds.
2. The example stays as it is until a case study is published. Then it goes offline, its address leads to the case
   study, and so does every link to it (`livinglab.core.content.successions`). Its versions and history stay.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page, WorkflowState
from wagtail.signals import page_published

from casestudies.cases import CaseStudyIndexPage, CaseStudyPage
from casestudies.examples import ExamplePage
from livinglab.core.content.successions import PageSuccession
from livinglab.search.models import PromotedResult

LOG_ACTION = "casestudies.grow"
OTHER_NAMES = {"what_was_done": "approach"}
"""Where a case study says otherwise what an example says."""
OF_THE_EXAMPLE_ALONE = {"tagged_items", "wagtail_admin_comments"}
"""Parts that are not carried over: tags go by themselves, and comments are about the text of the example."""
_OF_EVERY_PAGE = {field.name for field in Page._meta.get_fields()} - {"title", "seo_title", "search_description"}


class CannotGrowError(Exception):
    """The example cannot grow now; `reasons` are for the editor."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Step:
    """One language of an example, and the list that its case study comes in."""

    example: ExamplePage
    index: CaseStudyIndexPage | None


def steps(example: ExamplePage) -> list[Step]:
    """Every language of an example, its own first."""
    pages = [example, *example.get_translations().type(ExamplePage).specific()]
    return [Step(page, _index_of(page.locale_id)) for page in pages]


def _index_of(locale_id: int) -> CaseStudyIndexPage | None:
    return CaseStudyIndexPage.objects.filter(locale_id=locale_id).order_by("path").first()


def successor(example: ExamplePage) -> Page | None:
    """The case study that an example grew or grows into."""
    succession = PageSuccession.objects.filter(page=example.pk).select_related("successor").first()
    return succession and succession.successor


def may_grow(example: ExamplePage, user: Any) -> bool:
    """Whether this user may change the example and add a case study, in every language that it has."""
    return all(
        step.example.permissions_for_user(user).can_edit()
        and (step.index is None or step.index.permissions_for_user(user).can_add_subpage())
        for step in steps(example)
    )


def obstacles(example: ExamplePage) -> list[str]:
    """Why an example cannot grow now, in words for an editor; nothing when it can."""
    return [reason for step in steps(example) for reason in _obstacles_of(step)]


def _obstacles_of(step: Step) -> Iterator[str]:
    page, of = step.example, {"title": step.example.title}
    if step.index is None:
        yield _("‘%(title)s’: there is no list of case studies in its language.") % of
    if page.alias_of_id:
        yield _("‘%(title)s’ mirrors another page. Give it a text of its own first.") % of
    if page.locked:
        yield _("‘%(title)s’ is locked.") % of
    workflow = page.current_workflow_state
    if workflow and workflow.status == WorkflowState.STATUS_IN_PROGRESS:
        yield _("‘%(title)s’ waits for a moderator. First approve it or ask for a change.") % of
    if page.approved_schedule:
        yield _("‘%(title)s’ is to be published by itself at a planned moment. First cancel that.") % of
    if page.get_view_restrictions().exists():
        yield _("‘%(title)s’ is private, and a case study would not be. First make it public.") % of


@transaction.atomic
def grow(*, example: ExamplePage, user: Any) -> CaseStudyPage:
    """Make the draft case studies that take the place of an example, and return the one in its language.

    Growing it twice, or at the same moment as a colleague, gives the same draft. Raises CannotGrowError.
    """
    # The lock that decides who of two editors is first.
    Page.objects.select_for_update(no_key=True).get(pk=example.pk)
    there = successor(example)
    if there is not None:
        return there.specific
    found = obstacles(example)
    if found:
        raise CannotGrowError(found)
    known = {step.example.pk: successor(step.example) for step in steps(example)}
    # A language that grew before decides what the others are translations of.
    key = next((page.translation_key for page in known.values() if page), uuid.uuid4())
    drafts = [_make_draft(step, key, user) for step in steps(example) if known[step.example.pk] is None]
    return drafts[0]


def _make_draft(step: Step, translation_key: uuid.UUID, user: Any) -> CaseStudyPage:
    index = step.index
    if index is None:  # which is an obstacle
        raise CannotGrowError([])
    # As in the form of a page: free now is free when we save.
    Page.objects.select_for_update(no_key=True).get(pk=index.pk)
    index.refresh_from_db()
    example = step.example.get_latest_revision_as_object()
    page = CaseStudyPage(
        **_carried_fields(example),
        live=False,
        has_unpublished_changes=True,
        owner=user,
        slug=_free_slug(example, index),
    )
    if not Page.objects.filter(translation_key=translation_key, locale=index.locale_id).exists():
        page.translation_key = translation_key
    index.add_child(instance=page)
    page.themes = list(example.themes.all())
    page.tags.set(list(example.tags.all()))
    for name, rows in _carried_rows(example):
        setattr(page, name, rows)
    page.save_revision(user=user, clean=False)  # a draft may lack what an example has no room for
    PageSuccession.objects.create(page_id=example.pk, successor_id=page.pk)
    for thing, other in ((step.example, page), (page, step.example)):
        log(instance=thing, action=LOG_ACTION, user=user, data={"page": {"id": other.pk, "title": other.title}})
    return page


def _carried_fields(example: ExamplePage) -> dict[str, Any]:
    """The values of the fields that a case study has as well."""
    own = {field.name for field in CaseStudyPage._meta.concrete_fields}
    names = [field.name for field in example._meta.concrete_fields if field.name not in _OF_EVERY_PAGE]
    carried = {OTHER_NAMES.get(name, name): getattr(example, name) for name in names if not name.endswith("_ptr")}
    return {name: value for name, value in carried.items() if name in own}


def _carried_rows(example: ExamplePage) -> Iterator[tuple[str, list[models.Model]]]:
    """The rows of an example in the form that they have in a case study, by the name of their relation."""
    targets = {relation.get_accessor_name(): relation for relation in get_all_child_relations(CaseStudyPage)}
    for relation in get_all_child_relations(ExamplePage):
        name = relation.get_accessor_name()
        if name in targets and name not in OF_THE_EXAMPLE_ALONE:
            target = targets[name]
            owners = {relation.field.name, target.field.name}
            yield name, [_carried_row(row, target.related_model, owners) for row in getattr(example, name).all()]


def _carried_row(row: models.Model, target: type[models.Model], owners: set[str]) -> models.Model:
    left_out = {*owners, row._meta.pk.name}
    names = {field.name for field in row._meta.concrete_fields} - left_out
    fields = [field for field in target._meta.concrete_fields if field.name in names]
    return target(**{field.attname: getattr(row, field.attname) for field in fields})


def _free_slug(example: ExamplePage, index: CaseStudyIndexPage) -> str:
    numbered = (example.slug if number == 1 else f"{example.slug}-{number}" for number in count(1))
    return next(slug for slug in numbered if Page._slug_is_available(slug, index))


def take_places(instance: CaseStudyPage, **kwargs: object) -> None:
    """Receiver of `page_published`: what grew into this case study goes offline, once, and its addresses lead here."""
    if not instance.live:
        return
    waiting = PageSuccession.objects.filter(successor=instance.pk, happened_at=None).select_related("page")
    for succession in waiting:
        example = succession.page
        succession.happened_at = timezone.now()
        succession.save(update_fields=["happened_at"])
        Redirect.objects.filter(redirect_page=example.pk).update(redirect_page=instance.pk)
        PromotedResult.objects.filter(page=example.pk).update(page=instance.pk)
        # Before it goes: afterwards it has no address.
        address = (example.get_url_parts() or ("", "", ""))[2]
        if example.live:
            example.specific.unpublish(log_action="wagtail.unpublish")
        if address and example.first_published_at:
            path = Redirect.normalise_path(address)
            Redirect.objects.filter(old_path=path, automatically_created=True).delete()
            # Made by itself, so that it goes when the example comes back (`livinglab.core.http.redirects`).
            Redirect.add_redirect(path, redirect_to=instance, is_permanent=True, automatically_created=True)


def connect() -> None:
    """Let published case studies take the place of the examples that they grew from."""
    page_published.connect(take_places, sender=CaseStudyPage, dispatch_uid="casestudies.take_places")
