"""What the search index costs who publishes: the same page published in turn with it and without."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from django.db import connection, transaction
from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import page_published

from livinglab.core.text import sort_key
from livinglab.search import signals
from livinglab.taxonomy.models import Category, Organisation, Theme
from tests.benchmarks.elasticsearch_growth import Library
from tests.benchmarks.timing import Took
from tests.factories import ExamplePageFactory, OrganisationFactory

PAIRS, WARM_UP = 40, 5


def cost_of_the_index(timed: Callable[[Callable[[], int]], Took]) -> float:
    """Milliseconds of processor time that publishing an example of some 300 words takes more; the median of pairs."""
    library = Library(1000)
    documents = library.entries()
    name = f"Gemeente {sort_key(next(documents).entry.title)[:60]}"
    page = ExamplePageFactory(
        title="Gemeten",
        organisation=Organisation.objects.filter(name=name).first() or OrganisationFactory(name=name),
        category=Category.objects.first(),
        themes=list(Theme.objects.all()[:2]),
    )
    differences = []
    for number in range(WARM_UP + PAIRS):
        # Another text each time: what is the same would not be written again.
        page.title, page.what_was_done = f"Gemeten {number}", f"<p>{next(documents).entry.body}</p>" * 2
        with_index = timed(lambda: publish(page)).processor
        page.title, page.what_was_done = f"Anders {number}", f"<p>{next(documents).entry.body}</p>" * 2
        with without_index():
            differences.append(with_index - timed(lambda: publish(page)).processor)
    page.delete()
    return median(differences[WARM_UP:])


def publish(page: Page) -> int:
    with transaction.atomic():
        page.save_revision().publish()
    return 1


@contextmanager
def without_index() -> Iterator[None]:
    """Neither signals nor triggers. That takes the checks of foreign keys away as well, in favour of going without."""
    page_published.disconnect(signals.index_published)
    post_save.disconnect(signals.catch_up_after_save)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = DEFAULT")
        page_published.connect(signals.index_published)
        post_save.connect(signals.catch_up_after_save)
