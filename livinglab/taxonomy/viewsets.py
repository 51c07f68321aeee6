"""The vocabularies in the admin: lists with what is used how often, filters, and forms in the order of use."""

from typing import Any

from django.db.models import Count, F
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TitleFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from livinglab.taxonomy.choices import AmbitionLevel
from livinglab.taxonomy.choosers import ListedChooserViewSet, OrganisationChooserViewSet, PersonChooserViewSet
from livinglab.taxonomy.consent.admin import ConsentColumn, ConsentPanel
from livinglab.taxonomy.fields import IconSelect, ThemeCheckboxes
from livinglab.taxonomy.forms import TermForm
from livinglab.taxonomy.models import AmbitionAxis, AmbitionWeb, Category, LabTag, Organisation, Person, Theme
from livinglab.taxonomy.usage import with_usage

USES = NumberColumn("uses", label=_("Used"), sort_key="uses", width="8%")


class VocabularyIndexView(IndexView):
    """A list in which a name with an accent stands where people look for it."""

    @cached_property
    def columns(self) -> list[Column]:
        columns = super().columns
        for column in columns:
            if column.sort_key in {"name", "name_nl", "name_en"}:
                column.sort_key += "__alphabetical"
        return columns


class VocabularyViewSet(SnippetViewSet):
    """What all vocabularies share."""

    copy_view_enabled = False
    index_view_class = VocabularyIndexView
    # Short lists: a search for any part of a word serves better than stems.
    search_backend_name = None
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> Any:
        return with_usage(self.model.objects.all())

    def get_edit_handler(self) -> Any:
        return ObjectList(self.panels, base_form_class=TermForm).bind_to_model(self.model)


NAMES = MultiFieldPanel(
    [
        FieldRowPanel([TitleFieldPanel("name_nl", placeholder=False, classname=""), FieldPanel("name_en")]),
        FieldPanel("introduction_nl"),
        FieldPanel("introduction_en"),
    ],
    heading=_("Names and introduction"),
)
ADDRESS = MultiFieldPanel(
    [FieldPanel("slug")],
    heading=_("Address"),
    help_text=_("Links to the old address stop working when you change this."),
    classname="collapsed",
)


class ThemeViewSet(VocabularyViewSet):
    """The themes."""

    model = Theme
    icon = "tasks"
    menu_order = 10
    chooser_viewset_class = ListedChooserViewSet
    ordering = ["sort_order", "name_nl__alphabetical"]
    list_display = [
        "name_nl",
        Column("name_en", label=_("English"), sort_key="name_en"),
        Column("colour", label=_("Colour"), accessor="get_colour_display"),
        USES,
    ]
    search_fields = ["name_nl", "name_en", "synonyms"]
    panels = [
        NAMES,
        MultiFieldPanel([FieldPanel("synonyms")], heading=_("Found by")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("colour"), FieldPanel("icon", widget=IconSelect()), FieldPanel("sort_order")])],
            heading=_("Look and place"),
        ),
        ADDRESS,
    ]


class CategoryViewSet(VocabularyViewSet):
    """What is bought, parents before their parts."""

    model = Category
    icon = "folder-open-inverse"
    menu_order = 20
    chooser_viewset_class = ListedChooserViewSet
    list_display = [
        "name_nl",
        Column("parent", label=_("Part of"), sort_key="parent__name_nl__alphabetical"),
        Column("trade", label=_("Trade"), accessor="get_trade_display", sort_key="trade"),
        Column("cpv_codes", label=_("CPV codes"), accessor=lambda category: ", ".join(category.cpv_codes)),
        USES,
    ]
    list_filter = ["parent", "trade"]
    search_fields = ["name_nl", "name_en", "synonyms"]
    panels = [
        NAMES,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("parent"), FieldPanel("trade")]), FieldPanel("cpv_codes")],
            heading=_("Place in the tree"),
        ),
        MultiFieldPanel([FieldPanel("synonyms")], heading=_("Found by")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("icon", widget=IconSelect()), FieldPanel("sort_order")])],
            heading=_("Look and place"),
        ),
        ADDRESS,
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super()
            .get_queryset(request)
            .select_related("parent")
            .order_by(
                Coalesce("parent__sort_order", "sort_order"),
                F("parent").asc(nulls_first=True),
                "sort_order",
                "name_nl__alphabetical",
            )
        )


