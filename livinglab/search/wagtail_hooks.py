"""Search in the menu of the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from livinglab.search.viewsets import PoorSearchReportView, SearchGroup

register_snippet(SearchGroup)


class PoorSearchMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("search.view_poorsearch")


@hooks.register("register_reports_menu_item")
def register_poor_searches_menu_item() -> MenuItem:
    return PoorSearchMenuItem(
        _("Searches with few results"), reverse_lazy("poor_searches"), icon_name="search", order=700
    )


@hooks.register("register_admin_urls")
def register_poor_searches_urls() -> list[URLPattern]:
    return [
        path("reports/searches/", PoorSearchReportView.as_view(), name="poor_searches"),
        path(
            "reports/searches/results/",
            PoorSearchReportView.as_view(results_only=True),
            name="poor_searches_results",
        ),
    ]
