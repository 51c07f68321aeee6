"""Search in the admin: words that mean the same, promoted results, and questions that found little."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from livinglab.search.contract import SearchRequest
from livinglab.search.empty_results import nearest
from livinglab.search.models import PoorSearch, PromotedResult, SynonymGroup
from livinglab.search.results import search
from livinglab.search.vocabulary import Vocabulary
from livinglab.taxonomy.models import Category, Theme, lines

MOST_PHRASES, MOST_TITLES = 6, 5


class FindsPanel(Panel):
    """What the saved words find now: the first titles for each of them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/search/finds.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            phrases = list(lines(self.instance.phrases))[:MOST_PHRASES] if self.instance.pk else []
            return {**super().get_context_data(parent_context), "found": [(one, _titles(one)) for one in phrases]}


def _titles(phrase: str) -> list[str]:
    request = SearchRequest(language="nl", text=phrase, page_size=MOST_TITLES)
    return [hit.entry.title for hit in search(request, Vocabulary.load({})).hits]


class PhraseCreateView(CreateView):
    """Begins with the phrase that a report links with."""

    def get_initial_form_instance(self) -> Any:
        instance = super().get_initial_form_instance() or self.model()
        instance.phrases = self.request.GET.get("phrases", "")[:200]
        return instance


class SynonymGroupViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "resubmit"
    menu_order = 10
    add_view_class = PhraseCreateView
    copy_view_enabled = False
    list_display: ClassVar = ["__str__"]
    search_backend_name = None
    search_fields: ClassVar = ["phrases"]
    edit_handler = ObjectList([FieldPanel("phrases"), FindsPanel(heading=_("What these words find now"))])


class PromotedResultViewSet(SnippetViewSet):
    model = PromotedResult
    icon = "pick"
    menu_order = 20
    add_view_class = PhraseCreateView
    copy_view_enabled = False
    list_display: ClassVar = ["__str__", "page"]
    search_backend_name = None
    search_fields: ClassVar = ["phrases", "page__title"]
    edit_handler = ObjectList([FieldPanel("phrases"), FieldPanel("page")])


class SearchGroup(SnippetViewSetGroup):
    """One entry in the menu for what editors can do about search."""

    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 260
    items = (SynonymGroupViewSet, PromotedResultViewSet)

    @cached_property
    def menu_name(self) -> str:
        return "search-vocabulary"


def _url(model: Any, view: str, *arguments: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=arguments)


class RemedyColumn(Column):
    """What one can do about a question: words that mean the same, a promoted page, or the nearest term's synonyms."""

    cell_template_name = "wagtailadmin/search/remedy.html"

    def get_cell_context_data(self, instance: PoorSearch, parent_context: Any) -> dict[str, object]:
        query = urlencode({"phrases": instance.text})
        terms = [*nearest(Category, instance.text)[:1], *nearest(Theme, instance.text)[:1]]
        return {
            **super().get_cell_context_data(instance, parent_context),
            "synonym_url": f"{_url(SynonymGroup, 'add')}?{query}",
            "promote_url": f"{_url(PromotedResult, 'add')}?{query}",
            "terms": [(term, _url(type(term), "edit", term.pk)) for term in terms],
        }


class PoorSearchReportView(ReportView):
    """What people searched for that we have little of, most asked first."""

    model = PoorSearch
    permission_policy = ModelPermissionPolicy(PoorSearch)
    permission_required = "view"
    page_title = _("Searches with few results")
    header_icon = "search"
    index_url_name = "poor_searches"
    index_results_url_name = "poor_searches_results"
    is_searchable = False
    paginate_by = 20
    list_export: ClassVar = ["text", "language", "month", "asked", "results", "clicked"]
    columns: ClassVar = [
        Column("text", label=_("Searched for")),
        Column("month", label=_("Month"), accessor=lambda one: one.month.strftime("%m-%Y")),
        NumberColumn("asked", label=_("Times asked")),
        NumberColumn("results", label=_("Results")),
        NumberColumn("clicked", label=_("Opened")),
        RemedyColumn("remedy", label=_("What you can do")),
    ]

    def get_queryset(self) -> Any:
        return PoorSearch.objects.order_by("-month", "-asked", "text")