class OrganisationViewSet(VocabularyViewSet):
    """Who buys, supplies or helps."""

    model = Organisation
    icon = "group"
    menu_order = 30
    chooser_viewset_class = OrganisationChooserViewSet
    ordering = ["name__alphabetical"]
    list_display = [
        "name",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        BooleanColumn("in_region", label=_("In the region"), sort_key="in_region"),
        USES,
    ]
    list_filter = ["kind", "in_region"]
    list_export = ["name", "kind", "in_region", "website"]
    search_fields = ["name", "aliases"]
    panels = [
        TitleFieldPanel("name", placeholder=False, classname=""),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("in_region")]),
        FieldPanel("introduction_nl"),
        FieldPanel("introduction_en"),
        FieldRowPanel([FieldPanel("website"), FieldPanel("logo")]),
        FieldPanel("aliases"),
        ADDRESS,
    ]


class PersonViewSet(VocabularyViewSet):
    """Colleagues to call, and whether they agreed to be shown."""

    model = Person
    icon = "user"
    menu_order = 40
    chooser_viewset_class = PersonChooserViewSet
    ordering = ["name__alphabetical"]
    list_display = [
        "name",
        Column("organisation", label=_("Organisation"), sort_key="organisation__name__alphabetical"),
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        BooleanColumn("consent_to_show", label=_("May be shown"), sort_key="consent_to_show"),
        ConsentColumn("consent", label=_("Agreement")),
        USES,
    ]
    list_filter = ["consent_to_show", "role", "organisation"]
    search_fields = ["name", "job_title", "organisation__name"]
    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [
                ConsentPanel(),
                FieldPanel("consent_to_show"),
                FieldPanel("consent_how"),
            ],
            heading=_("Agreement"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("job_title"), FieldPanel("role")]), FieldPanel("organisation")],
            heading=_("Work"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                FieldPanel("best_reached"),
                FieldPanel("portrait"),
            ],
            heading=_("To reach and recognise"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("themes", widget=ThemeCheckboxes()),
                FieldPanel("categories", widget=ThemeCheckboxes()),
            ],
            heading=_("Can be asked about"),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("organisation").prefetch_related("consent_requests")


class TagViewSet(VocabularyViewSet):
    """Free tags: editors make them while writing; here they are renamed and merged."""

    model = LabTag
    icon = "tag"
    menu_order = 50
    chooser_viewset_class = ListedChooserViewSet
    ordering = ["name__alphabetical"]
    list_display = ["name", USES]
    search_fields = ["name"]
    panels = [FieldPanel("name"), ADDRESS]


class AmbitionWebViewSet(VocabularyViewSet):
    """The versions of ambition webs."""

    model = AmbitionWeb
    icon = "view"
    menu_order = 60
    chooser_viewset_class = ListedChooserViewSet
    list_display = ["name", "version", NumberColumn("axis_count", label=_("Axes"), sort_key="axis_count", width="8%")]
    search_fields = ["name", "version"]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("version")]),
        FieldPanel("source_url"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel(f"level_{level}_nl"), FieldPanel(f"level_{level}_en")])
                for level in AmbitionLevel.values
            ],
            heading=_("What the levels mean"),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return AmbitionWeb.objects.annotate(axis_count=Count("axes"))


class AmbitionAxisViewSet(VocabularyViewSet):
    """What ambitions can be set on."""

    model = AmbitionAxis
    icon = "list-ul"
    menu_order = 70
    chooser_viewset_class = ListedChooserViewSet
    list_display = [
        "name_nl",
        Column("name_en", label=_("English"), sort_key="name_en"),
        Column("web", label=_("Ambition web")),
        USES,
    ]
    list_filter = ["web"]
    search_fields = ["name_nl", "name_en"]
    panels = [
        FieldPanel("web"),
        FieldRowPanel([FieldPanel("name_nl"), FieldPanel("name_en")]),
        FieldPanel("sort_order"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("web")


class VocabularyGroup(SnippetViewSetGroup):
    """One entry in the menu for all vocabularies."""

    menu_label = _("Vocabularies")
    menu_icon = "snippet"
    menu_order = 250
    items = (
        ThemeViewSet,
        CategoryViewSet,
        OrganisationViewSet,
        PersonViewSet,
        TagViewSet,
        AmbitionWebViewSet,
        AmbitionAxisViewSet,
    )

    @cached_property
    def menu_name(self) -> str:
        return "vocabularies"
