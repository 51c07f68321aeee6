"""The read model, what in it is out of date, and the index that the PostgreSQL engine searches."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Func
from django.db.models.functions import Now, Reverse
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

INTEGER = models.IntegerField()
TITLE_WORDS = SearchVector("sort_title", config="simple")
"""The words of a title as they are, for what is suggested while one types."""


class SearchEntry(models.Model):
    """One result: a live public page in its language or a part of one, an organisation, a person who agreed, or a
    story of another lab.

    Holds what a card shows, so that a list needs no page table. Written only by `livinglab.search.sync` and by the
    triggers of `livinglab.search.triggers`; a page that is not live or is private, and a person who did not agree to
    be shown, has no row.
    """

    # Exactly one of these four. No constraint of the database on the last two, nor a deed of Django's when they go:
    # triggers take the entries away, checking would wait for locks, and being found is no use of an organisation.
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "taxonomy.Organisation", null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    person = models.ForeignKey(
        "taxonomy.Person", null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    harvested = models.ForeignKey(
        "harvest.HarvestedStory", null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    part = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    sort_title = models.CharField(max_length=255)
    """Lower case without accents: the database has no Dutch collation."""
    summary = models.TextField(blank=True)
    highlight = models.CharField(max_length=120, blank=True)
    body = models.TextField(blank=True)
    """What highlights are cut from."""
    labels = ArrayField(models.TextField(), default=list, db_default=[])
    """Words of the vocabularies that lead here though no card shows them: organisations, themes, synonyms, codes."""
    facets = ArrayField(models.IntegerField(), default=list)
    """See `livinglab.search.facets`."""
    image = models.ForeignKey("core.LabImage", null=True, on_delete=models.SET_NULL, related_name="+")
    url_path = models.TextField(blank=True)
    """Of a page: its path in the tree. Of what is on another site: the whole address."""
    published_at = models.DateTimeField(null=True)
    """When it was first there for everybody; empty where nobody knows."""
    updated_at = models.DateTimeField(null=True)
    date = models.DateField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    version = models.BigIntegerField(default=0, db_default=0, editable=False)
    """Higher after every change of the row; given by a trigger (`search_give_version`)."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "organisation", "person", "harvested", "part", "language"],
                nulls_distinct=False,
                name="search_entry_unique",
            ),
            models.CheckConstraint(
                condition=Exact(
                    Func("page", "organisation", "person", "harvested", function="num_nonnulls", output_field=INTEGER),
                    1,
                ),
                name="search_entry_one_source",
            ),
        ]
        # Without a pending list: an entry is written rarely and read often.
        indexes = [
            GinIndex(fields=["facets"], name="search_entry_facets", fastupdate=False),
            GinIndex(TITLE_WORDS, name="search_entry_title", fastupdate=False),
        ]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self) -> str:
        return self.title


class StaleSource(models.Model):
    """A mark that the entries of a source may be out of date, written by triggers in the transaction that changed it.

    Marks are only ever added and taken away, never updated, so that writers do not wait for one another. One
    transaction leaves one mark a source.
    """

    kind = models.CharField(max_length=20)
    source_id = models.BigIntegerField()
    """With `kind` a `livinglab.search.sources.Source`."""
    transaction_id = models.BigIntegerField()
    marked_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "source_id", "transaction_id"], name="search_stale_unique")
        ]
        verbose_name = _("source to index again")
        verbose_name_plural = _("sources to index again")

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"


class ElasticsearchIndex(models.Model):
    """An index in Elasticsearch that gets every change of the read model: the one that answers, or one being built.

    Which one answers is said in Elasticsearch alone, by the alias. Without a row here nothing is kept for it.
    """

    name = models.CharField(max_length=200, unique=True)
    schema = models.CharField(max_length=8)
    """`documents.schema()` of the release that made it; another release leaves it alone."""
    complete_from = models.BigIntegerField(null=True)
    """A transaction: when all before it have ended, every change that comes has been kept for this index."""
    last_entry = models.BigIntegerField(null=True)
    """The highest id of an entry when that was so: entries after it come as changes."""
    filled_to = models.BigIntegerField(default=0)
    """Entries up to this id have been sent once."""
    is_filled = models.BooleanField(default=False)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("Elasticsearch index")
        verbose_name_plural = _("Elasticsearch indexes")

    def __str__(self) -> str:
        return self.name


class ElasticsearchChange(models.Model):
    """A change of an entry that an index has not confirmed yet, written by a trigger in the transaction of the change.

    Changes are only ever added and, once confirmed, taken away, so that publishing never waits for sending.
    """

    index = models.ForeignKey(ElasticsearchIndex, on_delete=models.CASCADE, db_constraint=False, related_name="changes")
    entry_id = models.BigIntegerField()
    version = models.BigIntegerField()
    """Of the entry; of one that is gone, the version of its going."""
    changed_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveIntegerField(default=0, db_default=0)
    """How often it was refused for what it is, not because the server was away."""
    problem = models.TextField(blank=True, db_default="")

    class Meta:
        indexes = [models.Index(fields=["index", "attempts", "id"], name="search_change_order")]
        verbose_name = _("change for Elasticsearch")
        verbose_name_plural = _("changes for Elasticsearch")

    def __str__(self) -> str:
        return f"{self.entry_id} ({self.version})"


