"""What somebody tells us becomes a draft of an example, which waits for a moderator."""

from django.utils.html import linebreaks
from django.utils.text import Truncator, slugify
from wagtail.models import Page

from casestudies.examples import ExampleIndexPage, ExamplePage
from casestudies.forms import MAX_TITLE
from livinglab.core.content.proposals import Proposal
from livinglab.taxonomy.choices import Status


def draft_example(proposal: Proposal) -> None:
    """Make a draft under the list of examples in its language, and put it in moderation.

    Organisation, category and themes are for the editor: nobody can publish it without.
    """
    indexes = ExampleIndexPage.objects.filter(locale__language_code=proposal.language)
    parent = indexes.first() or ExampleIndexPage.objects.order_by("path").first()
    if parent is None:
        return
    title = Truncator(" ".join(proposal.title.split())).chars(MAX_TITLE)
    page = ExamplePage(
        title=title,
        slug=_free_slug(parent, slugify(title)[:80] or "voorbeeld"),
        live=False,
        what_was_done=linebreaks(proposal.text, autoescape=True),
        status=Status.RUNNING,
        last_checked_on=None,
    )
    parent.add_child(instance=page)
    page.save_revision(clean=False)  # what it lacks is for the editor
    workflow = page.get_workflow()
    if workflow is not None:
        workflow.start(page, None)


def _free_slug(parent: Page, slug: str) -> str:
    number, free = 1, slug
    while not Page._slug_is_available(free, parent):
        number += 1
        free = f"{slug}-{number}"
    return free