if TYPE_CHECKING:
    _TextOfTerms = models.TextField[Iterable[str], list[str]]
else:
    _TextOfTerms = models.TextField


class TermsField(_TextOfTerms):
    """A list of terms in one text with spaces between them: half the room of an array. SQL takes it apart."""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> list[str] | None:
        return None if value is None else value.split()

    def get_prep_value(self, value: Iterable[str] | None) -> str | None:
        return None if value is None else " ".join(value)


class IndexedEntry(models.Model):
    """An entry as the PostgreSQL engine searches it. Never changed: an entry that changes gets a new number.

    Goes with its entry (a trigger of migration 0005); what was in the segment then leaves a `Tombstone`.
    """

    number = models.AutoField(primary_key=True)
    entry = models.OneToOneField(SearchEntry, on_delete=models.DO_NOTHING, db_constraint=False, related_name="indexed")
    language = models.CharField(max_length=10)
    analysis = models.PositiveSmallIntegerField()
    """`livinglab.search.analysis.VERSION` by which it was made."""
    terms = TermsField()
    levels = models.BinaryField()
    """One byte for each of `terms`: its impact level."""
    words = models.TextField(db_default="")
    """As they are written (`engines.postgresql.phrases`)."""

    def __str__(self) -> str:
        return str(self.number)


class PendingEntry(models.Model):
    """A mark that an indexed entry is not in the segment yet: it is searched by itself."""

    number = models.IntegerField(primary_key=True)
    created_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return str(self.number)


class Tombstone(models.Model):
    """An entry that is in the segment and is gone since; with its terms, of which there are fewer now."""

    number = models.IntegerField(primary_key=True)
    language = models.CharField(max_length=10)
    terms = TermsField()
    created_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return str(self.number)


class Segment(models.Model):
    """The facets and orders of all entries that are not pending, as arrays (`engines.postgresql.segment`). One row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    """Another one with every change."""
    created_at = models.DateTimeField(db_default=Now())
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)


class IndexTerm(models.Model):
    """The dictionary: every term in the segment. Written only by `engines.postgresql.folding`."""

    id = models.AutoField(primary_key=True)
    language = models.CharField(max_length=10)
    term = models.CharField(max_length=40, db_collation="C")
    shown = models.CharField(max_length=60)
    """A word as it is written that has this term."""
    entries = models.PositiveIntegerField()
    """How many entries have it: its document frequency."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "term"], name="search_term_unique")]
        indexes = [
            models.Index("language", Reverse("term"), name="search_term_ending"),
            GinIndex(OpClass("term", name="gin_trgm_ops"), name="search_term_trigrams", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.term


class PostingList(models.Model):
    """Which entries of the segment have a term, and how much it says there."""

    pk = models.CompositePrimaryKey("term", "block")
    term = models.ForeignKey(IndexTerm, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    block = models.IntegerField()
    """Numbers of entries divided by 65,536, so that adding an entry writes short rows."""
    postings = models.BinaryField()
    """Unsigned integers of four bytes: number of the indexed entry × 16 + impact level."""

    def __str__(self) -> str:
        return f"{self.term_id} {self.block}"


class SynonymGroup(models.Model):
    """Phrases that mean the same to visitors, kept by editors: a search for one finds the others as well."""

    phrases = models.TextField(
        _("words that mean the same"),
        help_text=_("One on each line, for example ‘social return’ and ‘sroi’. A phrase may have several words."),
    )

    class Meta:
        verbose_name = _("words that mean the same")
        verbose_name_plural = _("words that mean the same")

    def __str__(self) -> str:
        return ", ".join(self.phrases.splitlines())


class PromotedResult(models.Model):
    """A page that editors put above the results of some questions."""

    phrases = models.TextField(
        _("for these questions"),
        help_text=_("One on each line. Forms of the same words count as well, such as ‘road’ and ‘roads’."),
    )
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self) -> str:
        return ", ".join(self.phrases.splitlines())


class PoorSearch(models.Model):
    """A question that found little, counted by the month, so that editors can add a word or a page. Never who asked."""

    text = models.CharField(_("searched for"), max_length=80)
    language = models.CharField(_("language"), max_length=10)
    month = models.DateField(_("month"))
    """Its first day."""
    asked = models.PositiveIntegerField(_("times asked"), default=1)
    results = models.PositiveIntegerField(_("results"), default=0)
    """When it was last asked."""
    clicked = models.PositiveIntegerField(_("times a result was opened"), default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "language", "month"], name="search_poor_search_once_a_month")
        ]
        verbose_name = _("search with few results")
        verbose_name_plural = _("searches with few results")

    def __str__(self) -> str:
        return self.text
